#include "law/london.hpp"
#include "practice/oversight/asking.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

// The page of what was asked: what it says, the answer or the form for one, and what whoever asked can do next.
namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using web::Html;

const record::Field& declared(const AskedThing& thing, std::string_view key) {
    return thing.rule->type->fields()[*thing.rule->type->position(key)];
}

web::Link page_of(const AskedThing& thing) { return web::to("/asked") / thing.item.id; }
web::Link answer_form_of(const AskedThing& thing) { return page_of(thing).with("form", "answer"); }

Html long_or_short(const AskedThing& thing, std::string_view key) {
    const std::string words = thing.words(key);
    if (words.empty()) return Html() << "<span class=\"govuk-hint\">Not recorded</span>";
    return Html() << "<div class=\"sf-narrative\">" << words << "</div>";
}

std::string who_and_when(const Visit& visit, const AskedThing& thing, std::string_view by, std::string_view at) {
    return fmt::format("{}, {}", worker_name(visit.book.book(), thing.worker(by)), thing.words(at));
}

Html what_was_asked(const Visit& visit, const AskedThing& thing) {
    const Date today = law::london_date(visit.now);
    std::vector<web::SummaryRow> rows{
        {"Asked by", Html(who_and_when(visit, thing, "asked_by", "asked"))},
        {std::string(declared(thing, "of").label), Html(worker_name(visit.book.book(), thing.worker("of")))}};
    for (const std::string_view key : thing.rule->asked) {
        if (key == "by_day") continue;
        rows.push_back({std::string(declared(thing, key).label), long_or_short(thing, key)});
    }
    for (const SeenPart& part : thing.item.children) {
        const record::Value says = record::value_by_key(*thing.rule->type, part.values, "child_says");
        const auto* text = std::get_if<std::string>(&says);
        rows.push_back(
            {fmt::format("What {} wants", part.child.name), text ? Html() << "<div class=\"sf-narrative\">" << *text << "</div>"
                                                                 : Html() << "<span class=\"govuk-hint\">Not recorded</span>"});
    }
    if (const auto by = thing.day("by_day"))
        rows.push_back({std::string(declared(thing, "by_day").label),
                        Html(thing.waits() ? with_distance(*by, today) : by->words_with_weekday())});
    return web::summary_list(rows);
}

Html the_answer(const Visit& visit, const AskedThing& thing) {
    if (thing.was_dropped())
        return web::inset(
            Html(fmt::format("{}: {}.", thing.words("dropped_because").empty() ? "Asked no more" : thing.words("dropped_because"),
                             thing.words("dropped_on"))));
    if (!thing.has_answer()) return {};
    std::vector<web::SummaryRow> rows;
    for (const std::string_view key : thing.rule->answered)
        if (key == "answer" || !thing.words(key).empty())
            rows.push_back({std::string(declared(thing, key).label), long_or_short(thing, key)});
    rows.push_back(
        {std::string(declared(thing, "answered_by").label), Html(who_and_when(visit, thing, "answered_by", "answered"))});
    if (thing.rule->can_be_taken_further && thing.day("settled_on")) rows.push_back({"Settled", Html(thing.words("settled_on"))});
    return Html() << web::heading_2(declared(thing, "answer").label) << web::summary_list(rows);
}

const record::decisions::DecisionRule* rule_of(const Visit& visit, const AskedThing& thing) {
    const record::Value matter =
        thing.rule->type->position("about_what") ? thing.value("about_what") : record::Value();
    const auto* code = std::get_if<std::string>(&matter);
    const auto& rules = visit.parts.decision_rules;
    const auto rule = std::ranges::find_if(rules, [code](const auto& one) { return code && one.about_what == *code; });
    return rule == rules.end() ? nullptr : &*rule;
}

/// Each once, though it may be about several of the children.
Html to_read_first(const Visit& visit, const AskedThing& thing) {
    const auto* const rule = rule_of(visit, thing);
    std::vector<ledger::ItemId> items;
    for (const SeenPart& part : thing.item.children)
        if (const auto item = rule && rule->to_read ? rule->to_read(visit.book, part.child) : std::nullopt;
            item && std::ranges::find(items, *item) == items.end())
            items.push_back(*item);
    Html html;
    for (const ledger::ItemId item : items)
        if (const auto found = visit.book.item(item))
            html << web::paragraph(Html() << "Read it first: " << web::link(web::to("/items") / item, found->type().name()) << ".");
    return html;
}

