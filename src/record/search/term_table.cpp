#include "record/search/term_table.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace steadfast::record {
namespace {

constexpr unsigned source_shift = 28;
constexpr std::uint32_t number_mask = (1u << source_shift) - 1;
constexpr unsigned no_grade = 0xffff;

TermSource source_of(std::uint32_t packed) { return static_cast<TermSource>(packed >> source_shift); }

std::uint64_t first_eight_of(std::string_view text) {
    std::uint64_t packed = 0;
    for (std::size_t i = 0; i < 8; ++i) packed = packed << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return packed;
}

unsigned grade_of(Fit fit, TermSource source) { return 2 * static_cast<unsigned>(fit) + (is_former(source) ? 1 : 0); }

/// Who was met already: one bit each.
class Met {
public:
    explicit Met(std::size_t people) : bits_((people + 63) / 64) {}
    /// True the first time.
    bool meet(std::uint32_t person) {
        const std::uint64_t bit = std::uint64_t(1) << (person % 64);
        const bool is_new = !(bits_[person / 64] & bit);
        bits_[person / 64] |= bit;
        return is_new;
    }

private:
    std::vector<std::uint64_t> bits_;
};

}  // namespace

std::vector<Candidate> TermTable::candidates(const Asked& asked, const std::function<bool(PersonPlace)>& is_passed_over) const {
    std::vector<Candidate> found;
    if (asked.words.empty() || terms_.empty()) return found;
    std::vector<Fitting> words;
    for (const AskedWord& word : asked.words) words.push_back(fitting(word));
    // The rarest word says who comes into question; the others are looked for among those people's own terms.
    const auto rarest = std::min_element(words.begin(), words.end(), [](const Fitting& a, const Fitting& b) { return a.people < b.people; });
    found.reserve(std::min<std::size_t>(rarest->people, 100'000));

    Met met(born_.size());
    for (const auto& range : rarest->ranges) {
        for (std::uint32_t place = people_begin_[range.first]; place < people_begin_[range.last]; ++place) {
            const std::uint32_t person = people_[place] & number_mask;
            if (!met.meet(person) || (is_passed_over && is_passed_over(person))) continue;
            Candidate candidate{.person = person, .born = born_[person]};
            bool fits = true;
            for (const Fitting& word : words) {
                const Graded graded = best_grade(person, word);
                fits = graded.grade != no_grade;
                if (!fits) break;
                candidate.grade = static_cast<std::uint16_t>(candidate.grade + graded.grade);
                candidate.is_by_secret |= graded.is_by_secret;
            }
            if (fits) found.push_back(candidate);
        }
    }
    return found;
}

TermTable::Fitting TermTable::fitting(const AskedWord& word) const {
    Fitting fitting;
    const auto add = [&fitting](std::uint32_t first, std::uint32_t last, Fit fit) {
        if (first < last) fitting.ranges.push_back({first, last, fit});
    };
    for (const Meaning& meaning : word.meanings) {
        const std::uint32_t first = first_not_before(meaning.text);
        const bool is_there = first < terms_.size() && text(terms_[first]) == meaning.text;
        if (is_there) add(first, first + 1, meaning.fit);
        if (meaning.goes_on) add(first + (is_there ? 1 : 0), first_beyond(meaning.text), std::max(meaning.fit, Fit::begins));
    }
    std::vector<std::uint32_t> single;
    add_soundalikes(word, single);
    for (const std::uint32_t term : single) add(term, term + 1, Fit::sounds);
    single.clear();
    add_near_spellings(word, single);
    for (const std::uint32_t term : single) add(term, term + 1, Fit::nearly);

    std::stable_sort(fitting.ranges.begin(), fitting.ranges.end(), [](const auto& a, const auto& b) { return a.fit < b.fit; });
    for (const auto& range : fitting.ranges) fitting.people += people_begin_[range.last] - people_begin_[range.first];
    return fitting;
}

void TermTable::add_soundalikes(const AskedWord& word, std::vector<std::uint32_t>& found) const {
    for (const SoundKey key : word.sounds) {
        auto at = std::lower_bound(sounding_.begin(), sounding_.end(), key, [](const Sounding& one, SoundKey sought) { return one.key < sought; });
        for (; at != sounding_.end() && at->key == key; ++at) found.push_back(at->term);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

void TermTable::add_near_spellings(const AskedWord& word, std::vector<std::uint32_t>& found) const {
    if (word.nearly.empty()) return;
    const std::string names(1, static_cast<char>(TermKind::name));
    const std::uint32_t end = first_beyond(names);
    for (std::uint32_t term = first_not_before(names); term < end; ++term) {
        if (is_spelt_nearly(word.nearly, text(terms_[term]).substr(1))) found.push_back(term);
    }
}

TermTable::Graded TermTable::best_grade(PersonPlace person, const Fitting& fitting) const {
    Graded best{.grade = no_grade};
    for (std::uint32_t place = terms_begin_[person]; place < terms_begin_[person + 1]; ++place) {
        const std::uint32_t term = terms_of_[place] & number_mask;
        const TermSource source = source_of(terms_of_[place]);
        for (const auto& range : fitting.ranges) {
            if (term < range.first || term >= range.last) continue;
            const unsigned grade = grade_of(range.fit, source);
            // What everybody may know goes before what some may, so that a secret is asked about only where nothing else fits.
            const bool is_secret = source == TermSource::confidential_postcode;
            if (best.grade == no_grade || (best.is_by_secret && !is_secret) || (best.is_by_secret == is_secret && grade < best.grade)) best = {grade, is_secret};
            break;   // The best fit stands first.
        }
    }
    return best;
}

std::uint32_t TermTable::first_not_before(std::string_view sought) const {
    const std::uint64_t eight = first_eight_of(sought);
    const auto at = std::lower_bound(terms_.begin(), terms_.end(), sought, [this, eight](const Term& term, std::string_view other) {
        if (term.first_eight != eight) return term.first_eight < eight;
        return text(term) < other;
    });
    return static_cast<std::uint32_t>(at - terms_.begin());
}

std::uint32_t TermTable::first_beyond(std::string_view beginning) const {
    std::string beyond(beginning);
    ++beyond.back();   // Terms are letters, digits and their kind: there is always a next character.
    return first_not_before(beyond);
}

std::size_t TermTable::bytes() const {
    return letters_.capacity() + terms_.capacity() * sizeof(Term) + sounding_.capacity() * sizeof(Sounding) +
           sizeof(std::uint32_t) * (people_begin_.capacity() + people_.capacity() + terms_begin_.capacity() + terms_of_.capacity() + born_.capacity());
}

TermTable::Maker::Maker() : slots_(1 << 12, 0) {}

void TermTable::Maker::add(PersonPlace person, std::string_view text, TermSource source) {
    if (text.size() < 2 || person >= most_people) return;
    given_.push_back({number_of(text.substr(0, longest_term)), person | static_cast<std::uint32_t>(source) << source_shift});
    if (born_.size() <= person) born_.resize(person + 1, Candidate::no_birth);
}

void TermTable::Maker::born(PersonPlace person, std::int32_t days_since_1970) {
    if (person >= most_people) return;
    if (born_.size() <= person) born_.resize(person + 1, Candidate::no_birth);
    born_[person] = days_since_1970;
}

std::uint32_t TermTable::Maker::number_of(std::string_view text) {
    if (places_.size() * 2 >= slots_.size()) make_room();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = std::hash<std::string_view>()(text) & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] == 0) {
            places_.push_back(letters_.size() << 8 | text.size());
            letters_.insert(letters_.end(), text.begin(), text.end());
            slots_[slot] = static_cast<std::uint32_t>(places_.size());
            return slots_[slot] - 1;
        }
        const std::uint64_t place = places_[slots_[slot] - 1];
        if (std::string_view(letters_.data() + (place >> 8), place & 0xff) == text) return slots_[slot] - 1;
    }
}

void TermTable::Maker::make_room() {
    std::vector<std::uint32_t> larger(slots_.size() * 4, 0);
    const std::size_t mask = larger.size() - 1;
    for (std::uint32_t term = 0; term < places_.size(); ++term) {
        const std::string_view text(letters_.data() + (places_[term] >> 8), places_[term] & 0xff);
        std::size_t slot = std::hash<std::string_view>()(text) & mask;
        while (larger[slot] != 0) slot = (slot + 1) & mask;
        larger[slot] = term + 1;
    }
    slots_ = std::move(larger);
}

TermTable TermTable::Maker::make() && {
    slots_ = {};
    TermTable table;
    table.letters_ = std::move(letters_);
    table.born_ = std::move(born_);

    // Terms in the order of their texts; `rank` leads from the number at which one was met to its place.
    std::vector<std::uint32_t> order(places_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::vector<Term> met(places_.size());
    for (std::uint32_t i = 0; i < met.size(); ++i) {
        const std::string_view text(table.letters_.data() + (places_[i] >> 8), places_[i] & 0xff);
        met[i] = {first_eight_of(text), static_cast<std::uint32_t>(places_[i] >> 8), static_cast<std::uint8_t>(text.size())};
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (met[a].first_eight != met[b].first_eight) return met[a].first_eight < met[b].first_eight;
        return table.text(met[a]) < table.text(met[b]);
    });
    std::vector<std::uint32_t> rank(order.size());
    table.terms_.reserve(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        rank[order[place]] = place;
        table.terms_.push_back(met[order[place]]);
    }

    // Both ways of looking, each by counting first.
    table.people_begin_.assign(table.terms_.size() + 1, 0);
    table.terms_begin_.assign(table.born_.size() + 1, 0);
    for (Given& given : given_) {
        given.term = rank[given.term];
        ++table.people_begin_[given.term + 1];
        ++table.terms_begin_[(given.person_and_source & number_mask) + 1];
    }
    std::partial_sum(table.people_begin_.begin(), table.people_begin_.end(), table.people_begin_.begin());
    std::partial_sum(table.terms_begin_.begin(), table.terms_begin_.end(), table.terms_begin_.begin());
    table.people_.resize(given_.size());
    table.terms_of_.resize(given_.size());
    auto next_of_term = table.people_begin_;
    auto next_of_person = table.terms_begin_;
    for (const Given& given : given_) {
        table.people_[next_of_term[given.term]++] = given.person_and_source;
        const std::uint32_t source = given.person_and_source & ~number_mask;
        table.terms_of_[next_of_person[given.person_and_source & number_mask]++] = given.term | source;
    }

    for (std::uint32_t term = 0; term < table.terms_.size(); ++term) {
        const std::string_view text = table.text(table.terms_[term]);
        if (text[0] != static_cast<char>(TermKind::name)) continue;
        for (const SoundKey key : sound_keys(text.substr(1))) table.sounding_.push_back({key, term});
    }
    std::sort(table.sounding_.begin(), table.sounding_.end(), [](const Sounding& a, const Sounding& b) { return a.key != b.key ? a.key < b.key : a.term < b.term; });
    table.sounding_.shrink_to_fit();
    return table;
}

}  // namespace steadfast::record
