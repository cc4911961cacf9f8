#include "record/pages/put_right_pages.hpp"

#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/goes_with.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/people/people_search.hpp"
#include "record/put_right/dispute.hpp"
#include "record/put_right/move.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t most_found = 8;

/// An item that this visitor may put right: they may see everybody whom it is about, and it is about somebody.
Result<ItemPage> item_to_put_right(Record& record, const Visit& visit) {
    auto item = item_to_write(record, visit);
    if (!item) return item;
    if (item->versions.front().withholds_somebody)
        return refuse(Refusal::Kind::not_allowed, "This is also about somebody whose record you may not see.",
                      "Ask somebody who may.");
    if (item->is_withdrawn || item->children.empty())
        return refuse(Refusal::Kind::not_allowed, "This can't be put right here.",
                      "Go back to it and see what can be done with it.");
    return item;
}

// --- on the wrong child ---

/// Who somebody is belongs to nobody else; where two records are of one person, they are merged.
Result<ItemPage> item_to_move(Record& record, const Visit& visit) {
    auto item = item_to_put_right(record, visit);
    if (item && item->type == &type_of<Person>())
        return refuse(Refusal::Kind::not_allowed, "Who somebody is can't be moved to another person.",
                      "Change what is wrong. If two records are of one person, merge them.");
    return item;
}

struct MoveForm {
    std::string key;
    web::Fields typed;
    web::FieldErrors errors;
    std::vector<plans::PromisedAction> actions = {};   ///< Of the plan, where it is one.
    std::vector<web::Choice> found;   ///< Children among whom the right one may be.
};

Html move_view(const ItemPage& item, const MoveForm& form, const std::string& token) {
    const auto typed = [&form](std::string_view name) { return std::string(form.typed.get(name)); };
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(item.versions.front().version))
           << web::hidden_input("save_key", form.key)
           << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Find</button>";
    std::vector<web::Choice> about;
    for (const SeenChild& child : item.children) about.push_back({child.id.text(), child.name});
    const std::string wrong = about.size() == 1 ? about.front().value : typed("wrong");
    fields << web::radios({.name = "wrong",
                           .legend = "On whose record should it not be?",
                           .error = std::string(form.errors.at("wrong")),
                           .choices = std::move(about),
                           .chosen = wrong})
           << web::text_input({.name = "find_child",
                               .label = "Whose record does it belong to?",
                               .hint = "Name, date of birth or number",
                               .error = std::string(form.errors.at("find_child")),
                               .value = typed("find_child"),
                               .width = web::Width::twenty,
                               .autocomplete = "off",
                               .spellcheck = false})
           << web::button({.label = "Find", .looks = web::Looks::secondary});
    if (!form.found.empty()) {
        fields << web::radios({.name = "right",
                               .legend = "Which of them?",
                               .error = std::string(form.errors.at("right")),
                               .choices = form.found,
                               .chosen = typed("right")})
               << web::text_area({.name = "because",
                                  .label = "What went wrong",
                                  .hint = "For example: two children with the same name",
                                  .error = std::string(form.errors.at("because")),
                                  .value = typed("because"),
                                  .rows = 3})
               << goes_with_input(form.actions, !form.typed.has("move") || takes_along(form.typed))
               << web::button({.label = "Move it", .looks = web::Looks::warning, .name = "move", .value = "yes"});
    }
    fields << web::paragraph(web::link(web::to("/items") / item.id, "Go back, it is on the right record"));
    Html html;
    html
        << web::error_summary(form.errors) << web::heading_1("On the wrong child")
        << web::paragraph(
               "It goes onto the other child's record with everything that it says, and comes off this one's pages, duties and returns. "
               "What stood here before is kept for information governance alone.")
        << web::post_form({.action = web::to("/items") / item.id / "move", .token = token, .fields = std::move(fields)});
    return html;
}

