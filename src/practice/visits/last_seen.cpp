#include "practice/visits/last_seen.hpp"

#include "record/access/each_about.hpp"
#include "practice/visits/visit.hpp"
#include "record/item/body.hpp"

#include <algorithm>
#include <vector>

namespace steadfast::practice {
namespace {

using record::Found;
using record::type_of;

/// Whether a visit says of a child that they were seen.
bool says_seen(record::Record& record, const record::SeenBook& book, const Found& found, ledger::SubjectId child) {
    const auto entry = record.latest_entry(book.book(), found);
    if (!entry) return false;
    const auto content = record::read_entry(type_of<Visit>(), *entry);
    if (!content) return false;
    for (std::size_t i = 0; i < entry->subjects.size() && i < content->about.size(); ++i) {
        if (book.book().resolved(entry->subjects[i]) != child) continue;
        const auto visit = type_of<Visit>().item_from<Visit>(content->about[i].values);
        return visit.seen.is("alone") || visit.seen.is("seen");
    }
    return false;
}

}  // namespace

std::optional<Date> last_seen(record::Record& record, const record::SeenBook& book, const record::SeenChild& child) {
    std::vector<Found> visits;
    record::each_about<Visit>(book, child, [&visits](const Found& found) {
        if (found.happened_on()) visits.push_back(found);
    });
    std::sort(visits.begin(), visits.end(), [](const Found& a, const Found& b) { return a.happened_on() > b.happened_on(); });
    for (const Found& visit : visits)
        if (says_seen(record, book, visit, child.id)) return visit.happened_on();
    return std::nullopt;
}

}  // namespace steadfast::practice
