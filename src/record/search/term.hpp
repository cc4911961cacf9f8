#pragma once

#include "record/search/name_key.hpp"

#include <string>
#include <vector>

namespace steadfast::record {

/// What sort of thing a person can be found by. The letter begins the term's text, so that each sort stands together.
enum class TermKind : char { birth = 'd', identifier = 'i', name = 'n', postcode = 'p', phone = 't' };

/// Where on record a term stands. Fifteen at most: four bits of an index go to it.
enum class TermSource : std::uint8_t {
    name,
    known_as,
    other_name,             ///< An alias, a name in another script, a birth name: still theirs.
    former_name,
    merged_name,            ///< Of a record that was merged into this one.
    authority_id,
    upn,
    former_upn,
    nhs_number,
    other_identifier,
    born,
    expected,
    postcode,
    former_postcode,
    confidential_postcode,  ///< Found only by those who may read it.
    phone,
};

/// Whether it is true of the person today.
[[nodiscard]] constexpr bool is_former(TermSource source) {
    return source == TermSource::former_name || source == TermSource::merged_name || source == TermSource::former_upn ||
           source == TermSource::former_postcode;
}

/// One thing that one person can be found by.
struct PersonTerm {
    std::string text;   ///< The kind's letter, then the folded text: "namira", "d20150403", "ple23ab".
    TermSource source = TermSource::name;

    [[nodiscard]] TermKind kind() const { return static_cast<TermKind>(text[0]); }
    [[nodiscard]] std::string_view word() const { return std::string_view(text).substr(1); }
    friend bool operator==(const PersonTerm&, const PersonTerm&) = default;
};

[[nodiscard]] inline std::string term_text(TermKind kind, std::string_view word) { return std::string(1, static_cast<char>(kind)).append(word); }

}  // namespace steadfast::record
