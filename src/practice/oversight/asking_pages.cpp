#include "law/london.hpp"
#include "law/working_days.hpp"
#include "practice/oversight/asking.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/workers/colleagues.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

// Asking: a new one on a child's page, one that came back and is asked again, and one that is taken further.
namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::SeenChild;
using web::Html;

/// The form, and whom it can be asked of.
struct AskForm {
    const AskingRule* rule = nullptr;
    SeenChild first;
    ItemForm form;
    std::string heading;
    bool is_new = true;
};

const AskingRule* rule_in(const Visit& visit) {
    const auto place = visit.request.at("kind");
    const auto found = std::ranges::find(asking_rules(), place, &AskingRule::place);
    return found == asking_rules().end() ? nullptr : &*found;
}

/// Those who may sign off the work of others and may open the record of everybody it is about. Never who asks.
std::vector<web::Choice> whom_to_ask(record::Record& record, const Visit& visit, const std::vector<SeenChild>& children) {
    const auto book = record.book();
    std::vector<web::Choice> choices{{"", "Choose a colleague"}};
    for (const record::Colleague& one :
         record::colleagues_who_may(*book, law::london_date(visit.now), Permission::authorise_assessments)) {
        if (one.id == visit.book.viewer().worker) continue;
        const record::SeenBook theirs(book, {one.id, one.role_code, visit.now});
        if (std::ranges::all_of(children, [&theirs](const SeenChild& child) { return theirs.child(child.id).has_value(); }))
            choices.push_back({one.id.text(), fmt::format("{}, {}", one.name, one.role)});
    }
    return choices;
}

const record::Field& declared(const AskingRule& rule, std::string_view key) {
    return rule.type->fields()[*rule.type->position(key)];
}

Html fields_of(record::Record& record, const Visit& visit, const AskForm& ask, const std::vector<SeenChild>& children) {
    const ItemForm& form = ask.form;
    const record::Field& of = declared(*ask.rule, "of");
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(form.starts_from)) << web::hidden_input("save_key", form.key)
           << "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>";
    if (form.typed.has("follows")) fields << web::hidden_input("follows", std::string(form.typed.get("follows")));
    if (form.can_be_about_several) fields << whom_it_is_about(form);
    for (const std::string_view key : ask.rule->asked) fields << input_of(declared(*ask.rule, key), form.typed, form.errors);
    fields << web::select({.name = "of",
                           .label = std::string(of.label),
                           .hint = "Somebody who may sign off the work of others, and may open this record",
                           .error = std::string(form.errors.at("of")),
                           .choices = whom_to_ask(record, visit, children),
                           .chosen = std::string(form.typed.get("of"))})
           << parts_about_each(form) << mark_as_fit(form);
    if (!form.goes_into.empty())
        fields << "<p class=\"govuk-hint\" role=\"status\" data-goes-into" << web::attribute("data-first", form.first_name) << ">"
               << form.goes_into << "</p>";
    return std::move(fields << web::button({.label = "Ask"}) << form.keeping << "<p class=\"govuk-body\">"
                            << web::link(form.back, "Go back without saving") << "</p>");
}

