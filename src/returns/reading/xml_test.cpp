#include "returns/reading/xml.hpp"

#include <gtest/gtest.h>

namespace steadfast::returns {
namespace {

const Limits usual;

std::string says(std::string_view text) {
    const auto form = XmlForm::read(text, usual);
    return form ? "" : form.error().says;
}

TEST(XmlForms, are_read_with_places_and_without_prefixes) {
    const auto form = XmlForm::read(
        "<?xml version='1.0' encoding='us-ascii'?>\n<m:Message xmlns:m='urn:x'>\n <Year> 2024 </Year><Sex/>\n</m:Message>",
        usual);
    ASSERT_TRUE(form) << form.error().says;
    EXPECT_EQ(form->root().name(), "Message");
    EXPECT_EQ(form->root().first_attribute(), "");
    EXPECT_EQ(form->root().child("Year").text(), "2024");
    EXPECT_EQ(form->root().child("Year").at(), 72u);
    EXPECT_EQ(form->root().child("Sex").text(), "");
    EXPECT_FALSE(form->root().child("Other"));
}

TEST(XmlForms, show_text_that_stands_between_elements) {
    const auto form = XmlForm::read("<a><b>1</b>stray<c>2</c> and more</a>", usual);
    const auto first = form->root().stray_after(0);
    EXPECT_EQ(first.text, "stray");
    EXPECT_EQ(form->root().stray_after(first.at).text, "and more");
    EXPECT_EQ(form->root().child("b").stray_after(0).at, 0u);
}

TEST(XmlForms, that_are_cut_are_refused_where_they_end) {
    EXPECT_NE(says("<Message>\n<Children>\n<Child><LAchildID>7</LAch").find("Line 3"), std::string::npos)
        << says("<Message>\n<Children>\n<Child><LAchildID>7</LAch");
    EXPECT_NE(says(""), "");
    EXPECT_NE(says("not XML at all"), "");
    EXPECT_NE(says("<a><b></a></b>"), "");
}

TEST(XmlForms, can_neither_grow_nor_reach_out) {
    EXPECT_NE(
        says(
            "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><Message>&b;</Message>")
            .find("document type"),
        std::string::npos);
    EXPECT_NE(says("<!DOCTYPE m SYSTEM 'file:///etc/passwd'><Message/>").find("document type"), std::string::npos);
    const auto form = XmlForm::read("<Message>&passwd;&amp;</Message>", usual);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->root().text(), "&passwd;&");   // Unknown to XML, so only text.
}

TEST(XmlForms, that_are_too_deep_are_refused) {
    std::string deep;
    for (int i = 0; i < 500'000; ++i) deep += "<a>";
    for (int i = 0; i < 500'000; ++i) deep += "</a>";
    EXPECT_NE(says(deep).find("more than 16 elements within one another"), std::string::npos) << says(deep);
}

}  // namespace
}  // namespace steadfast::returns
