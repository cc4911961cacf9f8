#pragma once

#include "record/pages/item_forms.hpp"
#include "record/pages/item_pages.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/put_right_pages.hpp"
#include "record/record_for_tests.hpp"
#include "web/link.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::record::pages {

/// Somebody who looks at the pages of items and sends their forms, without a network, a session or a shell round the page.
class VisitorForTests {
public:
    VisitorForTests(RecordForTests& council, std::string_view role_code) : VisitorForTests(council, role_code, council.worker(), nullptr) {}
    /// Somebody else than the council's first worker, on the pages of a slice too.
    VisitorForTests(RecordForTests& council, std::string_view role_code, ledger::WorkerId worker, void (*add_pages)(Record&, PageParts&),
                    const Duties* duties = nullptr)
        : council_(council), viewer_{worker, role_code, council.now()}, parts_(duties ? *duties : no_duties_) {
        for (auto some : {item_routes(council.record()), item_form_routes(council.record()), put_right_routes(council.record())}) parts_.add(std::move(some));
        if (add_pages) add_pages(council.record(), parts_);
    }

    /// The main part of a page, as HTML; a refusal is its sentences after "refused: "; after a save, "went to /items/…".
    std::string get(const std::string& route, web::Fields path, const std::string& query = "") { return ask(web::Method::get, route, std::move(path), query, ""); }
    /// @param form "place=home&words=…"
    std::string post(const std::string& route, web::Fields path, const std::string& form) { return ask(web::Method::post, route, std::move(path), "", form); }

    /// The form of a change: what each later field adds to the version and a key of its own.
    static std::string form_from(std::uint32_t version, const std::string& fields) {
        return "starts_from=" + std::to_string(version) + "&save_key=" + ledger::IdempotencyKey::random().text() + "&" + fields;
    }

private:
    std::string ask(web::Method method, const std::string& route, web::Fields path, const std::string& query, const std::string& form) {
        web::RequestParts parts;
        parts.method = method;
        parts.target = query.empty() ? "/here" : "/here?" + query;
        parts.body = form;
        if (method == web::Method::post) parts.headers.add("Content-Type", "application/x-www-form-urlencoded");
        auto request = web::Request::read(std::move(parts));
        if (!request) throw std::runtime_error(request.error().whole());
        request->name_path_fields(std::move(path));
        for (const PageRoute& one : parts_.routes) {
            if (one.method != method || one.path != route) continue;
            if (!may(viewer_, one.needs)) return "refused: the role does not include it";
            const auto shown = one.show({*request, SeenBook(council_.record().book(), viewer_), "Amira Khan", "a form token", council_.now(), parts_});
            if (!shown) return "refused: " + shown.error().whole();
            if (const auto* page = std::get_if<Page>(&*shown)) return page->main.text();
            if (const auto* file = std::get_if<SentFile>(&*shown)) return std::string(file->response.body_text());
            return "went to " + std::get<web::Link>(*shown).text();
        }
        throw std::logic_error("no route " + route);
    }

    RecordForTests& council_;
    Viewer viewer_;
    Duties no_duties_{{}};
    PageParts parts_;
};

}  // namespace steadfast::record::pages
