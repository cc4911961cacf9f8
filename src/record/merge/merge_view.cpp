#include "record/merge/merge_view.hpp"

#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

web::Link to_child(const SeenChild& child) { return web::to("/children") / child.id; }
web::Link to_both(const SeenChild& one, const SeenChild& other) { return to_child(one) / "same" / other.id; }

std::string reasons(const Likeness& likeness) { return likeness.why.empty() ? "Nothing that they have in common is recorded" : fmt::format("{}", fmt::join(likeness.why, ", ")); }

std::string numbered(const SeenChild& child) {
    return child.person.authority_id.empty() ? child.name : fmt::format("{} ({})", child.name, child.person.authority_id);
}

std::string things_recorded(std::size_t count) { return counted(count, "thing recorded", "things recorded"); }

Html facts_beside_each_other(const TwoRecords& two) {
    const ItemType& type = type_of<Person>();
    const Values ours = two.one.row.values();
    const Values theirs = two.other.row.values();
    web::Comparison comparison{.caption = "What is recorded about who they are", .before = numbered(two.one), .after = numbered(two.other), .rows = {},
                               .changed_word = "Differs"};
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        if (!is_recorded(ours[i]) && !is_recorded(theirs[i])) continue;
        const auto words = [&](const Value& value) { return is_recorded(value) ? Html(in_words(type.fields()[i], value)) : Html("Not recorded"); };
        comparison.rows.push_back({std::string(type.fields()[i].label), words(ours[i]), words(theirs[i]), ours[i] != theirs[i]});
    }
    comparison.rows.push_back({"Recorded about them", Html(things_recorded(two.items_of_one)), Html(things_recorded(two.items_of_other)), false});
    return web::comparison(comparison);
}

/// The facts of the record that is not kept which may be taken over. Before it is known which one that is, both ways are offered.
std::vector<web::Choice> facts_to_take_over(const TwoRecords& two) {
    const ItemType& type = type_of<Person>();
    std::vector<web::Choice> choices;
    for (const bool keeps_other : {false, true}) {
        const SeenChild& from = keeps_other ? two.one : two.other;
        const SeenChild& kept = keeps_other ? two.other : two.one;
        const Values values = from.row.values();
        for (const std::string_view key : differing_facts(kept, from)) {
            const auto position = type.position(key);
            choices.push_back({fmt::format("{}-{}", keeps_other ? "one" : "other", key),
                               fmt::format("{}: {}, from {}", type.fields()[*position].label, in_words(type.fields()[*position], values[*position]), numbered(from)), ""});
        }
    }
    return choices;
}

Html joining_form(const TwoRecords& two) {
    Html fields;
    fields << web::hidden_input("save_key", two.key) << web::hidden_input("step", "check")
           << web::radios({.name = "kept", .legend = "Which record is kept?", .hint = "Whoever looks for the other finds this one, with everything that both hold",
                           .error = std::string(two.errors.at("kept")),
                           .choices = {{"one", numbered(two.one), things_recorded(two.items_of_one)},
                                       {"other", numbered(two.other), things_recorded(two.items_of_other)}},
                           .chosen = std::string(two.typed.get("kept"))});
    const auto facts = facts_to_take_over(two);
    std::vector<std::string> ticked;
    for (const auto value : two.typed.all("fact")) ticked.emplace_back(value);
    if (!facts.empty())
        fields << web::checkboxes({.name = "fact", .legend = "Which facts are taken over from the record that is not kept?",
                                   .hint = "Those of the record that is kept stay, unless you tick another. Nothing is lost: the other record keeps its own",
                                   .error = std::string(two.errors.at("fact")), .choices = facts, .ticked = ticked, .small = true});
    fields << web::text_area({.name = "because", .label = "How is it known that they are one person?", .hint = "Who confirmed it, and from what",
                              .error = std::string(two.errors.at("because")), .value = std::string(two.typed.get("because")), .rows = 4})
           << web::button({.label = "See what this will do"}) << two.keeps_joining;
    return web::post_form({.action = to_both(two.one, two.other), .token = two.form_token, .fields = fields});
}

Html not_the_same_form(const TwoRecords& two) {
    Html fields;
    fields << web::hidden_input("save_key", two.key) << web::hidden_input("step", "two_people")
           << web::text_area({.name = "why_two", .label = "How is it known that they are two people?", .error = std::string(two.errors.at("why_two")),
                              .value = std::string(two.typed.get("why_two")), .rows = 3})
           << web::button({.label = "They are two people", .looks = web::Looks::secondary}) << two.keeps_apart;
    return web::post_form({.action = to_both(two.one, two.other), .token = two.form_token, .fields = fields});
}

std::string what_comes_along(std::size_t things, const std::string& joined) {
    if (things == 0) return fmt::format("Nothing but who they are is recorded about {}.", joined);
    return fmt::format("{} about {} will be shown there, beside those that are there now.", things_recorded(things), joined);
}

