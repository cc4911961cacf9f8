#include "practice/oversight/asking.hpp"

#include "record/access/each_about.hpp"
#include "practice/oversight/challenge.hpp"
#include "practice/oversight/decision_asked.hpp"
#include "record/book/derived_from.hpp"
#include "record/item/by_key.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::type_of;

template <class Wanted>
const ledger::ItemId* item_in(const Wanted& value) {
    return std::get_if<ledger::ItemId>(&value);
}

ledger::WorkerId worker_in(const record::Value& value) {
    const auto* item = item_in(value);
    return item ? ledger::WorkerId(item->bytes()) : ledger::WorkerId();
}

/// Whether it has been answered so that nobody need answer it again.
template <class Item>
bool waits(const Item& item) {
    return !item.dropped_on && !item.answer.is_recorded();
}

AskedLine line_of(const Visit& visit, const record::Found& found, const AskingRule& rule) {
    AskedLine line{.item = visit.book.book().item_id(found),
                   .rule = &rule,
                   .about = {},
                   .children = {},
                   .in_one_line = record::words_by_key(found, rule.asked.front())};
    for (const ledger::SubjectId subject : visit.book.book().subjects(found))
        if (const auto child = visit.book.child(subject)) {
            line.about += (line.about.empty() ? "" : ", ") + child->name;
            line.children.push_back(child->id);
        }
    line.asked_by = worker_in(record::value_by_key(found, "asked_by"));
    line.of = worker_in(record::value_by_key(found, "of"));
    line.asked_on = record::day_by_key(found, "asked");
    line.by_day = record::day_by_key(found, "by_day");
    line.answer = record::words_by_key(found, "answer");
    line.answered_on = record::day_by_key(found, "answered");
    const record::Value answer = record::value_by_key(found, "answer");
    const auto* code = std::get_if<std::string>(&answer);
    const bool came_back = code && !rule.comes_back_with.empty() && *code == rule.comes_back_with;
    const bool is_unsettled = rule.can_be_taken_further && code && !record::day_by_key(found, "settled_on");
    line.needs_the_asker = !record::day_by_key(found, "dropped_on") && (came_back || is_unsettled);
    return line;
}

void add_lines(const Visit& visit, const std::vector<ledger::ItemId>& items, std::vector<AskedLine>& lines) {
    for (const ledger::ItemId item : items) {
        const auto found = visit.book.item_in_part(item);
        if (!found) continue;
        if (const AskingRule* const rule = asking_rule_of(found->type())) lines.push_back(line_of(visit, *found, *rule));
    }
}

}  // namespace

template <class Item>
AskedOf<Item>::AskedOf(const record::Book& book) {
    book.each_of(type_of<Item>(), [&](const record::Found& found) {
        const auto item = found.table->template item<Item>(found.row);
        const ledger::ItemId id = book.item_id(found);
        if (waits(item)) waiting_[ledger::WorkerId(item.of.item.bytes())].push_back(id);
        if (!item.dropped_on) asked_[ledger::WorkerId(item.asked_by.item.bytes())].push_back(id);
    });
}
template class AskedOf<DecisionAsked>;
template class AskedOf<Challenge>;

std::vector<std::string_view> AskingRule::not_in(const std::vector<std::string_view>& keys) const {
    std::vector<std::string_view> others;
    for (const record::Field& field : type->fields())
        if (std::ranges::find(keys, field.key) == keys.end() && !(field.is_about_each && &keys == &asked))
            others.push_back(field.key);
    return others;
}

const std::vector<AskingRule>& asking_rules() {
    static const std::vector<AskingRule> rules{
        {.type = &type_of<DecisionAsked>(),
         .place = "decision",
         .asks = "Ask for a decision",
         .answers = "Decide",
         .what = "a decision",
         .guidance =
             "For what you may not decide alone. Whoever you ask sees it on their first page, and it is owed by the day you say.",
         .usual_working_days = 5,
         .asked = {"about_what", "words", "thought_of", "by_day"},
         .answered = {"answer", "panel", "answer_words"},
         .comes_back_with = "more"},
        {.type = &type_of<Challenge>(),
         .place = "challenge",
         .asks = "Challenge something",
         .answers = "Answer",
         .what = "a challenge",
         .guidance =
             "For what should not stand: a decision that is not in the child's interest, or something that was promised and not done. It must be answered, and you can take it further.",
         .usual_working_days = 5,
         .asked = {"raised_as", "stage", "words", "wanted", "by_day"},
         .answered = {"answer", "answer_words"},
         .comes_back_with = "",
         .can_be_taken_further = true},
    };
    return rules;
}

