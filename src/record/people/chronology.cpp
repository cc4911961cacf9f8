#include "record/people/chronology.hpp"

#include "law/age.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

bool is_asked_for(const ChronologyFilter& filter, const ItemType& type, std::optional<Date> happened, std::optional<Date> ended) {
    if (!filter.kinds.empty() && std::find(filter.kinds.begin(), filter.kinds.end(), type.key()) == filter.kinds.end()) return false;
    if (!filter.from && !filter.to) return true;
    if (!happened) return false;   // Asked for a time, and nobody knows when this was.
    const Date last = ended.value_or(*happened);
    return (!filter.from || last >= *filter.from) && (!filter.to || *happened <= *filter.to);
}

ChronologyLine line_of(const SeenBook& book, const Found& found, const SeenChild& child) {
    const Values values = found.values();
    ChronologyLine line;
    line.item = book.book().item_id(found);
    line.type = &found.type();
    line.happened = found.happened_on();
    line.ended = found.type().happened(values).end_day();
    line.summary = found.type().summary(values);
    if (line.happened && child.person.born) line.age = law::age_on(*child.person.born, *line.happened);
    line.recorded_at = Instant::from_seconds(found.head().recorded_at);
    line.recorded_by = book.book().recorded_by(found);
    line.version = found.head().version;
    line.is_gone = found.head().has(RowHead::gone);
    return line;
}

void count(std::vector<KindCount>& kinds, const ItemType& type) {
    for (KindCount& kind : kinds) {
        if (kind.type != &type) continue;
        ++kind.count;
        return;
    }
    kinds.push_back({&type, 1});
}

}  // namespace

Chronology chronology_of(const SeenBook& book, const SeenChild& child, const ChronologyFilter& filter) {
    Chronology chronology;
    book.each_about(child, [&](const Found& found) {
        if (found.type().tells() == Tells::who_somebody_is || found.type().written() == Written::by_its_room) return;
        ++chronology.whole;
        count(chronology.kinds, found.type());
        std::optional<Date> ended;
        if (filter.from) ended = found.type().happened(found.values()).end_day();
        if (is_asked_for(filter, found.type(), found.happened_on(), ended)) chronology.lines.push_back(line_of(book, found, child));
    });
    std::stable_sort(chronology.lines.begin(), chronology.lines.end(), [](const ChronologyLine& a, const ChronologyLine& b) {
        if (a.happened.has_value() != b.happened.has_value()) return a.happened.has_value();
        if (a.happened != b.happened) return a.happened > b.happened;
        return a.item < b.item;
    });
    std::sort(chronology.kinds.begin(), chronology.kinds.end(),
              [](const KindCount& a, const KindCount& b) { return a.type->name() < b.type->name(); });
    return chronology;
}

}  // namespace steadfast::record
