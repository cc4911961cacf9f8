#include "record/record.hpp"

#include "record/access/seen_book.hpp"
#include "record/item/withdrawal.hpp"
#include "record/people/chronology.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>

namespace steadfast::record {
namespace {

/// An item of the test's own, with a field of every kind.
struct Sighting {
    std::optional<Date> seen_on;
    std::optional<Date> until;
    When at;
    std::optional<std::int32_t> people_there;
    std::optional<bool> seen_alone;
    Coded<law::sex> sex;
    CodedList<law::disability> disabilities;
    std::string place;
    Narrative words;
    Link<Sighting> follows;
};

}  // namespace

template <>
const ItemType& type_of<Sighting>() {
    static const ItemType type({.key = "sighting", .name = "Sighting", .plural = "Sightings", .happened = "seen_on", .ended = "until",
                                .summary = {"place", "sex"}},
                               {
                                   field<&Sighting::seen_on>("seen_on", "Seen on"),
                                   field<&Sighting::until>("until", "Until"),
                                   field<&Sighting::at>("at", "At"),
                                   field<&Sighting::people_there>("people_there", "People there"),
                                   field<&Sighting::seen_alone>("seen_alone", "Seen alone"),
                                   field<&Sighting::sex>("sex", "Sex"),
                                   field<&Sighting::disabilities>("disabilities", "Disabilities"),
                                   field<&Sighting::place>("place", "Place"),
                                   field<&Sighting::words>("words", "Words"),
                                   field<&Sighting::follows>("follows", "Follows"),
                               });
    return type;
}

namespace {

class RecordTest : public testing::Test {
protected:
    void SetUp() override {
        catalogue_.add(type_of<Person>());
        catalogue_.add(type_of<Sighting>());
        folder_ = std::filesystem::temp_directory_path() / ("record_test_" + IdBytes::random().text());
        std::filesystem::create_directories(folder_);
        open();
    }
    void TearDown() override {
        record_.reset();
        std::filesystem::remove_all(folder_);
    }
    void open() {
        record_.reset();
        auto opened = Record::open("sqlite:" + (folder_ / "council.sqlite").string(), catalogue_, clock_);
        ASSERT_TRUE(opened) << opened.error().whole();
        record_ = std::move(*opened);
    }
    void save(std::vector<ledger::Change> changes) {
        for (auto& change : changes)
            if (change.batch.is_none() && change.key.is_none()) change.key = ledger::IdempotencyKey::random();
        const auto saved = record_->ledger().save_and_wait(std::move(changes));
        ASSERT_TRUE(saved) << saved.error().whole();
    }
    ledger::SubjectId add_person(const std::string& given, const std::string& family, const std::string& number, std::optional<Date> born) {
        Person person;
        person.given_name = given;
        person.family_name = family;
        person.authority_id = number;
        person.born = born;
        const auto item = ledger::ItemId::random();
        save({change_of(person, item, 0, {subject_of(item)}, me_)});
        return subject_of(item);
    }
    ledger::ItemId add_sighting(std::vector<ledger::SubjectId> subjects, const std::string& place, std::optional<Date> seen_on) {
        Sighting sighting;
        sighting.place = place;
        sighting.seen_on = seen_on;
        const auto item = ledger::ItemId::random();
        save({change_of(sighting, item, 0, std::move(subjects), me_)});
        return item;
    }
    std::vector<std::string> places(const Book& book, ledger::SubjectId person) {
        std::vector<std::string> all;
        book.each_about(person, [&](const Found& found) {
            if (&found.type() == &type_of<Sighting>()) all.push_back(found.table->item<Sighting>(found.row).place);
        });
        return all;
    }
    SeenBook seen() { return SeenBook(record_->book(), {me_, "social_worker"}); }

