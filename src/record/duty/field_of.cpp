#include "record/duty/field_of.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace steadfast::record {

FieldOf only_field_recorded(const ItemType& type, const Values& values) {
    const auto found = std::ranges::find_if(values, is_recorded);
    if (found == values.end()) throw std::logic_error(fmt::format("a member of {} is not among its fields", type.key()));
    return {&type, static_cast<std::size_t>(found - values.begin())};
}

std::optional<Date> day_in(const Found& found, const FieldOf& field) {
    const auto moment = moment_in(found, field);
    return moment ? std::optional(moment->day) : std::nullopt;
}

std::optional<law::Moment> moment_in(const Found& found, const FieldOf& field) {
    const Value value = found.value(field.position);
    if (const Date* const day = std::get_if<Date>(&value)) return *day;
    const When* const when = std::get_if<When>(&value);
    if (!when || when->start().precision < When::Precision::day) return std::nullopt;
    if (when->start().precision < When::Precision::minute) return *when->first_day();
    return law::Moment(*when->first_day(), Instant::from_seconds(std::int64_t{when->start().at} * 60));
}

ledger::ItemId link_in(const Found& found, const FieldOf& field) {
    const Value value = found.value(field.position);
    const ledger::ItemId* const item = std::get_if<ledger::ItemId>(&value);
    return item ? *item : ledger::ItemId();
}

bool has_links(const ItemType& type) {
    return std::ranges::any_of(type.fields(), [](const Field& field) { return field.kind == FieldKind::link; });
}

bool has_link_to(const Found& found, ledger::ItemId item) {
    const auto& fields = found.type().fields();
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].kind == FieldKind::link && link_in(found, {&found.type(), i}) == item) return true;
    return false;
}

bool Where::holds_for(const Found& found) const {
    if (codes.empty()) return found.value(field.position) == Value(true);
    if (field.declared().kind == FieldKind::yes_no) return found.value(field.position) == Value(false);
    const std::string_view held = found.text(field.position);
    return !held.empty() &&
           std::ranges::any_of(codes, [&](std::string_view code) { return field.declared().codes->same(held, code); });
}

bool Where::is_otherwise_for(const Found& found) const {
    return field.declared().codes->find(found.text(field.position)) && !holds_for(found);
}

}  // namespace steadfast::record
