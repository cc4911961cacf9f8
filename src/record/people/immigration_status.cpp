#include "record/people/immigration_status.hpp"

namespace steadfast::record {
namespace {

// The dataset prescribes no codes. These are the statuses of the Immigration Rules and of the EU Settlement Scheme (appendix EU)
// in a social worker's words.
constexpr law::Code immigration_statuses[] = {
    {.code = "british", .says = "British citizen"},
    {.code = "irish", .says = "Irish citizen"},
    {.code = "settled", .says = "Indefinite leave to remain, or settled status"},
    {.code = "pre_settled", .says = "Pre-settled status"},
    {.code = "limited_leave", .says = "Limited leave to remain, or a visa"},
    {.code = "refugee", .says = "Refugee"},
    {.code = "humanitarian_protection", .says = "Humanitarian protection"},
    {.code = "unaccompanied_asylum_seeker", .says = "Unaccompanied child who seeks asylum"},
    {.code = "asylum_seeker", .says = "Seeks asylum with family"},
    {.code = "refused", .says = "Claim refused, appeal rights exhausted"},
    {.code = "no_leave", .says = "No leave, or leave that ran out"},
    {.code = "trafficking", .says = "In the national referral mechanism as a possible victim of trafficking"},
    {.code = "not_known", .says = "Not known"},
};

}  // namespace

constinit const law::CodeSet immigration_status_code{"immigration_status", "Immigration status", "Steadfast", immigration_statuses};

template <>
const ItemType& type_of<ImmigrationStatus>() {
    static const ItemType type({.key = "immigration_status", .name = "Immigration status", .plural = "Immigration statuses", .happened = "from", .ended = "to",
                                .summary = {"status"}, .tells = Tells::who_somebody_is},
                               {
                                   field<&ImmigrationStatus::status>("status", "Immigration status").required(),
                                   field<&ImmigrationStatus::reference>("reference", "Home Office reference"),
                                   field<&ImmigrationStatus::from>("from", "From"),
                                   field<&ImmigrationStatus::to>("to", "To").not_before_the("from"),
                                   field<&ImmigrationStatus::notes>("notes", "Notes"),
                               });
    return type;
}

}  // namespace steadfast::record
