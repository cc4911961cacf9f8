#include "law/london.hpp"
#include "practice/missing/episode_view.hpp"
#include "practice/missing/missing_pages.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::SeenChild;
using record::type_of;
using web::Html;

const record::ItemType& type() { return type_of<MissingEpisode>(); }

/// The form on which a child is reported missing, and others with them.
struct Report {
    SeenChild child;
    ItemForm form;
};

Result<Report> opened(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const web::Link page = web::to("/children") / child->id;
    ItemForm form{.type = &type(), .action = page / "missing" / "report", .back = page, .form_token = visit.form_token, .first_name = child->name, .can_be_about_several = true};
    return Report{std::move(*child), std::move(form)};
}

void put_moment(web::Fields& typed, const std::string& name, Instant now, bool with_time) {
    const web::TypedDate day = web::TypedDate::of(law::london_date(now));
    typed.add(name + "-day", day.day);
    typed.add(name + "-month", day.month);
    typed.add(name + "-year", day.year);
    if (with_time) typed.add(name + "-time", law::london_time(now));
}

Html input(const ItemForm& form, std::string_view key, std::string_view label = "", std::string_view hint = "") {
    record::Field field = type().fields()[*type().position(key)];
    if (!label.empty()) field.label = label;
    field.hint = hint.empty() ? (label.empty() ? field.hint : "") : hint;
    return input_of(field, form.typed, form.errors);
}

Html fields_of(const ItemForm& form) {
    std::vector<web::Choice> told;
    for (const WhoIsTold& one : who_is_told()) told.push_back({std::string(one.field), std::string(one.words)});
    std::vector<std::string> ticked;
    for (const auto one : form.typed.all("told")) ticked.emplace_back(one);
    Html more;
    more << input(form, "risk_because") << input(form, "last_seen_where") << input(form, "who_with") << input(form, "different_this_time")
         << web::text_input({.name = "police_reference", .label = "Police reference", .error = std::string(form.errors.at("police_reference")), .value = std::string(form.typed.get("police_reference")), .width = web::Width::twenty});
    Html fields;
    fields << web::hidden_input("save_key", form.key) << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>"
           << web::hint("Only the day is asked for. Everything else can come later: save as soon as you can.")
           << input(form, "went_at", "When did they go?", "If nobody knows, when they were first known to be gone")
           << web::checkboxes({.name = "unsure", .legend = "Is that known?", .choices = {{"yes", "Nobody knows when they went"}}, .ticked = form.typed.has("unsure") ? std::vector<std::string>{"yes"} : std::vector<std::string>{}, .small = true})
           << input(form, "risk") << input(form, "kind")
           << input(form, "reported_by") << input(form, "reported_at", "When was it reported to us?")
           << web::checkboxes({.name = "told", .legend = "Who has been told already?", .hint = "The time is now. It can be changed afterwards.", .choices = std::move(told), .ticked = std::move(ticked), .small = true})
           << fieldset("If it is known", more) << whom_it_is_about(form);
    if (!form.goes_into.empty()) fields << web::hint(form.goes_into);
    fields << web::button({.label = "Save"}) << form.keeping << "<p class=\"govuk-body\">" << web::link(form.back, "Go back without saving") << "</p>";
    return fields;
}

