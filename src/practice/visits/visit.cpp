#include "practice/visits/visit.hpp"

using steadfast::practice::Visit;

namespace steadfast::practice {
namespace {

constexpr law::Code visit_place_codes[] = {
    {.code = "home", .says = "At home"},
    {.code = "placement", .says = "Where the child is placed"},
    {.code = "school", .says = "At school, college or nursery"},
    {.code = "office", .says = "At our office"},
    {.code = "online", .says = "By video"},
    {.code = "elsewhere", .says = "Somewhere else"},
};

constexpr law::Code visit_kind_codes[] = {
    {.code = "assessment", .says = "For an assessment"},
    {.code = "child_in_need", .says = "Under a child in need plan"},
    {.code = "child_protection", .says = "Under a child protection plan"},
    {.code = "section_47", .says = "Section 47 enquiry"},
    {.code = "looked_after", .says = "To a looked-after child"},
    {.code = "care_leaver", .says = "To a care leaver"},
    {.code = "private_fostering", .says = "To a privately fostered child"},
    {.code = "other", .says = "Another visit"},
};

constexpr law::Code seen_at_visit_codes[] = {
    {.code = "alone", .says = "Seen alone"},
    {.code = "seen", .says = "Seen, not alone"},
    {.code = "not_seen", .says = "Not seen"},
};

}  // namespace

constinit const law::CodeSet visit_place{"visit_place", "Where a child was visited", "Steadfast", visit_place_codes};
constinit const law::CodeSet visit_kind{"visit_kind", "Kind of visit", "Steadfast, after the law's own visits", visit_kind_codes};
constinit const law::CodeSet seen_at_visit{"seen_at_visit", "Whether the child was seen", "Steadfast", seen_at_visit_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<Visit>() {
    static const ItemType type({.key = "visit", .name = "Visit", .plural = "Visits", .happened = "happened", .ended = "", .summary = {"place", "who_else"}},
                               {
                                   field<&Visit::happened>("happened", "When").required(),
                                   field<&Visit::place>("place", "Where"),
                                   field<&Visit::kind>("kind", "What kind of visit").with_hint("The law says how often some of them must be"),
                                   field<&Visit::is_unannounced>("is_unannounced", "Was it unannounced?"),
                                   field<&Visit::who_else>("who_else", "Who else was there"),
                                   field<&Visit::words>("words", "What happened").required(),
                                   field<&Visit::going_well>("going_well", "What is going well"),
                                   field<&Visit::worries>("worries", "What I am worried about"),
                                   field<&Visit::next>("next", "What happens next, who does it and by when"),
                                   field<&Visit::seen>("seen", "Was this child seen?").required().about_each().with_hint("Alone means without a parent or carer in the room"),
                                   field<&Visit::why_not_seen>("why_not_seen", "If not seen, why").about_each(),
                                   field<&Visit::child_words>("child_words", "The child's own words").about_each(),
                                   field<&Visit::only_about>("only_about", "About this child only").about_each()
                                       .with_hint("What brothers and sisters should not read in their own files"),
                               });
    return type;
}

}  // namespace steadfast::record
