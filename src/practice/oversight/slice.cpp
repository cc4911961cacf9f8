#include "record/slice.hpp"
#include "practice/oversight/asking.hpp"
#include "practice/oversight/case_supervision.hpp"
#include "practice/oversight/challenge.hpp"
#include "practice/oversight/decision_asked.hpp"
#include "practice/oversight/management_decision.hpp"
#include "practice/oversight/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_oversight() {
    static const record::Slice slice{
        .key = "oversight",
        .name = "Oversight",
        .items = {&record::type_of<DecisionAsked>(), &record::type_of<Challenge>(), &record::type_of<CaseSupervision>(),
                  &record::type_of<ManagementDecision>()},
        .duties = duties_of_oversight(),
        .add_pages =
            [](record::Record& record, record::pages::PageParts& parts) {
                add_asking_pages(record, parts);
                add_answering_pages(record, parts);
                add_asked_lists(record, parts);
            },
    };
    return slice;
}

}  // namespace steadfast::practice
