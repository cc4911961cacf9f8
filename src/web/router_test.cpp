#include "web/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::web {

namespace {

Response nothing(const Request&) { return Response::nothing(204); }

Router routes() {
    Router router;
    router.get("/", nothing)
        .get("/children", nothing)
        .get("/children/{id}", nothing)
        .get("/children/new", BehindTheDoor{[](const Request&, Reply reply) { reply(Response::nothing(204)); }})
        .post("/children/{id}", nothing)
        .get("/children/{id}/visits/{visit}", nothing)
        .get("/{kind}/new/{step}", nothing);
    return router;
}

std::string found(const Router& router, Method method, std::string_view path) {
    const auto segments = path_segments(path);
    if (!segments) return "unreadable";
    const auto answer = router.find(method, *segments);
    if (const auto* match = std::get_if<Router::Match>(&answer)) {
        std::string said = match->route->path;
        for (const auto& [name, value] : match->path_fields) said += " " + name + "=" + value;
        return said;
    }
    if (const auto* other = std::get_if<Router::OtherMethods>(&answer)) return "405 " + other->allow;
    return "404";
}

}  // namespace

TEST(Router, finds_a_route_and_names_what_stood_in_its_path) {
    const auto router = routes();
    EXPECT_EQ(found(router, Method::get, "/"), "/");
    EXPECT_EQ(found(router, Method::get, "/children"), "/children");
    EXPECT_EQ(found(router, Method::get, "/children/7"), "/children/{id} id=7");
    EXPECT_EQ(found(router, Method::get, "/children/a%2Fb/visits/x%20y"), "/children/{id}/visits/{visit} id=a/b visit=x y");
}

TEST(Router, prefers_a_literal_and_steps_back_when_it_leads_nowhere) {
    const auto router = routes();
    EXPECT_EQ(found(router, Method::get, "/children/new"), "/children/new");
    EXPECT_EQ(found(router, Method::get, "/children/new/visits/1"), "/children/{id}/visits/{visit} id=new visit=1");
    EXPECT_EQ(found(router, Method::get, "/children/new/2"), "/{kind}/new/{step} kind=children step=2");
}

TEST(Router, says_which_methods_a_path_has) {
    const auto router = routes();
    EXPECT_EQ(found(router, Method::post, "/children"), "405 GET, HEAD");
    EXPECT_EQ(found(router, Method::remove, "/children/7"), "405 GET, HEAD, POST");
}

TEST(Router, knows_no_other_path) {
    const auto router = routes();
    EXPECT_EQ(found(router, Method::get, "/adults"), "404");
    EXPECT_EQ(found(router, Method::get, "/children/"), "404");
    EXPECT_EQ(found(router, Method::get, "//children"), "404");
    EXPECT_EQ(found(router, Method::get, "/children/7/visits"), "404");
    EXPECT_EQ(found(router, Method::get, "children"), "unreadable");
    EXPECT_EQ(found(router, Method::get, "/children/%00"), "unreadable");
    EXPECT_EQ(found(router, Method::get, "/children/%zz"), "unreadable");
    EXPECT_EQ(found(router, Method::get, std::string(40, '/')), "unreadable");
}

TEST(Router, lists_its_routes_with_who_may_enter) {
    std::vector<std::string> guarded;
    const auto router = routes();
    for (const auto& route : router.routes())
        if (route.entry == Entry::signed_in) guarded.push_back(route.path);
    EXPECT_THAT(guarded, testing::ElementsAre("/children/new"));
    EXPECT_EQ(router.routes().size(), 7U);
}

TEST(Router, refuses_a_malformed_or_taken_path_at_once) {
    auto router = routes();
    EXPECT_THROW(router.get("children", nothing), std::invalid_argument);
    EXPECT_THROW(router.get("/children//x", nothing), std::invalid_argument);
    EXPECT_THROW(router.get("/child{id}", nothing), std::invalid_argument);
    EXPECT_THROW(router.get("/children/{other}", nothing), std::invalid_argument);
}

TEST(Request, reads_its_query_form_cookies_and_headers) {
    RequestParts parts;
    parts.method = Method::post;
    parts.target = "/search?words=a+b&page=2";
    parts.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"COOKIE", "s=1; t=2"}};
    parts.body = "note=Hello%21";
    const auto request = Request::read(std::move(parts));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->query().get("words"), "a b");
    EXPECT_EQ(request->form().get("note"), "Hello!");
    EXPECT_EQ(request->cookie("t"), "2");
    EXPECT_EQ(request->header("content-type"), "application/x-www-form-urlencoded");
}

TEST(Request, refuses_what_it_cannot_read) {
    RequestParts query;
    query.target = "/search?words=%";
    EXPECT_FALSE(Request::read(std::move(query)));
    RequestParts form;
    form.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    form.body = "a=%1";
    EXPECT_FALSE(Request::read(std::move(form)));
}

TEST(Response, keeps_line_ends_out_of_its_headers) {
    EXPECT_THROW(static_cast<void>(Response::nothing(204).with("X", "a\r\nSet-Cookie: b")), std::invalid_argument);
    EXPECT_EQ(Response::download(std::string("x"), "text/csv", "a\"b\r\n.csv").header("content-disposition"),
              "attachment; filename*=UTF-8''a%22b%0D%0A.csv");
}

}  // namespace steadfast::web
