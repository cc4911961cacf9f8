#pragma once

#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "web/html.hpp"

namespace steadfast::record::pages {

/// One item with its fields, who recorded it, and its versions.
/// @param shown the version to show: the latest, or an older one that was asked for.
[[nodiscard]] web::Html item_view(const ItemPage& page, const VersionShown& shown, bool may_record, Date today);

/// Two versions of an item, field by field.
[[nodiscard]] web::Html compare_view(const ItemPage& page, const VersionShown& before, const VersionShown& after);

/// "Saved. Undo", on top of what was just saved.
[[nodiscard]] web::Html saved_view(const ItemPage& page, const std::string& form_token, const std::string& key);

/// Asks why, before something is taken off a child's record.
/// @param taken_along a question about what goes with it (goes_with.hpp)
[[nodiscard]] web::Html withdraw_view(const ItemPage& page, const std::string& form_token, const OpenedForm& form,
                                      const web::Html& keeping, const std::string& error, const web::Html& taken_along = {});

}  // namespace steadfast::record::pages
