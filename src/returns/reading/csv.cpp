#include "returns/reading/csv.hpp"

#include "returns/reading/lines.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::returns {
namespace {

bool ends_a_line(char c) { return c == '\n' || c == '\r'; }

bool ends_a_plain_cell(char c) { return c == ',' || ends_a_line(c); }

}  // namespace

Result<std::span<const CsvCell>> CsvReader::next() {
    while (at_ < text_.size()) {
        auto read = read_row();
        if (!read) return refuse(read.error());
        const bool has_nothing = std::all_of(cells_.begin(), cells_.end(), [](const CsvCell& cell) { return cell.text.empty(); });
        if (!has_nothing) return std::span<const CsvCell>(cells_);
    }
    return std::span<const CsvCell>();
}

Result<void> CsvReader::read_row() {
    cells_.clear();
    unquoted_.clear();
    row_at_ = at_;
    for (;;) {
        if (cells_.size() == limits_.columns)
            return refuse_at(at_, fmt::format("The row has more than {} columns.", limits_.columns),
                             "Check that the file is a table of the return.");
        if (at_ < text_.size() && text_[at_] == '"') {
            if (auto quoted = read_quoted(); !quoted) return quoted;
        } else {
            const std::size_t begin = at_;
            while (at_ < text_.size() && !ends_a_plain_cell(text_[at_])) ++at_;
            cells_.push_back({text_.substr(begin, at_ - begin), static_cast<std::uint32_t>(begin)});
        }
        if (cells_.back().text.size() > limits_.cell)
            return refuse_at(cells_.back().at, fmt::format("A cell is longer than {} bytes.", limits_.cell),
                             "No column of the return holds so much; check the quotes of this row.");
        if (at_ - row_at_ > limits_.line)
            return refuse_at(row_at_, fmt::format("The row is longer than {} bytes.", limits_.line),
                             "Check the quotes and line ends of the file.");
        if (at_ == text_.size()) return {};
        if (text_[at_] == ',') {
            ++at_;
            continue;
        }
        at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
        return {};
    }
}

Result<void> CsvReader::read_quoted() {
    const std::size_t quote = at_++;
    std::string* joined = nullptr;
    std::size_t begin = at_;
    for (;;) {
        // A quote that is never closed would swallow the rest of the file: the limit stops it near where it began.
        const std::size_t furthest = std::min(text_.size(), quote + limits_.line);
        while (at_ < furthest && text_[at_] != '"') ++at_;
        if (at_ == furthest) {
            if (furthest == text_.size())
                return refuse_at(quote, "A quoted cell is never closed; the file may be cut.", "Export the file again.");
            return refuse_at(quote, fmt::format("A quoted cell is not closed within {} bytes.", limits_.line),
                             "Check the quotes of this row.");
        }
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            if (joined == nullptr) joined = &unquoted_.emplace_back();
            joined->append(text_, begin, at_ + 1 - begin);
            at_ += 2;
            begin = at_;
            continue;
        }
        break;
    }
    std::string_view inside = text_.substr(begin, at_ - begin);
    if (joined != nullptr) {
        joined->append(inside);
        inside = *joined;
    }
    ++at_;
    cells_.push_back({inside, static_cast<std::uint32_t>(quote)});
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && !ends_a_plain_cell(text_[at_]))
        return refuse_at(at_, "There is text after a closing quote.",
                         "A quote within a quoted cell is written twice. Export the file again.");
    return {};
}

tl::unexpected<Refusal> CsvReader::refuse_at(std::size_t at, std::string says, std::string what_to_do) const {
    const Position position = Lines(text_).position(at);
    return refuse(Refusal::Kind::invalid, fmt::format("Line {}, column {}: {}", position.line, position.column, says),
                  std::move(what_to_do));
}

}  // namespace steadfast::returns
