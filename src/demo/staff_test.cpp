#include "demo/staff.hpp"

#include <gtest/gtest.h>

#include <set>

namespace steadfast::demo {
namespace {

const Date today = *Date::of(2026, 3, 2);

TEST(DemoStaff, begins_with_one_of_each_role) {
    const Staff staff(1, today);
    std::set<std::string> roles;
    for (const law::Code& code : record::role.codes) roles.emplace(code.code);
    std::set<std::string> first;
    for (std::size_t i = 0; i < roles.size(); ++i) first.insert(staff.all()[i].role_code);
    EXPECT_EQ(first, roles);
    EXPECT_EQ(staff.all().size(), 54U);
    EXPECT_EQ(staff.administrator().role_code, "administrator");
}

TEST(DemoStaff, signs_in_by_names_that_any_keyboard_has_and_no_two_share) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::set<std::string> names;
        const Staff staff(seed, today);
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
    const Staff staff(1, today);
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

TEST(DemoStaff, is_the_same_for_the_same_seed) {
    const Staff once(5, today);
    const Staff twice(5, today);
    const Staff other(6, today);
    for (std::size_t i = 0; i < once.all().size(); ++i) {
        EXPECT_EQ(once.all()[i].id, twice.all()[i].id);
        EXPECT_EQ(once.all()[i].password, twice.all()[i].password);
        EXPECT_NE(once.all()[i].id, other.all()[i].id);
    }
}

}  // namespace
}  // namespace steadfast::demo
