#include "demo/time_in_care.hpp"

#include "law/code_sets.hpp"

#include <gtest/gtest.h>

#include <map>

namespace steadfast::demo {
namespace {

using practice::LookedAfterEpisode;

bool same_placement(const LookedAfterEpisode& a, const LookedAfterEpisode& b) {
    // Supported accommodation was coded anew in April 2024, while children stayed where they were.
    const auto code = [](const LookedAfterEpisode& episode) {
        return episode.placement.is("H5") ? std::string("K3") : episode.placement.code;
    };
    return code(a) == code(b) && a.placement_postcode == b.placement_postcode && a.ofsted_number == b.ofsted_number;
}

class TimeInCareTest : public testing::Test {
protected:
    /// A thousand children's times in care, at every age.
    void each_time(const std::function<void(const TimeInCare&, const Child&, Date)>& look) {
        for (std::uint64_t nth = 0; nth < 1000; ++nth) {
            Dice dice = Dice(9).for_the(nth);
            Family family = some_family(dice, nth, *Date::of(2018, 3, 2), *Date::of(2025, 3, 2));
            const Child& child = family.children.front();
            const Date began = std::max(family.first_known, child.born.plus_days(1));
            if (began >= child.turns(18)) continue;
            look(time_in_care(dice, child, family, began, "N1", nth % 3 == 0), child, began);
        }
    }
};

TEST_F(TimeInCareTest, is_one_unbroken_row_of_episodes_that_ends_by_the_eighteenth_birthday) {
    each_time([](const TimeInCare& time, const Child& child, Date began) {
        ASSERT_FALSE(time.episodes.empty());
        EXPECT_EQ(time.episodes.front().began, began);
        EXPECT_EQ(time.episodes.front().why_it_began.code, "S");
        EXPECT_EQ(time.episodes.back().ended, time.until);
        EXPECT_NE(time.episodes.back().why_it_ended.code, "X1");
        EXPECT_LE(time.until, child.turns(18));
        for (std::size_t i = 0; i < time.episodes.size(); ++i) {
            EXPECT_LT(*time.episodes[i].began, *time.episodes[i].ended);
            if (i == 0) continue;
            EXPECT_EQ(time.episodes[i - 1].ended, time.episodes[i].began);
            EXPECT_EQ(time.episodes[i - 1].why_it_ended.code, "X1");
        }
    });
}

TEST_F(TimeInCareTest, says_of_each_new_episode_what_changed) {
    std::map<std::string, int> seen;
    each_time([&](const TimeInCare& time, const Child&, Date) {
        for (std::size_t i = 1; i < time.episodes.size(); ++i) {
            const auto& before = time.episodes[i - 1];
            const auto& now = time.episodes[i];
            const bool legal_changed = before.legal_status != now.legal_status;
            const bool placement_changed = !same_placement(before, now);
            const std::string& why = now.why_it_began.code;
            ++seen[why];
            EXPECT_EQ(legal_changed, why == "L" || why == "B" || why == "U") << why;
            EXPECT_EQ(placement_changed, why == "P" || why == "T" || why == "B" || why == "U") << why;
            EXPECT_EQ(placement_changed, before.why_the_placement_changed.is_recorded()) << why;
        }
    });
    for (const char* why : {"L", "P", "T"}) EXPECT_GT(seen[why], 30) << why;
}

TEST_F(TimeInCareTest, uses_codes_of_the_published_sets_alone) {
    each_time([](const TimeInCare& time, const Child&, Date) {
        for (const auto& episode : time.episodes) {
            const record::ItemType& type = record::type_of<LookedAfterEpisode>();
            const record::Values values = type.values_of(episode);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const law::CodeSet* codes = type.fields()[i].codes;
                EXPECT_TRUE(!codes || !record::is_recorded(values[i]) || codes->find(std::get<std::string>(values[i])))
                    << type.fields()[i].key;
            }
        }
        EXPECT_TRUE(law::closure_reason.find(time.closes_with)) << time.closes_with;
    });
}

TEST_F(TimeInCareTest, places_young_children_with_families_and_adopts_only_after_a_placement_order) {
    int adopted = 0;
    each_time([&](const TimeInCare& time, const Child& child, Date) {
        bool has_placement_order = false;
        for (const auto& episode : time.episodes) {
            has_placement_order |= episode.legal_status.is("E1");
            const std::string& place = episode.placement.code;
            EXPECT_TRUE(place != "K3" || child.age_on(*episode.began) >= 16);
            EXPECT_TRUE((place != "A5" && place != "A6") || has_placement_order);
        }
        if (time.closes_with != "RC1") return;
        ++adopted;
        EXPECT_TRUE(has_placement_order);
        ASSERT_TRUE(time.adoption);
        EXPECT_LT(time.adoption->decided, time.adoption->matched);
        EXPECT_LT(time.adoption->matched, time.until);
    });
    EXPECT_GT(adopted, 10);
}

}  // namespace
}  // namespace steadfast::demo
