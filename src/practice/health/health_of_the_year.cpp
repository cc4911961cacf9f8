#include "practice/health/health_of_the_year.hpp"

using steadfast::practice::HealthOfTheYear;

namespace steadfast::record {

template <>
const ItemType& type_of<HealthOfTheYear>() {
    static const ItemType type(
        {.key = "health_of_the_year",
         .name = "Health of the year",
         .plural = "Health of the year",
         .happened = "return_year",
         .ended = "",
         .summary = {"health_assessed", "teeth_checked", "immunised", "difficulties_score"}},
        {
            field<&HealthOfTheYear::return_year>("return_year", "Return year").return_year(),
            field<&HealthOfTheYear::difficulties_score>("difficulties_score", "Strengths and difficulties score")
                .from("ssda903", "oc2", "SDQ_SCORE"),
            field<&HealthOfTheYear::why_no_score>("why_no_score", "Why there is no score").from("ssda903", "oc2", "SDQ_REASON"),
            field<&HealthOfTheYear::convicted>("convicted", "Convicted, or given a youth caution")
                .from("ssda903", "oc2", "CONVICTED"),
            field<&HealthOfTheYear::development_checked>("development_checked", "Development checks up to date")
                .from("ssda903", "oc2", "HEALTH_CHECK"),
            field<&HealthOfTheYear::immunised>("immunised", "Immunisations up to date").from("ssda903", "oc2", "IMMUNISATIONS"),
            field<&HealthOfTheYear::teeth_checked>("teeth_checked", "Teeth checked by a dentist")
                .from("ssda903", "oc2", "TEETH_CHECK"),
            field<&HealthOfTheYear::health_assessed>("health_assessed", "Health assessed")
                .from("ssda903", "oc2", "HEALTH_ASSESSMENT"),
            field<&HealthOfTheYear::misused_substances>("misused_substances", "Misused substances")
                .from("ssda903", "oc2", "SUBSTANCE_MISUSE"),
            field<&HealthOfTheYear::intervention_received>("intervention_received", "Received help with substance misuse")
                .from("ssda903", "oc2", "INTERVENTION_RECEIVED"),
            field<&HealthOfTheYear::intervention_offered>("intervention_offered",
                                                          "Was offered help with substance misuse and refused it")
                .from("ssda903", "oc2", "INTERVENTION_OFFERED"),
        });
    return type;
}

}  // namespace steadfast::record
