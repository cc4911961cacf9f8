#include "practice/referral/periods.hpp"

#include "practice/referral/referral.hpp"

namespace steadfast::practice {

std::vector<record::Period> periods_of_referral() {
    // A referral that was closed with no further action opened no episode of need. One that does not say did.
    return {record::each(&Referral::received_on, &Referral::closed_on)
                .unless(&Referral::no_further_action)
                .called(record::episode_of_need)};
}

}  // namespace steadfast::practice
