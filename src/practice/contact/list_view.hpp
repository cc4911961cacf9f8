#pragma once

#include "practice/contact/contact_list.hpp"
#include "web/html.hpp"

namespace steadfast::practice {

/// What waits at the front door for a decision.
[[nodiscard]] web::Html waiting_view(const std::vector<ContactRow>& rows, Instant now, bool may_record);

struct DecidedList {
    explicit DecidedList(Date shown_on) : today(shown_on) {}
    std::vector<ContactRow> rows;       ///< Of this page.
    std::size_t whole = 0;
    std::size_t page = 1;
    std::size_t pages = 1;
    DecidedFilter filter;
    std::string typed_from;
    std::string typed_to;
    std::string wrong_from;
    std::string wrong_to;
    Date today;
};
[[nodiscard]] web::Html decided_view(const DecidedList& list);

}  // namespace steadfast::practice
