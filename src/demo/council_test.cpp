#include "demo/council_for_tests.hpp"

#include "law/london.hpp"
#include "practice/visits/planned_visit.hpp"
#include "practice/adoption/adoption_match.hpp"
#include "practice/contact/settings.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/referral/referral.hpp"
#include "record/council/council.hpp"
#include "record/letters/letter.hpp"
#include "record/letters/places.hpp"
#include "record/people/address.hpp"
#include "record/people/alert.hpp"
#include "record/people/person.hpp"
#include "record/people/professional.hpp"
#include "record/people/relationship.hpp"

#include <map>
#include <set>

namespace steadfast::demo {
namespace {

/// Everything of an entry but the salts, which are drawn by chance so that a digest gives nothing away.
std::string all_of(const ledger::Entry& entry) {
    std::string text = std::to_string(entry.seq) + " " + std::to_string(static_cast<int>(entry.kind)) + " " + entry.item.text() +
                       " " + std::to_string(entry.version) + " " + entry.type + " " + entry.happened.text() + " " +
                       entry.recorded_at.iso() + " " + entry.recorded_by.text() + " " + entry.key.text() + " " +
                       entry.shared.part.body + " " + entry.shared.part.narrative;
    for (const ledger::SubjectId& subject : entry.subjects) text += " " + subject.text();
    return text;
}

TEST_F(DemoCouncil, is_the_same_to_the_last_letter_for_the_same_seed_and_day) {
    std::vector<std::string> once;
    council_->each_entry([&](const ledger::Entry& entry) { once.push_back(all_of(entry)); });
    ASSERT_GT(once.size(), 20'000U);
    MadeCouncil again(1, 1);   // However many threads tell it.
    std::size_t nth = 0;
    std::size_t differing = 0;
    again.each_entry([&](const ledger::Entry& entry) { differing += nth < once.size() && once[nth++] == all_of(entry) ? 0 : 1; });
    EXPECT_EQ(nth, once.size());
    EXPECT_EQ(differing, 0U);
}

TEST_F(DemoCouncil, is_another_for_another_seed) {
    MadeCouncil other(2);
    std::set<std::string> items;
    council_->each_entry([&](const ledger::Entry& entry) { items.insert(entry.item.text()); });
    items.erase(practice::front_door_settings_item().text());   // There is one in a store, the same in each.
    other.each_entry([&](const ledger::Entry& entry) { EXPECT_FALSE(items.contains(entry.item.text())); });
}

TEST_F(DemoCouncil, has_words_for_letters_with_no_place_that_the_record_can_not_fill) {
    int letters = 0;
    council_->each_entry([&](const ledger::Entry& entry) {
        if (entry.type != record::type_of<record::letters::LetterTemplate>().key()) return;
        const auto content = record::read_entry(record::type_of<record::letters::LetterTemplate>(), entry);
        ASSERT_TRUE(content);
        const auto letter = record::type_of<record::letters::LetterTemplate>().item_from<record::letters::LetterTemplate>(content->values);
        EXPECT_FALSE(record::letters::unknown_place_in(letter.words.text)) << letter.title;
        ++letters;
    });
    EXPECT_EQ(letters, 3);
}

TEST_F(DemoCouncil, says_that_its_people_are_invented) {
    int councils = 0;
    each<record::Council>([&](const record::Council& council, const record::Found&) {
        ++councils;
        EXPECT_EQ(council.name, scale_of(Size::small).council);
        EXPECT_EQ(council.people_are_invented, true);
    });
    EXPECT_EQ(councils, 1);
}

TEST_F(DemoCouncil, has_about_two_thousand_children_and_the_workers_that_can_sign_in) {
    EXPECT_EQ(how_many<record::Person>([](const auto& person) { return !person.is_adult_of_a_family(); }), static_cast<int>(council_->made()->children));
    EXPECT_NEAR(static_cast<double>(council_->made()->children), 2000, 10);
    const Staff staff(Order{1, today, Size::small});
    std::size_t workers = 0;
    each<record::Worker>([&](const record::Worker& worker, const record::Found& found) {
        ++workers;
        const auto known = std::ranges::find(staff.all(), worker.sign_in_name, &Colleague::sign_in_name);
        ASSERT_NE(known, staff.all().end());
        EXPECT_EQ(known->id.bytes(), book()->item_id(found).bytes());
        EXPECT_EQ(known->role_code, worker.works_as.code);
        EXPECT_EQ(known->left, worker.left);
    });
    EXPECT_EQ(workers, staff.all().size());
}

TEST_F(DemoCouncil, recorded_everything_in_order_after_it_happened_and_before_today) {
    Instant last;
    const Instant end = law::start_of_london_day(today);
    std::size_t entries = 0;
    std::size_t later_versions = 0;
    std::size_t withdrawn = 0;
    council_->each_entry([&](const ledger::Entry& entry) {
        ++entries;
        later_versions += entry.version > 1 ? 1 : 0;
        withdrawn += entry.kind == ledger::Kind::withdrawn ? 1 : 0;
        EXPECT_GE(entry.recorded_at, last);
        EXPECT_LT(entry.recorded_at, end);
        last = entry.recorded_at;
        // A plan is for a day to come.
        const auto happened = entry.type == record::type_of<practice::PlannedVisit>().key() ? std::nullopt : entry.happened.first_day();
        EXPECT_TRUE(!happened || *happened <= law::london_date(entry.recorded_at)) << all_of(entry);
    });
    EXPECT_EQ(entries, council_->made()->entries);
    EXPECT_GT(later_versions, entries / 5);
    EXPECT_GT(withdrawn, 20U);
}

TEST_F(DemoCouncil, has_a_past_that_can_be_looked_at_again) {
    const auto then = council_->record().as_known_on(law::start_of_london_day(today.plus_years(-4)));
    ASSERT_TRUE(then) << then.error().whole();
    const auto count = [](const record::Book& book) {
        std::size_t rows = 0;
        book.each_of(record::type_of<practice::Referral>(), [&](const record::Found&) { ++rows; });
        return rows;
    };
    EXPECT_GT(count(**then), count(*book()) / 4);
    EXPECT_LT(count(**then), count(*book()) * 3 / 4);
}

TEST_F(DemoCouncil, links_each_item_to_one_of_the_right_sort_about_the_same_child) {
    const auto holds = [&](const ledger::ItemId& item, const record::ItemType& type, const record::Found& from) {
        const auto found = book()->find(item);
        return found && &found->type() == &type && book()->subjects(*found) == book()->subjects(from);
    };
    int plans = 0;
    each<practice::ChildProtectionPlan>([&](const auto& plan, const record::Found& found) {
        ++plans;
        EXPECT_TRUE(holds(plan.referral.item, record::type_of<practice::Referral>(), found));
    });
    each<practice::Section47Enquiry>([&](const auto& enquiry, const record::Found& found) {
        EXPECT_TRUE(holds(enquiry.referral.item, record::type_of<practice::Referral>(), found));
    });
    EXPECT_GT(plans, 100);
}

TEST_F(DemoCouncil, uses_published_codes_alone) {
    for (const auto& table : book()->tables()) {
        const auto& fields = table->type().fields();
        for (std::uint32_t row = 0; row < table->size(); ++row) {
            const record::Values values = table->values(row);
            for (std::size_t i = 0; i < fields.size(); ++i) {
                const bool is_code = fields[i].kind == record::FieldKind::code && record::is_recorded(values[i]);
                EXPECT_TRUE(!is_code || fields[i].codes->find(std::get<std::string>(values[i])))
                    << table->type().key() << "." << fields[i].key;
                // What is said of each child stands in the store.
                const bool must_be_there = fields[i].is_required && !fields[i].is_about_each && fields[i].kind != record::FieldKind::narrative;
                EXPECT_TRUE(!must_be_there || record::is_recorded(values[i])) << table->type().key() << "." << fields[i].key;
            }
        }
    }
}

TEST_F(DemoCouncil, has_no_child_in_two_places_at_once) {
    std::map<ledger::SubjectId, std::vector<std::pair<Date, Date>>> times;
    each<practice::LookedAfterEpisode>([&](const auto& episode, const record::Found& found) {
        times[book()->subjects(found).front()].emplace_back(*episode.began, episode.ended.value_or(today));
    });
    EXPECT_GT(times.size(), 100U);
    for (auto& [child, episodes] : times) {
        std::ranges::sort(episodes);
        for (std::size_t i = 1; i < episodes.size(); ++i) EXPECT_LE(episodes[i - 1].second, episodes[i].first);
    }
}

TEST_F(DemoCouncil, has_families_with_parents_homes_and_people_who_work_with_them) {
    const int children = how_many<record::Person>([](const auto& person) { return !person.is_adult_of_a_family(); });
    const int adults = how_many<record::Person>([](const auto& person) { return person.is_adult_of_a_family(); });
    EXPECT_GT(adults, children / 2);
    std::set<ledger::ItemId> with_a_parent;
    each<record::Relationship>([&](const record::Relationship& relationship, const record::Found& found) {
        // Both ends are people, and whom the entry is about.
        std::set<ledger::SubjectId> ends{record::subject_of(relationship.person.item), record::subject_of(relationship.relative.item)};
        const auto subjects = book()->subjects(found);
        EXPECT_EQ(ends, std::set<ledger::SubjectId>(subjects.begin(), subjects.end()));
        for (const auto& end : ends) EXPECT_EQ(&book()->find(record::item_of(end))->type(), &record::type_of<record::Person>());
        if (relationship.kind.is("parent")) with_a_parent.insert(relationship.person.item);
    });
    EXPECT_GT(static_cast<int>(with_a_parent.size()), children * 9 / 10);
    EXPECT_GT(how_many<record::Address>([](const auto& address) { return address.is_confidential == true; }), 10);
    EXPECT_GT(how_many<record::Professional>([](const auto& one) { return one.kind.is("school"); }), 100);
    EXPECT_GT(how_many<record::Alert>([](const auto& alert) { return !alert.ended; }), 3);
}

TEST_F(DemoCouncil, comes_near_to_englands_shares) {
    const auto share = [](int some, int of) { return 100.0 * some / of; };
    const int referrals = how_many<practice::Referral>([](const auto&) { return true; });
    const int open = how_many<practice::Referral>([](const auto& r) { return !r.closed_on && r.no_further_action == false; });
    const int in_care = how_many<practice::LookedAfterEpisode>([](const auto& e) { return !e.ended; });
    const int on_plans = how_many<practice::ChildProtectionPlan>([](const auto& p) { return !p.ended; });
    const int enquiries = how_many<practice::Section47Enquiry>([](const auto&) { return true; });
    EXPECT_NEAR(share(how_many<practice::Referral>([](const auto& r) { return r.no_further_action == true; }), referrals), 6, 2);
    EXPECT_NEAR(share(enquiries, referrals), 33, 5);
    EXPECT_NEAR(share(how_many<practice::Section47Enquiry>([](const auto& s) { return s.conference_on.has_value(); }), enquiries),
                36, 6);
    // Per 10,000 children England has some 238 in need, 49 in care and 26 under a protection plan.
    EXPECT_NEAR(share(in_care, open), 21, 8);
    EXPECT_NEAR(share(on_plans, open), 11, 5);
}

TEST_F(DemoCouncil, is_not_made_in_a_store_that_holds_something) {
    const auto refused = make_council(Workplace({1, today, Size::small}), council_->record().ledger().store());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::not_allowed);
}

TEST(DemoCouncilSize, is_called_by_four_names) {
    EXPECT_EQ(size_called("small"), Size::small);
    EXPECT_EQ(size_called("large"), Size::large);
    EXPECT_EQ(size_called("county"), Size::county);
    EXPECT_EQ(size_called("Small"), std::nullopt);
}

}  // namespace
}  // namespace steadfast::demo
