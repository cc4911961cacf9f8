#pragma once

#include "practice/contact/contact_list.hpp"
#include "practice/contact/waiting_list.hpp"
#include "web/html.hpp"

namespace steadfast::practice {

/// What waits at the front door for a decision.
[[nodiscard]] web::Html waiting_view(const WaitingList& list, const WaitingFilter& filter, Instant now, bool may_record);

struct DecidedList {
    explicit DecidedList(Date shown_on) : today(shown_on) {}
    DecidedPage shown;
    DecidedFilter filter;
    std::string typed_from;
    std::string typed_to;
    std::string wrong_from;
    std::string wrong_to;
    Date today;
};
[[nodiscard]] web::Html decided_view(const DecidedList& list);

}  // namespace steadfast::practice
