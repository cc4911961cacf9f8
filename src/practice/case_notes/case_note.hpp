#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// What sort of contact or thought a case note tells of.
extern const law::CodeSet case_note_kind;

/// How much it matters to the child's story: significant notes stand among the key events.
extern const law::CodeSet case_note_significance;

/// What somebody saw, heard, said or decided about a child, in words.
struct CaseNote {
    When happened;
    record::Coded<case_note_kind> kind;
    record::Narrative words;
    record::Coded<case_note_significance> significance;
    record::Narrative only_about;   ///< For each child: what belongs into that child's file and into no sibling's.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CaseNote>();
