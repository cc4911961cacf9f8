// How long it takes to say what is owed to one child with 200 items, and how a duty was kept over a whole council.
#include "figure.hpp"

#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/case_notes/case_note.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/referral/referral.hpp"
#include "practice/slices.hpp"
#include "record/duty/performance.hpp"
#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <cstdio>

namespace steadfast::bench {
namespace {

using namespace practice;

Date day(int after) { return Date::of(2022, 1, 4)->plus_days(after); }

/// 200 items: ten referrals with their assessments, an episode after another over four years, reviews, and notes.
std::vector<ledger::Change> a_child_with_200_items(ledger::WorkerId worker) {
    const auto person = ledger::ItemId::random();
    const std::vector<ledger::SubjectId> child{record::subject_of(person)};
    std::vector<ledger::Change> changes;
    const auto add = [&](const auto& value, ledger::ItemId item) {
        changes.push_back(record::change_of(value, item, 0, child, worker));
    };
    add(record::Person{}, person);
    for (int i = 0; i < 10; ++i) {
        Referral referral;
        referral.received_on = day(100 * i);
        if (i < 9) referral.closed_on = day(100 * i + 80);
        const auto item = ledger::ItemId::random();
        add(referral, item);
        ChildAndFamilyAssessment assessment;
        assessment.referral = {item};
        assessment.began = day(100 * i + 1);
        assessment.authorised_on = day(100 * i + 60 + i);
        add(assessment, ledger::ItemId::random());
    }
    for (int i = 0; i < 40; ++i) {
        LookedAfterEpisode episode;
        episode.began = day(30 * i);
        episode.why_it_began = {i == 0 ? "S" : "P"};
        episode.legal_status = {"C2"};
        if (i < 39) episode.ended = day(30 * i + 30);
        if (i < 39) episode.why_it_ended = {"X1"};
        add(episode, ledger::ItemId::random());
    }
    for (int i = 0; i < 10; ++i) add(LookedAfterReview{day(25 + 120 * i), {}}, ledger::ItemId::random());
    while (changes.size() < 200) {
        CaseNote note;
        note.happened = When::day(day(static_cast<int>(changes.size())));
        add(note, ledger::ItemId::random());
    }
    return changes;
}

void measure() {
    constexpr int children = 1'000;
    constexpr int rounds = 2'000;
    record::Catalogue catalogue;
    record::add_items(catalogue);
    practice::add_items(catalogue);
    record::RecordForTests record(catalogue);
    ledger::SubjectId child;
    for (int i = 0; i < children; ++i) {
        auto changes = a_child_with_200_items(record.worker());
        child = changes.front().subjects.front();
        record.save(std::move(changes));
    }

    const Date today = day(1'300);
    const auto book = record.seen();
    const auto seen_child = book.child(child).value();
    std::size_t owed = 0;
    const double before = seconds();
    for (int i = 0; i < rounds; ++i) owed += record::duties_of(all_duties(), book, seen_child, today).size();
    const double each = (seconds() - before) / rounds;
    print({.name = "duties_of_a_child_with_200_items",
           .figure = each * 1e6,
           .unit = "microseconds",
           .target = 100,
           .less_is_better = true});
    std::fprintf(stderr, "%zu owed to the child\n", owed / rounds);

    const double whole = seconds();
    const auto performance =
        record::performance_of(*record.record().book(), *all_duties().find("looked_after_review"), day(0), today, today);
    print({.name = "reviews_of_1000_children_over_time",
           .figure = (seconds() - whole) * 1e3,
           .unit = "milliseconds",
           .target = 1'000,
           .less_is_better = true});
    std::fprintf(stderr, "%zu reviews fell due\n", performance.whole.all());
}

}  // namespace
}  // namespace steadfast::bench

int main() {
    steadfast::bench::measure();
    return 0;
}
