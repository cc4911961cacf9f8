#include "returns/judging/overtaken.hpp"

#include <set>
#include <unordered_set>

namespace steadfast::returns {
namespace {

/// What the record, and not the file's row, brought up: these wait for a person whatever comes.
bool is_about_the_record(std::string_view why) {
    return why == key_of(Reason::gone_but_edited) || why == key_of(Reason::perhaps_corrected_key);
}

std::unordered_set<std::string> asked_now(const Matching& with) {
    std::unordered_set<std::string> digests;
    for (const PlannedRow& row : with.plan.rows)
        if (row.verdict == Verdict::waiting) digests.insert(digest_of_row(with.plan, row));
    return digests;
}

}  // namespace

void find_overtaken(const Matching& with) {
    const Plan& plan = with.plan;
    if (with.asked.waiting().empty()) return;
    std::set<std::pair<std::string_view, std::uint16_t>> rejected;   // The child is empty where the row does not say.
    for (const PlannedRow& row : plan.rows) {
        if (row.verdict != Verdict::rejected) continue;
        rejected.emplace(row.child == PlannedRow::none ? std::string_view() : plan.children[row.child].number, row.table);
    }
    const auto now = asked_now(with);
    for (const AskedQuestions::Waiting& question : with.asked.waiting()) {
        const auto table = plan.layout.table(question.table);
        if (!table || !plan.has_table[*table] || question.return_year != plan.year.ends_in()) continue;
        if (is_about_the_record(question.why) || now.contains(question.digest)) continue;
        if (rejected.contains({question.child_number, *table}) || rejected.contains({std::string_view(), *table})) continue;
        with.plan.overtaken.push_back(question.question);
    }
}

}  // namespace steadfast::returns
