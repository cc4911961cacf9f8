#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code assessment_factor_codes[] = {
    {.code = "1A", .says = "Alcohol: child"},
    {.code = "1B", .says = "Alcohol: parent or carer"},
    {.code = "1C", .says = "Alcohol: other person in the household"},
    {.code = "2A", .says = "Drugs: child"},
    {.code = "2B", .says = "Drugs: parent or carer"},
    {.code = "2C", .says = "Drugs: other person in the household"},
    {.code = "3A", .says = "Domestic abuse: child is the victim"},
    {.code = "3B", .says = "Domestic abuse: parent or carer is the victim"},
    {.code = "3C", .says = "Domestic abuse: other person in the household is the victim"},
    {.code = "4A", .says = "Mental health: child"},
    {.code = "4B", .says = "Mental health: parent or carer"},
    {.code = "4C", .says = "Mental health: other person in the household"},
    {.code = "5A", .says = "Learning disability: child"},
    {.code = "5B", .says = "Learning disability: parent or carer"},
    {.code = "5C", .says = "Learning disability: other person in the household"},
    {.code = "6A", .says = "Physical disability or illness: child"},
    {.code = "6B", .says = "Physical disability or illness: parent or carer"},
    {.code = "6C", .says = "Physical disability or illness: other person in the household"},
    {.code = "7A", .says = "Young carer"},
    {.code = "8B", .says = "Privately fostered: from abroad, means to return"},
    {.code = "8C", .says = "Privately fostered: from abroad, means to stay"},
    {.code = "8D", .says = "Privately fostered: from the UK, for education"},
    {.code = "8E", .says = "Privately fostered: from the UK, family arrangement"},
    {.code = "8F", .says = "Privately fostered: other"},
    {.code = "9A", .says = "Unaccompanied asylum-seeking child"},
    {.code = "10A", .says = "Going missing"},
    {.code = "11A", .says = "Child sexual exploitation"},
    {.code = "12A", .says = "Trafficking"},
    {.code = "13A", .says = "Gangs"},
    {.code = "14A", .says = "Socially unacceptable behaviour"},
    {.code = "15A", .says = "Self-harm"},
    {.code = "16A", .says = "Neglect"},
    {.code = "17A", .says = "Emotional abuse"},
    // From the return of 2025 the census queries 18A and 19A (rules 8945Q and 8950Q) but still takes them.
    {.code = "18A", .says = "Physical abuse, by whom not said (use 18B or 18C)"},
    {.code = "18B", .says = "Physical abuse by another child"},
    {.code = "18C", .says = "Physical abuse by an adult"},
    {.code = "19A", .says = "Sexual abuse, by whom not said (use 19B or 19C)"},
    {.code = "19B", .says = "Sexual abuse by another child"},
    {.code = "19C", .says = "Sexual abuse by an adult"},
    {.code = "20", .says = "Other factor"},
    {.code = "21", .says = "No factor found, and no further action"},
    {.code = "22A", .says = "Female genital mutilation"},
    {.code = "23A", .says = "Abuse linked to faith or belief"},
    {.code = "24A", .says = "Child criminal exploitation"},
};

}  // namespace

constinit const CodeSet assessment_factor{"assessment_factor", "Factors found at assessment", sources::cin_census, assessment_factor_codes};

}  // namespace steadfast::law
