#include "record/item/body.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>
#include <simdjson.h>

namespace steadfast::record {
namespace {

constexpr std::string_view gone_key = "_gone";
constexpr std::string_view fit_for_each_key = "_fit_for_each";
constexpr std::string_view because_key = "_because";

void append_value(std::string& out, const Value& value) {
    struct Write {
        std::string& out;
        void operator()(std::monostate) const { out += "null"; }
        void operator()(const Date& date) const {
            const auto calendar = date.calendar();
            fmt::format_to(std::back_inserter(out), FMT_COMPILE("\"{:04}-{:02}-{:02}\""), static_cast<int>(calendar.year()),
                           static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day()));
        }
        void operator()(const When& when) const { append_json_string(out, when.text()); }
        void operator()(std::int32_t number) const { fmt::format_to(std::back_inserter(out), FMT_COMPILE("{}"), number); }
        void operator()(bool yes) const { out += yes ? "true" : "false"; }
        void operator()(const std::string& text) const { append_json_string(out, text); }
        void operator()(const std::vector<std::string>& codes) const {
            out += '[';
            for (std::size_t i = 0; i < codes.size(); ++i) {
                if (i > 0) out += ',';
                append_json_string(out, codes[i]);
            }
            out += ']';
        }
        void operator()(const ledger::ItemId& item) const { append_json_string(out, item.text()); }
    };
    std::visit(Write{out}, value);
}

void append_member(std::string& out, std::string_view key, const Value& value) {
    out += out.empty() ? '{' : ',';
    append_json_string(out, key);
    out += ':';
    append_value(out, value);
}

void append_fields(ledger::Part& part, const ItemType& type, const Values& values, bool about_each) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Field& field = type.fields()[i];
        if (field.is_about_each != about_each || !is_recorded(values[i])) continue;
        append_member(field.kind == FieldKind::narrative ? part.narrative : part.body, field.key, values[i]);
    }
}

Result<Value> read_value(const Field& field, simdjson::dom::element element) {
    const auto wrong = [&field] {
        return refuse(Refusal::Kind::invalid, fmt::format("The field {} does not hold what it is declared to.", field.key));
    };
    if (element.is_null()) return Value();
    std::string_view text;
    switch (field.kind) {
        case FieldKind::yes_no: {
            bool yes = false;
            if (element.get(yes)) return wrong();
            return Value(yes);
        }
        case FieldKind::number: {
            std::int64_t number = 0;
            if (element.get(number) || number < INT32_MIN || number > INT32_MAX) return wrong();
            return Value(static_cast<std::int32_t>(number));
        }
        case FieldKind::codes: {
            simdjson::dom::array array;
            if (element.get(array)) return wrong();
            std::vector<std::string> codes;
            for (const auto code : array) {
                if (code.get(text)) return wrong();
                codes.emplace_back(text);
            }
            return Value(std::move(codes));
        }
        default: break;
    }
    if (element.get(text)) return wrong();
    if (field.kind == FieldKind::day) {
        const auto date = Date::parse_iso(text);
        return date ? Result<Value>(Value(*date)) : wrong();
    }
    if (field.kind == FieldKind::when) {
        const auto when = When::parse(text);
        return when ? Result<Value>(Value(*when)) : wrong();
    }
    if (field.kind == FieldKind::link) {
        const auto item = ledger::ItemId::parse(text);
        return item ? Result<Value>(Value(*item)) : wrong();
    }
    return Value(std::string(text));
}

Result<void> read_members(const ItemType& type, std::string_view json, Content& content, std::string& unknown) {
    if (json.empty()) return {};
    thread_local simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (parser.parse(json.data(), json.size()).get(object))
        return refuse(Refusal::Kind::invalid, "The entry's text is not a JSON object.");
    for (const auto member : object) {
        if (member.key == shape_key) continue;
        if (member.key == gone_key) {
            content.is_gone = true;
            continue;
        }
        if (member.key == because_key) {
            std::string_view because;
            if (member.value.get(because)) return refuse(Refusal::Kind::invalid, "The entry's text does not say why as text.");
            content.because = because;
            continue;
        }
        if (member.key == fit_for_each_key) {
            content.is_fit_for_each = true;
            continue;
        }
        const auto position = type.position(member.key);
        if (!position) {
            if (!unknown.empty()) unknown += ',';
            append_json_string(unknown, member.key);
            unknown += ':';
            unknown += simdjson::to_string(member.value);
            continue;
        }
        auto value = read_value(type.fields()[*position], member.value);
        if (!value) return refuse(value.error());
        content.values[*position] = std::move(*value);
    }
    return {};
}

