#pragma once

#include "record/book/book.hpp"

#include <string>

namespace steadfast::record {

/// A number that nobody has yet, for a child whom no other system has numbered: at most ten letters and digits, as the returns allow.
/// Every child has one from the day on which they are put on record, wherever that is done: the returns know a child by nothing else.
[[nodiscard]] std::string free_number(const Book& book);

}  // namespace steadfast::record