Page move_page(const Visit& visit, const ItemPage& item, const MoveForm& form, int status) {
    Page page = page_about(visit, item, move_view(item, form, visit.form_token), said_to_the_log(*item.type, "form to move it"));
    page.status = status;
    return page;
}

void find_right_child(const Visit& visit, const ItemPage& item, MoveForm& form) {
    const std::string asked(web::trimmed(form.typed.get("find_child")));
    if (asked.empty()) return form.errors.add("find_child", "Enter a name, a date of birth or a number");
    for (const PersonFound& person : search_people(visit.book, asked, most_found).people) {
        bool is_about = false;
        for (const AboutWhom& one : item.about) is_about |= one.id == person.id;
        if (!is_about)
            form.found.push_back({person.id.text(), person.name,
                                  person.born ? "Born " + person.born->words() : std::string("No date of birth recorded")});
    }
    if (form.found.empty())
        form.errors.add("find_child", "Nobody else on record fits this. Check the spelling, or enter less of it");
}

Result<Shown> show_move(Record& record, const Visit& visit) {
    const auto item = item_to_move(record, visit);
    if (!item) return refuse(item.error());
    return move_page(visit, *item, {.key = ledger::IdempotencyKey::random().text(), .typed = {}, .errors = {}, .found = {}}, 200);
}

bool concerns(const plans::PromisedAction& action, ledger::SubjectId child) {
    return std::find(action.about.begin(), action.about.end(), child) != action.about.end();
}

Result<ledger::Change> move_to(Record& record, const Visit& visit, ledger::ItemId item, ledger::SubjectId wrong,
                               ledger::SubjectId right) {
    const auto found = visit.book.item(item);
    if (!found) return refuse(found.error());
    const auto latest = record.latest_entry(visit.book.book(), *found);
    if (!latest) return refuse(latest.error());
    return move_of(*latest, wrong, right, web::trimmed(visit.request.form().get("because")), visit.book.viewer().worker);
}

Result<Shown> save_move(Record& record, const Visit& visit) {
    const auto item = item_to_move(record, visit);
    if (!item) return refuse(item.error());
    MoveForm form{
        .key = std::string(visit.request.form().get("save_key")), .typed = visit.request.form(), .errors = {}, .found = {}};
    form.actions = goes_with(record, visit.book, *item);
    find_right_child(visit, *item, form);
    if (!form.typed.has("move") || form.found.empty()) return move_page(visit, *item, form, form.errors.empty() ? 200 : 422);

    const auto wrong = ledger::SubjectId::parse(form.typed.get("wrong"));
    const auto right = ledger::SubjectId::parse(form.typed.get("right"));
    const auto because = web::trimmed(form.typed.get("because"));
    if (!wrong) form.errors.add("wrong", "Choose on whose record it should not be");
    if (!right) form.errors.add("right", "Choose whose record it belongs to");
    if (because.empty()) form.errors.add("because", "Enter what went wrong");
    if (because.size() > longest_text)
        form.errors.add("because", fmt::format("What went wrong must be {} characters or fewer", longest_text));
    if (!form.errors.empty()) return move_page(visit, *item, form, 422);
    const auto right_child = visit.book.child(*right);
    if (!right_child) return refuse(right_child.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());

    auto change = move_to(record, visit, item->id, *wrong, right_child->id);
    if (!change) return refuse(change.error());
    change->starts_from = number_in(form.typed.get("starts_from"));
    std::vector<ledger::SubjectId> touched = change->subjects;
    touched.push_back(*wrong);   // Both files say that it was moved: the one that it came from and the one that it went to.
    std::vector<ledger::Change> changes{std::move(*change)};
    for (const plans::PromisedAction& one : takes_along(form.typed) ? form.actions : std::vector<plans::PromisedAction>()) {
        if (!concerns(one, *wrong) || concerns(one, right_child->id)) continue;
        auto along = move_to(record, visit, one.id, *wrong, right_child->id);
        if (!along) return refuse(along.error());
        changes.push_back(std::move(*along));
    }
    for (std::size_t nth = 0; nth < changes.size(); ++nth) changes[nth].key = key->nth(nth);
    const auto saved =
        record.ledger().save_and_wait(std::move(changes), {saved_line(visit, "moved item to another child", touched, item->id)});
    if (!saved) return refuse(saved.error());
    return web::to("/items") / item->id;
}

