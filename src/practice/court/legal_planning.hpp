#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet threshold_view;
extern const law::CodeSet legal_planning_decision;

/// What the council's lawyer advised about a child, and what the council decided on it. Privileged: it goes out with no print at all.
struct LegalPlanning {
    std::optional<Date> held_on;
    std::string lawyer;
    record::Narrative advice;
    record::Coded<threshold_view> threshold;
    record::Coded<legal_planning_decision> decision;
    record::Narrative why;
    record::Narrative to_do;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::LegalPlanning>();
