#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

extern const law::CodeSet professional_kind;

/// Somebody outside the council who works with a child or a family because of their post, and for how long. They are a contact
/// and no person of the record: nothing is recorded about them but how to reach them.
struct Professional {
    Coded<professional_kind> kind;
    std::string organisation;   ///< The school, the surgery, the police force.
    std::string name;
    std::string works_as;
    std::string phone;
    std::string email;
    std::optional<Date> from;
    std::optional<Date> to;

    [[nodiscard]] bool is_true_on(Date day) const { return (!from || *from <= day) && (!to || day < *to); }
};

template <>
const ItemType& type_of<Professional>();

}  // namespace steadfast::record
