#include "record/search/fit_apart.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace steadfast::record {
namespace {

/// The parts of somebody's names, as often as they have each: Ali Ali has two, and whoever is called Amira and known as Amira has one.
std::vector<PersonTerm> parts_of_names(const std::vector<PersonTerm>& terms) {
    std::map<std::string, std::map<TermSource, std::size_t>> counts;
    for (const PersonTerm& term : terms)
        if (term.kind() == TermKind::name) ++counts[term.text][term.source];
    std::vector<PersonTerm> parts;
    for (const auto& [text, by_source] : counts) {
        std::size_t most = 0;
        for (const auto& [source, count] : by_source) most = std::max(most, count);
        parts.insert(parts.end(), most, {text, by_source.begin()->first});
    }
    return parts;
}

bool is_answered_otherwise(const AskedWord& word, const std::vector<PersonTerm>& terms) {
    return std::any_of(terms.begin(), terms.end(), [&word](const PersonTerm& term) {
        if (term.kind() != TermKind::name) return best_fit(word, {term}).has_value();
        return std::any_of(word.meanings.begin(), word.meanings.end(),
                           [&term](const Meaning& meaning) { return meaning.is_of_two_words && term.text.starts_with(meaning.text); });
    });
}

/// Gives each word a part of its own, moving others to another of theirs where that makes room (Kuhn's way to a matching).
class Giving {
public:
    explicit Giving(std::size_t parts) : given_to_(parts) {}

    bool give(std::size_t word, const std::vector<std::vector<std::size_t>>& fitting) {
        std::vector<bool> tried(given_to_.size(), false);
        return give(word, fitting, tried);
    }

private:
    bool give(std::size_t word, const std::vector<std::vector<std::size_t>>& fitting, std::vector<bool>& tried) {
        for (const std::size_t part : fitting[word]) {
            if (tried[part]) continue;
            tried[part] = true;
            if (given_to_[part] && !give(*given_to_[part], fitting, tried)) continue;
            given_to_[part] = word;
            return true;
        }
        return false;
    }

    std::vector<std::optional<std::size_t>> given_to_;
};

}  // namespace

bool fit_apart(const Asked& asked, const std::vector<PersonTerm>& terms) {
    if (asked.words.size() < 2) return true;
    const std::vector<PersonTerm> parts = parts_of_names(terms);
    std::vector<std::vector<std::size_t>> fitting(asked.words.size());
    Giving giving(parts.size());
    for (std::size_t word = 0; word < asked.words.size(); ++word) {
        if (is_answered_otherwise(asked.words[word], terms)) continue;
        for (std::size_t part = 0; part < parts.size(); ++part)
            if (best_fit(asked.words[word], {parts[part]})) fitting[word].push_back(part);
        if (!giving.give(word, fitting)) return false;
    }
    return true;
}

}  // namespace steadfast::record
