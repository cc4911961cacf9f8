#include "record/search/duplicates.hpp"

#include "record/record.hpp"
#include "record/search/person_terms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace steadfast::record {
namespace {

constexpr std::size_t most_likely = 20;
/// A day on which more are born than this is one that stands for "not known", such as the first of January.
constexpr std::size_t most_born_on_a_day = 400;

using Pair = std::pair<ledger::SubjectId, ledger::SubjectId>;

Pair in_order(ledger::SubjectId a, ledger::SubjectId b) { return a < b ? Pair{a, b} : Pair{b, a}; }

std::vector<PersonTerm> terms_of(const SeenBook& book, const SeenChild& child) {
    std::vector<PersonTerm> terms;
    book.each_about(child, [&terms](const Found& found) {
        add_terms_of(found, false, [&terms](const std::string& text, TermSource source) { terms.push_back({text, source}); });
    });
    return terms;
}

std::set<Pair> said_not_to_be_the_same(const Book& book) {
    std::set<Pair> pairs;
    book.each_of(type_of<NotTheSame>(), [&](const Found& found) {
        const auto subjects = book.subjects(found);
        if (subjects.size() == 2) pairs.insert(in_order(book.resolved(subjects[0]), book.resolved(subjects[1])));
    });
    return pairs;
}

/// Words of names by number, and which of them are alike. The same names are met again and again, and comparing sounds is slow: each pair
/// of words is compared once.
class NameWords {
public:
    [[nodiscard]] std::uint32_t number_of(const std::string& word) {
        const auto [known, is_new] = numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
        if (is_new) words_.push_back(word);
        return known->second;
    }
    [[nodiscard]] bool are_alike(std::uint32_t one, std::uint32_t other) {
        if (one == other) return true;
        const std::uint64_t pair = std::uint64_t{std::min(one, other)} << 32 | std::max(one, other);
        const auto [known, is_new] = alike_.try_emplace(pair, false);
        // Either way round: what a short name is used for is asked of the first.
        if (is_new) known->second = record::are_alike(words_[one], words_[other]) || record::are_alike(words_[other], words_[one]);
        return known->second;
    }

private:
    std::vector<std::string> words_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_map<std::uint64_t, bool> alike_;
};

/// Everybody whom the viewer may see, and the ways in which two of them can meet.
class Everybody {
public:
    explicit Everybody(const SeenBook& book) : book_(book) {
        book.each_person([this](const Found& found) {
            const auto id = subject_of(book_.book().item_id(found));
            // Without a name there is nothing to compare, and a day alone is no likeness.
            Person person = found.table->item<Person>(found.row);
            if (person.given_name.empty() && person.family_name.empty() && person.upn.empty()) return;
            std::vector<PersonTerm> terms;
            add_terms_of(found, false, [&terms](const std::string& text, TermSource source) { terms.push_back({text, source}); });
            KnownOf known = known_of(person, terms);
            const std::size_t number = known_.size();
            if (known.born) by_birth_[known.born->days_since_1970()].push_back(number);
            for (const std::string& identifier : known.identifiers) by_identifier_[identifier].push_back(number);
            ids_.push_back(id);
            std::vector<std::uint32_t>& words = words_of_.emplace_back();
            for (const auto* some : {&known.given, &known.family})
                for (const std::string& word : *some) words.push_back(words_.number_of(word));
            known_.push_back(std::move(known));
        });
    }

    struct Met {
        std::size_t one = 0;
        std::size_t other = 0;
        Likeness likeness;
    };
    std::vector<Met> likely() {
        for (const auto& [day, people] : by_birth_) {
            if (people.size() > most_born_on_a_day) continue;
            meet_each_other(people);
            const Date born = Date::from_days(day);
            const auto turned = born.day() <= 12 && born.month() < born.day() ? Date::of(born.year(), born.day(), born.month()) : std::nullopt;
            if (!turned) continue;
            const auto others = by_birth_.find(turned->days_since_1970());
            if (others == by_birth_.end() || others->second.size() > most_born_on_a_day) continue;
            for (const std::size_t one : people)
                for (const std::size_t other : others->second) meet_by_name(one, other);
        }
        for (const auto& [identifier, people] : by_identifier_) {
            if (people.size() > most_born_on_a_day) continue;
            for (std::size_t i = 0; i < people.size(); ++i)
                for (std::size_t j = i + 1; j < people.size(); ++j) meet(people[i], people[j]);
        }
        return std::move(met_);
    }
    [[nodiscard]] ledger::SubjectId id(std::size_t number) const { return ids_[number]; }

private:
    void meet_each_other(const std::vector<std::size_t>& people) {
        for (std::size_t i = 0; i < people.size(); ++i)
            for (std::size_t j = i + 1; j < people.size(); ++j) meet_by_name(people[i], people[j]);
    }
    void meet_by_name(std::size_t one, std::size_t other) {
        for (const std::uint32_t word : words_of_[one])
            for (const std::uint32_t other_word : words_of_[other])
                if (words_.are_alike(word, other_word)) return meet(one, other);
    }
    void meet(std::size_t one, std::size_t other) {
        Likeness likeness = likeness_of(known_[one], known_[other]);
        if (likeness.is_likely()) met_.push_back({one, other, std::move(likeness)});
    }

