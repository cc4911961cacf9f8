#include "demo/staff.hpp"

#include <gtest/gtest.h>

#include <set>

namespace steadfast::demo {
namespace {

const Date today = *Date::of(2026, 3, 2);
Order small(std::uint64_t seed) { return {seed, today, Size::small}; }

TEST(DemoStaff, begins_with_one_of_each_role) {
    const Staff staff(small(1));
    std::set<std::string> roles;
    for (const law::Code& code : record::role.codes) roles.emplace(code.code);
    std::set<std::string> first;
    for (std::size_t i = 0; i < roles.size(); ++i) first.insert(staff.all()[i].role_code);
    EXPECT_EQ(first, roles);
    EXPECT_EQ(staff.all().size(), 55U);
    EXPECT_EQ(staff.administrator().role_code, "administrator");
}

TEST(DemoStaff, signs_in_by_names_that_any_keyboard_has_and_no_two_share) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::set<std::string> names;
        const Staff staff(small(seed));
        for (const Colleague& colleague : staff.all()) {
            EXPECT_TRUE(names.insert(colleague.sign_in_name).second) << colleague.sign_in_name;
            EXPECT_EQ(colleague.sign_in_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz."), std::string::npos)
                << colleague.sign_in_name;
            EXPECT_FALSE(colleague.sign_in_name.starts_with('.') || colleague.sign_in_name.ends_with('.')) << colleague.name;
            EXPECT_GE(colleague.password.size(), 12U) << colleague.password;
        }
    }
}

TEST(DemoStaff, gives_no_family_to_somebody_who_has_left) {
    const Staff staff(small(1));
    int left = 0;
    for (const Colleague& colleague : staff.all()) left += colleague.left ? 1 : 0;
    ASSERT_EQ(left, 2);
    std::set<std::string> with_work;
    for (std::uint64_t family = 1; family < 500; ++family) {
        const Colleague& colleague = staff.social_worker_of(family, today);
        EXPECT_FALSE(colleague.left);
        EXPECT_EQ(colleague.role_code, "social_worker");
        with_work.insert(colleague.sign_in_name);
    }
    EXPECT_GE(with_work.size(), 20U);
}

TEST(DemoStaff, of_a_county_come_and_go_and_some_are_from_agencies) {
    const Order county{1, today, Size::county};
    const Staff staff(county);
    const auto social_workers = std::ranges::count(staff.all(), "social_worker", &Colleague::role_code);
    const auto posts = static_cast<std::ptrdiff_t>(staff.social_workers_posts().size());
    EXPECT_GT(social_workers, posts * 2);
    EXPECT_LT(social_workers, posts * 4);
    int from_agencies = 0;
    int vacant = 0;
    for (const Staff::Post& post : staff.social_workers_posts()) {
        const Colleague& last = staff.all()[post.back()];
        vacant += last.left ? 1 : 0;
        from_agencies += !last.left && last.is_from_an_agency ? 1 : 0;
        for (std::size_t i = 1; i < post.size(); ++i) EXPECT_GE(staff.all()[post[i]].joined, staff.all()[post[i - 1]].left);
    }
    EXPECT_GT(vacant, 0);
    EXPECT_GT(from_agencies, posts / 50);
    EXPECT_LT(from_agencies, posts / 3);
    for (std::uint64_t family = 1; family < 500; ++family) {
        const Date day = today.plus_days(-static_cast<int>(family * 7));
        EXPECT_TRUE(staff.social_worker_of(family, day).is_there_on(day));
    }
}

TEST(DemoStaff, is_the_same_for_the_same_seed) {
    const Staff once(small(5));
    const Staff twice(small(5));
    const Staff other(small(6));
    for (std::size_t i = 0; i < once.all().size(); ++i) {
        EXPECT_EQ(once.all()[i].id, twice.all()[i].id);
        EXPECT_EQ(once.all()[i].password, twice.all()[i].password);
        EXPECT_NE(once.all()[i].id, other.all()[i].id);
    }
}

}  // namespace
}  // namespace steadfast::demo
