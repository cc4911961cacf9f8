#pragma once

#include "practice/court/statement.hpp"
#include "record/item/body.hpp"
#include "record/pages/site.hpp"

#include <vector>

namespace steadfast::practice {

/// A statement as it begins: what the record already says stands in it, for a person to weigh and change. What it does not say is left empty.
/// @param children the first is on whose page it was begun.
[[nodiscard]] record::Content statement_from_the_record(record::Record& record, const record::pages::Visit& visit,
                                                        const std::vector<record::SeenChild>& children);

}  // namespace steadfast::practice
