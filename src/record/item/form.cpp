#include "record/item/form.hpp"

#include "law/london.hpp"

#include <charconv>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string_view given(const web::Fields& form, std::string_view key, std::string_view suffix) {
    return trimmed(form.get(fmt::format("{}{}", key, suffix)));
}

/// A field of the form, read: a value, nothing, or what is wrong with it.
using Read = tl::expected<Value, std::string>;

Read read_day(const Field& field, const web::Fields& form) {
    const auto day = given(form, field.key, "-day");
    const auto month = given(form, field.key, "-month");
    const auto year = given(form, field.key, "-year");
    if (day.empty() && month.empty() && year.empty()) return Value();
    for (const auto& [part, name] : {std::pair(day, "day"), std::pair(month, "month"), std::pair(year, "year")})
        if (part.empty()) return tl::unexpected(fmt::format("{} must include a {}", field.label, name));
    const auto d = whole_number(day);
    const auto m = whole_number(month);
    const auto y = whole_number(year);
    const auto date = d && m && y && *d > 0 && *m > 0 ? Date::of(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d)) : std::nullopt;
    if (!date) return tl::unexpected(fmt::format("{} must be a real date, like 27 3 2026", field.label));
    return Value(*date);
}

Read read_when(const Field& field, const web::Fields& form) {
    const auto day = read_day(field, form);
    if (!day || !is_recorded(*day)) return day;
    const Date date = std::get<Date>(*day);
    const auto time = given(form, field.key, "-time");
    if (time.empty()) return Value(When::day(date));

    const auto colon = time.find_first_of(":.");
    const auto hour = whole_number(time.substr(0, colon));
    const auto minute = colon == std::string_view::npos ? std::nullopt : whole_number(time.substr(colon + 1));
    if (!hour || !minute) return tl::unexpected(fmt::format("{} must be a time, like 14:30", field.label));
    const auto meant = law::london_when(date, *hour, *minute);
    if (!meant) return tl::unexpected(meant.error().says);
    if (const When* when = std::get_if<When>(&*meant)) return Value(*when);

    const auto night = form.get(fmt::format("{}-night", field.key));
    const auto& twice = std::get<law::TwiceThatNight>(*meant);
    if (night == "before") return Value(twice.before_the_clock_went_back);
    if (night == "after") return Value(twice.after_the_clock_went_back);
    return tl::unexpected(fmt::format("The clock showed {} twice that night: say whether it was before or after it went back", time));
}

Read read_code(const Field& field, std::string_view code) {
    if (code.empty()) return Value();
    if (!field.codes->find(code)) return tl::unexpected(fmt::format("{} must be one of the choices", field.label));
    return Value(std::string(code));
}

Read read_codes(const Field& field, const web::Fields& form) {
    std::vector<std::string> codes;
    for (const auto code : form.all(field.key)) {
        const auto one = read_code(field, trimmed(code));
        if (!one) return one;
        if (is_recorded(*one)) codes.push_back(std::get<std::string>(*one));
    }
    return codes.empty() ? Read(Value()) : Read(Value(std::move(codes)));
}

Read read_text(const Field& field, std::string_view text, std::size_t longest) {
    if (text.empty()) return Value();
    if (text.size() > longest)
        return tl::unexpected(fmt::format("{} must be {} characters or fewer: it has {}", field.label, longest, text.size()));
    return Value(std::string(text));
}

Read read_field(const Field& field, const web::Fields& form) {
    const auto text = trimmed(form.get(field.key));
    switch (field.kind) {
        case FieldKind::day: return read_day(field, form);
        case FieldKind::when: return read_when(field, form);
        case FieldKind::code: return read_code(field, text);
        case FieldKind::codes: return read_codes(field, form);
        case FieldKind::text: return read_text(field, text, longest_text);
        case FieldKind::narrative: return read_text(field, text, longest_narrative);
        case FieldKind::yes_no: break;
        case FieldKind::number: {
            if (text.empty()) return Value();
            const auto number = whole_number(text);
            if (!number) return tl::unexpected(fmt::format("{} must be a whole number", field.label));
            return Value(*number);
        }
        case FieldKind::link: {
            if (text.empty()) return Value();
            const auto item = ledger::ItemId::parse(text);
            if (!item) return tl::unexpected(fmt::format("{} must be one of the choices", field.label));
            return Value(*item);
        }
    }
    if (text.empty()) return Value();
    if (text != "yes" && text != "no") return tl::unexpected(fmt::format("{}: choose yes or no", field.label));
    return Value(text == "yes");
}

std::string asked_for(const Field& field) {
    const bool chosen = field.codes || field.kind == FieldKind::yes_no;
    std::string label(field.label);
    // "Date of the review" reads on after a verb; a label that starts with an abbreviation stays as it is.
    if (label.size() > 1 && label[0] >= 'A' && label[0] <= 'Z' && !(label[1] >= 'A' && label[1] <= 'Z'))
        label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return fmt::format("{} {}", chosen ? "Choose" : "Enter", label);
}

}  // namespace

FormRead read_form(const ItemType& type, const web::Fields& form) {
    FormRead read;
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        const Field& field = type.fields()[i];
        auto value = read_field(field, form);
        if (!value) read.mistakes.push_back({i, std::move(value.error())});
        else if (field.is_required && !is_recorded(*value)) read.mistakes.push_back({i, asked_for(field)});
        read.values.push_back(value ? std::move(*value) : Value());
    }
    return read;
}

}  // namespace steadfast::record
