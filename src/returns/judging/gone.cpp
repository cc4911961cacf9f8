#include "returns/judging/gone.hpp"

#include "record/record.hpp"
#include "returns/judging/compare.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace steadfast::returns {
namespace {

using record::RowHead;

constexpr int days_of_a_slip = 31;
constexpr std::size_t few = 100;   // Of so few, any share may be gone.

/// Where a row was rejected, nobody can say what is gone.
class Unsure {
public:
    explicit Unsure(const Matching& with) : with_(with), tables_(with.plan.layout.tables.size(), false) {
        for (const PlannedRow& row : with.plan.rows) {
            if (row.verdict != Verdict::rejected) continue;
            if (row.child == PlannedRow::none) tables_[row.table] = true;
            else rejected_.emplace(row.child, row.table);
        }
        for (std::uint32_t i = 0; i < with.plan.children.size(); ++i) children_.emplace(with.plan.children[i].subject, i);
    }

    [[nodiscard]] bool about(const record::Found& found, std::uint16_t table) const {
        if (tables_[table]) return true;
        const auto subjects = with_.book.subjects(found);
        return std::any_of(subjects.begin(), subjects.end(), [&](const ledger::SubjectId& subject) {
            const auto child = children_.find(subject);
            if (child == children_.end()) return false;
            return with_.plan.children[child->second].waits_for.has_value() || with_.waiting.waits(child->second, table) ||
                   rejected_.contains({child->second, table});
        });
    }

private:
    const Matching& with_;
    std::vector<bool> tables_;
    std::set<std::pair<std::uint32_t, std::uint16_t>> rejected_;
    std::unordered_map<ledger::SubjectId, std::uint32_t> children_;
};

std::optional<std::uint16_t> table_of(const ReturnLayout& layout, const record::ItemType& type) {
    for (std::uint16_t i = 0; i < layout.tables.size(); ++i)
        if (layout.tables[i].type == &type) return i;
    return std::nullopt;
}

void add_gone(const Matching& with, const record::Found& found, std::uint16_t table, ledger::ItemId item) {
    if (with.plan.layout.tables[table].is_person) {
        with.plan.findings.push_back({Reason::child_gone, Finding::none, table, Finding::none, 0, ""});
        return;
    }
    PlannedGone gone{table, found.row, item, false, false};
    if (with.book.batch(found).is_none()) {
        const auto* asked = with.asked.find(digest_of_question(with.plan, table, "", Reason::gone_but_edited, "", item));
        if (asked != nullptr && asked->answer != AskedQuestions::Answer::none_yet) return;
        gone.waits = true;
        gone.was_asked = asked != nullptr;
        with.plan.findings.push_back({Reason::gone_but_edited, Finding::none, table, Finding::none, 0, ""});
    }
    with.plan.gone.push_back(gone);
}

bool near(const record::Value& a, const record::Value& b) {
    const Date* one = std::get_if<Date>(&a);
    const Date* other = std::get_if<Date>(&b);
    return one != nullptr && other != nullptr && std::abs(*one - *other) <= days_of_a_slip;
}

bool nearly_the_same(const TableLayout& table, const record::Values& held, const record::Values& given) {
    const auto& fields = table.type->fields();
    std::size_t other_keys = 0;
    std::size_t alike = 0;
    std::size_t said = 0;
    for (std::uint16_t i = 0; i < fields.size(); ++i) {
        if (fields[i].kind == record::FieldKind::narrative) continue;
        const bool same = same_value(fields[i], held[i], given[i]);
        if (i == table.link_field || i == table.year_field) {
            if (!same) return false;
        } else if (fields[i].is_natural_key) {
            if (!same && !near(held[i], given[i])) ++other_keys;
        } else if (record::is_recorded(held[i]) || record::is_recorded(given[i])) {
            ++said;
            if (same) ++alike;
        }
    }
    const bool is_one_of_several = table.key_fields.size() > 1 && said > 0;
    return other_keys <= (is_one_of_several ? 1u : 0u) && alike * 3 >= said * 2;
}

/// The untouched items of a table, by child.
std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> left_over(const Matching& with, const record::Table& held,
                                                                        const std::vector<bool>& touched) {
    std::unordered_map<ledger::SubjectId, std::uint32_t> children;
    for (std::uint32_t i = 0; i < with.plan.children.size(); ++i) children.emplace(with.plan.children[i].subject, i);
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> left;
    for (std::uint32_t row = 0; row < held.size(); ++row) {
        if (touched[row] || !with.book.is_visible(held, row) || held.head(row).has(RowHead::gone) ||
            held.head(row).has(RowHead::unreadable))
            continue;
        for (const ledger::SubjectId& subject : with.book.subjects({&held, row}))
            if (const auto child = children.find(subject); child != children.end()) left[child->second].push_back(row);
    }
    return left;
}

}  // namespace

