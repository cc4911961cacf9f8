#pragma once

#include "record/pages/item_form.hpp"
#include "web/components/fields.hpp"

namespace steadfast::record::pages {

/// Who may be named where an item has one worker who answers for it or goes there: the visitor first, then each colleague whose role
/// allows what the declaration asks and who may open the record of everybody it is about. Empty where the kind names no worker.
[[nodiscard]] std::vector<web::Choice> workers_to_name(Record& record, const Visit& visit, const ItemType& type,
                                                       std::span<const AboutWhom> about);

/// The choice of them, in the form; whoever answers for it now stays to be chosen, even one who has left.
[[nodiscard]] web::Html worker_input(const Field& field, const ItemForm& form);

/// Puts whom the form names into what was read: the visitor, or whoever stands there already, where it names nobody. Refuses one who is
/// not offered, beside the field.
void name_worker(ItemForm& form, Content& content, const Content* recorded, ledger::WorkerId visitor);

}  // namespace steadfast::record::pages
