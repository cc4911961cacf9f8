#include "record/letters/letter.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/places.hpp"
#include "record/pages/drafted_form.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

const web::Link list_of_templates = web::to("/letter-templates");

struct TemplateForm {
    ledger::ItemId id;               ///< None for a new one.
    std::uint32_t starts_from = 0;
    std::string key;
    LetterTemplate typed;
    web::FieldErrors errors;
    Html notice = {};

    [[nodiscard]] web::Link address() const { return starts_from == 0 ? list_of_templates / "add" : list_of_templates / id; }
};

std::string places_in_words() {
    std::string words;
    for (const auto place : all_places()) words += fmt::format("{}[{}]", words.empty() ? "" : ", ", place);
    return words;
}

Page page_of(Record& record, const Visit& visit, const TemplateForm& form, int status) {
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("starts_from", std::to_string(form.starts_from))
           << web::text_input({.name = "title", .label = "Name of the template", .error = std::string(form.errors.at("title")), .value = form.typed.title})
           << web::text_area({.name = "words", .label = "Words", .hint = "The record fills these places: " + places_in_words(), .error = std::string(form.errors.at("words")),
                              .value = form.typed.words.text, .rows = 16})
           << web::checkboxes({.name = "retired", .legend = "Use", .choices = {{"yes", "Offer it no more"}},
                               .ticked = form.typed.is_retired.value_or(false) ? std::vector<std::string>{"yes"} : std::vector<std::string>{}, .small = true})
           << web::button({.label = "Save"}) << pages::keeps_itself(record, visit, {.address = form.address(), .name = "Letter template", .about = {}}, visit.request.form());
    Page page;
    page.title = "Letter template";
    page.status = status;
    page.main << web::error_summary(form.errors) << web::heading_1(form.starts_from == 0 ? "New letter template" : "Change a letter template")
              << form.notice << web::post_form({.action = form.address(), .token = visit.form_token, .fields = std::move(fields)})
              << web::paragraph(web::link(list_of_templates, "Back without saving"));
    return page;
}

Result<TemplateForm> as_recorded(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.book().find(*id);
    if (!found || &found->type() != &type_of<LetterTemplate>()) return refuse(Refusal::Kind::not_found, "There is no such template.", "Choose one from the list.");
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    const auto content = read_entry(type_of<LetterTemplate>(), *entry);
    if (!content) return refuse(content.error());
    return TemplateForm{*id, entry->version, ledger::IdempotencyKey::random().text(), type_of<LetterTemplate>().item_from<LetterTemplate>(content->values), {}};
}

void read_typed(TemplateForm& form, const web::Fields& typed) {
    web::FormReader reader(typed);
    form.typed.title = reader.required_text("title", "Enter a name for the template", 100);
    form.typed.words.text = reader.required_text("words", "Enter the words", 50'000);
    form.typed.is_retired = typed.get("retired") == "yes" ? std::optional(true) : std::nullopt;
    if (const auto unknown = unknown_place_in(form.typed.words.text))
        reader.refuse("words", fmt::format("There is no place [{}], in line {}. Use one of: {}", unknown->place, unknown->line, places_in_words()));
    form.errors = reader.errors();
    form.key = typed.get("save_key");
}

/// What its writer left there, in place of what is recorded.
Page open_form(Record& record, const Visit& visit, TemplateForm form) {
    if (const auto draft = pages::draft_of(record, visit, form.address())) {
        const web::Fields& left = draft->fields;
        form.typed = {.title = std::string(left.get("title")), .words = {std::string(left.get("words"))}, .is_retired = left.get("retired") == "yes" ? std::optional(true) : std::nullopt};
        form.key = left.get("save_key");
        form.notice = pages::draft_notice(draft->head);
    }
    return page_of(record, visit, form, 200);
}

Result<Shown> save(Record& record, const Visit& visit, TemplateForm form) {
    read_typed(form, visit.request.form());
    if (!form.errors.empty()) return page_of(record, visit, form, 422);
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    const ledger::ItemId id = form.starts_from == 0 ? ledger::ItemId(key->bytes()) : form.id;
    ledger::Change change = change_of(form.typed, id, form.starts_from, {}, visit.book.viewer().worker);
    change.key = *key;
    if (const auto saved = record.ledger().save_and_wait({change}); !saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, form.address());
    return list_of_templates;
}

Result<Shown> show_list(const Visit& visit) {
    web::Table table{.caption = "Letter templates", .columns = {{"Template"}, {"Use"}}, .rows = {},
                     .when_empty = "There is no template yet. Letters can be written without one."};
    visit.book.book().each_of(type_of<LetterTemplate>(), [&](const Found& found) {
        const auto one = type_of<LetterTemplate>().item_from<LetterTemplate>(found.values());
        table.rows.push_back({web::link(list_of_templates / visit.book.book().item_id(found), one.title), Html(one.is_retired.value_or(false) ? "Offered no more" : "Offered")});
    });
    Page page;
    page.title = "Letter templates";
    page.main << web::heading_1("Letter templates") << web::button_link(list_of_templates / "add", "New template") << web::table(table);
    return page;
}

}  // namespace

std::vector<pages::PageRoute> template_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::keep_workers;
    constexpr auto later = web::Runs::on_a_worker;
    const auto fresh = [] { return TemplateForm{{}, 0, ledger::IdempotencyKey::random().text(), {}, {}}; };
    return {
        {get, "/letter-templates", needs, show_list},
        {get, "/letter-templates/add", needs, [&record, fresh](const Visit& visit) -> Result<Shown> { return open_form(record, visit, fresh()); }, later},
        {post, "/letter-templates/add", needs, [&record, fresh](const Visit& visit) { return save(record, visit, fresh()); }, later},
        {get, "/letter-templates/{id}", needs, [&record](const Visit& visit) -> Result<Shown> {
             auto form = as_recorded(record, visit);
             if (!form) return refuse(form.error());
             return open_form(record, visit, std::move(*form));
         }, later},
        {post, "/letter-templates/{id}", needs, [&record](const Visit& visit) -> Result<Shown> {
             auto form = as_recorded(record, visit);
             if (!form) return refuse(form.error());
             return save(record, visit, std::move(*form));
         }, later},
    };
}

}  // namespace steadfast::record::letters
