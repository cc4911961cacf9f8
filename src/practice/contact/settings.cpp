#include "practice/contact/settings.hpp"

#include "record/item/body.hpp"

using steadfast::practice::FrontDoorSettings;

namespace steadfast::practice {

FrontDoorSettings front_door_settings(const record::Book& book) {
    const auto found = book.find(front_door_settings_item());
    if (!found || &found->type() != &record::type_of<FrontDoorSettings>() || !book.is_visible(*found->table, found->row)) return {};
    return found->table->item<FrontDoorSettings>(found->row);
}

std::string threshold_guide(record::Record& record, const record::Book& book) {
    const auto found = book.find(front_door_settings_item());
    if (!found || &found->type() != &record::type_of<FrontDoorSettings>() || !book.is_visible(*found->table, found->row)) return {};
    const auto entry = record.latest_entry(book, *found);
    if (!entry) return "It can't be read just now.";
    const auto content = record::read_entry(found->type(), *entry);
    return content ? found->type().item_from<FrontDoorSettings>(content->values).threshold_guide.text : "It can't be read just now.";
}

ledger::ItemId front_door_settings_item() {
    IdBytes id;
    const std::string_view words = "front door  1";
    for (std::size_t i = 0; i < words.size(); ++i) id.bytes[i] = static_cast<std::uint8_t>(words[i]);
    return ledger::ItemId(id);
}

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<FrontDoorSettings>() {
    static const ItemType type({.key = "front_door_settings",
                                .name = "Front door settings",
                                .plural = "Front door settings",
                                .happened = "",
                                .ended = "",
                                .summary = {"is_public_form_on"},
                                .written = Written::by_its_room},
                               {
                                   field<&FrontDoorSettings::is_public_form_on>("is_public_form_on", "Take referrals by the public form"),
                                   field<&FrontDoorSettings::phone>("phone", "Telephone of the front door").with_hint("Shown on the public form"),
                                   field<&FrontDoorSettings::night_phone>("night_phone", "Telephone at night and at weekends").with_hint("Shown on the public form"),
                                   field<&FrontDoorSettings::most_an_hour>("most_an_hour", "Public forms taken in an hour, at most").with_hint("60 if you leave it empty"),
                                   field<&FrontDoorSettings::on_call>("on_call", "Who is on call at night").with_hint("Name and number. Seen by workers alone"),
                                   field<&FrontDoorSettings::threshold_guide>("threshold_guide", "Threshold guide").with_hint("Shown beside each decision: which worry asks for early help, an assessment or a strategy discussion here"),
                               });
    return type;
}

}  // namespace steadfast::record
