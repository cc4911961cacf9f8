#include "practice/missing/patterns.hpp"

#include "law/london.hpp"
#include "record/book/derived_from.hpp"
#include "web/form.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace steadfast::practice {
namespace {

/// Everybody of whom a time missing is on record, as it names them: few of a team's children, whose long records need no look then.
class EverMissing {
public:
    explicit EverMissing(const record::Book& book) {
        book.each_of(record::type_of<MissingEpisode>(), [&](const record::Found& found) {
            for (const ledger::SubjectId child : book.subjects(found)) children_.insert(child);
        });
    }
    /// Under the one record that each has now, where two were merged.
    [[nodiscard]] std::unordered_set<ledger::SubjectId> as_kept_in(const record::Book& book) const {
        std::unordered_set<ledger::SubjectId> kept;
        for (const ledger::SubjectId child : children_) kept.insert(book.resolved(child));
        return kept;
    }

private:
    std::unordered_set<ledger::SubjectId> children_;
};

/// One space between words, and no full stop at the end.
std::string tidied(std::string_view words) {
    std::string tidy;
    for (const char letter : words) {
        const bool is_space = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (is_space && (tidy.empty() || tidy.back() == ' ')) continue;
        tidy += is_space ? ' ' : letter;
    }
    while (!tidy.empty() && (tidy.back() == ' ' || tidy.back() == '.')) tidy.pop_back();
    return tidy;
}

/// What two spellings of the same have in common.
std::string key_of(std::string tidy) {
    for (char& letter : tidy)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return tidy;
}

class Counting {
public:
    /// One time away in which this was; twice in the same is once.
    void count(std::string_view words, const EpisodeSeen& episode) {
        std::string tidy = tidied(words);
        const std::string key = key_of(tidy);
        if (key.empty() || !taken_.insert(key + episode.id.text()).second) return;
        const auto [place, is_new] = places_.emplace(key, all_.size());
        if (is_new) all_.push_back({.words = std::move(tidy), .times = 0, .last = {}, .children = {}});
        InCommon& one = all_[place->second];
        ++one.times;
        if (const auto began = went(episode.episode); began && (!one.last || *one.last < began->day)) one.last = began->day;
        if (std::ranges::find(one.children, episode.child.id) == one.children.end()) one.children.push_back(episode.child.id);
    }
    [[nodiscard]] std::vector<InCommon> most_frequent_first() && {
        std::ranges::stable_sort(all_, [](const InCommon& a, const InCommon& b) { return a.times != b.times ? a.times > b.times : a.last > b.last; });
        return std::move(all_);
    }

private:
    std::vector<InCommon> all_;
    std::unordered_map<std::string, std::size_t> places_;
    std::unordered_set<std::string> taken_;
};

std::vector<std::string_view> between_commas(std::string_view names) {
    std::vector<std::string_view> all;
    while (!names.empty()) {
        const std::size_t end = names.find_first_of(",;\n");
        all.push_back(web::trimmed(names.substr(0, end)));
        if (end == std::string_view::npos) break;
        names.remove_prefix(end + 1);
    }
    return all;
}

/// From when to when, for whether two overlap: by the minute where it is known, otherwise by whole days.
struct Span {
    Instant first;
    Instant last;
};
std::optional<Span> span_of(const MissingEpisode& episode, Date today) {
    const auto began = went(episode);
    if (!began) return std::nullopt;
    const auto back = came_back(episode);
    const Date last = back ? back->day : today;
    return Span{began->minute.value_or(law::start_of_london_day(began->day)), back && back->minute ? *back->minute : law::start_of_london_day(last.plus_days(1)).plus_seconds(-1)};
}

bool overlap(const Span& a, const Span& b) { return a.first <= b.last && b.first <= a.last; }

}  // namespace

std::vector<InCommon> by_place(const std::vector<EpisodeSeen>& episodes) {
    Counting counting;
    for (const EpisodeSeen& one : episodes)
        for (const std::string* place : {&one.episode.found_where, &one.episode.last_seen_where}) counting.count(*place, one);
    return std::move(counting).most_frequent_first();
}

