#include "law/london.hpp"
#include "practice/missing/interviews.hpp"
#include "practice/missing/missing_pages.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/saving.hpp"
#include "record/plans/open_plan.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::type_of;
using web::Html;

Result<EpisodeSeen> asked_episode(const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return episode_seen(visit.book, *id);
}

web::Link back_to(const EpisodeSeen& episode) { return (web::to("/missing") / episode.id).at("interview"); }

// --- offered and answered, each by one press ---

Result<Shown> offer(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    InterviewOffer made;
    made.episode.item = episode->id;
    made.offered_at = law::london_minute(visit.now);
    made.offered_by = visit.worker_name;
    auto change = record::change_of(made, key->nth_item(0), 0, {episode->child.id}, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "offered a return interview"); !saved) return refuse(saved.error());
    return back_to(*episode);
}

Result<Shown> answer(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto said = visit.request.form().get("answer");
    if (!interview_answer.find(said)) return refuse(Refusal::Kind::invalid, "The form does not say what they answered.", "Go back and press one of the two buttons.");
    const InterviewStanding standing = interview_after(visit.parts.duties, visit.book, *episode, law::london_date(visit.now));
    if (standing.offers.empty() || standing.offers.front().offer.answer.is_recorded())
        return refuse(Refusal::Kind::clash, "No offer waits for an answer.", "Open the episode again: somebody may have recorded the answer, or the offer is to be recorded first.");
    const auto found = visit.book.item(standing.offers.front().id);
    if (!found) return refuse(found.error());
    auto change = with_values(record, visit.book.book(), *found, {{"answer", std::string(said)}, {"answered_at", law::london_minute(visit.now)}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "recorded the answer to a return interview"); !saved) return refuse(saved.error());
    return back_to(*episode);
}

// --- held ---

struct Writing {
    EpisodeSeen episode;
    ItemForm form;
    std::vector<web::Choice> places;   ///< Plans in force and what is promised in them, to choose what was changed.
};

Result<Writing> opened(const Visit& visit) {
    auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    ItemForm form{.type = &type_of<ReturnInterview>(), .action = web::to("/missing") / episode->id / "interview", .back = back_to(*episode), .form_token = visit.form_token,
                  .each = {{episode->child.id, episode->child.name}}, .first_name = episode->child.name};
    Writing writing{std::move(*episode), std::move(form), {{"", "No plan is in force, or none was changed"}}};
    for (const auto& plan : record::plans::plans_of(visit.book, writing.episode.child)) {
        if (!plan.plan.is_in_force()) continue;
        writing.places.push_back({plan.id.text(), fmt::format("{}: {}", plan.plan.kind.says(), plan.plan.must_be_different)});
        for (const auto& action : record::plans::open_actions_of(visit.book, writing.episode.child, plan.id)) writing.places.push_back({action.id.text(), fmt::format("Action: {} ({})", action.action.action, action.who)});
    }
    return writing;
}

Html input(const ItemForm& form, std::string_view key) {
    const record::ItemType& type = type_of<ReturnInterview>();
    return input_of(type.fields()[*type.position(key)], form.typed, form.errors);
}

