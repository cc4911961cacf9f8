#include "app/local/order.hpp"

#include <fmt/format.h>

#include <optional>

namespace steadfast::app {
namespace {

constexpr char order_letter = 'C';
constexpr char said_letter = 'o';
constexpr char complained_letter = 'e';
constexpr char stepped_letter = 'p';
constexpr char ended_letter = 'x';
constexpr std::uint8_t format = 1;
constexpr std::size_t most_arguments = 200;

void append_number(std::string& out, std::uint64_t number, unsigned bytes) {
    for (unsigned i = bytes; i-- > 0;) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

void append_text(std::string& out, std::string_view text) {
    append_number(out, text.size(), 4);
    out += text;
}

std::string frame(char letter, std::string_view bytes) {
    std::string whole(1, letter);
    append_text(whole, bytes);
    return whole;
}

/// Takes numbers and texts off the front of bytes that a stranger may have written.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::optional<std::uint64_t> number(unsigned bytes) {
        if (rest_.size() < bytes) return std::nullopt;
        std::uint64_t value = 0;
        for (unsigned i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(rest_[i]);
        rest_.remove_prefix(bytes);
        return value;
    }
    std::optional<std::string> text() {
        const auto length = number(4);
        if (!length || *length > rest_.size()) return std::nullopt;
        std::string value(rest_.substr(0, *length));
        rest_.remove_prefix(*length);
        return value;
    }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

tl::unexpected<Refusal> not_understood() {
    return refuse(Refusal::Kind::invalid, "What came over the local socket could not be understood.",
                  "Use the same release of the program for the server and for commands.");
}

}  // namespace

FrameHead read_frame_head(std::string_view head) {
    Reader reader(head.substr(1));
    return {head[0], static_cast<std::size_t>(*reader.number(4))};
}

Result<std::string> order_frame(const Order& order) {
    std::string bytes;
    append_number(bytes, format, 1);
    append_text(bytes, order.directory.string());
    append_text(bytes, order.password);
    append_number(bytes, order.arguments.size(), 4);
    for (const std::string& argument : order.arguments) append_text(bytes, argument);
    if (bytes.size() > most_order_bytes || order.arguments.size() > most_arguments)
        return refuse(Refusal::Kind::invalid, "The command is too long to send to the server.", "Give fewer files at once.");
    return frame(order_letter, bytes);
}

Result<Order> read_order(const FrameHead& head, std::string_view bytes) {
    Reader reader(bytes);
    if (head.letter != order_letter || reader.number(1) != format) return not_understood();
    auto directory = reader.text();
    auto password = directory ? reader.text() : std::nullopt;
    const auto count = password ? reader.number(4) : std::nullopt;
    if (!count || *count > most_arguments) return not_understood();

    Order order{{}, std::move(*directory), std::move(*password)};
    for (std::uint64_t i = 0; i < *count; ++i) {
        auto argument = reader.text();
        if (!argument) return not_understood();
        order.arguments.push_back(std::move(*argument));
    }
    if (!reader.is_at_end() || !order.directory.is_absolute()) return not_understood();
    return order;
}

std::string told_frames(const Told& told) {
    struct Write {
        std::string operator()(const Said& said) const { return lines(said_letter, said.line); }
        std::string operator()(const Complained& complained) const { return lines(complained_letter, complained.line); }
        std::string operator()(const Stepped& stepped) const {
            std::string bytes;
            append_number(bytes, stepped.done, 8);
            append_number(bytes, stepped.of, 8);
            append_text(bytes, std::string_view(stepped.what).substr(0, 1000));
            return frame(stepped_letter, bytes);
        }
        std::string operator()(const Ended& ended) const {
            return frame(ended_letter, std::string(1, static_cast<char>(ended.ending)));
        }
        static std::string lines(char letter, std::string_view line) {
            std::string frames;
            do {
                const std::string_view piece = line.substr(0, most_told_bytes);
                line.remove_prefix(piece.size());
                frames += frame(letter, piece);
            } while (!line.empty());
            return frames;
        }
    };
    return std::visit(Write{}, told);
}

Result<Told> read_told(const FrameHead& head, std::string_view bytes) {
    Reader reader(bytes);
    switch (head.letter) {
        case said_letter: return Told(Said{std::string(bytes)});
        case complained_letter: return Told(Complained{std::string(bytes)});
        case stepped_letter: {
            const auto done = reader.number(8);
            const auto of = reader.number(8);
            auto what = reader.text();
            if (!done || !of || !what) return not_understood();
            return Told(Stepped{std::move(*what), *done, *of});
        }
        case ended_letter: {
            const auto ending = reader.number(1);
            if (!ending || *ending > 2) return not_understood();
            return Told(Ended{static_cast<Ending>(*ending)});
        }
        default: return not_understood();
    }
}

}  // namespace steadfast::app
