#pragma once

#include <string_view>

// The papers that the tables in this folder are taken from.
namespace steadfast::law::sources {

inline constexpr std::string_view ssda903 =
    "Department for Education, Children looked after by local authorities in England: guide to the SSDA903 collection, 2025 to 2026";
inline constexpr std::string_view cin_census =
    "Department for Education, Children in need census: guide and schema, 2025 to 2026";
inline constexpr std::string_view both_returns =
    "Department for Education, guides to the SSDA903 collection and to the children in need census, 2025 to 2026";
inline constexpr std::string_view standard_safeguarding_dataset =
    "Data to Insight, Standard Safeguarding Dataset, table ssd_pre_proceedings";

}  // namespace steadfast::law::sources
