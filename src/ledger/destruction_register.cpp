#include "ledger/destruction_register.hpp"

#include "ledger/bytes.hpp"
#include "ledger/durable_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace steadfast::ledger {
namespace {

constexpr std::string_view torn_line = " torn";   // Ends what is left of a line whose writer was cut.
constexpr std::size_t longest_register = 1024 * 1024 * 1024;

std::string_view next_word(std::string_view& line) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const auto word = line.substr(0, space);
    line.remove_prefix(std::min(space + 1, line.size()));
    return word;
}

template <class Number>
bool number_from(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

bool positions_from(std::string_view text, std::vector<std::uint16_t>& positions) {
    if (text == "-") return true;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (!number_from(text.substr(0, comma), positions.emplace_back())) return false;
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return !positions.empty();
}

std::string text_of(const DestructionRegister::Line& line) {
    return fmt::format("ordered {} {} {} {} {} {}\n", line.order.seq, hexadecimal(line.order.hash), line.parts.seq, hexadecimal(line.entry),
                       line.parts.shared ? "shared" : "-", line.parts.subjects.empty() ? "-" : fmt::format("{}", fmt::join(line.parts.subjects, ",")));
}

bool is_among(const std::vector<Digest>& digests, const Digest& digest) {
    return std::find(digests.begin(), digests.end(), digest) != digests.end();
}

}  // namespace

Result<DestructionRegister> DestructionRegister::open(const std::string& path) {
    DestructionRegister written(path);
    const auto text = read_file(path, longest_register);
    if (!text && text.error().kind == Refusal::Kind::not_found) return written;
    if (!text) return refuse(text.error());

    std::string_view rest = *text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) {
            written.torn_ = true;
            break;
        }
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (!line.ends_with(torn_line) && !written.take(line))
            return refuse(Refusal::Kind::invalid, fmt::format("Line {} of the register of destructions {} can't be read.", number, path),
                          "Put the register back as it was: without it a backup could bring back what was destroyed.");
    }
    return written;
}

Result<void> DestructionRegister::write_ordered(std::span<const Line> lines) {
    std::string text;
    for (const Line& line : lines) text += text_of(line);
    if (auto done = write(text); !done) return done;
    ordered_.insert(ordered_.end(), lines.begin(), lines.end());
    return {};
}

Result<void> DestructionRegister::write_done(const Digest& order) {
    if (auto done = write(fmt::format("done {}\n", hexadecimal(order))); !done) return done;
    done_.push_back(order);
    return {};
}

Result<void> DestructionRegister::write_withdrawn(const Digest& order) {
    if (auto done = write(fmt::format("withdrawn {}\n", hexadecimal(order))); !done) return done;
    withdrawn_.push_back(order);
    return {};
}

std::vector<DestructionRegister::Line> DestructionRegister::in_force() const {
    std::vector<Line> lines;
    for (const Line& line : ordered_)
        if (!is_among(withdrawn_, line.order.hash)) lines.push_back(line);
    return lines;
}

std::vector<Head> DestructionRegister::undecided() const {
    std::vector<Head> orders;
    for (const Line& line : ordered_)
        if (!is_among(withdrawn_, line.order.hash) && !is_among(done_, line.order.hash) &&
            std::find(orders.begin(), orders.end(), line.order) == orders.end())
            orders.push_back(line.order);
    return orders;
}

Result<void> DestructionRegister::write(const std::string& text) {
    if (path_.empty())
        return refuse(Refusal::Kind::unavailable, "No place was chosen for the register of destructions.",
                      "Choose one outside the record's backups in the configuration.");
    if (auto done = append_durably(path_, torn_ ? std::string(torn_line) + "\n" + text : text); !done) return done;
    torn_ = false;
    return {};
}

bool DestructionRegister::take(std::string_view line) {
    const auto word = next_word(line);
    if (word == "done" || word == "withdrawn") {
        Digest order;
        if (!from_hexadecimal(line, order)) return false;
        (word == "done" ? done_ : withdrawn_).push_back(order);
        return true;
    }
    Line ordered;
    if (word != "ordered" || !number_from(next_word(line), ordered.order.seq) || !from_hexadecimal(next_word(line), ordered.order.hash) ||
        !number_from(next_word(line), ordered.parts.seq) || !from_hexadecimal(next_word(line), ordered.entry))
        return false;
    const auto shared = next_word(line);
    if ((shared != "shared" && shared != "-") || !positions_from(line, ordered.parts.subjects)) return false;
    ordered.parts.shared = shared == "shared";
    ordered_.push_back(std::move(ordered));
    return true;
}

std::string register_beside(std::string_view store_address) {
    constexpr std::string_view sqlite = "sqlite:";
    return store_address.starts_with(sqlite) ? std::string(store_address.substr(sqlite.size())) + ".destroyed" : std::string();
}

}  // namespace steadfast::ledger
