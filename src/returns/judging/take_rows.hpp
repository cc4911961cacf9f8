#pragma once

#include "returns/judging/key_hash.hpp"
#include "returns/judging/plan.hpp"
#include "returns/layout/given_row.hpp"

#include <unordered_map>
#include <unordered_set>

namespace steadfast::returns {

/// Reads given rows into a plan: each cell as its field is declared, each row whole or not at all.
class RowTaker {
public:
    RowTaker(Plan& plan, const KeyHasher& hasher, const Limits& limits, std::optional<int> year);

    [[nodiscard]] Result<std::uint32_t> take(const GivenRow& given);
    void find(Finding finding);

private:
    [[nodiscard]] bool read_cells(const GivenRow& given, const TableLayout& table);
    [[nodiscard]] bool read_into_field(const GivenRow& given, const GivenCell& cell, std::uint16_t field);
    [[nodiscard]] Result<void> note_other_codes(const GivenRow& given, const TableLayout& table);
    [[nodiscard]] bool has_key(const GivenRow& given, const TableLayout& table, const PlannedRow& row);
    void say_whose(const GivenRow& given, const TableLayout& table, PlannedRow& row);
    void write_body(const GivenRow& given, const TableLayout& table, PlannedRow& row);
    void reject(const GivenRow& given, Reason reason, std::uint16_t column, const GivenCell& cell);

    Plan& plan_;
    const KeyHasher& hasher_;
    const Limits& limits_;
    std::optional<int> year_;
    std::unordered_map<std::string, std::uint32_t> children_;
    record::Content content_;                                     // Of the row being read; its memory is used again.
    std::vector<std::uint32_t> cell_of_field_;                    // Which cell filled a field.
    std::unordered_map<std::uint32_t, std::unordered_set<std::string>> other_codes_;   // By table and field.
};

}  // namespace steadfast::returns
