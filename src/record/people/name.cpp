#include "record/people/name.hpp"

namespace steadfast::record {
namespace {

constexpr law::Code name_kinds[] = {
    {.code = "birth", .says = "Name at birth"},
    {.code = "former", .says = "Former name"},
    {.code = "married", .says = "Married name"},
    {.code = "religious", .says = "Religious or traditional name"},
    {.code = "alias", .says = "Alias: another name used"},
    {.code = "spelling", .says = "Another spelling"},
    {.code = "short", .says = "Short name or nickname"},
};

}  // namespace

constinit const law::CodeSet name_kind{"name_kind", "Kind of name", "Steadfast", name_kinds};

template <>
const ItemType& type_of<Name>() {
    static const ItemType type({.key = "name", .name = "Other name", .plural = "Other names", .happened = "from", .ended = "to",
                                .summary = {"given_name", "family_name", "kind"}, .tells = Tells::who_somebody_is},
                               {
                                   field<&Name::given_name>("given_name", "Given name"),
                                   field<&Name::family_name>("family_name", "Family name"),
                                   field<&Name::kind>("kind", "Kind of name").required(),
                                   field<&Name::from>("from", "From"),
                                   field<&Name::to>("to", "To").not_before_the("from"),
                               });
    return type;
}

}  // namespace steadfast::record
