#include "practice/oversight/management_decision.hpp"

using steadfast::practice::ManagementDecision;

namespace steadfast::record {

template <>
const ItemType& type_of<ManagementDecision>() {
    static const ItemType type({.key = "management_decision",
                                .name = "Management decision",
                                .plural = "Management decisions",
                                .happened = "decided",
                                .ended = "",
                                .summary = {}},
                               {
                                   field<&ManagementDecision::decided>("decided", "When").required(),
                                   field<&ManagementDecision::decided_by>("decided_by", "Decided by").the_recorder(),
                                   field<&ManagementDecision::decision>("decision", "What was decided").required(),
                                   field<&ManagementDecision::why>("why", "Why")
                                       .required()
                                       .with_hint("On what grounds, what else was thought of, and what the child wants"),
                                   field<&ManagementDecision::must_happen>("must_happen", "What must happen, by whom and when"),
                               });
    return type;
}

}  // namespace steadfast::record