    Catalogue catalogue_;
    StandingClock clock_{*Instant::parse_iso("2026-03-02T09:00:00Z")};
    std::filesystem::path folder_;
    std::unique_ptr<Record> record_;
    ledger::WorkerId me_ = ledger::WorkerId::random();
};

TEST_F(RecordTest, keeps_every_kind_of_field_through_the_store_and_back) {
    const auto child = add_person("Amira", "Khan", "100", Date::of(2015, 4, 3));
    Sighting sighting{Date::of(2026, 2, 28), Date::of(2026, 3, 1), *When::parse("2026-02-28T14:02+00:00"), 3, false,
                      {"M"}, {{"HAND", "NOT_A_CODE"}}, "At \"home\"\n\xC3\xA9", {"She said\tnothing."}, {ledger::ItemId::random()}};
    const auto item = ledger::ItemId::random();
    save({change_of(sighting, item, 0, {child}, me_)});

    for (int opening = 0; opening < 2; ++opening) {
        const auto found = record_->book()->find(item);
        ASSERT_TRUE(found);
        const auto kept = found->table->item<Sighting>(found->row);
        EXPECT_EQ(kept.seen_on, sighting.seen_on);
        EXPECT_EQ(kept.until, sighting.until);
        EXPECT_EQ(kept.at, sighting.at);
        EXPECT_EQ(kept.people_there, sighting.people_there);
        EXPECT_EQ(kept.seen_alone, sighting.seen_alone);
        EXPECT_EQ(kept.sex, sighting.sex);
        EXPECT_EQ(kept.disabilities, sighting.disabilities);
        EXPECT_EQ(kept.place, sighting.place);
        EXPECT_EQ(kept.follows, sighting.follows);
        EXPECT_EQ(kept.words.text, "") << "narratives stay in the store";
        const auto entry = record_->latest_entry(*record_->book(), *found);
        ASSERT_TRUE(entry);
        const auto content = read_part(type_of<Sighting>(), entry->shared.part);
        ASSERT_TRUE(content);
        EXPECT_EQ(type_of<Sighting>().item_from<Sighting>(content->values).words.text, "She said\tnothing.");
        EXPECT_EQ(entry->happened.text(), "2026-02-28/2026-03-01");
        open();
    }
}

TEST_F(RecordTest, keeps_a_code_that_is_not_in_its_set_and_says_so) {
    const auto child = add_person("Sam", "Reed", "101", std::nullopt);
    Sighting sighting;
    sighting.sex = {"X"};
    const auto item = ledger::ItemId::random();
    save({change_of(sighting, item, 0, {child}, me_)});
    const auto found = record_->book()->find(item);
    EXPECT_EQ(found->table->item<Sighting>(found->row).sex.code, "X");
    EXPECT_EQ(found->type().summary(found->values()), "X (not a code of this set)");
}

TEST_F(RecordTest, a_reader_keeps_the_version_it_pinned_while_the_record_moves_on) {
    const auto child = add_person("Leila", "Khan", "102", std::nullopt);
    const auto item = add_sighting({child}, "school", Date::of(2026, 1, 5));
    const auto pinned = record_->book();
    Sighting later;
    later.place = "home";
    save({change_of(later, item, 1, {child}, me_)});
    add_sighting({child}, "park", Date::of(2026, 1, 6));

    EXPECT_EQ(places(*pinned, child), (std::vector<std::string>{"school"}));
    EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"park", "home"}));
}

TEST_F(RecordTest, refuses_a_save_from_an_old_version_and_keeps_the_newer_text) {
    const auto child = add_person("Leila", "Khan", "102", std::nullopt);
    const auto item = add_sighting({child}, "school", std::nullopt);
    Sighting mine;
    mine.place = "mine";
    save({change_of(mine, item, 1, {child}, me_)});
    Sighting theirs;
    theirs.place = "theirs";
    const auto clash = record_->ledger().save_and_wait({change_of(theirs, item, 1, {child}, me_)});
    ASSERT_FALSE(clash);
    EXPECT_EQ(clash.error().kind, Refusal::Kind::clash);
    EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"mine"}));
}

TEST_F(RecordTest, one_entry_about_three_children_is_on_each_of_their_records) {
    const auto amira = add_person("Amira", "Khan", "1", std::nullopt);
    const auto sam = add_person("Sam", "Khan", "2", std::nullopt);
    const auto leila = add_person("Leila", "Khan", "3", std::nullopt);
    add_sighting({amira, sam, leila}, "kitchen", std::nullopt);
    for (const auto child : {amira, sam, leila}) EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"kitchen"}));
}

TEST_F(RecordTest, what_was_recorded_in_error_is_gone_from_the_child_and_stays_for_audit) {
    const auto child = add_person("Amira", "Khan", "1", std::nullopt);
    const auto item = add_sighting({child}, "wrong house", std::nullopt);
    save({withdrawal_of("sighting", item, 1, {child}, "Another \"Amira\"", me_)});
    EXPECT_EQ(withdrawn_because(record_->ledger().store().entries_of(item, 100)->back().shared.part), "Another \"Amira\"");
    EXPECT_TRUE(places(*record_->book(), child).empty());
    EXPECT_FALSE(seen().item(item));
    EXPECT_TRUE(SeenBook(record_->book(), {me_, "governance"}).item(item));
    open();
    EXPECT_TRUE(places(*record_->book(), child).empty());
}

