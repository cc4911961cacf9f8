#include "record/workers/colleagues.hpp"

#include "record/items.hpp"
#include "record/record_for_tests.hpp"
#include "record/workers/worker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using testing::ElementsAre;

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue catalogue;
        add_items(catalogue);
        return catalogue;
    }();
    return all;
}

class Colleagues : public testing::Test {
protected:
    void employ(const std::string& name, const std::string& role_code, std::optional<Date> left = std::nullopt) {
        Worker worker;
        worker.name = worker.sign_in_name = name;
        worker.works_as.code = role_code;
        worker.left = left;
        record_.add({}, worker);
    }
    std::vector<std::string> who_may(Permission permission) {
        std::vector<std::string> names;
        for (const Colleague& one : colleagues_who_may(*record_.record().book(), Date::of(2026, 3, 31).value(), permission)) names.push_back(one.name);
        return names;
    }
    RecordForTests record_{catalogue()};
};

TEST_F(Colleagues, who_hold_children_are_practitioners_and_their_managers) {
    for (const law::Code& one : role.codes) employ(std::string(one.code), std::string(one.code));
    EXPECT_THAT(who_may(Permission::hold_children), ElementsAre("adoption_worker", "family_support_worker", "front_door_worker", "night_team", "personal_adviser", "reviewing_officer",
                                                                "social_worker", "team_manager"));
}

TEST_F(Colleagues, who_have_left_may_nothing) {
    employ("ana", "social_worker");
    employ("bea", "social_worker", Date::of(2026, 3, 31).value());
    EXPECT_THAT(who_may(Permission::hold_children), ElementsAre("ana"));
}

}  // namespace
}  // namespace steadfast::record
