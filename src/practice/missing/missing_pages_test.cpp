#include "practice/missing/missing_for_tests.hpp"
#include "record/home/home_pages.hpp"

namespace steadfast::practice {
namespace {

class MissingPages : public MissingChildren {};

// --- found ---

TEST_F(MissingPages, report_with_one_press_and_find_with_another) {
    const auto id = report();
    EXPECT_EQ(episode(id).from, on("2026-03-03"));
    EXPECT_EQ(episode(id).is_start_unsure, true) << "nobody said when";
    EXPECT_TRUE(episode(id).is_open());
    EXPECT_EQ(post(worker, id, "found"), "went to /missing/" + id + "?found=" + id);
    EXPECT_EQ(episode(id).found, on("2026-03-03"));
    EXPECT_EQ(episode(id).found_at, at("2026-03-03T14:10+00:00"));
    EXPECT_EQ(episode(id).interview_by.item, ledger::ItemId(council.worker().bytes())) << "nobody has the child, so whoever pressed it";
    EXPECT_THAT(worker.get("/missing/{id}", {{"id", id}}, "found=" + id), HasSubstr("Amira Khan is recorded as found: Tue 3 March 2026 at 14:10."));
    EXPECT_EQ(worker.post("/missing/{id}/found/undo", {{"id", id}}, form()), "went to /missing/" + id);
    EXPECT_TRUE(episode(id).is_open());
    EXPECT_FALSE(episode(id).is_followed_up);
}

TEST_F(MissingPages, find_for_whoever_may_see_the_child_whatever_their_role) {
    const auto id = report();
    EXPECT_THAT(post(analyst, id, "back", "found_where=home"), HasSubstr("refused")) << "who does not record work says no more";
    EXPECT_THAT(post(analyst, id, "found", "where=list"), HasSubstr("went to /missing?found="));
    EXPECT_FALSE(episode(id).is_open());
    EXPECT_THAT(post(night, id, "found", "where=home"), HasSubstr("went to /?found=")) << "pressed a second time, it is as it was";
    EXPECT_EQ(council_book()->find(ledger::ItemId::parse(id).value())->head().version, 2U);
}

TEST_F(MissingPages, find_though_a_colleague_saved_the_episode_a_moment_ago) {
    const auto id = report();
    MissingEpisode changed = episode(id);
    changed.risk.code = "high";
    council.amend(ledger::ItemId::parse(id).value(), {amira}, changed);
    EXPECT_THAT(post(night, id, "found"), HasSubstr("went to"));
    EXPECT_EQ(episode(id).risk.code, "high") << "and nothing that the colleague wrote is lost";
    EXPECT_FALSE(episode(id).is_open());
}

TEST_F(MissingPages, give_the_interview_to_the_childs_worker) {
    const auto dev = ledger::WorkerId::random();
    council.add({amira}, record::Allocation{.worker = {ledger::ItemId(dev.bytes())}, .team = {}, .as_what = {"allocated_worker"}, .from = on("2026-03-01"), .to = {}, .why_began = {}, .why_ended = {}});
    const auto id = report();
    post(night, id, "found");
    EXPECT_EQ(episode(id).interview_by.item, ledger::ItemId(dev.bytes()));
}

TEST_F(MissingPages, give_it_to_the_manager_of_the_team_above_where_nobody_in_the_childs_team_leads) {
    record::Team service;
    service.name = "Service";
    const auto above = council.add({}, service);
    record::Team team;
    team.name = "North";
    team.part_of.item = above;
    const auto below = council.add({}, team);
    const auto manager = ledger::WorkerId::random();
    record::TeamMembership membership;
    membership.worker.item = ledger::ItemId(manager.bytes());
    membership.team.item = above;
    membership.from = on("2026-01-05");
    membership.leads = true;
    council.add({}, membership);
    council.add({amira}, record::Allocation{.worker = {}, .team = {below}, .as_what = {"allocated_worker"}, .from = on("2026-03-01"), .to = {}, .why_began = {}, .why_ended = {}});
    const auto seen = council.seen();
    EXPECT_EQ(who_owes_the_interview(seen, seen.child(amira).value(), on("2026-03-03")), manager);
}

TEST_F(MissingPages, say_afterwards_when_where_and_how_and_refuse_a_return_before_the_going) {
    const auto id = report("went_at-day=2&went_at-month=3&went_at-year=2026&went_at-time=21:30");
    EXPECT_FALSE(episode(id).is_start_unsure);
    post(worker, id, "found");
    EXPECT_THAT(post(worker, id, "back", "found_at-day=1&found_at-month=3&found_at-year=2026"), HasSubstr("not before they went"));
    EXPECT_THAT(post(worker, id, "back", "found_at-day=&found_at-month=&found_at-year="), HasSubstr("still missing, press Undo"));
    EXPECT_THAT(post(worker, id, "back", "found_at-day=3&found_at-month=3&found_at-year=2026&found_at-time=01:15&found_where=The+skate+park"), HasSubstr("went to"));
    EXPECT_EQ(episode(id).found_at, at("2026-03-03T01:15+00:00"));
    EXPECT_EQ(episode(id).found_where, "The skate park");
    EXPECT_THAT(page(id), HasSubstr("3 hours"));
    EXPECT_THAT(page(id), HasSubstr("Fri 6 March 2026 at 01:15"));
}

// --- reported ---

TEST_F(MissingPages, keep_an_episode_of_each_of_two_sisters_who_come_back_apart) {
    const auto id = report("children=" + leila.text() + "&risk=high&told=police_told_at&police_reference=ZZ-41&who_with=Dee");
    const auto seen = council.seen();
    const auto sisters = episodes_of(seen, seen.child(leila).value());
    ASSERT_EQ(sisters.size(), 1U);
    EXPECT_EQ(sisters.at(0).episode.together.item.text(), id);
    EXPECT_EQ(sisters.at(0).episode.risk.code, "high");
    EXPECT_EQ(sisters.at(0).episode.police_told_at, at("2026-03-03T14:10+00:00"));
    post(worker, id, "found");
    EXPECT_EQ(missing_now(council.seen()).size(), 1U) << "Leila is still away";
    EXPECT_THAT(page(id), HasSubstr("who is not back yet"));
    EXPECT_THAT(worker.get("/missing", {}), HasSubstr("Leila Khan"));
}

TEST_F(MissingPages, report_nobody_twice_nor_in_days_to_come) {
    report();
    EXPECT_THAT(worker.post("/children/{id}/missing/report", {{"id", amira.text()}}, form()), HasSubstr("is on record as missing already"));
    EXPECT_THAT(worker.post("/children/{id}/missing/report", {{"id", leila.text()}}, form("went_at-day=4&went_at-month=3&went_at-year=2026")), HasSubstr("that have come"));
    EXPECT_THAT(worker.post("/children/{id}/missing/report", {{"id", leila.text()}}, form("went_at-day=3&went_at-month=3&went_at-year=2026&went_at-time=14:11&who_with=Dee")), HasSubstr("value=\"Dee\""))
        << "what was typed is kept";
}

TEST_F(MissingPages, record_who_was_told_with_one_press) {
    const auto id = report();
    EXPECT_THAT(page(id), HasSubstr("Not told, as far as the record says"));
    EXPECT_THAT(post(worker, id, "told"), HasSubstr("Tick who has been told"));
    EXPECT_THAT(post(worker, id, "told", "told=police_told_at&told=found_at&police_reference=ZZ-7"), HasSubstr("went to"));
    EXPECT_EQ(episode(id).police_reference, "ZZ-7");
    EXPECT_TRUE(episode(id).is_open()) << "nothing else is set by that form";
    EXPECT_EQ(last_told(episode(id)), "Police, Tue 3 March 2026 at 14:10");
}

// --- the interview ---

TEST_F(MissingPages, record_an_offer_a_refusal_a_second_offer_and_the_interview_with_the_childs_words_in_that_childs_file_alone) {
    const auto id = report("children=" + leila.text());
    post(worker, id, "found");
    EXPECT_THAT(post(worker, id, "answer", "answer=refused"), HasSubstr("No offer waits for an answer"));
    post(worker, id, "offer");
    EXPECT_THAT(page(id), HasSubstr("They refused"));
    post(worker, id, "answer", "answer=refused");
    EXPECT_THAT(page(id), HasSubstr("<strong>refused 3 March 2026</strong>"));
    EXPECT_THAT(page(id), HasSubstr("Offered again just now"));
    EXPECT_THAT(worker.post("/missing/{id}/interview", {{"id", id}}, form("outcome=nothing&" + record::input_about(amira, "child_words") + "=They+shout")), HasSubstr("They shout"));
    const auto went_to = worker.post("/missing/{id}/interview", {{"id", id}},
                                     form("held_at-day=3&held_at-month=3&held_at-year=2026&held_at-time=14:00&outcome=nothing&outcome_words=Her+plan+says+it+already&is_independent=yes&" +
                                          record::input_about(amira, "child_words") + "=They+shout"));
    EXPECT_EQ(went_to, "went to /missing/" + id + "#interview");
    EXPECT_THAT(page(id), HasSubstr("Nothing changes, because: Her plan says it already"));
    EXPECT_THAT(page(id), HasSubstr("independent of whoever looks after the child"));
    const auto interview = interview_after(all_duties(), council.seen(), episode_seen(council.seen(), ledger::ItemId::parse(id).value()).value(), on("2026-03-03"));
    EXPECT_EQ(council_book()->subjects(council_book()->find(*interview.held).value()), std::vector{amira});
}

TEST_F(MissingPages, give_the_interview_to_a_colleague_and_take_up_a_return_by_that) {
    record::Worker dev;
    dev.name = "Dev Rao";
    dev.sign_in_name = "dev.rao";
    dev.works_as.code = "family_support_worker";
    const auto item = ledger::ItemId::random();
    council.save({record::change_of(dev, item, 0, {}, council.worker())});
    MissingEpisode row;
    row.from = on("2026-03-01");
    row.found = on("2026-03-02");
    const std::string id = council.add({amira}, row).text();
    EXPECT_THAT(post(worker, id, "interviewer", "worker=nobody"), HasSubstr("Choose a colleague"));
    EXPECT_THAT(post(worker, id, "interviewer", "worker=dev.rao"), HasSubstr("went to"));
    EXPECT_EQ(episode(id).interview_by.item, item);
    EXPECT_THAT(page(id), HasSubstr("Dev Rao owes it."));
}

// --- the first page and the board ---

void add_pages_around(record::Record& record, record::pages::PageParts& parts) {
    add_missing_pages(record, parts);
    record::pages::add_home_pages(parts);
    record::pages::add_board_pages(record, parts);
}

TEST_F(MissingPages, stand_on_the_first_page_of_the_childs_worker_and_on_the_board_of_their_manager_with_the_press) {
    record::Team team;
    team.name = "North";
    const auto north = council.add({}, team);
    const auto dev = ledger::WorkerId::random();
    const auto manager = ledger::WorkerId::random();
    for (const auto who : {dev, manager}) {
        record::TeamMembership membership;
        membership.worker.item = ledger::ItemId(who.bytes());
        membership.team.item = north;
        membership.from = on("2026-01-05");
        membership.leads = who == manager;
        council.add({}, membership);
    }
    council.add({amira}, record::Allocation{.worker = {ledger::ItemId(dev.bytes())}, .team = {north}, .as_what = {"allocated_worker"}, .from = on("2026-03-01"), .to = {}, .why_began = {}, .why_ended = {}});
    for (const auto* const day : {"2026-02-03", "2026-02-10"}) {
        MissingEpisode one;
        one.from = on(day);
        one.found = on(day);
        council.add({amira}, one);
    }
    const auto id = report("children=" + leila.text());
    VisitorForTests devs{council, "social_worker", dev, add_pages_around, &all_duties()};
    VisitorForTests boss{council, "team_manager", manager, add_pages_around, &all_duties()};
    const auto home = devs.get("/", {});
    EXPECT_THAT(home, HasSubstr("Missing now (2)"));
    EXPECT_THAT(home, HasSubstr("/missing/" + id + "/found"));
    EXPECT_THAT(home, HasSubstr("1 child whom you do not work with"));
    EXPECT_THAT(home, Not(HasSubstr("Leila"))) << "whose record's log does not say that this page was looked at";
    const auto board = boss.get("/board", {});
    EXPECT_THAT(board, HasSubstr("/missing/" + id + "/found"));
    EXPECT_THAT(board, HasSubstr("Amira Khan was missing 3 times in the last 90 days."));
    EXPECT_THAT(board, Not(HasSubstr("Leila")));
    EXPECT_EQ(boss.post("/missing/{id}/found", {{"id", id}}, form("where=board")), "went to /board?found=" + id);
    EXPECT_THAT(boss.get("/board", {}, "found=" + id), HasSubstr("Amira Khan is recorded as found"));
    EXPECT_EQ(episode(id).interview_by.item, ledger::ItemId(dev.bytes()));
}

// --- who may see what ---

TEST_F(MissingPages, tell_of_a_restricted_child_only_whom_to_ring_and_of_a_sealed_one_nothing) {
    report("children=" + leila.text());
    record::Restriction restriction;
    restriction.from = on("2026-03-01");
    restriction.ring = "Fatima Noor, 01632 960001";
    council.add({amira}, restriction);
    record::AdoptionSeal seal;
    seal.from = on("2026-03-01");
    council.add({leila}, seal);
    const auto list = night.get("/missing", {});
    EXPECT_THAT(list, Not(HasSubstr("Khan")));
    EXPECT_THAT(list, HasSubstr("One more child is missing, whose record is restricted"));
    EXPECT_THAT(list, HasSubstr("Ring Fatima Noor, 01632 960001"));
    EXPECT_THAT(analyst.get("/missing", {}), Not(HasSubstr("Fatima")));
    const auto csv = night.post("/missing/for", {}, "recipient=Police&as=csv&names=yes");
    EXPECT_THAT(csv.substr(csv.find('\n')), Not(HasSubstr("Khan")));
}

TEST_F(MissingPages, make_the_list_for_somebody_by_numbers_unless_names_are_asked_for) {
    report("risk=medium&last_seen_where=12+Mill+Lane");
    EXPECT_THAT(worker.post("/missing/for", {}, "as=csv"), HasSubstr("Enter who it is for"));
    const auto csv = worker.post("/missing/for", {}, "recipient=Police&as=csv");
    EXPECT_THAT(csv, HasSubstr("For Police. Made 3 March 2026 at 14:10 by Amira Khan."));   // The worker of these tests is called so too.
    EXPECT_THAT(csv, HasSubstr("Medium"));
    EXPECT_THAT(csv, Not(HasSubstr("Mill Lane")));
    EXPECT_THAT(csv.substr(csv.find('\n')), Not(HasSubstr("Khan")));
    EXPECT_THAT(worker.post("/missing/for", {}, "recipient=Police&as=print&names=yes"), HasSubstr(">Amira Khan</td>"));
}

TEST_F(MissingPages, stand_in_the_order_of_risk_and_narrows_by_it) {
    const auto third = child_called("Sam");
    const auto add = [this](ledger::SubjectId child, std::string_view risk, std::string_view from) {
        MissingEpisode one;
        one.kind.code = "M";
        one.risk.code = risk;
        one.from = on(from);
        council.add({child}, one);
    };
    add(amira, "low", "2026-02-01");
    add(leila, "", "2026-03-02");
    add(third, "high", "2026-03-03");
    const auto list = worker.get("/missing", {});
    EXPECT_LT(list.find("Sam Khan"), list.find("Leila Khan"));
    EXPECT_LT(list.find("Leila Khan"), list.find("Amira Khan")) << "what nobody judged may be great";
    EXPECT_THAT(worker.get("/missing", {}, "risk=unsaid"), Not(HasSubstr("Sam Khan")));
    const auto by_time = worker.get("/missing", {}, "order=time");
    EXPECT_LT(by_time.find("Amira Khan"), by_time.find("Leila Khan"));
}

}  // namespace
}  // namespace steadfast::practice
