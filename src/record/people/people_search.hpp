#pragma once

#include "record/access/seen_book.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// A person found, and why.
struct PersonFound {
    ledger::SubjectId id;
    std::string name;
    std::optional<Date> born;
    std::string authority_id;
    std::string why;   ///< "name", "number here", "unique pupil number", "date of birth", …
};

struct PeopleFound {
    std::vector<PersonFound> people;   ///< Best first.
    std::size_t whole = 0;             ///< How many there are, where not all are shown.
};

/// People whose names or identifiers hold every word asked for, in any order and in any case; a word that is a date
/// ("3/4/2015", "3.4.2015", "2015-04-03") asks for a date of birth. At most `most` are returned.
[[nodiscard]] PeopleFound search_people(const SeenBook& book, std::string_view asked, std::size_t most);

}  // namespace steadfast::record
