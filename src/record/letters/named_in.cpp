#include "record/letters/named_in.hpp"

#include <algorithm>
#include <array>

namespace steadfast::record::letters {
namespace {

constexpr std::size_t shortest_name = 2;

/// Names that a note about a child holds as everyday words. Without a capital letter they are taken as those.
constexpr std::array<std::string_view, 38> everyday_words{
    "an", "april", "art", "august", "autumn", "bill", "blessing", "chase", "christian", "dale", "dean", "destiny", "drew",
    "faith", "frank", "grace", "guy", "harmony", "honey", "hope", "hunter", "joy", "june", "mark", "mason", "may", "miles",
    "pat", "precious", "rich", "rob", "rose", "sky", "so", "star", "sue", "summer", "will"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }
bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Printed quotation marks and dashes are no letters, though they are beyond ASCII: U+2010 to U+203F begin so.
bool is_printed_mark(std::string_view text, std::size_t at) { return text.size() - at >= 3 && text[at] == '\xe2' && text[at + 1] == '\x80'; }

std::string words_of(std::string_view text) {
    std::string words = " ";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_mark = is_printed_mark(text, i);
        if (!is_mark && is_letter(text[i])) words += text[i];
        else if (words.back() != ' ') words += ' ';
        if (is_mark) i += 2;
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

std::string in_small(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), small);
    return text;
}

}  // namespace

NamesInText::NamesInText(std::string_view text) : words_(words_of(text)), small_(in_small(words_)) {}

bool NamesInText::has_given_name(std::string_view name) const {
    const std::string word = in_small(std::string(name));
    const bool is_everyday = std::find(everyday_words.begin(), everyday_words.end(), word) != everyday_words.end();
    return has(name, is_everyday || name.size() == shortest_name ? Begins::with_a_capital : Begins::with_any_letter);
}

bool NamesInText::has_family_name(std::string_view name) const { return has(name, Begins::with_a_capital); }

bool NamesInText::has(std::string_view name, Begins begins) const {
    const std::string wanted = in_small(words_of(name));
    if (wanted.size() < shortest_name + 2) return false;   // Its blanks are counted in.
    for (std::size_t at = small_.find(wanted); at != std::string::npos; at = small_.find(wanted, at + 1))
        if (begins == Begins::with_any_letter || is_capital(words_[at + 1])) return true;
    return false;
}

std::string_view first_word_of(std::string_view name) { return name.substr(0, name.find(' ')); }

bool is_same_word(std::string_view a, std::string_view b) { return in_small(std::string(a)) == in_small(std::string(b)); }

}  // namespace steadfast::record::letters
