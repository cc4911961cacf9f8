#include "record/search/asked.hpp"

#include "record/search/short_names.hpp"
#include "record/search/typed_birth.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

constexpr std::size_t most_words = 8;
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_near_spelling = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// "le2", "sw1a", "n1": what stands before the space of a postcode.
bool is_outward(std::string_view text) {
    if (text.size() < 2 || text.size() > 4 || !is_letter(text[0])) return false;
    const std::size_t letters = is_letter(text[1]) ? 2 : 1;
    if (text.size() == letters || !is_digit(text[letters])) return false;
    return text.size() - letters <= 2;
}

/// "3", "3a", "3ab": what stands behind it, as far as it was typed.
bool is_inward(std::string_view text) {
    if (text.empty() || text.size() > 3 || !is_digit(text[0])) return false;
    return std::all_of(text.begin() + 1, text.end(), is_letter);
}

bool may_be_postcode(std::string_view text) {
    if (text.size() == 2 && is_letter(text[0]) && is_letter(text[1])) return true;
    if (is_outward(text)) return true;
    for (std::size_t outward = 2; outward <= 4 && outward < text.size(); ++outward)
        if (is_outward(text.substr(0, outward)) && is_inward(text.substr(outward))) return true;
    return false;
}

/// The words as they were typed, small and without commas; dots and slashes may belong to a date, a plus to a phone number.
std::vector<std::string> pieces_of(std::string_view typed) {
    std::vector<std::string> pieces;
    std::string piece;
    const auto finish = [&] {
        if (!piece.empty() && pieces.size() < 4 * most_words) pieces.push_back(std::move(piece));
        piece.clear();
    };
    for (const char c : typed.substr(0, 200)) {
        if (c == ' ' || c == ',' || c == ';' || c == '\t' || c == '\r' || c == '\n' || c == '(' || c == ')') finish();
        else piece += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    finish();
    return pieces;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (is_digit(c)) digits += c;
    return digits;
}

/// +44 7700 900123, 0044 7700 900123 and 07700 900123 are one number.
std::string national(std::string digits, bool has_plus) {
    if (digits.starts_with("0044")) digits.erase(0, 4);
    else if (has_plus && digits.starts_with("44")) digits.erase(0, 2);
    if (digits.starts_with("0")) digits.erase(0, 1);
    return digits;
}

/// Reads the pieces from the first to the last.
class Reading {
public:
    Reading(std::string_view typed, Date today) : pieces_(pieces_of(typed)), today_(today) {}

    Asked read() {
        while (at_ < pieces_.size() && asked_.words.size() < most_words)
            if (!take_birth() && !take_long_number() && !take_postcode()) take_word();
        join_neighbours();
        return std::move(asked_);
    }

private:
    bool take_birth() {
        const auto birth = typed_birth(std::span<const std::string>(pieces_).subspan(at_), today_);
        if (!birth) return false;
        AskedWord word;
        for (std::size_t i = 0; i < birth->pieces; ++i) word.typed += (i == 0 ? "" : " ") + pieces_[at_ + i];
        for (const TypedBirth::Days& days : birth->days) word.meanings.push_back({term_text(TermKind::birth, days.digits), days.fit, days.digits.size() < 8});
        // A year or a date without its points may be a number as well.
        if (birth->pieces == 1 && all_digits(word.typed)) add_numbers(word, word.typed, false);
        asked_.words.push_back(std::move(word));
        at_ += birth->pieces;
        return true;
    }

    /// A number of ten digits and more, however it was spaced.
    bool take_long_number() {
        std::string digits;
        std::string typed;
        std::size_t end = at_;
        const bool has_plus = pieces_[at_][0] == '+';
        for (; end < pieces_.size(); ++end) {
            const std::string_view piece = pieces_[end];
            const bool is_number = std::all_of(piece.begin(), piece.end(), [](char c) { return is_digit(c) || c == '-' || c == '+'; });
            if (!is_number) break;
            digits += digits_of(piece);
            typed += (typed.empty() ? "" : " ") + std::string(piece);
        }
        if (end == at_ || (digits.size() < 9 && end > at_ + 1 && !has_plus) || digits.size() < 3) return false;
        AskedWord word{.typed = typed, .meanings = {}, .sounds = {}, .nearly = ""};
        add_numbers(word, digits, has_plus);
        asked_.words.push_back(std::move(word));
        at_ = end;
        return true;
    }

    void add_numbers(AskedWord& word, const std::string& digits, bool has_plus) const {
        if (digits.size() >= 3) word.meanings.push_back({term_text(TermKind::identifier, digits), Fit::same, true});
        const std::string phone = national(digits, has_plus);
        if (phone.size() >= 5) word.meanings.push_back({term_text(TermKind::phone, phone), Fit::same, true});
    }

    bool take_postcode() {
        if (at_ + 1 >= pieces_.size() || !is_outward(pieces_[at_]) || !is_inward(pieces_[at_ + 1])) return false;
        AskedWord word{.typed = pieces_[at_] + " " + pieces_[at_ + 1], .meanings = {}, .sounds = {}, .nearly = ""};
        word.meanings.push_back({term_text(TermKind::postcode, pieces_[at_] + pieces_[at_ + 1]), Fit::same, true});
        asked_.words.push_back(std::move(word));
        at_ += 2;
        return true;
    }

    void take_word() {
        const std::string& piece = pieces_[at_++];
        const std::string plain = folded(piece);
        for (std::size_t from = 0; from < plain.size() && asked_.words.size() < most_words;) {
            const std::size_t end = std::min(plain.find(' ', from), plain.size());
            add_word(plain.substr(from, end - from));
            from = end + 1;
        }
        // Other numbers have letters, and some have strokes: as one, whatever stands between.
        if (plain.find(' ') != std::string::npos && has_digit(plain)) {
            std::string together = plain;
            std::erase(together, ' ');
            asked_.words.back().meanings.push_back({term_text(TermKind::identifier, together), Fit::same, true});
        }
    }

    void add_word(const std::string& plain) {
        AskedWord word{.typed = plain, .meanings = {}, .sounds = {}, .nearly = ""};
        word.meanings.push_back({term_text(TermKind::name, plain), Fit::same, true});
        if (has_digit(plain) && plain.size() >= 3) word.meanings.push_back({term_text(TermKind::identifier, plain), Fit::same, true});
        if (may_be_postcode(plain)) word.meanings.push_back({term_text(TermKind::postcode, plain), Fit::same, true});
        for (const std::string_view name : names_used_for(plain)) word.meanings.push_back({term_text(TermKind::name, name), Fit::used_for, false});
        if (plain.size() >= 2) word.sounds = sound_keys(plain);
        asked_.words.push_back(std::move(word));
    }

    /// "al hassan" may be on record as Alhassan: two words beside each other may be one name, which then fits both.
    void join_neighbours() {
        const auto is_name = [](const AskedWord& word) { return !word.meanings.empty() && word.meanings[0].text[0] == static_cast<char>(TermKind::name); };
        for (std::size_t i = 0; i + 1 < asked_.words.size(); ++i) {
            AskedWord& one = asked_.words[i];
            AskedWord& next = asked_.words[i + 1];
            if (!is_name(one) || !is_name(next)) continue;
            const std::string together = term_text(TermKind::name, one.typed + next.typed);
            one.meanings.push_back({together, Fit::same, true, true});
            next.meanings.push_back({together, Fit::same, true, true});
        }
    }

    std::vector<std::string> pieces_;
    Date today_;
    std::size_t at_ = 0;
    Asked asked_;
};

}  // namespace

