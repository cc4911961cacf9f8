#include "practice/missing/missing_for_tests.hpp"

namespace steadfast::practice {
namespace {

class MissingPatterns : public MissingChildren {};

TEST_F(MissingPatterns, say_in_a_sentence_that_it_was_as_often_as_the_councils_rule_until_the_boundary_day) {
    for (const auto* const day : {"2025-12-03", "2026-01-10", "2026-02-20"}) {
        MissingEpisode one;
        one.from = on(day);
        one.found = on(day);
        council.add({amira}, one);
    }
    const auto seen = council.seen();
    const auto all = episodes_of(seen, seen.child(amira).value());
    EXPECT_EQ(repeats_in_words({}, all, on("2026-03-02")), "Amira Khan was missing 3 times in the last 90 days. After 3 we hold a strategy discussion.");
    EXPECT_EQ(repeats_in_words({}, all, on("2026-03-03")), "") << "the first was ninety days ago";
    MissingSettings settings;
    settings.many_times = 2;
    settings.then = "ask for a meeting";
    council.save({record::change_of(settings, missing_settings_item(), 0, {}, council.worker())});
    EXPECT_EQ(repeats_in_words(repeat_rule(*council_book()), all, on("2026-03-03")), "Amira Khan was missing 2 times in the last 90 days. After 2 we ask for a meeting.");
    EXPECT_EQ(in_a_line(all, on("2026-03-03")), "Away 3 times on record; in the last 12 months 3 times, with no nights away.");
}

TEST_F(MissingPatterns, find_what_times_away_have_in_common) {
    const auto add = [this](ledger::SubjectId child, std::string_view went, std::string_view back, std::string_view where, std::string_view with) {
        MissingEpisode one;
        one.went_at = at(went);
        one.from = one.went_at.first_day();
        one.found_at = at(back);
        one.found = one.found_at.first_day();
        one.found_where = where;
        one.who_with = with;
        council.add({child}, one);
    };
    add(amira, "2026-02-06T19:00+00:00", "2026-02-07T02:00+00:00", "The skate park", "Dee, Marlon");
    add(amira, "2026-02-13T18:30+00:00", "2026-02-13T23:00+00:00", " the Skate  park. ", "marlon");
    add(amira, "2026-02-20", "2026-02-20", "Nan's", "");
    add(leila, "2026-02-07T01:00+00:00", "2026-02-07T09:00+00:00", "", "");
    const auto seen = council.seen();
    const auto all = episodes_of(seen, seen.child(amira).value());
    const auto places = by_place(all);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places.at(0).times, 2U);
    EXPECT_EQ(places.at(0).last, on("2026-02-13"));
    const auto people = by_person(all);
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people.at(0).times, 2U) << "Marlon, however he is spelled";
    const ByTime times = by_time(all);
    EXPECT_EQ(times.times[4][3], 2U) << "twice on a Friday evening";
    EXPECT_EQ(times.at_unknown_time[4], 1U);
    const auto others = away_at_the_same_time(seen, all, on("2026-03-03"));
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others.at(0).words, "Leila Khan");
    EXPECT_EQ(others.at(0).times, 1U);

    record::AdoptionSeal seal;
    seal.from = on("2026-03-01");
    council.add({leila}, seal);
    const auto after = council.seen();
    EXPECT_TRUE(away_at_the_same_time(after, episodes_of(after, after.child(amira).value()), on("2026-03-03")).empty()) << "no other child's name but as the viewer may see it";
    EXPECT_THAT(worker.get("/children/{id}/missing", {{"id", amira.text()}}), HasSubstr("the Skate park"));
}

TEST_F(MissingPatterns, are_shown_to_a_manager_for_the_children_of_their_teams_and_no_others) {
    record::Team team;
    team.name = "North";
    const auto north = council.add({}, team);
    const auto manager = ledger::WorkerId::random();
    record::TeamMembership membership;
    membership.worker.item = ledger::ItemId(manager.bytes());
    membership.team.item = north;
    membership.from = on("2026-01-05");
    membership.leads = true;
    council.add({}, membership);
    council.add({amira}, record::Allocation{.worker = {}, .team = {north}, .as_what = {"allocated_worker"}, .from = on("2026-03-01"), .to = {}, .why_began = {}, .why_ended = {}});
    for (const auto child : {amira, leila}) {
        MissingEpisode one;
        one.from = on("2026-02-20");
        one.found = on("2026-02-22");
        one.last_seen_where = child == amira ? "The river path" : "The bus station";
        council.add({child}, one);
    }
    MissingEpisode long_ago;
    long_ago.from = on("2024-02-20");
    long_ago.found = on("2024-02-21");
    council.add({amira}, long_ago);
    VisitorForTests boss{council, "team_manager", manager, add_missing_pages, &all_duties()};
    const auto page = boss.get("/missing/patterns", {});
    EXPECT_THAT(page, HasSubstr("Times away: 1. Children: 1."));
    EXPECT_THAT(page, HasSubstr("The river path"));
    EXPECT_THAT(page, Not(HasSubstr("The bus station")));
    EXPECT_THAT(boss.get("/missing/patterns", {}, "time=ever&team=" + north.text()), HasSubstr("Times away: 2. Children: 1."));
    EXPECT_THAT(worker.get("/missing/patterns", {}), HasSubstr("refused"));
}

}  // namespace
}  // namespace steadfast::practice
