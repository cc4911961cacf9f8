#include "record/letters/letter_pages.hpp"

#include "law/london.hpp"
#include "record/council/council.hpp"
#include "record/letters/letter.hpp"
#include "record/letters/places.hpp"
#include "record/letters/recipient.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::size_t longest_letter = 50'000;

std::string council_name(const Book& book) {
    std::string name;
    book.each_of(type_of<Council>(), [&name](const Found& found) { name = type_of<Council>().item_from<Council>(found.values()).name; });
    return name;
}

/// The form, in its two steps: who it is for and from which template, then the words as the record filled them.
struct LetterForm {
    SeenChild child;
    std::string key;
    web::Fields typed;
    web::FieldErrors errors;
    bool has_words = false;
    std::string words;
    Html notices;          ///< That it is a draft.
    Html keeping;          ///< What makes it keep itself as one writes.
    Filled filled;
    std::vector<std::string> to_think_about;
};

Recipient recipient_in(const web::Fields& typed) {
    const web::FormReader reader(typed);
    return {reader.text("recipient"), reader.text("capacity"), reader.text("address")};
}

std::vector<Filling> fillings(const Visit& visit, const SeenChild& child, const Recipient& recipient) {
    const std::string from_child = "The child's record";
    const std::string typed = "What you typed";
    return {
        {"child's name", child.name, from_child},
        {"child's date of birth", child.person.born ? child.person.born->words() : "", from_child},
        {"child's reference", child.person.authority_id, from_child},
        {"recipient's name", recipient.name, typed},
        {"recipient's address", recipient.address, typed},
        {"today", law::london_date(visit.now).words(), "Today"},
        {"worker's name", visit.worker_name, "Your own name"},
        {"council", council_name(visit.book.book()), "The council's settings"},
    };
}

std::vector<web::Choice> templates(const Book& book) {
    std::vector<web::Choice> choices{{"", "No template: begin with an empty letter"}};
    book.each_of(type_of<LetterTemplate>(), [&](const Found& found) {
        const auto one = type_of<LetterTemplate>().item_from<LetterTemplate>(found.values());
        if (!one.is_retired.value_or(false)) choices.push_back({book.item_id(found).text(), one.title});
    });
    return choices;
}

Html where_it_came_from(const Filled& filled) {
    if (filled.used.empty() && filled.left_open.empty()) return {};
    web::Table table{.caption = "What was filled in, and from where", .columns = {{"Place"}, {"Filled with"}, {"From"}}, .rows = {}};
    for (const Filling& one : filled.used) table.rows.push_back({Html(one.place), Html(one.words), Html(one.from)});
    for (const std::string& place : filled.left_open) table.rows.push_back({Html(place), Html("Nothing: fill it in yourself"), Html("Not recorded")});
    return web::table(table);
}

web::Link address_of(const SeenChild& child) { return web::to("/children") / child.id / "letters" / "add"; }

Html form_view(const Visit& visit, const LetterForm& form) {
    const auto error = [&form](std::string_view name) { return std::string(form.errors.at(name)); };
    const auto typed = [&form](std::string_view name) { return std::string(form.typed.get(name)); };
    Html fields;
    fields << web::hidden_input("save_key", form.key)
           << web::text_input({.name = "recipient", .label = "Who it is to", .error = error("recipient"), .value = typed("recipient")})
           << web::text_input({.name = "capacity", .label = "Who they are to the child (optional)", .hint = "For example, mother or head teacher", .value = typed("capacity")})
           << web::text_area({.name = "address", .label = "Address on the letter (optional)", .error = error("address"), .value = typed("address"), .rows = 4})
           << web::select({.name = "template", .label = "Template", .error = error("template"), .choices = templates(visit.book.book()), .chosen = typed("template")})
           << web::button({.label = form.has_words ? "Fill it in again" : "Continue", .looks = form.has_words ? web::Looks::secondary : web::Looks::main, .name = "step", .value = "fill"});
    if (form.has_words) {
        fields << where_it_came_from(form.filled)
               << web::text_input({.name = "title", .label = "What it is about", .error = error("title"), .value = typed("title")})
               << web::text_area({.name = "words", .label = "The letter", .error = error("words"), .value = form.words, .rows = 20});
        if (!form.to_think_about.empty()) {
            std::string names;
            for (const std::string& name : form.to_think_about) names += (names.empty() ? "" : ", ") + name;
            fields << web::checkboxes({.name = "may_know", .legend = fmt::format("It names {}", names), .hint = "Tick this, or take the name out of the letter",
                                       .error = error("may_know"), .choices = {{"yes", "The recipient may know what it says of them"}}, .small = true});
        }
        fields << web::inset(Html(fmt::format("This will be in the file of {}.", form.child.name))) << web::button({.label = "Save the letter", .name = "step", .value = "save"});
    }
    fields << form.keeping;
    const web::Link here = web::to("/children") / form.child.id;
    Html html;
    html << web::error_summary(form.errors) << web::heading_1("Write a letter") << form.notices
         << web::post_form({.action = address_of(form.child), .token = visit.form_token, .fields = std::move(fields)})
         << web::paragraph(web::link(here, "Back without saving"));
    return html;
}

