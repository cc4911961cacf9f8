#include "record/item/withdrawal.hpp"

#include "record/item/body.hpp"

#include <simdjson.h>

namespace steadfast::record {

ledger::Change withdrawal_of(std::string_view type_key, ledger::ItemId item, std::uint32_t starts_from,
                             std::vector<ledger::SubjectId> subjects, std::string_view because, ledger::WorkerId by) {
    ledger::Change change;
    change.kind = ledger::Kind::withdrawn;
    change.item = item;
    change.starts_from = starts_from;
    change.type = type_key;
    change.subjects = std::move(subjects);
    change.recorded_by = by;
    change.shared.body = "{}";
    // What somebody wrote may name a child; like every text it is a narrative and stays in the store.
    change.shared.narrative = "{\"because\":";
    append_json_string(change.shared.narrative, because);
    change.shared.narrative += '}';
    return change;
}

std::string withdrawn_because(const ledger::Part& part) {
    simdjson::dom::parser parser;
    std::string_view because;
    if (parser.parse(part.narrative.data(), part.narrative.size())["because"].get(because)) return "";
    return std::string(because);
}

}  // namespace steadfast::record
