#pragma once

#include "practice/contact/contact.hpp"
#include "record/people/professional.hpp"

namespace steadfast::practice {

extern const law::CodeSet check_basis;    ///< On what footing an agency is asked.
extern const law::CodeSet check_answer;   ///< What an agency answered.

/// Another agency is asked what it knows while the council decides on a contact: as multi-agency safeguarding hubs (MASH) do. What it answered
/// stays in the file of the child whom it is about, whatever was decided.
struct AgencyCheck {
    record::Link<Contact> contact;
    record::Coded<record::professional_kind> agency;
    std::string organisation;  ///< The school, the surgery, the police force.
    When asked_at;
    record::Link<record::Worker> asked_by;  ///< Who sees that it is answered.
    record::Narrative question;
    record::Coded<check_basis> basis;
    record::Narrative basis_why;  ///< Why without the family's agreement.
    When answered_at;  ///< Also where they declined.
    record::Coded<check_answer> answer;
    std::string answered_by;  ///< Name and role.
    record::Narrative declined_why;
    record::Narrative known_of_family;

    // About each child.
    record::Narrative known;

    [[nodiscard]] bool is_answered() const { return answered_at.is_known() || answer.is_recorded(); }
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::AgencyCheck>();
