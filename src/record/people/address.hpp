#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

#include <string>
#include <vector>

namespace steadfast::record {

extern const law::CodeSet address_kind;

/// Where one or several people live, lived or get their post, for a time.
struct Address {
    Coded<address_kind> kind;
    std::string house_and_street;
    std::string locality;
    std::string town;
    std::string postcode;                   ///< "ZZ9 9ZZ" where somebody typed it; as a file gave it otherwise.
    std::string uprn;                       ///< Unique property reference number.
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<bool> is_confidential;    ///< Only for those who may see confidential addresses, on whatever page.
    std::string confidential_because;

    [[nodiscard]] bool is_true_on(Date day) const { return (!from || *from <= day) && (!to || day < *to); }
};

template <>
const ItemType& type_of<Address>();

/// "12 Mill Lane, Ashcombe, ZZ3 4AB", without what nobody recorded.
[[nodiscard]] std::string in_one_line(const Address& address);

/// Where somebody lives, as against where post goes.
[[nodiscard]] bool is_lived_at(const Address& address);

/// What two addresses have in common where they are one place: the property's reference, or else the postcode with the first
/// line, spaces and capitals aside. Empty where too little is recorded to tell.
[[nodiscard]] std::string place_of(const Address& address);

}  // namespace steadfast::record
