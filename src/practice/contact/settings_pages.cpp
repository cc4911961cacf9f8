#include "practice/contact/contact_pages.hpp"

#include "practice/contact/settings.hpp"
#include "record/pages/settings_page.hpp"
#include "web/components/notices.hpp"

namespace steadfast::practice {
namespace {

using web::Html;

constexpr std::int32_t most_of_all = 10'000;

void check(const record::Values& values, web::FieldErrors& errors) {
    const auto settings = record::type_of<FrontDoorSettings>().item_from<FrontDoorSettings>(values);
    if (settings.most_an_hour && (*settings.most_an_hour < 1 || *settings.most_an_hour > most_of_all)) errors.add("most_an_hour", "Enter a number from 1 to 10,000");
    if (settings.is_public_form_on.value_or(false) && settings.phone.empty())
        errors.add("phone", "Enter a number to ring: whoever can't send the form must reach somebody");
}

Html where_the_form_is() {
    return web::paragraph(Html() << "The public form stands at " << web::link(web::to("/refer"), "/refer") << " for anybody while it is switched on.");
}

}  // namespace

void add_settings_pages(record::Record& record, record::pages::PageParts& parts) {
    record::pages::add_settings_page(record, parts,
                                     {.type = &record::type_of<FrontDoorSettings>(), .address = web::to("/front-door/settings"), .words = "Front door settings",
                                      .needs = record::Permission::keep_front_door, .item = [](const record::Book&) { return front_door_settings_item(); },
                                      .check = check, .above = where_the_form_is});
}

}  // namespace steadfast::practice
