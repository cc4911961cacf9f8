#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace steadfast::returns {

/// A place in a text file, counted from 1 as editors do: characters, not bytes.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Where the lines of a text begin, so that a byte's place can be said. Lines end with LF, CRLF or CR.
class Lines {
public:
    explicit Lines(std::string_view text);
    [[nodiscard]] Position position(std::size_t at) const;

private:
    std::string_view text_;
    std::vector<std::uint32_t> starts_;
};

}  // namespace steadfast::returns
