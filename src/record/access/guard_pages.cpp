#include "law/london.hpp"
#include "record/access/access_pages.hpp"
#include "record/access/guards.hpp"
#include "record/access/seal_pages.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_words = 2'000;

/// Whoever guards records; and of a sealed one, which they don't find, an adoption worker who is named for it.
bool may_guard(const SeenBook& book, ledger::SubjectId child) {
    if (may(book.viewer(), Permission::guard_records)) return true;
    const AccessIndex::Guard* const guard = book.access().guard(child);
    return guard && guard->is_sealed;
}

Result<SeenChild> asked_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (child && !may_guard(visit.book, child->id))
        return refuse(Refusal::Kind::not_allowed, "Who may see a record is decided by service managers, the director and information governance.", "Ask one of them.");
    return child;
}

std::vector<Found> guards_about(const SeenBook& book, const SeenChild& child, const ItemType& type, Date today) {
    std::vector<Found> all;
    const auto to = type.position("to");
    book.book().each_about(child.id, [&](const Found& found) {
        if (&found.type() != &type) return;
        const auto ended = to ? found.table->day(found.row, *to) : std::nullopt;
        if (!ended || today < *ended) all.push_back(found);
    });
    return all;
}

Html end_form(const Visit& visit, const SeenChild& child, const Found& found, const std::string& words) {
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::hidden_input("guard", visit.book.book().item_id(found).text())
           << web::button({.label = words, .looks = web::Looks::secondary});
    return web::post_form({.action = web::to("/children") / child.id / "access" / "end", .token = visit.form_token, .fields = std::move(fields)});
}

struct Forms {
    Record& record;
    const Visit& visit;
    const SeenChild& child;
    std::string_view sent;               ///< Which of the forms came back with something wrong; none: "".
    const web::FieldErrors& errors;
    const std::vector<Colleague>& colleagues;
    std::map<std::string, OpenedForm, std::less<>> opened = {};

    /// Several forms stand on the page; each is kept by itself.
    [[nodiscard]] static web::Link address_of(const SeenChild& child, std::string_view form) { return (web::to("/children") / child.id / "access").with("form", form); }
    void open(std::string_view form) { opened.emplace(form, opened_form(record, visit, address_of(child, form), form == sent)); }

    [[nodiscard]] std::string error(std::string_view form, std::string_view field) const { return form == sent ? std::string(errors.at(field)) : ""; }
    [[nodiscard]] std::string typed(std::string_view form, std::string_view field) const { return std::string(opened.find(form)->second.typed.get(field)); }
    [[nodiscard]] Html form(std::string_view name, const std::string& button, web::Looks looks, Html fields) const {
        Html whole;
        const OpenedForm& one = opened.find(name)->second;
        whole << web::hidden_input("save_key", one.key) << std::move(fields) << web::button({.label = button, .looks = looks})
              << keeps_itself(record, visit, {.address = address_of(child, name), .name = "Who may see a record", .about = {child.id}}, one.typed);
        return Html() << one.notice << web::post_form({.action = web::to("/children") / child.id / "access" / name, .token = visit.form_token, .fields = std::move(whole)});
    }
    [[nodiscard]] web::Select workers(std::string_view form, std::string field, std::string label) const {
        web::Select select{.name = field, .label = std::move(label), .error = error(form, field), .choices = {{"", "Choose a worker"}}, .chosen = typed(form, field)};
        for (const Colleague& one : colleagues) select.choices.push_back({one.sign_in_name, fmt::format("{}, {}", one.name, one.role)});
        return select;
    }
};

Html restriction(const Forms& forms, Date today) {
    Html html;
    html << web::heading_2("Restricted record");
    const auto now = guards_about(forms.visit.book, forms.child, type_of<Restriction>(), today);
    for (const Found& found : now) {
        const auto one = found.table->item<Restriction>(found.row);
        html << web::summary_list({{"Restricted from", Html(one.from ? one.from->words() : "")}, {"Whom to ring", Html(one.ring)}})
             << end_form(forms.visit, forms.child, found, "Lift the restriction");
    }
    if (!now.empty()) return html;
    html << web::paragraph(Html("Not restricted. A restricted record is open to those named below, those who work with the child, their managers, "
                                "information governance and the director. The front door learns that there is one, and whom to ring."));
    Html fields;
    fields << web::text_input({.name = "ring", .label = "Whom to ring", .hint = "A name or a post, and a number. Never the child's name.",
                               .error = forms.error("restrict", "ring"), .value = forms.typed("restrict", "ring")})
           << web::text_area({.name = "why_restricted", .label = "Why it is restricted", .error = forms.error("restrict", "why_restricted"),
                              .value = forms.typed("restrict", "why_restricted"), .rows = 2});
    return html << forms.form("restrict", "Restrict this record", web::Looks::secondary, std::move(fields));
}

