#include "practice/case_notes/case_note.hpp"

using steadfast::practice::CaseNote;

namespace steadfast::practice {
namespace {

constexpr law::Code case_note_kind_codes[] = {
    {.code = "visit", .says = "Visit to the child"},  {.code = "call", .says = "Telephone call"},
    {.code = "message", .says = "Letter or message"}, {.code = "meeting", .says = "Meeting"},
    {.code = "family_time", .says = "Family time"},   {.code = "oversight", .says = "Manager's decision"},
    {.code = "summary", .says = "Case summary"},      {.code = "legal_advice", .says = "Legal advice to the council: goes out with no print"},
    {.code = "other", .says = "Other note"},
};

constexpr law::Code significance_codes[] = {
    {.code = "routine", .says = "Part of everyday work"},
    {.code = "significant", .says = "Significant: belongs to the key events"},
};

}  // namespace

constinit const law::CodeSet case_note_significance{"case_note_significance", "How much a note matters", "Steadfast", significance_codes};
constinit const law::CodeSet case_note_kind{"case_note_kind", "Kind of note", "Steadfast", case_note_kind_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<CaseNote>() {
    static const ItemType type({.key = "case_note",
                                .name = "Case note",
                                .plural = "Case notes",
                                .happened = "happened",
                                .ended = "",
                                .summary = {"kind"}},
                               {
                                   field<&CaseNote::happened>("happened", "When").required(),
                                   field<&CaseNote::kind>("kind", "Kind of note").required(),
                                   field<&CaseNote::words>("words", "What happened").required(),
                                   field<&CaseNote::significance>("significance", "How much it matters"),
                                   field<&CaseNote::only_about>("only_about", "About this child only").about_each()
                                       .with_hint("What this child said, and what brothers and sisters should not read in their own files"),
                               });
    return type;
}

}  // namespace steadfast::record
