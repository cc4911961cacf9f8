#include "record/letters/guarded_csv.hpp"

namespace steadfast::record::letters {
namespace {

bool would_run(std::string_view cell) {
    const std::size_t first = cell.find_first_not_of(' ');
    return first != std::string_view::npos && std::string_view("=+-@\t\r\n").find(cell[first]) != std::string_view::npos;
}

std::string guarded(std::string_view cell) {
    std::string out = would_run(cell) ? "'" : "";
    const bool needs_quotes = cell.find_first_of(",\"\r\n;'\t ") != std::string_view::npos;
    for (const char letter : cell) {
        if (letter == '"') out += '"';
        out += letter;
    }
    return needs_quotes ? '"' + out + '"' : out;
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + guarded(cells[i]);
    return line + "\r\n";
}

}  // namespace steadfast::record::letters
