#pragma once

#include "practice/early_help/early_help.hpp"

namespace steadfast::practice {

/// The whole-family assessment of early help or Family Help: with the family, of everybody in it, by its lead practitioner. An assessment
/// of children in need under the Children Act 1989, section 17, is another item (practice/assessment).
struct FamilyAssessment {
    record::Link<EarlyHelp> early_help;
    std::optional<Date> began;
    std::optional<Date> finished;
    record::Link<record::Worker> assessed_by;
    record::Narrative who_took_part;
    record::Narrative going_well;
    record::Narrative worries;
    record::Narrative network;  ///< Who in the family and round it can help.
    record::Narrative family_wants;
    record::Narrative comes_to;

    // About each child.
    record::Narrative child_words;
    record::Narrative life_now;
    record::Narrative needs;
};

/// That a qualified social worker looked over early help, and what they found.
extern const law::CodeSet oversight_found;
struct EarlyHelpOversight {
    record::Link<EarlyHelp> early_help;
    std::optional<Date> looked_on;
    record::Link<record::Worker> looked_by;
    record::Coded<oversight_found> found;
    record::Narrative words;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::FamilyAssessment>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::EarlyHelpOversight>();
