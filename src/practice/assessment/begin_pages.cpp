#include "practice/assessment/assessment_pages.hpp"
#include "practice/assessment/assessment_view.hpp"
#include "practice/assessment/carried_up.hpp"

#include "law/london.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Permission;
using record::Record;
using record::pages::Page;
using record::pages::Shown;
using record::pages::Visit;

Page begin_page(const Visit& visit, const record::SeenChild& child, std::string error) {
    const Date today = law::london_date(visit.now);
    BeginForm form{.child = child, .children = assessable_with(visit.book, child), .form_token = visit.form_token, .key = ledger::IdempotencyKey::random().text(), .error = std::move(error)};
    Page page;
    page.title = "Begin an assessment";
    page.main = begin_view(form, today);
    page.what = "form to begin an assessment";
    page.about = {child.id};
    for (const Assessable& one : form.children)
        if (one.child.id != child.id) page.about.push_back(one.child.id);
    if (!form.error.empty()) page.status = 422;
    return page;
}

Result<Shown> begin(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    return begin_page(visit, *child, "");
}

Result<Shown> save_begun(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    const ledger::ItemId assessment(key->bytes());
    if (visit.book.book().find(assessment)) return web::to("/assessments") / assessment;   // The button was pressed twice.

    const auto ticked = visit.request.form().all("child");
    std::vector<Assessable> chosen;
    for (Assessable& one : assessable_with(visit.book, *child))
        if (!one.under_way && std::find(ticked.begin(), ticked.end(), one.child.id.text()) != ticked.end()) chosen.push_back(std::move(one));
    if (chosen.empty()) return begin_page(visit, *child, "Choose the children to assess");
    std::vector<ledger::SubjectId> about;
    for (const Assessable& one : chosen) about.push_back(one.child.id);
    const auto by = visit.book.viewer().worker;
    const auto saved = record.ledger().save_and_wait(begun_changes(chosen, assessment, carried_up_to(record, visit.book, chosen), law::london_date(visit.now), by), {{visit.now, by, "began assessment", about, assessment}});
    if (!saved) return refuse(saved.error());
    return web::to("/assessments") / assessment / "write";
}

}  // namespace

std::vector<record::pages::PageRoute> begin_routes(Record& record) {
    using enum web::Method;
    return {
        {get, "/children/{id}/assess", Permission::record_work, begin},
        {post, "/children/{id}/assess", Permission::record_work, [&record](const Visit& visit) { return save_begun(record, visit); }, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::practice