/// So that nobody agrees to more than they meant to.
Html what_follows(const Visit& visit, const AskedThing& thing) {
    const auto* const rule = rule_of(visit, thing);
    Html lines;
    for (const SeenPart& part : thing.item.children)
        if (const std::string says = rule ? rule->follows(visit.book, part.child) : ""; !says.empty())
            lines << "<li>" << says << "</li>";
    if (lines.empty()) return {};
    return web::inset(Html() << "<p>If you agree:</p><ul class=\"govuk-list govuk-list--bullet\">" << lines << "</ul>");
}

Result<std::vector<ledger::Change>> changes_that_follow(record::Record& record, const Visit& visit, const AskedThing& thing) {
    std::vector<ledger::Change> changes;
    const auto answer = visit.request.form().get("answer");
    const auto* const rule = answer == "agreed" || answer == "conditions" ? rule_of(visit, thing) : nullptr;
    for (std::size_t i = 0; rule && i < thing.item.children.size(); ++i) {
        auto more = rule->when_agreed(record, visit.book, thing.item.children[i].child, law::london_date(visit.now));
        if (!more) return refuse(more.error());
        for (ledger::Change& change : *more) changes.push_back(std::move(change));
    }
    return changes;
}

Html answer_form(record::Record& record, const Visit& visit, const AskedThing& thing, const web::FieldErrors& errors,
                 const web::Fields* sent) {
    const OpenedForm opened = opened_form(record, visit, answer_form_of(thing), sent != nullptr);
    const web::Fields& typed = sent ? *sent : opened.typed;
    Html fields;
    fields << web::hidden_input("save_key", opened.key) << web::hidden_input("starts_from", std::to_string(thing.item.version));
    for (const std::string_view key : thing.rule->answered) fields << input_of(declared(thing, key), typed, errors);
    fields << web::hint(goes_into(thing.item.names())) << web::button({.label = "Save"})
           << keeps_itself(record, visit,
                           {.address = answer_form_of(thing),
                            .name = std::string(thing.rule->answers) + ": " + std::string(thing.rule->type->name()),
                            .about = thing.item.about,
                            .item = thing.item.id},
                           typed);
    return Html() << web::heading_2(thing.rule->answers) << opened.notice << to_read_first(visit, thing) << what_follows(visit, thing)
                  << web::post_form(
                         {.action = page_of(thing) / "answer", .token = visit.form_token, .fields = std::move(fields)});
}

Html press(const Visit& visit, const web::Link& action, std::string_view words) {
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh())
           << web::button({.label = std::string(words), .looks = web::Looks::secondary});
    return web::post_form({.action = action, .token = visit.form_token, .fields = std::move(fields)});
}

/// What whoever asked can do: change it, ask again, say that the answer settles it, take it further, ask it no more.
Html what_next(const Visit& visit, const AskedThing& thing) {
    if (thing.worker("asked_by") != visit.book.viewer().worker || thing.is_settled() || !thing.item.is_seen_whole) return {};
    Html html;
    if (thing.came_back()) html << web::button_link(page_of(thing) / "change", "Complete it and ask again");
    else if (thing.has_answer()) html << press(visit, page_of(thing) / "settle", "The answer settles it");
    if (thing.waits()) html << web::paragraph(web::link(page_of(thing) / "change", "Change what is asked"));
    if (thing.rule->can_be_taken_further)
        html << web::paragraph(web::link((web::to("/children") / thing.item.children.front().child.id / "ask" / thing.rule->place)
                                             .with("follows", thing.item.id.text()),
                                         "Take it further"));
    if (!thing.has_answer() || thing.came_back()) html << press(visit, page_of(thing) / "drop", "Ask it no more");
    return html;
}

Result<Shown> show(record::Record& record, const Visit& visit) {
    const auto thing = asked_thing(record, visit);
    if (!thing) return refuse(thing.error());
    auto page = asked_page(record, visit, *thing);
    if (!page) return refuse(page.error());
    return std::move(*page);
}

