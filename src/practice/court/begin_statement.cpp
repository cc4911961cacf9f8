#include "practice/court/begin_statement.hpp"

#include "law/london.hpp"
#include "practice/court/chronology_pages.hpp"
#include "practice/court/proceedings.hpp"
#include "record/access/each_about.hpp"
#include "record/item/by_key.hpp"
#include "record/letters/goes_out.hpp"
#include "record/pages/about_several.hpp"
#include "record/people/family.hpp"
#include "record/people/own_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Found;
using record::SeenChild;
using record::pages::Visit;

constexpr std::size_t most_words = 3;
constexpr std::size_t most_of_family = 30;

/// The latest application about the child that the court has not decided.
std::optional<CourtProceedings> under_way(const record::SeenBook& book, const SeenChild& child) {
    std::optional<CourtProceedings> latest;
    record::each_about<CourtProceedings>(book, child, [&latest](const Found& found) {
        auto one = found.table->item<CourtProceedings>(found.row);
        if (!one.ended_on && (!latest || one.issued_on > latest->issued_on)) latest = std::move(one);
    });
    return latest;
}

/// "Leila Khan, mother, born 3 March 1990": those whom the writer may see, each on a line.
std::string family_in_words(const record::SeenBook& book, const SeenChild& child, Date today) {
    const record::Family family = record::family_of(book, child, {.people = most_of_family, .steps = 2});
    std::string lines;
    for (std::size_t i = 1; i < family.people.size(); ++i) {
        const SeenChild& one = family.people[i];
        lines += fmt::format("{}{}, {}", lines.empty() ? "" : "\n", one.name, record::what_they_are(family, i, 0, today));
        if (one.person.born) lines += ", born " + one.person.born->words();
        if (one.person.died) lines += ", who died on " + one.person.died->words();
    }
    return lines;
}

std::string own_words_of(record::Record& record, const Visit& visit, const SeenChild& child) {
    std::string lines;
    for (const record::OwnWords& one : record::latest_words_of(record, visit.book, child, most_words)) {
        if (record::letters::goes_out(one.told_by) != record::GoesOut::with_the_record) continue;
        lines += fmt::format("{}{}: {}", lines.empty() ? "" : "\n\n",
                             one.said ? one.said->words() : "On a day that nobody recorded", one.words);
    }
    return lines;
}

/// The conclusion of the latest assessment that was written here, where the writer may read all of it.
std::string latest_analysis(record::Record& record, const record::SeenBook& book, const SeenChild& child) {
    const record::ItemType* type = record.catalogue().find("written_assessment");
    std::optional<Found> latest;
    if (type)
        book.each_about(child, [&](const Found& found) {
            if (&found.type() == type && (!latest || found.head().seq > latest->head().seq)) latest = found;
        });
    if (!latest) return "";
    const auto item = record::pages::seen_item(record, book, *type, book.book().item_id(*latest), "");
    if (!item || !item->is_seen_whole) return "";
    const record::Value words = record::value_by_key(*type, item->content.values, "analysis");
    const auto* text = std::get_if<std::string>(&words);
    return text ? *text : "";
}

/// Earlier plans, assessments, orders and emergency steps. The rest stands in the chronology.
constexpr std::string_view of_the_background[] = {"early_help",           "child_and_family_assessment",
                                                  "section47_enquiry",    "child_protection_plan",
                                                  "child_in_need_plan",   "family_plan",
                                                  "police_protection",    "emergency_protection_order",
                                                  "section_20_agreement", "pre_proceedings",
                                                  "court_proceedings",    "looked_after_episode"};

std::string days_in_words(const record::SeenBook& book, const SeenChild& child) {
    std::string lines;
    for (const CourtEvent& one : court_events(book, child)) {
        if (std::find(std::begin(of_the_background), std::end(of_the_background), one.type->key()) == std::end(of_the_background))
            continue;
        lines += fmt::format("{}{}: {}", lines.empty() ? "" : "\n", one.day ? one.day->words() : "No day recorded", one.detail);
    }
    return lines;
}

}  // namespace

record::Content statement_from_the_record(record::Record& record, const Visit& visit, const std::vector<SeenChild>& children) {
    const Date today = law::london_date(visit.now);
    const SeenChild& first = children.front();
    CourtStatement statement;
    statement.written_on = today;
    if (const auto proceedings = under_way(visit.book, first)) {
        statement.court_and_number = proceedings->court_and_number;
        statement.order_sought = std::string(proceedings->application.says());
    }
    statement.family.text = family_in_words(visit.book, first, today);
    const std::string involved = involvement_in_words(visit.book, first, today);
    const std::string days = days_in_words(visit.book, first);
    statement.background.text = involved + (involved.empty() || days.empty() ? "" : "\n\n") + days;
    statement.parents_can.text = latest_analysis(record, visit.book, first);
    statement.writer = visit.worker_name;
    const auto& type = record::type_of<CourtStatement>();
    record::Content content;
    content.values = type.values_of(statement);
    for (const SeenChild& child : children) {
        CourtStatement of_child;
        of_child.wishes.text = own_words_of(record, visit, child);
        content.about.emplace_back().values = type.values_of(of_child);
    }
    return content;
}

}  // namespace steadfast::practice
