#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::practice {

extern const law::CodeSet contact_way;        ///< How somebody got in touch.
extern const law::CodeSet immediate_danger;   ///< Whether a child is in danger now, as far as whoever called knows.
extern const law::CodeSet family_told;        ///< Whether the parents know of the contact.
extern const law::CodeSet consent_given;      ///< Whether they agree to what is shared.
extern const law::CodeSet contact_decision;   ///< What follows from a contact.
extern const law::CodeSet threshold_level;    ///< Of the partners' threshold document, by what the law calls each.

/// Somebody tells the council about a child: what they said, and what was decided to do about it. It is about any set of
/// children, and about none on record where nobody knows yet who the child is: what happened is never kept from being saved.
struct Contact {
    When received;
    record::Coded<law::referral_source> who_contacted;
    std::string agency;
    std::string contacted_by;                     ///< Name and role, as given.
    std::string ring_back;
    std::optional<bool> stays_unnamed;            ///< Their name is not to be told to the family.
    record::Coded<contact_way> came_by;
    record::Narrative children_not_on_record;     ///< Who the children are, as told, where they are not on record or not matched yet.
    record::Narrative worries;
    record::Narrative child_says;
    record::Coded<immediate_danger> danger;
    record::Coded<family_told> parents_told;
    record::Coded<consent_given> consent;
    record::Narrative consent_words;
    std::string reference;                        ///< Of the public form, told to whoever sent it.
    std::optional<bool> is_unverified;            ///< It came by the public form and nobody has spoken to the sender yet.
    std::optional<bool> taken_at_night;           ///< By the emergency duty team.
    record::Coded<threshold_level> threshold;
    record::Narrative threshold_why;              ///< What in the threshold document fits, and what does not.
    record::Coded<contact_decision> decision;
    record::Narrative decision_why;
    When decided;
    record::Link<record::Worker> decided_by;
    std::string passed_to;                        ///< The team, agency or authority, where it was passed on.

    [[nodiscard]] bool is_decided() const { return decision.is_recorded(); }
};

/// The key of the item, by which other slices may ask for contacts.
inline constexpr std::string_view contact_key = "contact";

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::Contact>();