std::vector<InCommon> by_person(const std::vector<EpisodeSeen>& episodes) {
    Counting counting;
    for (const EpisodeSeen& one : episodes)
        for (const auto name : between_commas(one.episode.who_with)) counting.count(name, one);
    return std::move(counting).most_frequent_first();
}

ByTime by_time(const std::vector<EpisodeSeen>& episodes) {
    constexpr std::size_t hours_of_a_part = 24 / ByTime::parts.size();
    ByTime all;
    for (const EpisodeSeen& one : episodes) {
        const auto began = went(one.episode);
        if (!began) {
            ++all.unknown;
            continue;
        }
        const std::size_t weekday = began->day.weekday().iso_encoding() - 1;
        if (!began->minute) {
            ++all.at_unknown_time[weekday];
            continue;
        }
        const std::string time = law::london_time(*began->minute);   // "14:10"
        const auto hour = static_cast<std::size_t>((time[0] - '0') * 10 + (time[1] - '0'));
        ++all.times[weekday][hour / hours_of_a_part];
    }
    return all;
}

std::vector<InCommon> away_at_the_same_time(const record::SeenBook& book, const std::vector<EpisodeSeen>& episodes, Date today) {
    std::vector<std::pair<const EpisodeSeen*, Span>> spans;
    for (const EpisodeSeen& one : episodes)
        if (const auto span = span_of(one.episode, today)) spans.emplace_back(&one, *span);
    std::unordered_map<ledger::SubjectId, std::size_t> places;
    std::vector<InCommon> all;
    book.book().each_of(record::type_of<MissingEpisode>(), [&](const record::Found& found) {
        const auto episode = found.table->item<MissingEpisode>(found.row);
        const auto span = span_of(episode, today);
        if (!span || found.head().has(record::RowHead::gone)) return;
        for (const auto& [mine, of_mine] : spans) {
            if (!overlap(of_mine, *span)) continue;
            const auto other = episode_seen(book, book.book().item_id(found));
            if (!other || other->child.id == mine->child.id) continue;
            const auto [place, is_new] = places.emplace(other->child.id, all.size());
            if (is_new) all.push_back({.words = other->child.name, .times = 0, .last = {}, .children = {other->child.id}});
            InCommon& one = all[place->second];
            ++one.times;
            if (const auto began = went(mine->episode); began && (!one.last || *one.last < began->day)) one.last = began->day;
        }
    });
    std::ranges::stable_sort(all, [](const InCommon& a, const InCommon& b) { return a.times != b.times ? a.times > b.times : a.last > b.last; });
    return all;
}

std::string in_a_line(const std::vector<EpisodeSeen>& episodes, Date today) {
    const auto times = [](std::size_t count) { return count == 1 ? std::string("once") : count == 2 ? std::string("twice") : fmt::format("{} times", count); };
    std::size_t this_year = 0;
    int nights = 0;
    for (const EpisodeSeen& one : episodes) {
        const auto began = went(one.episode);
        if (!began || began->day <= today.plus_years(-1)) continue;
        ++this_year;
        nights += nights_away(one.episode, today);
    }
    const std::string in_all = fmt::format("Away {} on record", times(episodes.size()));
    if (this_year == 0) return in_all + ", not in the last 12 months.";
    return fmt::format("{}; in the last 12 months {}, with {} night{} away.", in_all, times(this_year), nights == 0 ? "no" : std::to_string(nights), nights == 1 ? "" : "s");
}

std::vector<std::string> repeats_among(const record::SeenBook& book, const RepeatRule& rule, const std::vector<ledger::SubjectId>& children, Date today) {
    std::vector<std::string> sentences;
    std::unordered_set<ledger::SubjectId> taken;
    const auto ever_missing = record::derived_from<EverMissing, MissingEpisode>(book.book())->as_kept_in(book.book());
    for (const ledger::SubjectId id : children) {
        if (!taken.insert(id).second || !ever_missing.contains(book.book().resolved(id))) continue;
        const auto child = book.child(id);
        if (!child) continue;
        if (std::string sentence = repeats_in_words(rule, episodes_of(book, *child), today); !sentence.empty()) sentences.push_back(std::move(sentence));
    }
    return sentences;
}

}  // namespace steadfast::practice
