#include "practice/early_help/carried.hpp"

#include "record/item/by_key.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::SeenBook;
using record::type_of;

/// "Heading\nwords", with an empty line before it where something stands above; nothing where there are no words.
void add(std::string& text, std::string_view heading, std::string_view words) {
    if (words.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += fmt::format("{}\n{}", heading, words);
}

std::string text_by_key(const record::ItemType& type, const record::Values& values, std::string_view key) {
    const auto position = type.position(key);
    if (!position) return "";
    if (type.fields()[*position].kind == record::FieldKind::code)
        return record::in_words(type.fields()[*position], values[*position]);
    const auto* text = std::get_if<std::string>(&values[*position]);
    return text ? *text : "";
}

bool is_code(const record::ItemType& type, const record::Values& values, std::string_view key, std::string_view code) {
    return record::value_by_key(type, values, key) == record::Value(std::string(code));
}

std::string_view whether_they_agree(const record::ItemType& type, const record::Values& values) {
    if (is_code(type, values, "consent", "given")) return "agreed";
    return is_code(type, values, "consent", "refused") ? "declined" : "not_asked";
}

/// Whoever wants to stay unnamed is named in nothing that the family reads.
std::string who_got_in_touch(const record::ItemType& contact, const record::Values& values) {
    if (record::value_by_key(contact, values, "stays_unnamed") == record::Value(true)) return "";
    std::string who = text_by_key(contact, values, "who_contacted");
    for (const auto key : {"agency", "contacted_by"})
        if (const std::string more = text_by_key(contact, values, key); !more.empty()) who += (who.empty() ? "" : ", ") + more;
    return who;
}

/// Who decided on it looks over the help, until somebody says otherwise.
void take_over(EarlyHelp& help, const record::ItemType& contact, const record::Values& values) {
    help.why.text = text_by_key(contact, values, "worries");
    add(help.known.text, "Who got in touch", who_got_in_touch(contact, values));
    add(help.known.text, "What the child is known to feel or say", text_by_key(contact, values, "child_says"));
    add(help.known.text, "Why early help was decided", text_by_key(contact, values, "decision_why"));
    help.agreed.code = whether_they_agree(contact, values);
    help.agreed_words.text = text_by_key(contact, values, "consent_words");
    const record::Value decided_by = record::value_by_key(contact, values, "decided_by");
    if (const auto* worker = std::get_if<ledger::ItemId>(&decided_by)) help.overseen_by.item = *worker;
}

}  // namespace

record::Content Carried::content() const {
    const record::ItemType& type = type_of<EarlyHelp>();
    record::Content content;
    content.values = type.values_of(help);
    for (const std::string& words : child_words) {
        EarlyHelp of_child;
        of_child.child_words.text = words;
        content.about.emplace_back().values = type.values_of(of_child);
    }
    return content;
}

Result<Carried> carried_from_contact(record::Record& record, const SeenBook& book, ledger::ItemId contact, Date today) {
    const record::ItemType* type = record.catalogue().find("contact");
    if (!type)
        return refuse(Refusal::Kind::not_found, "This council keeps no contacts.", "Begin early help on the child's page.");
    const auto item =
        record::pages::seen_item(record, book, *type, contact, "There is no such contact, or none that you may see.");
    if (!item) return refuse(item.error());
    if (!is_code(*type, item->content.values, "decision", "early_help"))
        return refuse(Refusal::Kind::clash, "This contact was not decided as early help.", "Open it and read what was decided.");
    if (item->children.empty())
        return refuse(Refusal::Kind::invalid, "Nobody has said yet which children this contact is about.",
                      "Change the contact and choose the children, then begin early help.");
    Carried carried;
    carried.help.began = today;
    carried.help.kind.code = "early_help";
    carried.help.came_from.code = "contact";
    carried.help.contact.item = contact;
    take_over(carried.help, *type, item->content.values);
    carried.children = item->seen_children();
    carried.child_words.resize(carried.children.size());
    return carried;
}

Result<Carried> carried_from_plan(record::Record& record, const SeenBook& book, ledger::ItemId id, Date today) {
    const auto plan = record::plans::open_plan(record, book, id);
    if (!plan) return refuse(plan.error());
    Carried carried;
    EarlyHelp& help = carried.help;
    help.began = today;
    help.kind.code = "family_help";
    help.came_from.code = plan->shared.kind.is("protection") ? "protection" : "in_need";
    help.stepped_down_from.item = id;
    help.agreed.code = "not_asked";
    add(help.known.text, "What the plan wanted to be different", plan->shared.must_be_different);
    add(help.known.text, "What is going well", plan->shared.going_well.text);
    add(help.known.text, "What we were worried about", plan->shared.worries.text);
    add(help.known.text, "What the family says", plan->shared.family_words.text);
    std::string undone;
    for (const record::plans::PromisedAction* one : plan->undone())
        undone += fmt::format("{}{}: {}", undone.empty() ? "" : "\n", one->who, one->action.action);
    add(help.known.text, "Not done yet", undone);
    for (const record::plans::PlannedChild& one : plan->children) {
        carried.children.push_back(one.child);
        carried.child_words.push_back(one.part.child_words.text);
    }
    return carried;
}

record::Content assessment_begun(const EarlyHelpSeen& seen, Date today, ledger::WorkerId by) {
    FamilyAssessment assessment;
    assessment.early_help.item = seen.id();
    assessment.began = today;
    assessment.assessed_by.item = ledger::ItemId(by.bytes());
    assessment.worries.text = seen.help.why.text;
    add(assessment.worries.text, "What is known already", seen.help.known.text);
    const record::ItemType& type = type_of<FamilyAssessment>();
    record::Content content;
    content.values = type.values_of(assessment);
    for (const record::pages::SeenPart& child : seen.item.children) {
        FamilyAssessment of_child;
        of_child.child_words = type_of<EarlyHelp>().item_from<EarlyHelp>(child.values).child_words;
        content.about.emplace_back().values = type.values_of(of_child);
    }
    return content;
}

std::string summary_to_carry_up(record::Record& record, const SeenBook& book, const EarlyHelpSeen& seen,
                                const BelongsToHelp& belongs) {
    std::string text;
    add(text, "Why early help began", seen.help.why.text);
    if (!belongs.assessments.empty()) {
        const auto item = record::pages::seen_item(record, book, type_of<FamilyAssessment>(), belongs.assessments.front().id,
                                                   "The assessment could not be read.");
        const auto assessment =
            item ? type_of<FamilyAssessment>().item_from<FamilyAssessment>(item->content.values) : FamilyAssessment();
        add(text, "What the whole-family assessment came to", assessment.comes_to.text);
        add(text, "What is going well", assessment.going_well.text);
        add(text, "Who in the family and round it can help", assessment.network.text);
        add(text, "What the family wants to be different", assessment.family_wants.text);
        if (!item)
            add(text, "The whole-family assessment", "It could not be read just now. It stands on the page of the early help.");
    } else {
        add(text, "What was known when it began", seen.help.known.text);
    }
    if (belongs.plan) add(text, "What the early help plan wanted to be different", belongs.plan->plan.must_be_different);
    add(text, "Who led the help", seen.help.led_by);
    return text;
}

}  // namespace steadfast::practice
