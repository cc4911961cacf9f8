#include "practice/early_help/carried.hpp"
#include "practice/early_help/early_help_pages.hpp"
#include "practice/early_help/step_up.hpp"

#include "law/code_sets.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::SeenChild;
using web::Html;

web::Link address_of(const EarlyHelpSeen& seen) { return web::to("/early-help") / seen.id() / "step-up"; }

bool may_open_referrals(const Visit& visit) { return may(visit.book.viewer(), Permission::decide_contacts); }

Html children(const EarlyHelpSeen& seen, const web::Fields& typed, const web::FieldErrors& errors) {
    web::Checkboxes boxes{
        .name = "child", .legend = "Which children need more", .error = std::string(errors.at("child")), .choices = {}};
    for (const SeenPart& one : seen.item.children) boxes.choices.push_back({one.child.id.text(), one.child.name});
    for (const auto ticked : typed.all("child")) boxes.ticked.emplace_back(ticked);
    return web::checkboxes(boxes);
}

Html primary_needs(const web::Fields& typed) {
    web::Select need{.name = "primary_need",
                     .label = "Primary need",
                     .choices = {{"", "Not said yet"}},
                     .chosen = std::string(typed.get("primary_need"))};
    for (const law::Code& one : law::primary_need.codes) need.choices.push_back({std::string(one.code), std::string(one.says)});
    return web::select(need);
}

Page form_page(Record& record, const Visit& visit, const EarlyHelpSeen& seen, const web::Fields& typed,
               const web::FieldErrors& errors, std::string key, Html notice) {
    const bool opens = may_open_referrals(visit);
    Html fields;
    fields << web::hidden_input("save_key", std::move(key)) << children(seen, typed, errors)
           << web::text_area({.name = "why",
                              .label = "Why they need more than early help",
                              .error = std::string(errors.at("why")),
                              .value = std::string(typed.get("why"))})
           << web::text_area({.name = "summary",
                              .label = "What goes along",
                              .hint = "It was written before. Change it where it is no longer true",
                              .error = std::string(errors.at("summary")),
                              .value = std::string(typed.get("summary")),
                              .rows = 12});
    if (opens) fields << primary_needs(typed);
    fields << web::button({.label = opens ? "Open a referral and end early help" : "Ask the front door"})
           << keeps_itself(record, visit,
                           {.address = address_of(seen), .name = "Step up", .about = seen.item.about, .item = seen.id()}, typed)
           << web::paragraph(web::link(web::to("/early-help") / seen.id(), "Go back without stepping up"));
    Html main;
    main
        << web::error_summary(errors) << std::move(notice) << web::heading_1("Step up")
        << web::paragraph(Html(
               opens
                   ? std::string_view(
                         "A referral opens for each child whom you tick and who has none open. Early help ends, and its summary stands in the child and family assessment when that is begun.")
                   : std::string_view(
                         "The front door gets this as a contact, and a qualified social worker decides on it within a working day. Early help goes on until then.")))
        << web::inset(Html("If a child may be in danger now, do not write: ring the duty desk, or 999."))
        << web::post_form({.action = address_of(seen), .token = visit.form_token, .fields = std::move(fields)});
    Page page = page_about(visit, seen, "Step up", std::move(main), "form to step up early help");
    page.status = errors.empty() ? 200 : 422;
    return page;
}

web::Fields begun(Record& record, const Visit& visit, const EarlyHelpSeen& seen) {
    web::Fields typed{{"summary", summary_to_carry_up(record, visit.book, seen, belongs_to(visit.book, seen))}};
    for (const SeenPart& one : seen.item.children) typed.add("child", one.child.id.text());
    return typed;
}

Result<Shown> open_form(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    OpenedForm form = opened_form(record, visit, address_of(*seen), false);
    if (form.typed.empty()) form.typed = begun(record, visit, *seen);
    return form_page(record, visit, *seen, form.typed, {}, form.key, form.notice);
}

StepUp read(const EarlyHelpSeen& seen, const web::Fields& typed, web::FieldErrors& errors) {
    StepUp step{.children = {},
                .why = std::string(web::trimmed(typed.get("why"))),
                .summary = std::string(web::trimmed(typed.get("summary"))),
                .primary_need = std::string(typed.get("primary_need"))};
    const auto ticked = typed.all("child");
    for (const SeenPart& one : seen.item.children)
        if (std::ranges::find(ticked, one.child.id.text()) != ticked.end()) step.children.push_back(one.child);
    if (step.children.empty()) errors.add("child", "Choose the children who need more");
    if (step.why.empty()) errors.add("why", "Enter why they need more");
    if (step.why.size() + step.summary.size() > record::longest_narrative / 2) errors.add("summary", "Say it in fewer words");
    if (!law::primary_need.find(step.primary_need)) step.primary_need.clear();
    return step;
}

Result<Shown> save(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& typed = visit.request.form();
    web::FieldErrors errors;
    const StepUp step = read(*seen, typed, errors);
    if (!errors.empty()) return form_page(record, visit, *seen, typed, errors, FormKey::fresh(), {});
    auto changes = may_open_referrals(visit) ? stepped_up(record, visit, *seen, step, *key)
                                             : more_asked_for(record, visit, *seen, step, *key);
    if (!changes) return refuse(changes.error());
    if (auto saved = save_together(record, visit, *key, std::move(*changes), "stepped up early help"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, address_of(*seen));
    return web::to("/early-help") / seen->id();
}

}  // namespace

std::vector<PageRoute> early_help_step_up_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/early-help/{id}/step-up", needs, [&record](const Visit& visit) { return open_form(record, visit); }, later},
        {post, "/early-help/{id}/step-up", needs, [&record](const Visit& visit) { return save(record, visit); }, later},
    };
}

}  // namespace steadfast::practice
