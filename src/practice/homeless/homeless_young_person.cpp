#include "practice/homeless/homeless_young_person.hpp"

using steadfast::practice::HomelessYoungPerson;

namespace steadfast::practice {
namespace {

constexpr law::Code homeless_where_tonight_codes[] = {
    {.code = "home", .says = "At home, while it is tried to stay"},
    {.code = "family_or_friends", .says = "With family or friends who were spoken to"},
    {.code = "section_20", .says = "Accommodated by us at once, under section 20"},
    {.code = "interim_housing", .says = "In the housing authority's interim accommodation, under section 188"},
    {.code = "bed_and_breakfast", .says = "In bed and breakfast, which is not suitable"},
    {.code = "nowhere", .says = "Nowhere safe yet"},
};

constexpr law::Code homeless_wants_codes[] = {
    {.code = "home", .says = "To go home, or to stay there"},
    {.code = "family", .says = "To live with other family or friends"},
    {.code = "section_20", .says = "To be accommodated and looked after"},
    {.code = "own_place", .says = "A place of their own, and not to be looked after"},
    {.code = "not_sure", .says = "Not sure yet"},
};

constexpr law::Code homeless_decision_codes[] = {
    {.code = "section_20", .says = "Accommodated under section 20: looked after"},
    {.code = "housing_act", .says = "Housed under the Housing Act, as they decided with advice"},
    {.code = "home", .says = "At home, with support"},
    {.code = "family", .says = "With family or friends, with support"},
    {.code = "not_in_need", .says = "Not a child in need: the housing authority decides"},
    {.code = "not_homeless", .says = "Not homeless"},
};

}  // namespace

constinit const law::CodeSet homeless_where_tonight{"homeless_where_tonight", "Where a homeless young person sleeps meanwhile",
                                                    "Steadfast, after the guidance", homeless_where_tonight_codes};
constinit const law::CodeSet homeless_wants{"homeless_wants", "What a homeless young person wants", "Steadfast",
                                            homeless_wants_codes};
constinit const law::CodeSet homeless_decision{"homeless_decision", "Under which law a homeless young person is housed",
                                               "Steadfast, after the guidance", homeless_decision_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<HomelessYoungPerson>() {
    static const ItemType type(
        {.key = "homeless_young_person",
         .name = "Homeless at 16 or 17",
         .plural = "Homeless at 16 or 17",
         .happened = "came",
         .ended = "decided_on",
         .summary = {"tonight", "decision"}},
        {
            field<&HomelessYoungPerson::came>("came", "When they came, or we were told").required(),
            field<&HomelessYoungPerson::came_to>("came_to", "To whom they came first")
                .with_hint("For example, the housing office"),
            field<&HomelessYoungPerson::why_homeless>("why_homeless", "Why they have no home, or are about to lose it")
                .required(),
            field<&HomelessYoungPerson::tonight>("tonight", "Where do they sleep tonight?").required(),
            field<&HomelessYoungPerson::safe_place>("safe_place", "When they had somewhere safe to sleep"),
            field<&HomelessYoungPerson::safe_place_where>("safe_place_where", "Where that is"),
            field<&HomelessYoungPerson::assessed_on>("assessed_on", "Assessed on")
                .with_hint("One assessment of what they need, with housing. Nobody waits for a roof until it is done"),
            field<&HomelessYoungPerson::is_in_need>("is_in_need", "Are they a child in need?"),
            field<&HomelessYoungPerson::rights_explained_on>("rights_explained_on",
                                                             "Told on what section 20 would bring and what the Housing Act would")
                .with_hint("In writing too, with what leaving care brings later"),
            field<&HomelessYoungPerson::advocate_offered_on>("advocate_offered_on", "Independent advocate offered on"),
            field<&HomelessYoungPerson::has_advocate>("has_advocate", "Do they have an advocate?"),
            field<&HomelessYoungPerson::wants>("wants", "What they want"),
            field<&HomelessYoungPerson::own_words>("own_words", "In their own words"),
            field<&HomelessYoungPerson::understands_refusal>(
                "understands_refusal",
                "If they do not want to be looked after: do they know what that means, and are they able to decide it?"),
            field<&HomelessYoungPerson::decision>("decision", "Decision"),
            field<&HomelessYoungPerson::decided_on>("decided_on", "Decided on"),
            field<&HomelessYoungPerson::why_decided>("why_decided", "Why, and who decided"),
        });
    return type;
}

}  // namespace steadfast::record
