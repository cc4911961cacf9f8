#include "record/allocation/allocation.hpp"

#include <algorithm>
#include <array>

namespace steadfast::record {
namespace {

constexpr std::array ways{
    law::Code{"allocated_worker", "Allocated worker"},
    law::Code{"second_worker", "Second worker"},
    law::Code{"family_support_worker", "Family support worker"},
    law::Code{"personal_adviser", "Personal adviser"},
    law::Code{"business_support", "Business support"},
    law::Code{"supervising_social_worker", "Supervising social worker of the carers"},
    law::Code{"adoption_worker", "Adoption worker"},
    law::Code{"reviewing_officer", "Independent reviewing officer"},
    law::Code{"conference_chair", "Child protection chair"},
    law::Code{"panel_member", "Member of a panel"},
    law::Code{"return_interviewer", "Return home interviewer"},
    law::Code{"advocate", "Advocate"},
};

constexpr std::array<std::string_view, 5> alone{"reviewing_officer", "conference_chair", "panel_member", "return_interviewer", "advocate"};

}  // namespace

const law::CodeSet allocated_as{"allocated_as", "As what a worker works with a child", "Steadfast", ways};

template <>
const ItemType& type_of<Allocation>() {
    static const ItemType type(
        {.key = "allocation", .name = "Worker", .plural = "Workers with children", .happened = "from", .ended = "to",
         .summary = {"as_what", "why_began", "why_ended"}, .written = Written::by_its_room},
        {
            field<&Allocation::worker>("worker", "Worker"),
            field<&Allocation::team>("team", "Team"),
            field<&Allocation::as_what>("as_what", "As").required(),
            field<&Allocation::from>("from", "From").required(),
            field<&Allocation::to>("to", "Until"),
            field<&Allocation::why_began>("why_began", "Why"),
            field<&Allocation::why_ended>("why_ended", "Why it ended"),
        });
    return type;
}

bool is_shared_with_team(std::string_view code) { return std::find(alone.begin(), alone.end(), code) == alone.end(); }

bool is_main_worker(std::string_view code) { return code == "allocated_worker"; }

}  // namespace steadfast::record
