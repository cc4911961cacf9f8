#pragma once

#include "record/record.hpp"

#include <string>

namespace steadfast::releases {

/// Every item of a record as this release reads it, in the order in which they were first recorded: its state, whom it is
/// about, and each field that has something, a line each. What nobody recorded has no line, so that a field which
/// a later release adds changes nothing here.
/// A line beginning with "!" says where the Book and the store tell two stories; there should be none.
[[nodiscard]] Result<std::string> described(record::Record& record);

}  // namespace steadfast::releases
