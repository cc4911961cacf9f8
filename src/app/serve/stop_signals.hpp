#pragma once

#include <chrono>

namespace steadfast::app {

/// Ctrl-C and the system's wish to stop (SIGINT, SIGTERM), taken as words and not as blows: from here on they wait until
/// they are asked for. Made before the first thread, so that no thread takes them.
class StopSignals {
public:
    StopSignals();
    /// Lets them strike again: a second Ctrl-C ends a stop that takes too long.
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// True once somebody wants the program to stop; waits at most so long for it.
    [[nodiscard]] bool wait(std::chrono::milliseconds time);
    [[nodiscard]] bool came() { return wait(std::chrono::milliseconds(0)); }

private:
    bool came_ = false;
};

}  // namespace steadfast::app
