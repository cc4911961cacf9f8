#include "record/people/confidential.hpp"

#include "record/allocation/allocation.hpp"
#include "record/items.hpp"
#include "record/people/address.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

class ConfidentialAddresses : public testing::Test {
protected:
    ConfidentialAddresses() {
        add_items(catalogue_);
        council_.emplace(catalogue_);
        child_ = council_->add_child();
    }
    static Address home(bool is_confidential) {
        Address address;
        address.kind.code = "home";
        address.house_and_street = "12 Mill Lane";
        address.is_confidential = is_confidential;
        return address;
    }
    /// How many addresses of the child somebody sees, on the child's record and in the list of all.
    std::pair<int, int> seen_by(ledger::WorkerId worker, std::string_view role_code) {
        const SeenBook book(council_->record().book(), {worker, role_code, council_->now()});
        std::pair<int, int> seen;
        book.each_about(book.child(child_).value(), [&](const Found& found) { seen.first += &found.type() == &type_of<Address>(); });
        book.each_of(type_of<Address>(), [&](const Found&) { ++seen.second; });
        return seen;
    }
    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    ledger::SubjectId child_;
    ledger::WorkerId colleague_ = ledger::WorkerId::random();
};

TEST_F(ConfidentialAddresses, are_nothing_to_those_who_need_not_know_them) {
    const auto open = council_->add({child_}, home(false));
    const auto secret = council_->add({child_}, home(true));
    EXPECT_EQ(seen_by(colleague_, "social_worker"), std::pair(1, 1));
    EXPECT_EQ(seen_by(colleague_, "analyst"), std::pair(1, 1));
    EXPECT_EQ(seen_by(colleague_, "governance"), std::pair(1, 1));
    const SeenBook book(council_->record().book(), {colleague_, "social_worker"});
    EXPECT_TRUE(book.item(open));
    EXPECT_FALSE(book.item(secret));
    EXPECT_FALSE(book.item_in_part(secret));
}

TEST_F(ConfidentialAddresses, are_seen_by_whoever_recorded_them_and_by_those_who_answer_for_others) {
    const auto secret = council_->add({child_}, home(true));
    EXPECT_EQ(seen_by(council_->worker(), "social_worker"), std::pair(1, 1));
    EXPECT_EQ(seen_by(colleague_, "team_manager"), std::pair(1, 1));
    EXPECT_EQ(seen_by(colleague_, "reviewing_officer"), std::pair(1, 1));
    EXPECT_TRUE(council_->seen().item(secret));
}

TEST_F(ConfidentialAddresses, are_seen_by_whoever_works_with_somebody_who_lives_there_for_as_long_as_they_do) {
    const auto secret = council_->add({child_}, home(true));
    Allocation allocation;
    allocation.worker = {ledger::ItemId(colleague_.bytes())};
    allocation.as_what.code = "allocated_worker";
    allocation.from = Date::of(2026, 1, 5);
    const auto item = council_->add({child_}, allocation);
    EXPECT_EQ(seen_by(colleague_, "social_worker"), std::pair(1, 1));
    EXPECT_TRUE(SeenBook(council_->record().book(), {colleague_, "social_worker", council_->now()}).item(secret));
    EXPECT_EQ(seen_by(ledger::WorkerId::random(), "social_worker"), std::pair(0, 0)) << "another worker";
    allocation.to = Date::of(2026, 3, 2);   // Today.
    council_->amend(item, {child_}, allocation);
    EXPECT_EQ(seen_by(colleague_, "social_worker"), std::pair(0, 0));
}

TEST_F(ConfidentialAddresses, disappear_the_moment_that_somebody_says_so_and_stay_secret_when_withdrawn) {
    const auto address = council_->add({child_}, home(false));
    EXPECT_EQ(seen_by(colleague_, "social_worker"), std::pair(1, 1));
    council_->amend(address, {child_}, home(true));
    EXPECT_EQ(seen_by(colleague_, "social_worker"), std::pair(0, 0));
    council_->withdraw<Address>(address, {child_});
    EXPECT_FALSE(SeenBook(council_->record().book(), {colleague_, "governance"}).item(address));
}

}  // namespace
}  // namespace steadfast::record
