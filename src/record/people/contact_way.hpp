#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

extern const law::CodeSet contact_way_kind;
extern const law::CodeSet contact_safety;

/// A way to reach somebody, and how it is safe to use it: a call or a message at the wrong hour, or read by the wrong person, can harm.
struct ContactWay {
    Coded<contact_way_kind> kind;
    std::string number_or_address;     ///< A phone number or an e-mail address, as it was given.
    std::string whose;                 ///< Where it is not the person's own: "her sister's".
    Coded<contact_safety> safety;
    std::string how_it_is_safe;        ///< "Text first. Never after six."
    std::optional<bool> is_not_to_be_used;
    std::string not_to_be_used_because;
    std::optional<Date> from;
    std::optional<Date> to;

    [[nodiscard]] bool is_true_on(Date day) const { return (!from || *from <= day) && (!to || day < *to); }
};

template <>
const ItemType& type_of<ContactWay>();

}  // namespace steadfast::record