    const SeenBook& book_;
    std::vector<ledger::SubjectId> ids_;
    std::vector<KnownOf> known_;
    NameWords words_;
    std::vector<std::vector<std::uint32_t>> words_of_;   ///< By person.
    std::map<std::int32_t, std::vector<std::size_t>> by_birth_;
    std::map<std::string, std::vector<std::size_t>> by_identifier_;
    std::vector<Met> met_;
};

}  // namespace

template <>
const ItemType& type_of<NotTheSame>() {
    static const ItemType type({.key = "not_the_same", .name = "Two people, not one", .plural = "Two people, not one", .happened = "", .ended = "",
                                .summary = {"because"}, .written = Written::by_its_room},
                               {field<&NotTheSame::because>("because", "How that is known")});
    return type;
}

std::vector<LikelyPerson> likely_to_be(const PeopleIndex& index, const SeenBook& book, const Person& person, const std::vector<PersonTerm>& terms, Date today) {
    // Whoever shares two of the three that people know, or a number, comes into question.
    const std::string born = person.born ? person.born->british() : "";
    std::vector<std::string> questions;
    const auto ask = [&questions](const std::string& one, const std::string& other) {
        if (!one.empty() && !other.empty()) questions.push_back(one + " " + other);
    };
    ask(person.given_name, person.family_name);
    ask(person.given_name, born);
    ask(person.family_name, born);
    if (!person.upn.empty()) questions.push_back(person.upn);
    for (const PersonTerm& term : terms)
        if (term.source == TermSource::nhs_number) questions.emplace_back(term.word());

    const KnownOf known = known_of(person, terms);
    std::vector<LikelyPerson> likely;
    std::set<ledger::SubjectId> met;
    const auto people = index.published();
    const Table* table = book.book().table<Person>();
    for (const std::string& question : questions) {
        auto candidates = people->candidates(read_asked(question, today));
        if (candidates.size() > most_people_counted) candidates.resize(most_people_counted);
        for (const Candidate& candidate : candidates) {
            if (!table || candidate.person >= table->size()) continue;
            const auto id = subject_of(book.book().item_id({table, candidate.person}));
            if (!met.insert(id).second || book.book().resolved(id) != id) continue;
            auto child = book.child(id);
            if (!child) continue;
            Likeness likeness = likeness_of(known, known_of(child->person, terms_of(book, *child)));
            if (likeness.is_likely()) likely.push_back({std::move(*child), std::move(likeness)});
        }
    }
    std::stable_sort(likely.begin(), likely.end(), [](const LikelyPerson& a, const LikelyPerson& b) { return a.likeness.points > b.likeness.points; });
    if (likely.size() > most_likely) likely.erase(likely.begin() + most_likely, likely.end());
    return likely;
}

LikelyPairs likely_pairs(const SeenBook& book, std::size_t most) {
    Everybody everybody(book);
    auto met = everybody.likely();
    const auto not_the_same = said_not_to_be_the_same(book.book());
    std::stable_sort(met.begin(), met.end(), [](const auto& a, const auto& b) { return a.likeness.points > b.likeness.points; });
    LikelyPairs likely;
    std::set<Pair> given;
    for (auto& pair : met) {
        const Pair ids = in_order(everybody.id(pair.one), everybody.id(pair.other));
        if (not_the_same.contains(ids) || !given.insert(ids).second) continue;
        ++likely.whole;
        if (likely.pairs.size() == most) continue;
        auto one = book.child(ids.first);
        auto other = book.child(ids.second);
        if (one && other) likely.pairs.push_back({std::move(*one), std::move(*other), std::move(pair.likeness)});
    }
    return likely;
}

}  // namespace steadfast::record
