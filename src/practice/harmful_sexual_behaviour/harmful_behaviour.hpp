#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet part_in_harmful_behaviour;   ///< What the child's part in it was.
extern const law::CodeSet seriousness_of_behaviour;    ///< From what is expected at an age to what is violent.

/// Sexual behaviour between children that harms. Each child has a record of their own of it: who else was in it stands in theirs. A child who
/// harmed another is a child in need of help first (Working Together to Safeguard Children 2023, chapter 3).
struct HarmfulBehaviour {
    std::optional<Date> known_on;
    record::Coded<part_in_harmful_behaviour> part;
    record::Coded<seriousness_of_behaviour> seriousness;
    record::Narrative what_happened;
    record::Narrative own_words;
    record::Narrative understood;  ///< What lies behind it: age, power, what was done to the child before.
    std::optional<bool> are_police_told;
    std::optional<Date> police_told_on;
    std::optional<bool> is_discussed;  ///< A strategy discussion was held or is planned.
    std::string why_not_discussed;
    record::Narrative safety_plan;  ///< At home, at school, on the way and online.
    record::Narrative help;
    std::optional<Date> look_again_by;
    std::optional<Date> looked_again_on;
    std::optional<Date> ended_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::HarmfulBehaviour>();
