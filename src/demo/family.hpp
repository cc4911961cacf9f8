#pragma once

#include "demo/names.hpp"
#include "demo/phrases.hpp"
#include "demo/story.hpp"
#include "record/people/person.hpp"

#include <string>
#include <vector>

namespace steadfast::demo {

/// Somebody the story is about, and how their own record stands.
struct Child {
    std::string given_name;
    std::string family_name;      ///< Where it is on record otherwise than the family's, with a letter wrong.
    std::string_view likes;       ///< What the child likes to do: in the words of notes only.
    std::string sex;              ///< "M" or "F"
    Date born = Date::from_days(0);
    std::string ethnicity;
    std::string number;           ///< The authority's own.
    std::string upn;              ///< Empty for one below school age.
    std::vector<std::string> disabilities;
    ledger::SubjectId subject;
    Written person;
    int protection_plans = 0;     ///< So far, here or elsewhere.
    std::optional<Date> in_care_until;   ///< Perhaps in years to come; none where they never were.
    bool is_adopted = false;      ///< From then on somebody else's child, with a record of their own.

    [[nodiscard]] int age_on(Date day) const;
    [[nodiscard]] Date turns(int years) const { return born.plus_years(years); }
};

/// Brothers and sisters with one surname and one home.
struct Family {
    std::uint64_t number = 0;
    const Origin* origin = nullptr;
    std::string surname;
    std::string postcode;
    std::string mother;           ///< Her first name, or who stands in for her: in the words of notes only.
    std::string father;           ///< The same for him.
    std::string grandmother;
    std::string primary_school;
    std::string secondary_school;
    std::string_view pet;
    const Trouble* trouble = nullptr;   ///< What brought them here.
    std::vector<Child> children;
    Date first_known = Date::from_days(0);
    bool came_alone = false;      ///< One child without a family here.
    bool is_half_recorded = false;   ///< Nobody ever filled in what was not known on the first day.
};

/// Whether a family's children are drawn as a tidy record would have them, or with twins, misspelt names and gaps.
enum class Kept { well, as_real_ones_are };

/// The nth family of a council, known from some day on; what becomes of it is told apart.
[[nodiscard]] Family some_family(Dice& dice, std::uint64_t number, Date earliest, Date latest, Kept kept = Kept::well);

/// A name with a letter doubled, lost or changed with its neighbour, as it comes over a telephone. Accented letters stay.
[[nodiscard]] std::string misspelt(Dice& dice, std::string name);

/// In the postcode area ZZ, which the Post Office never gave out.
[[nodiscard]] std::string some_postcode(Dice& dice);

/// Records a child as the front door first hears of them, and later as everything is known.
void record_first_heard_of(Story& story, Family& family, Child& child, ledger::WorkerId by, Moment at);
void record_fully_known(Story& story, Family& family, Child& child, ledger::WorkerId by, Moment at);

}  // namespace steadfast::demo
