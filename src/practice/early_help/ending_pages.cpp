#include "practice/early_help/early_help_pages.hpp"

#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <array>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::type_of;
using web::Html;

constexpr std::array<std::string_view, 3> asked{"ended", "outcome", "outcome_words"};

web::Link address_of(const EarlyHelpSeen& seen) { return web::to("/early-help") / seen.id() / "end"; }

/// Everything but stepping up, which has a page of its own because it opens referrals.
Html input(std::string_view key, const web::Fields& typed, const web::FieldErrors& errors) {
    const record::ItemType& type = type_of<EarlyHelp>();
    if (key != "outcome") return input_of(type.fields()[*type.position(key)], typed, errors);
    web::Radios outcome{.name = "outcome",
                        .legend = "What it led to",
                        .error = std::string(errors.at("outcome")),
                        .choices = {},
                        .chosen = std::string(typed.get("outcome"))};
    for (const law::Code& one : early_help_outcome.codes)
        if (one.code != "step_up") outcome.choices.push_back({std::string(one.code), std::string(one.says)});
    return web::radios(outcome);
}

Page form_page(Record& record, const Visit& visit, const EarlyHelpSeen& seen, const web::Fields& typed,
               const web::FieldErrors& errors, std::string key, Html notice) {
    Html fields;
    fields << web::hidden_input("save_key", std::move(key))
           << web::hidden_input("starts_from", std::to_string(seen.item.version));
    for (const auto one : asked) fields << input(one, typed, errors);
    fields << web::button({.label = "End early help", .looks = web::Looks::warning})
           << keeps_itself(
                  record, visit,
                  {.address = address_of(seen), .name = "End of early help", .about = seen.item.about, .item = seen.id()}, typed)
           << web::paragraph(web::link(web::to("/early-help") / seen.id(), "Go back without ending it"));
    Html main;
    main << web::error_summary(errors) << std::move(notice) << web::heading_1("End early help")
         << "<p class=\"govuk-body-l\">For " << names_in_words(seen.item.seen_children()) << ".</p>"
         << web::paragraph(Html() << "If the children need more than this, "
                                  << web::link(web::to("/early-help") / seen.id() / "step-up", "step up")
                                  << " instead: what was written comes along.")
         << web::post_form({.action = address_of(seen), .token = visit.form_token, .fields = std::move(fields)});
    Page page = page_about(visit, seen, "End early help", std::move(main), "form to end early help");
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> open_form(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    OpenedForm form = opened_form(record, visit, address_of(*seen), false);
    if (form.typed.empty()) type_day(form.typed, "ended", law::london_date(visit.now));
    return form_page(record, visit, *seen, form.typed, {}, form.key, form.notice);
}

Result<Shown> end(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& typed = visit.request.form();
    web::FormReader form(typed);
    const Date today = law::london_date(visit.now);
    const auto day = form.required_date("ended", "Ended on");
    if (day && seen->help.began && *day < *seen->help.began)
        form.refuse("ended-day", "Ended on must be on or after the day on which it began");
    if (day && *day > today) form.refuse("ended-day", "Ended on must be today or in the past");
    const std::string outcome = form.text("outcome");
    if (!early_help_outcome.find(outcome) || outcome == "step_up") form.refuse("outcome", "Choose what it led to");
    if (form.text("outcome_words").size() > record::longest_narrative) form.refuse("outcome_words", "Say it in fewer words");
    if (number_in(typed.get("starts_from")) != seen->item.version)
        form.refuse("outcome",
                    "Somebody changed this while you were writing. Read it again, then end it: what you typed is still here");
    if (!form.errors().empty()) return form_page(record, visit, *seen, typed, form.errors(), FormKey::fresh(), {});
    const auto found = visit.book.item(seen->id());
    if (!found) return refuse(found.error());
    const std::string words = form.text("outcome_words");
    auto change = with_values(
        record, visit.book.book(), *found,
        {{"ended", *day}, {"outcome", outcome}, {"outcome_words", words.empty() ? record::Value() : record::Value(words)}},
        visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "ended early help"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, address_of(*seen));
    return web::to("/early-help") / seen->id();
}

}  // namespace

std::vector<PageRoute> early_help_ending_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/early-help/{id}/end", needs, [&record](const Visit& visit) { return open_form(record, visit); }, later},
        {post, "/early-help/{id}/end", needs, [&record](const Visit& visit) { return end(record, visit); }, later},
    };
}

}  // namespace steadfast::practice
