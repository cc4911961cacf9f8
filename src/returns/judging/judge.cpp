#include "returns/judging/judge.hpp"

#include "record/record.hpp"
#include "returns/judging/gone.hpp"
#include "returns/judging/overtaken.hpp"
#include "returns/judging/read_all.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace steadfast::returns {
namespace {

/// The latest year that at least one in two hundred of the dates falls into: a single slip of the pen does not make a year.
std::optional<int> year_by_dates(const Plan& plan, Date today) {
    std::map<int, std::size_t> dates;
    std::size_t all = 0;
    const auto count = [&](std::optional<Date> day) {
        if (!day || *day > today) return;
        ++dates[law::ReturnYear::of(*day).ends_in()];
        ++all;
    };
    for (const PlannedRow& row : plan.rows) {
        const auto table = plan.layout.tables[row.table].table;
        if (row.verdict == Verdict::rejected || (table != "episodes" && table != "reviews")) continue;
        count(row.happened.first_day());
        count(row.happened.end_day());
    }
    for (auto year = dates.rbegin(); year != dates.rend(); ++year)
        if (year->second * 200 >= all) return year->first;
    return std::nullopt;
}

Result<void> choose_year(const ImportOrder& order, Plan& plan, std::optional<int> said, Date today) {
    const auto in_words = [](int year) { return law::ReturnYear(year).words(); };
    if (order.year) {
        if (*order.year < 1990 || *order.year > 2200)
            return refuse(Refusal::Kind::invalid, fmt::format("There is no return year {}.", *order.year),
                          "Name the year in which it ends: 2025 for 2024-25.");
        plan.year = law::ReturnYear(*order.year);
        plan.year_was_given = true;
        if (said && *said != *order.year)
            plan.remarks.push_back(
                fmt::format("The form says that it is of {}; it is taken as {}, as you said.", *said, *order.year));
        return {};
    }
    if (said) {
        plan.year = law::ReturnYear(*said);
        plan.remarks.push_back(fmt::format("The form says that it is of {}: {}.", *said, in_words(*said)));
        return {};
    }
    const auto shown = plan.layout.of == Return::ssda903 ? year_by_dates(plan, today) : std::nullopt;
    if (!shown)
        return refuse(Refusal::Kind::invalid, "The files do not show which year's return they are.",
                      "Say it: --year 2025 for 1 April 2024 to 31 March 2025.");
    plan.year = law::ReturnYear(*shown);
    plan.remarks.push_back(
        fmt::format("By the latest dates of its episodes and reviews it is the return of {}: {}. If not, say --year.", *shown,
                    in_words(*shown)));
    return {};
}

/// Tables in an order in which what a row stands in comes before it, the children first of all.
std::vector<std::uint16_t> in_order(const Plan& plan, const std::vector<std::vector<std::uint32_t>>& rows_of) {
    std::vector<std::size_t> depth(plan.layout.tables.size(), 0);
    for (std::uint16_t table = 0; table < depth.size(); ++table) {
        if (plan.layout.tables[table].is_person) continue;
        depth[table] = 1;
        if (!plan.layout.tables[table].link_field) continue;
        for (const std::uint32_t number : rows_of[table]) {
            std::size_t steps = 1;
            for (auto row = plan.rows[number].within; row != PlannedRow::none; row = plan.rows[row].within) ++steps;
            depth[table] = std::max(depth[table], steps);
        }
    }
    std::vector<std::uint16_t> order(depth.size());
    for (std::uint16_t table = 0; table < order.size(); ++table) order[table] = table;
    std::stable_sort(order.begin(), order.end(), [&](std::uint16_t a, std::uint16_t b) { return depth[a] < depth[b]; });
    return order;
}

/// A child who gets an item and whom no row describes is made from the number and the birth date.
void make_people(Plan& plan) {
    for (PlannedRow& row : plan.rows) {
        if (row.verdict != Verdict::added || plan.layout.tables[row.table].is_person) continue;
        PlannedChild& child = plan.children[row.child];
        if (child.existing != PlannedRow::none || child.is_made) continue;
        if (child.described_by != PlannedRow::none && plan.rows[child.described_by].verdict == Verdict::added) continue;
        child.is_made = true;
        ++plan.people_made;
        plan.findings.push_back({Reason::row_of_no_return, row.file, row.table, Finding::none, row.at, ""});
    }
}

void count(Plan& plan) {
    for (const PlannedRow& row : plan.rows) {
        TableCounts& counts = plan.counts[row.table];
        switch (row.verdict) {
            case Verdict::added: ++counts.added; break;
            case Verdict::changed: ++counts.changed; break;
            case Verdict::unchanged: ++counts.unchanged; break;
            case Verdict::repeated: ++counts.repeated; break;
            case Verdict::left_out: ++counts.left_out; break;
            case Verdict::waiting:
                ++counts.waiting;
                plan.findings.push_back({row.waits_for, row.file, row.table, Finding::none, row.at, ""});
                break;
            case Verdict::rejected:      // Counted as it was read.
            case Verdict::undecided: break;
        }
    }
    for (const PlannedGone& gone : plan.gone)
        if (!gone.waits) ++plan.counts[gone.table].gone;
}

bool brings_something(const Plan& plan) {
    const bool rows = std::any_of(plan.rows.begin(), plan.rows.end(), [](const PlannedRow& row) {
        return row.verdict == Verdict::added || row.verdict == Verdict::changed ||
               (row.verdict == Verdict::waiting && !row.was_asked);
    });
    return rows || !plan.overtaken.empty() || std::any_of(plan.gone.begin(), plan.gone.end(), [](const PlannedGone& gone) { return !gone.was_asked; }) ||
           std::any_of(plan.proposals.begin(), plan.proposals.end(),
                       [](const PlannedProposal& proposal) { return !proposal.was_asked; });
}

}  // namespace

