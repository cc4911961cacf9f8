#pragma once

#include "demo/story.hpp"
#include "record/workers/worker.hpp"

#include <string>
#include <vector>

namespace steadfast::demo {

/// Somebody who works at the invented council.
struct Colleague {
    ledger::WorkerId id;
    std::string name;
    std::string sign_in_name;
    std::string role_code;       ///< A code of record::role.
    std::string password;        ///< For the demonstration alone, and printed: it protects nobody.
    std::string registration;    ///< A social worker's; a shape that Social Work England never gave out.
    std::optional<Date> left;
};

/// The council's workers: one of each role first, so that a visitor can try them all.
class Staff {
public:
    Staff(std::uint64_t seed, Date today);

    [[nodiscard]] const std::vector<Colleague>& all() const { return all_; }
    [[nodiscard]] const Colleague& administrator() const { return all_.front(); }
    /// Whoever has a family's work on a day: the front door at first, then a team; each of them changes now and then.
    static constexpr std::size_t at_front_door = 4;   ///< Social workers; the others are in the teams that hold children.
    [[nodiscard]] const Colleague& at_the_front_door(std::uint64_t family) const;
    [[nodiscard]] const Colleague& social_worker_of(std::uint64_t family, Date day) const;
    [[nodiscard]] const Colleague& manager_of(std::uint64_t family) const;
    [[nodiscard]] const Colleague& reviewing_officer_of(std::uint64_t family) const;

private:
    [[nodiscard]] std::vector<std::size_t> of_role(std::string_view role_code) const;

    std::vector<Colleague> all_;
    std::vector<std::size_t> social_workers_;
    std::vector<std::size_t> managers_;
    std::vector<std::size_t> reviewing_officers_;
};

}  // namespace steadfast::demo