Result<Shown> answer(record::Record& record, const Visit& visit) {
    const auto thing = asked_thing(record, visit);
    if (!thing) return refuse(thing.error());
    if (!thing->item.is_seen_whole) return refuse(not_seen_whole(thing->rule->place));
    if (const auto allowed = check_may_answer(*thing, visit.book.viewer()); !allowed) return refuse(allowed.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& typed = visit.request.form();
    web::FieldErrors errors;
    // Somebody was faster: what this one wrote is shown beside what stands there now, and can be copied.
    if (!thing->waits())
        errors.add("answer_words", "This was answered meanwhile, as the page says now. What you wrote is still here");
    const record::FormRead read = record::read_form(*thing->rule->type, typed);
    std::vector<NewValue> values{{"answered", law::london_minute(visit.now)},
                                 {"answered_by", ledger::ItemId(visit.book.viewer().worker.bytes())}};
    for (const std::string_view field : thing->rule->answered) {
        if (!read.errors.at(field).empty()) errors.add(std::string(field), std::string(read.errors.at(field)));
        values.push_back({field, record::value_by_key(*thing->rule->type, read.values, field)});
    }
    if (typed.get("answer").empty()) errors.add("answer", fmt::format("Choose: {}", declared(*thing, "answer").label));
    if (web::trimmed(typed.get("answer_words")).empty())
        errors.add("answer_words", fmt::format("Enter: {}", declared(*thing, "answer_words").label));
    if (!errors.empty()) {
        auto page = asked_page(record, visit, *thing, errors, &typed);
        if (!page) return refuse(page.error());
        return std::move(*page);
    }
    const auto found = visit.book.item(thing->item.id);
    if (!found) return refuse(found.error());
    auto change = with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    auto changes = changes_that_follow(record, visit, *thing);
    if (!changes) return refuse(changes.error());
    changes->insert(changes->begin(), std::move(*change));
    if (auto saved = save_together(record, visit, *key, std::move(*changes), "answered " + std::string(thing->rule->what));
        !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, answer_form_of(*thing));
    return page_of(*thing).with("saved", 1);
}

/// One press of whoever asked.
Result<Shown> say(record::Record& record, const Visit& visit, bool is_settled) {
    const auto thing = asked_thing(record, visit);
    if (!thing) return refuse(thing.error());
    if (!thing->item.is_seen_whole) return refuse(not_seen_whole(thing->rule->place));
    if (thing->worker("asked_by") != visit.book.viewer().worker)
        return refuse(Refusal::Kind::not_allowed, "Only who asked it says so.", "Tell them what you know.");
    if (thing->is_settled()) return page_of(*thing);
    if (is_settled && (!thing->has_answer() || !thing->rule->can_be_taken_further))
        return refuse(Refusal::Kind::clash, "There is no answer yet that could settle it.", "Wait for it, or take it further.");
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto found = visit.book.item(thing->item.id);
    if (!found) return refuse(found.error());
    const Date today = law::london_date(visit.now);
    const std::vector<NewValue> values =
        is_settled ? std::vector<NewValue>{{"settled_on", today}}
                   : std::vector<NewValue>{{"dropped_on", today}, {"dropped_because", std::string("Taken back by who asked it")}};
    auto change = with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)},
                                   is_settled ? "said that an answer settles it" : "asks it no more");
        !saved)
        return refuse(saved.error());
    return page_of(*thing);
}

}  // namespace

Result<Page> asked_page(record::Record& record, const Visit& visit, const AskedThing& thing, const web::FieldErrors& errors,
                        const web::Fields* typed) {
    const record::ItemType& type = *thing.rule->type;
    const bool may_answer = thing.item.is_seen_whole && may(visit.book.viewer(), Permission::record_work) &&
                            check_may_answer(thing, visit.book.viewer()).has_value();
    ItemPage about{.id = thing.item.id, .type = &type, .children = thing.item.seen_children(), .about = {}};
    Html main;
    main << web::error_summary(errors) << web::heading_1(type.name());
    if (visit.request.query().has("saved")) main << web::notification(web::Notice::success, Html("Saved."));
    main << what_was_asked(visit, thing) << the_answer(visit, thing);
    if (may_answer && (thing.waits() || typed)) main << answer_form(record, visit, thing, errors, typed);
    main << what_next(visit, thing);
    if (const auto follows = thing.value("follows"); const auto* item = std::get_if<ledger::ItemId>(&follows))
        main << web::paragraph(web::link(web::to("/asked") / *item, "The challenge that it follows"));
    main << "<p class=\"govuk-body sf-screen-only\">" << web::link(web::to("/items") / thing.item.id, "Its versions")
         << " &nbsp; " << web::link(web::to("/asked"), "All that was asked of me and by me") << "</p>";
    Page page = page_about(visit, about, std::move(main), std::string(type.name()));
    page.title = std::string(type.name());
    page.status = errors.empty() ? 200 : 422;
    return page;
}

void add_answering_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/asked/{id}", Permission::see_children, [&record](const Visit& visit) { return show(record, visit); }, later},
        {post, "/asked/{id}/answer", Permission::record_work, [&record](const Visit& visit) { return answer(record, visit); },
         later},
        {post, "/asked/{id}/settle", Permission::record_work, [&record](const Visit& visit) { return say(record, visit, true); },
         later},
        {post, "/asked/{id}/drop", Permission::record_work, [&record](const Visit& visit) { return say(record, visit, false); },
         later},
    });
    for (const AskingRule& rule : asking_rules())
        parts.own_pages.push_back({rule.type, [](ledger::ItemId id) { return web::to("/asked") / id; }});
}

}  // namespace steadfast::practice
