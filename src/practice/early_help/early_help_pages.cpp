#include "practice/early_help/early_help_pages.hpp"

#include "law/london.hpp"
#include "practice/early_help/carried.hpp"
#include "practice/early_help/early_help_view.hpp"
#include "record/item/form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/saving.hpp"

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::type_of;

std::string name_of(const Visit& visit, ledger::ItemId worker) {
    return worker.is_none() ? "" : worker_name(visit.book.book(), ledger::WorkerId(worker.bytes()));
}

Page help_page(const Visit& visit, const EarlyHelpSeen& seen, web::Fields typed, web::FieldErrors errors) {
    const Date today = law::london_date(visit.now);
    const record::Viewer& viewer = visit.book.viewer();
    EarlyHelpShown shown{.visit = visit,
                         .seen = seen,
                         .belongs = belongs_to(visit.book, seen),
                         .owed = owed_under(visit.parts.duties, visit.book, seen.first(), seen.id(), today),
                         .overseer = name_of(visit, seen.help.overseen_by.item),
                         .looked_by = {},
                         .may_record = may(viewer, Permission::record_work),
                         .may_oversee = may(viewer, Permission::decide_contacts) && !seen.is_led_by(viewer.worker),
                         .typed = std::move(typed),
                         .errors = std::move(errors)};
    for (const OversightLine& one : shown.belongs.oversight)
        shown.looked_by.push_back(name_of(visit, one.oversight.looked_by.item));
    Page page = page_about(visit, seen, "Early help", early_help_view(shown), "early help");
    page.status = shown.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(Record& record, const Visit& visit) {
    const auto seen = asked_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    return help_page(visit, *seen, {}, {});
}

/// Begun with what is known already, and then written on the form of its kind.
Result<Shown> begin_assessment(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    if (const auto belongs = belongs_to(visit.book, *seen); !belongs.assessments.empty())
        return web::to("/items") / belongs.assessments.front().id / "change";
    const ledger::ItemId id = key->nth_item(0);
    auto change = record::change_of(type_of<FamilyAssessment>(), id, 0, seen->item.about,
                                    assessment_begun(*seen, law::london_date(visit.now), visit.book.viewer().worker),
                                    visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "began a whole-family assessment"); !saved)
        return refuse(saved.error());
    return web::to("/items") / id / "change";
}

Result<Shown> record_oversight(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::WorkerId by = visit.book.viewer().worker;
    if (seen->is_led_by(by))
        return refuse(Refusal::Kind::not_allowed, "You lead this help, so you can't look over it as well.",
                      "Ask another qualified social worker to look over it.");
    const web::Fields& typed = visit.request.form();
    const auto found = typed.get("found");
    web::FieldErrors errors;
    if (!oversight_found.find(found)) errors.add("found", "Choose what you found");
    if (typed.get("words").size() > record::longest_narrative) errors.add("words", "Say it in fewer words");
    if (!errors.empty()) return help_page(visit, *seen, typed, std::move(errors));
    EarlyHelpOversight oversight;
    oversight.early_help.item = seen->id();
    oversight.looked_on = law::london_date(visit.now);
    oversight.looked_by.item = ledger::ItemId(by.bytes());
    oversight.found.code = found;
    oversight.words.text = web::trimmed(typed.get("words"));
    auto change = record::change_of(oversight, key->nth_item(0), 0, seen->item.about, by);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "looked over early help"); !saved)
        return refuse(saved.error());
    return (web::to("/early-help") / seen->id()).at("oversight");
}

}  // namespace

Result<EarlyHelpSeen> asked_early_help(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return early_help_seen(record, visit.book, *id);
}

Result<EarlyHelpSeen> asked_open_early_help(Record& record, const Visit& visit) {
    auto seen = asked_early_help(record, visit);
    if (seen && !seen->help.is_open())
        return refuse(Refusal::Kind::clash, "This early help has ended.", "Open it and read what it led to.");
    return seen;
}

Page page_about(const Visit& visit, const EarlyHelpSeen& seen, std::string title, web::Html main, std::string what) {
    Page page;
    page.title = std::move(title);
    if (seen.item.children.size() == 1) page.before_main = child_bar(visit, seen.first());
    page.main = std::move(main);
    page.what = std::move(what);
    page.about = seen.item.about;
    page.item = seen.id();
    return page;
}

void add_early_help_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto function) {
        return [&record, function](const Visit& visit) { return function(record, visit); };
    };
    parts.add({
        {get, "/early-help/{id}", Permission::see_children, with(show), later},
        {post, "/early-help/{id}/assessment", Permission::record_work, with(begin_assessment), later},
        {post, "/early-help/{id}/oversight", Permission::decide_contacts, with(record_oversight), later},
    });
    for (auto routes : {early_help_form_routes(record), early_help_ending_routes(record), early_help_step_up_routes(record),
                        early_help_list_routes(record)})
        parts.add(std::move(routes));
    parts.own_pages.push_back({&type_of<EarlyHelp>(), [](ledger::ItemId item) { return web::to("/early-help") / item; }});
    add_early_help_panels(parts);
}

}  // namespace steadfast::practice
