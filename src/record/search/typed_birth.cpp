#include "record/search/typed_birth.hpp"

#include <charconv>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 4 || wrong != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

/// "15" is the last year that ends so; "2015" is itself.
std::optional<int> year(std::string_view text, Date today) {
    if (text.size() == 3 && text[0] == '\'') text.remove_prefix(1);
    const auto typed = number(text);
    if (!typed) return std::nullopt;
    if (text.size() == 4) return *typed >= 1900 && *typed <= today.year() + 1 ? typed : std::nullopt;
    if (text.size() != 2) return std::nullopt;
    const int century = today.year() / 100 * 100;
    // A child who is expected is born next year at the latest.
    return century + *typed <= today.year() + 1 ? century + *typed : century - 100 + *typed;
}

std::optional<unsigned> month(std::string_view text) {
    if (!text.empty() && text.back() == '.') text.remove_suffix(1);
    if (text.size() < 3) return std::nullopt;
    for (unsigned one = 1; one <= 12; ++one) {
        std::string name(month_name(one));
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
        if (std::string_view(name).starts_with(text) || (text == "sept" && one == 9)) return one;
    }
    return std::nullopt;
}

/// "3", "03", "3rd".
std::optional<unsigned> day(std::string_view text) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (text.size() > 2 && text.ends_with(ending)) text.remove_suffix(2);
    const auto typed = number(text);
    return typed && text.size() <= 2 && *typed >= 1 && *typed <= 31 ? std::optional(static_cast<unsigned>(*typed)) : std::nullopt;
}

std::string digits_of(Date date) { return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day()); }

std::vector<std::string_view> parts_of(std::string_view text, char between) {
    std::vector<std::string_view> parts;
    while (parts.size() < 4) {
        const std::size_t end = text.find(between);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

std::optional<TypedBirth> numeric(int year_typed, int first, int second, std::size_t pieces) {
    TypedBirth birth;
    birth.pieces = pieces;
    const auto british = Date::of(year_typed, static_cast<unsigned>(second), static_cast<unsigned>(first));
    const auto american = Date::of(year_typed, static_cast<unsigned>(first), static_cast<unsigned>(second));
    if (british) birth.days.push_back({digits_of(*british), Fit::same});
    if (american && american != british) birth.days.push_back({digits_of(*american), Fit::other_way_round});
    return birth.days.empty() ? std::nullopt : std::optional(birth);
}

/// "3/4/2015", "3.4.15", "3-4-2015", "2015-04-03", "4/2015".
std::optional<TypedBirth> in_one_word(std::string_view word, Date today) {
    for (const char between : {'/', '.', '-'}) {
        const auto parts = parts_of(word, between);
        if (parts.size() == 3 && parts[0].size() == 4) {
            const auto typed = Date::parse_iso(word);
            if (typed) return TypedBirth{{{digits_of(*typed), Fit::same}}, 1};
        }
        if (parts.size() == 3) {
            const auto first = number(parts[0]);
            const auto second = number(parts[1]);
            const auto which = year(parts[2], today);
            if (first && second && which && parts[0].size() <= 2 && parts[1].size() <= 2) return numeric(*which, *first, *second, 1);
            const auto named = month(parts[1]);
            const auto on = day(parts[0]);
            if (on && named && which)
                if (const auto date = Date::of(*which, *named, *on)) return TypedBirth{{{digits_of(*date), Fit::same}}, 1};
        }
        if (parts.size() == 2 && parts[1].size() == 4) {
            const auto in = number(parts[0]);
            const auto which = year(parts[1], today);
            if (in && which && *in >= 1 && *in <= 12) return TypedBirth{{{fmt::format("{}{:02}", *which, *in), Fit::about}}, 1};
        }
    }
    // Eight digits that make a day: 03042015.
    if (word.size() == 8 && number(word.substr(0, 4)) && number(word.substr(4)))
        if (const auto which = year(word.substr(4), today)) return numeric(*which, *number(word.substr(0, 2)), *number(word.substr(2, 2)), 1);
    if (word.size() == 4)
        if (const auto which = year(word, today)) return TypedBirth{{{std::to_string(*which), Fit::about}}, 1};
    return std::nullopt;
}

}  // namespace

std::optional<TypedBirth> typed_birth(std::span<const std::string> words, Date today) {
    if (words.empty()) return std::nullopt;
    if (words.size() >= 3) {
        const auto which = year(words[2], today);
        const auto second = month(words[1]);
        const auto on = day(words[0]);
        if (which && on && second)
            if (const auto date = Date::of(*which, *second, *on)) return TypedBirth{{{digits_of(*date), Fit::same}}, 3};
        // "April 3 2015", "April 3rd 2015"
        const auto first = month(words[0]);
        const auto after = day(words[1]);
        if (which && first && after)
            if (const auto date = Date::of(*which, *first, *after)) return TypedBirth{{{digits_of(*date), Fit::same}}, 3};
        const auto in = number(words[1]);
        if (which && on && in && words[1].size() <= 2 && words[0].size() <= 2 && words[2].size() == 4)
            return numeric(*which, static_cast<int>(*on), *in, 3);
    }
    if (words.size() >= 2) {
        const auto which = year(words[1], today);
        if (which && (words[0] == "about" || words[0] == "around" || words[0] == "circa" || words[0] == "c" || words[0] == "c.")) {
            TypedBirth birth{{{std::to_string(*which), Fit::about}, {std::to_string(*which - 1), Fit::about}, {std::to_string(*which + 1), Fit::about}}, 2};
            return birth;
        }
        // "May" and "June" are names too: only with a year of four digits is it a month.
        if (const auto in = month(words[0]); in && which && words[1].size() == 4)
            return TypedBirth{{{fmt::format("{}{:02}", *which, *in), Fit::about}}, 2};
    }
    return in_one_word(words[0], today);
}

}  // namespace steadfast::record
