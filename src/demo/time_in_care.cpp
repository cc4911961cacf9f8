#include "demo/time_in_care.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

struct LegalStatus {
    Date from;
    std::string_view code;
};

struct Placement {
    Date from;
    std::string_view code;
    std::string_view provider;
    std::string postcode;
    std::string ofsted_number;
    std::string_view why_changed;    ///< Why the placement before it ended.
    bool has_same_carer = false;     ///< As the placement before it.
};

constexpr std::array<Share, 5> routes{{{"V2", 46}, {"C1", 36}, {"L1", 10}, {"L2", 5}, {"J1", 3}}};
constexpr std::array<Share, 4> routes_from_protection{{{"C1", 62}, {"V2", 22}, {"L1", 10}, {"L2", 6}}};
constexpr std::array<Share, 3> guardianship{{{"E45", 57}, {"E47", 38}, {"E46", 5}}};
constexpr std::array<Share, 5> at_eighteen{{{"E17", 30}, {"E5", 34}, {"E6", 12}, {"E7", 4}, {"E8", 20}}};
constexpr std::array<Share, 8> why_a_placement_changes{
    {{"CARPL", 40}, {"CREQB", 22}, {"CREQO", 12}, {"CHILD", 9}, {"LAREQ", 8}, {"STAND", 3}, {"CLOSE", 4}, {"OTHER", 2}}};

constexpr std::array<Share, 4> homes_under_ten{{{"U6", 66}, {"U3", 27}, {"R3", 5}, {"K2", 2}}};
constexpr std::array<Share, 4> homes_under_sixteen{{{"U6", 64}, {"U3", 14}, {"K2", 19}, {"K1", 3}}};
constexpr std::array<Share, 4> homes_from_sixteen{{{"K3", 48}, {"U6", 32}, {"K2", 18}, {"U3", 2}}};

bool is_fostered(std::string_view placement) { return placement.starts_with('U'); }

/// The legal statuses one after the other, and how and when it all ends.
struct Course {
    std::vector<LegalStatus> statuses;
    Date until = Date::from_days(0);
    std::string_view why;   ///< A code of law::reason_episode_ceased; empty where only coming of age ends it.
    std::optional<Date> placement_order;
};

void go_on_under_care_order(Dice& dice, Course& course, Date from) {
    course.statuses.push_back({from, "C2"});
    if (dice.happens_in(80)) return;
    course.until = from.plus_days(dice.between(300, 1400));
    course.why = dice.happens_in(55) ? dice.one_of(guardianship) : "E4A";
}

void go_on_to_court(Dice& dice, Course& course, Date from, int age) {
    course.statuses.push_back({from, "C1"});
    const Date hearing = from.plus_days(dice.between(150, 320));   // The law says 26 weeks; courts take longer.
    if (age < 4 && dice.happens_in(34)) {
        course.statuses.push_back({hearing, "E1"});
        course.placement_order = hearing;
        course.until = hearing.plus_days(dice.between(330, 640));
        course.why = dice.happens_in(60) ? "E12" : "E11";
    } else if (dice.happens_in(72)) {
        go_on_under_care_order(dice, course, hearing);
    } else {
        course.until = hearing;
        course.why = dice.happens_in(55) ? dice.one_of(guardianship) : "E4A";
    }
}

Course course_of(Dice& dice, const Child& child, Date began, bool came_alone, bool was_protected) {
    const int age = child.age_on(began);
    Course course;
    course.until = child.turns(18);
    std::string_view route = came_alone ? "V2" : was_protected ? dice.one_of(routes_from_protection) : dice.one_of(routes);
    if (route == "J1" && age < 12) route = "V2";
    if (route == "L1" || route == "L2") {
        course.statuses.push_back({began, route});
        const Date after = began.plus_days(route == "L1" ? dice.between(1, 3) : dice.between(4, 8));
        if (route == "L2" || dice.happens_in(50)) go_on_to_court(dice, course, after, age);
        else {
            course.statuses.push_back({after, "V2"});
            course.until = after.plus_days(dice.between(10, 200));
            course.why = "E4B";
        }
    } else if (route == "C1") {
        go_on_to_court(dice, course, began, age);
    } else if (route == "J1") {
        course.statuses.push_back({began, "J1"});
        course.until = began.plus_days(dice.between(15, 130));
        course.why = "E14";
    } else {
        course.statuses.push_back({began, "V2"});
        if (!came_alone && age < 15 && dice.happens_in(42))
            go_on_to_court(dice, course, began.plus_days(dice.between(25, 180)), age);
        else if (!came_alone && !(age >= 14 && dice.happens_in(55))) {
            course.until = began.plus_days(dice.between(8, 300));
            course.why = dice.happens_in(75) ? "E4A" : "E4B";
        }
    }
    const Date adult = child.turns(18);
    std::erase_if(course.statuses, [adult](const LegalStatus& status) { return status.from >= adult; });
    if (course.until >= adult) {
        course.until = adult;
        course.why = {};
    }
    return course;
}

Placement some_placement(Dice& dice, const Child& child, Date from, bool came_alone) {
    const int age = child.age_on(from);
    Placement placement{from, {}, {}, some_postcode(dice), {}, {}};
    if (age >= 16) placement.code = came_alone && dice.happens_in(55) ? "K3" : dice.one_of(homes_from_sixteen);
    else placement.code = age < 10 ? dice.one_of(homes_under_ten) : dice.one_of(homes_under_sixteen);
    const bool by_own_council = dice.happens_in(placement.code == "U3" ? 97 : placement.code == "U6" ? 58 : 15);
    placement.provider = by_own_council ? "PR1" : dice.happens_in(90) ? "PR4" : "PR5";
    // Homes and agencies have Ofsted's numbers; these begin as none of Ofsted's do.
    if (placement.code != "U3") placement.ofsted_number = fmt::format("90{:05}", dice.between(1, 400));
    return placement;
}

