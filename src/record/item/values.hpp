#pragma once

#include "base/date.hpp"
#include "base/when.hpp"
#include "law/code_set.hpp"
#include "ledger/entry.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace steadfast::record {

/// A code of a published set, or what a file gave in its place: kept exactly, and said not to be a code.
template <const law::CodeSet& Set>
struct Coded {
    std::string code;   ///< Empty where nothing was recorded.

    [[nodiscard]] bool is_recorded() const { return !code.empty(); }
    [[nodiscard]] bool is(std::string_view other) const { return is_recorded() && Set.same(code, other); }
    [[nodiscard]] std::string_view says() const { return Set.says(code); }
    friend bool operator==(const Coded&, const Coded&) = default;
};

/// Several codes of one set, in the order given.
template <const law::CodeSet& Set>
struct CodedList {
    std::vector<std::string> codes;
    friend bool operator==(const CodedList&, const CodedList&) = default;
};

/// A long text. It stays in the store and is read when it is shown.
struct Narrative {
    std::string text;
    friend bool operator==(const Narrative&, const Narrative&) = default;
};

/// Another item that this one belongs to: the referral of an assessment.
template <class T>
struct Link {
    ledger::ItemId item;
    friend bool operator==(const Link&, const Link&) = default;
};

/// What one field holds, for whatever works from the declaration alone. Nothing recorded is monostate.
/// A code is a string, several codes a vector; the field's kind tells them from text.
using Value = std::variant<std::monostate, Date, When, std::int32_t, bool, std::string, std::vector<std::string>, ledger::ItemId>;

[[nodiscard]] inline bool is_recorded(const Value& value) { return value.index() != 0; }

/// The values of an item in the order of its declaration's fields.
using Values = std::vector<Value>;

}  // namespace steadfast::record
