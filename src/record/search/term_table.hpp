#pragma once

#include "record/search/asked.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// A person by their row in the Book's table of people, which never changes.
using PersonPlace = std::uint32_t;

/// Somebody who may be whom they look for: what they have fits every word.
struct Candidate {
    PersonPlace person = 0;
    std::uint16_t grade = 0;   ///< Less is better: the sum over the words of WordFit::grade.
    bool is_by_secret = false; ///< Only by a confidential address: to be found by those who may read that.
    std::int32_t born = 0;     ///< Days since 1970; `no_birth` where it is not known.

    static constexpr std::int32_t no_birth = INT32_MIN;
};

/// Everybody's terms, sorted: a term is a number, what begins alike are neighbours, each knows its people and each person
/// their terms. Built once and never changed.
class TermTable {
public:
    /// Gathers terms, in any order, and then makes the table of them.
    class Maker {
    public:
        Maker();
        void add(PersonPlace person, std::string_view text, TermSource source);
        void born(PersonPlace person, std::int32_t days_since_1970);
        [[nodiscard]] TermTable make() &&;

    private:
        friend class TermTable;
        struct Given {
            std::uint32_t term = 0;
            std::uint32_t person_and_source = 0;
        };
        [[nodiscard]] std::uint32_t number_of(std::string_view text);
        void make_room();

        std::vector<char> letters_;
        std::vector<std::uint64_t> places_;   ///< Of each term: where its text begins, and in the low byte how long it is.
        std::vector<std::uint32_t> slots_;
        std::vector<Given> given_;
        std::vector<std::int32_t> born_;
    };

    TermTable() = default;

    /// Everybody who fits all words, in no promised order, each once with their best grade.
    /// @param is_passed_over whose terms here are out of date.
    [[nodiscard]] std::vector<Candidate> candidates(const Asked& asked, const std::function<bool(PersonPlace)>& is_passed_over) const;

    [[nodiscard]] std::size_t terms() const { return terms_.size(); }
    [[nodiscard]] std::size_t people() const { return born_.size(); }
    [[nodiscard]] std::size_t bytes() const;

    static constexpr std::size_t longest_term = 60;
    static constexpr PersonPlace most_people = (1u << 28) - 1;

private:
    struct Term {
        std::uint64_t first_eight = 0;   ///< Letters, the first in the highest byte: most comparisons end here.
        std::uint32_t letters = 0;       ///< Where the whole text begins.
        std::uint8_t length = 0;
    };
    struct Sounding {
        SoundKey key = 0;
        std::uint32_t term = 0;
    };
    /// The terms that one word fits, by their fit.
    struct Fitting {
        struct Range {
            std::uint32_t first = 0;
            std::uint32_t last = 0;   ///< Not itself.
            Fit fit = Fit::same;
        };
        std::vector<Range> ranges;    ///< The best fit first. Single terms are ranges of one.
        std::size_t people = 0;       ///< At most so many fit it.
    };

    [[nodiscard]] std::string_view text(const Term& term) const { return {letters_.data() + term.letters, term.length}; }
    [[nodiscard]] std::uint32_t first_not_before(std::string_view text) const;
    [[nodiscard]] std::uint32_t first_beyond(std::string_view beginning) const;
    [[nodiscard]] Fitting fitting(const AskedWord& word) const;
    void add_soundalikes(const AskedWord& word, std::vector<std::uint32_t>& found) const;
    void add_near_spellings(const AskedWord& word, std::vector<std::uint32_t>& found) const;
    struct Graded {
        unsigned grade = 0;
        bool is_by_secret = false;
    };
    [[nodiscard]] Graded best_grade(PersonPlace person, const Fitting& fitting) const;

    std::vector<char> letters_;
    std::vector<Term> terms_;
    std::vector<std::uint32_t> people_begin_;    ///< By term, one more than there are: where its people begin.
    std::vector<std::uint32_t> people_;          ///< Person, and the source in the top four bits.
    std::vector<std::uint32_t> terms_begin_;     ///< By person, likewise.
    std::vector<std::uint32_t> terms_of_;        ///< Term, and the source in the top four bits.
    std::vector<Sounding> sounding_;             ///< By key.
    std::vector<std::int32_t> born_;             ///< By person.
};

}  // namespace steadfast::record
