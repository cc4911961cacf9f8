#include "record/access/seen_book.hpp"

#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/council/council.hpp"
#include "record/items.hpp"
#include "record/put_right/dispute.hpp"
#include "record/record_for_tests.hpp"
#include "record/teams/team.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using How = Sight::How;

const Catalogue& catalogue() {
    static const Catalogue catalogue = [] {
        Catalogue all;
        add_items(all);
        return all;
    }();
    return catalogue;
}

Link<Worker> link(ledger::WorkerId worker) { return {ledger::ItemId(worker.bytes())}; }

/// A council with one child, whose record says who may see it.
class Access : public testing::Test {
protected:
    RecordForTests council_{catalogue()};
    ledger::SubjectId child_ = council_.add_child();
    ledger::WorkerId one_ = ledger::WorkerId::random();
    const std::optional<Date> before_ = Date::of(2026, 1, 5);

    How how(ledger::WorkerId worker, std::string_view role_code) {
        return SeenBook(council_.record().book(), {worker, role_code, council_.now()}).sight_of(child_).how;
    }
    void open_to_those_with_a_part() {
        Council council;
        council.records_open_to.code = "those_with_a_part";
        council_.add({}, council);
    }
    ledger::ItemId allocate(ledger::WorkerId worker, std::string_view as_what = "allocated_worker") {
        Allocation allocation;
        allocation.worker = link(worker);
        allocation.as_what.code = as_what;
        allocation.from = before_;
        return council_.add({child_}, allocation);
    }
    ledger::ItemId add_team(ledger::ItemId part_of = {}) {
        Team team;
        team.name = "North";
        team.part_of.item = part_of;
        return council_.add({}, team);
    }
    ledger::ItemId join(ledger::WorkerId worker, ledger::ItemId team, bool leads = false) {
        TeamMembership membership;
        membership.worker = link(worker);
        membership.team.item = team;
        membership.from = before_;
        membership.leads = leads;
        return council_.add({}, membership);
    }
    ledger::ItemId restrict_record() {
        Restriction restriction;
        restriction.from = before_;
        restriction.ring = "Fatima Noor, 01234 567890";
        restriction.why.text = "A parent works at the council.";
        return council_.add({child_}, restriction);
    }
    void name(ledger::WorkerId worker, std::string_view opens) {
        Permit permit;
        permit.worker = link(worker);
        permit.opens.code = opens;
        permit.from = before_;
        council_.add({child_}, permit);
    }
    void deny(ledger::WorkerId worker) {
        ConflictOfInterest conflict;
        conflict.worker = link(worker);
        conflict.from = before_;
        council_.add({child_}, conflict);
    }
    void seal() {
        AdoptionSeal seal;
        seal.from = before_;
        council_.add({child_}, seal);
    }
    void open_in_emergency(ledger::WorkerId worker) {
        EmergencyAccess access;
        access.worker = link(worker);
        access.began = When::minute(council_.now(), 0);
        access.reason = "Police have the child at the station.";
        council_.add({child_}, access);
    }
};

TEST_F(Access, opens_every_unrestricted_record_to_practitioners_unless_the_council_says_otherwise) {
    EXPECT_EQ(how(one_, "social_worker"), How::seen);
    EXPECT_EQ(how(one_, "business_support"), How::seen);
    EXPECT_EQ(how(one_, "administrator"), How::not_found);
    open_to_those_with_a_part();
    EXPECT_EQ(how(one_, "social_worker"), How::exists);
    EXPECT_EQ(how(one_, "business_support"), How::not_found);
    EXPECT_EQ(how(one_, "front_door_worker"), How::seen);
    EXPECT_EQ(how(one_, "director"), How::seen);
}

TEST_F(Access, follows_allocation_and_ends_with_it_at_once) {
    open_to_those_with_a_part();
    const auto allocation = allocate(one_);
    EXPECT_EQ(how(one_, "social_worker"), How::seen);
    Allocation ended;
    ended.worker = link(one_);
    ended.as_what.code = "allocated_worker";
    ended.from = before_;
    ended.to = Date::of(2026, 3, 2);   // Today.
    council_.amend(allocation, {child_}, ended);
    EXPECT_EQ(how(one_, "social_worker"), How::exists);
}

TEST_F(Access, is_shared_with_the_team_of_an_allocated_worker_and_not_with_the_team_of_a_panels_member) {
    open_to_those_with_a_part();
    const auto mate = ledger::WorkerId::random();
    const auto team = add_team();
    join(one_, team);
    join(mate, team);
    const auto on_panel = allocate(one_, "panel_member");
    EXPECT_EQ(how(one_, "social_worker"), How::seen);
    EXPECT_EQ(how(mate, "social_worker"), How::exists);
    council_.withdraw<Allocation>(on_panel, {child_});
    allocate(one_);
    EXPECT_EQ(how(mate, "social_worker"), How::seen);
}