Result<void> find_gone(const Matching& with, const Touched& touched, bool accept_gone) {
    const auto covered = with.earlier.covered_in(with.plan.year.ends_in());
    if (!covered) return refuse(covered.error());
    if (covered->empty()) return {};
    const Unsure unsure(with);
    std::size_t had = 0;
    for (const ledger::ItemId& item : *covered) {
        const auto found = with.book.find(item);
        if (!found || found->head().has(RowHead::withdrawn) || found->head().has(RowHead::gone) ||
            found->head().has(RowHead::destroyed))
            continue;
        const auto table = table_of(with.plan.layout, found->type());
        if (!table || !with.plan.has_table[*table]) continue;
        if (!with.plan.layout.tables[*table].is_person) ++had;
        if (touched[*table][found->row] || unsure.about(*found, *table)) continue;
        if (std::binary_search(with.covered_after.begin(), with.covered_after.end(), item)) continue;
        add_gone(with, *found, *table, item);
    }
    if (!accept_gone && had >= few && with.plan.gone.size() * 2 > had)
        return refuse(
            Refusal::Kind::invalid,
            fmt::format("Of {} entries that an earlier file of {} brought, {} are not in these files.", had,
                        with.plan.year.name(), with.plan.gone.size()),
            "If they are a part of the return, import the whole of it; if the return is really so changed, import with --accept-gone.");
    return {};
}

void find_proposals(const Matching& with, const Touched& touched) {
    std::unordered_map<std::uint16_t, std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>> left;
    for (std::uint32_t number = 0; number < with.plan.rows.size(); ++number) {
        const PlannedRow& row = with.plan.rows[number];
        const TableLayout& table = with.plan.layout.tables[row.table];
        if (row.verdict != Verdict::added || table.is_person || table.key_fields.empty() ||
            with.plan.children[row.child].existing == PlannedRow::none)
            continue;
        const record::Table* held = with.book.table(*table.type);
        if (held == nullptr) continue;
        if (!left.contains(row.table)) left.emplace(row.table, left_over(with, *held, touched[row.table]));
        const auto candidates = left[row.table].find(row.child);
        if (candidates == left[row.table].end()) continue;

        ledger::Part part;
        part.body = row.body;
        const auto given = record::read_part(*table.type, part);
        const auto like = std::find_if(candidates->second.begin(), candidates->second.end(), [&](std::uint32_t one) {
            return given && nearly_the_same(table, held->values(one), given->values);
        });
        if (like == candidates->second.end()) continue;
        const ledger::ItemId item = with.book.item_id({held, *like});
        const auto* asked = with.asked.find(digest_of_question(with.plan, row.table, with.plan.children[row.child].number,
                                                               Reason::perhaps_corrected_key, row.body, item));
        if (asked == nullptr || asked->answer == AskedQuestions::Answer::none_yet) {
            with.plan.proposals.push_back({number, *like, item, asked != nullptr});
            with.plan.findings.push_back({Reason::perhaps_corrected_key, row.file, row.table, Finding::none, row.at, ""});
        }
        candidates->second.erase(like);
    }
}

}  // namespace steadfast::returns
