#include "returns/pages/question_list_view.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "returns/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::returns::pages {
namespace {

using record::pages::counted;
using web::Html;

web::Link questions() { return web::to("/imports/questions"); }

Html said(const QuestionList& list, const JustAnswered& just) {
    Html html;
    html << "<p class=\"govuk-notification-banner__heading\">Saved: " << just.decided << ".</p><p class=\"govuk-body\">"
         << (just.took_the_file ? web::Markup("What the file says is recorded. ") : web::Markup("Nothing in the record was changed. "))
         << web::link(list.filter.on(questions() / just.question), "See it, or take the answer back") << "</p>";
    if (list.next.is_none()) html << "<p class=\"govuk-body\">No more questions wait here.</p>";
    else html << web::button_link(list.filter.on(questions() / list.next), "Next question");
    return web::notification(web::Notice::success, html);
}

Html states(const QuestionList& list) {
    const bool waiting = list.filter.state == QuestionState::waiting;
    return web::sub_navigation("Questions", {{fmt::format("Waiting ({})", record::pages::grouped(list.waiting)), questions(), waiting},
                                             {fmt::format("Answered ({})", record::pages::grouped(list.answered)), questions().with("state", "answered"), !waiting}});
}

Html choice(std::string name, std::string label, std::string any, const std::vector<FilterChoice>& from, const std::string& chosen) {
    std::vector<web::Choice> choices{{"", std::move(any)}};
    for (const FilterChoice& one : from) choices.push_back({one.value, fmt::format("{} ({})", one.words, record::pages::grouped(one.count))});
    return web::select({.name = std::move(name), .label = std::move(label), .choices = std::move(choices), .chosen = chosen});
}

std::string words_of(const std::vector<FilterChoice>& choices, const std::string& value) {
    for (const FilterChoice& one : choices)
        if (one.value == value) return one.words;
    return value;
}

Html filter(const QuestionList& list) {
    const QuestionFilter& filter = list.filter;
    web::FilterPanel panel{.action = questions(), .fields = {}};
    if (filter.state == QuestionState::answered) panel.fields << web::hidden_input("state", "answered");
    if (filter.order != QuestionOrder::by_child)
        panel.fields << web::hidden_input("order", filter.order == QuestionOrder::by_why ? "why" : "latest");
    if (!filter.import.is_none()) panel.fields << web::hidden_input("import", filter.import.text());
    panel.fields << choice("why", "Why it waits", "Any reason", list.whys, filter.why)
                 << choice("return", "Return", "Any return", list.returns, filter.of_return)
                 << choice("table", "Table", "Any table", list.tables, filter.table);
    const auto chosen = [&](std::string words, auto clear) {
        QuestionFilter without = filter;
        clear(without);
        panel.chosen.push_back({std::move(words), without.on(questions())});
    };
    if (!filter.why.empty()) chosen(words_of(list.whys, filter.why), [](QuestionFilter& one) { one.why.clear(); });
    if (!filter.of_return.empty()) chosen(words_of(list.returns, filter.of_return), [](QuestionFilter& one) { one.of_return.clear(); });
    if (!filter.table.empty()) chosen(words_of(list.tables, filter.table), [](QuestionFilter& one) { one.table.clear(); });
    if (!filter.import.is_none()) chosen("One import", [](QuestionFilter& one) { one.import = {}; });
    QuestionFilter all;
    all.state = filter.state;
    all.order = filter.order;
    panel.clear = all.on(questions());
    return web::filter_panel(panel);
}

std::string why_empty(const QuestionList& list) {
    if (list.filter.narrows()) return "No question fits this filter. Take a part of it away.";
    if (list.filter.state == QuestionState::answered) return "No question has been answered yet. Those that are stand here, and each answer can be taken back.";
    return "No row waits for an answer. When a return is brought in and says something else than the record, its questions stand here.";
}

Html whose(const QuestionRow& row) {
    Html html;
    if (row.child.is_none()) html << "Not on record";
    else html << web::link(web::to("/children") / row.child, row.child_name);
    if (!row.child_number.empty() && row.child_name != "Child " + row.child_number) html << "<br><span class=\"sf-quiet\">Number " << row.child_number << "</span>";
    return html;
}

Html table_of(const QuestionList& list) {
    const auto column = [&list](const char* name, QuestionOrder order) {
        QuestionFilter sorted = list.filter;
        sorted.order = order;
        const bool is_this = list.filter.order == order;
        return web::Column{.name = name, .sort = sorted.on(questions()),
                           .sorted = !is_this ? web::Sorted::no : order == QuestionOrder::latest_first ? web::Sorted::descending : web::Sorted::ascending};
    };
    const bool answered = list.filter.state == QuestionState::answered;
    web::Table table{.caption = list.page.whole == 0 ? "None"
                                : list.page.pages() == 1 ? counted(list.page.whole, "question", "questions")
                                : fmt::format("Questions {} to {} of {}", list.page.first() + 1, list.page.last(), record::pages::grouped(list.page.whole)),
                     .columns = {{"Question about"}, column("Child", QuestionOrder::by_child), column("Why", QuestionOrder::by_why),
                                 column("From", QuestionOrder::latest_first)},
                     .rows = {},
                     .when_empty = why_empty(list)};
    if (answered) table.columns.push_back({"Decided"});
    for (const QuestionRow& row : list.rows) {
        Html from;
        from << "<span class=\"sf-whole\">" << row.of_return << "</span>";
        if (!row.place.empty()) from << "<br><span class=\"sf-quiet\">" << row.place << "</span>";
        std::vector<Html> cells{web::link(list.filter.on(questions() / row.question), row.what, row.child_name.empty() ? row.place : "of " + row.child_name),
                                whose(row), Html(row.why), std::move(from)};
        if (answered)
            cells.push_back(Html() << row.decided << "<br><span class=\"sf-quiet\">" << row.decided_by << ", " << law::london_date_and_time(row.decided_at)
                                   << "</span>");
        table.rows.push_back(std::move(cells));
    }
    return web::table(table);
}

}  // namespace

Html question_list_view(const QuestionList& list, const std::optional<JustAnswered>& just) {
    Html html;
    if (just) html << said(list, *just);
    html << web::heading_1("Questions that imports ask") << states(list);
    if (list.hidden > 0)
        html << web::inset(Html(fmt::format("{} about children whose records you may not see. Somebody who may must answer them.",
                                            counted(list.hidden, "question more is", "questions more are"))));
    if (list.waiting + list.answered > 0 && (list.page.whole > 0 || list.filter.narrows())) html << (list.filter.narrows() ? filter(list) : web::details("Filter", filter(list)));
    html << table_of(list)
         << web::pagination({.page = list.page.page, .pages = list.page.pages(), .list = list.filter.on(questions()), .of = "questions"})
         << web::paragraph(web::link(web::to("/imports"), "All imports"));
    return html;
}

}  // namespace steadfast::returns::pages
