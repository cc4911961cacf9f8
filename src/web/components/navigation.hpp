#pragma once

#include "web/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::web {

struct Place {
    std::string words;
    Link link;
    bool is_here = false;
    std::string_view key = "";   ///< What opens it where scripts run: "g h". Empty: nothing does.
};

/// Where this page stands: the way here, without the page itself.
[[nodiscard]] Html breadcrumbs(const std::vector<Place>& way);

/// The parts of one subject ("Summary", "Plans"), each a page of its own.
[[nodiscard]] Html sub_navigation(std::string_view label, const std::vector<Place>& places);

/// The pages of a list, from 1. Nothing where there is one page only.
struct Pages {
    std::size_t page = 1;
    std::size_t pages = 1;
    Link list;                      ///< Gets "page=N" added.
    std::string of = "results";     ///< "Pages of results", for screen readers.
};
[[nodiscard]] Html pagination(const Pages& pages);

struct SearchBox {
    Link action;
    std::string label = "Search";
    std::string name = "words";
    std::string value = "";
    std::string hint = "";
    /// What is searched for may be somebody's name, so it is sent in the form's body and stands in no address;
    /// the token is FormToken::masked().
    std::string token;
    bool is_small = false;          ///< In the header: the label is read out and not shown.
};
[[nodiscard]] Html search_box(const SearchBox& box);

}  // namespace steadfast::web
