#include "practice/child_deaths/day_of_death.hpp"

#include "practice/child_deaths/child_death.hpp"
#include "record/duty/field_of.hpp"
#include "record/duty/standing.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::pages::Visit;
using web::Html;

/// The day that the latest record of the death says; none where there is no such record, or where it says no day.
std::optional<Date> recorded_death(const record::SeenBook& book, const record::SeenChild& child) {
    static const record::FieldOf died = record::field_of(&ChildDeath::died);
    std::optional<Date> day;
    book.each_about(child, [&](const record::Found& found) {
        if (died.is_of(found) && record::counts_for_duties(found)) day = std::max(day, record::day_in(found, died));
    });
    return day;
}

Result<Html> day_to_put_right(const Visit& visit, const record::SeenChild& child) {
    const std::string sentence = day_of_death_to_put_right(visit.book, child);
    if (sentence.empty()) return Html();
    Html html;
    html << web::heading_2("Day of death") << web::paragraph(sentence);
    return html;
}

}  // namespace

std::string day_of_death_to_put_right(const record::SeenBook& book, const record::SeenChild& child) {
    const auto day = recorded_death(book, child);
    if (!day || child.person.died == day) return "";
    if (!child.person.died)
        return fmt::format(
            "{} died on {}, and their details do not say so yet: change them, so that no letter is sent as to a living child.",
            child.name, day->words());
    return fmt::format("The record of the death says {}, and the details of {} say {}: one of them has to be put right.",
                       day->words(), child.name, child.person.died->words());
}

void add_day_of_death(record::pages::PageParts& parts) {
    parts.child_panels.push_back({.key = "day-of-death",
                                  .where = record::pages::ChildPanel::Where::above_what_is_due,
                                  .order = 1,
                                  .show = day_to_put_right});
}

}  // namespace steadfast::practice