Html second_step(const TwoRecords& two) {
    const SeenChild& kept = two.keeps_other() ? two.other : two.one;
    const SeenChild& joined = two.keeps_other() ? two.one : two.other;
    const std::size_t moves = two.keeps_other() ? two.items_of_one : two.items_of_other;
    std::size_t facts = 0;
    Html fields;
    fields << web::hidden_input("save_key", two.key) << web::hidden_input("step", "join") << web::hidden_input("kept", std::string(two.typed.get("kept")))
           << web::hidden_input("because", std::string(two.typed.get("because")));
    for (const auto value : two.typed.all("fact")) {
        fields << web::hidden_input("fact", std::string(value));
        ++facts;
    }
    fields << web::button({.label = "Join the records", .looks = web::Looks::warning});
    Html html;
    html << web::heading_1("What joining them will do") << "<ul class=\"govuk-list govuk-list--bullet\"><li>" << numbered(kept) << " stays. Whoever opens or looks for "
         << numbered(joined) << " comes to it.</li><li>" << what_comes_along(moves, numbered(joined)) << "</li><li>"
         << (facts == 0 ? std::string("No fact about who they are changes.") : counted(facts, "fact", "facts") + " about who they are will be taken over.")
         << "</li><li>If one of the two is restricted, the joined record is.</li><li>It can be taken back at any time, exactly.</li></ul>"
         << web::inset(Html() << "<p>" << two.typed.get("because") << "</p>") << web::post_form({.action = to_both(two.one, two.other), .token = two.form_token, .fields = fields})
         << web::paragraph(web::link(to_both(two.one, two.other), "Go back without joining them"));
    return html;
}

std::string sentence_of(const MergeInWords& merge) {
    return fmt::format("{} joined the record of {} with this one on {}", merge.by, merge.other_name, merge.on);
}

}  // namespace

Html two_records_view(const TwoRecords& two) {
    if (two.is_second_step) return second_step(two);
    Html html;
    html << web::error_summary(two.errors) << two.notices << web::heading_1("One person or two?") << web::paragraph(Html("Why they may be one: " + reasons(two.likeness) + "."))
         << facts_beside_each_other(two) << web::heading_2("They are one person") << joining_form(two) << web::heading_2("They are two people") << not_the_same_form(two);
    return html;
}

Html same_person_view(const SamePerson& same) {
    web::FieldErrors errors;
    if (!same.wrong_number.empty()) errors.add("number", same.wrong_number);
    Html html;
    html << web::error_summary(errors) << web::heading_1("Another record of the same person");
    web::Table table{.caption = "Records that are likely to be of the same person", .columns = {{"Name"}, {"Born"}, {"Number here"}, {"Why"}}, .rows = {},
                     .when_empty = "No other record is likely to be of this person. If you know of one, give its number below."};
    for (const LikelyPerson& one : same.likely)
        table.rows.push_back({web::link(to_both(same.child, one.child), one.child.name), Html(one.child.person.born ? one.child.person.born->words() : "Not recorded"),
                              Html(one.child.person.authority_id), Html(reasons(one.likeness))});
    Html fields;
    fields << web::text_input({.name = "number", .label = "Number here of the other record", .error = same.wrong_number, .value = same.typed_number,
                               .width = web::Width::ten, .autocomplete = "off", .spellcheck = false})
           << web::button({.label = "Compare", .looks = web::Looks::secondary});
    html << web::table(table) << web::post_form({.action = to_child(same.child) / "same", .token = same.form_token, .fields = fields});
    return html;
}

Html likely_pairs_view(const LikelyPairs& likely, std::size_t most) {
    web::Table table{.caption = likely.whole > most ? fmt::format("The likeliest {} of {} pairs", most, grouped(likely.whole)) : counted(likely.whole, "pair", "pairs"),
                     .columns = {{"Compare"}, {"With"}, {"Born"}, {"Why they may be one person"}}, .rows = {},
                     .when_empty = "No two records look like one person. Pairs appear here when names sound alike and a date of birth or a number is the same."};
    for (const LikelyPair& pair : likely.pairs)
        table.rows.push_back({web::link(to_both(pair.one, pair.other), numbered(pair.one), "compared with " + numbered(pair.other)), Html(numbered(pair.other)),
                              Html(pair.one.person.born ? pair.one.person.born->words() : "Not recorded"), Html(reasons(pair.likeness))});
    Html html;
    html << web::heading_1("Likely duplicates") << web::table(table);
    return html;
}

Html merges_panel(const SeenChild& child, const std::vector<MergeInWords>& merges) {
    if (merges.empty()) return {};
    Html html;
    html << web::heading_2("Joined records") << "<ul class=\"govuk-list\">";
    for (const MergeInWords& merge : merges) {
        html << "<li>" << sentence_of(merge) << ".";
        if (!merge.because.empty()) html << " " << web::details("Why", Html() << "<p class=\"govuk-body\">" << merge.because << "</p>");
        if (merge.merge.merge.undone_on)
            html << "<p class=\"govuk-body\">They were taken apart again on " << merge.merge.merge.undone_on->words() << ": " << merge.undone_because << "</p>";
        else if (merge.may_undo) html << "<p class=\"govuk-body\">" << web::link(to_child(child) / "joined" / merge.merge.item, "Take them apart again") << "</p>";
        html << "</li>";
    }
    html << "</ul>";
    return html;
}

Html taking_apart_view(const TakingApart& taking) {
    web::FieldErrors errors;
    if (!taking.wrong.empty()) errors.add("because", taking.wrong);
    Html fields;
    fields << web::hidden_input("save_key", taking.key)
           << web::text_area({.name = "because", .label = "Why are they two people after all?", .error = taking.wrong, .value = taking.typed, .rows = 4})
           << web::button({.label = "Take the records apart", .looks = web::Looks::warning}) << taking.keeping;
    Html html;
    html << web::error_summary(errors) << web::heading_1("Take two records apart again") << web::paragraph(Html(sentence_of(taking.merge) + "."))
         << "<ul class=\"govuk-list govuk-list--bullet\"><li>Each record has again what was recorded about that person, to the last word.</li>"
            "<li>What was recorded since they were joined stays with the record that was kept. Look through it, and move what belongs to the other.</li>"
            "<li>Facts that were taken over go back, unless somebody has changed them since.</li></ul>"
         << taking.notice << web::post_form({.action = to_child(taking.child) / "joined" / taking.merge.merge.item, .token = taking.form_token, .fields = fields});
    return html;
}

}  // namespace steadfast::record::pages
