#include "record/pages/settings_page.hpp"

#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

/// What the record says of a setting now.
struct Known {
    ledger::ItemId item;
    std::uint32_t version = 0;   ///< 0: nothing was said yet.
    Content content;
};

Result<Known> known_now(Record& record, const Book& book, const SettingsPage& settings) {
    Known known{.item = settings.item(book), .version = 0, .content = {}};
    known.content.values.resize(settings.type->fields().size());
    const auto found = book.find(known.item);
    if (!found || &found->type() != settings.type || !book.is_visible(*found->table, found->row)) return known;
    const auto entry = record.latest_entry(book, *found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(*settings.type, *entry);
    if (!content) return refuse(content.error());
    known.version = found->head().version;
    known.content = std::move(*content);
    return known;
}

bool is_here(const SettingsPage& settings, const Field& field) {
    return std::find(settings.not_here.begin(), settings.not_here.end(), field.key) == settings.not_here.end();
}

Html who_said_so(const Book& book, const Known& known) {
    const auto found = book.find(known.item);
    if (known.version == 0 || !found) return web::paragraph("Nothing has been said here yet.");
    const Date day = law::london_date(Instant::from_seconds(found->head().recorded_at));
    return web::paragraph(Html(fmt::format("Last changed by {} on {}. A change counts from the moment it is saved.", worker_name(book, book.recorded_by(*found)), day.words())));
}

/// What stands in the form, and from which version it goes on.
struct Form {
    web::Fields typed;
    web::FieldErrors errors;
    std::uint32_t starts_from = 0;
    Html notices;
};

Page page_of(Record& record, const SettingsPage& settings, const Visit& visit, const Known& known, const Form& form, int status) {
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", FormKey::fresh());
    for (const Field& field : settings.type->fields())
        if (is_here(settings, field)) fields << input_of(field, form.typed, form.errors);
    fields << web::button({.label = "Save"}) << keeps_itself(record, visit, {.address = settings.address, .name = settings.words, .about = {}}, form.typed);
    Page page;
    page.title = settings.words;
    page.main << web::error_summary(form.errors) << form.notices << web::heading_1(settings.words) << who_said_so(visit.book.book(), known);
    if (settings.above) page.main << settings.above();
    page.main << web::post_form({.action = settings.address, .token = visit.form_token, .fields = std::move(fields)});
    page.status = status;
    return page;
}

Result<Shown> show(Record& record, const Visit& visit, const SettingsPage& settings) {
    const auto known = known_now(record, visit.book.book(), settings);
    if (!known) return refuse(known.error());
    Form form{.typed = typed_from(*settings.type, known->content, {}), .errors = {}, .starts_from = known->version, .notices = {}};
    if (const auto draft = draft_of(record, visit, settings.address)) {
        form.typed = draft->fields;
        form.starts_from = number_in(draft->fields.get("starts_from"));
        form.notices << draft_notice(draft->head);
    }
    return page_of(record, settings, visit, *known, form, 200);
}

Result<Shown> save(Record& record, const Visit& visit, const SettingsPage& settings) {
    auto known = known_now(record, visit.book.book(), settings);
    if (!known) return refuse(known.error());
    Form form{.typed = visit.request.form(), .errors = {}, .starts_from = number_in(visit.request.form().get("starts_from")), .notices = {}};
    FormRead read = read_form(*settings.type, form.typed, &known->content.values);
    for (std::size_t i = 0; i < read.values.size(); ++i)
        if (!is_here(settings, settings.type->fields()[i])) read.values[i] = known->content.values[i];
    form.errors = std::move(read.errors);
    if (settings.check) settings.check(read.values, form.errors);
    if (!form.errors.empty()) return page_of(record, settings, visit, *known, form, 422);
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());

    // What a later release added stays as it is.
    Content content = known->content;
    content.values = std::move(read.values);
    ledger::Change change = change_of(*settings.type, known->item, form.starts_from, {}, content, visit.book.viewer().worker);
    change.key = key->nth(0);
    const auto saved = record.ledger().save_and_wait({std::move(change)});
    if (saved) {
        form_was_saved(record, visit, settings.address);
        return settings.address;
    }
    if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    known = known_now(record, *record.book(), settings);
    if (!known) return refuse(known.error());
    form.starts_from = known->version;
    form.notices << web::warning("Somebody else changed this while you were choosing. What you typed stands below; save again to have it so.")
                 << web::paragraph(Html("They chose: " + settings.type->summary(known->content.values) + "."));
    return page_of(record, settings, visit, *known, form, 409);
}

}  // namespace

void add_settings_page(Record& record, PageParts& parts, SettingsPage settings) {
    using enum web::Method;
    parts.places.push_back({.words = settings.words, .link = settings.address, .order = settings.order, .needs = settings.needs, .is_setting = true});
    const auto needs = settings.needs;
    const std::string path = settings.address.text();
    parts.add({
        {get, path, needs, [&record, settings](const Visit& visit) { return show(record, visit, settings); }, web::Runs::on_a_worker},
        {post, path, needs, [&record, settings](const Visit& visit) { return save(record, visit, settings); }, web::Runs::on_a_worker},
    });
}

ledger::ItemId item_called(const char (&sixteen_letters)[17]) {
    IdBytes id;
    std::copy_n(sixteen_letters, id.bytes.size(), id.bytes.begin());
    return ledger::ItemId(id);
}

}  // namespace steadfast::record::pages
