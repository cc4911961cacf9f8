#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace steadfast::app {

/// How a command ended: its exit code, which a script can trust.
enum class Ending : std::uint8_t {
    well = 0,
    findings = 1,    ///< It did what was asked, and found something that a person must look at.
    could_not = 2,
};

/// How far long work has come.
struct Step {
    std::string_view what;    ///< "Reading the entries"
    std::uint64_t done = 0;
    std::uint64_t of = 0;     ///< 0 where nobody knows yet.
};

/// Where a command says what it does, whether its caller sits at this process or at the other end of the local socket.
/// Any thread may call; a line is never torn.
class Output {
public:
    virtual ~Output() = default;
    virtual void say(std::string_view line) = 0;        ///< What was asked for: standard output.
    virtual void complain(std::string_view line) = 0;   ///< What went wrong: standard error.
    virtual void progress(const Step& step) = 0;        ///< As often as is handy; what is not worth showing is not shown.
};

/// Says why, and what can be done about it.
[[nodiscard]] Ending could_not(Output& output, const Refusal& refusal);

/// Thins progress out: true when the step shows something that the last one shown did not.
class ProgressMarks {
public:
    /// @param marks how many times from nothing to the whole something is shown.
    explicit ProgressMarks(std::uint64_t marks) : marks_(marks) {}
    [[nodiscard]] bool is_worth_showing(const Step& step);

private:
    std::uint64_t marks_;
    std::string what_;
    std::uint64_t shown_ = 0;
    bool started_ = false;
};

}  // namespace steadfast::app