void append_unknown(std::string& out, std::string_view members) {
    if (members.empty()) return;
    out += out.empty() ? '{' : ',';
    out += members;
}

/// A body and the long texts beside it as they would be written today.
Result<ledger::Part> of_today(const ItemType& type, std::uint32_t shape, const ledger::Part& part) {
    ledger::Part today;
    for (const auto member : {&ledger::Part::body, &ledger::Part::narrative}) {
        if ((part.*member).empty()) continue;
        auto json = brought_to_today(part.*member, shape, type.earlier_shapes());
        if (!json) return refuse(Refusal::Kind::invalid, "The entry's text is not a JSON object.");
        today.*member = std::move(*json);
    }
    return today;
}

Result<Content> read_as_it_stands(const ItemType& type, const ledger::Part& part) {
    Content content;
    content.values.resize(type.fields().size());
    if (auto read = read_members(type, part.body, content, content.unknown); !read) return refuse(read.error());
    if (auto read = read_members(type, part.narrative, content, content.unknown_texts); !read) return refuse(read.error());
    return content;
}

}  // namespace

ledger::Part write_shared(const ItemType& type, const Content& content) {
    ledger::Part part;
    part.body = opening_of_shape(type.shape());
    append_fields(part, type, content.values, false);
    if (content.is_gone) append_member(part.body, gone_key, true);
    if (content.is_fit_for_each) append_member(part.body, fit_for_each_key, true);
    append_unknown(part.body, content.unknown);
    append_unknown(part.narrative, content.unknown_texts);
    // What somebody wrote may name a child; like every text it is a narrative and stays in the store.
    if (!content.because.empty()) append_member(part.narrative, because_key, content.because);
    part.body += part.body.empty() ? "{}" : "}";
    if (!part.narrative.empty()) part.narrative += '}';
    return part;
}

ledger::Part write_part_about(const ItemType& type, const Content& about) {
    ledger::Part part;
    append_fields(part, type, about.values, true);
    append_unknown(part.body, about.unknown);
    append_unknown(part.narrative, about.unknown_texts);
    if (part.is_empty()) return part;
    // The body says the shape for the long texts too.
    if (type.shape() > 1) part.body = opening_of_shape(type.shape()) + (part.body.empty() ? "" : "," + part.body.substr(1));
    if (!part.body.empty()) part.body += '}';
    if (!part.narrative.empty()) part.narrative += '}';
    return part;
}

ledger::Part with_because(ledger::Part part, std::string_view because) {
    simdjson::dom::parser parser;
    simdjson::dom::object texts;
    std::string narrative;
    if (!part.narrative.empty() && !parser.parse(part.narrative).get(texts)) {
        for (const auto member : texts) {
            if (member.key == because_key) continue;
            narrative += narrative.empty() ? '{' : ',';
            append_json_string(narrative, member.key);
            narrative += ':';
            narrative += simdjson::to_string(member.value);
        }
    }
    if (!because.empty()) append_member(narrative, because_key, std::string(because));
    if (!narrative.empty()) narrative += '}';
    part.narrative = std::move(narrative);
    return part;
}

Result<Content> read_part(const ItemType& type, const ledger::Part& part) {
    const std::uint32_t shape = shape_of(part.body);
    if (shape == type.shape() || !type.is_declared()) return read_as_it_stands(type, part);
    if (shape == 0 || shape > type.shape())
        return refuse(Refusal::Kind::invalid, "This was recorded by a later release, in a form that this one does not know.",
                      "It can be read as its text, and changed with the later release.");
    const auto today = of_today(type, shape, part);
    if (!today) return refuse(today.error());
    return read_as_it_stands(type, *today);
}

Result<Content> read_entry(const ItemType& type, const ledger::Entry& entry) {
    auto content = read_part(type, entry.shared.part);
    if (!content) return content;
    for (const ledger::KeptPart& kept : entry.parts) {
        auto part = read_part(type, kept.part);
        if (!part) return part;
        content->about.push_back(std::move(*part));
    }
    return content;
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
        }
    }
    out.append(text, plain);
    out += '"';
}

}  // namespace steadfast::record