TEST_F(Access, is_shared_with_whoever_leads_a_team_above) {
    open_to_those_with_a_part();
    const auto leader = ledger::WorkerId::random();
    const auto member_above = ledger::WorkerId::random();
    const auto service = add_team();
    const auto team = add_team(add_team(service));
    join(leader, service, true);
    join(member_above, service);
    join(one_, team);
    allocate(one_);
    EXPECT_EQ(how(leader, "team_manager"), How::seen);
    EXPECT_EQ(how(member_above, "social_worker"), How::exists);
}

TEST_F(Access, comes_to_an_end_where_somebody_made_a_circle_of_teams) {
    open_to_those_with_a_part();
    const auto first = add_team();
    const auto second = add_team(first);
    Team circle;
    circle.name = "North";
    circle.part_of.item = second;
    council_.amend(first, {}, circle);
    join(one_, second);
    allocate(one_);
    const auto leader = ledger::WorkerId::random();
    join(leader, first, true);
    EXPECT_EQ(how(leader, "team_manager"), How::seen);
}

TEST_F(Access, restricted_is_for_those_named_allocated_supervising_and_governance) {
    const auto mate = ledger::WorkerId::random();
    const auto leader = ledger::WorkerId::random();
    const auto named = ledger::WorkerId::random();
    const auto team = add_team();
    join(one_, team);
    join(mate, team);
    join(leader, team, true);
    allocate(one_);
    const auto restriction = restrict_record();
    name(named, "restricted");
    EXPECT_EQ(how(one_, "social_worker"), How::seen);
    EXPECT_EQ(how(leader, "team_manager"), How::seen);
    EXPECT_EQ(how(named, "social_worker"), How::seen);
    EXPECT_EQ(how(ledger::WorkerId::random(), "governance"), How::seen);
    EXPECT_EQ(how(mate, "social_worker"), How::not_found);
    EXPECT_EQ(how(ledger::WorkerId::random(), "service_manager"), How::not_found);
    EXPECT_EQ(how(ledger::WorkerId::random(), "analyst"), How::not_found);
    council_.withdraw<Restriction>(restriction, {child_});
    EXPECT_EQ(how(mate, "social_worker"), How::seen);
}

TEST_F(Access, tells_the_front_door_that_a_restricted_record_exists_and_whom_to_ring_and_no_more) {
    restrict_record();
    const SeenBook seen(council_.record().book(), {one_, "front_door_worker", council_.now()});
    const Sight sight = seen.sight_of(child_);
    EXPECT_EQ(sight.how, How::exists);
    EXPECT_TRUE(sight.is_restricted);
    EXPECT_EQ(sight.ring, "Ring Fatima Noor, 01234 567890.");
    const auto refused = seen.child(child_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::not_allowed);
    EXPECT_THAT(refused.error().whole(), testing::HasSubstr("Ring Fatima Noor"));
    int people = 0;
    seen.each_person([&people](const Found&) { ++people; });
    EXPECT_EQ(people, 0);
    seen.each_who_only_exists([&people](const Found&) { ++people; });
    EXPECT_EQ(people, 1);
    const SeenBook social_worker(council_.record().book(), {one_, "social_worker", council_.now()});
    social_worker.each_who_only_exists([&people](const Found&) { ++people; });
    EXPECT_EQ(people, 1);
    EXPECT_EQ(social_worker.child(child_).error().kind, Refusal::Kind::not_found);
}

TEST_F(Access, opens_for_a_day_in_an_emergency_and_no_longer) {
    restrict_record();
    open_in_emergency(one_);
    EXPECT_EQ(how(one_, "front_door_worker"), How::seen);
    EXPECT_EQ(how(ledger::WorkerId::random(), "front_door_worker"), How::exists);
    const auto at = [&](std::int64_t seconds) {
        return SeenBook(council_.record().book(), {one_, "front_door_worker", council_.now().plus_seconds(seconds)}).sight_of(child_).how;
    };
    EXPECT_EQ(at(emergency_access_seconds - 1), How::seen);
    EXPECT_EQ(at(emergency_access_seconds), How::exists);
}

TEST_F(Access, denied_is_not_found_whatever_else_would_let_them_in) {
    allocate(one_);
    restrict_record();
    name(one_, "restricted");
    open_in_emergency(one_);
    deny(one_);
    for (const auto role_code : {"social_worker", "front_door_worker", "director", "governance"}) EXPECT_EQ(how(one_, role_code), How::not_found) << role_code;
}

