#include "practice/pre_proceedings/letter_before.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/pre_proceedings/letter_pages.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(LetterBefore, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<LetterBefore>(); }

TEST(LetterBefore, is_printed_for_a_parent_with_the_childs_words_before_the_worries) {
    record::RecordForTests council(catalogue_for_tests());
    const auto amira = council.add_child();
    const auto sam = council.add_child();
    record::pages::VisitorForTests visitor(council, "director", council.worker(), add_letter_before_pages);
    LetterBefore letter{.written_on = Date::of(2026, 3, 2),
                        .worries = {"Sam was hungry."},
                        .helped = {"A family worker each week."},
                        .must_change = {"Food every day."}};
    letter.meeting_at = When::parse("2026-03-10T10:00+00:00").value();
    letter.meeting_place = "Civic Centre";
    letter.family_meeting_offered = false;
    letter.ring = "Tom Reed, 01632 960 001";
    const auto& type = record::type_of<LetterBefore>();
    record::Content content;
    content.values = type.values_of(letter);
    for (const char* words : {"I want to stay with Mum.", "I like my bed."}) {
        LetterBefore part;
        part.child_says.text = words;
        content.about.emplace_back().values = type.values_of(part);
    }
    const auto item = ledger::ItemId::random();
    council.save({record::change_of(type, item, 0, {amira, sam}, content, council.worker())});

    const web::Fields path{{"id", item.text()}};
    const std::string route = "/letters_before_proceedings/{id}/print";
    EXPECT_THAT(visitor.get(route, path), HasSubstr("Who it is for"));
    const std::string page = visitor.post(route, path, "recipient=Leila+Khan&capacity=mother&may_know=yes&about=" + amira.text());
    EXPECT_THAT(page, AllOf(HasSubstr("For Leila Khan (mother)."), HasSubstr("Dear Leila Khan,"),
                            HasSubstr("You do not pay for this advice"), HasSubstr("Tue 10 March 2026 at 10:00, Civic Centre")));
    EXPECT_LT(page.find("I want to stay with Mum."), page.find("Sam was hungry."));
    EXPECT_THAT(page, AllOf(Not(HasSubstr("I like my bed.")), Not(HasSubstr("Your family's own plan"))))
        << "the other child's words, and a meeting that was not offered";
}

}  // namespace
}  // namespace steadfast::practice