TEST_F(RecordTest, moving_to_another_child_takes_it_off_the_first) {
    const auto wrong = add_person("Amira", "Khan", "1", std::nullopt);
    const auto right = add_person("Amira", "Kahn", "2", std::nullopt);
    const auto item = add_sighting({wrong}, "house", std::nullopt);
    Sighting sighting;
    sighting.place = "house";
    ledger::Change move = change_of(sighting, item, 1, {right}, me_);
    move.kind = ledger::Kind::moved;
    save({move});
    for (int opening = 0; opening < 2; ++opening) {
        EXPECT_TRUE(places(*record_->book(), wrong).empty());
        EXPECT_EQ(places(*record_->book(), right), (std::vector<std::string>{"house"}));
        open();
    }
}

TEST_F(RecordTest, merged_children_are_one_until_they_are_unmerged) {
    const auto kept = add_person("Amira", "Khan", "1", std::nullopt);
    const auto twin = add_person("Amira", "Kahn", "2", std::nullopt);
    add_sighting({kept}, "first", std::nullopt);
    add_sighting({twin}, "second", std::nullopt);
    ledger::Change merge;
    merge.kind = ledger::Kind::merged;
    merge.item = ledger::ItemId::random();
    merge.type = "merge";
    merge.subjects = {kept, twin};
    merge.recorded_by = me_;
    merge.shared.body = "{}";
    save({merge});
    EXPECT_EQ(places(*record_->book(), twin), (std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(seen().child(twin)->id, kept);
    merge.kind = ledger::Kind::unmerged;
    merge.starts_from = 1;
    merge.key = ledger::IdempotencyKey::random();
    save({merge});
    EXPECT_EQ(places(*record_->book(), twin), (std::vector<std::string>{"second"}));
    open();
    EXPECT_EQ(places(*record_->book(), kept), (std::vector<std::string>{"first"}));
}

TEST_F(RecordTest, shows_what_was_known_on_an_earlier_day) {
    const auto child = add_person("Amira", "Khan", "1", std::nullopt);
    const auto item = add_sighting({child}, "school", std::nullopt);
    const auto then = clock_.now();
    clock_.put(then.plus_seconds(86400));
    Sighting later;
    later.place = "home";
    save({change_of(later, item, 1, {child}, me_)});
    add_sighting({child}, "park", std::nullopt);

    const auto whole = record_->as_known_on(then);
    ASSERT_TRUE(whole) << whole.error().whole();
    EXPECT_EQ(places(**whole, child), (std::vector<std::string>{"school"}));
    const auto one = record_->as_known_on(then, child);
    ASSERT_TRUE(one);
    EXPECT_EQ(places(**one, child), (std::vector<std::string>{"school"}));
    const auto before = record_->as_known_on(then.plus_seconds(-1), child);
    ASSERT_TRUE(before);
    EXPECT_FALSE(SeenBook(*before, {me_, "social_worker"}).child(child));
}

TEST_F(RecordTest, an_import_counts_only_from_its_closing_entry_on) {
    const auto child = add_person("Amira", "Khan", "1", std::nullopt);
    const auto item = add_sighting({child}, "before", std::nullopt);
    const auto batch_item = ledger::ItemId::random();
    const auto hidden = ledger::ItemId::random();
    const auto in_batch = [&](const std::string& place, ledger::ItemId which, std::uint32_t starts_from) {
        Sighting sighting;
        sighting.place = place;
        ledger::Change change = change_of(sighting, which, starts_from, {child}, me_);
        change.batch = ledger::BatchId(batch_item.bytes());
        return change;
    };
    save({in_batch("imported", hidden, 0), in_batch("changed by import", item, 1)});
    EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"before"}));
    EXPECT_FALSE(record_->book()->find(hidden));
    open();
    EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"before"}));

    ledger::Change close;
    close.kind = ledger::Kind::batch_closed;
    close.item = batch_item;
    close.type = "import";
    close.recorded_by = me_;
    close.shared.body = "{}";
    save({close});
    EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"imported", "changed by import"}));
    open();
    EXPECT_EQ(places(*record_->book(), child), (std::vector<std::string>{"imported", "changed by import"}));
}

TEST_F(RecordTest, opens_entries_of_a_type_it_does_not_know) {
    const auto child = add_person("Amira", "Khan", "1", std::nullopt);
    ledger::Change change;
    change.item = ledger::ItemId::random();
    change.type = "from_a_later_release";
    change.subjects = {child};
    change.recorded_by = me_;
    change.shared.body = R"({"something":1})";
    save({change});
    open();
    const auto found = record_->book()->find(change.item);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->type().name(), "from_a_later_release");
}

TEST_F(RecordTest, keeps_a_field_of_a_later_release_when_this_one_saves) {
    const auto content = read_part(type_of<Sighting>(), {R"({"place":"home","later":{"a":[1,"x"]}})", ""});
    ASSERT_TRUE(content);
    EXPECT_EQ(write_shared(type_of<Sighting>(), *content).body, R"({"place":"home","later":{"a":[1,"x"]}})");
}

