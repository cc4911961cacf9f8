#include "record/search/name_key.hpp"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace steadfast::record {
namespace {

constexpr std::size_t longest_text = 400;
constexpr std::size_t most_words = 12;

/// Not every name is written in Latin letters, and hardly any keyboard here has the marks of those that are.
std::string in_latin_letters(std::string_view text) {
    // One for each thread: they are slow to make, and two threads may not use one.
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    if (!transliterator) return std::string(text);
    auto written = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    transliterator->transliterate(written);
    std::string latin;
    written.toUTF8String(latin);
    return latin;
}

std::string_view without_cut_letter(std::string_view text) {
    if (text.size() <= longest_text) return text;
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return text.substr(0, end);
}

}  // namespace

std::string folded(std::string_view text) {
    text = without_cut_letter(text);
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const std::string latin = is_plain ? std::string(text) : in_latin_letters(text);
    std::string plain;
    plain.reserve(latin.size());
    for (const char c : latin) {
        if (c == '\'' || c == '`') continue;
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
        else if (!plain.empty() && plain.back() != ' ') plain += ' ';
    }
    if (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

std::vector<NameKey> NameKey::all_of(std::string_view name) {
    const std::string plain = folded(name);
    std::vector<NameKey> keys;
    std::string together;
    for (std::size_t at = 0; at < plain.size() && keys.size() < most_words;) {
        const std::size_t end = std::min(plain.find(' ', at), plain.size());
        keys.push_back(NameKey(plain.substr(at, end - at)));
        together += keys.back().text();
        at = end + 1;
    }
    if (keys.size() > 1) keys.push_back(NameKey(std::move(together)));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace steadfast::record
