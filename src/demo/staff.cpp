#include "demo/staff.hpp"

#include "demo/names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

struct Post {
    std::string_view role_code;
    int people;
};

constexpr std::array<Post, 14> posts{{{"administrator", 1},
                                     {"social_worker", 28},
                                     {"team_manager", 6},
                                     {"reviewing_officer", 3},
                                     {"analyst", 1},
                                     {"governance", 1},
                                     {"front_door_worker", 2},
                                     {"night_team", 2},
                                     {"family_support_worker", 3},
                                     {"personal_adviser", 2},
                                     {"business_support", 2},
                                     {"adoption_worker", 1},
                                     {"service_manager", 1},
                                     {"director", 1}}};

// Words that are easy to say across a room.
constexpr std::array<std::string_view, 24> first_words{
    "amber",  "autumn", "bright",  "calm",  "clear",  "copper", "early", "gentle", "golden", "green", "little", "misty",
    "narrow", "open",   "patient", "quiet", "silver", "slow",   "small", "steady", "summer", "tidal", "warm",   "winter"};
constexpr std::array<std::string_view, 24> second_words{"badger",    "bridge",  "curlew",  "ferry",   "garden",  "harbour",
                                                        "heron",     "kestrel", "lantern", "lapwing", "meadow",  "mill",
                                                        "orchard",   "otter",   "pasture", "plover",  "reedbed", "river",
                                                        "saltmarsh", "sluice",  "stile",   "teasel",  "wagtail", "willow"};

/// Lower case and plain letters: what somebody can type on any keyboard.
std::string typed_plainly(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> plain{
        {{"Ł", "l"}, {"ł", "l"}, {"ń", "n"}, {"ă", "a"}, {"Ș", "s"}, {"ș", "s"}, {"ț", "t"}, {"é", "e"}}};
    std::string typed;
    for (std::size_t i = 0; i < name.size();) {
        const auto accented =
            std::ranges::find_if(plain, [&](const auto& pair) { return name.substr(i).starts_with(pair.first); });
        if (accented != plain.end()) {
            typed += accented->second;
            i += accented->first.size();
            continue;
        }
        const char c = name[i++];
        if (c >= 'A' && c <= 'Z') typed += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z') typed += c;
    }
    return typed;
}

Colleague some_colleague(Dice& dice, std::string_view role_code, std::size_t nth) {
    const Origin& origin = some_origin(dice);
    const std::string_view given = dice.one_of(dice.happens_in(80) ? origin.girls : origin.boys);
    const std::string_view surname = dice.one_of(origin.families);
    Colleague colleague;
    colleague.id = ledger::WorkerId(dice.id());
    colleague.name = fmt::format("{} {}", given, surname);
    colleague.sign_in_name = fmt::format("{}.{}", typed_plainly(given), typed_plainly(surname));
    colleague.role_code = role_code;
    colleague.password = fmt::format("{}-{}-{}", dice.one_of(first_words), dice.one_of(second_words), dice.between(100, 999));
    if (role_code == "social_worker") colleague.registration = fmt::format("SW0000{:02}", nth);
    return colleague;
}

}  // namespace

Staff::Staff(std::uint64_t seed, Date today) {
    const Dice of_the_council = Dice(seed).for_the(0);
    std::uint64_t drawn = 0;
    for (const Post& post : posts)
        for (int i = 0; i < post.people; ++i) {
            // Two who would sign in by one name: the second is drawn again.
            for (;;) {
                Dice dice = of_the_council.for_the(++drawn);
                Colleague colleague = some_colleague(dice, post.role_code, all_.size());
                if (std::ranges::any_of(all_,
                                        [&](const Colleague& other) { return other.sign_in_name == colleague.sign_in_name; }))
                    continue;
                all_.push_back(std::move(colleague));
                break;
            }
        }
    // One of each role comes first; the order among the others stays.
    std::vector<Colleague> first;
    std::vector<Colleague> others;
    for (Colleague& colleague : all_) {
        const bool is_first =
            std::ranges::none_of(first, [&](const Colleague& other) { return other.role_code == colleague.role_code; });
        (is_first ? first : others).push_back(std::move(colleague));
    }
    all_ = std::move(first);
    std::ranges::move(others, std::back_inserter(all_));

    social_workers_ = of_role("social_worker");
    managers_ = of_role("team_manager");
    reviewing_officers_ = of_role("reviewing_officer");
    // Two have gone: what they wrote stays theirs, and they can't sign in.
    all_[social_workers_[5]].left = today.plus_days(-400);
    all_[social_workers_[11]].left = today.plus_days(-75);
}

std::vector<std::size_t> Staff::of_role(std::string_view role_code) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (all_[i].role_code == role_code) found.push_back(i);
    return found;
}

const Colleague& Staff::at_the_front_door(std::uint64_t family) const { 
    return all_[social_workers_[social_workers_.size() - at_front_door + family % at_front_door]];
}

const Colleague& Staff::social_worker_of(std::uint64_t family, Date day) const {
    // Each family's worker changes after some twenty months, not all on one day.
    const auto turn = static_cast<std::uint64_t>(day.days_since_1970() + static_cast<std::int32_t>(family * 97 % 600)) / 600;
    const std::size_t in_teams = social_workers_.size() - at_front_door;
    for (std::uint64_t next = 0;; ++next) {
        const Colleague& colleague = all_[social_workers_[(family * 7 + turn * 5 + next) % in_teams]];
        if (!colleague.left || day < *colleague.left) return colleague;
    }
}

const Colleague& Staff::manager_of(std::uint64_t family) const { return all_[managers_[family % managers_.size()]]; }

const Colleague& Staff::reviewing_officer_of(std::uint64_t family) const {
    return all_[reviewing_officers_[family / 3 % reviewing_officers_.size()]];
}

}  // namespace steadfast::demo
