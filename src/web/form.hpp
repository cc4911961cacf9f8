#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::web {

/// What is wrong with one field, said where it stands. `field` is the id of the input to jump to.
struct FieldError {
    std::string field;
    std::string says;
    friend bool operator==(const FieldError&, const FieldError&) = default;
};

/// All that is wrong with a form, in the order of its fields.
class FieldErrors {
public:
    void add(std::string field, std::string says) { errors_.push_back({std::move(field), std::move(says)}); }
    [[nodiscard]] bool empty() const { return errors_.empty(); }
    /// What is wrong with the field, or with a part of it ("born" finds "born-month" too); "" if nothing.
    [[nodiscard]] std::string_view at(std::string_view field) const;
    /// The part of a date that is wrong: "month"; "" if it is all of it or nothing.
    [[nodiscard]] std::string_view part_of(std::string_view field) const;
    [[nodiscard]] auto begin() const { return errors_.begin(); }
    [[nodiscard]] auto end() const { return errors_.end(); }

private:
    std::vector<FieldError> errors_;
};

/// A date as typed into three inputs, "NAME-day", "NAME-month" and "NAME-year", so that it can be shown again as it was.
struct TypedDate {
    std::string day, month, year;
    [[nodiscard]] static TypedDate in(const Fields& form, std::string_view name);
    [[nodiscard]] static TypedDate of(const std::optional<Date>& date);
    [[nodiscard]] bool empty() const { return day.empty() && month.empty() && year.empty(); }
    friend bool operator==(const TypedDate&, const TypedDate&) = default;
};

/// The date; nothing if nothing was typed. A month may be a word ("March", "mar"), a year needs four digits.
/// The error's field is the first input to put right: "born-month". `what` begins its sentence: "Date of birth".
[[nodiscard]] tl::expected<std::optional<Date>, FieldError> read_date(const TypedDate& typed, std::string_view name,
                                                                      std::string_view what);

/// Reads a form field by field and gathers what is wrong with it.
class FormReader {
public:
    explicit FormReader(const Fields& form) : form_(form) {}

    /// Without spaces at its ends; line ends as "\n". "" if it is not there.
    [[nodiscard]] std::string text(std::string_view name) const;
    /// An error if it is empty or longer than so many letters.
    std::string required_text(std::string_view name, std::string_view says_if_empty, std::size_t most_letters = 100'000);
    std::optional<Date> date(std::string_view name, std::string_view what);
    std::optional<Date> required_date(std::string_view name, std::string_view what);
    std::optional<std::int64_t> number(std::string_view name, std::string_view what, std::int64_t least, std::int64_t most);
    [[nodiscard]] bool is_ticked(std::string_view name) const { return form_.has(name); }
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

    void refuse(std::string field, std::string says) { errors_.add(std::move(field), std::move(says)); }
    [[nodiscard]] const FieldErrors& errors() const { return errors_; }

private:
    const Fields& form_;
    FieldErrors errors_;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace steadfast::web
