#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet application_to_court;
extern const law::CodeSet court_outcome;
extern const law::CodeSet hearing_kind;

/// An application about a child that a court decides, from its issue to what it ordered.
/// (Children Act 1989, sections 31 and 32 as amended by the Children and Families Act 2014, section 14)
struct CourtProceedings {
    std::optional<Date> issued_on;
    record::Coded<application_to_court> application;
    std::string court_and_number;
    std::string guardian;                       ///< The child's, of Cafcass.
    std::optional<bool> is_extended;            ///< The court gave longer than 26 weeks…
    std::optional<Date> extended_to;            ///< …until this day (section 32(5) and (8)).
    std::string why_extended;
    std::optional<Date> ended_on;
    record::Coded<court_outcome> outcome;
    record::Narrative what_it_means;            ///< In plain words, for the child.
};

/// A hearing, what was ordered at it, and what the council must file by when because of it.
struct CourtHearing {
    When listed_for;
    When held_at;
    record::Coded<hearing_kind> kind;
    std::string before_whom;
    record::Narrative ordered;
    std::optional<bool> must_file;
    std::optional<Date> ordered_on;
    std::string what_to_file;
    std::optional<Date> file_by;
    std::optional<Date> filed_on;
    record::Narrative child_says;               ///< Of each child: what they wanted the court to know.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CourtProceedings>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CourtHearing>();
