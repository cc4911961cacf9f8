#pragma once

#include "demo/story.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace steadfast::demo {

/// What was saved, put away by the month until it is taken out in order: families are told one after the other, each through all its
/// years, and a county's years do not fit into memory at once. What does not fit stands in files without a name, which are gone when
/// the program ends, however it ends.
class Pigeonholes {
public:
    /// For what is saved from the month of `first` to that of `last`; anything outside goes to the nearer end.
    Pigeonholes(Date first, Date last);
    ~Pigeonholes();
    Pigeonholes(const Pigeonholes&) = delete;
    Pigeonholes& operator=(const Pigeonholes&) = delete;

    /// What one family's story saved, in the order in which it was told. From any thread.
    /// Refused (unavailable) where the folder for temporary files is full.
    [[nodiscard]] Result<void> put(std::uint64_t family, std::span<const Saving> savings);

    [[nodiscard]] std::size_t months() const;
    /// Takes out a month: all that was saved at one moment after another, families in the order of their numbers, whichever was put
    /// in first. A refusal of the visitor ends it.
    using Visit = std::function<Result<void>(const Moment&, std::vector<ledger::Change>)>;
    [[nodiscard]] Result<void> take(std::size_t month, const Visit& visit);

private:
    struct Hole;
    [[nodiscard]] std::size_t month_of(Date day) const;

    int first_month_;
    std::vector<std::unique_ptr<Hole>> holes_;
};

}  // namespace steadfast::demo
