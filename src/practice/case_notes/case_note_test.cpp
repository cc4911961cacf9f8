#include "practice/case_notes/case_note.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(CaseNote, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CaseNote>(); }

TEST(CaseNote, keeps_its_words_apart_from_what_is_held_in_memory) {
    CaseNote note;
    note.happened = *When::parse("2026-03-27T15:30+00:00");
    note.kind.code = "visit";
    note.words.text = "Saw the child alone in the bedroom.";
    record::Content content;
    content.values = type_of<CaseNote>().values_of(note);
    const ledger::Part part = record::write_shared(type_of<CaseNote>(), content);
    EXPECT_EQ(part.body.find("bedroom"), std::string::npos) << part.body;
    EXPECT_NE(part.narrative.find("bedroom"), std::string::npos) << part.narrative;
    EXPECT_EQ(type_of<CaseNote>().happened(content.values), note.happened);
    EXPECT_EQ(type_of<CaseNote>().summary(content.values), "Visit to the child");
}

}  // namespace
}  // namespace steadfast::practice
