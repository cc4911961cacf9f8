#include "practice/contact/agency_checks.hpp"

#include "law/london.hpp"
#include "practice/contact/timescales.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/item/by_key.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <unordered_set>

namespace steadfast::practice {
namespace {

using record::Found;
using record::RowHead;
using record::type_of;

bool counts(const Found& found) { return !found.head().has(RowHead::gone) && !found.head().has(RowHead::withdrawn); }

ledger::ItemId contact_of(const Found& found) {
    static const std::size_t contact = type_of<AgencyCheck>().position("contact").value();
    const record::Value value = found.table->value(found.row, contact);
    const auto* item = std::get_if<ledger::ItemId>(&value);
    return item ? *item : ledger::ItemId();
}

CheckLine line_of(const record::Book& book, const Found& found) {
    CheckLine line{.id = book.item_id(found), .check = found.table->item<AgencyCheck>(found.row), .by = std::nullopt};
    if (!line.check.is_answered()) line.by = answer_by(book, line.check);
    return line;
}

bool is_decided(const record::Book& book, ledger::ItemId contact) {
    const auto found = book.find(contact);
    return !found || &found->type() != &type_of<Contact>() || found->head().has(RowHead::withdrawn) ||
           !record::words_by_key(*found, "decision").empty();
}

}  // namespace

bool AnswerBy::is_over(Instant now) const { return now >= (minute ? *minute : law::start_of_london_day(day.plus_days(1))); }

std::string AnswerBy::words(Instant now) const {
    const Date today = law::london_date(now);
    const std::string on = day == today ? "today" : day == today.plus_days(1) ? "tomorrow" : "on " + day.words_with_weekday();
    const std::string time = minute ? law::london_time(*minute) + " " : "the end of the day ";
    return (is_over(now) ? "was wanted by " : "by ") + time + on;
}

std::optional<AnswerBy> answer_by(const record::Book& book, const AgencyCheck& check) {
    const auto day = check.asked_at.first_day();
    if (!day) return std::nullopt;
    const law::Timescale* const agreed = record::as_the_council_has_it(book, agency_check_answered).in_force_on(*day);
    const law::TimeLimit limit = (agreed ? agreed : &agency_check_answered)->steps.at(1)->limit;
    if (limit.unit != law::TimeLimit::Unit::hours || check.asked_at.start().precision != When::Precision::minute)
        return AnswerBy{limit.from(*day), std::nullopt};
    const Instant minute = limit.from(Instant::from_seconds(std::int64_t{check.asked_at.start().at} * 60));
    return AnswerBy{law::london_date(minute), minute};
}

std::string CheckLine::whom() const {
    std::string words(check.agency.is_recorded() ? check.agency.says() : std::string_view("An agency"));
    return check.organisation.empty() ? words : words + ", " + check.organisation;
}

std::vector<CheckLine> checks_of(const record::SeenBook& book, ledger::ItemId contact) {
    std::vector<CheckLine> lines;
    book.book().each_of(type_of<AgencyCheck>(), [&](const Found& found) {
        if (!counts(found) || contact_of(found) != contact) return;
        if (book.item(book.book().item_id(found))) lines.push_back(line_of(book.book(), found));
    });
    std::ranges::stable_sort(
        lines, {}, [](const CheckLine& line) { return std::tuple(line.check.is_answered(), line.check.asked_at.first_day()); });
    return lines;
}

std::string ChecksInNumbers::words() const {
    if (asked == 0) return "None asked";
    return fmt::format("{} of {} answered{}", answered, asked, late == 0 ? std::string() : fmt::format(", {} late", late));
}

std::unordered_map<ledger::ItemId, ChecksInNumbers> checks_in_numbers(const record::Book& book, Instant now) {
    std::unordered_map<ledger::ItemId, ChecksInNumbers> numbers;
    std::unordered_set<ledger::ItemId> decided;   // Years of them: each is looked up once, and its checks are not read.
    book.each_of(type_of<AgencyCheck>(), [&](const Found& found) {
        const ledger::ItemId contact = contact_of(found);
        if (!counts(found) || decided.contains(contact)) return;
        if (!numbers.contains(contact) && is_decided(book, contact)) {
            decided.insert(contact);
            return;
        }
        ChecksInNumbers& one = numbers[contact];
        const CheckLine line = line_of(book, found);
        ++one.asked;
        one.answered += line.check.is_answered();
        one.late += line.is_late(now);
    });
    return numbers;
}

std::size_t late_checks(const record::Book& book, Instant now) {
    std::size_t late = 0;
    for (const auto& [contact, numbers] : checks_in_numbers(book, now)) late += numbers.late;
    return late;
}

}  // namespace steadfast::practice
