#include "returns/pages/imports_view.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "returns/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::returns::pages {
namespace {

using record::pages::counted;
using web::Html;

web::Link questions() { return web::to("/imports/questions"); }

Html what_waits(const ImportsPage& page) {
    Html html;
    if (page.waiting == 0) {
        if (!page.imports.empty()) html << web::paragraph(Html("No question waits for an answer."));
    } else if (page.may_answer) {
        html << web::paragraph(Html(fmt::format("{} for somebody to look and decide.", counted(page.waiting, "question waits", "questions wait"))))
             << web::button_link(questions(), page.waiting == 1 ? "Answer the question" : "Answer the questions");
    } else {
        html << web::paragraph(Html(fmt::format("{} for somebody to look and decide. That shows what is recorded about children, so it is for those "
                                                "whose role includes it, such as a performance analyst.",
                                                counted(page.waiting, "question waits", "questions wait"))));
    }
    if (page.may_answer && !page.imports.empty())
        html << web::paragraph(web::link(questions().with("state", "answered"), "Questions that were answered"));
    return html;
}

Html how_to_import() {
    Html html;
    html << "<p class=\"govuk-body\">No return has been brought in yet. It is done at the command line of the server:</p>"
            "<ul class=\"govuk-list govuk-list--bullet\"><li><code>steadfast import ssda903 FOLDER --year 2026</code> for the return on looked-after children</li>"
            "<li><code>steadfast import cin-census FILE.xml</code> for the children in need census</li></ul>"
            "<p class=\"govuk-body\">With <code>--dry-run</code> it shows what would happen and records nothing. What came in, and what waits for a person, then stands here.</p>";
    return html;
}

Html state_of(const ImportShown& import) {
    switch (import.state) {
        case ImportShown::State::struck_out: return web::tag("Struck out", web::Colour::grey);
        case ImportShown::State::not_ended: return web::tag("Not finished", web::Colour::yellow);
        case ImportShown::State::counts: break;
    }
    return import.waiting > 0 ? web::tag(counted(import.waiting, "question waits", "questions wait"), web::Colour::yellow) : Html();
}

Html what_became_of(const ImportShown& import) {
    Html html;
    html << "<p class=\"govuk-body\">Brought in on " << law::london_date_and_time(import.when) << " by " << import.by << ".";
    if (import.state == ImportShown::State::struck_out) {
        html << " It was cut short and struck out";
        if (import.struck_out_at) html << " on " << law::london_date_and_time(*import.struck_out_at);
        html << ": nothing of it counts, and the record is as it was before. The figures are what it would have done.";
    }
    if (import.state == ImportShown::State::not_ended) html << " It is under way, or was cut short: nothing of it counts yet.";
    html << "</p>";
    return html;
}

/// A column of the reconciliation. Those that are nearly always empty are shown only where they are not.
struct CountColumn {
    const char* name;
    std::size_t TableCounts::*count;
    bool is_rare = false;
};
constexpr CountColumn count_columns[] = {
    {"Read", &TableCounts::read},           {"New", &TableCounts::added},                 {"Changed", &TableCounts::changed},
    {"Unchanged", &TableCounts::unchanged}, {"Said twice", &TableCounts::repeated, true}, {"Left out", &TableCounts::left_out, true},
    {"Gone", &TableCounts::gone},           {"Rejected", &TableCounts::rejected},         {"Waiting", &TableCounts::waiting},
};

Html reconciliation(const ImportShown& import) {
    web::Table table{.caption = fmt::format("What became of the rows of import {}, {}", import.number, import.of_return),
                     .columns = {{"Table"}},
                     .rows = {},
                     .hides_caption = true,
                     .when_empty = "It kept no figures by table."};
    for (const auto& line : import.lines) table.rows.push_back({Html(line.table)});
    for (const CountColumn& column : count_columns) {
        const bool is_empty = std::all_of(import.lines.begin(), import.lines.end(), [&](const auto& line) { return line.counts.*column.count == 0; });
        if (column.is_rare && is_empty) continue;
        table.columns.push_back({column.name, true});
        for (std::size_t i = 0; i < import.lines.size(); ++i) table.rows[i].emplace_back(record::pages::grouped(import.lines[i].counts.*column.count));
    }
    return web::table(table);
}

Html one_import(const ImportShown& import, bool may_answer) {
    Html html;
    html << "<section><h2 class=\"govuk-heading-m\">" << import.of_return << " " << state_of(import) << "</h2>" << what_became_of(import)
         << reconciliation(import);
    if (may_answer && import.waiting > 0)
        html << web::paragraph(web::link(questions().with("import", import.import.text()),
                                         import.waiting == 1 ? "Answer the question of this import" : "Answer the questions of this import"));
    if (!import.files.empty())
        html << web::details("Files", Html() << "<div class=\"sf-narrative\">" << import.files << "</div>");
    html << "</section>";
    return html;
}

}  // namespace

Html imports_view(const ImportsPage& page) {
    Html html;
    html << web::heading_1("Imports") << what_waits(page);
    if (page.page.whole == 0) html << how_to_import();
    for (const ImportShown& import : page.imports) html << one_import(import, page.may_answer);
    if (page.page.whole > 0)
        html << web::details("What the columns mean",
                             web::summary_list({{"Read", Html("Rows in the file")},
                                                {"New", Html("Recorded for the first time")},
                                                {"Changed", Html("Already on record, and the file says something else: recorded as a new version")},
                                                {"Unchanged", Html("On record just so")},
                                                {"Said twice", Html("The same row stands in the file before it, and counts once")},
                                                {"Left out", Html("Somebody decided earlier that the row is not taken")},
                                                {"Gone", Html("In an earlier file of the same year and not in this one; marked so, and kept")},
                                                {"Rejected", Html("Could not be read; listed in the findings file of the import with line and reason")},
                                                {"Waiting", Html("Not recorded when the file came, because a person must look first. A row that is gone though somebody changed it, and a "
                                                                 "new one that may be an old one corrected, ask a question too and are counted as gone and new")}}));
    html << web::pagination({.page = page.page.page, .pages = page.page.pages(), .list = web::to("/imports"), .of = "imports"});
    return html;
}

}  // namespace steadfast::returns::pages
