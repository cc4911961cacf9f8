#include "returns/imports/append.hpp"

#include "practice/looked_after_review/looked_after_review.hpp"
#include "returns/council_under_test.hpp"
#include "returns/imports/import.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/judging/judge.hpp"

namespace steadfast::returns {
namespace {

using practice::LookedAfterReview;

class RecordingAPlan : public CouncilUnderTest {
protected:
    static SourceFile reviews(std::string_view rows) { return {"r.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n" + std::string(rows)}; }
    Result<Plan> plan(SourceFile file, int year, std::shared_ptr<const record::Book>& book) {
        ImportOrder order;
        order.files = {std::move(file)};
        order.year = year;
        book = record_->book();
        return judge(std::move(order), catalogue_, *book, &record_->ledger().store(), *Date::of(2026, 11, 20));
    }
    /// An import that was cut after it had saved some of what it brought.
    void cut_import(ledger::ItemId changed, std::uint32_t starts_from) {
        const auto subjects = book_->subjects(only<LookedAfterReview>());
        LookedAfterReview review;
        review.held_on = Date::of(2024, 5, 1);
        review.childs_part.code = "PN7";
        const auto batch = ledger::BatchId::random();
        std::vector<ledger::Change> changes{record::change_of(review, changed, starts_from, subjects, worker_),
                                            record::change_of(review, ledger::ItemId::random(), 0, subjects, worker_)};
        for (auto& change : changes) change.batch = batch;
        ASSERT_TRUE(record_->ledger().save_and_wait(std::move(changes)));
    }
};

TEST_F(RecordingAPlan, keeps_what_the_import_was_and_from_which_files) {
    const auto imported = bring_in_903({reviews("7,27/03/2012,01/05/2024,PN1\n7,27/03/2012,x,PN1\n")});
    ASSERT_TRUE(imported) << imported.error().whole();
    const auto import = items<Import>().front();
    EXPECT_EQ(import.of_return, "ssda903");
    EXPECT_EQ(import.return_year, 2025);
    EXPECT_EQ(import.read, 2);
    EXPECT_EQ(import.added, 1);
    EXPECT_EQ(import.rejected, 1);
    const auto entry = record_->latest_entry(*record_->book(), only<Import>());
    EXPECT_NE(entry->shared.part.narrative.find("r.csv: "), std::string::npos);
    EXPECT_EQ(entry->item, imported->appended->import);
}

TEST_F(RecordingAPlan, strikes_out_what_was_cut_before_it_and_nobody_is_kept_from_saving) {
    ASSERT_TRUE(bring_in_903({reviews("7,27/03/2012,01/05/2024,PN1\n")}, 2024));
    const auto review = only<LookedAfterReview>();
    const auto item = book_->item_id(review);
    cut_import(item, 1);
    open();
    EXPECT_EQ(items<LookedAfterReview>().size(), 1u);
    EXPECT_EQ(items<LookedAfterReview>().front().childs_part.code, "PN1");

    EXPECT_EQ(*strike_out_cut_imports(*record_, worker_), 1u);
    EXPECT_EQ(*strike_out_cut_imports(*record_, worker_), 0u);
    for (int round = 0; round < 2; ++round) {   // In the book that was kept, and in the one that is replayed.
        EXPECT_EQ(items<LookedAfterReview>().size(), 1u);
        auto edited = items<LookedAfterReview>().front();
        edited.childs_part.code = round == 0 ? "PN2" : "PN3";
        edit(only<LookedAfterReview>(), edited);
        open();
    }
    EXPECT_EQ(items<LookedAfterReview>().front().childs_part.code, "PN3");
}

TEST_F(RecordingAPlan, of_files_whose_first_run_was_cut_brings_everything_once) {
    ASSERT_TRUE(bring_in_903({reviews("7,27/03/2012,01/05/2024,PN1\n")}, 2024));
    const auto review = only<LookedAfterReview>();
    cut_import(book_->item_id(review), 1);
    const auto imported = bring_in_903({reviews("7,27/03/2012,01/05/2024,PN2\n7,27/03/2012,01/11/2024,PN1\n")});
    EXPECT_EQ(counts(imported, "reviews").changed, 1u);
    EXPECT_EQ(counts(imported, "reviews").added, 1u);
    EXPECT_EQ(items<LookedAfterReview>().size(), 2u);
    EXPECT_EQ(items<LookedAfterReview>().front().childs_part.code, "PN2");
    open();
    EXPECT_EQ(items<LookedAfterReview>().front().childs_part.code, "PN2");
}

TEST_F(RecordingAPlan, asks_where_somebody_saved_between_judging_and_recording) {
    ASSERT_TRUE(bring_in_903({reviews("7,27/03/2012,01/05/2024,PN1\n8,27/03/2012,01/05/2024,PN1\n")}, 2024));
    std::shared_ptr<const record::Book> book;
    auto judged = plan(reviews("7,27/03/2012,01/05/2024,PN2\n8,27/03/2012,01/05/2024,PN2\n"), 2025, book);
    ASSERT_TRUE(judged);

    record::Found first;
    book->each_of(record::type_of<LookedAfterReview>(), [&](const record::Found& found) {
        if (first.table == nullptr) first = found;
    });
    book_ = book;
    auto edited = items<LookedAfterReview>().front();
    edited.childs_part.code = "PN6";
    edit(first, edited);

    const auto appended = append(*judged, book, *record_, worker_, {});
    ASSERT_TRUE(appended) << appended.error().whole();
    const auto reviews_now = items<LookedAfterReview>();
    EXPECT_EQ(reviews_now[0].childs_part.code, "PN6");
    EXPECT_EQ(reviews_now[1].childs_part.code, "PN2");
    ASSERT_EQ(items<ImportQuestion>().size(), 1u);
    EXPECT_EQ(items<ImportQuestion>().front().why.code, "edited_since");
    EXPECT_EQ(items<Import>().back().changed, 1);
    EXPECT_EQ(items<Import>().back().waiting, 1);
}

TEST_F(RecordingAPlan, fills_an_empty_record_and_a_used_one_alike) {
    std::string rows;
    for (int child = 1000; child < 6000; ++child) rows += std::to_string(child) + ",27/03/2012,01/05/2024,PN1\n";
    const auto first = bring_in_903({reviews(rows)}, 2025);
    ASSERT_TRUE(first) << first.error().whole();
    const auto more = bring_in_903({reviews(rows + "7,27/03/2012,01/05/2024,PN1\n")}, 2026);
    EXPECT_EQ(counts(more, "reviews").added, 1u);
    EXPECT_EQ(counts(more, "reviews").unchanged, 5000u);
    open();
    EXPECT_EQ(items<LookedAfterReview>().size(), 5001u);
    EXPECT_EQ(items<record::Person>().size(), 5001u);
}

TEST_F(RecordingAPlan, refuses_files_that_lack_most_of_what_came_before_unless_that_is_accepted) {
    std::string rows;
    for (int child = 1000; child < 1200; ++child) rows += std::to_string(child) + ",27/03/2012,01/05/2024,PN1\n";
    ASSERT_TRUE(bring_in_903({reviews(rows)}));
    const auto before = head();
    const auto refused = bring_in_903({reviews("1000,27/03/2012,01/05/2024,PN1\n")});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().says.find("199 are not in these files"), std::string::npos) << refused.error().says;
    EXPECT_EQ(head(), before);
    accept_gone_ = true;
    EXPECT_EQ(counts(bring_in_903({reviews("1000,27/03/2012,01/05/2024,PN1\n")}), "reviews").gone, 199u);
}

}  // namespace
}  // namespace steadfast::returns