Page page_of(Record& record, const Visit& visit, Writing& writing) {
    ItemForm& form = writing.form;
    form.keeping = keeps_itself(record, visit, {.address = form.action, .name = "Return interview", .about = {writing.episode.child.id}}, form.typed);
    Html fields;
    // What the child said comes before what anybody made of it.
    fields << web::hidden_input("save_key", form.key) << input(form, "held_at") << input(form, "held_by") << input(form, "is_independent") << input(form, "where") << parts_about_each(form)
           << web::heading_2("What it changes") << input(form, "outcome")
           << web::select({.name = "changed", .label = "In which plan or action", .error = std::string(form.errors.at("changed")), .choices = writing.places, .chosen = std::string(form.typed.get("changed"))})
           << input(form, "outcome_words") << web::hint(goes_into({writing.episode.child.name})) << web::button({.label = "Save"}) << form.keeping
           << "<p class=\"govuk-body\">" << web::link(form.back, "Go back without saving") << "</p>";
    Page page;
    page.title = "Return interview";
    page.before_main = child_bar(visit, writing.episode.child);
    page.main << web::error_summary(form.errors) << web::heading_1("Return interview") << form.notices
              << web::paragraph(Html("After the time away from " + in_words(went(writing.episode.episode)) + "."))
              << web::post_form({.action = form.action, .token = form.form_token, .fields = std::move(fields)});
    page.what = "form of a return interview";
    page.about = {writing.episode.child.id};
    page.item = writing.episode.id;
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(Record& record, const Visit& visit) {
    auto writing = opened(visit);
    if (!writing) return refuse(writing.error());
    ItemForm& form = writing->form;
    form.key = FormKey::fresh();
    if (const auto draft = draft_of(record, visit, form.action)) {
        form.typed = draft->fields;
        form.key = draft->fields.get("save_key");
        form.notices << draft_notice(draft->head);
    } else {
        const web::TypedDate today = web::TypedDate::of(law::london_date(visit.now));
        form.typed = {{"held_at-day", today.day}, {"held_at-month", today.month}, {"held_at-year", today.year}, {"held_at-time", law::london_time(visit.now)}, {"held_by", visit.worker_name}};
    }
    return page_of(record, visit, *writing);
}

/// The plan or the action that was chosen among those that the form offered.
void take_what_was_changed(Writing& writing, const Visit& visit, record::Values& values) {
    const std::string chosen(writing.form.typed.get("changed"));
    if (chosen.empty()) return;
    const bool was_offered = std::ranges::any_of(writing.places, [&chosen](const web::Choice& one) { return one.value == chosen; });
    const auto id = ledger::ItemId::parse(chosen);
    const auto found = id && was_offered ? visit.book.item_in_part(*id) : Result<record::Found>(refuse(Refusal::Kind::not_found, ""));
    if (!found) return writing.form.errors.add("changed", "Choose one of the plans and actions in the list");
    record::set_by_key(type_of<ReturnInterview>(), values, &found->type() == &type_of<record::plans::Plan>() ? "plan" : "action", *id);
}

record::Content read(Writing& writing, const Visit& visit) {
    ItemForm& form = writing.form;
    const record::ItemType& type = type_of<ReturnInterview>();
    record::FormRead shared = record::read_form(type, form.typed);
    for (const auto& error : shared.errors) form.errors.add(error.field, error.says);
    record::Content content;
    content.values = std::move(shared.values);
    for (const auto link : {"episode", "plan", "action"}) record::set_by_key(type, content.values, link, record::Value());
    record::set_by_key(type, content.values, "episode", writing.episode.id);
    take_what_was_changed(writing, visit, content.values);
    const auto held = type.item_from<ReturnInterview>(content.values);
    if (const auto day = held.held_at.first_day(); day && *day > law::london_date(visit.now)) form.errors.add("held_at", "Enter a day that has come");
    if (held.outcome.is("nothing") && held.outcome_words.empty()) form.errors.add("outcome_words", "Say why nothing changes");
    record::FormRead about = record::read_form_about(type, form.typed, writing.episode.child.id, writing.episode.child.name);
    for (const auto& error : about.errors) form.errors.add(error.field, error.says);
    content.about.push_back({.values = std::move(about.values)});
    return content;
}

Result<Shown> save(Record& record, const Visit& visit) {
    auto writing = opened(visit);
    if (!writing) return refuse(writing.error());
    writing->form.typed = visit.request.form();
    writing->form.key = writing->form.typed.get("save_key");
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId item = key->nth_item(0);
    if (visit.book.book().find(item)) return writing->form.back;   // The button was pressed twice.
    const record::Content content = read(*writing, visit);
    if (!writing->form.errors.empty()) return page_of(record, visit, *writing);
    auto change = record::change_of(type_of<ReturnInterview>(), item, 0, {writing->episode.child.id}, content, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "recorded a return interview"); !saved) return refuse(saved.error());
    form_was_saved(record, visit, writing->form.action);
    return writing->form.back;
}

}  // namespace

void add_interview_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto function) { return [&record, function](const Visit& visit) { return function(record, visit); }; };
    parts.add({
        {post, "/missing/{id}/offer", needs, with(offer), later},
        {post, "/missing/{id}/answer", needs, with(answer), later},
        {get, "/missing/{id}/interview", needs, with(show), later},
        {post, "/missing/{id}/interview", needs, with(save), later},
    });
}

}  // namespace steadfast::practice