Page page_of(Record& record, const Visit& visit, Report& report) {
    ItemForm& form = report.form;
    if (form.also.empty()) form.also = also_about(visit.book, report.child, law::london_date(visit.now), form.typed);
    form.goes_into = fmt::format("This will be in the file of {}, and of each child whom you tick: an episode for each, since they may come back apart.", report.child.name);
    form.keeping = keeps_itself(record, visit, {.address = form.action, .name = "Missing child", .about = {report.child.id}}, form.typed);
    Html main;
    main << web::error_summary(form.errors) << web::heading_1("Report a missing child") << form.notices;
    if (const auto open = open_episode_of(visit.book, report.child))
        main << web::inset(Html() << "<p>" << report.child.name << " is on record as missing already, since " << since_in_words(open->episode, law::london_date(visit.now)) << ". "
                                  << web::link(web::to("/missing") / open->id, "Open it") << "</p>");
    main << web::post_form({.action = form.action, .token = form.form_token, .fields = fields_of(form)});
    Page page;
    page.title = "Report a missing child";
    page.before_main = child_bar(visit, report.child);
    page.main = std::move(main);
    page.what = "form to report a missing child";
    page.about = {report.child.id};
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(Record& record, const Visit& visit) {
    auto report = opened(visit);
    if (!report) return refuse(report.error());
    ItemForm& form = report->form;
    form.key = FormKey::fresh();
    if (const auto draft = draft_of(record, visit, form.action)) {
        form.typed = draft->fields;
        form.key = draft->fields.get("save_key");
        form.notices << draft_notice(draft->head);
    } else {
        form.typed.add("kind", "M");
        put_moment(form.typed, "went_at", visit.now, false);
        put_moment(form.typed, "reported_at", visit.now, true);
    }
    return page_of(record, visit, *report);
}

/// The fields that the form asks for; nothing else is taken from what was sent.
constexpr std::array asked{"kind", "went_at", "reported_at", "reported_by", "police_reference", "risk", "risk_because", "last_seen_where", "who_with", "different_this_time"};

/// Reads what was typed, as the episode of each child. What is wrong stands in the form's errors.
record::Values read(const Visit& visit, ItemForm& form) {
    const record::FormRead read = record::read_form(type(), form.typed);
    for (const auto& error : read.errors)
        if (std::ranges::any_of(asked, [&error](std::string_view key) { return error.field.starts_with(key); })) form.errors.add(error.field, error.says);
    record::Values values(type().fields().size());
    for (const auto key : asked) record::set_by_key(type(), values, key, record::value_by_key(type(), read.values, key));
    const Date today = law::london_date(visit.now);
    const record::Value went = record::value_by_key(type(), values, "went_at");
    const When* const at = std::get_if<When>(&went);
    const Date day = at && at->first_day() ? *at->first_day() : today;
    const bool is_in_future = day > today || (at && at->start().precision == When::Precision::minute && std::int64_t{at->start().at} * 60 > visit.now.seconds());
    if (is_in_future && form.errors.at("went_at").empty()) form.errors.add("went_at", "Enter a day and a time that have come");
    record::set_by_key(type(), values, "from", day);
    if (form.typed.has("unsure") || !at) record::set_by_key(type(), values, "is_start_unsure", true);
    for (const auto ticked : form.typed.all("told"))
        for (const WhoIsTold& one : who_is_told())
            if (one.field == ticked) record::set_by_key(type(), values, one.field, law::london_minute(visit.now));
    return values;
}

Result<Shown> save(Record& record, const Visit& visit) {
    auto report = opened(visit);
    if (!report) return refuse(report.error());
    ItemForm& form = report->form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId first = key->nth_item(0);
    if (visit.book.book().find(first)) return web::to("/missing") / first;   // The button was pressed twice.
    form.also = also_about(visit.book, report->child, law::london_date(visit.now), form.typed);
    if (form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty()) {
        find_child(visit.book, report->child, form);
        return page_of(record, visit, *report);
    }
    record::Values values = read(visit, form);
    std::vector<SeenChild> children{report->child};
    for (const AlsoAbout& one : form.also)
        if (auto other = one.is_ticked ? visit.book.child(one.whom.id) : Result<SeenChild>(refuse(Refusal::Kind::not_found, ""))) children.push_back(std::move(*other));
    for (const SeenChild& child : children)
        if (open_episode_of(visit.book, child))
            form.errors.add(child.id == report->child.id ? "went_at-day" : "children", fmt::format("{} is on record as missing already: open that episode, or record there that they came back", child.name));
    if (!form.errors.empty()) return page_of(record, visit, *report);

    std::vector<ledger::Change> changes;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i == 1) record::set_by_key(type(), values, "together", first);
        record::Content content;
        content.values = values;
        changes.push_back(record::change_of(type(), key->nth_item(i), 0, {children[i].id}, content, visit.book.viewer().worker));
    }
    if (auto saved = save_together(record, visit, *key, std::move(changes), "reported a missing child"); !saved) return refuse(saved.error());
    form_was_saved(record, visit, form.action);
    return web::to("/missing") / first;
}

}  // namespace

void add_report_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/missing/report", Permission::record_work, [&record](const Visit& visit) { return show(record, visit); }, later},
        {post, "/children/{id}/missing/report", Permission::record_work, [&record](const Visit& visit) { return save(record, visit); }, later},
    });
}

}  // namespace steadfast::practice