Html named(const Forms& forms, Date today) {
    Html html;
    html << web::heading_2("People named to see it");
    web::Table table{.caption = "Named", .columns = {{"Who"}, {"May see"}, {"From"}, {"End it"}}, .rows = {}, .hides_caption = true, .when_empty = "Nobody is named."};
    for (const Found& found : guards_about(forms.visit.book, forms.child, type_of<Permit>(), today)) {
        const auto one = found.table->item<Permit>(found.row);
        const std::string name = worker_name(forms.visit.book.book(), ledger::WorkerId(one.worker.item.bytes()));
        table.rows.push_back({Html(name), Html(one.opens.says()), Html(one.from ? one.from->words() : ""), end_form(forms.visit, forms.child, found, "End for " + name)});
    }
    html << web::table(table);
    std::vector<web::Choice> opens;
    for (const law::Code& code : permit_opens.codes) opens.push_back({std::string(code.code), std::string(code.says)});
    const std::string chosen = forms.typed("name", "opens");
    Html fields;
    fields << web::select(forms.workers("name", "named", "Who may see it"))
           << web::radios({.name = "opens", .legend = "What it opens", .error = forms.error("name", "opens"), .choices = std::move(opens),
                           .chosen = chosen.empty() ? "restricted" : chosen})
           << web::text_area({.name = "why_named", .label = "Why they are named", .error = forms.error("name", "why_named"), .value = forms.typed("name", "why_named"), .rows = 2});
    return html << forms.form("name", "Name them", web::Looks::secondary, std::move(fields));
}

Html kept_out(const Forms& forms, Date today) {
    Html html;
    html << web::heading_2("People kept out")
         << web::paragraph(Html("Somebody with a conflict of interest, such as the child's relative. For them this record is not there, whatever their role."));
    web::Table table{.caption = "Kept out", .columns = {{"Who"}, {"From"}, {"End it"}}, .rows = {}, .hides_caption = true, .when_empty = "Nobody is kept out."};
    for (const Found& found : guards_about(forms.visit.book, forms.child, type_of<ConflictOfInterest>(), today)) {
        const auto one = found.table->item<ConflictOfInterest>(found.row);
        const std::string name = worker_name(forms.visit.book.book(), ledger::WorkerId(one.worker.item.bytes()));
        table.rows.push_back({Html(name), Html(one.from ? one.from->words() : ""), end_form(forms.visit, forms.child, found, "Let " + name + " in again")});
    }
    Html fields;
    fields << web::select(forms.workers("keep-out", "kept_out", "Whom to keep out"))
           << web::text_area({.name = "why_kept_out", .label = "Why they are kept out", .error = forms.error("keep-out", "why_kept_out"),
                              .value = forms.typed("keep-out", "why_kept_out"), .rows = 2});
    return html << web::table(table) << forms.form("keep-out", "Keep them out", web::Looks::secondary, std::move(fields));
}

Result<Shown> show_access(Record& record, const Visit& visit, std::string_view sent, const web::FieldErrors& errors) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    // Whose role opens no child's record has nothing to be named for or kept out of.
    const auto colleagues = colleagues_who_may(visit.book.book(), today, Permission::see_children);
    Forms forms{record, visit, *child, sent, errors, colleagues};
    for (const std::string_view form : {"restrict", "name", "keep-out"}) forms.open(form);
    Page page;
    page.title = "Who may see this record";
    page.before_main = child_bar(visit, *child);
    page.main << web::error_summary(errors) << web::heading_1("Who may see this record") << restriction(forms, today) << named(forms, today)
              << kept_out(forms, today) << sealing_view(visit, *child, sent == "seal" ? errors : web::FieldErrors());
    page.what = "who may see the record";
    page.about = {child->id};
    page.status = errors.empty() ? 200 : 422;
    return page;
}

/// Whoever just closed it to themselves has nothing to go back to.
web::Link after_guarding(Record& record, const Visit& visit, const SeenChild& child) {
    const SeenBook now(record.book(), visit.book.viewer());
    return now.sight_of(child.id).how == Sight::How::seen ? web::to("/children") / child.id / "access" : web::to("/");
}

/// Saves one of the forms, or shows it again with what is wrong.
template <class Guard>
Result<Shown> save_guard(Record& record, const Visit& visit, std::string_view form, const std::string& what, const std::function<void(web::FormReader&, Guard&)>& read) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    web::FormReader reader(visit.request.form());
    Guard guard;
    guard.from = law::london_date(visit.now);
    read(reader, guard);
    if (!reader.errors().empty()) return show_access(record, visit, form, reader.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    if (auto saved = save_together(record, visit, *key, {change_of(guard, key->nth_item(0), 0, {child->id}, visit.book.viewer().worker)}, what); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, Forms::address_of(*child, form));
    return after_guarding(record, visit, *child);
}

