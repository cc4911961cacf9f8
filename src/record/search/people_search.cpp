#include "record/search/people_search.hpp"

#include "law/age.hpp"
#include "law/london.hpp"
#include "record/record.hpp"
#include "record/search/fit_apart.hpp"
#include "record/search/person_terms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace steadfast::record {
namespace {

/// Whether a child's case is open is asked of so many of the best, which is more than anybody reads.
constexpr std::size_t most_ordered_by_openness = 200;
constexpr int grown_up_at = 18;

struct Looked {
    Candidate candidate;
    SeenChild child;
    bool is_open = false;
};

std::string capitalised(std::string_view word) {
    std::string name(word);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

std::string_view name_of(TermSource source) {
    switch (source) {
        case TermSource::name: return "name";
        case TermSource::known_as: return "what they like to be called";
        case TermSource::other_name: return "another name of theirs";
        case TermSource::former_name: return "former name";
        case TermSource::merged_name: return "name on a record that was joined with this one";
        case TermSource::authority_id: return "number here";
        case TermSource::upn: return "unique pupil number";
        case TermSource::former_upn: return "former unique pupil number";
        case TermSource::nhs_number: return "NHS number";
        case TermSource::other_identifier: return "another number of theirs";
        case TermSource::born: return "date of birth";
        case TermSource::expected: return "expected date of birth";
        case TermSource::postcode: return "postcode";
        case TermSource::former_postcode: return "former postcode";
        case TermSource::confidential_postcode: return "confidential address";
        case TermSource::phone: return "telephone number";
    }
    return "";
}

std::string why_fits(const AskedWord& word, const WordFit& fit) {
    const std::string source(name_of(fit.term->source));
    switch (fit.fit) {
        case Fit::same:
        case Fit::begins: return source;
        case Fit::about: return fit.term->source == TermSource::expected ? "expected about then" : "born about then";
        case Fit::other_way_round: return source + ", day and month the other way round";
        case Fit::used_for: return fmt::format("{} is used for {}", capitalised(word.typed), capitalised(fit.term->word()));
        case Fit::sounds: return fmt::format("{} sounds like {}", capitalised(fit.term->word()), capitalised(word.typed));
        case Fit::nearly: return fmt::format("{} is spelt nearly as {}", capitalised(fit.term->word()), capitalised(word.typed));
    }
    return source;
}

/// One search, from the index's candidates to the few who are shown.
class Search {
public:
    Search(const SeenBook& book, const PeopleSought& sought, const IsOpen& is_open) : book_(book), sought_(sought), is_open_(is_open) {}

    PeopleFound run(const SearchedPeople& people) {
        asked_ = read_asked(sought_.typed, sought_.today);
        PeopleFound found = look(people);
        if (!found.people.empty() || found.whole > 0 || asked_.words.empty()) return found;
        asked_ = with_near_spellings(std::move(asked_));
        auto further = look(people);
        further.is_nearly = !further.people.empty();
        if (further.only_exist.empty()) further.only_exist = std::move(found.only_exist);
        return further;
    }

private:
    PeopleFound look(const SearchedPeople& people) {
        PeopleFound found;
        auto candidates = people.candidates(asked_);
        keep_the_best(candidates, found);
        std::vector<Looked> looked = those_seen(candidates, found);
        order(looked);
        found.whole = looked.size();
        std::size_t passed = 0;
        for (Looked& one : looked) {
            if (passed < sought_.first) {
                ++passed;
                continue;
            }
            if (found.people.size() == sought_.most) break;
            if (auto person = shown(one)) found.people.push_back(std::move(*person));
            else --found.whole;   // Changed since the index was told, or found only by what the viewer may not read.
        }
        return found;
    }

    bool is_grown_up(const Candidate& candidate) const {
        return candidate.born != Candidate::no_birth && Date::from_days(candidate.born).plus_years(grown_up_at) <= sought_.today;
    }

    void keep_the_best(std::vector<Candidate>& candidates, PeopleFound& found) const {
        const std::int32_t adult_until = sought_.today.plus_years(-grown_up_at).days_since_1970();
        const auto key = [adult_until](const Candidate& one) {
            const bool is_adult = one.born != Candidate::no_birth && one.born <= adult_until;
            return std::tuple(one.grade, is_adult, one.person);
        };
        const auto better = [&key](const Candidate& a, const Candidate& b) { return key(a) < key(b); };
        found.is_more = candidates.size() > most_people_counted;
        if (found.is_more) {
            std::nth_element(candidates.begin(), candidates.begin() + most_people_counted, candidates.end(), better);
            candidates.resize(most_people_counted);
        }
        std::sort(candidates.begin(), candidates.end(), better);
    }

    std::vector<Looked> those_seen(const std::vector<Candidate>& candidates, PeopleFound& found) const {
        std::vector<Looked> looked;
        const Table* people = book_.book().table<Person>();
        if (!people) return looked;
        for (const Candidate& candidate : candidates) {
            if (candidate.person >= people->size()) continue;   // Newer than the version that this page works from.
            const auto id = subject_of(book_.book().item_id({people, candidate.person}));
            if (book_.book().resolved(id) != id) continue;
            auto child = book_.child(id);
            if (!child) {
                // One word would let anybody fish for names.
                const bool may_say = child.error().kind == Refusal::Kind::not_allowed && asked_.words.size() > 1 && !candidate.is_by_secret &&
                                     fit_apart(asked_, terms_on_record(id, candidate.person));
                const std::string ring = child.error().whole();
                if (may_say && std::find(found.only_exist.begin(), found.only_exist.end(), ring) == found.only_exist.end()) found.only_exist.push_back(ring);
                continue;
            }
            Looked one{candidate, std::move(*child), false};
            if (candidate.is_by_secret && !fits(one)) continue;
            if (is_wanted(one)) looked.push_back(std::move(one));
        }
        return looked;
    }

    bool is_wanted(Looked& one) const {
        if (!sought_.is_narrowed()) return true;
        const Person& person = one.child.person;
        if (!sought_.sex.empty() && !person.sex.is(sought_.sex)) return false;
        if (sought_.youngest || sought_.oldest) {
            const auto age = person.born ? law::age_on(*person.born, sought_.today) : std::nullopt;
            if (!age || (sought_.youngest && *age < *sought_.youngest) || (sought_.oldest && *age > *sought_.oldest)) return false;
        }
        if (sought_.open == PeopleSought::Open::either || !is_open_) return true;
        return is_open_(book_, one.child) == (sought_.open == PeopleSought::Open::open);
    }

    void order(std::vector<Looked>& looked) const {
        if (!is_open_) return;
        const std::size_t ordered = std::min(looked.size(), std::max(most_ordered_by_openness, sought_.first + sought_.most));
        for (std::size_t i = 0; i < ordered; ++i) looked[i].is_open = is_open_(book_, looked[i].child);
        std::stable_sort(looked.begin(), looked.begin() + static_cast<std::ptrdiff_t>(ordered), [this](const Looked& a, const Looked& b) {
            return std::tuple(a.candidate.grade, !a.is_open, is_grown_up(a.candidate)) < std::tuple(b.candidate.grade, !b.is_open, is_grown_up(b.candidate));
        });
    }

    /// A person's terms as the viewer may read them, and as they are in this version of the Book.
    std::vector<PersonTerm> terms_seen(const SeenChild& child) const {
        std::vector<PersonTerm> terms;
        book_.each_about(child, [&](const Found& found) {
            const bool is_anothers = &found.type() == &type_of<Person>() && found.row != child.row.row;
            add_terms_of(found, is_anothers, [&terms](const std::string& text, TermSource source) {
                terms.push_back({text.substr(0, TermTable::longest_term), source});
            });
        });
        return terms;
    }

    /// The same of somebody whom the viewer may not read about, only to judge whether they were really asked for.
    std::vector<PersonTerm> terms_on_record(ledger::SubjectId id, PersonPlace place) const {
        std::vector<PersonTerm> terms;
        book_.book().each_about(id, [&](const Found& found) {
            const bool is_anothers = &found.type() == &type_of<Person>() && found.row != place;
            add_terms_of(found, is_anothers, [&terms](const std::string& text, TermSource source) {
                terms.push_back({text.substr(0, TermTable::longest_term), source});
            });
        });
        return terms;
    }

    bool fits(const Looked& one) const {
        const auto terms = terms_seen(one.child);
        return std::all_of(asked_.words.begin(), asked_.words.end(), [&terms](const AskedWord& word) { return best_fit(word, terms).has_value(); });
    }

    std::optional<PersonFound> shown(const Looked& one) const {
        const auto terms = terms_seen(one.child);
        if (!fit_apart(asked_, terms)) return std::nullopt;
        std::vector<std::string> reasons;
        for (const AskedWord& word : asked_.words) {
            const auto fit = best_fit(word, terms);
            if (!fit) return std::nullopt;
            std::string reason = why_fits(word, *fit);
            if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(std::move(reason));
        }
        const Person& person = one.child.person;
        return PersonFound{one.child.id, one.child.name, person.born, person.expected, std::string(person.sex.says()), person.authority_id, one.is_open,
                           fmt::format("{}", fmt::join(reasons, "; "))};
    }

    const SeenBook& book_;
    const PeopleSought& sought_;
    const IsOpen& is_open_;
    Asked asked_;
};

/// The day on which somebody was last recorded: good enough to tell 1915 from 2015, and a child from an adult.
Date last_written_day(const Book& book) {
    const Table* people = book.table<Person>();
    std::uint32_t latest = 0;
    if (people && people->size() > 0) latest = people->head(static_cast<std::uint32_t>(people->size() - 1)).recorded_at;
    return law::london_date(Instant::from_seconds(latest));
}

}  // namespace

PeopleFound search_people(const SeenBook& book, const PeopleSought& sought, const IsOpen& is_open) {
    return search_people(*PeopleIndex::of(book.book()), book, sought, is_open);
}

PeopleFound search_people(const SeenBook& book, std::string_view typed, std::size_t most) {
    return search_people(book, PeopleSought{.typed = std::string(typed), .today = last_written_day(book.book()), .most = most});
}

PeopleFound search_people(const PeopleIndex& index, const SeenBook& book, const PeopleSought& sought, const IsOpen& is_open) {
    return Search(book, sought, is_open).run(*index.published());
}

}  // namespace steadfast::record
