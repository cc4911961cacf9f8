#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace steadfast::returns {

/// Why something in a file is worth a person's look.
enum class Reason : std::uint8_t {
    // The row was not taken.
    child_missing,
    key_missing,
    not_a_date,
    not_a_number,
    not_yes_or_no,
    too_long,
    given_two_ways,          ///< Two columns that mean the same say different things.
    wrong_number_of_cells,
    belongs_to_rejected,     ///< The row that it stands in was not taken.

    // The row waits for a person.
    born_differs_from_record,
    born_differs_in_file,
    sex_differs_from_record,
    sex_differs_in_file,
    two_people_with_number,  ///< The record has two people under this child's number.
    recorded_in_error,       ///< What the row would bring back was withdrawn as recorded in error.
    described_twice,         ///< Two rows describe the same child differently.
    edited_since,            ///< A person changed what the row would overwrite.
    gone_but_edited,         ///< The file no longer has it, and a person changed it since.
    belongs_to_waiting,      ///< The row that it stands in waits.
    child_waits,             ///< Other rows of this child in this table, or the child itself, wait.
    perhaps_corrected_key,   ///< A row is gone and one like it is new.

    // The row was taken; the person should know.
    code_not_in_set,
    said_twice,              ///< The same row stands in the file more than once, and counts once.
    same_key,                ///< Another row has the same key and says something else; both are kept.
    text_between_elements,
    attribute_passed_over,
    later_year_says_otherwise,
    number_kept,             ///< The file gives no number or code where the record has one; the record's stays.
    row_of_no_return,        ///< No row describes this child: the person is made from what stands beside.
    child_gone,              ///< The file no longer describes this child; the person stays.
};

/// What became of what a finding is about.
enum class Outcome : std::uint8_t { rejected, waiting, taken };

/// Whether it is the same child at all, by birth date or sex.
[[nodiscard]] bool is_about_who_the_child_is(Reason reason);
[[nodiscard]] Outcome outcome_of(Reason reason);
[[nodiscard]] std::string_view words_for(Reason reason);     ///< A sentence that says what is wrong and what was done.
[[nodiscard]] std::string_view words_for(Outcome outcome);   ///< "rejected", "waits for a person", "taken, with a note"

/// One thing found in a file, and where.
struct Finding {
    static constexpr std::uint16_t none = 0xffff;

    Reason reason = Reason::child_missing;
    std::uint16_t file = none;
    std::uint16_t table = none;
    std::uint16_t column = none;   ///< In the table's layout; none where it is about the whole row.
    std::uint32_t at = 0;          ///< Bytes from the beginning of the file.
    std::string given;             ///< What stands there, cut at 120 bytes.
};

}  // namespace steadfast::returns
