#include "practice/contact/contact_pages.hpp"

#include "practice/contact/settings.hpp"
#include "record/item/form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_form.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <charconv>

namespace steadfast::practice {
namespace {

using record::Permission;
using record::Record;
using record::pages::Page;
using record::pages::Shown;
using record::pages::Visit;
using web::Html;

Page settings_page(const Visit& visit, const web::Fields& typed, const web::FieldErrors& errors, std::uint32_t version, std::string trouble) {
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(version));
    for (const record::Field& field : record::type_of<FrontDoorSettings>().fields()) fields << record::pages::input_of(field, typed, errors);
    fields << web::button({.label = "Save"});
    Page page;
    page.title = "Front door settings";
    page.main << web::error_summary(errors);
    if (!trouble.empty()) page.main << web::warning(trouble);
    page.main << web::heading_1("Front door settings") << web::paragraph(Html() << "The public form stands at " << web::link(web::to("/refer"), "/refer") << " for anybody while it is switched on.")
              << web::post_form({.action = web::to("/front-door/settings"), .token = visit.form_token, .fields = std::move(fields)});
    if (!errors.empty()) page.status = 422;
    return page;
}

std::uint32_t version_now(const record::Book& book) {
    const auto found = book.find(front_door_settings_item());
    return found ? found->head().version : 0;
}

Result<Shown> show(const Visit& visit) {
    const record::ItemType& type = record::type_of<FrontDoorSettings>();
    record::Content content;
    content.values = type.values_of(front_door_settings(visit.book.book()));
    return settings_page(visit, record::pages::typed_from(type, content, {}), {}, version_now(visit.book.book()), "");
}

Result<Shown> save(Record& record, const Visit& visit) {
    const record::ItemType& type = record::type_of<FrontDoorSettings>();
    const web::Fields& typed = visit.request.form();
    record::FormRead read = record::read_form(type, typed);
    const auto settings = type.item_from<FrontDoorSettings>(read.values);
    if (settings.most_an_hour && (*settings.most_an_hour < 1 || *settings.most_an_hour > 10'000)) read.errors.add("most_an_hour", "Enter a number from 1 to 10,000");
    if (settings.is_public_form_on.value_or(false) && settings.phone.empty()) read.errors.add("phone", "Enter a number to ring: whoever can't send the form must reach somebody");
    std::uint32_t version = 0;
    const auto starts_from = typed.get("starts_from");
    std::from_chars(starts_from.data(), starts_from.data() + starts_from.size(), version);
    if (!read.errors.empty()) return settings_page(visit, typed, read.errors, version, "");
    record::Content content;
    content.values = std::move(read.values);
    ledger::Change change = record::change_of(type, front_door_settings_item(), version, {}, content, visit.book.viewer().worker);
    change.key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait({change});
    if (saved) return web::to("/front-door/settings");
    if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    return settings_page(visit, typed, {}, version_now(*record.book()), "Somebody else changed these meanwhile. What you typed stands below; save again to have it so.");
}

}  // namespace

void add_settings_pages(Record& record, record::pages::PageParts& parts) {
    parts.add({
        {web::Method::get, "/front-door/settings", Permission::keep_front_door, show},
        {web::Method::post, "/front-door/settings", Permission::keep_front_door, [&record](const Visit& visit) { return save(record, visit); }, web::Runs::on_a_worker},
    });
    parts.places.push_back({.words = "Front door settings", .link = web::to("/front-door/settings"), .order = 85, .needs = Permission::keep_front_door});
}

}  // namespace steadfast::practice