// --- somebody disagrees ---

Page dispute_page(Record& record, const Visit& visit, const ItemPage& item, const web::Fields& typed,
                  const web::FieldErrors& errors, const std::string& key, const Html& notices) {
    const web::Link address = web::to("/items") / item.id / "dispute";
    DraftedForm drafted{.address = address, .name = std::string(type_of<Dispute>().name()), .about = {}};
    std::vector<std::string> names;
    for (const SeenChild& child : item.children) {
        drafted.about.push_back(child.id);
        names.push_back(child.name);
    }
    Html fields;
    fields << web::hidden_input("save_key", key);
    for (const Field& field : type_of<Dispute>().fields())
        if (field.kind != FieldKind::link) fields << input_of(field, typed, errors);
    fields << web::hint(goes_into(names)) << web::button({.label = "Save"}) << keeps_itself(record, visit, drafted, typed)
           << web::paragraph(web::link(web::to("/items") / item.id, "Go back without saving"));
    Html main;
    main << web::error_summary(errors) << web::heading_1("Somebody disagrees with this") << notices
         << web::paragraph(
                "What they say is shown beside it from now on. Nothing is taken away: if it is wrong, change it and say why.")
         << web::post_form({.action = address, .token = visit.form_token, .fields = std::move(fields)});
    return page_about(visit, item, std::move(main), "form to say that somebody disagrees");
}

Result<Shown> show_dispute(Record& record, const Visit& visit) {
    const auto item = item_to_put_right(record, visit);
    if (!item) return refuse(item.error());
    if (const auto draft = draft_of(record, visit, web::to("/items") / item->id / "dispute"))
        return dispute_page(record, visit, *item, draft->fields, {}, std::string(draft->fields.get("save_key")),
                            draft_notice(draft->head));
    return dispute_page(record, visit, *item, {}, {}, ledger::IdempotencyKey::random().text(), {});
}

Result<Shown> save_dispute(Record& record, const Visit& visit) {
    const auto item = item_to_put_right(record, visit);
    if (!item) return refuse(item.error());
    web::Fields typed = visit.request.form();
    const std::string key_text(typed.get("save_key"));
    const std::string disputed = item->id.text();
    typed.add("disputed", disputed);
    const FormRead read = read_form(type_of<Dispute>(), typed);
    if (!read.errors.empty()) {
        Page page = dispute_page(record, visit, *item, typed, read.errors, key_text, {});
        page.status = 422;
        return page;
    }
    const auto key = ledger::IdempotencyKey::parse(key_text);
    if (!key) return not_opened_here();
    auto dispute = type_of<Dispute>().item_from<Dispute>(read.values);
    dispute.disputed.item = item->id;
    const auto subjects = subjects_of(*item);
    ledger::Change change = change_of(dispute, ledger::ItemId(key->bytes()), 0, subjects, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait(
        {std::move(change)}, {saved_line(visit, "saved that somebody disagrees", subjects, ledger::ItemId(key->bytes()))});
    if (!saved) return refuse(saved.error());
    form_was_saved(record, visit, web::to("/items") / item->id / "dispute");
    return web::to("/items") / item->id;
}

}  // namespace

std::vector<PageRoute> put_right_routes(Record& record) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {get, "/items/{id}/move", record_work, with(show_move), later},
        {post, "/items/{id}/move", record_work, with(save_move), later},
        {get, "/items/{id}/dispute", record_work, with(show_dispute), later},
        {post, "/items/{id}/dispute", record_work, with(save_dispute), later},
    };
}

}  // namespace steadfast::record::pages
