#pragma once

#include "record/search/people_search.hpp"
#include "web/html.hpp"

#include <string>

namespace steadfast::record::pages {

/// What was typed into the search and its filter, and what it brought.
struct SearchShown {
    std::string typed;
    std::string typed_youngest;
    std::string typed_oldest;
    std::string wrong_youngest;      ///< What is wrong with it and how to put it right; empty where nothing is.
    std::string wrong_oldest;
    PeopleSought sought;
    PeopleFound found;
    bool may_add = false;            ///< A way on to adding somebody who is not there.
    std::string form_token;
};

/// The box in which to search, as large as on the search's own page.
[[nodiscard]] web::Html large_search_box(std::string_view typed, const std::string& form_token);

/// Whoever takes calls must not make a second record of a child whose first one they may not read: they ring instead.
/// @param what_to_do a sentence or two, after whom to ring.
[[nodiscard]] web::Html records_not_to_be_read(const PeopleFound& found, std::string_view what_to_do);

/// Who was found, and why.
[[nodiscard]] web::Html search_view(const SearchShown& shown);

/// The people of a search as a table: their name leads to their record.
[[nodiscard]] web::Html found_table(const PeopleFound& found, std::string caption, Date today);

}  // namespace steadfast::record::pages
