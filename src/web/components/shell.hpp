#pragma once

#include "web/components/navigation.hpp"
#include "web/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::web {

/// What stands round the content of every page.
struct Shell {
    std::string title;                    ///< Without names of people: it ends up in the browser's history.
    bool has_error = false;               ///< A form came back: the title says so first.
    std::string organisation = "";        ///< "Northshire County Council".
    std::string banner = "";              ///< On every page: "Everybody in this record is invented."
    std::vector<Place> navigation = {};
    std::string signed_in_as = "";        ///< Empty: nobody is signed in.
    std::string token = "";               ///< FormToken::masked(), for signing out and searching.
    std::optional<Link> sign_out = std::nullopt;
    std::optional<Link> account = std::nullopt;   ///< What the name leads to.
    std::optional<SearchBox> search = std::nullopt;
    Html before_main = {};                ///< Breadcrumbs.
    Html main;                            ///< Begins with what the page is about: an identity bar or a heading.
    std::string printed_for = "";         ///< For whom and as what a print of this page is made; stands on paper only.

    /// Addresses of the assets; see Assets::link.
    std::vector<Link> styles;
    std::vector<Link> scripts;
    std::optional<Link> icon = std::nullopt;
};

/// A whole page.
[[nodiscard]] Html shell(const Shell& shell);

}  // namespace steadfast::web
