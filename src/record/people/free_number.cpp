#include "record/people/free_number.hpp"

#include "record/people/person.hpp"

#include <fmt/format.h>

namespace steadfast::record {

std::string free_number(const Book& book) {
    const Table* people = book.table<Person>();
    const auto field = type_of<Person>().position("authority_id");
    for (;;) {
        const std::string number = fmt::format("S{:08}", hash_of(IdBytes::random()) % 100'000'000);
        bool is_taken = false;
        for (std::uint32_t row = 0; people && field && row < people->size() && !is_taken; ++row) is_taken = people->text(row, *field) == number;
        if (!is_taken) return number;
    }
}

}  // namespace steadfast::record
