#pragma once

#include "record/item/body.hpp"
#include "record/item/every_field_filled.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {

/// For tests: that a struct's fields, filled or empty, come back unchanged from the bodies that the ledger keeps.
template <class T>
void expect_there_and_back() {
    const ItemType& type = type_of<T>();
    for (const Values& given : {every_field_filled(type), Values(type.fields().size())}) {
        const T item = type.item_from<T>(given);
        Content content;
        content.values = type.values_of(item);
        EXPECT_EQ(content.values, given) << type.key() << " loses something on its way through the struct";

        const ledger::Part shared = write_shared(type, content);
        const auto read = read_part(type, shared);
        ASSERT_TRUE(read) << type.key() << ": " << read.error().whole();
        for (std::size_t i = 0; i < given.size(); ++i) {
            const Field& field = type.fields()[i];
            EXPECT_EQ(read->values[i], field.is_about_each ? Value() : given[i])
                << type.key() << "." << field.key << " in " << shared.body;
        }
        EXPECT_TRUE(read->unknown.empty()) << read->unknown;

        const auto about = read_part(type, write_part_about(type, content));
        ASSERT_TRUE(about) << type.key() << ": " << about.error().whole();
        for (std::size_t i = 0; i < given.size(); ++i)
            EXPECT_EQ(about->values[i], type.fields()[i].is_about_each ? given[i] : Value()) << type.key() << "." << type.fields()[i].key;
    }
}

}  // namespace steadfast::record
