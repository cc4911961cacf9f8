#include "record/item/shape.hpp"

#include "base/when.hpp"
#include "record/item/body.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>

namespace steadfast::record {
namespace {

constexpr std::string_view shape_opening = "{\"_shape\":";

std::string as_json_string(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

void recode(OlderBody& body, std::string_view field, std::string_view from, std::string_view to) {
    if (body.text(field) == from) body.put_text(field, to);
    auto codes = body.texts(field);
    if (!codes) return;
    std::replace(codes->begin(), codes->end(), std::string(from), std::string(to));
    body.put_texts(field, *codes);
}

}  // namespace

// --- the members ---

std::optional<OlderBody> OlderBody::read(std::string_view json) {
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(json.data(), json.size()).get(object)) return std::nullopt;
    OlderBody body;
    for (const auto member : object)
        if (member.key != shape_key) body.members_.push_back({std::string(member.key), simdjson::to_string(member.value)});
    return body;
}

std::string OlderBody::json() const {
    std::string json = "{";
    for (const Member& member : members_) {
        if (json.size() > 1) json += ',';
        append_json_string(json, member.key);
        json += ':';
        json += member.json;
    }
    return json + '}';
}

std::optional<std::string> OlderBody::text(std::string_view key) const {
    const Member* member = find(key);
    if (!member) return std::nullopt;
    simdjson::dom::parser parser;
    std::string_view text;
    if (parser.parse(member->json.data(), member->json.size()).get(text)) return std::nullopt;
    return std::string(text);
}

std::optional<std::vector<std::string>> OlderBody::texts(std::string_view key) const {
    const Member* member = find(key);
    if (!member) return std::nullopt;
    simdjson::dom::parser parser;
    simdjson::dom::array array;
    if (parser.parse(member->json.data(), member->json.size()).get(array)) return std::nullopt;
    std::vector<std::string> texts;
    for (const auto one : array) {
        std::string_view text;
        if (one.get(text)) return std::nullopt;
        texts.emplace_back(text);
    }
    return texts;
}

void OlderBody::put_text(std::string_view key, std::string_view text) { put(key, as_json_string(text)); }

void OlderBody::put_texts(std::string_view key, const std::vector<std::string>& texts) {
    std::string json = "[";
    for (const std::string& text : texts) {
        if (json.size() > 1) json += ',';
        json += as_json_string(text);
    }
    put(key, json + ']');
}

void OlderBody::rename(std::string_view from, std::string_view to) {
    if (Member* member = find(from)) member->key = to;
}

void OlderBody::remove(std::string_view key) {
    std::erase_if(members_, [key](const Member& member) { return member.key == key; });
}

const OlderBody::Member* OlderBody::find(std::string_view key) const {
    const auto found = std::find_if(members_.begin(), members_.end(), [key](const Member& member) { return member.key == key; });
    return found == members_.end() ? nullptr : &*found;
}

OlderBody::Member* OlderBody::find(std::string_view key) {
    const auto found = std::find_if(members_.begin(), members_.end(), [key](const Member& member) { return member.key == key; });
    return found == members_.end() ? nullptr : &*found;
}

void OlderBody::put(std::string_view key, std::string json) {
    if (Member* member = find(key)) member->json = std::move(json);
    else members_.push_back({std::string(key), std::move(json)});
}

// --- the steps ---

BodyStep renamed(std::string_view from, std::string_view to) {
    return {{from}, [from, to](OlderBody& body) { body.rename(from, to); }};
}

BodyStep split(std::string_view from, std::string_view first, std::string_view second,
               std::pair<std::string, std::string> (*parts)(std::string_view text)) {
    return {{from}, [from, first, second, parts](OlderBody& body) {
                const auto whole = body.text(from);
                if (!whole) return;
                const auto [one, other] = parts(*whole);
                body.remove(from);
                if (!one.empty()) body.put_text(first, one);
                if (!other.empty()) body.put_text(second, other);
            }};
}

BodyStep recoded(std::string_view field, std::string_view from, std::string_view to) {
    return {{}, [field, from, to](OlderBody& body) { recode(body, field, from, to); }};
}

BodyStep recoded_from(Date day, std::string_view day_field, std::string_view field, std::string_view from, std::string_view to) {
    return {{}, [day, day_field, field, from, to](OlderBody& body) {
                const auto when = When::parse(body.text(day_field).value_or(""));
                const auto happened = when ? when->first_day() : std::nullopt;
                if (happened && *happened >= day) recode(body, field, from, to);
            }};
}

// --- the shape ---

std::string opening_of_shape(std::uint32_t shape) { return shape == 1 ? "" : fmt::format("{}{}", shape_opening, shape); }

std::uint32_t shape_of(std::string_view body) {
    if (!body.starts_with(shape_opening)) return 1;
    std::uint32_t shape = 0;
    std::from_chars(body.data() + shape_opening.size(), body.data() + body.size(), shape);
    return shape;   // Where no number stands it is 0, which no release can read.
}

std::optional<std::string> brought_to_today(std::string_view json, std::uint32_t shape, const std::vector<Shape>& earlier) {
    auto body = OlderBody::read(json);
    if (!body || shape == 0) return std::nullopt;
    for (std::size_t i = shape - 1; i < earlier.size(); ++i)
        for (const BodyStep& step : earlier[i]) step.brings(*body);
    return body->json();
}

}  // namespace steadfast::record
