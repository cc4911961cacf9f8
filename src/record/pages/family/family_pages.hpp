#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// The family of a person: its page with the genogram, its section on the child's page, alerts and address on the bar, adding a
/// relative, where several live, and the alerts that wait to be looked at again.
void add_family_pages(Record& record, PageParts& parts);

/// Adding a relative, and where a household lives: relative_pages.cpp and home_pages.cpp.
[[nodiscard]] std::vector<PageRoute> relative_routes(Record& record);
[[nodiscard]] std::vector<PageRoute> home_routes(Record& record);

/// The person that the address of a page names.
[[nodiscard]] Result<SeenChild> asked_person(const Visit& visit);

/// The nth thing that one sending of a form saves, so that sending it twice saves it once.
[[nodiscard]] IdBytes nth_of(const IdBytes& form_key, std::uint8_t nth);

}  // namespace steadfast::record::pages
