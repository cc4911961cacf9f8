#include "returns/judging/take_rows.hpp"

#include "law/code_sets.hpp"
#include "returns/judging/cell.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::returns {
namespace {

constexpr std::size_t longest_number = 100;   // Bytes of a child's number; the returns' own limits are far below.
constexpr std::uint32_t no_cell = 0xffffffff;

char known_sex(const record::Value& value) {
    const auto* code = std::get_if<std::string>(&value);
    if (code == nullptr) return 0;
    const std::string_view present = law::sex.present(*code);
    return present == "M" || present == "F" ? present[0] : '\0';
}

}  // namespace

RowTaker::RowTaker(Plan& plan, const KeyHasher& hasher, const Limits& limits, std::optional<int> year)
    : plan_(plan), hasher_(hasher), limits_(limits), year_(year) {}

Result<std::uint32_t> RowTaker::take(const GivenRow& given) {
    if (plan_.rows.size() == limits_.rows)
        return refuse(Refusal::Kind::invalid, fmt::format("There are more than {} rows.", limits_.rows),
                      "No council's return has so many; check where the file comes from.");
    const TableLayout& table = plan_.layout.tables[given.table];
    const auto number = static_cast<std::uint32_t>(plan_.rows.size());
    PlannedRow& row = plan_.rows.emplace_back();
    row.at = given.at;
    row.file = given.file;
    row.table = given.table;
    row.within = given.within;
    ++plan_.counts[given.table].read;

    say_whose(given, table, row);
    if (!read_cells(given, table) || !has_key(given, table, row)) {
        row.verdict = Verdict::rejected;
        ++plan_.counts[given.table].rejected;
        return number;
    }
    if (auto noted = note_other_codes(given, table); !noted) return refuse(noted.error());
    write_body(given, table, row);
    return number;
}

void RowTaker::find(Finding finding) {
    // The readers reject what never became a row.
    if (outcome_of(finding.reason) == Outcome::rejected) {
        ++plan_.counts[finding.table].read;
        ++plan_.counts[finding.table].rejected;
        PlannedRow& row = plan_.rows.emplace_back();
        row.at = finding.at;
        row.file = finding.file;
        row.table = finding.table;
        row.verdict = Verdict::rejected;
    }
    plan_.findings.push_back(std::move(finding));
}

void RowTaker::say_whose(const GivenRow& given, const TableLayout&, PlannedRow& row) {
    if (given.child.text.empty() || given.child.text.size() > longest_number) return;
    const auto [found, is_new] =
        children_.try_emplace(std::string(given.child.text), static_cast<std::uint32_t>(plan_.children.size()));
    if (is_new) plan_.children.emplace_back().number = given.child.text;
    row.child = found->second;
}

bool RowTaker::read_cells(const GivenRow& given, const TableLayout& table) {
    const std::size_t fields = table.type->fields().size();
    content_.values.assign(fields, record::Value());
    cell_of_field_.assign(fields, no_cell);
    bool all_read = true;
    for (const GivenCell& cell : given.cells) {
        const auto& into = table.columns[cell.column].fields;
        if (into.size() == 1) {
            all_read &= read_into_field(given, cell, into.front());
            continue;
        }
        // Where fields share a column, a code goes where its set is, and any other text to the field without one.
        const auto fits = std::find_if(into.begin(), into.end(), [&](std::uint16_t field) {
            const law::CodeSet* codes = table.type->fields()[field].codes;
            return codes != nullptr && codes->find(cell.text);
        });
        const auto plain = std::find_if(into.begin(), into.end(),
                                        [&](std::uint16_t field) { return table.type->fields()[field].codes == nullptr; });
        all_read &= read_into_field(given, cell, fits != into.end() ? *fits : plain != into.end() ? *plain : into.front());
    }
    return all_read;
}

