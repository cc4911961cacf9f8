#include "demo/staff.hpp"

#include "demo/names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

/// Of an office; some there are only once in a council.
struct Opening {
    std::string_view role_code;
    int people;
    bool is_one_for_all = false;
};

constexpr std::array<Opening, 15> openings{{{"administrator", 1, true},
                                     {"social_worker", 28},
                                     {"team_manager", 6},
                                     {"reviewing_officer", 3},
                                     {"analyst", 1, true},
                                     {"governance", 1, true},
                                     {"front_door_worker", 2},
                                     {"night_team", 2},
                                     {"family_support_worker", 3},
                                     {"personal_adviser", 2},
                                     {"business_support", 2},
                                     {"adoption_worker", 1},
                                     {"service_manager", 1, true},
                                     {"director", 1, true},
                                     {"designated_officer", 1, true}}};

// Children's social work workforce, year to September 2024 (Department for Education, 2025): 17 of 100 children's social workers
// were from agencies; 14 to 17 of 100 of the council's own left in a year, which is six to seven years for each on average.
constexpr double from_an_agency = 17;
constexpr int days_of_own_workers = 2'300;
constexpr int days_of_agency_workers = 330;
constexpr std::uint64_t first_of_comings = 1'000'000;   // Dice of their own, far from those that draw people.

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

Staff::Staff(const Order& order) {
    const Dice of_the_council = Dice(order.seed).for_the(0);
    const int offices = order.scale().offices;
    engage(of_the_council, offices);
    put_one_of_each_role_first();
    for (const std::size_t social_worker : of_role("social_worker")) posts_.push_back({social_worker});
    at_the_front_door_ *= static_cast<std::size_t>(offices);
    managers_ = of_role("team_manager");
    reviewing_officers_ = of_role("reviewing_officer");
    designated_officer_ = of_role("designated_officer").front();
    if (order.scale().is_untidy) let_many_come_and_go(of_the_council, order);
    else let_two_go(order.today);
}

void Staff::engage(const Dice& of_the_council, int offices) {
    for (const Opening& opening : openings) {
        const int people = opening.is_one_for_all ? opening.people : opening.people * offices;
        for (int i = 0; i < people; ++i) static_cast<void>(add_another(of_the_council, opening.role_code));
    }
}

std::size_t Staff::add_another(const Dice& of_the_council, std::string_view role_code) {
    // Two who would sign in by one name: the second is drawn again.
    for (;;) {
        Dice dice = of_the_council.for_the(++drawn_);
        Colleague colleague = some_colleague(dice, role_code, all_.size());
        if (!sign_in_names_.insert(colleague.sign_in_name).second) continue;
        all_.push_back(std::move(colleague));
        return all_.size() - 1;
    }
}

void Staff::put_one_of_each_role_first() {
    std::vector<Colleague> first;
    std::vector<Colleague> others;
    for (Colleague& colleague : all_) {
        const bool is_first =
            std::ranges::none_of(first, [&](const Colleague& other) { return other.role_code == colleague.role_code; });
        (is_first ? first : others).push_back(std::move(colleague));
    }
    all_ = std::move(first);
    std::ranges::move(others, std::back_inserter(all_));
}

void Staff::let_two_go(Date today) {
    // What they wrote stays theirs, and they can't sign in.
    all_[posts_[5].front()].left = today.plus_days(-400);
    all_[posts_[11].front()].left = today.plus_days(-75);
}

void Staff::let_many_come_and_go(const Dice& of_the_council, const Order& order) {
    // Those at the front door stay, and so does the first: visitors sign in as that one.
    const std::size_t in_teams = posts_.size() - at_the_front_door_;
    for (std::size_t nth = 1; nth < in_teams; ++nth) {
        Dice dice = of_the_council.for_the(first_of_comings + nth);
        Date since = order.first_day();
        for (;;) {
            Colleague& holder = all_[posts_[nth].back()];
            holder.is_from_an_agency = dice.happens_in(from_an_agency);
            const Date left = since.plus_days(45 + dice.days_around(holder.is_from_an_agency ? days_of_agency_workers : days_of_own_workers));
            if (left >= order.today) break;
            holder.left = left;
            since = left.plus_days(dice.between(0, 70));
            if (since >= order.today.plus_days(-7)) break;   // A post that is vacant today.
            const std::size_t next = add_another(of_the_council, "social_worker");
            all_[next].joined = since;
            posts_[nth].push_back(next);
        }
    }
    for (Colleague& colleague : all_)
        if (colleague.is_from_an_agency) colleague.name += " (agency)";
}

std::vector<std::size_t> Staff::of_role(std::string_view role_code) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (all_[i].role_code == role_code) found.push_back(i);
    return found;
}

const Colleague& Staff::at_the_front_door(std::uint64_t family) const {
    return all_[posts_[posts_.size() - at_the_front_door_ + family % at_the_front_door_].front()];
}

const Colleague& Staff::social_worker_of(std::uint64_t family, Date day) const {
    // Each family's worker changes after some twenty months, not all on one day.
    const auto turn = static_cast<std::uint64_t>(day.days_since_1970() + static_cast<std::int32_t>(family * 97 % 600)) / 600;
    const std::size_t in_teams = posts_.size() - at_the_front_door_;
    for (std::uint64_t next = 0;; ++next)
        for (const std::size_t holder : posts_[(family * 7 + turn * 5 + next) % in_teams])
            if (all_[holder].is_there_on(day)) return all_[holder];
}

const Colleague& Staff::manager_of(std::uint64_t family) const { return all_[managers_[family % managers_.size()]]; }

const Colleague& Staff::designated_officer() const { return all_[designated_officer_]; }

const Colleague& Staff::reviewing_officer_of(std::uint64_t family) const {
    return all_[reviewing_officers_[family / 3 % reviewing_officers_.size()]];
}

}  // namespace steadfast::demo
