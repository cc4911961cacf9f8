#include "practice/missing/episodes.hpp"

#include "record/access/each_about.hpp"
#include "law/london.hpp"
#include "record/book/derived_from.hpp"
#include "record/item/when_in_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <tuple>

namespace steadfast::practice {
namespace {

using record::Found;
using record::RowHead;
using record::SeenBook;
using record::SeenChild;
using record::type_of;

/// The rows of children who are not back. There are few of them among all the years' episodes, and every page asks for them.
struct OpenRows {
    explicit OpenRows(const record::Book& book) {
        const record::Table* const table = book.table<MissingEpisode>();
        if (!table) return;
        const std::size_t found = *type_of<MissingEpisode>().position("found");
        for (std::uint32_t row = 0; row < table->size(); ++row) {
            const RowHead& head = table->head(row);
            if (head.has(RowHead::withdrawn) || head.has(RowHead::gone) || head.has(RowHead::destroyed)) continue;
            if (!table->day(row, found)) rows.push_back(row);
        }
    }
    std::vector<std::uint32_t> rows;
};

template <class Visit>
void each_open_row(const record::Book& book, const Visit& visit) {
    const record::Table* const table = book.table<MissingEpisode>();
    if (!table) return;
    for (const std::uint32_t row : record::derived_from<OpenRows, MissingEpisode>(book)->rows)
        if (book.is_visible(*table, row)) visit(Found{table, row});
}

std::optional<EpisodeSeen> seen(const SeenBook& book, const Found& found) {
    const auto subjects = book.book().subjects(found);
    if (subjects.empty() || !book.may_see_everybody(subjects)) return std::nullopt;
    auto child = book.child(subjects.front());
    if (!child) return std::nullopt;
    return EpisodeSeen{book.book().item_id(found), found.head().version, found.table->item<MissingEpisode>(found.row), std::move(*child), found};
}

/// The place of a risk in its set, the greatest first; what nobody judged comes after medium, for it may be great.
std::size_t urgency(const MissingEpisode& episode) {
    constexpr std::size_t of_medium = 1;
    const auto place = missing_risk.find(episode.risk.code);
    return place ? *place * 2 : of_medium * 2 + 1;
}

std::optional<law::Moment> moment(const std::optional<Date>& day, const When& at) {
    const auto day_of_at = at.first_day();
    if (!day && !day_of_at) return std::nullopt;
    if (day_of_at && (!day || *day == *day_of_at) && at.start().precision == When::Precision::minute)
        return law::Moment(*day_of_at, Instant::from_seconds(std::int64_t{at.start().at} * 60));
    return law::Moment(day ? *day : *day_of_at);
}

constexpr std::int64_t an_hour = 3600;

}  // namespace

Result<EpisodeSeen> episode_seen(const SeenBook& book, ledger::ItemId id) {
    const auto found = book.item(id);
    if (!found) return refuse(found.error());
    auto episode = &found->type() == &type_of<MissingEpisode>() && !found->head().has(RowHead::withdrawn) ? seen(book, *found) : std::nullopt;
    if (!episode) return refuse(Refusal::Kind::not_found, "There is no such missing episode.", "Look at the list of who is missing now, or on the child's page.");
    return std::move(*episode);
}

std::vector<EpisodeSeen> missing_now(const SeenBook& book) {
    std::vector<EpisodeSeen> all;
    each_open_row(book.book(), [&](const Found& found) {
        if (auto one = seen(book, found); one && one->episode.is_open()) all.push_back(std::move(*one));
    });
    std::ranges::stable_sort(all, [](const EpisodeSeen& a, const EpisodeSeen& b) {
        const auto key = [](const EpisodeSeen& one) {
            const auto began = went(one.episode);
            return std::tuple(urgency(one.episode), began ? began->day : Date::from_days(0), began ? began->minute : std::nullopt);
        };
        return key(a) < key(b);
    });
    return all;
}

std::vector<std::string> missing_and_restricted(const SeenBook& book) {
    std::vector<std::string> ring;
    each_open_row(book.book(), [&](const Found& found) {
        for (const auto subject : book.book().subjects(found))
            if (const record::Sight sight = book.sight_of(subject); sight.how == record::Sight::How::exists && sight.is_restricted) ring.push_back(sight.ring);
    });
    return ring;
}

std::vector<EpisodeSeen> episodes_of(const SeenBook& book, const SeenChild& child) {
    struct Episode {
        Date day;
        std::optional<Instant> minute;
        Found found;
        MissingEpisode is;
    };
    std::vector<Episode> episodes;
    record::each_about<MissingEpisode>(book, child, [&](const Found& found) {
        if (found.head().has(RowHead::gone) || found.head().has(RowHead::destroyed)) return;
        auto episode = found.table->item<MissingEpisode>(found.row);
        const auto began = went(episode);
        episodes.push_back({began ? began->day : Date::from_days(0), began ? began->minute : std::nullopt, found, std::move(episode)});
    });
    std::vector<std::size_t> order(episodes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater<>(), [&episodes](std::size_t i) { return std::tuple(episodes[i].day, episodes[i].minute); });
    std::vector<EpisodeSeen> all;
    all.reserve(order.size());
    for (const std::size_t i : order) all.push_back({book.book().item_id(episodes[i].found), episodes[i].found.head().version, std::move(episodes[i].is), child, episodes[i].found});
    return all;
}

std::optional<EpisodeSeen> open_episode_of(const SeenBook& book, const SeenChild& child) {
    std::optional<EpisodeSeen> open;
    each_open_row(book.book(), [&](const Found& found) {
        const bool is_theirs = std::ranges::any_of(book.book().subjects(found), [&](ledger::SubjectId subject) { return book.book().resolved(subject) == child.id; });
        if (!is_theirs) return;
        auto one = seen(book, found);
        if (!one || !one->episode.is_open()) return;
        const auto began = [](const EpisodeSeen& episode) {
            const auto moment = went(episode.episode);
            return std::tuple(moment ? moment->day : Date::from_days(0), moment ? moment->minute : std::nullopt);
        };
        if (!open || began(*one) > began(*open)) open = std::move(one);
    });
    return open;
}

std::optional<law::Moment> went(const MissingEpisode& episode) { return moment(episode.from, episode.went_at); }
std::optional<law::Moment> came_back(const MissingEpisode& episode) { return moment(episode.found, episode.found_at); }

std::string in_words(const std::optional<law::Moment>& moment) {
    if (!moment) return "Not recorded";
    return moment->day.words_with_weekday() + (moment->minute ? " at " + law::london_time(*moment->minute) : std::string(", time not known"));
}

std::string since_in_words(const MissingEpisode& episode, Date today) {
    constexpr int days_of_a_week = 7;
    const auto began = went(episode);
    if (!began) return "a day that nobody recorded";
    const std::string day = began->day.words_with_weekday();
    if (!began->minute || today - began->day >= days_of_a_week) return day;
    return fmt::format("{} {}", day.substr(0, 3), law::london_time(*began->minute));
}

std::string how_long(const MissingEpisode& episode, Instant now) {
    constexpr std::int64_t most_in_hours = 72;
    const auto began = went(episode);
    if (!began) return "not known how long";
    const auto back = came_back(episode);
    const Date until = back ? back->day : law::london_date(now);
    const auto last = back ? back->minute : std::optional(now);
    if (began->minute && last) {
        const std::int64_t hours = (last->seconds() - began->minute->seconds()) / an_hour;
        if (hours < 1) return "less than an hour";
        if (hours <= most_in_hours) return fmt::format("{} hour{}", hours, hours == 1 ? "" : "s");
    }
    const int days = until - began->day;
    return days < 1 ? "less than a day" : fmt::format("{} day{}", days, days == 1 ? "" : "s");
}

int nights_away(const MissingEpisode& episode, Date today) {
    const auto began = went(episode);
    if (!began) return 0;
    const auto back = came_back(episode);
    return std::max(0, (back ? back->day : today) - began->day);
}

std::string last_told(const MissingEpisode& episode) {
    struct Told {
        std::string_view who;
        const When* at;
    };
    const std::array all{Told{"Police", &episode.police_told_at}, Told{"Parent", &episode.parent_told_at}, Told{"Carer", &episode.carer_told_at},
                         Told{"Placing authority", &episode.authority_told_at}, Told{"Out-of-hours team", &episode.night_team_told_at}};
    const Told* last = nullptr;
    const auto later = [](const When& a, const When& b) { return std::tuple(a.first_day(), a.start().precision == When::Precision::minute ? a.start().at : 0) > std::tuple(b.first_day(), b.start().precision == When::Precision::minute ? b.start().at : 0); };
    for (const Told& one : all)
        if (one.at->is_known() && (!last || later(*one.at, *last->at))) last = &one;
    return last ? fmt::format("{}, {}", last->who, record::in_words(*last->at)) : "";
}

std::string repeats_in_words(const RepeatRule& rule, const std::vector<EpisodeSeen>& of_one_child, Date today) {
    const auto times = std::ranges::count_if(of_one_child, [&](const EpisodeSeen& one) {
        const auto began = went(one.episode);
        return began && began->day > today.plus_days(-rule.days) && began->day <= today;
    });
    if (times < rule.times) return "";
    return fmt::format("{} was missing {} times in the last {} days. After {} we {}.", of_one_child.front().child.name, times, rule.days, rule.times, rule.then);
}

std::string kind_in_words(const MissingEpisode& episode) { return episode.kind.is("A") ? "Away without authorisation" : "Missing"; }

}  // namespace steadfast::practice
