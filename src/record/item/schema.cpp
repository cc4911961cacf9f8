#include "record/item/schema.hpp"

#include "record/item/body.hpp"

#include <fmt/format.h>

namespace steadfast::record {
namespace {

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string one_code_of(const law::CodeSet& set) {
    std::string codes;
    for (const law::Code& code : set.codes)
        codes += fmt::format("{{\"const\":{},\"title\":{}}},", quoted(code.code), quoted(code.says));
    return fmt::format("\"anyOf\":[{}{{\"type\":\"string\",\"description\":\"Not a code of this set: kept as it was given.\"}}]",
                       codes);
}

std::string what_it_holds(const Field& field) {
    switch (field.kind) {
        case FieldKind::day: return R"("type":"string","format":"date")";
        // A year, a month, a day or a minute with its offset from UTC; with an end, two of them around a slash.
        case FieldKind::when:
            return R"("type":"string","pattern":"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2}|Z))?)?)?(/.+)?$")";
        case FieldKind::number: return R"("type":"integer","minimum":-2147483648,"maximum":2147483647)";
        case FieldKind::yes_no: return R"("type":"boolean")";
        case FieldKind::code: return one_code_of(*field.codes);
        case FieldKind::codes: return fmt::format("\"type\":\"array\",\"items\":{{{}}}", one_code_of(*field.codes));
        case FieldKind::text:
        case FieldKind::narrative: return R"("type":"string")";
        case FieldKind::link: return R"("type":"string","pattern":"^[0-9a-f]{32}$")";
    }
    return R"("type":"string")";
}

std::string property_of(const Field& field) {
    std::string property = fmt::format("{}:{{\"title\":{},", quoted(field.key), quoted(field.label));
    if (!field.hint.empty()) property += fmt::format("\"description\":{},", quoted(field.hint));
    return property + what_it_holds(field) + "}";
}

}  // namespace

std::string json_schema(const ItemType& type) {
    std::string properties;
    std::string required;
    for (const Field& field : type.fields()) {
        properties += (properties.empty() ? "" : ",") + property_of(field);
        if (field.is_required) required += (required.empty() ? "" : ",") + quoted(field.key);
    }
    return fmt::format(
        R"({{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:steadfast:{}","title":{},"type":"object",)"
        R"("properties":{{{}}},"required":[{}]}})",
        type.key(), quoted(type.name()), properties, required);
}

}  // namespace steadfast::record
