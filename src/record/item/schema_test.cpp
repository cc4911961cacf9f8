#include "record/item/schema.hpp"

#include "law/code_sets.hpp"
#include "record/item/round_trip.hpp"

#include <gtest/gtest.h>
#include <regex>
#include <simdjson.h>

namespace steadfast::record {
namespace {

struct Visit {
    When at;
    std::optional<Date> written_up;
    std::optional<std::int32_t> minutes;
    std::optional<bool> seen_alone;
    Coded<law::sex> sex;
    CodedList<law::disability> disabilities;
    std::string place;
    Narrative words;
    Link<Visit> follows;
};

}  // namespace

template <>
const ItemType& type_of<Visit>() {
    static const ItemType type(
        {.key = "visit", .name = "Visit \"home\"", .plural = "Visits", .happened = "at", .ended = "", .summary = {}},
        {
            field<&Visit::at>("at", "At").required(),
            field<&Visit::written_up>("written_up", "Written up on").with_hint("For example, 27 3 2026"),
            field<&Visit::minutes>("minutes", "Minutes"),
            field<&Visit::seen_alone>("seen_alone", "Seen alone"),
            field<&Visit::sex>("sex", "Sex"),
            field<&Visit::disabilities>("disabilities", "Disabilities"),
            field<&Visit::place>("place", "Place"),
            field<&Visit::words>("words", "What was said"),
            field<&Visit::follows>("follows", "Follows"),
        });
    return type;
}

namespace {

using simdjson::dom::element;

/// As much of a validator as the schemas need: the type, the pattern, the items, and at least one of anyOf.
bool fits(element schema, element value) {
    std::string_view text;
    std::string_view type;
    if (simdjson::dom::array choices; !schema["anyOf"].get(choices)) {
        for (const element choice : choices)
            if (fits(choice, value)) return true;
        return false;
    }
    if (std::string_view constant; !schema["const"].get(constant)) return !value.get(text) && text == constant;
    if (schema["type"].get(type)) return true;
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64();
    if (type == "string") {
        std::string_view pattern;
        if (value.get(text)) return false;
        return schema["pattern"].get(pattern) ||
               std::regex_search(std::string(text), std::regex(std::string(pattern), std::regex::ECMAScript));
    }
    simdjson::dom::array items;
    if (type != "array" || value.get(items)) return false;
    for (const element item : items)
        if (!fits(schema["items"], item)) return false;
    return true;
}

bool body_fits(const ItemType& type, const std::string& body) {
    simdjson::dom::parser of_schema;
    simdjson::dom::parser of_body;
    const simdjson::padded_string schema_text(json_schema(type));
    const simdjson::padded_string body_text(body);
    const element schema = of_schema.parse(schema_text).value();
    const element whole = of_body.parse(body_text).value();
    for (const auto member : simdjson::dom::object(whole)) {
        element property;
        if (schema["properties"][member.key].get(property) || !fits(property, member.value)) return false;
    }
    for (const element key : simdjson::dom::array(schema["required"])) {
        element value;
        if (whole[std::string_view(key)].get(value)) return false;
    }
    return true;
}

TEST(JsonSchema, fits_the_bodies_that_the_declaration_writes) {
    const ItemType& type = type_of<Visit>();
    Content content;
    content.values = every_field_filled(type);
    const ledger::Part part = write_shared(type, content);
    EXPECT_TRUE(body_fits(type, part.body)) << part.body << "\n" << json_schema(type);
}

TEST(JsonSchema, does_not_fit_what_a_field_can_not_hold) {
    const ItemType& type = type_of<Visit>();
    EXPECT_TRUE(body_fits(type, R"({"at":"2026-03"})"));
    EXPECT_FALSE(body_fits(type, R"({"at":"yesterday"})"));
    EXPECT_FALSE(body_fits(type, R"({"at":"2026-03","minutes":"ten"})"));
    EXPECT_FALSE(body_fits(type, R"({"at":"2026-03","seen_alone":1})"));
    EXPECT_FALSE(body_fits(type, R"({"at":"2026-03","disabilities":"HAND"})"));
    EXPECT_FALSE(body_fits(type, R"({"at":"2026-03","follows":"the last one"})"));
    EXPECT_FALSE(body_fits(type, R"({"place":"Home"})")) << "when it happened is required";
}

TEST(JsonSchema, gives_each_code_its_words_and_each_field_its_label) {
    const std::string schema = json_schema(type_of<Visit>());
    EXPECT_NE(schema.find(R"({"const":"M","title":"Male"})"), std::string::npos);
    EXPECT_NE(schema.find(R"("title":"Visit \"home\"")"), std::string::npos);
    EXPECT_NE(
        schema.find(
            R"("written_up":{"title":"Written up on","description":"For example, 27 3 2026","type":"string","format":"date"})"),
        std::string::npos);
}

}  // namespace
}  // namespace steadfast::record
