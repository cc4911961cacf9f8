#pragma once

#include "practice/contact/contact.hpp"
#include "record/item/body.hpp"
#include "record/pages/site.hpp"
#include "record/people/people_search.hpp"
#include "web/form.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::practice {

/// A child who is not on record yet, as typed on the form of a contact; saved together with it.
struct NewChild {
    std::size_t number = 1;        ///< Names its inputs: "new-1-given_name".
    record::Person person;
    [[nodiscard]] std::string input(std::string_view field_key) const;
};
constexpr std::size_t most_new_children = 8;

/// The form of a contact as it was sent or opened: one screen from the call to the decision.
struct ContactForm {
    web::Fields typed;
    web::FieldErrors errors;
    std::string form_token;
    std::string key;                               ///< Of this form: sending it twice saves it once.
    std::uint32_t starts_from = 0;
    ledger::ItemId contact;
    bool is_new = true;
    bool may_decide = false;
    bool was_changed_meanwhile = false;            ///< Somebody else saved it while this was being written.
    bool is_unverified = false;
    web::Html notices = {};                        ///< That this is a draft; who else is writing.
    web::Html keeping = {};                        ///< What makes the form keep itself.
    std::string threshold_guide = {};              ///< The council's own, beside the decision.

    std::string searched;                          ///< What was searched for; may be empty though somebody pressed the button.
    std::optional<record::PeopleFound> found;
    std::vector<record::SeenChild> children;       ///< Whom it is about, as ticked.
    std::vector<NewChild> new_children;            ///< Rows with something in them.
};

/// What stands in the inputs of a new one: that it came now, and whether the office is closed.
[[nodiscard]] ContactForm open_new(const record::pages::Visit& visit);
/// The form of one that is recorded.
[[nodiscard]] ContactForm open_recorded(const record::pages::Visit& visit, const record::Content& recorded, const std::vector<ledger::SubjectId>& about,
                                        ledger::ItemId contact, std::uint32_t version);

/// The form with what was typed into it, sent now or kept as a draft, and whoever was searched for and ticked. Nothing is judged yet.
[[nodiscard]] ContactForm form_with(const record::pages::Visit& visit, web::Fields typed);

/// Reads what was typed into the contact's values. What is wrong stands in the form's errors.
/// @param recorded what stands on the record, where it is being changed: what no input shows is taken over.
[[nodiscard]] record::Values read_contact(ContactForm& form, const record::pages::Visit& visit, const record::Values* recorded);

/// Whether an input is one of those on which somebody decides.
[[nodiscard]] bool is_of_the_decision(std::string_view input);

/// Whether the office is closed at a moment: at night, at a weekend, on a bank holiday. The hours are from half past eight to
/// half past five, as most front doors keep them.
[[nodiscard]] bool is_out_of_hours(Instant at);

}  // namespace steadfast::practice
