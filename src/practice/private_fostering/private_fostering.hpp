#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet private_fostering_told_by;       ///< Who told the council.
extern const law::CodeSet private_fostering_suitable;      ///< Whether the arrangement is suitable.
extern const law::CodeSet private_fostering_disqualified;  ///< Whether somebody in the household may not foster privately.

/// A child under 16 (18 if disabled) who lives, or is to live, for 28 days or more with somebody who is no parent, no close relative and has no parental
/// responsibility, arranged without the council (Children Act 1989, section 66; Children (Private Arrangements for Fostering) Regulations 2005).
struct PrivateFostering {
    std::optional<Date> told_on;  ///< Notice, or what we found out ourselves.
    std::optional<bool> was_proposed;  ///< We were told before it began (regulation 3).
    std::optional<Date> to_begin_on;
    std::optional<bool> lives_there;
    std::optional<Date>
        aware_on;  ///< Day on which the council came to know that the child lives there: its clocks run from it (regulation 8(6)).
    std::optional<Date> began_on;  ///< When the child went to live there, which may be long before.
    record::Coded<private_fostering_told_by> told_by;
    std::string carer;
    std::string household;
    record::Narrative parents;  ///< Who has parental responsibility, where they are, what they agreed to.
    record::Narrative why;
    record::Narrative own_words;
    record::Coded<private_fostering_disqualified> disqualified;
    std::optional<Date> checks_on;  ///< Checks of everybody over 16 in the household came back.
    record::Coded<private_fostering_suitable> suitable;
    std::optional<Date> decided_on;
    record::Narrative
        why_decided;  ///< With the requirements that were imposed, if any (Children Act 1989, schedule 8, paragraph 6).
    std::optional<Date> ended;
    std::string why_ended;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PrivateFostering>();