TableCounts& TableCounts::operator+=(const TableCounts& other) {
    read += other.read;
    added += other.added;
    changed += other.changed;
    unchanged += other.unchanged;
    repeated += other.repeated;
    left_out += other.left_out;
    gone += other.gone;
    rejected += other.rejected;
    waiting += other.waiting;
    return *this;
}

std::string files_digest_of(const Plan& plan) {
    std::vector<std::string> digests;
    for (const ReadFile& file : plan.files) digests.push_back(file.digest);
    std::sort(digests.begin(), digests.end());
    std::string all;
    for (const std::string& digest : digests) all += digest;
    return digest_of(all);
}

Result<Plan> judge(ImportOrder order, const record::Catalogue& catalogue, const record::Book& book, ledger::Store* store,
                   Date today) {
    Plan plan;
    plan.layout = layout_of(order.of, catalogue);
    const KeyHasher hasher;
    const auto said = read_all(order, plan, hasher);
    if (!said) return refuse(said.error());
    if (auto chosen = choose_year(order, plan, *said, today); !chosen) return refuse(chosen.error());

    const EarlierImports earlier(order.of, book, store);
    const AskedQuestions asked(order.of, book);
    const auto covered_after = earlier.covered_after(plan.year.ends_in());
    if (!covered_after) return refuse(covered_after.error());
    const WaitingTables waiting = find_children(plan, book);
    const Matching with{plan, book, hasher, asked, earlier, waiting, *covered_after};

    std::vector<std::vector<std::uint32_t>> rows_of(plan.layout.tables.size());
    for (std::uint32_t row = 0; row < plan.rows.size(); ++row) rows_of[plan.rows[row].table].push_back(row);
    Touched touched(plan.layout.tables.size());
    std::size_t matched = 0;
    for (const std::uint16_t table : in_order(plan, rows_of)) {
        TableMatcher matcher(with, table);
        if (auto done = matcher.match(rows_of[table]); !done) return refuse(done.error());
        touched[table] = matcher.touched();
        matched += rows_of[table].size();
        if (order.progress) order.progress("Comparing with the record", matched, plan.rows.size());
    }
    if (auto found = find_gone(with, touched, order.accept_gone); !found) return refuse(found.error());
    find_proposals(with, touched);
    find_overtaken(with);
    make_people(plan);
    if (plan.people_made > 0)
        plan.remarks.push_back(
            fmt::format("{} of the children have no row that describes them; the record knows them by number and birth date.",
                        plan.people_made));
    count(plan);

    for (std::uint16_t table = 0; table < touched.size(); ++table)
        for (std::uint32_t row = 0; row < touched[table].size(); ++row)
            if (touched[table][row]) plan.covered.push_back(book.item_id({book.table(*plan.layout.tables[table].type), row}));

    const auto last = earlier.last_of(plan.year.ends_in());
    plan.adds_nothing = !brings_something(plan) && last && last->files_digest == files_digest_of(plan);
    return plan;
}

}  // namespace steadfast::returns