Page page_of(Record& record, const Visit& visit, LetterForm& form, int status) {
    form.keeping = pages::keeps_itself(record, visit, {.address = address_of(form.child), .name = "Letter", .about = {form.child.id}}, form.typed);
    Page page;
    page.title = "Write a letter";
    page.before_main = pages::child_bar(visit, form.child);
    page.main = form_view(visit, form);
    page.what = "form to write a letter";
    page.about = {form.child.id};
    page.status = status;
    return page;
}

Result<LetterForm> asked_form(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    return LetterForm{.child = std::move(*child), .key = ledger::IdempotencyKey::random().text()};
}

Result<LetterTemplate> whole_template(Record& record, const Visit& visit, ledger::ItemId id) {
    const auto found = visit.book.book().find(id);
    if (!found || &found->type() != &type_of<LetterTemplate>()) return refuse(Refusal::Kind::not_found, "There is no such template.", "Choose one from the list.");
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    const auto content = read_entry(type_of<LetterTemplate>(), *entry);
    if (!content) return refuse(content.error());
    return type_of<LetterTemplate>().item_from<LetterTemplate>(content->values);
}

Result<Shown> fill(Record& record, const Visit& visit, LetterForm form, const Recipient& recipient) {
    form.has_words = true;
    form.words = "Dear [recipient's name]\n\n\n\nYours sincerely\n\n[worker's name]\n[council]";
    if (const auto chosen = ledger::ItemId::parse(form.typed.get("template"))) {
        const auto from = whole_template(record, visit, *chosen);
        if (!from) return refuse(from.error());
        form.words = from->words.text;
        if (!form.typed.has("title")) form.typed.add("title", from->title);
    }
    form.filled = filled(form.words, fillings(visit, form.child, recipient));
    form.words = form.filled.words;
    form.to_think_about = reach_of(visit.book, std::span(&form.child, 1), recipient, form.words).to_think_about;
    return page_of(record, visit, form, 200);
}

