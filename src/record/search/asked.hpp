#pragma once

#include "base/date.hpp"
#include "record/search/term.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// How what was typed leads to a term, the best first. The order is the order of the answers.
enum class Fit : std::uint8_t {
    same,              ///< The very word, date or number.
    begins,            ///< The beginning of it.
    used_for,          ///< Another name that people use for this one.
    about,             ///< A year, a month, or the years round one.
    sounds,            ///< It is heard as the same.
    other_way_round,   ///< Day and month as Americans write them, although the British order makes a date too.
    nearly,            ///< Within a name, or one letter more, less, other or swapped. Asked only where nothing else fits.
};

/// One thing that a word may mean: every term that is this text, or begins with it.
struct Meaning {
    std::string text;   ///< As PersonTerm::text.
    Fit fit = Fit::same;
    bool goes_on = false;           ///< Terms that begin with it fit too; then `fit` is of the whole, `begins` of those that go on.
    bool is_of_two_words = false;   ///< It is made of this word and its neighbour, and answers both.
};

/// One word that was typed (or several that make a date or a number), and all that it may mean.
struct AskedWord {
    std::string typed;
    std::vector<Meaning> meanings;
    std::vector<SoundKey> sounds;       ///< Names that sound so fit too.
    std::string nearly;                 ///< Names that are spelt nearly so; empty for "not asked".
};

/// What somebody asked for. Every word must fit.
struct Asked {
    std::vector<AskedWord> words;   ///< At most eight.
};

/// Reads what was typed: names in any order; dates as people write them ("3 apr 15", "3.4.2015", "April 2015", "2015",
/// "about 2015"; two-digit years are of the last hundred); postcodes from two characters; phone numbers with any spacing and
/// with or without +44; identifiers. What may be several of them is each.
[[nodiscard]] Asked read_asked(std::string_view typed, Date today);

/// The same where nothing fitted: names that hold the word, or are one letter away from it, fit too.
[[nodiscard]] Asked with_near_spellings(Asked asked);

/// The best way in which a word leads to one of a person's terms. Slow and plain: for the few who are shown and for those who
/// were changed a moment ago. The index must say the same.
struct WordFit {
    Fit fit = Fit::same;
    const PersonTerm* term = nullptr;

    /// Less is better: the fit first, then what is true today.
    [[nodiscard]] unsigned grade() const { return 2 * static_cast<unsigned>(fit) + (is_former(term->source) ? 1 : 0); }
};
[[nodiscard]] std::optional<WordFit> best_fit(const AskedWord& word, const std::vector<PersonTerm>& terms);

/// Whether a name holds the word that was asked for, or is one letter away from it.
[[nodiscard]] bool is_spelt_nearly(std::string_view asked, std::string_view name);
/// Whether two words differ by one letter more, less, other, or two swapped.
[[nodiscard]] bool is_one_letter_away(std::string_view a, std::string_view b);

}  // namespace steadfast::record
