#include "practice/missing/interviews.hpp"

#include "law/london.hpp"
#include "practice/missing/timescales.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/item/when_in_words.hpp"
#include "record/teams/team_tree.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace steadfast::practice {
namespace {

using record::Found;
using record::RowHead;
using record::SeenBook;
using record::SeenChild;
using record::type_of;
using State = law::StepStanding::State;

const record::WantedTypes& concerned() {
    static const record::WantedTypes types{&type_of<MissingEpisode>(), &type_of<InterviewOffer>(), &type_of<ReturnInterview>()};
    return types;
}

InterviewStanding& standing_of(std::vector<InterviewStanding>& all, ledger::ItemId episode) {
    for (InterviewStanding& one : all)
        if (one.episode == episode) return one;
    return all.emplace_back(InterviewStanding{.episode = episode, .offers = {}, .held = {}, .interview = {}, .duty = {}});
}

bool is_before(const When& a, const When& b) {
    if (a.first_day() != b.first_day()) return a.first_day() < b.first_day();
    return a.start().precision == When::Precision::minute && b.start().precision == When::Precision::minute && a.start().at < b.start().at;
}

void take_offer(std::vector<InterviewStanding>& all, const SeenBook& book, const Found& found) {
    const auto offer = found.table->item<InterviewOffer>(found.row);
    standing_of(all, offer.episode.item).offers.push_back({book.book().item_id(found), offer});
}

void take_interview(std::vector<InterviewStanding>& all, const SeenBook& book, const Found& found) {
    const auto interview = found.table->item<ReturnInterview>(found.row);
    InterviewStanding& standing = standing_of(all, interview.episode.item);
    if (standing.held && !is_before(interview.held_at, standing.interview.held_at)) return;
    standing.held = book.book().item_id(found);
    standing.interview = interview;
}

ledger::WorkerId manager_of(const record::TeamTree& teams, ledger::ItemId team) {
    constexpr int most_levels = 20;   // A team that is part of itself would go on for ever.
    for (int level = 0; level < most_levels && !team.is_none(); ++level) {
        for (const auto& member : teams.members_of(team))
            if (member.leads) return member.worker;
        const auto* const here = teams.find(team);
        team = here ? here->team.part_of.item : ledger::ItemId();
    }
    return {};
}

}  // namespace

bool InterviewStanding::is_late(Instant now) const {
    if (!duty) return false;
    return duty->step.state == State::overdue || (duty->step.state == State::due && duty->step.due_at && *duty->step.due_at < now);
}

std::string InterviewStanding::words(Instant now) const {
    const Date today = law::london_date(now);
    if (!duty && held) return "held " + record::in_words(interview.held_at);
    if (!duty) return "no interview is recorded";
    if (duty->step.state == State::due && is_late(now)) return fmt::format("overdue since today at {}", law::london_time(*duty->step.due_at));
    std::string words = duty->words(today);
    // The lists of all duties say "done"; of an interview people say that it was held.
    constexpr std::string_view done = "done ";
    if (words.starts_with(done)) words.replace(0, done.size(), "held ");
    return words;
}

std::vector<InterviewStanding> interviews_of(const record::Duties& duties, const SeenBook& book, const SeenChild& child, Date today) {
    std::vector<InterviewStanding> all;
    std::vector<Found> items;
    book.each_about(child, concerned(), [&](const Found& found) {
        if (!record::counts_for_duties(found)) return;
        items.push_back(found);
        if (&found.type() == &type_of<MissingEpisode>()) standing_of(all, book.book().item_id(found));
        if (&found.type() == &type_of<InterviewOffer>()) take_offer(all, book, found);
        if (&found.type() == &type_of<ReturnInterview>()) take_interview(all, book, found);
    });
    if (const auto bound = duties.find(return_interview_held.key))
        for (const record::DutyStanding& one : record::standings_of(book.book(), *bound, child.id, items, today)) standing_of(all, one.over).duty = one;
    for (InterviewStanding& one : all)
        std::ranges::stable_sort(one.offers, [](const OfferSeen& a, const OfferSeen& b) { return is_before(b.offer.offered_at, a.offer.offered_at); });
    return all;
}

InterviewStanding interview_after(const record::Duties& duties, const SeenBook& book, const EpisodeSeen& episode, Date today) {
    auto all = interviews_of(duties, book, episode.child, today);
    return standing_of(all, episode.id);
}

std::vector<OwedInterview> owed_interviews(const record::Duties& duties, const SeenBook& book, Date today) {
    // Whoever was interviewed owes nothing: what is left is worked out child by child.
    std::unordered_set<ledger::ItemId> held;
    book.book().each_of(type_of<ReturnInterview>(), [&](const Found& found) { held.insert(found.table->item<ReturnInterview>(found.row).episode.item); });
    const std::size_t is_followed_up = *type_of<MissingEpisode>().position("is_followed_up");
    std::vector<OwedInterview> owed;
    book.each_of(type_of<MissingEpisode>(), [&](const Found& found) {
        if (found.value(is_followed_up) != record::Value(true) || held.contains(book.book().item_id(found))) return;
        auto episode = episode_seen(book, book.book().item_id(found));
        if (!episode) return;
        InterviewStanding standing = interview_after(duties, book, *episode, today);
        if (standing.is_owed(today)) owed.push_back({std::move(*episode), std::move(standing)});
    });
    std::ranges::stable_sort(owed, {}, [](const OwedInterview& one) { return one.standing.duty->step.due; });
    return owed;
}

ledger::WorkerId who_owes_the_interview(const SeenBook& book, const SeenChild& child, Date today) {
    const auto held = record::Caseloads::of(book.book(), today)->of_child(child.id);
    for (const record::Holding& one : held)
        if (record::is_main_worker(one.as_what) && one.worker != ledger::WorkerId()) return one.worker;
    const record::TeamTree teams(book.book(), today);
    for (const record::Holding& one : held)
        if (const auto manager = manager_of(teams, one.team); manager != ledger::WorkerId()) return manager;
    return book.viewer().worker;
}

}  // namespace steadfast::practice