Asked read_asked(std::string_view typed, Date today) { return Reading(typed, today).read(); }

Asked with_near_spellings(Asked asked) {
    for (AskedWord& word : asked.words) {
        const bool is_name = !word.meanings.empty() && word.meanings[0].text[0] == static_cast<char>(TermKind::name);
        if (is_name && word.typed.size() >= shortest_part) word.nearly = word.typed;
    }
    return asked;
}

std::optional<WordFit> best_fit(const AskedWord& word, const std::vector<PersonTerm>& terms) {
    std::optional<WordFit> best;
    const auto consider = [&best](const PersonTerm& term, Fit fit) {
        const WordFit one{fit, &term};
        if (!best || one.grade() < best->grade()) best = one;
    };
    for (const PersonTerm& term : terms) {
        for (const Meaning& meaning : word.meanings) {
            if (term.text == meaning.text) consider(term, meaning.fit);
            else if (meaning.goes_on && term.text.starts_with(meaning.text)) consider(term, std::max(meaning.fit, Fit::begins));
        }
        if (term.kind() != TermKind::name) continue;
        if (!word.sounds.empty()) {
            const auto sounds = sound_keys(term.word());
            if (std::find_first_of(sounds.begin(), sounds.end(), word.sounds.begin(), word.sounds.end()) != sounds.end()) consider(term, Fit::sounds);
        }
        if (!word.nearly.empty() && is_spelt_nearly(word.nearly, term.word())) consider(term, Fit::nearly);
    }
    return best;
}

bool is_spelt_nearly(std::string_view asked, std::string_view name) {
    return name.find(asked) != std::string_view::npos || (asked.size() >= shortest_near_spelling && is_one_letter_away(asked, name));
}

bool is_one_letter_away(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b) return false;
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same]) ++same;
    if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
    if (a.substr(same + 1) == b.substr(same + 1)) return true;
    return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] && a.substr(same + 2) == b.substr(same + 2);
}

}  // namespace steadfast::record
