#pragma once

#include "record/slice.hpp"

namespace steadfast::record::plans {

/// What plans of every kind owe, whichever slice writes them. Their items are the record's own.
[[nodiscard]] const Slice& slice_of_plans();

}  // namespace steadfast::record::plans
