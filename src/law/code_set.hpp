#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace steadfast::law {

/// One code of a published set, the words for it, and the return years in which it may be used.
struct Code {
    std::string_view code;     ///< As the return spells it: "V2".
    std::string_view says;     ///< In words a social worker would use: "Single period of accommodation, section 20".
    int first_year = 0;        ///< First return year (the year in which it ends: 2025 is 1 April 2024 to 31 March 2025); 0: always.
    int last_year = 9999;      ///< Last return year in which it may be used.
    std::string_view same_as = {};  ///< The present spelling of the same meaning ("M" for "1"); empty where there is none.
};

/// The words that a code had before they were changed, while the code itself stayed.
struct FormerWords {
    std::string_view code;
    std::string_view says;
    int last_year;  ///< The last return year in which the code was said so.
};

/// A published set of codes, with its source. Sets are constants: they live as long as the program.
struct CodeSet {
    std::string_view key;      ///< "legal_status": never reused for something else.
    std::string_view name;     ///< "Legal status"
    std::string_view source;   ///< The guide or schema, with its year.
    std::span<const Code> codes;
    std::span<const FormerWords> former_words = {};

    /// The position of a code in `codes`, or none. Spelled exactly: "v2" is not "V2".
    /// Positions are for this run of the program only: keep the code, not its position.
    [[nodiscard]] std::optional<std::uint16_t> find(std::string_view code) const;
    /// The words for a code as they stand today, or the code itself where the set does not have it.
    [[nodiscard]] std::string_view says(std::string_view code) const;
    /// The words for a code as the guide of that return year had them.
    [[nodiscard]] std::string_view says(std::string_view code, int return_year) const;
    /// The present spelling of a code ("M" for "1"), or the code itself.
    [[nodiscard]] std::string_view present(std::string_view code) const;
    /// Whether two codes mean the same, whatever the years in which they were spelled so.
    /// A code that the set does not have is the same as itself only.
    [[nodiscard]] bool same(std::string_view a, std::string_view b) const;
    /// False for a code that the set does not have.
    [[nodiscard]] bool may_be_used(std::string_view code, int return_year) const;
};

}  // namespace steadfast::law
