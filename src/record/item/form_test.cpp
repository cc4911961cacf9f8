#include "record/item/form.hpp"

#include "law/code_sets.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

struct Meeting {
    std::optional<Date> held_on;
    When began;
    std::optional<std::int32_t> people;
    std::optional<bool> child_came;
    Coded<law::category_of_abuse> category;
    CodedList<law::disability> disabilities;
    std::string place;
    Narrative notes;
};

const ItemType meeting({.key = "meeting", .name = "Meeting", .plural = "Meetings", .happened = "held_on", .ended = "", .summary = {}},
                       {
                           field<&Meeting::held_on>("held_on", "Date of the meeting").required(),
                           field<&Meeting::began>("began", "When it began"),
                           field<&Meeting::people>("people", "People there"),
                           field<&Meeting::child_came>("child_came", "The child came").required(),
                           field<&Meeting::category>("category", "Category of abuse"),
                           field<&Meeting::disabilities>("disabilities", "Disabilities"),
                           field<&Meeting::place>("place", "Place"),
                           field<&Meeting::notes>("notes", "Notes"),
                       });

std::vector<std::string> mistakes(const web::Fields& form) {
    std::vector<std::string> all;
    const auto read = read_form(meeting, form);
    for (const auto& error : read.errors) all.push_back(error.says);
    return all;
}

TEST(Form, reads_every_kind_of_field) {
    const auto read = read_form(meeting, {{"held_on-day", "3"}, {"held_on-month", "03"}, {"held_on-year", "2026"},
                                          {"began-day", "3"}, {"began-month", "3"}, {"began-year", "2026"}, {"began-time", "14.30"},
                                          {"people", " 7 "}, {"child_came", "no"}, {"category", "NEG"}, {"disabilities", "HAND"},
                                          {"disabilities", "HEAR"}, {"place", " school "}, {"notes", "Line one\nline two"}});
    EXPECT_TRUE(read.errors.empty());
    const auto item = meeting.item_from<Meeting>(read.values);
    EXPECT_EQ(item.held_on, Date::of(2026, 3, 3));
    EXPECT_EQ(item.began.text(), "2026-03-03T14:30+00:00");
    EXPECT_EQ(item.people, 7);
    EXPECT_EQ(item.child_came, false);
    EXPECT_EQ(item.category.code, "NEG");
    EXPECT_EQ(item.disabilities.codes, (std::vector<std::string>{"HAND", "HEAR"}));
    EXPECT_EQ(item.place, "school");
    EXPECT_EQ(item.notes.text, "Line one\nline two");
}

TEST(Form, asks_for_the_answer_to_a_question_in_its_own_words) {
    static const ItemType asking({.key = "asking", .name = "Asking", .plural = "Askings", .happened = "held_on", .ended = "", .summary = {}},
                                 {field<&Meeting::held_on>("held_on", "Held on"), field<&Meeting::child_came>("child_came", "Did the child come?").required()});
    EXPECT_EQ(read_form(asking, {}).errors.at("child_came"), "Answer 'Did the child come?'");
}

TEST(Form, says_what_is_missing_or_wrong_at_its_place) {
    EXPECT_EQ(mistakes({}), (std::vector<std::string>{"Enter the date of the meeting", "Choose the child came"}));
    EXPECT_EQ(mistakes({{"held_on-day", "31"}, {"held_on-month", "2"}, {"held_on-year", "2026"}, {"child_came", "yes"}}),
              (std::vector<std::string>{"Date of the meeting must be a day that is in the calendar"}));
    EXPECT_EQ(mistakes({{"held_on-day", "31"}, {"held_on-year", "2026"}, {"child_came", "maybe"}, {"people", "seven"}, {"category", "XXX"}}),
              (std::vector<std::string>{"Date of the meeting must include a month", "People there must be a whole number",
                                        "The child came: choose yes or no", "Category of abuse must be one of the choices"}));
}

TEST(Form, asks_which_half_past_one_was_meant_on_the_october_night) {
    web::Fields form{{"held_on-day", "25"}, {"held_on-month", "10"}, {"held_on-year", "2026"}, {"child_came", "yes"},
                     {"began-day", "25"}, {"began-month", "10"}, {"began-year", "2026"}, {"began-time", "01:30"}};
    ASSERT_EQ(mistakes(form).size(), 1u);
    EXPECT_NE(mistakes(form)[0].find("twice that night"), std::string::npos);
    form.add("began-night", "after");
    EXPECT_EQ(meeting.item_from<Meeting>(read_form(meeting, form).values).began.text(), "2026-10-25T01:30+00:00");
}

}  // namespace
}  // namespace steadfast::record
