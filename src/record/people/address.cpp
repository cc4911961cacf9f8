#include "record/people/address.hpp"

#include "record/people/checks.hpp"

#include <fmt/format.h>

namespace steadfast::record {
namespace {

constexpr law::Code address_kinds[] = {
    {.code = "home", .says = "Home"},
    {.code = "placement", .says = "Placement"},
    {.code = "other_parent", .says = "Other parent's home"},
    {.code = "temporary", .says = "Temporary accommodation or refuge"},
    {.code = "holidays", .says = "School holidays"},
    {.code = "term", .says = "School term"},
    {.code = "correspondence", .says = "For letters only"},
};

/// Letters and digits alone, in small letters: "12, Mill Lane" and "12 mill lane" are one.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char letter : text) {
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        const bool counts = is_capital || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
        if (counts) letters.push_back(is_capital ? static_cast<char>(letter - 'A' + 'a') : letter);
    }
    return letters;
}

}  // namespace

constinit const law::CodeSet address_kind{"address_kind", "Kind of address", "Steadfast", address_kinds};

template <>
const ItemType& type_of<Address>() {
    static const ItemType type({.key = "address", .name = "Address", .plural = "Addresses", .happened = "from", .ended = "to",
                                .summary = {"kind", "house_and_street", "town", "postcode"}, .tells = Tells::who_somebody_is},
                               {
                                   field<&Address::kind>("kind", "Kind of address").required(),
                                   field<&Address::house_and_street>("house_and_street", "House and street"),
                                   field<&Address::locality>("locality", "Village or part of town"),
                                   field<&Address::town>("town", "Town"),
                                   field<&Address::postcode>("postcode", "Postcode").checked_by(checked_postcode),
                                   field<&Address::uprn>("uprn", "Property reference (UPRN)").checked_by(checked_uprn),
                                   field<&Address::from>("from", "From"),
                                   field<&Address::to>("to", "To").not_before_the("from"),
                                   field<&Address::is_confidential>("is_confidential", "Keep this address confidential")
                                       .with_hint("Only those who need it will see it, and no letter, list, drawing or search shows it"),
                                   field<&Address::confidential_because>("confidential_because", "Why it is confidential").required_where("is_confidential"),
                               });
    return type;
}

std::string in_one_line(const Address& address) {
    std::string line;
    for (const std::string* part : {&address.house_and_street, &address.locality, &address.town, &address.postcode}) {
        if (part->empty()) continue;
        if (!line.empty()) line += ", ";
        line += *part;
    }
    return line;
}

bool is_lived_at(const Address& address) { return !address.kind.is("correspondence"); }

std::string place_of(const Address& address) {
    if (!address.uprn.empty()) return "uprn " + address.uprn;
    const std::string postcode = letters_of(address.postcode);
    const std::string street = letters_of(address.house_and_street);
    return postcode.empty() || street.empty() ? "" : fmt::format("{} {}", postcode, street);
}

}  // namespace steadfast::record
