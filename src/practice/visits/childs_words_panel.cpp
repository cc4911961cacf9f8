#include "practice/visits/diary_pages.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "record/people/own_words.hpp"
#include "web/components/notices.hpp"

namespace steadfast::practice {
namespace {

using record::pages::Visit;
using web::Html;

constexpr std::size_t most_shown = 2;

/// Before what is due: who the child is comes before what is owed. Nothing where nobody wrote any of their words down.
Result<Html> childs_words(record::Record& record, const Visit& visit, const record::SeenChild& child) {
    const auto all = record::latest_words_of(record, visit.book, child, most_shown);
    if (all.empty()) return Html();
    Html html;
    html << web::heading_2("In their own words");
    for (const record::OwnWords& one : all) {
        html << "<blockquote class=\"govuk-inset-text sf-narrative\">" << one.words << "</blockquote><p class=\"govuk-body sf-quiet\">"
             << (one.said ? record::pages::with_distance(*one.said, law::london_date(visit.now)) : std::string("Nobody recorded when")) << ", "
             << web::link(web::to("/items") / visit.book.book().item_id(one.told_by), one.told_by.type().name(), "with these words") << "</p>";
    }
    return html;
}

}  // namespace

void add_childs_words(record::Record& record, record::pages::PageParts& parts) {
    parts.child_panels.push_back({.key = "own-words", .where = record::pages::ChildPanel::Where::above_what_is_due, .order = 20,
                                  .show = [&record](const Visit& visit, const record::SeenChild& child) { return childs_words(record, visit, child); }});
}

}  // namespace steadfast::practice
