#pragma once

#include "app/output.hpp"

#include <chrono>
#include <cstdio>
#include <mutex>

namespace steadfast::app {

/// The person's own terminal, or the files that stand in its place. Progress is a bar at a terminal and a plain line
/// now and then elsewhere; both go to standard error, so that standard output holds what was asked for alone. What is
/// done before anybody would wonder shows none.
class Console final : public Output {
public:
    enum class Draws { bars, lines };

    /// @param patience how long a stage of the work may take before its progress is shown.
    Console(std::FILE* out, std::FILE* err, Draws draws, std::chrono::milliseconds patience = std::chrono::seconds(1));
    ~Console() override;

    void say(std::string_view line) override;
    void complain(std::string_view line) override;
    void progress(const Step& step) override;

private:
    void wipe_bar();
    [[nodiscard]] bool is_worth_showing(const Step& step);

    std::mutex mutex_;
    std::FILE* out_;
    std::FILE* err_;
    Draws draws_;
    std::chrono::milliseconds patience_;
    ProgressMarks marks_;
    std::string stage_;
    std::chrono::steady_clock::time_point stage_began_;
    bool bar_stands_ = false;
};

/// The process's own console: bars where standard error is a terminal.
[[nodiscard]] Console::Draws what_this_terminal_draws();

/// The text with its control characters made visible, so that what somebody recorded can't drive a terminal.
/// Line ends and tabs stay.
[[nodiscard]] std::string fit_for_a_terminal(std::string_view text);

/// "[#######.............]  35%  Reading the entries", or a line in words where the whole is not known.
[[nodiscard]] std::string bar(const Step& step);
/// "Reading the entries: 350,000 of 1,000,000 (35%)".
[[nodiscard]] std::string progress_line(const Step& step);

}  // namespace steadfast::app
