#include "record/letters/places.hpp"

#include <algorithm>

namespace steadfast::record::letters {
namespace {

constexpr std::size_t longest_place = 40;

struct Bracket {
    std::size_t start = 0;
    std::size_t end = 0;   // After the closing bracket.
    std::string_view place;
};

std::optional<Bracket> next_bracket(std::string_view words, std::size_t from) {
    for (std::size_t start = words.find('[', from); start != std::string_view::npos; start = words.find('[', start + 1)) {
        const std::size_t end = words.find_first_of("]\n[", start + 1);
        if (end == std::string_view::npos) return std::nullopt;
        if (words[end] == ']' && end - start <= longest_place) return Bracket{start, end + 1, words.substr(start + 1, end - start - 1)};
    }
    return std::nullopt;
}

}  // namespace

const std::vector<std::string_view>& all_places() {
    static const std::vector<std::string_view> places{"child's name", "child's date of birth", "child's reference", "recipient's name", "recipient's address",
                                                      "today",        "worker's name",         "council"};
    return places;
}

std::optional<UnknownPlace> unknown_place_in(std::string_view words) {
    const auto& known = all_places();
    for (auto bracket = next_bracket(words, 0); bracket; bracket = next_bracket(words, bracket->end)) {
        if (std::find(known.begin(), known.end(), bracket->place) != known.end()) continue;
        const auto before = words.substr(0, bracket->start);
        return UnknownPlace{std::string(bracket->place), 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'))};
    }
    return std::nullopt;
}

Filled filled(std::string_view words, const std::vector<Filling>& fillings) {
    Filled filled;
    std::size_t at = 0;
    for (auto bracket = next_bracket(words, 0); bracket; bracket = next_bracket(words, bracket->end)) {
        const auto filling = std::find_if(fillings.begin(), fillings.end(), [&](const Filling& one) { return one.place == bracket->place; });
        if (filling == fillings.end()) continue;
        filled.words += words.substr(at, bracket->start - at);
        at = bracket->end;
        const auto is_it = [&](const auto& other) { return other == filling->place; };
        if (filling->words.empty()) {
            filled.words += words.substr(bracket->start, bracket->end - bracket->start);
            if (std::none_of(filled.left_open.begin(), filled.left_open.end(), is_it)) filled.left_open.push_back(filling->place);
        } else {
            filled.words += filling->words;
            if (std::none_of(filled.used.begin(), filled.used.end(), [&](const Filling& other) { return is_it(other.place); })) filled.used.push_back(*filling);
        }
    }
    filled.words += words.substr(at);
    return filled;
}

}  // namespace steadfast::record::letters
