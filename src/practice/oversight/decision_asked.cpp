#include "practice/oversight/decision_asked.hpp"

using steadfast::practice::DecisionAsked;

namespace steadfast::practice {
namespace {

constexpr law::Code about_codes[] = {
    {.code = "look_after", .says = "Begin to look after a child"},
    {.code = "home", .says = "A placement, or a move to another home"},
    {.code = "enquiry", .says = "What a section 47 enquiry found"},
    {.code = "court", .says = "Legal advice, or going to court"},
    {.code = "return", .says = "Go home, or stop being looked after"},
    {.code = "money", .says = "Money or a package of support"},
    {.code = "permission", .says = "Permission that a parent would give: a journey, a stay overnight, treatment"},
    {.code = "close", .says = "Close, or step down"},
    {.code = "other", .says = "Something else"},
};

constexpr law::Code given_codes[] = {
    {.code = "agreed", .says = "Agreed"},
    {.code = "conditions", .says = "Agreed, on conditions"},
    {.code = "refused", .says = "Not agreed"},
    {.code = "more", .says = "Sent back: more is needed first"},
};

}  // namespace

constinit const law::CodeSet decision_asked_about{"decision_asked_about", "What a decision is about", "Steadfast", about_codes};
constinit const law::CodeSet decision_given{"decision_given", "What was decided", "Steadfast", given_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<DecisionAsked>() {
    static const ItemType type(
        {.key = "decision_asked",
         .name = "Decision asked for",
         .plural = "Decisions asked for",
         .happened = "asked",
         .ended = "",
         .summary = {"about_what", "answer"},
         .written = Written::on_its_own_pages},
        {
            field<&DecisionAsked::asked>("asked", "Asked").required(),
            field<&DecisionAsked::asked_by>("asked_by", "Asked by").the_recorder(),
            field<&DecisionAsked::about_what>("about_what", "What it is about").required(),
            field<&DecisionAsked::words>("words", "What you ask for, and why").required(),
            field<&DecisionAsked::thought_of>("thought_of", "What else was thought of, and why it is not that"),
            field<&DecisionAsked::child_says>("child_says", "What this child wants")
                .about_each()
                .with_hint("In their own words, or what they showed"),
            field<&DecisionAsked::of>("of", "Who decides").required(),
            field<&DecisionAsked::by_day>("by_day", "Needed by").required(),
            field<&DecisionAsked::answer>("answer", "Decision"),
            field<&DecisionAsked::answered>("answered", "Decided"),
            field<&DecisionAsked::answered_by>("answered_by", "Decided by"),
            field<&DecisionAsked::panel>("panel", "Panel that it was brought to").with_hint("Where there was one"),
            field<&DecisionAsked::answer_words>("answer_words", "Why, and on what conditions"),
            field<&DecisionAsked::dropped_on>("dropped_on", "Asked no more since"),
            field<&DecisionAsked::dropped_because>("dropped_because", "Why it is asked no more"),
        });
    return type;
}

}  // namespace steadfast::record
