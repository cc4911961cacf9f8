#pragma once

#include "practice/contact/contact.hpp"
#include "practice/contact/contact_form.hpp"
#include "practice/contact/history.hpp"
#include "record/record.hpp"

#include <vector>

namespace steadfast::practice {

/// Another id for each thing that one form saves beside its own item, so that sending the form twice is one save.
[[nodiscard]] IdBytes derived_id(const ledger::IdempotencyKey& form, std::string_view what);

/// The referrals that a decision to assess opens: one for each child who has none open, and the primary need put on it.
/// A child with an open referral keeps that one, as the census counts one time in need and not two.
/// @param primary_need a code of law::primary_need, or none.
[[nodiscard]] std::vector<ledger::Change> referrals_opened(const record::Catalogue& catalogue, const Contact& contact, const std::vector<ledger::SubjectId>& children,
                                                           const std::vector<ChildHistory>& histories, std::string_view primary_need, Date decided_on,
                                                           const ledger::IdempotencyKey& form, ledger::WorkerId by);

/// Early help that began with a contact, where the viewer may see it.
[[nodiscard]] std::optional<ledger::ItemId> early_help_begun(const record::SeenBook& book, const std::vector<record::SeenChild>& children, ledger::ItemId contact);

}  // namespace steadfast::practice
