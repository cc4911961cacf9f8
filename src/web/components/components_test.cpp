#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/shell.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace steadfast::web {

using testing::HasSubstr;
using testing::Not;

namespace {

const std::string hostile = "\"><script>alert('&')</script>";

/// Every component with the same words in every place that takes words.
std::map<std::string, Html> all_with(const std::string& words) {
    const std::vector<Choice> choices{{words, words, words}, {"b", "B"}};
    FieldErrors errors;
    errors.add("name", words);
    const Link list = to("/list").with("q", words);
    std::map<std::string, Html> all;
    all["text_input"] =
        text_input({.name = words, .label = words, .hint = words, .error = words, .value = words, .autocomplete = words});
    all["password_input"] = password_input({.name = words, .label = words, .hint = words, .error = words});
    all["text_area"] = text_area({.name = words, .label = words, .hint = words, .error = words, .value = words});
    all["select"] = select({.name = words, .label = words, .hint = words, .error = words, .choices = choices, .chosen = words});
    all["checkboxes"] =
        checkboxes({.name = words, .legend = words, .hint = words, .error = words, .choices = choices, .ticked = {words}});
    all["radios"] = radios({.name = words, .legend = words, .hint = words, .error = words, .choices = choices, .chosen = words});
    all["date_input"] =
        date_input({.name = words, .legend = words, .hint = words, .error = words, .typed = {words, words, words}});
    all["file_input"] = file_input({.name = words, .label = words, .hint = words, .error = words, .accept = words});
    all["hidden_input"] = hidden_input("x", words);
    all["button"] = button({.label = words, .name = words, .value = words});
    all["button_link"] = button_link(list, words);
    all["fieldset"] = fieldset(words, Html(words));
    all["post_form"] = post_form({.action = list, .token = words, .fields = Html(words)});
    all["error_summary"] = error_summary(errors);
    all["tag"] = tag(words);
    all["warning"] = warning(words);
    all["details"] = details(words, Html(words));
    all["notification"] = notification(Notice::success, Html(words));
    all["link"] = link(list, words, words);
    all["table"] = table(
        {.caption = words, .columns = {{words, true, list, Sorted::ascending}, {words}}, .rows = {{Html(words), Html(words)}}});
    all["empty_table"] = table({.caption = words, .columns = {}, .rows = {}, .when_empty = words});
    all["summary_list"] = summary_card(words, {{words, Html(words), SummaryAction{list, words}}});
    all["comparison"] = comparison({words, words, words, {{words, Html(words), Html(words), true}}});
    all["breadcrumbs"] = breadcrumbs({{words, list}});
    all["sub_navigation"] = sub_navigation(words, {{words, list, true}});
    all["pagination"] = pagination({5, 20, list, words});
    all["search_box"] =
        search_box({.action = list, .label = words, .name = words, .value = words, .hint = words, .token = words});
    all["identity_bar"] = identity_bar({words, words, {{words, Html(words)}}, {tag(words)}, Html(words)});
    all["timeline"] = timeline(
        {{words,
          {{.title = words, .link = list, .when = words, .machine_when = words, .by = words, .description = Html(words)}}}},
        words);
    all["filter_panel"] = filter_panel({.action = list, .fields = Html(words), .chosen = {{words, list}}, .clear = list});
    all["shell"] = shell({.title = words,
                          .has_error = true,
                          .organisation = words,
                          .banner = words,
                          .navigation = {{words, list, true}},
                          .signed_in_as = words,
                          .token = words,
                          .sign_out = list,
                          .search = SearchBox{.action = list, .label = words, .value = words, .token = words, .is_small = true},
                          .before_main = Html(words),
                          .main = Html(words),
                          .printed_for = words,
                          .styles = {list},
                          .scripts = {list},
                          .icon = list});
    return all;
}

/// Whether every tag is closed by its own in the right order; says which is not.
std::string unbalanced(const std::string& html) {
    static const std::set<std::string> single{"input", "meta", "link", "br", "hr", "img"};
    static const std::regex tag("<(/?)([a-z0-9]+)((?:[^<>\"]|\"[^\"]*\")*)>");
    std::vector<std::string> open;
    for (std::sregex_iterator found(html.begin(), html.end(), tag), end; found != end; ++found) {
        const std::string name = (*found)[2];
        if (single.contains(name)) continue;
        if ((*found)[1].length() == 0) {
            open.push_back(name);
        } else {
            if (open.empty() || open.back() != name) return "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back() + " stays open";
}

std::vector<std::string> values_of(const std::string& html, const std::string& name) {
    std::vector<std::string> values;
    const std::regex wanted(" " + name + "=\"([^\"]*)\"");
    for (std::sregex_iterator found(html.begin(), html.end(), wanted), end; found != end; ++found) values.push_back((*found)[1]);
    return values;
}

std::string plain(const std::string& name) { return all_with("words").at(name).text(); }

}  // namespace

TEST(Components, let_no_words_become_markup) {
    for (const auto& [name, html] : all_with(hostile)) {
        const std::string rest = std::regex_replace(html.text(), std::regex("<script src=\"[^\"]*\" defer></script>"), "");
        EXPECT_THAT(rest, Not(HasSubstr("<script"))) << name;
        EXPECT_THAT(rest, Not(HasSubstr("alert('"))) << name;
        EXPECT_EQ(unbalanced(html.text()), "") << name;
    }
}

TEST(Components, close_every_tag_they_open) {
    for (const auto& [name, html] : all_with("words")) EXPECT_EQ(unbalanced(html.text()), "") << name << ": " << html.text();
}

TEST(Components, give_an_id_once_and_point_only_at_ids_that_are_there) {
    for (const auto& [name, html] : all_with("words")) {
        const auto ids = values_of(html.text(), "id");
        const std::set<std::string> distinct(ids.begin(), ids.end());
        EXPECT_EQ(ids.size(), distinct.size()) << name;
        for (const std::string pointing : {"for", "aria-describedby", "aria-labelledby"})
            for (const auto& value : values_of(html.text(), pointing)) {
                std::istringstream several(value);
                for (std::string id; several >> id;) EXPECT_TRUE(distinct.contains(id)) << name << " points at " << id;
            }
    }
}

TEST(Components, say_the_error_where_it_stands) {
    const auto wrong =
        text_input({.name = "born", .label = "Date of birth", .hint = "As on the certificate", .error = "Enter a date"}).text();
    EXPECT_THAT(wrong, HasSubstr("aria-describedby=\"born-hint born-error\""));
    EXPECT_THAT(wrong, HasSubstr("govuk-input--error"));
    const auto right = text_input({.name = "born", .label = "Date of birth"}).text();
    EXPECT_THAT(right, Not(HasSubstr("error")));
    EXPECT_THAT(right, Not(HasSubstr("aria-describedby")));
}

TEST(Components, mark_only_the_wrong_part_of_a_date) {
    const auto html = date_input({.name = "born",
                                  .legend = "Date of birth",
                                  .error = "must include a month",
                                  .wrong_part = "month",
                                  .typed = {"3", "", "2026"}})
                          .text();
    EXPECT_EQ(values_of(html, "id"), (std::vector<std::string>{"born-error", "born", "born-day", "born-month", "born-year"}));
    std::size_t marked = 0;
    for (std::size_t at = html.find("govuk-input--error"); at != std::string::npos; at = html.find("govuk-input--error", at + 1))
        ++marked;
    EXPECT_EQ(marked, 1U);
    EXPECT_GT(html.find("govuk-input--error"), html.find("born-month\""));
    EXPECT_LT(html.find("govuk-input--error"), html.find("born-year\""));
}

TEST(Components, never_send_a_password_back) { EXPECT_THAT(plain("password_input"), Not(HasSubstr(" value="))); }

TEST(Components, link_each_error_to_its_field) {
    FieldErrors errors;
    errors.add("born-month", "Date of birth must include a month");
    EXPECT_THAT(error_summary(errors).text(), HasSubstr("<a href=\"#born-month\">Date of birth must include a month</a>"));
    EXPECT_TRUE(error_summary({}).empty());
}

TEST(Components, sort_by_a_link_and_say_which_way) {
    const auto html = plain("table");
    EXPECT_THAT(html, HasSubstr("aria-sort=\"ascending\""));
    EXPECT_THAT(html, HasSubstr("<th scope=\"row\" role=\"rowheader\""));
    EXPECT_THAT(plain("empty_table"), Not(HasSubstr("<table")));
}

TEST(Components, show_the_first_the_last_and_the_pages_near) {
    const auto html = pagination({10, 20, to("/list"), "children"}).text();
    EXPECT_EQ(values_of(html, "href"), (std::vector<std::string>{"/list?page=9", "/list?page=1", "/list?page=9", "/list?page=10",
                                                                 "/list?page=11", "/list?page=20", "/list?page=11"}));
    EXPECT_TRUE(pagination({1, 1, to("/list"), "children"}).empty());
    EXPECT_EQ(values_of(pagination({1, 2, to("/list"), "children"}).text(), "href"),
              (std::vector<std::string>{"/list?page=1", "/list?page=2", "/list?page=2"}));
}

TEST(Components, search_without_putting_a_name_into_an_address) {
    EXPECT_THAT(plain("search_box"), HasSubstr("method=\"post\""));
    EXPECT_THAT(plain("search_box"), HasSubstr("name=\"form_token\""));
}

TEST(Shell, is_a_whole_page_in_english_with_a_way_past_the_header) {
    const auto html = plain("shell");
    EXPECT_THAT(html, testing::StartsWith("<!DOCTYPE html><html lang=\"en\""));
    EXPECT_THAT(html, HasSubstr("<title>Error: words – Steadfast</title>"));
    EXPECT_THAT(html, HasSubstr("href=\"#main\" class=\"govuk-skip-link\""));
    EXPECT_THAT(html, HasSubstr("id=\"main\""));
    EXPECT_THAT(html, Not(HasSubstr("style=")));
    EXPECT_THAT(shell({.title = "Sign in", .main = Html()}).text(), Not(HasSubstr("Sign out")));
}

}  // namespace steadfast::web
