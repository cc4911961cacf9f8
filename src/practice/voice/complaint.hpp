#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet complaint_kind;
extern const law::CodeSet complaint_from;
extern const law::CodeSet complaint_outcome;

/// What a child, a parent or somebody else who may says is wrong, or right, through the three stages that the law gives a complaint
/// (Children Act 1989 Representations Procedure (England) Regulations 2006). It is kept apart from what goes out with a child's file
/// unless somebody chooses it: a complaint must not stand against who made it.
struct Complaint {
    std::optional<Date> received_on;
    record::Coded<complaint_kind> kind;
    record::Coded<complaint_from> from_whom;
    record::Narrative words;
    record::Narrative wanted;
    record::Narrative child_says;  ///< Of each child.
    std::optional<bool> first_extended;  ///< Whoever complained agreed to ten more working days (regulation 14).
    std::optional<Date> first_answered_on;
    std::optional<bool> second_asked;
    std::optional<Date> second_asked_on;  ///< They asked for an investigation.
    std::optional<bool> second_extended;  ///< It takes longer, to at most 65 working days (regulation 17).
    std::optional<Date> second_answered_on;
    std::optional<bool> panel_asked;
    std::optional<Date> panel_asked_on;
    std::optional<Date> panel_met_on;
    std::optional<bool> panel_reported;
    std::optional<Date> panel_report_on;  ///< Its recommendations came.
    std::optional<Date> panel_answered_on;
    record::Coded<complaint_outcome> outcome;
    record::Narrative learned;
    std::optional<Date> withdrawn_on;  ///< By whoever complained.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Complaint>();
