#pragma once

#include "record/access/role.hpp"
#include "record/book/book.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record {

/// Somebody who works here, as pages name them.
struct Colleague {
    ledger::WorkerId id;
    std::string name;
    std::string role_code;
    std::string role;   ///< In words.
    std::string sign_in_name;
};

/// Everybody who can sign in on a day, by name.
[[nodiscard]] std::vector<Colleague> colleagues_on(const Book& book, Date day);
/// Those of them whose role allows something.
[[nodiscard]] std::vector<Colleague> colleagues_who_may(const Book& book, Date day, Permission permission);
/// Those who have left too, by name.
[[nodiscard]] std::vector<Colleague> everybody_ever(const Book& book);
/// The one whom a form's field names, by id or by sign-in name: a page that offers a thousand colleagues twice offers the names, which
/// are like what stands beside them, where ids are like nothing and make the page twice as large. None where there is no such one.
[[nodiscard]] const Colleague* find_colleague(const std::vector<Colleague>& colleagues, std::string_view id_or_name);

}  // namespace steadfast::record
