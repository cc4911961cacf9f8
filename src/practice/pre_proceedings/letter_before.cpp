#include "practice/pre_proceedings/letter_before.hpp"

using steadfast::practice::LetterBefore;

namespace steadfast::record {

template <>
const ItemType& type_of<LetterBefore>() {
    static const ItemType type(
        {.key = "letter_before_proceedings",
         .name = "Letter before proceedings",
         .plural = "Letters before proceedings",
         .happened = "written_on",
         .ended = "",
         .summary = {"sent_on", "meeting_at"}},
        {
            field<&LetterBefore::written_on>("written_on", "Date of the letter").required(),
            field<&LetterBefore::child_says>("child_says", "What this child says")
                .about_each()
                .with_hint("What their parents should hear from them, if they want them to"),
            field<&LetterBefore::worries>("worries", "What worries us")
                .required()
                .with_hint("In plain words, the most important first"),
            field<&LetterBefore::helped>("helped", "What we have done to help").required(),
            field<&LetterBefore::must_change>("must_change", "What must change, and by when").required(),
            field<&LetterBefore::meeting_at>("meeting_at", "When we meet to talk about it").required(),
            field<&LetterBefore::meeting_place>("meeting_place", "Where").required(),
            field<&LetterBefore::family_meeting_offered>("family_meeting_offered",
                                                         "Is a meeting offered in it, for the family to make its own plan?")
                .required()
                .with_hint("Family group decision-making"),
            field<&LetterBefore::family_meeting>("family_meeting", "How the family can have it")
                .with_hint("Whom to ring, and what happens then"),
            field<&LetterBefore::lawyers>("lawyers", "Where to find a lawyer")
                .with_hint("For example, the list that comes with this letter"),
            field<&LetterBefore::ring>("ring", "Whom to ring with a question").required().with_hint("Name and telephone number"),
            field<&LetterBefore::sent_on>("sent_on", "Sent or handed over on").not_before_the("written_on"),
        });
    return type;
}

}  // namespace steadfast::record
