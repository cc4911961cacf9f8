#include "returns/imports/import_question.hpp"

namespace steadfast::returns {
namespace {

constexpr law::Code why_codes[] = {
    {.code = "born_differs_from_record", .says = "Another birth date than in the record"},
    {.code = "born_differs_in_file", .says = "Two birth dates in the files"},
    {.code = "sex_differs_from_record", .says = "Another sex than in the record"},
    {.code = "sex_differs_in_file", .says = "Two sexes in the files"},
    {.code = "two_people_with_number", .says = "Two people in the record with this number"},
    {.code = "recorded_in_error", .says = "Was withdrawn as recorded in error"},
    {.code = "described_twice", .says = "Two rows that describe the child"},
    {.code = "edited_since", .says = "Changed in the record since it came"},
    {.code = "gone_but_edited", .says = "Gone from the file, but changed in the record"},
    {.code = "belongs_to_waiting", .says = "Belongs to something that waits"},
    {.code = "child_waits", .says = "Another row of the child raises a question"},
    {.code = "perhaps_corrected_key", .says = "May be an earlier entry, put right"},
};

constexpr law::Code answer_codes[] = {
    {.code = "take_the_file", .says = "The file is right"},
    {.code = "keep_ours", .says = "The record is right"},
    {.code = "leave_out", .says = "The row is left out"},
    {.code = "overtaken", .says = "A later import of the same year no longer asks this"},
};

}  // namespace

constinit const law::CodeSet question_why{"import_question_why", "Why a row waits", "Steadfast", why_codes};
constinit const law::CodeSet question_answer{"import_question_answer", "What was decided", "Steadfast", answer_codes};

}  // namespace steadfast::returns

namespace steadfast::record {

using returns::ImportQuestion;

template <>
const ItemType& type_of<ImportQuestion>() {
    static const ItemType type({.key = "import_question",
                                .name = "Question about an imported row",
                                .plural = "Questions about imported rows",
                                .happened = "",
                                .ended = "",
                                .summary = {"why", "answer"},
                                .written = Written::by_its_room},
                               {
                                   field<&ImportQuestion::import>("import", "Import"),
                                   field<&ImportQuestion::of_return>("of_return", "Return"),
                                   field<&ImportQuestion::return_year>("return_year", "Return year"),
                                   field<&ImportQuestion::table>("table", "Table"),
                                   field<&ImportQuestion::why>("why", "Why it waits"),
                                   field<&ImportQuestion::file>("file", "File"),
                                   field<&ImportQuestion::line>("line", "Line"),
                                   field<&ImportQuestion::child_number>("child_number", "Child's number, as given"),
                                   field<&ImportQuestion::born>("born", "Date of birth, as given"),
                                   field<&ImportQuestion::about>("about", "What it is about"),
                                   field<&ImportQuestion::fresh>("fresh", "What is new"),
                                   field<&ImportQuestion::would_be>("would_be", "What it would become"),
                                   field<&ImportQuestion::digest>("digest", "Digest"),
                                   field<&ImportQuestion::not_in_file>("not_in_file", "Fields that the file does not have"),
                                   field<&ImportQuestion::row>("row", "The row"),
                                   field<&ImportQuestion::answer>("answer", "Answer"),
                                   field<&ImportQuestion::changed>("changed", "What the answer recorded"),
                               });
    return type;
}

}  // namespace steadfast::record
