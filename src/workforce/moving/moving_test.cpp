#include "workforce/moving/moving.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <tuple>

namespace steadfast::workforce {
namespace {

/// The fewest with nobody and then the least loss, found by trying everything.
class Best {
public:
    Best(const std::vector<ChildToMove>& children, const std::vector<WorkerWithRoom>& workers, const Losses& losses)
        : children_(children), workers_(workers), losses_(losses) {
        for (const WorkerWithRoom& worker : workers) left_.push_back(worker.stays_out ? 0 : std::max(0, worker.room));
        try_from(0, 0, 0);
    }
    [[nodiscard]] std::size_t with_nobody() const { return with_nobody_; }
    [[nodiscard]] std::int64_t loss() const { return loss_; }

private:
    void try_from(std::size_t child, std::size_t with_nobody, std::int64_t loss) {
        if (std::tuple(with_nobody, loss) >= std::tuple(with_nobody_, loss_) && with_nobody >= with_nobody_) return;
        if (child == children_.size()) {
            with_nobody_ = with_nobody;
            loss_ = loss;
            return;
        }
        for (std::uint32_t worker = 0; worker < workers_.size(); ++worker) {
            if (!may_take(children_[child], worker, workers_[worker]) || left_[worker] < children_[child].weight) continue;
            left_[worker] -= children_[child].weight;
            try_from(child + 1, with_nobody,
                     loss + losses_.of[static_cast<std::size_t>(how_they_know(children_[child], worker, workers_[worker]))]);
            left_[worker] += children_[child].weight;
        }
        try_from(child + 1, with_nobody + 1, loss);
    }

