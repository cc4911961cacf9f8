#include "practice/contact/duties.hpp"

#include "practice/contact/agency_check.hpp"
#include "practice/contact/timescales.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_contact() {
    return {
        {
            .timescale = &contact_decided,
            .over = record::each(&Contact::received),
            .met_by = {record::its_own(&Contact::decided)},
        },
        {
            // An answer that they decline to say is an answer: nobody owes another one.
            .timescale = &agency_check_answered,
            .over = record::each(&AgencyCheck::asked_at),
            .met_by = {record::its_own(&AgencyCheck::answered_at)},
            .owed_by = record::field_of(&AgencyCheck::asked_by),
        },
    };
}

}  // namespace steadfast::practice
