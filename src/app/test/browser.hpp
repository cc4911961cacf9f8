#pragma once

#include "app/site/site.hpp"

#include <future>
#include <regex>

namespace steadfast::app {

/// A browser without a network: it asks the router itself, keeps cookies, and sends the form token of the page before.
class TestBrowser {
public:
    TestBrowser(const web::Router& router, const Clock& clock) : router_(router), clock_(clock) {}

    web::Response get(const std::string& target) { return ask(web::Method::get, target, ""); }
    /// @param form "name=a&password=b"; the token of the last page is added.
    web::Response post(const std::string& target, std::string form) {
        if (!form_token.empty()) form += (form.empty() ? "form_token=" : "&form_token=") + form_token;
        return ask(web::Method::post, target, std::move(form));
    }
    web::Response sign_in(const std::string& name, const std::string& password, const std::string& next = "") {
        return post("/sign-in", "name=" + name + "&password=" + password + "&next=" + next);
    }

    std::string cookie;
    std::string form_token;
    std::string fetch_site = "same-origin";
    std::string remote_address = "192.0.2.1";

private:
    struct Taker final : web::Reply::Taker {
        std::promise<web::Response> response;
        void take(web::Response answer) override { response.set_value(std::move(answer)); }
        void let_go() override { response.set_value(web::Response::text("let go", 500)); }
    };

    web::Response ask(web::Method method, const std::string& target, std::string body) {
        web::RequestParts parts;
        parts.method = method;
        parts.target = target;
        parts.body = std::move(body);
        parts.remote_address = remote_address;
        parts.received = clock_.now();
        parts.headers.add("Sec-Fetch-Site", fetch_site);
        if (method == web::Method::post) parts.headers.add("Content-Type", "application/x-www-form-urlencoded");
        if (!cookie.empty()) parts.headers.add("Cookie", cookie);
        auto request = web::Request::read(std::move(parts));
        const auto found = router_.find(method, request->segments());
        const auto* match = std::get_if<web::Router::Match>(&found);
        if (!match) return web::Response::text("no route", 404);
        request->name_path_fields(match->path_fields);

        const auto taker = std::make_shared<Taker>();
        match->route->answer(*request, web::Reply(taker));
        auto response = taker->response.get_future().get();
        remember(response);
        return response;
    }

    void remember(const web::Response& response) {
        const std::string set(response.header("Set-Cookie"));
        if (!set.empty()) cookie = set.substr(0, set.find(';'));
        const std::string page(response.body_text());
        std::smatch token;
        if (std::regex_search(page, token, std::regex("name=\"form_token\" value=\"([^\"]+)\""))) form_token = token[1];
    }

    const web::Router& router_;
    const Clock& clock_;
};

}  // namespace steadfast::app
