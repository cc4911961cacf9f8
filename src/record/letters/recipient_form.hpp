#pragma once

#include "record/letters/recipient.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <string>
#include <vector>

namespace steadfast::record::letters {

/// The questions that every form asks before something goes out: for whom, and whether they may read what it says of others.
struct RecipientForm {
    web::Fields typed;
    web::FieldErrors errors;
    std::vector<std::string> to_think_about;   ///< Names; empty until it was looked through.

    [[nodiscard]] bool wants(std::string_view name, std::string_view value) const;
};

/// Tells one opening of the form from another: what goes out is noted once for each (made_for_somebody.hpp).
[[nodiscard]] web::Html form_key_input(const RecipientForm& form);
/// The same, for whom it is, and who they are to the child.
[[nodiscard]] web::Html recipient_inputs(const RecipientForm& form);
/// Whether the recipient may know what it says of others; empty where it names nobody else.
[[nodiscard]] web::Html may_know_input(const RecipientForm& form);

/// Whom the form names; errors stand at their fields.
[[nodiscard]] Recipient read_recipient(RecipientForm& form);
/// Holds what is to go out against confidential addresses and other people's names; errors stand at their fields.
/// @param place the field that an address would have to be taken out of.
void look_through(RecipientForm& form, const SeenBook& book, std::span<const SeenChild> about, const Recipient& recipient, std::string_view words, std::string_view place);

}  // namespace steadfast::record::letters
