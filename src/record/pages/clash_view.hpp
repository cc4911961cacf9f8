#pragma once

#include "record/pages/clash.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/link.hpp"

#include <string>

namespace steadfast::record::pages {

/// Two texts beside each other, and what to choose between.
struct ClashPage {
    const ItemType* type = nullptr;
    std::string who;                     ///< Who saved meanwhile.
    Instant when;
    std::uint32_t started_from = 0;      ///< The version that the visitor's text was written from…
    std::uint32_t now_there = 0;         ///< …and the one that the choice is made against.
    Merged merged;
    web::Fields typed;                   ///< The visitor's form, carried along whole.
    web::Link action;
    web::Link back;
    std::string form_token;
    std::string key;
    std::string goes_into;
    web::Html keeping;
    bool asks_again = false;             ///< It was sent with something still undecided.
};
[[nodiscard]] web::Html clash_view(const ClashPage& page);

}  // namespace steadfast::record::pages
