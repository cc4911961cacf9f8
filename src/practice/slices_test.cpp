#include "practice/slices.hpp"
#include "practice/catalogue_for_tests.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <fstream>
#include <map>
#include <set>

namespace steadfast::practice {
namespace {

std::string_view word_for(record::FieldKind kind) {
    switch (kind) {
        case record::FieldKind::day: return "day";
        case record::FieldKind::when: return "when";
        case record::FieldKind::number: return "number";
        case record::FieldKind::yes_no: return "yes_no";
        case record::FieldKind::code: return "code";
        case record::FieldKind::codes: return "codes";
        case record::FieldKind::text: return "text";
        case record::FieldKind::narrative: return "narrative";
        case record::FieldKind::link: return "link";
    }
    return "";
}

std::set<std::string> fields_declared() {
    std::set<std::string> lines;
    const record::Catalogue catalogue = catalogue_for_tests();
    for (const record::ItemType* type : catalogue.all())
        for (const record::Field& field : type->fields())
            lines.insert(fmt::format("{}.{} {}{}{}", type->key(), field.key, word_for(field.kind), field.codes ? " " : "",
                                     field.codes ? field.codes->key : std::string_view()));
    return lines;
}

/// "item.field" of keys that a declaration still reads in older bodies, and no field has any more (record/item/shape.hpp).
std::set<std::string> fields_retired() {
    std::set<std::string> keys;
    const record::Catalogue catalogue = catalogue_for_tests();
    for (const record::ItemType* type : catalogue.all())
        for (const record::Shape& shape : type->earlier_shapes())
            for (const record::BodyStep& step : shape)
                for (const auto key : step.retires) keys.insert(fmt::format("{}.{}", type->key(), key));
    return keys;
}

std::set<std::string> fields_of_earlier_releases() {
    std::ifstream file(std::string(STEADFAST_FIXTURES) + "/items.txt");
    EXPECT_TRUE(file) << "test/fixtures/items.txt is not there";
    std::set<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line.front() != '#') lines.insert(line);
    return lines;
}

TEST(Slices, are_found_by_their_folders) {
    std::set<std::string_view> keys;
    for (const record::Slice* slice : all_slices()) {
        EXPECT_TRUE(keys.insert(slice->key).second) << slice->key;
        EXPECT_FALSE(slice->name.empty());
        EXPECT_FALSE(slice->items.empty()) << slice->key;
    }
    EXPECT_TRUE(keys.contains("missing"));
    EXPECT_GE(keys.size(), 15U);
}

TEST(Slices, keep_every_field_key_that_a_release_ever_had) {
    const auto declared = fields_declared();
    const auto retired = fields_retired();
    for (const auto& line : fields_of_earlier_releases())
        EXPECT_TRUE(declared.contains(line) || retired.contains(line.substr(0, line.find(' ')))) << line
                                             << "\n  was declared once, and records that hold it must stay readable: "
                                                "give the field its key, kind and codes back and a new meaning a new key, or declare how older bodies are read.";
}

TEST(Slices, have_every_field_written_down_for_later_releases) {
    const auto written = fields_of_earlier_releases();
    for (const auto& line : fields_declared())
        EXPECT_TRUE(written.contains(line)) << line << "\n  is new: add this line to test/fixtures/items.txt.";
}

TEST(Slices, spell_types_and_fields_as_the_ledger_takes_them) {
    const record::Catalogue catalogue = catalogue_for_tests();
    const auto is_key = [](std::string_view key) {
        return !key.empty() && key.size() <= 64 &&
               key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
    };
    for (const record::ItemType* type : catalogue.all()) {
        EXPECT_TRUE(is_key(type->key())) << type->key();
        EXPECT_FALSE(type->name().empty() || type->plural().empty()) << type->key();
        std::set<std::string_view> keys;
        std::set<std::string_view> labels;
        for (const record::Field& field : type->fields()) {
            EXPECT_TRUE(is_key(field.key)) << type->key() << "." << field.key;
            EXPECT_TRUE(keys.insert(field.key).second) << type->key() << "." << field.key << " is declared twice";
            EXPECT_TRUE(labels.insert(field.label).second) << type->key() << ": two fields are called " << field.label;
        }
    }
}

TEST(Slices, read_no_column_into_two_fields_of_one_item_but_the_upn) {
    const record::Catalogue catalogue = catalogue_for_tests();
    for (const record::ItemType* type : catalogue.all()) {
        std::set<std::string> columns;
        for (const record::Field& field : type->fields())
            for (const record::Column& column : field.columns) {
                const bool is_first = columns.insert(fmt::format("{} {} {}", column.of_return, column.table, column.name)).second;
                EXPECT_TRUE(is_first || column.name == "UPN") << type->key() << " reads " << column.name << " twice";
            }
    }
}

TEST(Slices, fill_each_table_of_a_return_into_one_item) {
    const record::Catalogue catalogue = catalogue_for_tests();
    std::map<std::string, const record::ItemType*> filled;
    for (const record::ItemType* type : catalogue.all())
        for (const record::Field& field : type->fields())
            for (const record::Column& column : field.columns) {
                const auto [where, is_new] = filled.emplace(fmt::format("{} {}", column.of_return, column.table), type);
                EXPECT_EQ(where->second, type) << where->first;
            }
    EXPECT_EQ(filled.size(), 20U);   // Twelve tables of the SSDA903 and eight of the census.
}

}  // namespace
}  // namespace steadfast::practice
