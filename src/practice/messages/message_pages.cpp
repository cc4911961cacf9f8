#include "practice/messages/message_pages.hpp"

#include "law/london.hpp"
#include "practice/messages/inbox.hpp"
#include "record/item/body.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Found;
using record::SeenChild;
using record::type_of;
using web::Html;

constexpr std::size_t longest_message = 5'000;   // Bytes. More than this is a note.
constexpr std::size_t most_at_home = 10;

Result<SeenChild> asked_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

web::Link address_of(const SeenChild& child) { return web::to("/children") / child.id / "message"; }

// --- writing one ---

Page form_page(record::Record& record, const Visit& visit, const SeenChild& child, const web::Fields& typed, const std::string& key, const web::FieldErrors& errors,
               const Html& notices) {
    web::Select to{.name = "to", .label = "To", .error = std::string(errors.at("to")), .choices = {{"", "Choose a colleague"}}, .chosen = std::string(typed.get("to"))};
    for (const record::Colleague& one : record::colleagues_who_may(visit.book.book(), law::london_date(visit.now), record::Permission::see_children))
        if (one.id != visit.book.viewer().worker) to.choices.push_back({one.id.text(), fmt::format("{}, {}", one.name, one.role)});
    Html fields;
    fields << web::hidden_input("save_key", key) << web::select(to)
           << web::text_area({.name = "words", .label = "Message", .error = std::string(errors.at("words")), .value = std::string(typed.get("words")), .rows = 5})
           << web::hint(goes_into({child.name}) + " Whoever may read the record may read it there.") << web::button({.label = "Send"})
           << keeps_itself(record, visit, {.address = address_of(child), .name = "Message to a colleague", .about = {child.id}}, typed);
    Page page;
    const ItemPage about{.id = {}, .type = &type_of<Message>(), .children = {child}, .about = {{child.id, child.name}}};
    Html main;
    main << web::error_summary(errors) << web::heading_1("Tell a colleague") << notices
         << web::post_form({.action = address_of(child), .token = visit.form_token, .fields = std::move(fields)});
    page = page_about(visit, about, std::move(main), "form of a message to a colleague");
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    if (const auto draft = draft_of(record, visit, address_of(*child)))
        return form_page(record, visit, *child, draft->fields, std::string(draft->fields.get("save_key")), {}, draft_notice(draft->head));
    web::Fields typed;
    if (const auto to = ledger::WorkerId::parse(visit.request.query().get("to"))) typed.add("to", to->text());
    return form_page(record, visit, *child, typed, FormKey::fresh(), {}, {});
}

/// A message that its reader can't open would be lost.
bool may_read(record::Record& record, const record::Colleague& colleague, ledger::SubjectId child, Instant now) {
    return record::SeenBook(record.book(), {colleague.id, colleague.role_code, now}).child(child).has_value();
}

Result<Shown> send(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    web::FormReader form(visit.request.form());
    const auto colleagues = record::colleagues_on(visit.book.book(), law::london_date(visit.now));
    const record::Colleague* const to = record::find_colleague(colleagues, form.text("to"));
    if (!to) form.refuse("to", "Choose a colleague");
    else if (!may_read(record, *to, child->id, visit.now)) form.refuse("to", to->name + " may not open this record. Choose somebody who may");
    Message message;
    message.words.text = form.required_text("words", "Enter the message", longest_message);
    if (!form.errors().empty()) return form_page(record, visit, *child, visit.request.form(), std::string(visit.request.form().get("save_key")), form.errors(), {});
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    message.sent = law::london_minute(visit.now);
    message.to.item = ledger::ItemId(to->id.bytes());
    message.from.item = ledger::ItemId(visit.book.viewer().worker.bytes());
    ledger::Change change = record::change_of(message, key->nth_item(0), 0, {child->id}, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "sent a message to a colleague"); !saved) return refuse(saved.error());
    form_was_saved(record, visit, address_of(*child));
    return (web::to("/items") / key->nth_item(0)).with("saved", 1);
}

