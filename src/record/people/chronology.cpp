#include "record/people/chronology.hpp"

#include "law/age.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

/// Whether it is on a chronology: what happened is, and what was planned is once it did.
bool is_told(const Found& found) {
    if (found.type().written() == Written::by_its_room) return false;
    const Tells tells = found.type().tells();
    return tells == Tells::what_happened || (tells == Tells::once_it_happened && found.happened_on());
}

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
    for (const ledger::SubjectId subject : book.book().subjects(found)) {
        if (book.book().resolved(subject) == child.id) continue;
        if (const auto other = book.child(subject)) line.also.push_back(other->name);
    }
    line.is_gone = found.head().has(RowHead::gone);
    return line;
}

/// What a line is put in order by, before it is written: most of a long record is on other pages.
struct Key {
    std::optional<Date> happened;
    ledger::ItemId item;
    Found found;
};

bool is_later(const Key& a, const Key& b) {
    if (a.happened.has_value() != b.happened.has_value()) return a.happened.has_value();
    if (a.happened != b.happened) return a.happened > b.happened;
    return a.item < b.item;
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

Chronology chronology_of(const SeenBook& book, const SeenChild& child, const ChronologyFilter& filter, ChronologyPart part) {
    Chronology chronology;
    std::vector<Key> keys;
    book.each_about(child, [&](const Found& found) {
        if (!is_told(found)) return;
        ++chronology.whole;
        count(chronology.kinds, found.type());
        std::optional<Date> ended;
        if (filter.from) ended = found.type().happened(found.values()).end_day();
        const auto happened = found.happened_on();
        if (is_asked_for(filter, found.type(), happened, ended)) keys.push_back({happened, book.book().item_id(found), found});
    });
    std::sort(keys.begin(), keys.end(), is_later);
    std::sort(chronology.kinds.begin(), chronology.kinds.end(),
              [](const KindCount& a, const KindCount& b) { return a.type->name() < b.type->name(); });

    chronology.fitting = keys.size();
    if (part.first >= keys.size() && part.first > 0) part.first = keys.empty() ? 0 : (keys.size() - 1) / part.most * part.most;
    chronology.first = part.first;
    const std::size_t end = part.first + std::min(part.most, keys.size() - part.first);
    chronology.lines.reserve(end - part.first);
    for (std::size_t i = part.first; i < end; ++i) chronology.lines.push_back(line_of(book, keys[i].found, child));
    return chronology;
}

}  // namespace steadfast::record
