#pragma once

#include <cstddef>
#include <string_view>

namespace steadfast::web {

namespace broken {
// Never defined and never called at run time: reaching one while compiling stops the build with its name.
void an_address_takes_a_link_and_not_markup();
void a_value_stands_in_double_quotes();
void scripts_and_styles_are_never_inline();
void a_local_path_begins_with_one_slash_and_needs_no_escaping();
void a_class_is_lower_case_letters_digits_hyphens_and_underscores();
}  // namespace broken

namespace markup {

consteval char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

consteval bool is_name(char letter) {
    return (lower(letter) >= 'a' && lower(letter) <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
}

consteval bool same(std::string_view text, std::string_view lower_case) {
    if (text.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (lower(text[i]) != lower_case[i]) return false;
    return true;
}

consteval bool starts_at(std::string_view text, std::size_t at, std::string_view lower_case) {
    return at + lower_case.size() <= text.size() && same(text.substr(at, lower_case.size()), lower_case);
}

/// The name of the attribute whose "=" stands at `equals`.
consteval std::string_view attribute_before(std::string_view text, std::size_t equals) {
    std::size_t start = equals;
    while (start > 0 && is_name(text[start - 1])) --start;
    return text.substr(start, equals - start);
}

consteval bool holds_an_address(std::string_view attribute) {
    for (const std::string_view name : {"href", "src", "action", "formaction", "srcset", "ping", "cite", "data", "poster"})
        if (same(attribute, name)) return true;
    return false;
}

consteval bool runs_something(std::string_view attribute) {
    return same(attribute, "style") || same(attribute, "srcdoc") || (attribute.size() > 2 && starts_at(attribute, 0, "on"));
}

consteval void check_nothing_inline(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (starts_at(text, i, "<style") || starts_at(text, i, "<script>") || starts_at(text, i, "javascript:"))
            broken::scripts_and_styles_are_never_inline();
        if (i > 0 && text[i] == '=' && i + 1 < text.size() && text[i + 1] == '"' && runs_something(attribute_before(text, i)))
            broken::scripts_and_styles_are_never_inline();
    }
}

/// What the next piece would stand in, where this text stops: it must be words, or a quoted value that is no address.
consteval void check_ending(std::string_view text) {
    const std::size_t bracket = text.find_last_of("<>");
    const bool opens_a_tag = bracket != std::string_view::npos && text[bracket] == '<';
    if (bracket != std::string_view::npos && !opens_a_tag) return;  // Ends in words.
    const std::string_view tail = opens_a_tag ? text.substr(bracket) : text;
    if (!opens_a_tag && tail.find("=\"") == std::string_view::npos) return;  // Words, or the end of a value.

    const std::size_t value = tail.rfind("=\"");
    const bool in_value = value != std::string_view::npos && tail.find('"', value + 2) == std::string_view::npos;
    if (in_value) {
        if (holds_an_address(attribute_before(tail, value))) broken::an_address_takes_a_link_and_not_markup();
        return;
    }
    if (tail.back() == '=' || tail.back() == ' ' || tail.back() == '\'' || tail.back() == '<')
        broken::a_value_stands_in_double_quotes();
}

}  // namespace markup

/// Markup that the programmer wrote: only a literal known to the compiler becomes one. What it may not hold (inline
/// script or style, an open address, an unquoted value) does not compile.
class Markup {
public:
    template <std::size_t N>
    consteval Markup(const char (&literal)[N]) : text_(literal, N - 1) {
        markup::check_nothing_inline(text_);
        if (!text_.empty()) markup::check_ending(text_);
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Class names known to the compiler: "govuk-button govuk-button--secondary".
class Classes {
public:
    consteval Classes() = default;
    template <std::size_t N>
    consteval Classes(const char (&literal)[N]) : text_(literal, N - 1) {
        for (const char letter : text_)
            if (letter != ' ' && letter != '!' && !(markup::is_name(letter) && markup::lower(letter) == letter))
                broken::a_class_is_lower_case_letters_digits_hyphens_and_underscores();
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }
    [[nodiscard]] constexpr bool empty() const { return text_.empty(); }

private:
    std::string_view text_;
};

/// A name known to the compiler: of an attribute, a field, an id.
class Name {
public:
    template <std::size_t N>
    consteval Name(const char (&literal)[N]) : text_(literal, N - 1) {
        for (const char letter : text_)
            if (!markup::is_name(letter)) broken::a_value_stands_in_double_quotes();
        if (markup::holds_an_address(text_)) broken::an_address_takes_a_link_and_not_markup();
        if (markup::runs_something(text_)) broken::scripts_and_styles_are_never_inline();
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// A path in this service known to the compiler: "/children". Becomes a Link with `to`.
class LocalPath {
public:
    template <std::size_t N>
    consteval LocalPath(const char (&literal)[N]) : text_(literal, N - 1) {
        if (N < 2 || (literal[0] != '/' && literal[0] != '#') || (N > 2 && literal[1] == '/'))
            broken::a_local_path_begins_with_one_slash_and_needs_no_escaping();
        for (const char letter : text_)
            if (!markup::is_name(letter) && letter != '/' && letter != '.' && letter != '~' && letter != '#')
                broken::a_local_path_begins_with_one_slash_and_needs_no_escaping();
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

}  // namespace steadfast::web