const AskingRule* asking_rule_of(const record::ItemType& type) {
    const auto found = std::ranges::find(asking_rules(), &type, &AskingRule::type);
    return found == asking_rules().end() ? nullptr : &*found;
}

record::Value AskedThing::value(std::string_view key) const {
    return rule->type->position(key) ? record::value_by_key(*rule->type, item.content.values, key) : record::Value();
}

std::string AskedThing::words(std::string_view key) const {
    const auto position = rule->type->position(key);
    return position ? record::in_words(rule->type->fields()[*position], item.content.values[*position]) : "";
}

ledger::WorkerId AskedThing::worker(std::string_view key) const { return worker_in(value(key)); }

std::optional<Date> AskedThing::day(std::string_view key) const {
    const record::Value held = value(key);
    if (const auto* date = std::get_if<Date>(&held)) return *date;
    const auto* when = std::get_if<When>(&held);
    return when ? when->first_day() : std::nullopt;
}

bool AskedThing::came_back() const {
    const record::Value held = value("answer");
    const auto* code = std::get_if<std::string>(&held);
    return !was_dropped() && code && !rule->comes_back_with.empty() && *code == rule->comes_back_with;
}

bool AskedThing::is_settled() const {
    return was_dropped() || (has_answer() && !came_back() && (!rule->can_be_taken_further || day("settled_on")));
}

Result<AskedThing> asked_thing(record::Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item_in_part(*id);
    const AskingRule* const rule = found ? asking_rule_of(found->type()) : nullptr;
    if (!rule) return refuse(Refusal::Kind::not_found, "Nothing of that kind was asked.", "Look on the child's page.");
    auto item = seen_item(record, visit.book, *rule->type, *id, "It was recorded in error, or nothing of that kind was asked.");
    if (!item) return refuse(item.error());
    return AskedThing{rule, std::move(*item)};
}

Result<void> check_may_answer(const AskedThing& thing, const record::Viewer& viewer) {
    if (thing.worker("asked_by") == viewer.worker)
        return refuse(Refusal::Kind::not_allowed, "You asked this yourself, so somebody else answers it.",
                      "Ask another colleague, or wait for the one whom you asked.");
    if (thing.worker("of") == viewer.worker || may(viewer, record::Permission::authorise_assessments)) return {};
    return refuse(Refusal::Kind::not_allowed, "It is answered by whoever was asked, or by a manager.",
                  "Tell a manager if it can't wait.");
}

std::vector<AskedLine> asked_of_me(const Visit& visit) {
    const ledger::WorkerId me = visit.book.viewer().worker;
    std::vector<AskedLine> lines;
    add_lines(visit, record::derived_from<AskedOf<DecisionAsked>, DecisionAsked>(visit.book.book())->waiting_for(me), lines);
    add_lines(visit, record::derived_from<AskedOf<Challenge>, Challenge>(visit.book.book())->waiting_for(me), lines);
    std::ranges::stable_sort(lines, {}, &AskedLine::by_day);
    return lines;
}

std::vector<AskedLine> asked_by_me(const Visit& visit) {
    const ledger::WorkerId me = visit.book.viewer().worker;
    std::vector<AskedLine> lines;
    add_lines(visit, record::derived_from<AskedOf<DecisionAsked>, DecisionAsked>(visit.book.book())->asked_by(me), lines);
    add_lines(visit, record::derived_from<AskedOf<Challenge>, Challenge>(visit.book.book())->asked_by(me), lines);
    std::ranges::stable_sort(lines, std::greater<>(), &AskedLine::asked_on);
    return lines;
}

std::vector<AskedLine> open_about(const Visit& visit, const record::SeenChild& child) {
    std::vector<AskedLine> lines;
    record::each_about<DecisionAsked, Challenge>(visit.book, child, [&](const record::Found& found) {
        const AskingRule* const rule = asking_rule_of(found.type());
        if (!rule || record::day_by_key(found, "dropped_on")) return;
        AskedLine line = line_of(visit, found, *rule);
        if (line.answer.empty() || line.needs_the_asker) lines.push_back(std::move(line));
    });
    std::ranges::stable_sort(lines, {}, &AskedLine::by_day);
    return lines;
}

}  // namespace steadfast::practice
