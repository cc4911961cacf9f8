#include "law/london.hpp"
#include "record/access/access_pages.hpp"
#include "record/access/emergency.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_words = 2'000;
constexpr std::size_t most_lines_shown = 200;

tl::unexpected<Refusal> nothing_there() {
    return refuse(Refusal::Kind::not_found, "There is no such record, or none that you may see.", "Search by name, date of birth or number.");
}

// --- asking for it ---

web::Link asking_for(ledger::SubjectId child) { return web::to("/children") / child / "emergency"; }
web::Link review_of(const EmergencyOpened& one) { return web::to("/emergency-access") / one.id; }

Html asking_view(Record& record, const Visit& visit, ledger::SubjectId child, const Sight& sight, const web::FieldErrors& errors) {
    const OpenedForm form = opened_form(record, visit, asking_for(child), !errors.empty());
    Html fields;
    fields << web::hidden_input("save_key", form.key)
           << web::text_area({.name = "reason", .label = "Why you need to open this record now",
                              .hint = "A manager will read this. Say what has happened and what you need to find out.",
                              .error = std::string(errors.at("reason")), .value = std::string(form.typed.get("reason")), .rows = 4})
           << web::button({.label = "Open the record for a day", .looks = web::Looks::warning})
           // About nobody: whoever asks may not see the child yet, and their list of drafts must not say whom it is about.
           << keeps_itself(record, visit, {.address = asking_for(child), .name = "Emergency access", .about = {}}, form.typed);
    Html html;
    html << web::error_summary(errors) << web::heading_1("Emergency access")
         << web::paragraph(Html(sight.is_restricted ? "This record is restricted." : "You have no part in this child's life."))
         << web::inset(Html() << "<p><strong>" << sight.ring << "</strong></p><p>If you can reach them, ask them instead.</p>")
         << web::paragraph(Html("Use emergency access only if a child may come to harm while you wait. The record opens for 24 hours. "
                                "Your manager is told, and every page you open is noted."))
         << form.notice << web::post_form({.action = asking_for(child), .token = visit.form_token, .fields = std::move(fields)});
    return html;
}

