#pragma once

#include "record/people/address.hpp"
#include "record/people/alert.hpp"
#include "record/people/contact_way.hpp"
#include "record/people/family.hpp"
#include "record/people/name.hpp"
#include "record/people/professional.hpp"

#include "web/link.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::pages {

/// An item with its id, as pages link to it.
template <class T>
struct Told {
    ledger::ItemId item;
    T is;
};

/// What is recorded of one person beside what happened to them, as the viewer may see it: what is true today first.
struct Around {
    std::vector<Told<Address>> addresses;
    std::vector<Told<ContactWay>> contact_ways;
    std::vector<Told<Professional>> professionals;
    std::vector<Told<Name>> names;
    std::vector<Told<Alert>> alerts;         ///< Those that are true today alone.
};
[[nodiscard]] Around around(const SeenBook& book, const SeenChild& person, Date today);

/// "12 Mill Lane, Ashcombe, ZZ3 4AB (confidential)", the addresses at which they live today one after the other; empty: not recorded.
[[nodiscard]] std::string lives_at(const Around& around, Date today);

/// The ways to reach somebody today that may be used, with how it is safe: "Mobile 07700 900123, safe only as said: text first".
[[nodiscard]] std::vector<std::string> safe_contact(const Around& around, Date today);
[[nodiscard]] std::string in_words(const ContactWay& way);

/// What a telephone dials for a number as somebody wrote it, "tel:+441632960001"; none where it is no number.
[[nodiscard]] std::optional<web::Link> to_ring(std::string_view number);

}  // namespace steadfast::record::pages
