#include "record/merge/record_merge.hpp"

#include "record/access/guards.hpp"
#include "record/items.hpp"
#include "record/record_for_tests.hpp"
#include "record/search/duplicates.hpp"
#include "record/workers/worker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace steadfast::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Catalogue& all_of_record() {
    static const Catalogue catalogue = [] {
        Catalogue all;
        add_items(all);
        return all;
    }();
    return catalogue;
}

class RecordMerges : public testing::Test {
protected:
    ledger::SubjectId add(const std::string& given, const std::string& family, const std::string& number, std::optional<Date> born = Date::of(2015, 4, 3)) {
        Person person;
        person.given_name = given;
        person.family_name = family;
        person.authority_id = number;
        person.born = born;
        const auto item = ledger::ItemId::random();
        council_.save({change_of(person, item, 0, {subject_of(item)}, council_.worker())});
        return subject_of(item);
    }
    SeenBook governance() { return SeenBook(council_.record().book(), {council_.worker(), "governance", council_.now()}); }
    SeenChild child(ledger::SubjectId id) { return governance().child(id).value(); }
    Result<void> merge(ledger::SubjectId kept, ledger::SubjectId other, std::vector<std::string_view> facts = {}, std::string because = "Her school confirmed it") {
        return merge_records(council_.record(), governance(), {kept, other, std::move(facts), std::move(because), ledger::IdempotencyKey::random()}, council_.now());
    }
    std::string person_body(ledger::SubjectId id) {
        const auto row = council_.record().book()->find(item_of(id)).value();
        return council_.record().latest_entry(*council_.record().book(), row).value().shared.part.body;
    }
    std::size_t items_about(ledger::SubjectId id) {
        std::set<std::uint32_t> items;   // An item that is about two and was saved twice may be met twice.
        governance().each_about(child(id), [&items](const Found& found) { items.insert(found.head().item); });
        return items.size();
    }

    RecordForTests council_{all_of_record()};
};

TEST_F(RecordMerges, lead_from_either_record_to_the_one_kept_with_all_that_both_hold) {
    const auto kept = add("Amira", "Khan", "7001");
    const auto other = add("Ameera", "Ahmed", "7002");
    ASSERT_TRUE(merge(kept, other));
    EXPECT_EQ(child(other).id, kept);
    EXPECT_EQ(child(kept).name, "Amira Khan");
    const auto merges = merges_of(governance(), child(kept));
    ASSERT_THAT(merges, SizeIs(1));
    EXPECT_EQ(merges[0].other, other);
    EXPECT_EQ(merges[0].by, council_.worker());
}

TEST_F(RecordMerges, are_taken_back_exactly) {
    const auto kept = add("Amira", "Khan", "7001");
    const auto other = add("Ameera", "Ahmed", "7002");
    const std::string kept_before = person_body(kept);
    const std::string other_before = person_body(other);
    const auto about_kept = items_about(kept);
    ASSERT_TRUE(merge(kept, other, {"family_name"}));
    EXPECT_EQ(child(kept).name, "Amira Ahmed") << "the fact that was taken over";

    const auto unmerged = unmerge_records(council_.record(), governance(), merges_of(governance(), child(kept))[0], "Two cousins", ledger::IdempotencyKey::random(), council_.now());
    ASSERT_TRUE(unmerged) << unmerged.error().whole();
    EXPECT_FALSE(unmerged->kept_facts_stay);
    EXPECT_EQ(person_body(kept), kept_before);
    EXPECT_EQ(person_body(other), other_before);
    EXPECT_EQ(child(other).id, other);
    // What was decided stays on record with both.
    EXPECT_EQ(items_about(kept), about_kept + 1);
    EXPECT_TRUE(merges_of(governance(), child(kept))[0].merge.undone_on.has_value());
    const auto again = unmerge_records(council_.record(), governance(), merges_of(governance(), child(kept))[0], "Again", ledger::IdempotencyKey::random(), council_.now());
    EXPECT_EQ(again.error().kind, Refusal::Kind::clash);
}

