#include "practice/oversight/case_supervision.hpp"

using steadfast::practice::CaseSupervision;

namespace steadfast::record {

template <>
const ItemType& type_of<CaseSupervision>() {
    static const ItemType type(
        {.key = "case_supervision",
         .name = "Supervision about a child",
         .plural = "Supervisions about children",
         .happened = "held_on",
         .ended = "",
         .summary = {}},
        {
            field<&CaseSupervision::held_on>("held_on", "Held on").required(),
            field<&CaseSupervision::supervisor>("supervisor", "Supervisor").the_recorder(),
            field<&CaseSupervision::how_they_are>("how_they_are", "How this child is, and what they say").about_each(),
            field<&CaseSupervision::what_changed>("what_changed", "What has changed for them since last time")
                .with_hint("What the plan asked for: done, late, no longer right"),
            field<&CaseSupervision::thinking>("thinking", "What we think is going on")
                .with_hint("What worries us and what protects; what else could explain it; what we do not know"),
            field<&CaseSupervision::decided>("decided", "What was decided, and who does what by when").required(),
        });
    return type;
}

}  // namespace steadfast::record
