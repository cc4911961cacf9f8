#include "record/slice.hpp"
#include "practice/early_help/early_help_pages.hpp"
#include "practice/early_help/early_help_review.hpp"
#include "practice/early_help/timescales.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_early_help() {
    static const record::Slice slice{
        .key = "early_help",
        .name = "Early help and Family Help",
        .items = {&record::type_of<EarlyHelp>(), &record::type_of<FamilyAssessment>(), &record::type_of<EarlyHelpOversight>(),
                  &record::type_of<EarlyHelpReview>()},
        .duties = duties_of_early_help(),
        .add_pages =
            [](record::Record& record, record::pages::PageParts& parts) {
                add_early_help_pages(record, parts);
                parts.meeting_rules.push_back(rule_of_teams_around_families());
            },
    };
    return slice;
}

}  // namespace steadfast::practice
