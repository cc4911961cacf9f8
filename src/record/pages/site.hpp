#pragma once

#include "base/result.hpp"
#include "record/access/seen_book.hpp"
#include "record/record.hpp"
#include "web/html.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/router.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace steadfast::record::pages {

struct PageParts;

/// One request by somebody who is signed in and may use the route: what a page's function works from.
struct Visit {
    const web::Request& request;
    SeenBook book;              ///< Pinned for the whole request.
    std::string worker_name;
    std::string form_token;     ///< Goes into every form of the page: web/session checks it on each POST.
    Instant now;
    const PageParts& parts;     ///< What every room adds to the pages (page_parts.hpp).
};

/// A page finished but for the shell round it. Whoever stands in `about` gets one line in their access log, written
/// before the page goes out; a page that shows a child and forgets to say so is a fault of that page.
struct Page {
    std::string title;                       ///< Without names: titles end up in histories.
    web::Html before_main;                   ///< The bar that says whom the page is about.
    web::Html main;
    std::string what;                        ///< For the access log: "child's page". Empty where nobody's record is shown.
    std::vector<ledger::SubjectId> about;
    ledger::ItemId item;                     ///< Where the page is about one item.
    int status = 200;
    std::string printed_for;                 ///< For whom a print of it is made, where that is said (recipient.hpp); otherwise for who looks.
};

/// Bytes that go out as they are, without the shell: a document, a list for a spreadsheet. Logged before as a page is.
struct SentFile {
    web::Response response;
    std::string what;                        ///< "document read"; empty where it is about nobody.
    std::vector<ledger::SubjectId> about;
    ledger::ItemId item;
};

using Shown = std::variant<Page, web::Link, SentFile>;   ///< A page, where to go after a form was saved, or a file.

/// One page of the service: its address, who may use it, and the function from a visit to what is shown.
/// The site signs people in, refuses who lacks the permission, writes the access line, draws the shell and answers;
/// a Refusal becomes an error page with its sentences.
struct PageRoute {
    web::Method method = web::Method::get;
    std::string path;
    Permission needs = Permission::see_children;
    std::function<Result<Shown>(const Visit&)> show;
    web::Runs runs = web::Runs::at_once;     ///< A POST that saves waits for the disk: on_a_worker.
    std::size_t most_body = 1 << 20;         ///< Bytes of a form; one that brings files says more.
    /// In place of `show`, for what a page's script asks: answers with no shell round it, now or later from any thread. What is seen of
    /// a child is in the access log already, with the page that the script stands on.
    std::function<void(const Visit&, web::Reply)> answer = {};
};

}  // namespace steadfast::record::pages
