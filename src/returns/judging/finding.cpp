#include "returns/judging/finding.hpp"

namespace steadfast::returns {

Outcome outcome_of(Reason reason) {
    if (reason <= Reason::belongs_to_rejected) return Outcome::rejected;
    if (reason <= Reason::perhaps_corrected_key) return Outcome::waiting;
    return Outcome::taken;
}

bool is_about_who_the_child_is(Reason reason) {
    switch (reason) {
        case Reason::born_differs_from_record:
        case Reason::born_differs_in_file:
        case Reason::sex_differs_from_record:
        case Reason::sex_differs_in_file:
        case Reason::described_twice: return true;
        default: return false;
    }
}

std::string_view words_for(Reason reason) {
    switch (reason) {
        case Reason::child_missing: return "The row does not say whose it is: the child's number is missing.";
        case Reason::key_missing: return "What tells this row from the child's others is missing.";
        case Reason::not_a_date: return "This is not a date of the calendar (31/03/2026 or 2026-03-31).";
        case Reason::not_a_number: return "This is not a whole number.";
        case Reason::not_yes_or_no: return "This is neither yes (1, true) nor no (0, false).";
        case Reason::too_long: return "This is longer than the field can be.";
        case Reason::given_two_ways: return "Two columns that mean the same say different things.";
        case Reason::wrong_number_of_cells:
            return "The row has not as many cells as the header: it may be cut, or a comma may stand unquoted.";
        case Reason::belongs_to_rejected: return "What this belongs to was not taken, so this could not be either.";
        case Reason::born_differs_from_record: return "The birth date is not the one in the record: this may be another child.";
        case Reason::born_differs_in_file: return "The birth date is not the one that this child has elsewhere in these files.";
        case Reason::sex_differs_from_record: return "The sex is not the one in the record: this may be another child.";
        case Reason::sex_differs_in_file: return "The sex is not the one that this child has elsewhere in these files.";
        case Reason::two_people_with_number: return "The record has two people under this child's number.";
        case Reason::recorded_in_error: return "This was in the record and was withdrawn as recorded in error.";
        case Reason::described_twice: return "Two rows describe this child, and differently.";
        case Reason::edited_since: return "Somebody changed this in the record, and the file says otherwise.";
        case Reason::gone_but_edited: return "The file no longer has this, and somebody changed it in the record since it came.";
        case Reason::belongs_to_waiting: return "What this belongs to waits for a person, so this waits too.";
        case Reason::child_waits: return "Another row of this child raises a question that a person must answer first.";
        case Reason::perhaps_corrected_key:
            return "This is new, and one nearly the same is no longer there: its key may have been corrected.";
        case Reason::code_not_in_set: return "This is not a code of its set. Kept as given.";
        case Reason::said_twice: return "The same row stands there more than once. It counts once.";
        case Reason::same_key: return "Another row has the same key and says something else. Both are kept.";
        case Reason::text_between_elements:
            return "This text stands between elements, where it means nothing. It was passed over.";
        case Reason::attribute_passed_over: return "The return knows no such attribute. It was passed over.";
        case Reason::later_year_says_otherwise: return "A later year's return says otherwise. The record was left as it is.";
        case Reason::number_kept: return "The record has something here that the file does not. It was left as it is.";
        case Reason::row_of_no_return:
            return "No row describes this child. The person was made from the number and the birth date that stand here.";
        case Reason::child_gone:
            return "An earlier file of this year described this child and this one does not. The person stays in the record.";
    }
    return "";
}

std::string_view words_for(Outcome outcome) {
    switch (outcome) {
        case Outcome::rejected: return "rejected";
        case Outcome::waiting: return "waits for a person";
        case Outcome::taken: return "taken, with a note";
    }
    return "";
}

}  // namespace steadfast::returns
