#include "demo/case.hpp"
#include "law/london.hpp"
#include "practice/missing/return_interview.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t one_family_in = 23;     // Few children go missing, and those few again and again.
constexpr std::uint64_t such_a_family = 5;
constexpr std::uint64_t one_still_away_in = 8;   // Of those families.
constexpr int days_told = 360;
constexpr int exploited_after = 7;   // Times missing in a year.
constexpr int days_still_away = 5;

constexpr std::array<std::string_view, 5> places{"The bus station", "The skate park", "A flat on the Northfield estate", "The chip shop by the ring road", "The river path"};
constexpr std::array<std::string_view, 4> friends{"Dee", "Marlon", "Dee, Marlon", "an older boy called Ky"};
constexpr std::array<std::string_view, 4> words{"They shout and I go. It is quieter out there.", "Marlon gives me a lift. He buys us chips.", "I was only at Dee's. Nobody asked.", "I don't want to talk about where. I was fine."};
constexpr std::array<std::string_view, 3> reasons{"A row at home about the telephone.", "A message came, and the child went within minutes.", "Nobody was in after school."};
constexpr std::array<std::string_view, 3> what_would_stop{"Somebody to ring who comes and fetches me.", "If I could be at Nan's at weekends.", "Leave me my phone."};

When minute_of(Date day, int hour, int minute) {
    const auto when = law::london_when(day, hour, minute, law::OnOctoberNight::before_the_clock_went_back);
    return when ? *when : When::day(day);
}

When later(const When& from, int hours) { return law::london_minute(Instant::from_seconds((std::int64_t{from.start().at} + std::int64_t{hours} * 60) * 60)); }

practice::MissingEpisode as_reported(Dice& dice, Date day) {
    practice::MissingEpisode episode;
    episode.kind.code = "M";
    episode.from = day;
    episode.went_at = minute_of(day, dice.between(15, 22), 5 * dice.between(0, 11));
    episode.reported_at = later(episode.went_at, 1);
    episode.reported_by = "the mother";
    if (dice.happens_in(70)) {
        episode.police_told_at = episode.reported_at;
        episode.police_reference = "ZZ-" + std::to_string(dice.between(1000, 9999));
    }
    constexpr std::array<std::string_view, 3> risks{"high", "medium", "low"};
    episode.risk.code = dice.one_of(risks);
    episode.risk_because.text = "Went alone and did not say where. Has come back without help before.";
    episode.last_seen_where = dice.one_of(places);
    if (dice.happens_in(65)) episode.who_with = dice.one_of(friends);
    episode.parent_told_at = episode.reported_at;
    return episode;
}

void tell_interview(const Case& what, const Child& child, ledger::ItemId episode, const When& back) {
    Dice& dice = what.dice();
    practice::InterviewOffer offer;
    offer.episode.item = episode;
    offer.offered_at = later(back, dice.between(2, 20));
    offer.offered_by = "the family support worker";
    const Date offered = *offer.offered_at.first_day();
    const bool refuses = dice.happens_in(25);
    if (refuses) {
        offer.answer.code = "refused";
        offer.answered_at = offer.offered_at;
        offer.refused_by.code = "child";
        offer.why = "I have nothing to say to you.";
    } else {
        offer.answer.code = "agreed";
        offer.answered_at = offer.offered_at;
    }
    Written as_offer;
    what.story.save(as_offer, offer, {child.subject}, what.social_worker(offered), what.story.typed_up(offered, Typed::at_once));
    const bool never = dice.happens_in(6);
    const int hours = dice.happens_in(85) ? dice.between(1, 40) : dice.between(60, 200);
    if (refuses || never) return;

    const record::ItemType& type = record::type_of<practice::ReturnInterview>();
    practice::ReturnInterview interview;
    interview.episode.item = episode;
    interview.held_at = later(offer.offered_at, hours);
    interview.held_by = "the family support worker";
    interview.is_independent = true;
    interview.where = "at school";
    interview.outcome.code = "nothing";
    interview.outcome_words = "The plan says it already: somebody is to be in after school.";
    record::Content content;
    content.values = type.values_of(interview);
    interview.child_words.text = dice.one_of(words);
    interview.why_they_went.text = dice.one_of(reasons);
    interview.what_would_stop_it.text = dice.one_of(what_would_stop);
    record::Content about;
    about.values = type.values_of(interview);
    for (std::size_t i = 0; i < type.fields().size(); ++i) (type.fields()[i].is_about_each ? content : about).values[i] = record::Value();
    content.about.push_back(std::move(about));
    const Date held = *interview.held_at.first_day();
    Written written;
    what.story.save(written, type, content, {child.subject}, what.social_worker(held), what.story.typed_up(held, Typed::at_once));
}

/// @return the day on which the child came back; the day itself where nobody knows yet.
Date tell_time_away(const Case& what, const Child& child, Date day, bool comes_back) {
    Dice& dice = what.dice();
    practice::MissingEpisode episode = as_reported(dice, day);
    Written written;
    what.story.save(written, episode, {child.subject}, what.social_worker(day), what.story.typed_up(day, Typed::at_once));
    if (!comes_back || written.version == 0) return day;
    episode.found_at = later(episode.went_at, dice.happens_in(80) ? dice.between(2, 14) : dice.between(20, 60));
    episode.found = episode.found_at.first_day();
    episode.found_where = dice.one_of(places);
    episode.found_how.text = "Came back alone, tired, and went to bed.";
    episode.is_followed_up = true;
    const ledger::WorkerId owes = what.social_worker(*episode.found);
    episode.interview_by.item = ledger::ItemId(owes.bytes());
    if (!what.story.has_happened(*episode.found)) return day;
    what.story.save(written, episode, {child.subject}, owes, what.story.typed_up(*episode.found, Typed::at_once));
    tell_interview(what, child, written.item, episode.found_at);
    return *episode.found;
}

}  // namespace

void tell_times_missing(const Case& what) {
    if (what.family.number % one_family_in != such_a_family) return;
    const Date today = what.story.today();
    const auto child = std::ranges::find_if(what.family.children, [today](const Child& one) {
        return one.person.version > 0 && !one.is_adopted && !one.in_care_until && one.turns(12) < today.plus_days(-days_told) && one.turns(18) > today;
    });
    if (child == what.family.children.end()) return;
    Dice& dice = what.dice();
    Date day = std::max(today.plus_days(-days_told), what.family.first_known.plus_days(30));
    int times = 0;
    for (int left = dice.between(5, 12); left > 0; --left) {
        day = day.plus_days(4 + dice.days_around(24));
        if (day >= today.plus_days(-3 * days_still_away)) break;
        day = tell_time_away(what, *child, day, true);
        ++times;
    }
    if (times >= exploited_after) tell_exploitation(what, *child);
    if (what.family.number / one_family_in % one_still_away_in == 0) (void)tell_time_away(what, *child, today.plus_days(-dice.between(days_still_away, 2 * days_still_away)), false);
}

}  // namespace steadfast::demo
