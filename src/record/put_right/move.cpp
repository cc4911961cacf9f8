#include "record/put_right/move.hpp"

#include "record/item/body.hpp"

#include <algorithm>

namespace steadfast::record {

Result<ledger::Change> move_of(const ledger::Entry& latest, ledger::SubjectId wrong, ledger::SubjectId right, std::string_view because, ledger::WorkerId by) {
    ledger::Change change;
    change.kind = ledger::Kind::moved;
    change.item = latest.item;
    change.starts_from = latest.version;
    change.type = latest.type;
    change.subjects = latest.subjects;
    change.happened = latest.happened;
    change.recorded_by = by;
    change.shared = with_because(latest.shared.part, because);
    for (const ledger::KeptPart& part : latest.parts) change.parts.push_back(part.part);
    const auto place = std::find(change.subjects.begin(), change.subjects.end(), wrong);
    if (place == change.subjects.end())
        return refuse(Refusal::Kind::invalid, "This is not about the child whom you chose as the wrong one.", "Choose one of the children whom it is about.");
    if (std::find(change.subjects.begin(), change.subjects.end(), right) != change.subjects.end())
        return refuse(Refusal::Kind::invalid, "This is about that child already.", "Choose another child, or take it off the record if it is wrong altogether.");
    *place = right;
    return change;
}

}  // namespace steadfast::record
