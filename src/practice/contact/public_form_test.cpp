#include "practice/contact/public_form.hpp"

#include "record/item/round_trip.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace steadfast::practice {
namespace {

using Judged = PublicFormProof::Judged;

const Instant now = Instant::parse_iso("2026-03-03T14:10:00Z").value();

PublicForm filled() {
    PublicForm form;
    form.typed = {{"contacted_by", "Jo Marsh, head of year"}, {"agency", "Hill School"}, {"who_contacted", "2A"}, {"ring_back", "01632 960001"},
                  {"children", "Sam Khan, aged 9"}, {"worries", "Bruises"}, {"danger", "no"}};
    return form;
}

TEST(FrontDoorSettings, go_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<FrontDoorSettings>(); }

TEST(PublicForm, becomes_a_contact_that_nobody_has_checked) {
    PublicForm form = filled();
    const Contact contact = read_public_form(form, now);
    EXPECT_TRUE(form.errors.empty());
    EXPECT_EQ(contact.is_unverified, true);
    EXPECT_EQ(contact.came_by.code, "public_form");
    EXPECT_EQ(contact.children_not_on_record.text, "Sam Khan, aged 9");
    EXPECT_FALSE(contact.is_decided());
}

TEST(PublicForm, says_what_is_missing_and_takes_no_code_of_its_own_making) {
    PublicForm form;
    form.typed = {{"who_contacted", "<script>"}, {"danger", "perhaps"}, {"decision", "nothing"}};
    const Contact contact = read_public_form(form, now);
    for (const auto field : {"contacted_by", "agency", "who_contacted", "ring_back", "children", "worries", "danger"}) EXPECT_FALSE(form.errors.at(field).empty()) << field;
    EXPECT_FALSE(contact.is_decided());
}

TEST(PublicForm, keeps_what_was_typed_escaped_beside_what_is_wrong) {
    PublicForm form = filled();
    form.typed.add("consent_words", "</textarea><script>alert(1)</script>");
    form.errors.add("children", "Enter what you know");
    const auto page = public_form_view(form).text();
    EXPECT_THAT(page, testing::HasSubstr("value=\"Hill School\""));
    EXPECT_THAT(page, testing::HasSubstr("href=\"#children\""));
    EXPECT_THAT(page, testing::Not(testing::HasSubstr("<script>")));
}

TEST(PublicForm, takes_no_book_for_a_worry) {
    PublicForm form = filled();
    web::Fields longer;
    for (const auto& [name, value] : form.typed) longer.add(name, name == "worries" ? std::string(20'001, 'x') : value);
    form.typed = longer;
    (void)read_public_form(form, now);
    EXPECT_EQ(form.errors.at("worries"), "What you are worried about must be 20000 characters or fewer: it has 20001");
}

TEST(PublicFormProof, is_good_once_somebody_could_have_typed_something) {
    const PublicFormProof proof;
    const auto given = proof.give(now);
    EXPECT_EQ(proof.take(given, now.plus_seconds(2)).judged, Judged::too_soon);
    EXPECT_EQ(proof.take(given, now.plus_seconds(3)).judged, Judged::good);
    EXPECT_EQ(proof.take(given, now.plus_seconds(3)).form, proof.take(given, now.plus_seconds(90)).form) << "sending it twice is one contact";
    EXPECT_EQ(proof.take(given, now.plus_seconds(13 * 3'600)).judged, Judged::not_ours);
}

TEST(PublicFormProof, is_refused_from_elsewhere_changed_or_broken) {
    const PublicFormProof proof;
    const PublicFormProof another;
    const auto given = proof.give(now);
    EXPECT_EQ(another.take(given, now.plus_seconds(60)).judged, Judged::not_ours);
    std::string earlier = given;
    earlier[0] = earlier[0] == '1' ? '2' : '1';
    EXPECT_EQ(proof.take(earlier, now.plus_seconds(60)).judged, Judged::not_ours);
    for (const std::string_view broken : {"", ".", "..", "1.2", "a.b.c", "99999999999999999999.x.y"}) EXPECT_EQ(proof.take(broken, now).judged, Judged::not_ours) << broken;
}

TEST(Reference, is_random_and_of_one_shape) {
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        const auto reference = reference_of(ledger::IdempotencyKey::random());
        EXPECT_TRUE(is_reference(reference)) << reference;
        seen.insert(reference);
    }
    EXPECT_EQ(seen.size(), 1'000U);
    for (const std::string_view no : {"", "R4KM-7QXN", "r4km-7qxn-2htb", "R4KM-7QXN-2HT<", "R4KM7QXN-2HTB4"}) EXPECT_FALSE(is_reference(no)) << no;
}

}  // namespace
}  // namespace steadfast::practice
