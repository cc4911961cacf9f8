#include "law/authorities.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace steadfast::law {
namespace {

/// What a council calls itself besides the name of its place.
constexpr std::array<std::string_view, 13> said_of_a_council{"and", "authority", "borough", "city", "council", "county", "district", "mbc", "metropolitan", "of", "royal", "the", "unitary"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The words of a name in small letters: "Kingston upon Hull, City of" is {"kingston", "upon", "hull"}.
std::vector<std::string> words_of_place(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(word);
        word.clear();
    };
    for (const char c : name) {
        const char small = lower(c);
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) word += small;
        else if (small != '.' && small != '\'') finish();
    }
    finish();
    // A borough of London is not London, and of the City of London its first word says which London is meant.
    if (words.size() > 1 && words[0] == "london" && words[1] == "borough") words.erase(words.begin());
    const bool is_london = std::find(words.begin(), words.end(), "london") != words.end();
    std::erase_if(words, [is_london](const std::string& one) {
        return !(is_london && one == "city") && std::find(said_of_a_council.begin(), said_of_a_council.end(), one) != said_of_a_council.end();
    });
    return words;
}

bool is_code(const Code& code, std::string_view typed) {
    return code.code.size() == typed.size() && std::equal(typed.begin(), typed.end(), code.code.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

std::optional<Code> english_authority_named(std::string_view typed) {
    const auto words = words_of_place(typed);
    std::optional<Code> found;
    for (const Code& code : english_authority.codes) {
        if (is_code(code, typed)) return code;
        if (words.empty() || words_of_place(code.says) != words) continue;
        // "Dorset" is the county that ended in 2019 and the authority that began then: whoever says it means today's.
        if (!found || code.last_year > found->last_year) found = code;
    }
    return found;
}

}  // namespace steadfast::law
