#include "demo/case.hpp"
#include "law/working_days.hpp"
#include "practice/neglect/care_profile.hpp"
#include "practice/neglect/small_sign.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t small_signs = 14;   // Of the family's dice, the ones for these.
constexpr std::uint64_t families_with_them = 9;
constexpr int most_signs = 24;
constexpr int gets_better = 55;   // Of a hundred such families.

struct Seen {
    std::string_view kind;
    std::string_view by;
    std::string_view line;
};
constexpr std::array<Seen, 8> seen{
    {{"hungry", "Class teacher", "Asked a friend for half his sandwich."},
     {"clothes", "School office", "No coat; it was four degrees."},
     {"clothes", "Family support worker", "The same jumper as on Tuesday, and it smelled of smoke."},
     {"school", "Attendance officer", "Not fetched until twenty to five. Nobody answered."},
     {"school", "Nursery", "Late for the third time this fortnight."},
     {"health", "Health visitor", "The hearing test was missed; a new one is offered."},
     {"teeth", "School nurse", "Toothache again. No dentist yet."},
     {"alone", "A neighbour", "Played in the street until ten."}}};
constexpr std::array<std::string_view, 3> evidence{
    "Seen at three visits since the last time, one of them unannounced: what stood in the fridge, where each sleeps, who gets them up.",
    "Done at the kitchen table with both parents, part for part. They chose the grade first, then we said ours.",
    "With the school's and the health visitor's own notes beside it.",
};

using Subjects = std::vector<ledger::SubjectId>;

Subjects open_on(const std::vector<OpenReferral>& referrals, Date day) {
    Subjects about;
    for (const OpenReferral& one : referrals)
        if (one.child->born < day && (!one.referral.closed_on || day < *one.referral.closed_on))
            about.push_back(one.child->subject);
    return about;
}

template <class T>
void save(const Case& what, const T& value, const Subjects& about, Date day) {
    const record::ItemType& type = record::type_of<T>();
    record::Content content;
    content.values = type.values_of(value);
    content.about.resize(about.size());
    for (auto& part : content.about) part.values.resize(type.fields().size());
    Written written;
    what.story.save(written, type, content, about, what.social_worker(day), what.story.typed_up(day));
}

void tell_sign(const Case& what, const Subjects& about, Date day) {
    Dice& dice = what.dice();
    const Seen& one = seen[static_cast<std::size_t>(dice.between(0, static_cast<int>(seen.size()) - 1))];
    practice::SmallSign sign;
    sign.happened = When::day(day);
    sign.kind.code = one.kind;
    sign.seen_by = one.by;
    sign.in_a_line = one.line;
    save(what, sign, {about[static_cast<std::size_t>(dice.between(0, static_cast<int>(about.size()) - 1))]}, day);
}

/// A grade from "1" to "5", around one that moves from profile to profile.
std::string grade(Dice& dice, int around) { return std::to_string(std::clamp(around + dice.between(-1, 1), 1, 5)); }

void tell_profile(const Case& what, const Subjects& about, Date day, int around) {
    Dice& dice = what.dice();
    practice::CareProfile profile;
    profile.done_on = day;
    profile.with_whom = "The mother, and the health visitor";
    for (auto* part : {&profile.food, &profile.home, &profile.clothes, &profile.health, &profile.safety, &profile.affection,
                       &profile.routines, &profile.learning, &profile.adults})
        part->code = grade(dice, around);
    profile.evidence.text = dice.one_of(evidence);
    profile.again_by = day.plus_months(4);
    save(what, profile, about, day);
}

}  // namespace

void tell_neglect(const Case& what, const std::vector<OpenReferral>& referrals, Date from) {
    if (what.family.number % families_with_them != 4) return;
    Dice& dice = what.dice();
    // What is seen in these families changes nothing of what befalls them here.
    const Dice goes_on = dice;
    dice = dice.for_the(small_signs);
    Date day = from.plus_days(dice.between(3, 20));
    for (int nth = 0; nth < most_signs; ++nth, day = day.plus_days(dice.between(6, 45))) {
        while (!law::is_working_day(day)) day = day.plus_days(1);
        const Subjects about = open_on(referrals, day);
        if (about.empty() || !what.story.has_happened(day)) break;
        tell_sign(what, about, day);
    }
    const int step = dice.happens_in(gets_better) ? -1 : dice.between(0, 1);
    int around = 4;
    for (day = from.plus_days(dice.between(30, 50)); what.story.has_happened(day);
         day = day.plus_days(dice.between(100, 150)), around += step) {
        while (!law::is_working_day(day)) day = day.plus_days(1);
        const Subjects about = open_on(referrals, day);
        if (about.empty() || !what.story.has_happened(day)) break;
        tell_profile(what, about, day, std::clamp(around, 1, 5));
    }
    dice = goes_on;
}

}  // namespace steadfast::demo
