#pragma once

#include "record/pages/item_form.hpp"

namespace steadfast::record::pages {

/// Whether one entry of this type may be about several children: it has a place for what is about each of them alone.
[[nodiscard]] bool can_be_about_several(const ItemType& type);

/// Whom else a form opened on a child's page offers: brothers and sisters, the children of the household, those who stand in one entry
/// with the child already, and whoever is ticked in it. Only those whom the visitor may see.
[[nodiscard]] std::vector<AlsoAbout> also_about(const SeenBook& book, const SeenChild& child, Date today, const web::Fields& typed);

/// Looks for the name that was typed into the form, adds whoever fits to those who are offered, and says so where nobody does.
void find_child(const SeenBook& book, const SeenChild& child, ItemForm& form);

/// Something that was typed about a child whom nobody ticked would be lost in silence: an error says so at its field.
void check_nothing_is_said_about_others(ItemForm& form);

}  // namespace steadfast::record::pages
