#include "practice/neglect/care_profile.hpp"

using steadfast::practice::CareProfile;

namespace steadfast::practice {
namespace {

constexpr law::Code care_grade_codes[] = {
    {.code = "1", .says = "The child comes first, and it shows"},
    {.code = "2", .says = "Good enough, day by day"},
    {.code = "3", .says = "Mostly, and sometimes not"},
    {.code = "4", .says = "Often not"},
    {.code = "5", .says = "Not, and the child comes to harm by it"},
};

}  // namespace

constinit const law::CodeSet care_grade{"care_grade", "How well a part of care meets the need", "Steadfast", care_grade_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<CareProfile>() {
    static const ItemType type(
        {.key = "care_profile",
         .name = "Profile of care",
         .plural = "Profiles of care",
         .happened = "done_on",
         .ended = "",
         .summary = {"with_whom"}},
        {
            field<&CareProfile::done_on>("done_on", "Done on").required(),
            field<&CareProfile::with_whom>("with_whom", "Who took part")
                .with_hint("For example, both parents and the health visitor"),
            field<&CareProfile::food>("food", "Fed: enough, regularly, what a child of this age needs"),
            field<&CareProfile::home>("home", "Housed: warm, clean enough, a bed of their own, safe from hazards"),
            field<&CareProfile::clothes>("clothes", "Clean and clothed: washed, dressed for the weather, not teased for it"),
            field<&CareProfile::health>("health", "Health: looked after when ill, appointments and teeth"),
            field<&CareProfile::safety>("safety",
                                        "Watched over: somebody fit for it is there, and keeps them from harm by others"),
            field<&CareProfile::affection>("affection", "Loved: held, listened to, comforted"),
            field<&CareProfile::routines>("routines", "Routines: sleep, boundaries, a day with a shape"),
            field<&CareProfile::learning>("learning", "Play, talk and school: there, on time, ready"),
            field<&CareProfile::adults>("adults", "The adults' own troubles leave room for the child"),
            field<&CareProfile::evidence>("evidence", "What was seen and heard, with days").required(),
            field<&CareProfile::family_says>("family_says", "What the parents say of it"),
            field<&CareProfile::must_change>("must_change", "What has to be different, and how the child would notice"),
            field<&CareProfile::again_by>("again_by", "Look again by").not_before_the("done_on"),
            field<&CareProfile::child_says>("child_says", "What this child says, or shows").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
