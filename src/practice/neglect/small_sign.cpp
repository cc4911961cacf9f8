#include "practice/neglect/small_sign.hpp"

using steadfast::practice::SmallSign;

namespace steadfast::practice {
namespace {

constexpr law::Code small_sign_codes[] = {
    {.code = "hungry", .says = "Hungry, or food that is not for a child"},
    {.code = "clothes", .says = "Dirty, smelling or not dressed for the weather"},
    {.code = "home", .says = "The home: dirty, cold, dangerous"},
    {.code = "health", .says = "Health appointment missed, or not treated"},
    {.code = "teeth", .says = "Teeth"},
    {.code = "school", .says = "Not at school or nursery, late, or not fetched"},
    {.code = "alone", .says = "Alone, or nobody fit to watch over them"},
    {.code = "adult", .says = "An adult drunk, drugged, violent or asleep while in charge"},
    {.code = "sad", .says = "Withdrawn, unhappy, clinging or out of control"},
    {.code = "other", .says = "Something else"},
};

}  // namespace

constinit const law::CodeSet small_sign_kind{"small_sign_kind", "What was seen", "Steadfast", small_sign_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<SmallSign>() {
    static const ItemType type({.key = "small_sign",
                                .name = "Small sign of neglect",
                                .plural = "Small signs of neglect",
                                .happened = "happened",
                                .ended = "",
                                .summary = {"kind", "in_a_line"}},
                               {
                                   field<&SmallSign::happened>("happened", "When").required(),
                                   field<&SmallSign::kind>("kind", "What was seen").required(),
                                   field<&SmallSign::seen_by>("seen_by", "Who saw it").with_hint("For example, class teacher"),
                                   field<&SmallSign::in_a_line>("in_a_line", "In a line"),
                                   field<&SmallSign::child_says>("child_says", "What this child said").about_each(),
                               });
    return type;
}

}  // namespace steadfast::record
