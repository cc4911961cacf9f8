#include "record/council/sign_in_settings_page.hpp"

#include "law/london.hpp"
#include "record/council/sign_in_settings.hpp"
#include "record/item/form.hpp"
#include "record/pages/item_form.hpp"
#include "web/components/notices.hpp"

#include <charconv>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using pages::ItemForm;
using pages::Page;
using pages::Shown;
using pages::Visit;

web::Link address() { return web::to("/sign-in-settings"); }

ItemForm empty_form(const Visit& visit) {
    return {.type = &type_of<SignInSettings>(), .action = address(), .back = web::to("/"), .form_token = visit.form_token};
}

Page page_of(const ItemForm& form, const web::Html& above, int status) {
    Page page;
    page.title = form.errors.empty() ? "Sign-in settings" : "Error: Sign-in settings";
    page.main << above << form_view(form);
    page.status = status;
    return page;
}

web::Html who_said_so(const Visit& visit, const KnownSignInSettings& known) {
    const auto found = visit.book.book().find(known.item);
    if (!found) return web::paragraph(web::Html("Nothing has been said here yet."));
    const Instant at = Instant::from_seconds(found->head().recorded_at);
    return web::paragraph(web::Html(fmt::format("Last changed by {} on {}. A change counts from the moment it is saved.",
                                                pages::worker_name(visit.book.book(), visit.book.book().recorded_by(*found)),
                                                law::london_date(at).words())));
}

Result<Shown> show_settings(const Visit& visit) {
    const KnownSignInSettings known = sign_in_settings_of(visit.book.book());
    ItemForm form = empty_form(visit);
    Content content;
    content.values = form.type->values_of(known.settings);
    form.typed = pages::typed_from(*form.type, content, {});
    form.starts_from = known.version;
    form.key = ledger::IdempotencyKey::random().text();
    return page_of(form, who_said_so(visit, known), 200);
}

Result<Shown> save_settings(Record& record, const Visit& visit) {
    const KnownSignInSettings known = sign_in_settings_of(visit.book.book());
    ItemForm form = empty_form(visit);
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    const std::string_view starts_from = form.typed.get("starts_from");
    std::from_chars(starts_from.data(), starts_from.data() + starts_from.size(), form.starts_from);

    // What no input shows, and what a later release added, stays as it is.
    Content content;
    if (const auto found = visit.book.book().find(known.item)) {
        const auto entry = record.latest_entry(visit.book.book(), *found);
        if (!entry) return refuse(entry.error());
        auto recorded = read_entry(*form.type, *entry);
        if (!recorded) return refuse(recorded.error());
        content = std::move(*recorded);
    }
    FormRead read = read_form(*form.type, form.typed, content.values.empty() ? nullptr : &content.values);
    form.errors = std::move(read.errors);
    if (!form.errors.empty()) return page_of(form, {}, 422);

    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    content.values = std::move(read.values);
    ledger::Change change = change_of(*form.type, known.item, form.starts_from, {}, content, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({change});
    if (saved) return address();
    if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    form.starts_from = known.version;
    form.key = ledger::IdempotencyKey::random().text();
    form.notices << web::warning("Somebody else changed this while you were choosing. Save again to have it your way.")
                 << web::paragraph(web::Html("They chose: " + form.type->summary(form.type->values_of(known.settings)) + "."));
    return page_of(form, {}, 409);
}

}  // namespace

void add_sign_in_settings_page(Record& record, pages::PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::keep_settings;
    parts.add({
        {get, "/sign-in-settings", needs, show_settings},
        {post, "/sign-in-settings", needs, [&record](const Visit& visit) { return save_settings(record, visit); }, web::Runs::on_a_worker},
    });
    parts.places.push_back({.words = "Sign-in settings", .link = address(), .order = 85, .needs = needs});
}

}  // namespace steadfast::record