TEST_F(RecordMerges, leave_a_fact_that_somebody_changed_since) {
    const auto kept = add("Amira", "Khan", "7001");
    const auto other = add("Ameera", "Ahmed", "7002");
    ASSERT_TRUE(merge(kept, other, {"family_name"}));
    Person changed = child(kept).person;
    changed.known_as = "Mimi";
    council_.amend(item_of(kept), {kept}, changed);
    const auto unmerged = unmerge_records(council_.record(), governance(), merges_of(governance(), child(kept))[0], "Two cousins", ledger::IdempotencyKey::random(), council_.now());
    ASSERT_TRUE(unmerged);
    EXPECT_TRUE(unmerged->kept_facts_stay);
    EXPECT_EQ(child(kept).name, "Mimi Ahmed");
}

TEST_F(RecordMerges, of_merges_come_apart_one_by_one) {
    const auto a = add("Amira", "Khan", "7001");
    const auto b = add("Amira", "Khan", "7002");
    const auto c = add("Amira", "Khan", "7003");
    ASSERT_TRUE(merge(a, b));
    ASSERT_TRUE(merge(c, a));
    EXPECT_EQ(child(b).id, c);
    for (const MergeOnRecord& one : merges_of(governance(), child(c))) {
        if (one.kept != c) continue;
        const auto unmerged = unmerge_records(council_.record(), governance(), one, "Not her", ledger::IdempotencyKey::random(), council_.now());
        ASSERT_TRUE(unmerged) << unmerged.error().whole();
    }
    EXPECT_EQ(child(b).id, a);
    EXPECT_EQ(child(c).id, c);
}

TEST_F(RecordMerges, are_refused_with_what_to_do) {
    const auto kept = add("Amira", "Khan", "7001");
    const auto other = add("Ameera", "Ahmed", "7002");
    EXPECT_FALSE(merge(kept, kept));
    EXPECT_FALSE(merge(kept, other, {}, ""));
    const SeenBook worker = council_.seen();
    const MergeAsked asked{kept, other, {}, "because", ledger::IdempotencyKey::random()};
    EXPECT_EQ(merge_records(council_.record(), worker, asked, council_.now()).error().kind, Refusal::Kind::not_allowed);
    ASSERT_TRUE(merge(kept, other));
    EXPECT_EQ(merge(kept, other).error().kind, Refusal::Kind::clash);
}

