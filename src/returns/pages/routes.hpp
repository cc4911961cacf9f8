#pragma once

#include "record/pages/site.hpp"

namespace steadfast::returns::pages {

/// The imports, what they brought, and the questions that they ask of a person. The record must outlive the routes.
[[nodiscard]] std::vector<record::pages::PageRoute> routes(record::Record& record);

}  // namespace steadfast::returns::pages
