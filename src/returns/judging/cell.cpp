#include "returns/judging/cell.hpp"

#include <charconv>

namespace steadfast::returns {
namespace {

using record::Value;
using Read = tl::expected<Value, Reason>;

Read read_number(std::string_view text) {
    // Spreadsheets put ".0" behind whole numbers when a column has blanks.
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
    if (text.front() == '+') text.remove_prefix(1);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    // The smallest number of all means "not recorded" in the Book's columns.
    if (error != std::errc() || end != text.data() + text.size() || number == INT32_MIN)
        return tl::unexpected(Reason::not_a_number);
    return Value(number);
}

Read read_yes_or_no(std::string_view text) {
    if (text == "1" || text == "1.0" || text == "true" || text == "True" || text == "TRUE" || text == "Y" || text == "Yes" ||
        text == "yes")
        return Value(true);
    if (text == "0" || text == "0.0" || text == "false" || text == "False" || text == "FALSE" || text == "N" || text == "No" ||
        text == "no")
        return Value(false);
    return tl::unexpected(Reason::not_yes_or_no);
}

/// Several codes in one cell stand with commas between.
Read read_codes(std::string_view text) {
    std::vector<std::string> codes;
    for (;;) {
        const auto comma = text.find(',');
        const std::string_view code = trimmed(text.substr(0, comma));
        if (code.size() > longest_code) return tl::unexpected(Reason::too_long);
        if (!code.empty()) codes.emplace_back(code);
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    return codes.empty() ? Value() : Value(std::move(codes));
}

}  // namespace

Read read_cell(const record::Field& field, std::string_view text) {
    switch (field.kind) {
        case record::FieldKind::day: {
            const auto day = read_day(text);
            return day ? Read(Value(*day)) : tl::unexpected(Reason::not_a_date);
        }
        case record::FieldKind::when: {
            const auto day = read_day(text);
            return day ? Read(Value(When::day(*day))) : tl::unexpected(Reason::not_a_date);
        }
        case record::FieldKind::number: return read_number(text);
        case record::FieldKind::yes_no: return read_yes_or_no(text);
        case record::FieldKind::codes: return read_codes(text);
        case record::FieldKind::code:
            if (text.size() > longest_code) return tl::unexpected(Reason::too_long);
            return Value(std::string(text));
        case record::FieldKind::text:
            if (text.size() > longest_text) return tl::unexpected(Reason::too_long);
            return Value(std::string(text));
        case record::FieldKind::narrative: return Value(std::string(text));
        case record::FieldKind::link: break;   // A link is never a column: it follows from where the row stands.
    }
    return Value();
}

std::optional<Date> read_day(std::string_view text) {
    if (text.size() > 10 && text[4] == '-') {
        std::string_view rest = text.substr(10);
        if (rest.substr(0, 9) == "T00:00:00" || rest.substr(0, 9) == " 00:00:00") rest.remove_prefix(9);
        const bool has_zone = rest == "Z" || (rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':');
        if (!rest.empty() && !has_zone) return std::nullopt;
        text = text.substr(0, 10);
    }
    if (text.size() >= 5 && text[4] == '-') return Date::parse_iso(text);
    if (text.size() > 10) {
        const auto space = text.find(' ');
        if (space == std::string_view::npos || (text.substr(space) != " 00:00" && text.substr(space) != " 00:00:00"))
            return std::nullopt;
        text = text.substr(0, space);
    }
    return Date::parse_british(text);
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (;;) {
        if (!text.empty() && is_space(text.front())) text.remove_prefix(1);
        else if (text.substr(0, 2) == "\xC2\xA0") text.remove_prefix(2);
        else break;
    }
    for (;;) {
        if (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        else if (text.size() >= 2 && text.substr(text.size() - 2) == "\xC2\xA0") text.remove_suffix(2);
        else break;
    }
    return text;
}

}  // namespace steadfast::returns