TEST_F(RecordMerges, never_cross_an_adoption_seal) {
    const auto was = add("Amira", "Khan", "7001");
    const auto became = add("Amy", "Reed", "7002");
    AdoptionSeal seal;
    seal.from = Date::of(2026, 1, 5);
    seal.becomes.item = item_of(became);
    council_.add({was}, seal);
    EXPECT_EQ(merge(became, was).error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(merge(was, became).error().kind, Refusal::Kind::not_found);
    for (const law::Code& code : role.codes) {
        const Viewer viewer{council_.worker(), code.code, council_.now()};
        EXPECT_FALSE(may(viewer, Permission::merge_records) && may(viewer, Permission::see_sealed)) << code.code << " could join across a seal";
    }
}

TEST_F(RecordMerges, are_not_taken_apart_behind_a_seal_that_came_later) {
    const auto kept = add("Amira", "Khan", "7001");
    ASSERT_TRUE(merge(kept, add("Ameera", "Ahmed", "7002")));
    const MergeOnRecord merged = merges_of(governance(), child(kept)).at(0);
    AdoptionSeal seal;
    seal.from = Date::of(2026, 1, 5);
    council_.add({kept}, seal);
    const auto unmerged = unmerge_records(council_.record(), governance(), merged, "Two cousins", ledger::IdempotencyKey::random(), council_.now());
    EXPECT_EQ(unmerged.error().kind, Refusal::Kind::not_found);
}

TEST_F(RecordMerges, are_guarded_by_whatever_guarded_either) {
    const auto worker = [](ledger::WorkerId id) { return Link<Worker>{ledger::ItemId(id.bytes())}; };
    const auto guard = [&](ledger::SubjectId id, const std::string& ring, std::vector<ledger::WorkerId> named) {
        council_.add({id}, Restriction{.from = Date::of(2026, 1, 5), .to = {}, .ring = ring, .why = {"A parent works here."}});
        for (const ledger::WorkerId one : named) {
            Permit permit{.worker = worker(one), .opens = {}, .from = Date::of(2026, 1, 5), .to = {}, .why = {}};
            permit.opens.code = "restricted";
            council_.add({id}, permit);
        }
    };
    const auto for_both = ledger::WorkerId::random();
    const auto for_one = ledger::WorkerId::random();
    const auto kept_out = ledger::WorkerId::random();
    const auto kept = add("Amira", "Khan", "7001");
    const auto other = add("Ameera", "Ahmed", "7002");
    const auto open = add("Amira", "Ahmed", "7003");
    guard(kept, "Fatima Noor", {for_both, for_one, kept_out});
    guard(other, "John Reed", {for_both, kept_out});
    council_.add({open}, ConflictOfInterest{.worker = worker(kept_out), .from = Date::of(2026, 1, 5), .to = {}, .why = {}});
    const auto sees = [&](ledger::WorkerId id, ledger::SubjectId whom) {
        return SeenBook(council_.record().book(), {id, "social_worker", council_.now()}).child(whom).has_value();
    };
    EXPECT_TRUE(sees(for_one, kept));
    EXPECT_TRUE(sees(kept_out, other));
    ASSERT_TRUE(merge(kept, other));
    ASSERT_TRUE(merge(open, kept));
    EXPECT_TRUE(sees(for_both, open));
    EXPECT_FALSE(sees(for_one, open)) << "named for one of the two that were restricted";
    EXPECT_FALSE(sees(kept_out, open)) << "must not know of one of the three";
    const Sight front_door = SeenBook(council_.record().book(), {for_one, "front_door_worker", council_.now()}).sight_of(other);
    EXPECT_EQ(front_door.how, Sight::How::exists);
    EXPECT_THAT(front_door.ring, testing::AllOf(testing::HasSubstr("Fatima Noor"), testing::HasSubstr("John Reed")));
}

TEST_F(RecordMerges, sent_twice_are_one) {
    const auto kept = add("Amira", "Khan", "7001");
    const auto other = add("Ameera", "Ahmed", "7002");
    const MergeAsked asked{kept, other, {"family_name"}, "because", ledger::IdempotencyKey::random()};
    const SeenBook before = governance();
    ASSERT_TRUE(merge_records(council_.record(), before, asked, council_.now()));
    const auto head = council_.record().ledger().head();
    EXPECT_TRUE(merge_records(council_.record(), governance(), asked, council_.now()));
    EXPECT_EQ(council_.record().ledger().head(), head);
}

TEST_F(RecordMerges, differ_by_facts_that_the_other_has) {
    const auto one = add("Amira", "Khan", "7001");
    const auto other = add("Amira", "Ahmed", "7002", std::nullopt);
    EXPECT_THAT(differing_facts(child(one), child(other)), ElementsAre("family_name", "authority_id"));
}

TEST_F(RecordMerges, likely_pairs_are_found_until_somebody_says_that_they_are_two) {
    const auto one = add("Mohammed", "Chaudhry", "7001");
    const auto other = add("Muhammad", "Choudhury", "7002");
    add("Leila", "Chaudhry", "7003");
    const auto turned = add("Amira", "Reed", "7004", Date::of(2015, 4, 3));
    const auto round = add("Amira", "Reed", "7005", Date::of(2015, 3, 4));
    auto likely = likely_pairs(governance(), 10);
    EXPECT_EQ(likely.whole, 2u);
    council_.add<NotTheSame>({one, other}, {});
    likely = likely_pairs(governance(), 10);
    ASSERT_THAT(likely.pairs, SizeIs(1));
    EXPECT_THAT((std::vector{likely.pairs[0].one.id, likely.pairs[0].other.id}), testing::UnorderedElementsAre(turned, round));
    ASSERT_TRUE(merge(turned, round));
    EXPECT_THAT(likely_pairs(governance(), 10).pairs, IsEmpty());
}

TEST_F(RecordMerges, whoever_is_about_to_be_added_is_looked_for_first) {
    const auto there = add("Mohammed", "Chaudhry", "7001");
    Person person;
    person.given_name = "Muhammad";
    person.family_name = "Choudhury";
    person.born = Date::of(2015, 4, 3);
    const auto likely = likely_to_be(*PeopleIndex::of(*council_.record().book()), governance(), person, {}, *Date::of(2026, 3, 2));
    ASSERT_THAT(likely, SizeIs(1));
    EXPECT_EQ(likely[0].child.id, there);
    EXPECT_THAT(likely[0].likeness.why, testing::Contains("born on the same day"));
    person.given_name = "Leila";
    EXPECT_THAT(likely_to_be(*PeopleIndex::of(*council_.record().book()), governance(), person, {}, *Date::of(2026, 3, 2)), IsEmpty());
}

}  // namespace
}  // namespace steadfast::record
