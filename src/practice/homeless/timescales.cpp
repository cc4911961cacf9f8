#include "practice/homeless/timescales.hpp"

#include "practice/homeless/homeless_young_person.hpp"

namespace steadfast::practice {

using namespace law::literals;

constinit const law::Timescale homeless_safe_place{
    .key = "homeless_safe_place",
    .name = "Somewhere safe to sleep",
    .says = "Find a homeless 16 or 17 year old somewhere safe to sleep within 24 hours of their coming to us",
    .source =
        "The council's own standard. Prevention of homelessness and provision of accommodation for 16 and 17 year old young people (2018): an immediate "
        "need is met at once, under section 20 of the Children Act 1989 or section 188 of the Housing Act 1996",
    .steps = {law::within(24_hours)},
    .local_says = "Find a homeless 16 or 17 year old somewhere safe to sleep within {} of their coming to us",
};

constinit const law::Timescale homeless_advocate{
    .key = "homeless_advocate",
    .name = "Advocate offered to a homeless young person",
    .says = "Offer a homeless 16 or 17 year old an independent advocate within 2 working days",
    .source = "The council's own standard. The guidance of 2018 asks for advice and advocacy before they decide and fixes no day",
    .steps = {law::within(2_working_days)},
    .local_says = "Offer a homeless 16 or 17 year old an independent advocate within {}",
};

constinit const law::Timescale homeless_assessed{
    .key = "homeless_assessed",
    .name = "Assessment of a homeless young person",
    .says = "Assess a homeless 16 or 17 year old within 45 working days of their coming to us",
    .source =
        "Working Together to Safeguard Children (2023), chapter 3: 45 working days at most. The guidance of 2018 leaves a shorter time to the joint protocol "
        "with housing",
    .steps = {law::within(45_working_days)},
    .local_says = "Assess a homeless 16 or 17 year old within {} of their coming to us",
};

std::vector<record::Duty> duties_of_homeless() {
    using record::each;
    using record::its_own;
    const auto came = [] { return each(&HomelessYoungPerson::came, &HomelessYoungPerson::decided_on); };
    return {
        // Who stays at home or with people who were spoken to has a bed; where that does not hold, somebody says so and the clock runs.
        {.timescale = &homeless_safe_place,
         .over = came().leaving_out(&HomelessYoungPerson::tonight, {"home", "family_or_friends"}),
         .met_by = {its_own(&HomelessYoungPerson::safe_place)}},
        {.timescale = &homeless_advocate, .over = came(), .met_by = {its_own(&HomelessYoungPerson::advocate_offered_on)}},
        // A decision does not end it: one that was made without an assessment is what the guidance is against.
        {.timescale = &homeless_assessed,
         .over = each(&HomelessYoungPerson::came).leaving_out(&HomelessYoungPerson::decision, {"not_homeless"}),
         .met_by = {its_own(&HomelessYoungPerson::assessed_on)}},
    };
}

}  // namespace steadfast::practice
