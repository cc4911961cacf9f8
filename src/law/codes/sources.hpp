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
inline constexpr std::string_view gender_in_the_safeguarding_dataset =
    "Data to Insight, Standard Safeguarding Dataset, table ssd_person, pers_gender";
inline constexpr std::string_view census_2021 =
    "Office for National Statistics, Census 2021, England and Wales: religion (the question may be left unanswered)";

}  // namespace steadfast::law::sources
