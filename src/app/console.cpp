#include "app/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace steadfast::app {
namespace {

constexpr std::uint64_t bar_cells = 28;

unsigned percent(const Step& step) {
    if (step.of == 0) return 0;
    if (step.done >= step.of) return 100;
    return static_cast<unsigned>(static_cast<double>(step.done) * 100.0 / static_cast<double>(step.of));
}

std::string with_commas(std::uint64_t number) {
    std::string digits = fmt::format("{}", number);
    for (std::size_t i = digits.size(); i > 3;) digits.insert(i -= 3, ",");
    return digits;
}

}  // namespace

Console::Console(std::FILE* out, std::FILE* err, Draws draws, std::chrono::milliseconds patience)
    : out_(out), err_(err), draws_(draws), patience_(patience), marks_(draws == Draws::bars ? 200 : 10) {}

Console::~Console() { wipe_bar(); }

void Console::say(std::string_view line) {
    const std::lock_guard hold(mutex_);
    wipe_bar();
    fmt::print(out_, "{}\n", fit_for_a_terminal(line));
    std::fflush(out_);
}

void Console::complain(std::string_view line) {
    const std::lock_guard hold(mutex_);
    wipe_bar();
    std::fflush(out_);
    fmt::print(err_, "{}\n", fit_for_a_terminal(line));
    std::fflush(err_);
}

void Console::progress(const Step& step) {
    const std::lock_guard hold(mutex_);
    if (!is_worth_showing(step)) return;
    if (draws_ == Draws::lines) {
        fmt::print(err_, "{}\n", fit_for_a_terminal(progress_line(step)));
    } else {
        fmt::print(err_, "\r\x1b[K{}", fit_for_a_terminal(bar(step)));
        bar_stands_ = true;
        if (step.of != 0 && step.done >= step.of) wipe_bar();
    }
    std::fflush(err_);
}

bool Console::is_worth_showing(const Step& step) {
    const auto now = std::chrono::steady_clock::now();
    if (step.what != stage_) {
        stage_ = step.what;
        stage_began_ = now;
    }
    return now - stage_began_ >= patience_ && marks_.is_worth_showing(step);
}

void Console::wipe_bar() {
    if (!bar_stands_) return;
    fmt::print(err_, "\r\x1b[K");
    std::fflush(err_);
    bar_stands_ = false;
}

Console::Draws what_this_terminal_draws() { return ::isatty(STDERR_FILENO) ? Console::Draws::bars : Console::Draws::lines; }

std::string fit_for_a_terminal(std::string_view text) {
    std::string fit;
    fit.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool is_second_set = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (is_second_set) {
            fit += fmt::format("<{:02X}>", static_cast<unsigned char>(text[++i]));
        } else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
            fit += fmt::format("<{:02X}>", c);
        } else {
            fit += text[i];
        }
    }
    return fit;
}

std::string bar(const Step& step) {
    if (step.of == 0) return fmt::format("{}: {}", step.what, with_commas(step.done));
    const std::uint64_t full = percent(step) * bar_cells / 100;
    return fmt::format("[{}{}] {:3}%  {}", std::string(full, '#'), std::string(bar_cells - full, '.'), percent(step), step.what);
}

std::string progress_line(const Step& step) {
    if (step.of == 0) return fmt::format("{}: {}", step.what, with_commas(step.done));
    return fmt::format("{}: {} of {} ({}%)", step.what, with_commas(step.done), with_commas(step.of), percent(step));
}

}  // namespace steadfast::app
