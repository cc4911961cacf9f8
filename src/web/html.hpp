#pragma once

#include "web/link.hpp"
#include "web/markup.hpp"

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace steadfast::web {

/// One attribute with its leading space, escaped: ` href="/children"`.
class Attribute {
public:
    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view value() const { return value_; }

    friend Attribute attribute(Name name, std::string value);
    friend Attribute href(const Link& link);
    friend Attribute src(const Link& link);
    friend Attribute action(const Link& link);
    friend Attribute classes(Classes first, Classes second);

private:
    Attribute(std::string_view name, std::string value) : name_(name), value_(std::move(value)) {}
    std::string_view name_;  ///< Always of a literal.
    std::string value_;
};

[[nodiscard]] Attribute attribute(Name name, std::string value);
[[nodiscard]] Attribute href(const Link& link);
[[nodiscard]] Attribute src(const Link& link);
[[nodiscard]] Attribute action(const Link& link);
[[nodiscard]] Attribute classes(Classes first, Classes second = Classes());

template <class T>
concept Words = std::same_as<T, std::string> || std::same_as<T, std::string_view>;
template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// A piece of a page. Literals pass as markup, strings are escaped, and there is no third way in:
///
///     Html row;
///     row << "<tr><td>" << child.name << "</td><td><a" << href(to("/children") / child.id) << ">Open</a></td></tr>";
///
/// Escaping suits words and double-quoted values alike, the only two places that markup lets a string stand in.
class Html {
public:
    Html() = default;
    Html(std::string_view words) { add_words(words); }     // words become a page safely
    Html(const std::string& words) { add_words(words); }
    Html(const char* words) { add_words(words); }          // words too, so a literal here is escaped

    Html& operator<<(Markup markup) & { return add(markup.text()); }
    Html& operator<<(const std::same_as<Html> auto& piece) & { return add(piece.text_); }
    Html& operator<<(const Attribute& attribute) &;
    Html& operator<<(const Words auto& words) & { return add_words(words); }
    Html& operator<<(Number auto number) & { return add_number(number); }

    Html&& operator<<(Markup markup) && { return std::move(add(markup.text())); }
    Html&& operator<<(const std::same_as<Html> auto& piece) && { return std::move(add(piece.text_)); }
    Html&& operator<<(const Attribute& attribute) && { return std::move(*this << attribute); }
    Html&& operator<<(const Words auto& words) && { return std::move(add_words(words)); }
    Html&& operator<<(Number auto number) && { return std::move(add_number(number)); }

    /// Room for so many bytes, so that a long page grows once.
    void reserve(std::size_t bytes) { text_.reserve(bytes); }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] const std::string& text() const& { return text_; }
    [[nodiscard]] std::string text() && { return std::move(text_); }

    friend bool operator==(const Html&, const Html&) = default;

private:
    Html& add(std::string_view safe) {
        text_.append(safe);
        return *this;
    }
    Html& add_words(std::string_view words);
    Html& add_number(Number auto number) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number);
        return add(std::string_view(digits, static_cast<std::size_t>(end.ptr - digits)));
    }
    std::string text_;
};

}  // namespace steadfast::web
