#include "practice/contact/duties.hpp"

#include "practice/contact/contact.hpp"
#include "practice/contact/timescales.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_contact() {
    return {{
        .timescale = &contact_decided,
        .over = record::each(&Contact::received),
        .met_by = {record::its_own(&Contact::decided)},
    }};
}

}  // namespace steadfast::practice
