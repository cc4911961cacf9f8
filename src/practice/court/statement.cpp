#include "practice/court/statement.hpp"

using steadfast::practice::CourtStatement;

namespace steadfast::record {

template <>
const ItemType& type_of<CourtStatement>() {
    static const ItemType type(
        {.key = "court_statement",
         .name = "Statement for court",
         .plural = "Statements for court",
         .happened = "written_on",
         .ended = "",
         .summary = {"order_sought", "filed_on"}},
        {
            field<&CourtStatement::written_on>("written_on", "Date of the statement").required(),
            field<&CourtStatement::court_and_number>("court_and_number", "Court, and its number of the case"),
            field<&CourtStatement::order_sought>("order_sought", "What the court is asked for").required(),
            field<&CourtStatement::wishes>("wishes", "What this child wishes and feels")
                .about_each()
                .with_hint("In the child's own words, when and to whom they said it"),
            field<&CourtStatement::reasons>("reasons", "Why, in short")
                .with_hint("With the welfare checklist (Children Act 1989, section 1(3)) in mind"),
            field<&CourtStatement::family>("family", "The family, and who matters to the child"),
            field<&CourtStatement::why_now>("why_now", "What led to this application"),
            field<&CourtStatement::background>("background", "Background")
                .with_hint("How the council was involved, earlier orders and assessments. The chronology has the days"),
            field<&CourtStatement::harm>("harm", "The harm that the council will seek to establish"),
            field<&CourtStatement::needs>("needs", "What this child needs").about_each(),
            field<&CourtStatement::parents_can>("parents_can", "What the parents can give, and why there is a gap"),
            field<&CourtStatement::others>("others", "Other adults who may care for the child"),
            field<&CourtStatement::timetable>("timetable", "Days in this child's life that the court should heed")
                .about_each()
                .with_hint("A new school, a birthday, an operation; and what delay would mean"),
            field<&CourtStatement::plan>("plan", "Where the child is to live, and whom they see"),
            field<&CourtStatement::evidence>("evidence", "What evidence and assessments are still needed"),
            field<&CourtStatement::writer>("writer", "Who writes it")
                .with_hint("Post, registration number, and since when you know the child"),
            field<&CourtStatement::is_true>("is_true", "Do you believe that the facts stated in it are true?")
                .with_hint("The print then ends with the statement of truth, for you to sign"),
            field<&CourtStatement::filed_on>("filed_on", "Filed on").not_before_the("written_on"),
        });
    return type;
}

}  // namespace steadfast::record