Page page_of(record::Record& record, const Visit& visit, AskForm& ask) {
    ItemForm& form = ask.form;
    std::vector<SeenChild> children{ask.first};
    if (ask.is_new) {
        offer_children(visit, ask.first, form);
        children = chosen_children(visit, ask.first, form);
    }
    std::vector<ledger::SubjectId> about;
    for (const SeenChild& child : children) about.push_back(child.id);
    form.keeping = keeps_itself(
        record, visit, {.address = form.action, .name = std::string(ask.rule->type->name()), .about = about}, form.typed);
    Page page;
    page.title = ask.heading;
    page.before_main = child_bar(visit, ask.first);
    page.main << web::error_summary(form.errors) << web::heading_1(ask.heading) << form.notices
              << web::inset(Html(ask.rule->guidance))
              << web::post_form(
                     {.action = form.action, .token = form.form_token, .fields = fields_of(record, visit, ask, children)});
    page.what = "form to ask for " + std::string(ask.rule->what);
    page.about = about;
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

/// What is typed in a form that nobody has typed into yet: the day, so that it need not be worked out.
void offer_day(const Visit& visit, AskForm& ask) {
    type_day(ask.form.typed, "by_day", law::add_working_days(law::london_date(visit.now), ask.rule->usual_working_days));
}

void open_form(record::Record& record, const Visit& visit, AskForm& ask) {
    ask.form.key = FormKey::fresh();
    const auto draft = draft_of(record, visit, ask.form.action);
    if (!draft) return;
    ask.form.typed = draft->fields;
    ask.form.key = draft->fields.get("save_key");
    ask.form.notices << draft_notice(draft->head);
}

/// What was typed, with whom it is asked of; errors stand at their fields.
record::Content read(record::Record& record, const Visit& visit, AskForm& ask, const std::vector<SeenChild>& children,
                     const record::Content* recorded) {
    ItemForm& form = ask.form;
    record::Content content = read_about_several(form, children, recorded);
    const auto offered = whom_to_ask(record, visit, children);
    const auto of = form.typed.get("of");
    const bool is_offered = !of.empty() && std::ranges::any_of(offered, [of](const web::Choice& one) { return one.value == of; });
    if (!is_offered) form.errors.add("of", "Choose a colleague who may open this record");
    else record::set_by_key(*ask.rule->type, content.values, "of", *ledger::ItemId::parse(of));
    const record::Value by = record::value_by_key(*ask.rule->type, content.values, "by_day");
    if (const auto* day = std::get_if<Date>(&by); day && *day < law::london_date(visit.now))
        form.errors.add("by_day-day", "Enter today or a day to come");
    return content;
}

void sign(const Visit& visit, const AskForm& ask, record::Content& content) {
    record::set_by_key(*ask.rule->type, content.values, "asked", law::london_minute(visit.now));
    record::set_by_key(*ask.rule->type, content.values, "asked_by", ledger::ItemId(visit.book.viewer().worker.bytes()));
}

std::vector<ledger::SubjectId> subjects_of(const std::vector<SeenChild>& children) {
    std::vector<ledger::SubjectId> about;
    for (const SeenChild& one : children) about.push_back(one.id);
    return about;
}

// --- a new one, and one that follows another ---

AskForm new_form(const Visit& visit, const AskingRule& rule, const SeenChild& child) {
    const web::Link page = web::to("/children") / child.id;
    AskForm ask{.rule = &rule,
                .first = child,
                .form = form_about_several(visit, *rule.type, child, page / "ask" / rule.place, page, rule.not_in(rule.asked)),
                .heading = std::string(rule.asks)};
    return ask;
}

/// The one that is taken further, where the form says that it follows one. Refused where the visitor may not see it whole or it can't be.
Result<std::optional<AskedThing>> taken_further(record::Record& record, const Visit& visit, std::string_view id_text,
                                                const AskingRule& rule) {
    if (id_text.empty()) return std::optional<AskedThing>();
    const auto id = ledger::ItemId::parse(id_text);
    if (!id || !rule.can_be_taken_further) return not_opened_here();
    auto item = seen_item(record, visit.book, *rule.type, *id, "There is no such challenge.");
    if (!item) return refuse(item.error());
    if (!item->is_seen_whole) return refuse(not_seen_whole("challenge"));
    AskedThing thing{&rule, std::move(*item)};
    if (thing.is_settled())
        return refuse(Refusal::Kind::clash, "It was settled or taken further meanwhile.", "Open it and read what came of it.");
    return std::optional(std::move(thing));
}

/// The stage after that one, in the order in which they are declared.
std::string next_stage(const AskedThing& thing) {
    const record::Field& stage = declared(*thing.rule, "stage");
    const record::Value now = thing.value("stage");
    const auto* code = std::get_if<std::string>(&now);
    const auto codes = stage.codes->codes;
    for (std::size_t i = 0; code && i + 1 < codes.size(); ++i)
        if (codes[i].code == *code) return std::string(codes[i + 1].code);
    return code ? *code : "";
}

void begin_further(const AskedThing& thing, AskForm& ask) {
    ask.form.typed = {{"follows", thing.item.id.text()}, {"stage", next_stage(thing)}};
    for (const std::string_view key : {std::string_view("raised_as"), std::string_view("words"), std::string_view("wanted")}) {
        const record::Value held = thing.value(key);
        if (const auto* text = std::get_if<std::string>(&held)) ask.form.typed.add(std::string(key), *text);
    }
    for (const SeenPart& part : thing.item.children) {
        ask.form.typed.add("children", part.child.id.text());
        const record::Value says = record::value_by_key(*thing.rule->type, part.values, "child_says");
        if (const auto* text = std::get_if<std::string>(&says))
            ask.form.typed.add(record::input_about(part.child.id, "child_says"), *text);
    }
}

/// Says which one it follows, in the form and above it.
void say_it_follows(const AskedThing& thing, AskForm& ask) {
    ask.heading = "Take it further";
    ask.form.notices << web::paragraph(
        web::link(web::to("/asked") / thing.item.id, fmt::format("It follows the challenge of {}", thing.words("asked"))));
}

Result<Shown> show_new(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const AskingRule* const rule = rule_in(visit);
    if (!rule) return refuse(Refusal::Kind::not_found, "There is no such page.", "Open the child's page and choose there.");
    AskForm ask = new_form(visit, *rule, *child);
    open_form(record, visit, ask);
    // Where it is asked from the page of what it is about, that is chosen already.
    if (const auto about_what = visit.request.query().get("about_what"); ask.form.typed.empty() && !about_what.empty())
        ask.form.typed.add("about_what", std::string(about_what));
    const std::string follows(ask.form.typed.empty() ? visit.request.query().get("follows") : ask.form.typed.get("follows"));
    const auto further = taken_further(record, visit, follows, *rule);
    if (!further) return refuse(further.error());
    if (*further) {
        if (ask.form.typed.empty()) begin_further(**further, ask);
        say_it_follows(**further, ask);
    }
    if (!ask.form.typed.has("by_day-day")) offer_day(visit, ask);
    return page_of(record, visit, ask);
}

/// Everything that saving a new one changes: it, and the one that it follows.
Result<std::vector<ledger::Change>> changes_of_new(record::Record& record, const Visit& visit, const AskForm& ask,
                                                   ledger::ItemId id, const std::vector<SeenChild>& children,
                                                   record::Content content, const std::optional<AskedThing>& further) {
    const Date today = law::london_date(visit.now);
    const ledger::WorkerId me = visit.book.viewer().worker;
    std::vector<ledger::Change> changes;
    if (ask.rule->can_be_taken_further) {
        const auto first = further ? further->day("first_raised_on") : std::nullopt;
        record::set_by_key(*ask.rule->type, content.values, "first_raised_on", first.value_or(today));
        if (further) record::set_by_key(*ask.rule->type, content.values, "follows", further->item.id);
    }
    changes.push_back(record::change_of(*ask.rule->type, id, 0, subjects_of(children), content, me));
    if (!further) return changes;
    const auto found = visit.book.item(further->item.id);
    if (!found) return refuse(found.error());
    auto before = with_values(record, visit.book.book(), *found,
                              {{"dropped_on", today}, {"dropped_because", std::string("Taken further")}}, me);
    if (!before) return refuse(before.error());
    changes.push_back(std::move(*before));
    return changes;
}

Result<Shown> save_new(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const AskingRule* const rule = rule_in(visit);
    if (!rule) return refuse(Refusal::Kind::not_found, "There is no such page.", "Open the child's page and choose there.");
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId id = key->nth_item(0);
    if (visit.book.book().find(id)) return web::to("/asked") / id;  // The button was pressed twice.
    AskForm ask = new_form(visit, *rule, *child);
    ItemForm& form = ask.form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    const auto further = taken_further(record, visit, form.typed.get("follows"), *rule);
    if (!further) return refuse(further.error());
    if (*further) say_it_follows(**further, ask);
    form.also = also_about(visit.book, *child, law::london_date(visit.now), form.typed);
    if (form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty()) {
        find_child(visit.book, *child, form);
        return page_of(record, visit, ask);
    }
    check_nothing_is_said_about_others(form);
    const auto children = chosen_children(visit, *child, form);
    record::Content content = read(record, visit, ask, children, nullptr);
    if (!form.errors.empty()) return page_of(record, visit, ask);
    sign(visit, ask, content);
    auto changes = changes_of_new(record, visit, ask, id, children, std::move(content), *further);
    if (!changes) return refuse(changes.error());
    if (auto saved = save_together(record, visit, *key, std::move(*changes), "asked for " + std::string(rule->what)); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, form.action);
    return (web::to("/asked") / id).with("saved", 1);
}

// --- one that waits or came back is changed by who asked it ---

Result<AskedThing> thing_to_change(record::Record& record, const Visit& visit) {
    auto thing = asked_thing(record, visit);
    if (!thing) return thing;
    if (!thing->item.is_seen_whole) return refuse(not_seen_whole(thing->rule->place));
    if (thing->worker("asked_by") != visit.book.viewer().worker)
        return refuse(Refusal::Kind::not_allowed, "Only who asked it changes what is asked.",
                      "Tell them what should be different.");
    if (!thing->waits() && !thing->came_back())
        return refuse(Refusal::Kind::clash, "It was answered or dropped meanwhile.", "Open it and read what came of it.");
    return thing;
}

AskForm form_to_change(const Visit& visit, const AskedThing& thing) {
    const web::Link page = web::to("/asked") / thing.item.id;
    const SeenChild& first = thing.item.children.front().child;
    AskForm ask{
        .rule = thing.rule,
        .first = first,
        .form = form_about_several(visit, *thing.rule->type, first, page / "change", page, thing.rule->not_in(thing.rule->asked)),
        .heading = thing.came_back() ? "Ask again" : "Change what is asked",
        .is_new = false};
    for (const SeenPart& one : thing.item.children) ask.form.each.push_back({one.child.id, one.child.name});
    ask.form.goes_into = goes_into(thing.item.names());
    ask.form.starts_from = thing.item.version;
    if (thing.came_back())
        ask.form.notices << web::inset(Html() << "<p>It came back:</p><div class=\"sf-narrative\">" << thing.words("answer_words")
                                              << "</div>");
    return ask;
}

Result<Shown> show_change(record::Record& record, const Visit& visit) {
    const auto thing = thing_to_change(record, visit);
    if (!thing) return refuse(thing.error());
    AskForm ask = form_to_change(visit, *thing);
    open_form(record, visit, ask);
    if (ask.form.typed.empty()) {
        ask.form.typed = typed_from(*thing->rule->type, thing->item.content, ask.form.each);
        ask.form.typed.add("of", thing->worker("of").text());
    }
    return page_of(record, visit, ask);
}

Result<Shown> save_change(record::Record& record, const Visit& visit) {
    const auto thing = thing_to_change(record, visit);
    if (!thing) return refuse(thing.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    AskForm ask = form_to_change(visit, *thing);
    ask.form.typed = visit.request.form();
    ask.form.key = ask.form.typed.get("save_key");
    const auto children = thing->item.seen_children();
    record::Content content = read(record, visit, ask, children, &thing->item.content);
    if (!ask.form.errors.empty()) return page_of(record, visit, ask);
    // Asked anew: what was answered before stays in the versions.
    if (thing->came_back())
        for (const std::string_view field : {"answer", "answered", "answered_by", "answer_words"})
            record::set_by_key(*thing->rule->type, content.values, field, record::Value());
    auto change = record::change_of(*thing->rule->type, thing->item.id, thing->item.version, thing->item.about, content,
                                    visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "changed what is asked"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, ask.form.action);
    return (web::to("/asked") / thing->item.id).with("saved", 1);
}

}  // namespace

void add_asking_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto function) {
        return [&record, function](const Visit& visit) { return function(record, visit); };
    };
    parts.add({
        {get, "/children/{id}/ask/{kind}", needs, with(show_new), later},
        {post, "/children/{id}/ask/{kind}", needs, with(save_new), later},
        {get, "/asked/{id}/change", needs, with(show_change), later},
        {post, "/asked/{id}/change", needs, with(save_change), later},
    });
    int order = 61;
    for (const AskingRule& rule : asking_rules())
        parts.child_links.push_back(
            {.words = std::string(rule.asks),
             .order = order++,
             .needs = needs,
             .to = [place = rule.place](ledger::SubjectId child) { return web::to("/children") / child / "ask" / place; }});
}

}  // namespace steadfast::practice
