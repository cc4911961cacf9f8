#pragma once

#include "app/output.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What goes over the local socket. A frame is a letter, four big-endian bytes of length, and that many bytes. The one who
// asks sends one order; the server answers with lines and steps as they come, and last with how it ended.
namespace steadfast::app {

/// A command as somebody gave it.
struct Order {
    std::vector<std::string> arguments;   ///< Without the program's name.
    std::filesystem::path directory;      ///< Where it was given: relative paths start there.
    std::string password;                 ///< Only where the command asks for one.
    friend bool operator==(const Order&, const Order&) = default;
};

struct Said { std::string line; };
struct Complained { std::string line; };
struct Stepped { std::string what; std::uint64_t done = 0; std::uint64_t of = 0; };
struct Ended { Ending ending = Ending::could_not; };
/// One frame of the server's answer.
using Told = std::variant<Said, Complained, Stepped, Ended>;

inline constexpr std::size_t frame_head_bytes = 5;
inline constexpr std::size_t most_order_bytes = 256 * 1024;
inline constexpr std::size_t most_told_bytes = 64 * 1024;

struct FrameHead {
    char letter = 0;
    std::size_t bytes = 0;
};
/// @param head exactly frame_head_bytes.
[[nodiscard]] FrameHead read_frame_head(std::string_view head);

/// A whole frame, head included. Refused where the order is too large to send.
[[nodiscard]] Result<std::string> order_frame(const Order& order);
/// @param bytes the frame without its head. Refuses what is cut, too much, or of another release.
[[nodiscard]] Result<Order> read_order(const FrameHead& head, std::string_view bytes);

/// Frames, heads included. A line longer than most_told_bytes is broken into several.
[[nodiscard]] std::string told_frames(const Told& told);
[[nodiscard]] Result<Told> read_told(const FrameHead& head, std::string_view bytes);

}  // namespace steadfast::app
