#pragma once

#include "returns/reading/decoding.hpp"
#include "returns/reading/lines.hpp"

#include <memory>
#include <string>

namespace steadfast::returns {

/// A file that was read: its text is kept until the import is over, so that findings can say where they are.
struct ReadFile {
    std::string name;
    std::string text;
    Encoding encoding = Encoding::utf_8;
    std::size_t bytes = 0;     ///< As it came.
    std::string digest;        ///< BLAKE2b-256 of its bytes, in hexadecimal.
};

}  // namespace steadfast::returns