    const std::vector<ChildToMove>& children_;
    const std::vector<WorkerWithRoom>& workers_;
    const Losses& losses_;
    std::vector<std::int32_t> left_;
    std::size_t with_nobody_ = 1'000;
    std::int64_t loss_ = 0;
};

struct Case {
    std::vector<ChildToMove> children;
    std::vector<WorkerWithRoom> workers;
};

/// A small council's question, by chance: some know one another, some may not, somebody is away, somebody has decided.
Case some_case(std::mt19937& chance, bool all_weigh_the_same) {
    const auto between = [&chance](int least, int most) { return std::uniform_int_distribution(least, most)(chance); };
    Case one;
    one.workers.resize(static_cast<std::size_t>(between(1, 4)));
    for (WorkerWithRoom& worker : one.workers) {
        worker.room = 100 * between(-1, 3) + (all_weigh_the_same ? between(0, 60) : between(0, 99));
        worker.stays_out = between(1, 10) == 1;
        if (between(0, 1) == 1) worker.team = static_cast<std::uint32_t>(between(0, 1));
    }
    const auto any_worker = [&] { return static_cast<std::uint32_t>(between(0, static_cast<int>(one.workers.size()) - 1)); };
    one.children.resize(static_cast<std::size_t>(between(1, 6)));
    for (ChildToMove& child : one.children) {
        child.family = static_cast<std::uint32_t>(between(0, 3));
        if (!all_weigh_the_same) child.weight = 50 * between(1, 4);
        if (between(0, 1) == 1) child.team = static_cast<std::uint32_t>(between(0, 1));
        for (int i = between(0, 2); i > 0; --i) child.known.push_back({any_worker(), static_cast<Knows>(between(0, 3))});
        if (between(1, 4) == 1) child.not_with.push_back(any_worker());
        if (between(1, 12) == 1) child.decided = any_worker();
    }
    return one;
}

void expect_nobody_over_and_everybody_allowed(const Case& one, const MovingPlan& plan) {
    std::vector<std::int32_t> taken(one.workers.size());
    for (std::size_t i = 0; i < plan.moves.size(); ++i) {
        if (!plan.moves[i].to) continue;
        EXPECT_TRUE(may_take(one.children[i], *plan.moves[i].to, one.workers[*plan.moves[i].to]));
        taken[*plan.moves[i].to] += one.children[i].weight;
    }
    EXPECT_EQ(taken, plan.taken);
    for (std::size_t i = 0; i < taken.size(); ++i)
        EXPECT_LE(taken[i], std::max(0, one.workers[i].room)) << "nobody over what they can carry";
}

TEST(Moving, is_the_best_there_is_where_every_child_weighs_the_same) {
    std::mt19937 chance(20'261'123);
    for (int i = 0; i < 3'000; ++i) {
        const Case one = some_case(chance, true);
        const MovingPlan plan = plan_moves(one.children, one.workers);
        const Losses losses;
        const Best best(one.children, one.workers, losses);
        ASSERT_EQ(plan.with_nobody, best.with_nobody()) << "case " << i;
        ASSERT_EQ(plan.loss, best.loss()) << "case " << i;
        expect_nobody_over_and_everybody_allowed(one, plan);
    }
}

TEST(Moving, gives_nobody_too_much_where_weights_differ_and_comes_near_the_best) {
    std::mt19937 chance(7);
    std::int64_t ours = 0;
    std::int64_t best_loss = 0;
    std::size_t more_with_nobody = 0;
    std::size_t children = 0;
    for (int i = 0; i < 2'000; ++i) {
        const Case one = some_case(chance, false);
        const MovingPlan plan = plan_moves(one.children, one.workers);
        const Losses losses;
        const Best best(one.children, one.workers, losses);
        expect_nobody_over_and_everybody_allowed(one, plan);
        ASSERT_GE(plan.with_nobody, best.with_nobody());
        more_with_nobody += plan.with_nobody - best.with_nobody();
        children += one.children.size();
        if (plan.with_nobody != best.with_nobody()) continue;
        ours += plan.loss;
        best_loss += best.loss();
    }
    EXPECT_LE(more_with_nobody * 100, children * 5)
        << "of a hundred children at most five more with nobody, in cases that are small and full";
    EXPECT_LE(ours * 100, best_loss * 110) << "a tenth more lost than the least, at most";
}

TEST(Moving, keeps_brothers_and_sisters_together_where_that_costs_no_relationship) {
    const std::vector<WorkerWithRoom> workers(3, {.room = 300});
    std::vector<ChildToMove> children(6);
    for (std::size_t i = 0; i < children.size(); ++i) children[i].family = static_cast<std::uint32_t>(i / 3);
    MovingPlan plan = plan_moves(children, workers);
    EXPECT_EQ(plan.families_apart, 0U);
    children[0].known = {{2, Knows::works_with_them}};
    children[3].known = {{2, Knows::works_with_them}};
    plan = plan_moves(children, workers);
    EXPECT_EQ(plan.moves[0].to, 2U) << "a relationship counts more than being together";
    EXPECT_EQ(plan.moves[3].to, 2U);
}

TEST(Moving, says_of_each_child_how_whoever_gets_them_knows_them) {
    const std::vector<WorkerWithRoom> workers{{.room = 100, .team = 1}, {.room = 100}, {.room = 900, .stays_out = true}};
    std::vector<ChildToMove> children(3);
    children[0].known = {{2, Knows::is_their_worker}, {1, Knows::was_their_worker}, {1, Knows::holds_a_sibling}};
    children[1].team = 1;
    const MovingPlan plan = plan_moves(children, workers);
    EXPECT_EQ(plan.moves[0].to, 1U) << "whose own worker stays out";
    EXPECT_EQ(words(plan.moves[0].how), "Holds their brother or sister") << "the closer of the two";
    EXPECT_EQ(words(plan.moves[1].how), "Is of their team");
    EXPECT_FALSE(plan.moves[2].to) << "there are two places";
    EXPECT_EQ(plan.with_nobody, 1U);
}

TEST(Moving, keeps_to_what_somebody_decided_and_never_to_who_may_not) {
    std::vector<WorkerWithRoom> workers(2, {.room = 1'000});
    std::vector<ChildToMove> children(2);
    children[0].known = {{0, Knows::works_with_them}};
    children[0].decided = 1;
    children[1].known = {{0, Knows::works_with_them}};
    children[1].not_with = {0};
    MovingPlan plan = plan_moves(children, workers);
    EXPECT_EQ(plan.moves[0].to, 1U);
    EXPECT_EQ(plan.moves[1].to, 1U);
    workers[1].room = 0;
    plan = plan_moves(children, workers);
    EXPECT_FALSE(plan.moves[0].to) << "what was decided and can't be is not done otherwise";
}

TEST(Moving, spreads_the_load_where_nothing_else_tells_workers_apart) {
    const std::vector<WorkerWithRoom> workers(4, {.room = 1'000});
    std::vector<ChildToMove> children(20);
    for (std::size_t i = 0; i < children.size(); ++i) children[i].family = static_cast<std::uint32_t>(i);
    const MovingPlan plan = plan_moves(children, workers);
    for (const std::int32_t taken : plan.taken) EXPECT_EQ(taken, 500);
}

TEST(Moving, of_nobody_or_to_nobody_is_a_plan_too_and_nonsense_is_refused) {
    EXPECT_TRUE(plan_moves({}, {}).moves.empty());
    EXPECT_EQ(plan_moves(std::vector<ChildToMove>(2), {}).with_nobody, 2U);
    ChildToMove child;
    child.known = {{3, Knows::was_their_worker}};
    EXPECT_THROW((void)plan_moves({child}, std::vector<WorkerWithRoom>(1)), std::invalid_argument);
    EXPECT_THROW((void)plan_moves({{.weight = 0}}, std::vector<WorkerWithRoom>(1)), std::invalid_argument);
    EXPECT_THROW((void)plan_moves({{}}, std::vector<WorkerWithRoom>(1), {.of = {0, 1, 2, 3, 6, 1'001}}), std::invalid_argument);
}

}  // namespace
}  // namespace steadfast::workforce
