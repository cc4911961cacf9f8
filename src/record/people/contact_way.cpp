#include "record/people/contact_way.hpp"

namespace steadfast::record {
namespace {

constexpr law::Code contact_way_kinds[] = {
    {.code = "mobile", .says = "Mobile"}, {.code = "phone", .says = "Phone"}, {.code = "email", .says = "E-mail"}, {.code = "other", .says = "Another way"},
};

constexpr law::Code contact_safeties[] = {
    {.code = "any_time", .says = "Safe at any time"},
    {.code = "with_care", .says = "Safe only as said below"},
    {.code = "unknown", .says = "Nobody has asked yet"},
};

}  // namespace

constinit const law::CodeSet contact_way_kind{"contact_way_kind", "Way to make contact", "Steadfast", contact_way_kinds};
constinit const law::CodeSet contact_safety{"contact_safety", "Safe to use", "Steadfast", contact_safeties};

template <>
const ItemType& type_of<ContactWay>() {
    static const ItemType type({.key = "contact_way", .name = "Way to make contact", .plural = "Ways to make contact", .happened = "from", .ended = "to",
                                .summary = {"kind", "safety"}, .tells = Tells::who_somebody_is},
                               {
                                   field<&ContactWay::kind>("kind", "Way to make contact").required(),
                                   field<&ContactWay::number_or_address>("number_or_address", "Number or address").required(),
                                   field<&ContactWay::whose>("whose", "Whose, if not their own").with_hint("For example, her sister's"),
                                   field<&ContactWay::safety>("safety", "Is it safe to use?").required(),
                                   field<&ContactWay::how_it_is_safe>("how_it_is_safe", "How it is safe").with_hint("For example, text first, never after six"),
                                   field<&ContactWay::is_not_to_be_used>("is_not_to_be_used", "Not to be used"),
                                   field<&ContactWay::not_to_be_used_because>("not_to_be_used_because", "Why it is not to be used").required_where("is_not_to_be_used"),
                                   field<&ContactWay::from>("from", "From"),
                                   field<&ContactWay::to>("to", "To").not_before_the("from"),
                               });
    return type;
}

}  // namespace steadfast::record
