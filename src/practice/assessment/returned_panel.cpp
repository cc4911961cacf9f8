#include "practice/assessment/assessment_pages.hpp"

#include "law/london.hpp"
#include "practice/assessment/written_assessment.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Found;
using record::pages::Visit;
using web::Html;

bool is_of(const record::Link<record::Worker>& link, ledger::WorkerId worker) { return ledger::WorkerId(link.item.bytes()) == worker; }

/// Assessments that came back to whoever wrote or sent them: new to them until they send them again.
Result<Html> returned_to_me(const Visit& visit) {
    static const std::size_t state = *record::type_of<WrittenAssessment>().position("state");
    const Date today = law::london_date(visit.now);
    const ledger::WorkerId me = visit.book.viewer().worker;
    Html list;
    visit.book.each_of(record::type_of<WrittenAssessment>(), [&](const Found& found) {
        if (found.table->text(found.row, state) != "returned") return;
        const auto text = found.table->item<WrittenAssessment>(found.row);
        if (!is_of(text.assessor, me) && !is_of(text.sent_by, me)) return;
        std::string names;
        for (const ledger::SubjectId subject : visit.book.book().subjects(found))
            if (const auto child = visit.book.child(subject)) names += (names.empty() ? "" : ", ") + child->name;
        const Date returned = law::london_date(Instant::from_seconds(found.head().recorded_at));
        list << "<li>" << web::link(web::to("/assessments") / visit.book.book().item_id(found), "Assessment of " + names) << ": returned "
             << record::pages::with_distance(returned, today) << " with what to change</li>";
    });
    if (list.empty()) return list;
    return std::move(Html() << web::heading_2("Returned to you") << "<ul class=\"govuk-list\">" << list << "</ul>");
}

}  // namespace

void add_returned_panel(record::pages::PageParts& parts) {
    parts.home_panels.push_back({.key = "returned-assessments", .order = 20, .needs = record::Permission::record_work, .show = returned_to_me});
}

}  // namespace steadfast::practice