Result<Shown> keep(Record& record, const Visit& visit, LetterForm form, const Recipient& recipient) {
    web::FormReader reader(form.typed);
    Letter letter;
    letter.title = reader.required_text("title", "Enter what the letter is about", 200);
    letter.words.text = reader.required_text("words", "Write the letter", longest_letter);
    form.has_words = true;
    form.words = letter.words.text;
    if (const auto open = filled(form.words, fillings(visit, form.child, {})); !open.left_open.empty() || !open.used.empty())
        reader.refuse("words", fmt::format("[{}] is still to be filled in", open.left_open.empty() ? open.used.front().place : open.left_open.front()));
    const Reach reach = reach_of(visit.book, std::span(&form.child, 1), recipient, form.words + "\n" + letter.title);
    for (const std::string& forbidden : reach.forbidden) reader.refuse(forbidden.starts_with("It holds") ? "words" : "address", forbidden);
    form.to_think_about = reach.to_think_about;
    if (!reach.to_think_about.empty() && form.typed.get("may_know") != "yes") reader.refuse("may_know", "Say that the recipient may know what it says of others, or take their names out");
    for (const auto& wrong : reader.errors()) form.errors.add(wrong.field, wrong.says);
    if (!form.errors.empty()) return page_of(record, visit, form, 422);

    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    letter.written_on = law::london_date(visit.now);
    letter.recipient = recipient.name;
    letter.capacity = recipient.capacity;
    letter.recipient_address = recipient.address;
    for (const std::string& name : reach.to_think_about) letter.may_know += (letter.may_know.empty() ? "" : ", ") + name;
    if (const auto from = ledger::ItemId::parse(form.typed.get("template"))) letter.written_from.item = *from;
    const ledger::ItemId item(key->bytes());
    ledger::Change change = change_of(letter, item, 0, {form.child.id}, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({change}, {{visit.now, visit.book.viewer().worker, "saved letter", {form.child.id}, item}});
    if (!saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, address_of(form.child));
    return web::to("/letters") / item;
}

/// Empty, or as its writer left it.
Result<Shown> open_letter(Record& record, const Visit& visit) {
    auto form = asked_form(visit);
    if (!form) return refuse(form.error());
    if (const auto draft = pages::draft_of(record, visit, address_of(form->child))) {
        form->typed = draft->fields;
        form->key = draft->fields.get("save_key");
        form->has_words = draft->fields.has("words");
        form->words = draft->fields.get("words");
        if (form->has_words) form->to_think_about = reach_of(visit.book, std::span(&form->child, 1), recipient_in(form->typed), form->words).to_think_about;
        form->notices = pages::draft_notice(draft->head);
    }
    return page_of(record, visit, *form, 200);
}

Result<Shown> write_letter(Record& record, const Visit& visit) {
    auto form = asked_form(visit);
    if (!form) return refuse(form.error());
    form->typed = visit.request.form();
    form->key = form->typed.get("save_key");
    const Recipient recipient = recipient_in(form->typed);
    if (recipient.name.empty()) form->errors.add("recipient", "Enter who the letter is to");
    if (recipient.name.size() > 200 || recipient.capacity.size() > 200) form->errors.add("recipient", "Use 200 letters or fewer");
    if (recipient.address.size() > 500) form->errors.add("address", "Use 500 letters or fewer");
    const bool saves = form->typed.get("step") == "save";
    if (!saves && !form->errors.empty()) return page_of(record, visit, *form, 422);
    return saves ? keep(record, visit, std::move(*form), recipient) : fill(record, visit, std::move(*form), recipient);
}

Html letter_view(const Letter& letter, const std::string& council) {
    Html html;
    html << "<article class=\"sf-letter\"><p class=\"govuk-body sf-narrative\">" << letter.recipient << "\n" << letter.recipient_address << "</p><p class=\"govuk-body\">"
         << (letter.written_on ? letter.written_on->words() : "") << "</p><h1 class=\"govuk-heading-m\">" << letter.title << "</h1><div class=\"govuk-body sf-narrative\">"
         << letter.words.text << "</div><p class=\"govuk-body-s\">" << council << "</p></article>";
    return html;
}

Result<Shown> show_letter(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found) return refuse(found.error());
    if (&found->type() != &type_of<Letter>()) return refuse(Refusal::Kind::not_found, "There is no such letter.", "Look for it on the child's page.");
    if (found->head().has(RowHead::withdrawn)) return web::to("/items") / *id;   // It says why, to those who may know of it at all.
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    const auto content = read_entry(type_of<Letter>(), *entry);
    if (!content) return refuse(content.error());
    const auto letter = type_of<Letter>().item_from<Letter>(content->values);
    std::vector<SeenChild> children;
    for (const ledger::SubjectId& subject : entry->subjects)
        if (auto child = visit.book.child(subject)) children.push_back(std::move(*child));

    // What was harmless when it was written may not be so any more: an address can have become confidential since.
    const Recipient recipient{letter.recipient, letter.capacity, letter.recipient_address};
    const Reach reach = reach_of(visit.book, children, recipient, letter.words.text + "\n" + letter.title);
    Page page;
    page.title = "Letter";
    for (const SeenChild& child : children) {
        page.before_main << "<div class=\"sf-screen-only\">" << pages::child_bar(visit, child) << "</div>";
        page.about.push_back(child.id);
    }
    page.what = "letter";
    page.item = *id;
    page.printed_for = made_for(recipient, children, law::london_date(visit.now), visit.worker_name);
    if (!reach.forbidden.empty()) {
        page.printed_for = "This letter may not go out";
        page.main << web::warning("This letter may not go out any more. " + reach.forbidden.front());
    } else {
        page.main << "<div class=\"sf-screen-only\">"
                  << web::inset(Html(fmt::format("To {}. Print this page, or save the print as PDF: each page says whom it is for, and which page of how many it is.", letter.recipient)))
                  << "</div>" << on_each_page(page.printed_for, letter_view(letter, council_name(visit.book.book())));
    }
    page.main << "<p class=\"govuk-body sf-screen-only\">"
              << fmt::format("Saved {} by {}. ", law::london_date_and_time(entry->recorded_at), pages::worker_name(visit.book.book(), entry->recorded_by));
    if (may(visit.book.viewer(), Permission::record_work)) page.main << web::link(web::to("/items") / *id / "withdraw", "It is on the wrong child");
    page.main << "</p>";
    return page;
}

}  // namespace

std::vector<pages::PageRoute> letter_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/children/{id}/letters/add", Permission::record_work, [&record](const Visit& visit) { return open_letter(record, visit); }, later},
        {post, "/children/{id}/letters/add", Permission::record_work, [&record](const Visit& visit) { return write_letter(record, visit); }, later},
        {get, "/letters/{id}", Permission::see_children, [&record](const Visit& visit) { return show_letter(record, visit); }, later},
    };
}

void add_pages(Record& record, pages::PageParts& parts) {
    parts.add(letter_routes(record));
    parts.add(template_routes(record));
    parts.add(print_routes(record));
    parts.add(family_print_routes(record));
    parts.add(item_print_routes(record));
    parts.add(export_routes(record));
    parts.add(child_export_routes(record));
    add_made_pages(parts);
    parts.own_pages.push_back({&type_of<Letter>(), [](ledger::ItemId id) { return web::to("/letters") / id; }});
    parts.child_links.push_back({.words = "Write a letter", .order = 42, .needs = Permission::record_work,
                                 .to = [](ledger::SubjectId child) { return web::to("/children") / child / "letters" / "add"; }});
    parts.child_links.push_back({.words = "Print for somebody", .order = 43,
                                 .to = [](ledger::SubjectId child) { return web::to("/children") / child / "print"; }});
    parts.places.push_back({.words = "Letter templates", .link = web::to("/letter-templates"), .order = 81, .needs = Permission::keep_workers, .is_setting = true});
}

}  // namespace steadfast::record::letters
