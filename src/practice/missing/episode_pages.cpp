#include "law/london.hpp"
#include "practice/missing/episode_view.hpp"
#include "practice/missing/found.hpp"
#include "practice/missing/missing_pages.hpp"
#include "record/item/form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/plans/open_plan.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::type_of;

Result<EpisodeSeen> asked_episode(const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return episode_seen(visit.book, *id);
}

Result<MissingEpisode> whole(Record& record, const Visit& visit, const EpisodeSeen& episode) {
    const auto entry = record.latest_entry(visit.book.book(), episode.found);
    if (!entry) return refuse(entry.error());
    const auto content = record::read_entry(episode.found.type(), *entry);
    if (!content) return refuse(content.error());
    return type_of<MissingEpisode>().item_from<MissingEpisode>(content->values);
}

/// Whoever was reported with this child: the one whom this episode names, and those who name it or the same one.
std::vector<EpisodeSeen> together_with(const Visit& visit, const EpisodeSeen& episode) {
    const std::size_t together = *type_of<MissingEpisode>().position("together");
    const ledger::ItemId first = episode.episode.together.item.is_none() ? episode.id : episode.episode.together.item;
    std::vector<EpisodeSeen> all;
    visit.book.book().each_of(type_of<MissingEpisode>(), [&](const record::Found& found) {
        const ledger::ItemId id = visit.book.book().item_id(found);
        if (id == episode.id || (id != first && found.value(together) != record::Value(first))) return;
        if (auto other = episode_seen(visit.book, id)) all.push_back(std::move(*other));
    });
    return all;
}

/// What the interview led to, in its words and with the plan's own.
void say_what_it_led_to(const Visit& visit, EpisodeShown& shown) {
    const ReturnInterview& interview = shown.interview.interview;
    if (!shown.interview.held || (!interview.outcome.is_recorded() && interview.outcome_words.empty())) return;
    shown.led_to = interview.outcome.says();
    if (!interview.outcome_words.empty()) shown.led_to += (shown.led_to.empty() ? "" : ": ") + interview.outcome_words;
    for (const auto& [id, page] : {std::pair(interview.plan.item, web::to("/plans")), std::pair(interview.action.item, web::to("/actions"))})
        if (!id.is_none() && visit.book.item_in_part(id)) shown.led_to_link = page / id;
}

Result<Page> page_of(Record& record, const Visit& visit, const EpisodeSeen& episode, const web::Fields& typed, web::FieldErrors errors) {
    auto with_texts = whole(record, visit, episode);
    if (!with_texts) return refuse(with_texts.error());
    const Date today = law::london_date(visit.now);
    const bool may_record = may(visit.book.viewer(), Permission::record_work);
    EpisodeShown shown{.visit = visit, .episode = episode, .whole = std::move(*with_texts), .interview = interview_after(visit.parts.duties, visit.book, episode, today),
                       .together = together_with(visit, episode), .repeats = repeats_in_words(repeat_rule(visit.book.book()), episodes_of(visit.book, episode.child), today),
                       .may_record = may_record, .owed_by = {}, .colleagues = {}, .led_to = {}, .led_to_link = {}, .typed = typed, .errors = std::move(errors)};
    if (const auto by = episode.episode.interview_by.item; !by.is_none()) shown.owed_by = worker_name(visit.book.book(), ledger::WorkerId(by.bytes()));
    if (may_record && !shown.interview.held) shown.colleagues = record::colleagues_who_may(visit.book.book(), today, record::Permission::record_work);
    if (typed.empty()) {
        record::Content content;
        content.values = type_of<MissingEpisode>().values_of(shown.whole);
        shown.typed = typed_from(type_of<MissingEpisode>(), content, {});
    }
    say_what_it_led_to(visit, shown);
    Page page;
    page.title = "Missing episode";
    page.before_main = child_bar(visit, episode.child);
    page.main = episode_view(shown);
    page.what = "missing episode";
    page.about = {episode.child.id};
    for (const EpisodeSeen& other : shown.together) page.about.push_back(other.child.id);
    page.item = episode.id;
    page.status = shown.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    auto page = page_of(record, visit, *episode, {}, {});
    if (!page) return refuse(page.error());
    return std::move(*page);
}

Result<Shown> shown_again(Record& record, const Visit& visit, const EpisodeSeen& episode, web::FieldErrors errors) {
    auto page = page_of(record, visit, episode, visit.request.form(), std::move(errors));
    if (!page) return refuse(page.error());
    return std::move(*page);
}

// --- found ---

web::Link where_it_was_pressed(const Visit& visit, const EpisodeSeen& episode) {
    const auto where = visit.request.form().get("where");
    const web::Link link = where == "list" ? web::to("/missing") : where == "home" ? web::to("/") : where == "board" ? web::to("/board") : where == "child" ? web::to("/children") / episode.child.id : web::to("/missing") / episode.id;
    return link.with("found", episode.id.text());
}

