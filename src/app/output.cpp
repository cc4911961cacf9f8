#include "app/output.hpp"

#include <bit>

namespace steadfast::app {

Ending could_not(Output& output, const Refusal& refusal) {
    output.complain(refusal.whole());
    return Ending::could_not;
}

bool ProgressMarks::is_worth_showing(const Step& step) {
    // Where the whole is not known, each doubling is a mark.
    const std::uint64_t mark = step.of == 0 ? static_cast<std::uint64_t>(std::bit_width(step.done))
                               : step.done >= step.of ? marks_
                                                      : static_cast<std::uint64_t>(static_cast<double>(step.done) /
                                                                                   static_cast<double>(step.of) *
                                                                                   static_cast<double>(marks_));
    if (started_ && step.what == what_ && mark == shown_) return false;
    started_ = true;
    what_ = step.what;
    shown_ = mark;
    return true;
}

}  // namespace steadfast::app
