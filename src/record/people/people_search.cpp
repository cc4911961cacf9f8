#include "record/people/people_search.hpp"

#include "record/record.hpp"

#include <algorithm>
#include <array>

namespace steadfast::record {
namespace {

struct Word {
    std::string folded;
    std::optional<Date> date;
};

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::vector<Word> words_of(std::string_view asked) {
    std::vector<Word> words;
    std::string word;
    const auto finish = [&words, &word] {
        if (word.empty()) return;
        std::string dated = word;
        std::replace(dated.begin(), dated.end(), '.', '/');
        auto date = Date::parse_british(dated);
        if (!date) date = Date::parse_iso(word);
        words.push_back({word, date});
        word.clear();
    };
    for (const char c : asked.substr(0, 200)) {
        if (c == ' ' || c == ',' || c == '\t') finish();
        else word += folded(c);
    }
    finish();
    if (words.size() > 8) words.resize(8);
    return words;
}

/// Where a folded word stands in a text: 0 at its start, 1 at the start of a word, 2 within one; 3 nowhere.
int place_of(std::string_view word, std::string_view text) {
    int best = 3;
    for (std::size_t at = 0; at + word.size() <= text.size() && best > 0; ++at) {
        std::size_t same = 0;
        while (same < word.size() && folded(text[at + same]) == word[same]) ++same;
        if (same < word.size()) continue;
        const int place = at == 0 ? 0 : text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '\'' ? 1 : 2;
        best = std::min(best, place);
    }
    return best;
}

struct SearchedColumn {
    std::size_t field;
    std::string_view why;
};

struct Match {
    Found row;
    int rank;
    std::string_view why;
};

std::optional<Match> match(const Found& person, const std::vector<Word>& words, const std::array<SearchedColumn, 6>& columns, std::size_t born) {
    Match match{person, 0, ""};
    for (const Word& word : words) {
        int best = 3;
        if (word.date && person.table->day(person.row, born) == word.date) {
            best = 0;
            match.why = "date of birth";
        }
        for (const SearchedColumn& column : columns) {
            const int place = place_of(word.folded, person.table->text(person.row, column.field));
            if (place >= best) continue;
            best = place;
            match.why = column.why;
        }
        if (best == 3) return std::nullopt;
        match.rank += best;
    }
    return match;
}

}  // namespace

PeopleFound search_people(const SeenBook& book, std::string_view asked, std::size_t most) {
    const auto words = words_of(asked);
    PeopleFound found;
    if (words.empty()) return found;

    const ItemType& type = type_of<Person>();
    const std::array<SearchedColumn, 6> columns{{{*type.position("given_name"), "name"},
                                                 {*type.position("family_name"), "name"},
                                                 {*type.position("known_as"), "name"},
                                                 {*type.position("authority_id"), "number here"},
                                                 {*type.position("upn"), "unique pupil number"},
                                                 {*type.position("former_upn"), "former unique pupil number"}}};
    const std::size_t born = *type.position("born");
    std::vector<Match> matches;
    book.each_person([&](const Found& person) {
        if (auto one = match(person, words, columns, born)) matches.push_back(*one);
    });

    found.whole = matches.size();
    const auto by_rank = [](const Match& a, const Match& b) { return a.rank != b.rank ? a.rank < b.rank : a.row.row < b.row.row; };
    const std::size_t shown = std::min(most, matches.size());
    std::partial_sort(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(shown), matches.end(), by_rank);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto person = matches[i].row.table->item<Person>(matches[i].row.row);
        found.people.push_back({subject_of(book.book().item_id(matches[i].row)), name_of(person), person.born, person.authority_id,
                                std::string(matches[i].why)});
    }
    return found;
}

}  // namespace steadfast::record