ledger::ItemId chosen_worker(const Visit& visit, web::FormReader& form, std::string_view field, const std::string& says) {
    const auto colleagues = colleagues_who_may(visit.book.book(), law::london_date(visit.now), Permission::see_children);
    const Colleague* const one = find_colleague(colleagues, form.text(field));
    if (!one) form.refuse(std::string(field), says);
    return one ? ledger::ItemId(one->id.bytes()) : ledger::ItemId();
}

Result<Shown> restrict_record(Record& record, const Visit& visit) {
    return save_guard<Restriction>(record, visit, "restrict", "restricted the record", [](web::FormReader& form, Restriction& guard) {
        guard.ring = form.required_text("ring", "Enter whom the front door should ring", 200);
        guard.why.text = form.required_text("why_restricted", "Enter why it is restricted", longest_words);
    });
}

Result<Shown> name_somebody(Record& record, const Visit& visit) {
    return save_guard<Permit>(record, visit, "name", "named somebody to see the record", [&visit](web::FormReader& form, Permit& guard) {
        guard.worker.item = chosen_worker(visit, form, "named", "Choose who may see it");
        guard.opens.code = form.text("opens");
        if (!permit_opens.find(guard.opens.code)) form.refuse("opens", "Choose what it opens");
        guard.why.text = form.required_text("why_named", "Enter why they are named", longest_words);
        // Named for a sealed record, somebody of another role would still not find it; better said now.
        const Value role = guard.worker.item.is_none() ? Value() : visit.book.book().find(guard.worker.item)->values()[*type_of<Worker>().position("works_as")];
        const std::string* const code = std::get_if<std::string>(&role);
        if (guard.opens.code == "sealed" && code && !may(Viewer{ledger::WorkerId(), *code}, Permission::see_sealed))
            form.refuse("named", "Choose an adoption worker: nobody else opens a sealed record");
    });
}

Result<Shown> keep_out(Record& record, const Visit& visit) {
    return save_guard<ConflictOfInterest>(record, visit, "keep-out", "kept somebody out of the record", [&visit](web::FormReader& form, ConflictOfInterest& guard) {
        guard.worker.item = chosen_worker(visit, form, "kept_out", "Choose whom to keep out");
        guard.why.text = form.required_text("why_kept_out", "Enter why they are kept out", longest_words);
    });
}

Result<Shown> seal_record(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const AccessIndex::Guard* const guard = visit.book.access().guard(child->id);
    if (!guard || guard->named_for_seal.empty()) return show_access(record, visit, "seal", {});
    web::FieldErrors errors;
    if (auto begun = begin_new_person(record, visit, *child, errors); !begun) return refuse(begun.error());
    if (!errors.empty()) return show_access(record, visit, "seal", errors);
    return after_guarding(record, visit, *child);
}

Result<Shown> end_guard(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    const auto id = ledger::ItemId::parse(visit.request.form().get("guard"));
    for (const ItemType* type : {&type_of<Restriction>(), &type_of<Permit>(), &type_of<ConflictOfInterest>()}) {
        for (const Found& found : guards_about(visit.book, *child, *type, today)) {
            if (!id || visit.book.book().item_id(found) != *id) continue;
            const auto key = FormKey::of(visit);
            if (!key) return refuse(key.error());
            auto change = with_values(record, visit.book.book(), found, {{"to", today}}, visit.book.viewer().worker);
            if (!change) return refuse(change.error());
            if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "changed who may see the record"); !saved) return refuse(saved.error());
        }
    }
    // Sent twice, or ended by a colleague meanwhile: it is as they wanted it.
    return web::to("/children") / child->id / "access";
}

Result<Html> link_to_access(const Visit& visit, const SeenChild& child) {
    if (!may_guard(visit.book, child.id)) return Html();
    return Html() << web::paragraph(web::link(web::to("/children") / child.id / "access", "Who may see this record"));
}

}  // namespace

void add_guard_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::see_children;   // Which child, and whether at all, asked_child decides.
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto save) { return [&record, save](const Visit& visit) { return save(record, visit); }; };
    parts.add({
        {get, "/children/{id}/access", needs, [&record](const Visit& visit) { return show_access(record, visit, "", {}); }, later},
        {post, "/children/{id}/access/restrict", needs, with(restrict_record), later},
        {post, "/children/{id}/access/name", needs, with(name_somebody), later},
        {post, "/children/{id}/access/keep-out", needs, with(keep_out), later},
        {post, "/children/{id}/access/seal", needs, with(seal_record), later},
        {post, "/children/{id}/access/end", needs, with(end_guard), later},
    });
    parts.child_panels.push_back({"who-may-see", ChildPanel::Where::beside, 91, link_to_access});
    add_seal_panel(parts);
}

}  // namespace steadfast::record::pages
