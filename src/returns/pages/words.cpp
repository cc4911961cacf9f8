#include "returns/pages/words.hpp"

#include "law/years.hpp"
#include "record/people/person.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/layout/table_layout.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::returns::pages {

std::string return_in_words(std::string_view of_return, std::optional<std::int32_t> year) {
    std::string words(of_return);
    for (const Return one : {Return::ssda903, Return::cin_census})
        if (key_of(one) == of_return) words = name_of(one);
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    if (year && *year >= 1801 && *year <= 2299) words += " " + law::ReturnYear(*year).name();
    return words;
}

const record::ItemType* type_of_table(const record::Catalogue& catalogue, std::string_view of_return, std::string_view table) {
    for (const record::ItemType* type : catalogue.all())
        for (const record::Field& field : type->fields())
            for (const record::Column& column : field.columns)
                if (column.of_return == of_return && column.table == table) return type;
    return nullptr;
}

std::string row_in_words(const record::Catalogue& catalogue, std::string_view of_return, std::string_view table) {
    const record::ItemType* type = type_of_table(catalogue, of_return, table);
    if (type == nullptr) return std::string(table);
    return type == &record::type_of<record::Person>() ? "Who the child is" : std::string(type->name());
}

std::string table_in_words(const record::Catalogue& catalogue, std::string_view of_return, std::string_view table) {
    const record::ItemType* type = type_of_table(catalogue, of_return, table);
    return type == nullptr ? std::string(table) : fmt::format("{} ({})", type->plural(), table);
}

std::string decided_in_words(std::string_view why, std::string_view answer) {
    const bool takes = answer == "take_the_file";
    if (why == "perhaps_corrected_key") return takes ? "They are the same" : "They are two different things";
    if (why == "gone_but_edited") return takes ? "It is no longer in the return" : "It did happen";
    return std::string(question_answer.says(answer));
}

}  // namespace steadfast::returns::pages
