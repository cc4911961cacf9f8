#pragma once

#include "demo/scale.hpp"
#include "demo/story.hpp"
#include "record/workers/worker.hpp"

#include <string>
#include <unordered_set>
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
    std::optional<Date> joined;  ///< None: there from the beginning.
    std::optional<Date> left;
    bool is_from_an_agency = false;

    [[nodiscard]] bool is_there_on(Date day) const { return (!joined || *joined <= day) && (!left || day < *left); }
};

/// The council's workers: one of each role first, so that a visitor can try them all.
class Staff {
public:
    explicit Staff(const Order& order);

    [[nodiscard]] const std::vector<Colleague>& all() const { return all_; }
    [[nodiscard]] const Colleague& administrator() const { return all_.front(); }
    /// Whoever has a family's work on a day: the front door at first, then a team; each of them changes now and then.
    [[nodiscard]] const Colleague& at_the_front_door(std::uint64_t family) const;
    [[nodiscard]] const Colleague& social_worker_of(std::uint64_t family, Date day) const;
    [[nodiscard]] const Colleague& manager_of(std::uint64_t family) const;
    [[nodiscard]] const Colleague& reviewing_officer_of(std::uint64_t family) const;

    /// Hears of allegations against adults who work with children.
    [[nodiscard]] const Colleague& designated_officer() const;

    /// A social worker's post, and who held it one after the other.
    using Post = std::vector<std::size_t>;   ///< Places in all().
    [[nodiscard]] const std::vector<Post>& social_workers_posts() const { return posts_; }
    /// How many of the posts, the last ones, are at the front door; the others are in the teams that hold children.
    [[nodiscard]] std::size_t posts_at_the_front_door() const { return at_the_front_door_; }

private:
    void engage(const Dice& of_the_council, int offices);
    void put_one_of_each_role_first();
    void let_two_go(Date today);
    void let_many_come_and_go(const Dice& of_the_council, const Order& order);
    [[nodiscard]] std::size_t add_another(const Dice& of_the_council, std::string_view role_code);
    [[nodiscard]] std::vector<std::size_t> of_role(std::string_view role_code) const;

    std::vector<Colleague> all_;
    std::unordered_set<std::string> sign_in_names_;
    std::uint64_t drawn_ = 0;
    std::vector<Post> posts_;
    std::size_t at_the_front_door_ = 4;
    std::vector<std::size_t> managers_;
    std::vector<std::size_t> reviewing_officers_;
    std::size_t designated_officer_ = 0;
};

}  // namespace steadfast::demo
