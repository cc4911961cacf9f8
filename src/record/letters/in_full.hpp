#pragma once

#include "record/pages/site.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace steadfast::record::letters {

/// One thing that was recorded, in full, as it goes out: label and words of each field.
struct InFull {
    std::string when;
    std::string what;
    std::vector<std::pair<std::string, std::string>> fields;

    /// All of it in one text, to be held against addresses and names.
    [[nodiscard]] std::string words() const;
};

/// What is said of all in it, what is said of each of these children alone, and who disagrees. What is said of a brother or sister
/// alone is theirs.
[[nodiscard]] Result<InFull> in_full(Record& record, const pages::Visit& visit, ledger::ItemId item, std::span<const SeenChild> about);

[[nodiscard]] web::Html in_full_view(const InFull& one);

}  // namespace steadfast::record::letters
