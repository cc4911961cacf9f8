#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

#include <array>
#include <string_view>

namespace steadfast::practice {

/// How well one part of a child's care meets their need, in five steps of our own words; the first is the best.
extern const law::CodeSet care_grade;

/// A graded profile of the care that children have, done again and again, so that it can be seen whether it gets better. Each grade is
/// a person's judgement with what they saw, and no sum is made of them. Where it differs between brothers and sisters, each has one of
/// their own. (Working Together to Safeguard Children 2023 defines neglect; the parts and grades are ours, and no licensed tool's.)
struct CareProfile {
    std::optional<Date> done_on;
    std::string with_whom;  ///< Who took part: the parents most of all.
    record::Coded<care_grade> food;
    record::Coded<care_grade> home;
    record::Coded<care_grade> clothes;
    record::Coded<care_grade> health;
    record::Coded<care_grade> safety;
    record::Coded<care_grade> affection;
    record::Coded<care_grade> routines;
    record::Coded<care_grade> learning;
    record::Coded<care_grade> adults;
    record::Narrative evidence;
    record::Narrative family_says;
    record::Narrative must_change;
    std::optional<Date> again_by;
    record::Narrative child_says;  ///< Of each child.
};

/// The parts of care, by their fields' keys, in the order of the form.
inline constexpr std::array<std::string_view, 9> parts_of_care{"food",      "home",     "clothes",  "health", "safety",
                                                               "affection", "routines", "learning", "adults"};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CareProfile>();
