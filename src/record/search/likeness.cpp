#include "record/search/likeness.hpp"

#include "record/search/asked.hpp"
#include "record/search/short_names.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

/// How two sets of words are alike, by the best pair.
enum class Alike : std::uint8_t { same, used_for, sounds, nearly, not_at_all, not_known };

bool share_sound(const std::string& one, const std::string& other) {
    const auto a = sound_keys(one);
    const auto b = sound_keys(other);
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

Alike alike(const std::string& one, const std::string& other) {
    if (one == other) return Alike::same;
    const auto used = names_used_for(one);
    if (std::find(used.begin(), used.end(), other) != used.end()) return Alike::used_for;
    if (share_sound(one, other)) return Alike::sounds;
    // Shorter names are a letter away from too many others.
    if (one.size() >= 4 && other.size() >= 4 && is_one_letter_away(one, other)) return Alike::nearly;
    return Alike::not_at_all;
}

Alike alike(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    if (some.empty() || others.empty()) return Alike::not_known;
    Alike best = Alike::not_at_all;
    for (const std::string& one : some)
        for (const std::string& other : others) best = std::min(best, alike(one, other));
    return best;
}

bool have_one_in_common(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::any_of(some.begin(), some.end(), [&others](const std::string& one) { return std::find(others.begin(), others.end(), one) != others.end(); });
}

/// Adds up what speaks for and against.
class Weighing {
public:
    Weighing(const KnownOf& one, const KnownOf& other) : one_(one), other_(other) {}

    Likeness weigh() {
        if (have_one_in_common(one_.identifiers, other_.identifiers)) count(70, "the same pupil or NHS number");
        weigh_names();
        weigh_births();
        if (!one_.sex.empty() && !other_.sex.empty() && one_.sex != other_.sex) count(-15, "but another sex is recorded");
        if (have_one_in_common(one_.postcodes, other_.postcodes)) count(10, "the same postcode");
        return std::move(likeness_);
    }

private:
    void count(int points, std::string why) {
        likeness_.points += points;
        if (!why.empty()) likeness_.why.push_back(std::move(why));
    }

    void weigh_names() {
        const Alike given = alike(one_.given, other_.given);
        const Alike family = alike(one_.family, other_.family);
        const bool is_turned_round = given == Alike::not_at_all && alike(one_.given, other_.family) == Alike::same && alike(one_.family, other_.given) == Alike::same;
        if (is_turned_round) return count(40, "the names the other way round");
        weigh_name(given, "given name", 25, -25);
        weigh_name(family, "family name", 25, -10);   // Families change their names; children seldom their first.
    }

    void weigh_name(Alike how, const std::string& which, int same, int unlike) {
        switch (how) {
            case Alike::same: return count(same, "the same " + which);
            case Alike::used_for: return count(same - 5, "a " + which + " used for the other");
            case Alike::sounds: return count(same - 5, "a " + which + " that sounds alike");
            case Alike::nearly: return count(same - 10, "a " + which + " spelt nearly alike");
            case Alike::not_at_all: return count(unlike, "but another " + which);
            case Alike::not_known: return;
        }
    }

    void weigh_births() {
        if (!one_.born || !other_.born) return;
        const Date a = *one_.born;
        const Date b = *other_.born;
        if (a == b) return count(40, "born on the same day");
        if (a.year() == b.year() && a.month() == b.day() && a.day() == b.month()) return count(30, "day and month of birth the other way round");
        const int same = (a.year() == b.year()) + (a.month() == b.month()) + (a.day() == b.day());
        if (same == 2) return count(15, "a date of birth that differs in one part");
        count(-30, "but another date of birth");
    }

    const KnownOf& one_;
    const KnownOf& other_;
    Likeness likeness_;
};

void add_words(std::vector<std::string>& words, std::string_view name) {
    for (const NameKey& key : NameKey::all_of(name))
        if (std::find(words.begin(), words.end(), key.text()) == words.end()) words.push_back(key.text());
}

void add_once(std::vector<std::string>& all, std::string one) {
    if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
}

void add_number(std::vector<std::string>& numbers, std::string_view number) {
    std::string plain = folded(number);
    std::erase(plain, ' ');
    add_once(numbers, std::move(plain));
}

}  // namespace

KnownOf known_of(const Person& person, const std::vector<PersonTerm>& terms) {
    KnownOf known;
    for (const std::string* number : {&person.upn, &person.former_upn, &person.nhs_number}) add_number(known.identifiers, *number);
    add_words(known.given, person.given_name);
    add_words(known.given, person.known_as);
    add_words(known.family, person.family_name);
    known.born = person.born;
    known.sex = person.sex.code;
    for (const PersonTerm& term : terms) {
        const bool is_shared = term.source == TermSource::upn || term.source == TermSource::former_upn || term.source == TermSource::nhs_number;
        if (is_shared) add_once(known.identifiers, std::string(term.word()));
        if (term.kind() == TermKind::postcode && term.source != TermSource::confidential_postcode) add_once(known.postcodes, std::string(term.word()));
    }
    return known;
}

bool are_alike(const std::string& one, const std::string& other) { return alike(one, other) != Alike::not_at_all; }

Likeness likeness_of(const KnownOf& one, const KnownOf& other) { return Weighing(one, other).weigh(); }

}  // namespace steadfast::record
