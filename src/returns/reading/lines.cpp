#include "returns/reading/lines.hpp"

#include <algorithm>

namespace steadfast::returns {

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends) starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
}

Position Lines::position(std::size_t at) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
    const std::size_t start = *(next - 1);
    Position position;
    position.line = static_cast<std::uint32_t>(next - starts_.begin());
    // Bytes that only continue a character are not counted.
    position.column =
        1 + static_cast<std::uint32_t>(std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(start),
                                                     text_.begin() + static_cast<std::ptrdiff_t>(std::min(at, text_.size())),
                                                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    return position;
}

}  // namespace steadfast::returns