/// Where the child lives: moves, most of them early on, and a home that becomes the lasting one.
std::vector<Placement> placements_of(Dice& dice, const Child& child, Date began, const Course& course, bool came_alone,
                                     std::optional<TimeInCare::Adoption>& adoption) {
    std::vector<Placement> placements{some_placement(dice, child, began, came_alone)};
    const Date settled = course.placement_order.value_or(course.until);
    const bool is_unsettled = child.age_on(began) >= 12 && dice.happens_in(30);
    for (Date next = began;;) {
        const Placement& last = placements.back();
        const bool is_lasting = last.code == "U4" || last.code == "U1";
        next = next.plus_days(5 + dice.days_around(is_unsettled ? 110 : next - began < 365 ? 330 : is_lasting ? 1500 : 700));
        if (next >= settled) break;
        if (is_fostered(last.code) && !is_lasting && next - began > 300 && dice.happens_in(60)) {
            Placement same = last;
            same.from = next;
            same.code = last.code == "U3" ? "U1" : "U4";
            same.why_changed = "PLACE";
            same.has_same_carer = true;
            placements.push_back(std::move(same));
        } else {
            Placement moved = some_placement(dice, child, next, came_alone);
            moved.why_changed = dice.one_of(why_a_placement_changes);
            placements.push_back(std::move(moved));
        }
    }
    if (!course.placement_order || course.why.empty()) return placements;
    adoption = TimeInCare::Adoption{course.placement_order->plus_days(-dice.between(10, 60)),
                                    course.placement_order->plus_days(dice.between(60, 150)), dice.happens_in(16)};
    Placement adopters{adoption->matched.plus_days(dice.between(10, 60)),
                       adoption->by_foster_carers ? "A5" : "A6",
                       "PR1",
                       some_postcode(dice),
                       {},
                       "CARPL",
                       adoption->by_foster_carers};
    if (adoption->by_foster_carers) {
        adopters.why_changed = "PLACE";
        adopters.postcode = placements.back().postcode;
    }
    placements.push_back(std::move(adopters));
    return placements;
}

std::string_view why_it_began(bool legal_changed, bool placement_changed, bool has_same_carer) {
    if (legal_changed && placement_changed) return has_same_carer ? "U" : "B";
    if (legal_changed) return "L";
    return has_same_carer ? "T" : "P";
}

/// K3 stands for supported accommodation from the return of 2025; before that H5 did.
std::string_view as_coded_then(std::string_view placement, Date until) {
    static const Date first_day_of_k3 = Date::from_days(19'814);   // 1 April 2024.
    return placement == "K3" && until < first_day_of_k3 ? "H5" : placement;
}

std::string_view closing_reason(std::string_view why_it_ended) {
    if (why_it_ended == "E11" || why_it_ended == "E12") return "RC1";
    if (why_it_ended == "E45" || why_it_ended == "E46" || why_it_ended == "E47" || why_it_ended == "E48") return "RC4";
    return why_it_ended == "E7" ? "RC6" : "RC7";
}

}  // namespace

TimeInCare time_in_care(Dice& dice, const Child& child, const Family& family, Date began, std::string_view need,
                        bool was_protected) {
    const Course course = course_of(dice, child, began, family.came_alone, was_protected);
    TimeInCare time;
    time.until = course.until;
    const auto placements = placements_of(dice, child, began, course, family.came_alone, time.adoption);
    std::string_view why_it_ended = course.why;
    if (why_it_ended.empty()) why_it_ended = dice.one_of(at_eighteen);
    if (why_it_ended == "E17" && !is_fostered(placements.back().code)) why_it_ended = "E5";
    time.closes_with = closing_reason(why_it_ended);

    std::size_t status = 0;
    std::size_t placement = 0;
    for (Date from = began; from < course.until;) {
        const bool has_next_status = status + 1 < course.statuses.size();
        const bool has_next_placement = placement + 1 < placements.size();
        Date until = course.until;
        if (has_next_status) until = std::min(until, course.statuses[status + 1].from);
        if (has_next_placement) until = std::min(until, placements[placement + 1].from);

        const Placement& home = placements[placement];
        practice::LookedAfterEpisode episode;
        episode.began = from;
        episode.why_it_began.code =
            from == began ? "S" : why_it_began(course.statuses[status].from == from, home.from == from, home.has_same_carer);
        episode.legal_status.code = course.statuses[status].code;
        episode.need.code = need;
        episode.placement.code = as_coded_then(home.code, until);
        episode.provider.code = home.provider;
        episode.home_postcode = family.came_alone ? "" : family.postcode;
        episode.placement_postcode = home.postcode;
        episode.ofsted_number = home.ofsted_number;
        episode.ended = until;
        episode.why_it_ended.code = until == course.until ? why_it_ended : "X1";

        if (has_next_status && course.statuses[status + 1].from == until) ++status;
        if (has_next_placement && placements[placement + 1].from == until) {
            ++placement;
            if (until != course.until) episode.why_the_placement_changed.code = placements[placement].why_changed;
        }
        time.episodes.push_back(std::move(episode));
        from = until;
    }
    return time;
}

}  // namespace steadfast::demo
