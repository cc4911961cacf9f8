#include "practice/voice/advocacy.hpp"

using steadfast::practice::Advocacy;

namespace steadfast::practice {
namespace {

constexpr law::Code for_codes[] = {
    {.code = "review", .says = "A review"},
    {.code = "conference", .says = "A child protection conference"},
    {.code = "complaint", .says = "A complaint"},
    {.code = "missing", .says = "After being missing"},
    {.code = "home", .says = "Where they live, or a move"},
    {.code = "other", .says = "Something else"},
};

constexpr law::Code answer_codes[] = {
    {.code = "wants", .says = "Wants an advocate"},
    {.code = "not_now", .says = "Not now; wants to be asked again"},
    {.code = "refused", .says = "Does not want one"},
    {.code = "too_young", .says = "Can't say yet: an advocate acts without instructions"},
};

}  // namespace

constinit const law::CodeSet advocacy_for{"advocacy_for", "For what an advocate was offered", "Steadfast", for_codes};
constinit const law::CodeSet advocacy_answer{"advocacy_answer", "What the child said to an advocate", "Steadfast", answer_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<Advocacy>() {
    static const ItemType type({.key = "advocacy",
                                .name = "Advocate offered",
                                .plural = "Advocates offered",
                                .happened = "offered_on",
                                .ended = "ended_on",
                                .summary = {"for_what", "answer"}},
                               {
                                   field<&Advocacy::offered_on>("offered_on", "Offered on").required(),
                                   field<&Advocacy::for_what>("for_what", "For what").required(),
                                   field<&Advocacy::offered_by>("offered_by", "Who offered it"),
                                   field<&Advocacy::answer>("answer", "What the child said"),
                                   field<&Advocacy::child_says>("child_says", "In their words"),
                                   field<&Advocacy::advocate>("advocate", "Who the advocate is, and of which service"),
                                   field<&Advocacy::met_on>("met_on", "First met the child on").not_before_the("offered_on"),
                                   field<&Advocacy::ended_on>("ended_on", "Ended on").not_before_the("offered_on"),
                               });
    return type;
}

}  // namespace steadfast::record
