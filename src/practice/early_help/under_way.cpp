#include "practice/early_help/under_way.hpp"

#include "record/access/each_about.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Found;
using record::RowHead;
using record::SeenBook;
using record::SeenChild;
using record::type_of;

EarlyHelpLine line_of(const SeenBook& book, const Found& found) {
    EarlyHelpLine line{.id = book.book().item_id(found),
                       .version = found.head().version,
                       .help = found.table->item<EarlyHelp>(found.row),
                       .children = {}};
    for (const auto subject : book.book().subjects(found))
        if (auto child = book.child(subject)) line.children.push_back(std::move(*child));
    return line;
}

bool is_early_help(const Found& found) { return &found.type() == &type_of<EarlyHelp>() && !found.head().has(RowHead::gone); }

}  // namespace

std::vector<EarlyHelpLine> early_help_of(const SeenBook& book, const SeenChild& child) {
    std::vector<EarlyHelpLine> lines;
    record::each_about<EarlyHelp>(book, child, [&](const Found& found) {
        if (is_early_help(found)) lines.push_back(line_of(book, found));
    });
    std::ranges::stable_sort(lines, std::ranges::greater(), [](const EarlyHelpLine& line) { return line.help.began; });
    return lines;
}

std::optional<EarlyHelpLine> open_early_help_of(const SeenBook& book, const SeenChild& child) {
    for (EarlyHelpLine& line : early_help_of(book, child))
        if (line.help.is_open()) return std::move(line);
    return std::nullopt;
}

std::vector<EarlyHelpLine> open_early_help(const SeenBook& book) {
    std::vector<EarlyHelpLine> lines;
    book.each_of(type_of<EarlyHelp>(), [&](const Found& found) {
        if (!is_early_help(found)) return;
        EarlyHelpLine line = line_of(book, found);
        if (line.help.is_open() && !line.children.empty()) lines.push_back(std::move(line));
    });
    std::ranges::stable_sort(lines, {}, [](const EarlyHelpLine& line) { return line.help.began; });
    return lines;
}

Result<EarlyHelpSeen> early_help_seen(record::Record& record, const SeenBook& book, ledger::ItemId id) {
    auto item = record::pages::seen_item(record, book, type_of<EarlyHelp>(), id,
                                         "There is no such early help, or none that you may see.");
    if (!item) return refuse(item.error());
    EarlyHelp help = type_of<EarlyHelp>().item_from<EarlyHelp>(item->content.values);
    return EarlyHelpSeen{std::move(*item), std::move(help)};
}

BelongsToHelp belongs_to(const SeenBook& book, const EarlyHelpSeen& seen) {
    BelongsToHelp belongs;
    record::each_about<FamilyAssessment, EarlyHelpOversight>(book, seen.first(), [&](const Found& found) {
        if (found.head().has(RowHead::gone)) return;
        if (&found.type() == &type_of<FamilyAssessment>())
            if (auto one = found.table->item<FamilyAssessment>(found.row); one.early_help.item == seen.id())
                belongs.assessments.push_back({book.book().item_id(found), std::move(one)});
        if (&found.type() == &type_of<EarlyHelpOversight>())
            if (auto one = found.table->item<EarlyHelpOversight>(found.row); one.early_help.item == seen.id())
                belongs.oversight.push_back({book.book().item_id(found), std::move(one)});
    });
    std::ranges::stable_sort(belongs.assessments, std::ranges::greater(),
                             [](const AssessmentLine& one) { return one.assessment.began; });
    std::ranges::stable_sort(belongs.oversight, std::ranges::greater(),
                             [](const OversightLine& one) { return one.oversight.looked_on; });
    for (record::plans::PlanLine& one : record::plans::plans_of(book, seen.first())) {
        if (!one.plan.is_in_force()) continue;
        if (one.id == seen.help.stepped_down_from.item) belongs.plan_before = std::move(one);
        else if (one.plan.kind.is("early_help") && !belongs.plan) belongs.plan = std::move(one);
    }
    return belongs;
}

std::vector<record::DutyStanding> owed_under(const record::Duties& duties, const SeenBook& book, const SeenChild& child,
                                             ledger::ItemId help, Date today) {
    auto owed = record::duties_of(duties, book, child, today);
    std::erase_if(owed, [help](const record::DutyStanding& one) { return one.over != help; });
    return owed;
}

std::string names_in_words(const std::vector<SeenChild>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i)
        names += (i == 0 ? "" : i + 1 == children.size() ? " and " : ", ") + children[i].name;
    return names;
}

}  // namespace steadfast::practice
