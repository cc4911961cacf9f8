#include "law/code_set.hpp"

namespace steadfast::law {

std::optional<std::uint16_t> CodeSet::find(std::string_view code) const {
    // The longest set has some forty codes of a few letters: looking along it is as quick as hashing.
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (codes[i].code == code) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

std::string_view CodeSet::says(std::string_view code) const {
    const auto at = find(code);
    return at ? codes[*at].says : code;
}

std::string_view CodeSet::says(std::string_view code, int return_year) const {
    for (const FormerWords& former : former_words)
        if (former.code == code && return_year <= former.last_year) return former.says;
    return says(code);
}

std::string_view CodeSet::present(std::string_view code) const {
    const auto at = find(code);
    return at && !codes[*at].same_as.empty() ? codes[*at].same_as : code;
}

bool CodeSet::same(std::string_view a, std::string_view b) const { return present(a) == present(b); }

bool CodeSet::may_be_used(std::string_view code, int return_year) const {
    const auto at = find(code);
    return at && return_year >= codes[*at].first_year && return_year <= codes[*at].last_year;
}

}  // namespace steadfast::law