TEST_F(Access, sealed_is_not_found_but_for_named_adoption_workers) {
    allocate(one_);
    open_in_emergency(one_);
    seal();
    for (const auto role_code : {"social_worker", "front_door_worker", "director", "governance", "adoption_worker"})
        EXPECT_EQ(how(one_, role_code), How::not_found) << role_code;
    name(one_, "restricted");
    EXPECT_EQ(how(one_, "adoption_worker"), How::not_found);
    name(one_, "sealed");
    EXPECT_EQ(how(one_, "adoption_worker"), How::seen);
    EXPECT_EQ(how(one_, "director"), How::not_found);
}

TEST_F(Access, takes_the_stricter_of_two_who_were_merged_and_the_milder_again_when_that_is_undone) {
    const auto twin = council_.add_child();
    const auto merge = ledger::ItemId::random();
    const auto say = [&](ledger::Kind kind, std::uint32_t from) {
        ledger::Change change;
        change.kind = kind;
        change.item = merge;
        change.starts_from = from;
        change.type = "merge";
        change.subjects = {twin, child_};
        change.recorded_by = one_;
        change.shared.body = "{}";
        council_.save({change});
    };
    restrict_record();
    EXPECT_TRUE(council_.seen().child(twin));
    say(ledger::Kind::merged, 0);
    EXPECT_FALSE(council_.seen().child(twin));
    say(ledger::Kind::unmerged, 1);
    EXPECT_TRUE(council_.seen().child(twin));
}

TEST_F(Access, looking_back_is_decided_by_who_may_see_it_today) {
    const auto then = council_.record().book();
    restrict_record();
    EXPECT_FALSE(council_.seen().looking_back_at(then).child(child_));
}

TEST_F(Access, is_worked_out_once_for_as_long_as_nothing_that_it_comes_from_changes) {
    allocate(one_);
    const auto before = &council_.seen().access();
    council_.add_child();
    EXPECT_EQ(&council_.seen().access(), before);
    restrict_record();
    EXPECT_NE(&council_.seen().access(), before);
}

TEST_F(Access, says_why_a_record_is_guarded_only_to_those_who_guard_it) {
    allocate(one_);
    const auto restriction = restrict_record();
    const auto as = [&](std::string_view role_code) { return SeenBook(council_.record().book(), {one_, role_code, council_.now()}).item(restriction).has_value(); };
    EXPECT_FALSE(as("social_worker"));
    EXPECT_TRUE(as("service_manager"));
}

TEST_F(Access, withholds_what_is_also_about_a_restricted_brother) {
    const auto brother = council_.add_child();
    Allocation both;
    both.from = before_;
    const auto item = council_.add({brother, child_}, both);
    EXPECT_TRUE(council_.seen().item(item));
    restrict_record();
    EXPECT_FALSE(council_.seen().item(item));
    EXPECT_TRUE(council_.seen().item_in_part(item));
}

/// What the author of a text about brothers and sisters marked as fit to be read in the file of each.
class AccessToWhatFitsEach : public Access {
protected:
    ledger::SubjectId brother_ = council_.add_child();
    ledger::ItemId text_ = [this] {
        Content content;
        Dispute dispute;
        dispute.by_whom = "Their mother";
        content.values = type_of<Dispute>().values_of(dispute);
        content.is_fit_for_each = true;
        const auto item = ledger::ItemId::random();
        council_.save({change_of(type_of<Dispute>(), item, 0, {child_, brother_}, content, council_.worker())});
        return item;
    }();

    bool is_in_the_brothers_file(ledger::WorkerId worker, std::string_view role_code) {
        const SeenBook book(council_.record().book(), {worker, role_code, council_.now()});
        bool is_there = false;
        book.each_about(book.child(brother_).value(), [&](const Found& found) { is_there |= book.book().item_id(found) == text_; });
        return is_there;
    }
};

TEST_F(AccessToWhatFitsEach, is_given_where_one_of_them_is_restricted) {
    EXPECT_TRUE(is_in_the_brothers_file(one_, "social_worker"));
    restrict_record();
    EXPECT_TRUE(is_in_the_brothers_file(one_, "social_worker"));
}

TEST_F(AccessToWhatFitsEach, never_reaches_across_a_seal_or_a_conflict_of_interest) {
    deny(one_);
    EXPECT_FALSE(is_in_the_brothers_file(one_, "social_worker"));
    const auto another = ledger::WorkerId::random();
    EXPECT_TRUE(is_in_the_brothers_file(another, "social_worker"));
    seal();
    EXPECT_FALSE(is_in_the_brothers_file(another, "social_worker"));
    EXPECT_FALSE(is_in_the_brothers_file(another, "director"));
}

}  // namespace
}  // namespace steadfast::record
