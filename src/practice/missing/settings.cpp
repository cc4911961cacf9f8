#include "practice/missing/settings.hpp"

#include "record/pages/settings_page.hpp"

using steadfast::practice::MissingSettings;

namespace steadfast::practice {

RepeatRule repeat_rule(const record::Book& book) {
    RepeatRule rule;
    const auto found = book.find(missing_settings_item());
    if (!found || &found->type() != &record::type_of<MissingSettings>() || !book.is_visible(*found->table, found->row)) return rule;
    const auto said = found->table->item<MissingSettings>(found->row);
    rule.times = said.many_times.value_or(rule.times);
    rule.days = said.in_days.value_or(rule.days);
    if (!said.then.empty()) rule.then = said.then;
    return rule;
}

ledger::ItemId missing_settings_item() { return record::pages::item_called("missing settings"); }

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<MissingSettings>() {
    static const ItemType type({.key = "missing_settings", .name = "Missing children settings", .plural = "Missing children settings", .happened = "", .ended = "", .summary = {"many_times"},
                                .written = Written::by_its_room},
                               {
                                   field<&MissingSettings::many_times>("many_times", "After how many episodes").with_hint("3 if you leave it empty"),
                                   field<&MissingSettings::in_days>("in_days", "Within how many days").with_hint("90 if you leave it empty"),
                                   field<&MissingSettings::then>("then", "What we do then").with_hint("In words that end the sentence \"After 3 episodes in 90 days we …\". For example, hold a strategy discussion"),
                               });
    return type;
}

}  // namespace steadfast::record
