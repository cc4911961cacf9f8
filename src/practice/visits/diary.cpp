#include "practice/visits/diary.hpp"

#include "record/access/each_about.hpp"
#include "record/book/derived_from.hpp"

#include <algorithm>
#include <tuple>

namespace steadfast::practice {
namespace {

using record::Book;
using record::Found;
using record::SeenBook;
using record::SeenChild;
using record::type_of;

constexpr int days_ahead = 6;
constexpr int days_back = 14;

const std::vector<ledger::ItemId> nothing;

bool was_visited_since(const SeenBook& book, const SeenChild& child, Date day) {
    bool was_visited = false;
    record::each_about<Visit>(book, child, [&](const Found& found) {
        const auto happened = found.happened_on();
        if (happened && *happened >= day) was_visited = true;
    });
    return was_visited;
}

bool is_untold(const SeenBook& book, const DiaryLine& line, Date day) {
    return std::none_of(line.children.begin(), line.children.end(), [&](const SeenChild& child) { return was_visited_since(book, child, day); });
}

std::vector<SeenChild> seen_children(const SeenBook& book, const Found& found) {
    std::vector<SeenChild> children;
    for (const ledger::SubjectId subject : book.book().subjects(found))
        if (auto child = book.child(subject)) children.push_back(std::move(*child));
    return children;
}

/// What has no time of the day comes before what has one.
void put_in_order(std::vector<DiaryLine>& lines) {
    const auto when = [](const DiaryLine& line) {
        const When::Point& start = line.visit.planned_for.start();
        return std::tuple(line.visit.planned_for.first_day(), start.precision == When::Precision::minute ? start.at : 0, line.item);
    };
    std::sort(lines.begin(), lines.end(), [&when](const DiaryLine& a, const DiaryLine& b) { return when(a) < when(b); });
}

}  // namespace

std::shared_ptr<const PlannedVisits> PlannedVisits::of(const Book& book) { return record::derived_from<PlannedVisits, PlannedVisit>(book); }

PlannedVisits::PlannedVisits(const Book& book) {
    book.each_of(type_of<PlannedVisit>(), [&](const Found& found) {
        const auto visit = found.table->item<PlannedVisit>(found.row);
        if (!visit.called_off_on) by_worker_[ledger::WorkerId(visit.worker.item.bytes())].push_back(book.item_id(found));
    });
}

const std::vector<ledger::ItemId>& PlannedVisits::of_worker(ledger::WorkerId worker) const {
    const auto found = by_worker_.find(worker);
    return found == by_worker_.end() ? nothing : found->second;
}

std::vector<DiaryLine> planned_between(const SeenBook& book, ledger::WorkerId worker, Date first, Date last) {
    std::vector<DiaryLine> lines;
    for (const ledger::ItemId item : PlannedVisits::of(book.book())->of_worker(worker)) {
        const auto found = book.book().find(item);
        const auto day = found ? found->happened_on() : std::nullopt;
        if (!day || *day < first || *day > last) continue;
        DiaryLine line{item, found->table->item<PlannedVisit>(found->row), seen_children(book, *found)};
        if (!line.children.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

Diary diary_of(const SeenBook& book, ledger::WorkerId worker, Date today) {
    Diary diary;
    for (DiaryLine& line : planned_between(book, worker, today.plus_days(-days_back), today.plus_days(days_ahead))) {
        const Date day = *line.visit.planned_for.first_day();
        if (day == today) diary.today.push_back(std::move(line));
        else if (day > today) diary.next.push_back(std::move(line));
        else if (is_untold(book, line, day)) diary.untold.push_back(std::move(line));
    }
    for (auto* lines : {&diary.today, &diary.next, &diary.untold}) put_in_order(*lines);
    return diary;
}

std::size_t planned_for(const Book& book, ledger::WorkerId worker, Date day) {
    const auto& items = PlannedVisits::of(book)->of_worker(worker);
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [&](ledger::ItemId item) {
        const auto found = book.find(item);
        return found && found->happened_on() == day;
    }));
}

}  // namespace steadfast::practice
