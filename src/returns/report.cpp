#include "returns/report.hpp"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <fmt/format.h>
#include <numeric>
#include <sstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace steadfast::returns {
namespace {

constexpr std::size_t width_of_a_name = 20;

std::string line_of(std::string_view table, const TableCounts& counts) {
    return fmt::format("{:<20}{:>10}{:>10}{:>10}{:>11}{:>11}{:>10}{:>8}{:>10}{:>10}\n", table, counts.read, counts.added,
                       counts.changed, counts.unchanged, counts.repeated, counts.left_out, counts.gone, counts.rejected,
                       counts.waiting);
}

void append_cell(std::string& csv, std::string_view text) {
    if (!csv.empty() && csv.back() != '\n') csv += ',';
    constexpr std::string_view starts_a_formula = "=+-@\t\r|";
    const bool is_formula = !text.empty() && starts_a_formula.find(text.front()) != std::string_view::npos;
    if (!is_formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        csv += text;
        return;
    }
    csv += '"';
    if (is_formula) csv += '\'';
    for (const char c : text) {
        if (c == '"') csv += '"';
        csv += c;
    }
    csv += '"';
}

/// What is cut at a number of bytes may end within a character.
std::string_view whole_characters(std::string_view text) {
    std::size_t end = text.size();
    std::size_t back = 0;
    while (back < 4 && back < end && (static_cast<unsigned char>(text[end - 1 - back]) & 0xC0) == 0x80) ++back;
    if (back == end) return text;
    const auto lead = static_cast<unsigned char>(text[end - 1 - back]);
    const std::size_t needs = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (needs != back + 1 && lead >= 0xC0) return text.substr(0, end - 1 - back);
    return text;
}

}  // namespace

std::string reconciliation_of(const Plan& plan) {
    std::string text = fmt::format("{:<20}{:>10}{:>10}{:>10}{:>11}{:>11}{:>10}{:>8}{:>10}{:>10}\n", "table", "read", "new",
                                   "changed", "unchanged", "said twice", "left out", "gone", "rejected", "waiting");
    TableCounts all;
    for (std::size_t i = 0; i < plan.layout.tables.size(); ++i) {
        if (!plan.has_table[i]) continue;
        text += line_of(plan.layout.tables[i].table, plan.counts[i]);
        all += plan.counts[i];
    }
    return text + line_of("in all", all);
}

std::vector<ReconciledTable> read_reconciliation(std::string_view text) {
    std::vector<ReconciledTable> tables;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t digits = line.find_first_of("0123456789", std::min(line.size(), width_of_a_name));
        const std::size_t name = line.substr(0, width_of_a_name).find_last_not_of(' ');
        if (digits == std::string::npos || name == std::string::npos) continue;
        ReconciledTable table{line.substr(0, name + 1), {}};
        TableCounts& counts = table.counts;
        std::istringstream numbers(line.substr(digits));
        if (numbers >> counts.read >> counts.added >> counts.changed >> counts.unchanged >> counts.repeated >> counts.left_out >>
            counts.gone >> counts.rejected >> counts.waiting)
            tables.push_back(std::move(table));
    }
    return tables;
}

std::string findings_as_csv(const Plan& plan) {
    std::vector<Lines> lines;
    for (const ReadFile& file : plan.files) lines.emplace_back(file.text);
    std::vector<std::uint32_t> order(plan.findings.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Finding& one = plan.findings[a];
        const Finding& other = plan.findings[b];
        if (outcome_of(one.reason) != outcome_of(other.reason)) return outcome_of(one.reason) < outcome_of(other.reason);
        return one.file != other.file ? one.file < other.file : one.at < other.at;
    });

    std::string csv = "outcome,file,line,character,table,column,given,why\r\n";
    for (const std::uint32_t number : order) {
        const Finding& finding = plan.findings[number];
        const bool has_place = finding.file != Finding::none;
        const Position position = has_place ? lines[finding.file].position(finding.at) : Position{};
        append_cell(csv, words_for(outcome_of(finding.reason)));
        append_cell(csv, has_place ? std::string_view(plan.files[finding.file].name) : "");
        append_cell(csv, has_place ? std::to_string(position.line) : "");
        append_cell(csv, has_place ? std::to_string(position.column) : "");
        const TableLayout* table = finding.table == Finding::none || finding.table >= plan.layout.tables.size()
                                       ? nullptr
                                       : &plan.layout.tables[finding.table];
        append_cell(csv, table == nullptr ? "" : table->table);
        append_cell(csv, table == nullptr || finding.column == Finding::none ? "" : table->columns[finding.column].name);
        append_cell(csv, whole_characters(finding.given));
        append_cell(csv, words_for(finding.reason));
        csv += "\r\n";
    }
    return csv;
}

Result<void> write_findings(const Plan& plan, const std::filesystem::path& file) {
    const std::string csv = findings_as_csv(plan);
    const std::string beside = file.string() + ".part";
    const auto failed = [&](const char* doing) {
        const std::string why = std::system_category().message(errno);
        ::unlink(beside.c_str());
        return refuse(Refusal::Kind::unavailable, fmt::format("The list of findings could not be {}: {}.", doing, why),
                      "Name another place for it.");
    };
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return failed("begun");
    std::string_view left = csv;
    while (!left.empty()) {
        const ssize_t written = ::write(descriptor, left.data(), left.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            ::close(descriptor);
            return failed("written");
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::close(descriptor) != 0) return failed("written");
    if (::rename(beside.c_str(), file.c_str()) != 0) return failed("put in its place");
    return {};
}

}  // namespace steadfast::returns
