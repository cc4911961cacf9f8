#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet domestic_abuse_risk;    ///< How much danger the adult is in, as a person judges it.
extern const law::CodeSet marac_referred_because; ///< Why it was brought to a MARAC.

/// What is known of domestic abuse where a child lives or spends time, and what it does to each child, who is a victim of it in their own right
/// (Domestic Abuse Act 2021, section 3). It goes out with no print: a safety plan in the wrong hands is a danger.
struct DomesticAbuse {
    std::optional<Date> judged_on;
    std::string harmed;  ///< Who is abused.
    std::string harms;  ///< Who is said to abuse, and what they are to the child.
    record::Narrative known;
    record::Coded<domestic_abuse_risk> risk;
    record::Narrative why;
    record::Narrative child_says;  ///< Of each child.
    record::Narrative child_lives_it;  ///< Of each child: what they see, hear and carry.
    record::Narrative safety_plan;  ///< Made with whoever is abused, not with whoever abuses.
    std::string safe_to_reach;
    std::optional<Date> look_again_by;
    std::optional<Date> looked_again_on;
};

/// That a family was brought to a multi-agency risk assessment conference, what it heard and what this council does because of it. What partners said
/// there was said under its own rules, and goes out with no print.
struct Marac {
    std::optional<Date> referred_on;
    record::Coded<marac_referred_because> because;
    std::string referred_by;
    std::optional<bool> is_repeat;  ///< There was one about the same people in the twelve months before.
    std::optional<bool> knows;  ///< Whoever is abused knows of it…
    record::Narrative what_they_want;  ///< …and what they want.
    std::optional<Date> heard_on;
    record::Narrative heard;
    record::Narrative to_do;  ///< What this council does, who and by when.
    record::Narrative for_each;  ///< Of each child: what it means for them.
    std::string adviser;  ///< The independent domestic violence adviser.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::DomesticAbuse>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Marac>();
