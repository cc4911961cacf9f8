#include "record/item/form.hpp"

#include "law/london.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using web::trimmed;

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A field of the form, read: a value, nothing, or what is wrong with it and where.
using Read = tl::expected<Value, web::FieldError>;

tl::unexpected<web::FieldError> wrong(const Field& field, std::string says) {
    return tl::unexpected(web::FieldError{std::string(field.key), std::move(says)});
}

Read read_day(const Field& field, const web::Fields& form) {
    const auto date = web::read_date(web::TypedDate::in(form, field.key), field.key, field.label);
    if (!date) return tl::unexpected(date.error());
    return *date ? Read(Value(**date)) : Read(Value());
}

Read read_when(const Field& field, const web::Fields& form) {
    const auto day = read_day(field, form);
    if (!day || !is_recorded(*day)) return day;
    const Date date = std::get<Date>(*day);
    const auto time = trimmed(form.get(fmt::format("{}-time", field.key)));
    if (time.empty()) return Value(When::day(date));

    const auto colon = time.find_first_of(":.");
    const auto hour = whole_number(time.substr(0, colon));
    const auto minute = colon == std::string_view::npos ? std::nullopt : whole_number(time.substr(colon + 1));
    if (!hour || !minute) return wrong(field, fmt::format("{} must be a time, like 14:30", field.label));
    const auto meant = law::london_when(date, *hour, *minute);
    if (!meant) return wrong(field, meant.error().says);
    if (const When* when = std::get_if<When>(&*meant)) return Value(*when);

    const auto night = form.get(fmt::format("{}-night", field.key));
    const auto& twice = std::get<law::TwiceThatNight>(*meant);
    if (night == "before") return Value(twice.before_the_clock_went_back);
    if (night == "after") return Value(twice.after_the_clock_went_back);
    return wrong(field, fmt::format("The clock showed {} twice that night: say whether it was before or after it went back", time));
}

bool stands_already(const Value* recorded, std::string_view code) {
    if (!recorded) return false;
    if (const auto* one = std::get_if<std::string>(recorded)) return *one == code;
    const auto* several = std::get_if<std::vector<std::string>>(recorded);
    return several && std::find(several->begin(), several->end(), code) != several->end();
}

Read read_code(const Field& field, std::string_view code, const Value* recorded) {
    if (code.empty()) return Value();
    if (!field.codes->find(code) && !stands_already(recorded, code)) return wrong(field, fmt::format("{} must be one of the choices", field.label));
    return Value(std::string(code));
}

Read read_codes(const Field& field, const web::Fields& form, const Value* recorded) {
    std::vector<std::string> codes;
    for (const auto code : form.all(field.key)) {
        const auto one = read_code(field, trimmed(code), recorded);
        if (!one) return one;
        if (is_recorded(*one)) codes.push_back(std::get<std::string>(*one));
    }
    return codes.empty() ? Read(Value()) : Read(Value(std::move(codes)));
}

Read read_text(const Field& field, std::string_view text, std::size_t longest) {
    if (text.empty()) return Value();
    if (text.size() > longest)
        return wrong(field, fmt::format("{} must be {} characters or fewer: it has {}", field.label, longest, text.size()));
    return Value(std::string(text));
}

/// A text that follows a rule of its own. One that stands on the record already may stay: a return gave it so.
Read read_checked_text(const Field& field, std::string_view text, const Value* recorded) {
    auto read = read_text(field, text, longest_text);
    if (!field.check || !read || !is_recorded(*read) || stands_already(recorded, text)) return read;
    auto kept = field.check(text);
    if (!kept) return wrong(field, kept.error());
    return Value(std::move(*kept));
}

Read read_field(const Field& field, const web::Fields& form, const Value* recorded) {
    // No input shows these: they are chosen where two items belong together, or come from the return.
    if (field.is_recorder || field.is_for_the_program) return recorded ? Read(*recorded) : Read(Value());
    if (recorded && (field.kind == FieldKind::link || field.is_return_year)) return *recorded;
    const auto text = trimmed(form.get(field.key));
    switch (field.kind) {
        case FieldKind::day: return read_day(field, form);
        case FieldKind::when: return read_when(field, form);
        case FieldKind::code: return read_code(field, text, recorded);
        case FieldKind::codes: return read_codes(field, form, recorded);
        case FieldKind::text: return read_checked_text(field, text, recorded);
        case FieldKind::narrative: return read_text(field, text, longest_narrative);
        case FieldKind::yes_no: break;
        case FieldKind::number: {
            if (text.empty()) return Value();
            const auto number = whole_number(text);
            if (!number) return wrong(field, fmt::format("{} must be a whole number", field.label));
            return Value(*number);
        }
        case FieldKind::link: {
            if (text.empty()) return Value();
            const auto item = ledger::ItemId::parse(text);
            if (!item) return wrong(field, fmt::format("{} must be one of the choices", field.label));
            return Value(*item);
        }
    }
    if (text.empty()) return Value();
    if (text != "yes" && text != "no") return wrong(field, fmt::format("{}: choose yes or no", field.label));
    return Value(text == "yes");
}