bool RowTaker::read_into_field(const GivenRow& given, const GivenCell& cell, std::uint16_t field) {
    auto value = read_cell(plan_.layout.tables[given.table].type->fields()[field], cell.text);
    if (!value) {
        reject(given, value.error(), cell.column, cell);
        return false;
    }
    record::Value& held = content_.values[field];
    if (!record::is_recorded(held)) {
        held = std::move(*value);
        cell_of_field_[field] = static_cast<std::uint32_t>(&cell - given.cells.data());
        return true;
    }
    if (auto* codes = std::get_if<std::vector<std::string>>(&held)) {
        auto& more = std::get<std::vector<std::string>>(*value);
        codes->insert(codes->end(), more.begin(), more.end());
        return true;
    }
    if (held == *value) return true;
    reject(given, Reason::given_two_ways, cell.column, cell);
    return false;
}

bool RowTaker::has_key(const GivenRow& given, const TableLayout& table, const PlannedRow& row) {
    if (row.child == PlannedRow::none) {
        reject(given, given.child.text.empty() ? Reason::child_missing : Reason::too_long, Finding::none,
               {0, given.child.text, given.at});
        return false;
    }
    if (table.link_field) {
        const bool stands_in_one = given.within != GivenRow::no_row && plan_.rows[given.within].verdict != Verdict::rejected;
        if (!stands_in_one) {
            reject(given, Reason::belongs_to_rejected, Finding::none, {0, {}, given.at});
            return false;
        }
    }
    for (const std::uint16_t field : table.key_fields) {
        if (record::is_recorded(content_.values[field])) continue;
        reject(given, Reason::key_missing, Finding::none, {0, {}, given.at});
        return false;
    }
    return true;
}

Result<void> RowTaker::note_other_codes(const GivenRow& given, const TableLayout& table) {
    for (std::uint16_t i = 0; i < content_.values.size(); ++i) {
        const record::Field& field = table.type->fields()[i];
        if (field.codes == nullptr || cell_of_field_[i] == no_cell) continue;
        const auto note = [&](const std::string& code) -> Result<void> {
            if (field.codes->find(code)) return {};
            const GivenCell& cell = given.cells[cell_of_field_[i]];
            find({Reason::code_not_in_set, given.file, given.table, cell.column, cell.at, code.substr(0, 120)});
            auto& others = other_codes_[static_cast<std::uint32_t>(given.table) << 16 | i];
            others.insert(code);
            if (others.size() <= limits_.other_codes) return {};
            return refuse(Refusal::Kind::invalid,
                          fmt::format("The column {} of the table {} holds more than {} different texts that are not its codes.",
                                      table.columns[cell.column].name, table.table, limits_.other_codes),
                          "Its columns may be in another order than its header says. Export it again.");
        };
        if (const auto* code = std::get_if<std::string>(&content_.values[i])) {
            if (auto noted = note(*code); !noted) return noted;
        } else if (const auto* codes = std::get_if<std::vector<std::string>>(&content_.values[i])) {
            for (const std::string& one : *codes)
                if (auto noted = note(one); !noted) return noted;
        }
    }
    return {};
}

void RowTaker::write_body(const GivenRow& given, const TableLayout& table, PlannedRow& row) {
    if (table.year_field && year_) content_.values[*table.year_field] = static_cast<std::int32_t>(*year_);
    if (!given.born.text.empty()) {
        row.born = read_day(given.born.text);
        if (!row.born) {
            reject(given, Reason::not_a_date, Finding::none, given.born);
            row.verdict = Verdict::rejected;
            ++plan_.counts[given.table].rejected;
            return;
        }
    }
    if (table.sex_field) row.sex = known_sex(content_.values[*table.sex_field]);
    row.happened = table.type->happened(content_.values);
    row.key = hasher_.of_fields(*table.type, table.key_fields, content_.values);
    content_.unknown.clear();
    for (const UnknownCell& cell : given.unknown) {
        if (!content_.unknown.empty()) content_.unknown += ',';
        record::append_json_string(content_.unknown, fmt::format("given: {}", cell.column));
        content_.unknown += ':';
        record::append_json_string(content_.unknown, cell.text);
    }
    row.body = record::write_shared(*table.type, content_).body;
}

void RowTaker::reject(const GivenRow& given, Reason reason, std::uint16_t column, const GivenCell& cell) {
    plan_.findings.push_back({reason, given.file, given.table, column, cell.at, std::string(cell.text.substr(0, 120))});
}

}  // namespace steadfast::returns