Result<Shown> find(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    if (auto saved = record_found(record, visit, *key, episode->id); !saved) return refuse(saved.error());
    return where_it_was_pressed(visit, *episode);
}

Result<Shown> undo(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const bool was_own_press = visit.book.book().recorded_by(episode->found) == visit.book.viewer().worker;
    if (!was_own_press && !may(visit.book.viewer(), Permission::record_work))
        return refuse(Refusal::Kind::not_allowed, "Somebody else recorded this child as found.", "Ask the child's worker, or the duty desk.");
    if (!episode->episode.is_open())
        if (auto saved = undo_found(record, visit, *key, *episode); !saved) return refuse(saved.error());
    return web::to("/missing") / episode->id;
}

/// Where and how the child came back, and when where that was not the moment of the press.
Result<Shown> say_how(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const record::FormRead read = record::read_form(type_of<MissingEpisode>(), visit.request.form());
    const auto typed = type_of<MissingEpisode>().item_from<MissingEpisode>(read.values);
    web::FieldErrors errors;
    for (const auto& error : read.errors)
        if (error.field.starts_with("found_")) errors.add(error.field, error.says);
    const auto day = typed.found_at.first_day();
    const auto began = went(episode->episode);
    if (errors.empty() && !day) errors.add("found_at", "Enter the day on which they came back. If they are still missing, press Undo");
    if (day && began && *day < began->day) errors.add("found_at", "Enter a day that is not before they went");
    if (day && *day > law::london_date(visit.now)) errors.add("found_at", "Enter a day that has come");
    if (!errors.empty()) return shown_again(record, visit, *episode, std::move(errors));
    const record::Value how = typed.found_how.text.empty() ? record::Value() : record::Value(typed.found_how.text);
    const record::Value where = typed.found_where.empty() ? record::Value() : record::Value(typed.found_where);
    auto change = with_values(record, visit.book.book(), episode->found, {{"found", *day}, {"found_at", typed.found_at}, {"found_where", where}, {"found_how", how}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "said how the child came back"); !saved) return refuse(saved.error());
    return web::to("/missing") / episode->id;
}

// --- who was told, and who holds the interview ---

Result<Shown> tell(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& form = visit.request.form();
    std::vector<NewValue> values;
    for (const auto ticked : form.all("told"))
        for (const WhoIsTold& one : who_is_told())
            if (one.field == ticked) values.push_back({one.field, law::london_minute(visit.now)});
    const std::string reference(web::trimmed(form.get("police_reference")));
    if (!reference.empty() && reference.size() <= record::longest_text) values.push_back({"police_reference", reference});
    if (values.empty()) {
        web::FieldErrors errors;
        errors.add("told", "Tick who has been told");
        return shown_again(record, visit, *episode, std::move(errors));
    }
    auto change = with_values(record, visit.book.book(), episode->found, values, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "recorded who was told of a missing child"); !saved) return refuse(saved.error());
    return web::to("/missing") / episode->id;
}

Result<Shown> give_interview(Record& record, const Visit& visit) {
    const auto episode = asked_episode(visit);
    if (!episode) return refuse(episode.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto colleagues = record::colleagues_who_may(visit.book.book(), law::london_date(visit.now), record::Permission::record_work);
    const record::Colleague* const to = record::find_colleague(colleagues, visit.request.form().get("worker"));
    if (!to) {
        web::FieldErrors errors;
        errors.add("worker", "Choose a colleague");
        return shown_again(record, visit, *episode, std::move(errors));
    }
    auto change = with_values(record, visit.book.book(), episode->found, {{"interview_by", ledger::ItemId(to->id.bytes())}, {"is_followed_up", true}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "gave the return interview to somebody"); !saved) return refuse(saved.error());
    return (web::to("/missing") / episode->id).at("interview");
}

}  // namespace

void add_episode_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto function) { return [&record, function](const Visit& visit) { return function(record, visit); }; };
    parts.add({
        {get, "/missing/{id}", Permission::see_children, with(show), later},
        // Whoever may see the child may say that the child is back: that is never a question of role.
        {post, "/missing/{id}/found", Permission::see_children, with(find), later},
        {post, "/missing/{id}/found/undo", Permission::see_children, with(undo), later},
        {post, "/missing/{id}/back", Permission::record_work, with(say_how), later},
        {post, "/missing/{id}/told", Permission::record_work, with(tell), later},
        {post, "/missing/{id}/interviewer", Permission::record_work, with(give_interview), later},
    });
    parts.own_pages.push_back({&type_of<MissingEpisode>(), [](ledger::ItemId item) { return web::to("/missing") / item; }});
}

}  // namespace steadfast::practice
