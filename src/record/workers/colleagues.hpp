#pragma once

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
};

/// Everybody who can sign in on a day, by name.
[[nodiscard]] std::vector<Colleague> colleagues_on(const Book& book, Date day);
/// Those who have left too, by name.
[[nodiscard]] std::vector<Colleague> everybody_ever(const Book& book);
[[nodiscard]] const Colleague* find_colleague(const std::vector<Colleague>& colleagues, std::string_view id_text);

}  // namespace steadfast::record
