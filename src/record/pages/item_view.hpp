#pragma once

#include "record/pages/item_page.hpp"
#include "web/form.hpp"

namespace steadfast::record::pages {

/// One item with its fields, who recorded it, and its versions.
/// @param shown the version to show: the latest, or an older one that was asked for.
[[nodiscard]] web::Html item_view(const ItemPage& page, const VersionShown& shown, bool may_record, Date today);

/// Two versions of an item, field by field.
[[nodiscard]] web::Html compare_view(const ItemPage& page, const VersionShown& before, const VersionShown& after);

/// The form of an item, from its declaration: for a new one, or to change one.
struct ItemForm {
    const ItemType* type = nullptr;
    web::Link action;
    web::Link back;
    std::string form_token;
    std::vector<AboutWhom> each;     ///< Whom it asks about one by one; empty where it is about one child, or no field is about each.
    web::Fields typed;               ///< What stands in the inputs: typed before, or what is recorded now.
    web::FieldErrors errors;
    std::string goes_into;           ///< "This will be in the file of …", said before saving.
    std::string clash;               ///< Somebody else changed it meanwhile: what stands there now, in words.
    std::uint32_t starts_from = 0;
    std::string key;                 ///< Of this form: sending it twice saves it once.
};
[[nodiscard]] web::Html form_view(const ItemForm& form);

/// What an item's values look like in the inputs of its form.
[[nodiscard]] web::Fields typed_from(const ItemType& type, const Content& content, const std::vector<AboutWhom>& each);

/// Asks why, before something is taken off a child's record.
[[nodiscard]] web::Html withdraw_view(const ItemPage& page, const std::string& form_token, const std::string& key, const std::string& error);

}  // namespace steadfast::record::pages