/// "Enter the date of the meeting", or, where the label does not read on after a verb, "Enter a date for 'From'".
std::string date_asked_for(std::string_view label) {
    if (label.starts_with("Date ") || label.starts_with("Day ")) return fmt::format("Enter the d{}", label.substr(1));
    return fmt::format("Enter a date for '{}'", label);
}

std::string asked_for(const Field& field) {
    if (field.kind == FieldKind::day || field.kind == FieldKind::when) return date_asked_for(field.label);
    if (field.label.ends_with('?')) return fmt::format("Answer '{}'", field.label);
    const bool chosen = field.codes || field.kind == FieldKind::yes_no;
    std::string label(field.label);
    // "Date of the review" reads on after a verb; a label that starts with an abbreviation stays as it is.
    if (label.size() > 1 && label[0] >= 'A' && label[0] <= 'Z' && !(label[1] >= 'A' && label[1] <= 'Z'))
        label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return fmt::format("{} {}", chosen ? "Choose" : "Enter", label);
}

/// The id of the input that an error's link jumps to.
std::string first_input(const Field& field) {
    const bool in_parts = field.kind == FieldKind::day || field.kind == FieldKind::when;
    return in_parts ? fmt::format("{}-day", field.key) : std::string(field.key);
}

void read_into(FormRead& read, const Field& field, const web::Fields& form, const Value* recorded) {
    auto value = read_field(field, form, recorded);
    if (!value) read.errors.add(value.error().field, value.error().says);
    else if (field.is_required && !is_recorded(*value)) read.errors.add(first_input(field), asked_for(field));
    read.values.push_back(value ? std::move(*value) : Value());
}

/// What one field asks of another, once both are read.
void hold_together(FormRead& read, const ItemType& type) {
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        const Field& field = type.fields()[i];
        if (!field.not_before.empty()) {
            const Field& other = type.fields()[*type.position(field.not_before)];
            const Date* day = std::get_if<Date>(&read.values[i]);
            const Date* first = std::get_if<Date>(&read.values[*type.position(field.not_before)]);
            if (day && first && *day < *first)
                read.errors.add(first_input(field), fmt::format("{} must not be before {}, which is {}", field.label, other.label, first->words()));
        }
        if (!field.needed_where.empty() && !is_recorded(read.values[i])) {
            const Value& other = read.values[*type.position(field.needed_where)];
            const bool* yes = std::get_if<bool>(&other);
            if ((yes ? *yes : is_recorded(other)) && read.errors.at(field.key).empty()) read.errors.add(first_input(field), asked_for(field));
        }
    }
}

}  // namespace

FormRead read_form(const ItemType& type, const web::Fields& form, const Values* recorded) {
    FormRead read;
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        if (type.fields()[i].is_about_each) read.values.emplace_back();
        else read_into(read, type.fields()[i], form, recorded ? &(*recorded)[i] : nullptr);
    }
    hold_together(read, type);
    return read;
}

FormRead read_form_about(const ItemType& type, const web::Fields& form, ledger::SubjectId child, std::string_view name, const Values* recorded) {
    FormRead read;
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        if (!type.fields()[i].is_about_each) {
            read.values.emplace_back();
            continue;
        }
        const std::string key = input_about(child, type.fields()[i].key);
        const std::string label = fmt::format("{} ({})", type.fields()[i].label, name);
        Field field = type.fields()[i];
        field.key = key;
        field.label = label;
        read_into(read, field, form, recorded ? &(*recorded)[i] : nullptr);
    }
    return read;
}

std::string input_about(ledger::SubjectId child, std::string_view field_key) { return fmt::format("about-{}-{}", child.text(), field_key); }

}  // namespace steadfast::record