// --- those that wait ---

/// The message where it is for the visitor, and they may see the child.
Result<Found> my_message(const Visit& visit, ledger::ItemId item) {
    const auto found = visit.book.item(item);
    const bool is_mine = found && &found->type() == &type_of<Message>() &&
                         found->table->item<Message>(found->row).to.item == ledger::ItemId(visit.book.viewer().worker.bytes());
    if (!is_mine) return refuse(Refusal::Kind::not_found, "There is no such message to you.", "Look on your first page.");
    return *found;
}

Result<Html> message_line(record::Record& record, const Visit& visit, ledger::ItemId item, const Found& found) {
    const auto entry = record.latest_entry(visit.book.book(), found);
    if (!entry) return refuse(entry.error());
    const auto content = record::read_entry(type_of<Message>(), *entry);
    if (!content) return refuse(content.error());
    const auto message = type_of<Message>().item_from<Message>(content->values);
    const auto child = visit.book.child(visit.book.book().subjects(found).front());
    if (!child) return refuse(child.error());
    const ledger::WorkerId from(message.from.item.bytes());
    Html buttons;
    buttons << web::hidden_input("save_key", FormKey::fresh()) << web::button({.label = "Dealt with", .looks = web::Looks::secondary});
    Html html;
    html << "<li class=\"sf-visit\"><p class=\"govuk-body\">" << web::link(web::to("/children") / child->id, child->name) << ", from "
         << worker_name(visit.book.book(), from) << ", " << from_today(message.sent.first_day().value_or(law::london_date(visit.now)), law::london_date(visit.now))
         << ":</p><div class=\"govuk-body sf-narrative\">" << message.words.text << "</div>"
         << web::post_form({.action = web::to("/messages") / item / "done", .token = visit.form_token, .fields = std::move(buttons)})
         << web::paragraph(web::link(address_of(*child).with("to", from.text()), "Answer", worker_name(visit.book.book(), from))) << "</li>";
    return html;
}

Result<Html> messages_panel(record::Record& record, const Visit& visit) {
    const auto& waiting = Inboxes::of(visit.book.book())->waiting_for(visit.book.viewer().worker);
    Html list;
    std::size_t shown = 0;
    for (const ledger::ItemId item : waiting) {
        const auto found = my_message(visit, item);
        if (!found || shown++ >= most_at_home) continue;
        const auto line = message_line(record, visit, item, *found);
        if (!line) return refuse(line.error());
        list << *line;
    }
    if (list.empty()) return list;
    Html html;
    html << web::heading_2("Messages") << "<ul class=\"govuk-list\">" << list << "</ul>";
    if (shown > most_at_home) html << web::paragraph(Html(fmt::format("and {} more, which stand here as these are dealt with", shown - most_at_home)));
    return html;
}

Result<Shown> deal_with(record::Record& record, const Visit& visit) {
    const auto item = visit.request.at<ledger::ItemId>("id");
    if (!item) return refuse(item.error());
    const auto found = my_message(visit, *item);
    if (!found) return refuse(found.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto change = with_values(record, visit.book.book(), *found, {{"dealt_with", law::london_minute(visit.now)}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "dealt with a message"); !saved) return refuse(saved.error());
    return web::to("/");
}

}  // namespace

void add_message_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = record::Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/message", needs, [&record](const Visit& visit) { return show(record, visit); }, later},
        {post, "/children/{id}/message", needs, [&record](const Visit& visit) { return send(record, visit); }, later},
        {post, "/messages/{id}/done", needs, [&record](const Visit& visit) { return deal_with(record, visit); }, later},
    });
    parts.child_links.push_back({.words = "Tell a colleague about this child", .order = 60, .needs = needs,
                                 .to = [](ledger::SubjectId child) { return web::to("/children") / child / "message"; }});
    parts.home_panels.push_back({.key = "messages", .order = 18, .needs = needs, .show = [&record](const Visit& visit) { return messages_panel(record, visit); }});
}

}  // namespace steadfast::practice
