#pragma once

#include "record/access/seen_book.hpp"
#include "record/search/people_index.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Whether the council works with a child at the moment.
using IsOpen = std::function<bool(const SeenBook&, const SeenChild&)>;

/// What is looked for, and which part of the answer.
struct PeopleSought {
    std::string typed;                        ///< As read_asked reads it.
    Date today = Date::from_days(0);
    std::size_t first = 0;                    ///< Of those who fit, the best being 0.
    std::size_t most = 50;
    std::optional<int> youngest = {};         ///< Whole years of age.
    std::optional<int> oldest = {};
    std::string sex = {};                     ///< A code of law::sex; empty for any.
    enum class Open : std::uint8_t { either, open, closed } open = Open::either;

    [[nodiscard]] bool is_narrowed() const { return youngest || oldest || !sex.empty() || open != Open::either; }
};

/// A person found, and why.
struct PersonFound {
    ledger::SubjectId id;
    std::string name;
    std::optional<Date> born;
    std::optional<Date> expected;   ///< Of a child not yet born.
    std::string sex;            ///< In words; empty where it is not recorded.
    std::string authority_id;
    bool is_open = false;
    std::string why;            ///< "name", "number here", "former name", "Muhammad sounds like Mohammed", …
};

struct PeopleFound {
    std::vector<PersonFound> people;       ///< Best first.
    std::size_t whole = 0;                 ///< How many there are, where not all are shown…
    bool is_more = false;                  ///< …and perhaps more: nobody reads that far, so they were not counted.
    bool is_nearly = false;                ///< Nobody fitted what was typed; these are spelt nearly so.
    /// For each record that fits and of which the viewer may know no more than that it exists: whom to ring, in words.
    std::vector<std::string> only_exist;
};

/// People who fit every word that was typed, as the viewer may see them. What fits best comes first: exact before beginnings before
/// sound-alikes, current before former, open to the council's services before closed, children before adults.
[[nodiscard]] PeopleFound search_people(const SeenBook& book, const PeopleSought& sought, const IsOpen& is_open = {});
/// The same by an index of the caller's.
[[nodiscard]] PeopleFound search_people(const PeopleIndex& index, const SeenBook& book, const PeopleSought& sought, const IsOpen& is_open = {});
/// At most so many of those who fit what was typed, as of the day on which somebody was last recorded.
[[nodiscard]] PeopleFound search_people(const SeenBook& book, std::string_view typed, std::size_t most);

/// So many of those who fit are looked at, the best first.
constexpr std::size_t most_people_counted = 1'000;

}  // namespace steadfast::record
