#include "practice/protection/strategy_decision.hpp"

using steadfast::practice::StrategyDecision;

namespace steadfast::practice {
namespace {

constexpr law::Code strategy_outcomes[] = {
    {.code = "enquiry_joint", .says = "Section 47 enquiry together with the police"},
    {.code = "enquiry_single", .says = "Section 47 enquiry by children's social care alone"},
    {.code = "assessment", .says = "No enquiry: the child and family assessment goes on"},
    {.code = "other_help", .says = "No enquiry: other help"},
    {.code = "nothing_further", .says = "Nothing further"},
};

}  // namespace

constinit const law::CodeSet strategy_outcome{"strategy_outcome", "Decision of a strategy discussion", "Steadfast", strategy_outcomes};

}  // namespace steadfast::practice

namespace steadfast::record {

// The meeting is what stands in the chronology: this is its decision, shown with it (decision 21).
template <>
const ItemType& type_of<StrategyDecision>() {
    static const ItemType type(
        {.key = "strategy_decision",
         .name = "Decision of a strategy discussion",
         .plural = "Decisions of strategy discussions",
         .happened = "decided_on",
         .ended = "",
         .summary = {},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&StrategyDecision::meeting>("meeting", "Meeting"),
            field<&StrategyDecision::decided_on>("decided_on", "Decided on"),
            field<&StrategyDecision::safe_today>("safe_today", "What is done today so that the children are safe"),
            field<&StrategyDecision::outcome>("strategy_outcome", "What was decided for this child").required().about_each(),
            field<&StrategyDecision::because>("strategy_because", "Why").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
