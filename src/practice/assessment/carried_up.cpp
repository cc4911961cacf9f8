#include "practice/assessment/carried_up.hpp"

#include "record/item/by_key.hpp"
#include "record/pages/about_several.hpp"

namespace steadfast::practice {
namespace {

using record::Found;

bool led_to(const Found& early_help, const Assessable& child) {
    const auto ended = record::day_by_key(early_help, "ended");
    return record::value_by_key(early_help, "outcome") == record::Value(std::string("step_up")) && ended && child.referred &&
           *ended >= *child.referred;
}

}  // namespace

std::string carried_up_to(record::Record& record, const record::SeenBook& book, const std::vector<Assessable>& children) {
    const record::ItemType* type = record.catalogue().find("early_help");
    ledger::ItemId stepped_up;
    for (const Assessable& one : children)
        book.each_about(one.child, [&](const Found& found) {
            if (&found.type() == type && !found.head().has(record::RowHead::gone) && stepped_up.is_none() && led_to(found, one))
                stepped_up = book.book().item_id(found);
        });
    if (stepped_up.is_none()) return "";
    const auto item = record::pages::seen_item(record, book, *type, stepped_up, "");
    if (!item || !item->is_seen_whole) return "";
    const record::Value words = record::value_by_key(*type, item->content.values, "outcome_words");
    const auto* text = std::get_if<std::string>(&words);
    return text ? *text : "";
}

}  // namespace steadfast::practice
