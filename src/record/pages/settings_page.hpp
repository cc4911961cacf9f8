#pragma once

#include "record/pages/page_parts.hpp"
#include "web/form.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::pages {

/// A page on which somebody says how the council works: one item that the whole record has once, with a field for each setting.
/// A change counts from the moment it is saved; of two people who change it at once the second is told.
struct SettingsPage {
    const ItemType* type = nullptr;
    web::Link address;
    std::string words;                                        ///< Its title, and in the navigation.
    int order = 85;
    Permission needs = Permission::keep_settings;
    std::function<ledger::ItemId(const Book&)> item;          ///< The same for everybody, also before anything was said.
    std::vector<std::string_view> not_here = {};              ///< Fields that another page keeps.
    std::function<void(const Values&, web::FieldErrors&)> check = {};   ///< What its fields ask of one another.
    std::function<web::Html()> above = {};                    ///< What there is to know before one changes them.
};
/// Plugs it in. The record must outlive the parts.
void add_settings_page(Record& record, PageParts& parts, SettingsPage settings);

/// The list of them: "/settings".
void add_settings_list(PageParts& parts);

/// An item's id in sixteen letters: the same in every store, so that two people who say something first meet.
[[nodiscard]] ledger::ItemId item_called(const char (&sixteen_letters)[17]);

}  // namespace steadfast::record::pages
