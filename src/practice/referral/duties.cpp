#include "practice/referral/duties.hpp"

#include "practice/referral/referral.hpp"
#include "practice/referral/timescales.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_referral() {
    return {{
        .timescale = &referral_decision,
        .over = record::each(&Referral::received_on),
        .met_by = {record::its_own(&Referral::decided_on)},
        // Nobody closes a referral or begins an assessment, an enquiry or a plan before deciding to.
        .shown_by = {record::its_own(&Referral::closed_on), record::whatever_links_to_it()},
    }};
}

}  // namespace steadfast::practice
