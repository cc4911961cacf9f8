#pragma once

#include <cstddef>

namespace steadfast::returns {

/// How much of a file is read before it is refused: far more than any council's return needs, far less than would
/// take the machine down. All in bytes unless the name says otherwise.
struct Limits {
    std::size_t file = std::size_t{1} << 30;   ///< Also of all the files of one import together.
    std::size_t files = 200;                   ///< How many files one import may have.
    std::size_t cell = 4'000;
    std::size_t line = 65'536;                 ///< A row of a CSV table, quotes and line breaks within them included.
    std::size_t columns = 200;                 ///< Columns of a CSV table.
    std::size_t depth = 16;                    ///< Elements within elements of an XML form; the deepest of the forms is 8.
    std::size_t rows = 20'000'000;             ///< Rows of all tables together.
    std::size_t other_codes =
        2'000;  ///< Different texts in one column of codes that are not of its set: more, and it holds something else.
};

}  // namespace steadfast::returns