Result<Shown> show_asking(Record& record, const Visit& visit, const web::FieldErrors& errors) {
    const auto child = visit.request.at<ledger::SubjectId>("id");
    if (!child) return refuse(child.error());
    const Sight sight = visit.book.sight_of(*child);
    if (sight.how == Sight::How::not_found) return nothing_there();
    if (sight.how == Sight::How::seen) return web::to("/children") / *child;
    Page page;
    page.title = "Emergency access";
    page.main = asking_view(record, visit, *child, sight, errors);
    page.what = "form for emergency access";
    page.about = {*child};
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> open_for_a_day(Record& record, const Visit& visit) {
    const auto child = visit.request.at<ledger::SubjectId>("id");
    if (!child) return refuse(child.error());
    web::FormReader form(visit.request.form());
    const std::string reason = form.required_text("reason", "Enter why you need to open this record now", longest_words);
    const Sight sight = visit.book.sight_of(*child);
    if (sight.how != Sight::How::exists || !form.errors().empty()) return show_asking(record, visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    EmergencyAccess access;
    access.worker.item = ledger::ItemId(visit.book.viewer().worker.bytes());
    access.began = law::london_minute(visit.now);
    access.reason = reason;
    const auto saved = save_together(record, visit, *key, {change_of(access, key->nth_item(0), 0, {*child}, visit.book.viewer().worker)},
                                     "opened the record with emergency access");
    if (!saved) return refuse(saved.error());
    form_was_saved(record, visit, asking_for(*child));
    return web::to("/children") / *child;
}

// --- the manager's look at it ---

std::string when_in_words(Instant at) { return law::london_date_and_time(at); }

Html what_they_opened(Record& record, const EmergencyOpened& one, const ledger::WorkerId worker) {
    const auto lines = record.ledger().store().access_lines(one.child, one.began_at(), one.until().plus_seconds(60), most_lines_shown);
    if (!lines) return web::inset(Html() << "<p>" << lines.error().whole() << "</p>");
    web::Table table{.caption = "What they opened in that day", .columns = {{"When"}, {"What"}}, .rows = {}, .first_cell_names_row = false,
                     .when_empty = "Nothing: the record was not opened."};
    for (const ledger::AccessLine& line : *lines)
        if (line.who == worker) table.rows.push_back({Html(when_in_words(line.at)), Html(line.what)});
    return web::table(table);
}

Html review_form(Record& record, const Visit& visit, const EmergencyOpened& one, const web::FieldErrors& errors) {
    const OpenedForm form = opened_form(record, visit, review_of(one), !errors.empty());
    const web::Fields& typed = form.typed;
    std::vector<ledger::SubjectId> about;
    if (visit.book.sight_of(one.child).how == Sight::How::seen) about.push_back(one.child);
    Html fields;
    fields << web::hidden_input("save_key", form.key);
    std::vector<web::Choice> choices;
    for (const law::Code& code : emergency_access_was.codes) choices.push_back({std::string(code.code), std::string(code.says)});
    fields << web::radios({.name = "was", .legend = "Was it right to open the record?", .error = std::string(errors.at("was")),
                           .choices = std::move(choices), .chosen = std::string(typed.get("was"))})
           << web::text_area({.name = "review_says", .label = "What you found, and what follows", .error = std::string(errors.at("review_says")),
                              .value = std::string(typed.get("review_says")), .rows = 3})
           << web::button({.label = "Save what you found"})
           << keeps_itself(record, visit, {.address = review_of(one), .name = "Look at an emergency access", .about = std::move(about)}, typed);
    return Html() << form.notice << web::post_form({.action = review_of(one), .token = visit.form_token, .fields = std::move(fields)});
}

Result<Shown> show_review(Record& record, const Visit& visit, const web::FieldErrors& errors) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto one = emergency_to_review(visit.book, *id);
    if (!one) return nothing_there();
    const ledger::WorkerId worker(one->access.worker.item.bytes());
    const auto child = visit.book.child(one->child);

    std::vector<web::SummaryRow> rows;
    rows.push_back({"Who", Html(worker_name(visit.book.book(), worker))});
    rows.push_back({"Whose record", child ? web::link(web::to("/children") / child->id, child->name) : Html("A restricted record, which you may not see")});
    rows.push_back({"Opened", Html(when_in_words(one->began_at()))});
    rows.push_back({"Closed again", Html(when_in_words(one->until()))});
    rows.push_back({"Why, in their words", Html(one->access.reason)});
    if (one->is_reviewed()) {
        rows.push_back({"Looked at by", Html(worker_name(visit.book.book(), ledger::WorkerId(one->access.reviewed_by.item.bytes())))});
        rows.push_back({"What they found", Html(fmt::format("{}. {}", one->access.was.says(), one->access.review_says))});
    }
    Page page;
    page.title = "Emergency access";
    page.main << web::error_summary(errors) << web::heading_1("Emergency access") << web::summary_list(rows) << what_they_opened(record, *one, worker);
    if (!one->is_reviewed()) page.main << review_form(record, visit, *one, errors);
    page.what = "emergency access";
    page.about = {one->child};
    page.item = one->id;
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> save_review(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto one = emergency_to_review(visit.book, *id);
    if (!one) return nothing_there();
    if (one->is_reviewed()) return web::to("/emergency-access") / one->id;
    web::FormReader form(visit.request.form());
    const std::string was = form.text("was");
    if (!emergency_access_was.find(was)) form.refuse("was", "Choose whether it was right to open the record");
    const std::string says = form.required_text("review_says", "Enter what you found", longest_words);
    if (!form.errors().empty()) return show_review(record, visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());

    auto change = with_values(record, visit.book.book(), *visit.book.book().find(one->id),
                              {{"reviewed_by", ledger::ItemId(visit.book.viewer().worker.bytes())}, {"reviewed", law::london_minute(visit.now)},
                               {"was", was}, {"review_says", says}},
                              visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "looked at an emergency access"); !saved) return refuse(saved.error());
    form_was_saved(record, visit, review_of(*one));
    return web::to("/emergency-access");
}

Html list_of(const Visit& visit, const std::vector<EmergencyOpened>& all, bool reviewed, const std::string& caption, const std::string& when_empty) {
    web::Table table{.caption = caption, .columns = {{"Opened"}, {"Whose record"}, {"By"}, {"Why"}}, .rows = {}, .first_cell_names_row = false, .when_empty = when_empty};
    if (reviewed) table.columns.push_back({"What the manager said"});
    for (const EmergencyOpened& one : all) {
        if (one.is_reviewed() != reviewed || table.rows.size() == most_lines_shown) continue;
        const auto child = visit.book.child(one.child);
        std::vector<Html> row{web::link(web::to("/emergency-access") / one.id, when_in_words(one.began_at())), Html(child ? child->name : std::string("A record that you may not open")),
                              Html(worker_name(visit.book.book(), ledger::WorkerId(one.access.worker.item.bytes()))), Html(one.access.reason)};
        if (reviewed) row.emplace_back(one.access.was.says());
        table.rows.push_back(std::move(row));
    }
    return web::table(table);
}

Result<Shown> show_list(const Visit& visit) {
    const auto all = emergencies_to_review(visit.book);
    Page page;
    page.title = "Emergency access";
    page.main << web::heading_1("Emergency access")
              << web::paragraph(Html("Somebody opened a record that they have no part in, and said why. Their manager looks at each."))
              << list_of(visit, all, false, "To look at", "Nothing waits for you. When somebody you manage uses emergency access, it stands here.")
              << list_of(visit, all, true, "Looked at", "None yet.");
    page.what = "list of emergency accesses";
    for (const EmergencyOpened& one : all) page.about.push_back(one.child);
    return page;
}

Html to_look_at(const Visit& visit) {
    std::size_t waiting = 0;
    for (const EmergencyOpened& one : emergencies_to_review(visit.book)) waiting += one.is_reviewed() ? 0 : 1;
    if (waiting == 0) return Html();
    return Html() << "<li>" << web::link(web::to("/emergency-access"), counted(waiting, "record was opened", "records were opened") + " in an emergency: look at why") << "</li>";
}

void mark_on_bar(const Visit& visit, const SeenChild& child, web::IdentityBar& bar) {
    const AccessIndex::Guard* const guard = visit.book.access().guard(child.id);
    if (guard && guard->is_sealed) bar.alerts.push_back(web::tag("Sealed at adoption", web::Colour::purple));
    if (guard && guard->is_restricted) bar.alerts.push_back(web::tag("Restricted record", web::Colour::orange));
    if (const auto until = own_emergency_until(visit.book, child.id))
        bar.alerts.push_back(web::tag("Emergency access until " + when_in_words(*until), web::Colour::orange));
}

}  // namespace

void add_emergency_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/emergency", use_emergency_access, [&record](const Visit& visit) { return show_asking(record, visit, {}); }, later},
        {post, "/children/{id}/emergency", use_emergency_access, [&record](const Visit& visit) { return open_for_a_day(record, visit); }, later},
        {get, "/emergency-access", review_emergency_access, show_list},
        {get, "/emergency-access/{id}", review_emergency_access, [&record](const Visit& visit) { return show_review(record, visit, {}); }, later},
        {post, "/emergency-access/{id}", review_emergency_access, [&record](const Visit& visit) { return save_review(record, visit); }, later},
    });
    parts.waiting.push_back({.order = 30, .needs = review_emergency_access, .lines = to_look_at});
    parts.bar_parts.push_back({0, mark_on_bar});
    parts.places.push_back({.words = "Emergency access", .link = web::to("/emergency-access"), .order = 70, .needs = review_emergency_access});
}

}  // namespace steadfast::record::pages
