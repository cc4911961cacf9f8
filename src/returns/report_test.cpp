#include "returns/report.hpp"

#include "returns/council_under_test.hpp"

namespace steadfast::returns {
namespace {

class Reconciliation : public CouncilUnderTest {};

TEST_F(Reconciliation, is_read_back_as_it_was_written_for_every_table_of_both_returns) {
    for (const Return of : {Return::ssda903, Return::cin_census}) {
        Plan plan;
        plan.layout = layout_of(of, catalogue_);
        const std::size_t tables = plan.layout.tables.size();
        plan.has_table.assign(tables, true);
        TableCounts all;
        for (std::size_t i = 0; i < tables; ++i) {
            plan.counts.push_back({1'000'000 + i, 2, 3, 4, 5, 6, 7, 8, 9 + i});
            all += plan.counts.back();
        }
        const auto lines = read_reconciliation(reconciliation_of(plan));
        ASSERT_EQ(lines.size(), tables + 1);
        for (std::size_t i = 0; i < tables; ++i) {
            EXPECT_EQ(lines[i].table, plan.layout.tables[i].table);
            EXPECT_EQ(lines[i].counts.read, plan.counts[i].read);
            EXPECT_EQ(lines[i].counts.gone, 7u);
            EXPECT_EQ(lines[i].counts.waiting, 9 + i);
        }
        EXPECT_EQ(lines.back().table, "in all");
        EXPECT_EQ(lines.back().counts.read, all.read);
    }
}

TEST_F(Reconciliation, of_another_writing_is_passed_over) {
    EXPECT_TRUE(read_reconciliation("").empty());
    EXPECT_TRUE(read_reconciliation("table read new\nheader 4 4\n\nnothing at all\n").empty());
}

}  // namespace
}  // namespace steadfast::returns
