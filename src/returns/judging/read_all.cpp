#include "returns/judging/read_all.hpp"

#include "returns/judging/take_rows.hpp"
#include "returns/layout/read_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sodium.h>

namespace steadfast::returns {
namespace {

tl::unexpected<Refusal> about_file(const std::string& name, Refusal refusal) {
    refusal.says = fmt::format("{}: {}", name, refusal.says);
    return refuse(std::move(refusal));
}

Result<void> decode_all(ImportOrder& order, Plan& plan) {
    std::size_t total = 0;
    for (const SourceFile& file : order.files) total += file.bytes.size();
    if (total > order.limits.file)
        return refuse(
            Refusal::Kind::invalid,
            fmt::format("The files have {} MB; one import takes {} MB.", total / 1'000'000, order.limits.file / 1'000'000),
            "Check that they are the return; if they are, import them in parts.");
    for (SourceFile& source : order.files) {
        ReadFile& file = plan.files.emplace_back();
        file.name = source.name;
        file.bytes = source.bytes.size();
        file.digest = digest_of(source.bytes);
        auto decoded = decode(std::move(source.bytes));
        if (!decoded) return about_file(file.name, decoded.error());
        file.encoding = decoded->from;
        file.text = std::move(decoded->text);
        if (file.encoding != Encoding::utf_8)
            plan.remarks.push_back(fmt::format("{} is written as {}.", file.name, name_of(file.encoding)));
    }
    return {};
}

bool is_form(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '<';
}

Result<FileFound> read_one(const Reading& reading, std::uint16_t number, const ReadFile& file) {
    if (!is_form(file.text)) {
        if (reading.layout.of == Return::cin_census)
            return refuse(Refusal::Kind::invalid, "It is not an XML form, and the census has no other.",
                          "Export the census as XML.");
        return read_csv_table(reading, number, file);
    }
    return reading.layout.of == Return::cin_census ? read_cin_census_form(reading, number, file)
                                                   : read_ssda903_form(reading, number, file);
}

/// Which fields the files say something about: a field none of whose columns a file has stays as the record has it.
void note_provided(Plan& plan, const FileFound& found) {
    for (std::size_t i = 0; i < found.tables.size(); ++i) {
        const TableLayout& table = plan.layout.tables[found.tables[i]];
        auto& provided = plan.provided[found.tables[i]];
        provided.assign(table.type->fields().size(), false);
        const auto& absent = found.absent_columns[i];
        for (std::uint16_t column = 0; column < table.columns.size(); ++column)
            if (std::find(absent.begin(), absent.end(), column) == absent.end())
                for (const std::uint16_t field : table.columns[column].fields) provided[field] = true;
        if (table.link_field) provided[*table.link_field] = true;
        if (table.year_field) provided[*table.year_field] = true;
    }
}

Result<void> note_tables(Plan& plan, std::vector<std::uint16_t>& file_of_table, const FileFound& found, std::uint16_t number) {
    for (const std::uint16_t table : found.tables) {
        if (plan.has_table[table])
            return refuse(Refusal::Kind::invalid,
                          fmt::format("{} and {} both hold the table {}.", plan.files[file_of_table[table]].name,
                                      plan.files[number].name, plan.layout.tables[table].table),
                          "Import one of the two; which one is right, the files can't say.");
        plan.has_table[table] = true;
        file_of_table[table] = number;
    }
    plan.table_of_file.push_back(is_form(plan.files[number].text) ? Finding::none : found.tables.front());
    return {};
}

void remark_on(Plan& plan, const FileFound& found, const ReadFile& file) {
    if (!found.absent.empty())
        plan.remarks.push_back(
            fmt::format("{} has no column {}; what the record holds there stays.", file.name, fmt::join(found.absent, ", ")));
    if (!found.unknown.empty())
        plan.remarks.push_back(fmt::format("{} has {}, which the return does not know; kept with each row as given.", file.name,
                                           fmt::join(found.unknown, ", ")));
    for (const std::string& line : found.header) plan.headers.push_back(fmt::format("{}: {}", file.name, line));
}

}  // namespace

Result<std::optional<int>> read_all(ImportOrder& order, Plan& plan, const KeyHasher& hasher) {
    if (order.files.empty()) return refuse(Refusal::Kind::invalid, "There is no file to import.", "Name the return's files.");
    if (auto decoded = decode_all(order, plan); !decoded) return refuse(decoded.error());
    plan.has_table.assign(plan.layout.tables.size(), false);
    plan.provided.resize(plan.layout.tables.size());
    plan.counts.resize(plan.layout.tables.size());

    RowTaker taker(plan, hasher, order.limits, order.year);
    std::size_t taken = 0;
    Reading reading{plan.layout, order.limits, order.keep_unknown,
                    [&](const GivenRow& row) {
                        if (order.progress && ++taken % 10'000 == 0) order.progress("Reading rows", taken, 0);
                        return taker.take(row);
                    },
                    [&](Finding finding) { taker.find(std::move(finding)); }};

    std::vector<std::uint16_t> file_of_table(plan.layout.tables.size(), 0);
    std::optional<int> year;
    for (std::uint16_t number = 0; number < plan.files.size(); ++number) {
        const ReadFile& file = plan.files[number];
        const auto found = read_one(reading, number, file);
        if (!found) return about_file(file.name, found.error());
        if (auto noted = note_tables(plan, file_of_table, *found, number); !noted) return refuse(noted.error());
        note_provided(plan, *found);
        remark_on(plan, *found, file);
        if (found->year) year = found->year;
    }
    return year;
}

std::string digest_of(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> digest;
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::array<char, 2 * crypto_generichash_BYTES + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

}  // namespace steadfast::returns
