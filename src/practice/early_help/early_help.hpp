#pragma once

#include "record/item/item_type.hpp"
#include "record/people/professional.hpp"
#include "record/plans/plan.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

struct Contact;

extern const law::CodeSet early_help_kind;      ///< Early help by those who know the family, or Family Help by a team.
extern const law::CodeSet early_help_from;      ///< What led to it.
extern const law::CodeSet early_help_agreed;    ///< Whether the family wants it: it is an offer, and nobody has to take it.
extern const law::CodeSet early_help_outcome;   ///< What it led to, when it ends.

/// Help to a whole family without a child protection plan: early help, or Family Help (Working Together to Safeguard Children 2023, chapter
/// 3). One practitioner leads it, of whatever agency and profession; a qualified social worker looks over it.
struct EarlyHelp {
    std::optional<Date> began;
    record::Coded<early_help_kind> kind;
    record::Coded<early_help_from> came_from;
    record::Link<Contact> contact;  ///< That was decided as early help.
    record::Link<record::plans::Plan> stepped_down_from;
    record::Narrative why;
    record::Narrative known;  ///< What was written elsewhere already and came along.
    record::Coded<early_help_agreed> agreed;
    record::Narrative agreed_words;  ///< Who agreed, or what they said.
    record::Link<record::Worker> lead;  ///< Who leads it, where that is somebody who works here…
    std::string led_by;  ///< …and in words whoever it is.
    record::Coded<record::professional_kind> lead_agency;  ///< Of somebody from another agency.
    record::Link<record::Worker> overseen_by;  ///< A qualified social worker, and never who leads it.
    record::Link<Contact> step_up_contact;  ///< In which the front door was asked for more.
    std::optional<Date> ended;
    record::Coded<early_help_outcome> outcome;
    record::Narrative outcome_words;  ///< What is different now; what comes along where more help follows.

    // About each child.
    record::Narrative child_words;

    [[nodiscard]] bool is_open() const { return !ended.has_value(); }
};

/// The key of the item, by which other slices may ask for it.
inline constexpr std::string_view early_help_key = "early_help";

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::EarlyHelp>();