TEST_F(RecordTest, meets_an_item_about_two_once_however_often_it_was_saved) {
    const auto one = add_person("Amira", "Khan", "1", std::nullopt);
    const auto other = add_person("Sam", "Khan", "2", std::nullopt);
    const auto item = add_sighting({one, other}, "home", std::nullopt);
    Sighting again;
    again.place = "school";
    save({change_of(again, item, 1, {one, other}, me_)});
    EXPECT_EQ(places(*record_->book(), one), (std::vector<std::string>{"school"}));
    EXPECT_EQ(places(*record_->book(), other), (std::vector<std::string>{"school"}));
}

TEST_F(RecordTest, a_chronology_is_by_when_it_happened_with_the_age_on_each_day) {
    const auto child = add_person("Amira", "Khan", "1", Date::of(2015, 4, 3));
    add_sighting({child}, "second", Date::of(2026, 4, 3));
    add_sighting({child}, "undated", std::nullopt);
    add_sighting({child}, "first", Date::of(2026, 4, 2));
    const auto all = chronology_of(seen(), *seen().child(child), {});
    ASSERT_EQ(all.lines.size(), 3u);
    EXPECT_EQ(all.lines[0].summary, "second");
    EXPECT_EQ(all.lines[0].age, 11);
    EXPECT_EQ(all.lines[1].age, 10);
    EXPECT_EQ(all.lines[2].summary, "undated");
    ChronologyFilter filter;
    filter.from = Date::of(2026, 4, 3);
    EXPECT_EQ(chronology_of(seen(), *seen().child(child), filter).lines.size(), 1u);
    filter = {};
    filter.kinds = {"nothing"};
    EXPECT_TRUE(chronology_of(seen(), *seen().child(child), filter).lines.empty());
}

TEST_F(RecordTest, a_long_chronology_is_shown_a_part_at_a_time) {
    const auto child = add_person("Amira", "Khan", "1", std::nullopt);
    for (unsigned day = 1; day <= 7; ++day) add_sighting({child}, std::to_string(day), Date::of(2026, 4, day));
    const auto told = [&](ChronologyPart part, ChronologyFilter filter = {}) {
        const auto chronology = chronology_of(seen(), *seen().child(child), filter, part);
        EXPECT_EQ(chronology.whole, 7U);
        std::string days;
        for (const auto& line : chronology.lines) days += line.summary;
        return days + " from " + std::to_string(chronology.first) + " of " + std::to_string(chronology.fitting);
    };
    EXPECT_EQ(told({}), "7654321 from 0 of 7");
    EXPECT_EQ(told({0, 3}), "765 from 0 of 7");
    EXPECT_EQ(told({3, 3}), "432 from 3 of 7");
    EXPECT_EQ(told({6, 3}), "1 from 6 of 7");
    EXPECT_EQ(told({900, 3}), "1 from 6 of 7") << "an address kept since the record was longer";
    ChronologyFilter filter;
    filter.from = Date::of(2026, 4, 4);
    EXPECT_EQ(told({0, 3}, filter), "765 from 0 of 4");
    EXPECT_EQ(told({3, 3}, filter), "4 from 3 of 4");
    filter.from = Date::of(2027, 4, 4);
    EXPECT_EQ(told({3, 3}, filter), " from 0 of 0");
}

TEST_F(RecordTest, readers_and_the_writer_do_not_disturb_each_other) {
    const auto child = add_person("Amira", "Khan", "1", std::nullopt);
    std::vector<ledger::ItemId> items;
    for (int i = 0; i < 20; ++i) items.push_back(add_sighting({child}, "0", std::nullopt));
    std::atomic<bool> finished = false;
    std::atomic<int> torn = 0;
    std::thread reader([&] {
        while (!finished) {
            // Each round of saves writes the same place into all twenty: a version shows one round or a part of the next
            // in order, never an older one after a newer one.
            const auto book = record_->book();
            int last = 1 << 30;
            for (const auto& item : items) {
                const auto found = book->find(item);
                const int round = std::stoi(found->table->item<Sighting>(found->row).place);
                if (round > last) ++torn;
                last = round;
            }
        }
    });
    for (int round = 1; round <= 30; ++round) {
        for (const auto& item : items) {
            Sighting sighting;
            sighting.place = std::to_string(round);
            save({change_of(sighting, item, static_cast<std::uint32_t>(round), {child}, me_)});
        }
    }
    finished = true;
    reader.join();
    EXPECT_EQ(torn, 0);
}

}  // namespace
}  // namespace steadfast::record
