#pragma once

#include "base/instant.hpp"

namespace steadfast {

/// Who tells the time. Nothing below src/app asks the machine; it is told.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands where it is put: for tests and for the demo council, which is the same on any day it is made.
class StandingClock final : public Clock {
public:
    explicit StandingClock(Instant at) : at_(at) {}
    [[nodiscard]] Instant now() const override { return at_; }
    void put(Instant at) { at_ = at; }

private:
    Instant at_;
};

}  // namespace steadfast
