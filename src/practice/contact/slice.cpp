#include "record/slice.hpp"
#include "practice/contact/agency_check.hpp"
#include "practice/contact/contact.hpp"
#include "practice/contact/contact_pages.hpp"
#include "practice/contact/duties.hpp"
#include "practice/contact/night_handover.hpp"
#include "practice/contact/settings.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_contact() {
    static const record::Slice slice{
        .key = "contact",
        .name = "Front door",
        .items = {&record::type_of<Contact>(), &record::type_of<FrontDoorSettings>(), &record::type_of<NightHandover>(), &record::type_of<AgencyCheck>()},
        .duties = duties_of_contact(),
        .add_pages = [](record::Record& record, record::pages::PageParts& parts) {
            add_contact_pages(record, parts);
            add_night_pages(record, parts);
            add_settings_pages(record, parts);
        },
    };
    return slice;
}

}  // namespace steadfast::practice
