#pragma once

#include "practice/contact/contact_form.hpp"
#include "record/pages/two_texts.hpp"

#include <optional>

namespace steadfast::practice {

/// Puts a form together with what a colleague saved of the same contact since it was begun. Whom it is about and what was decided are no
/// texts to put together: none where both changed those, and the writer compares for themselves.
/// @param now sees the record as it is now; `item` is the contact as it sees it
[[nodiscard]] Result<std::optional<record::pages::TwoTexts>> two_texts_of_contact(record::Record& record, const record::pages::Visit& now, const record::pages::ItemPage& item,
                                                                                  ContactForm& form, const record::pages::ItemForm& sent);

}  // namespace steadfast::practice
