#include "practice/protection/enquiry_panel.hpp"

#include "law/london.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/under_way.hpp"
#include "practice/protection/written_enquiry.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Found;
using record::SeenChild;
using record::pages::Visit;
using web::Html;

Html what_was_written(const Visit& visit, const Found& written) {
    const auto enquiry = written.table->item<WrittenEnquiry>(written.row);
    const auto item = visit.book.book().item_id(written);
    Html html;
    html << "<p class=\"govuk-body\">" << web::link(web::to("/items") / item, "Written on " + enquiry.written_on->words());
    if (!enquiry.lead.item.is_none())
        html << ". Led by " << record::pages::worker_name(visit.book.book(), ledger::WorkerId(enquiry.lead.item.bytes()));
    return std::move(html << ". "
                          << web::link(web::to("/items") / item / "print", "Print it for somebody", "the section 47 enquiry")
                          << "</p>");
}

std::string agreed_in_words(const Visit& visit, const Section47Enquiry& enquiry) {
    const ledger::WorkerId by(enquiry.findings_agreed_by.item.bytes());
    return fmt::format("{} agreed on {} to what it found: a conference is owed.", record::pages::worker_name(visit.book.book(), by),
                       enquiry.findings_agreed_on->words());
}

Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    const auto enquiry = enquiry_under_way(visit.book, child, today);
    Html html;
    const auto began = enquiry ? enquiry->happened_on() : std::nullopt;
    if (!began) return html;
    const web::Link page = web::to("/children") / child.id;
    const bool may_record = may(visit.book.viewer(), record::Permission::record_work);
    html << web::heading_2("Section 47 enquiry")
         << web::paragraph(Html() << web::link(web::to("/items") / visit.book.book().item_id(*enquiry), "Under way") << " since "
                                  << record::pages::with_distance(*began, today) << ".");
    const auto written = written_of_enquiry(visit.book, child, *began);
    if (written) html << what_was_written(visit, *written);
    const auto agreed = enquiry->table->item<Section47Enquiry>(enquiry->row);
    if (agreed.findings_agreed_on) html << web::paragraph(Html(agreed_in_words(visit, agreed)));
    if (!may_record) return html;
    html << "<p class=\"govuk-body\">";
    if (!written)
        html << web::button_link(page / "add" / record::type_of<WrittenEnquiry>().key(), "Write the enquiry",
                                 web::Looks::secondary);
    else if (agreed.findings_agreed_on)
        html << web::button_link((page / "meeting").with("kind", "initial_conference"), "Plan the conference", web::Looks::secondary);
    else
        html << web::button_link((page / "ask" / "decision").with("about_what", "enquiry"),
                                 "Ask a manager to decide what it found", web::Looks::secondary);
    return std::move(html << "</p>");
}

}  // namespace

void add_enquiry_panel(record::pages::PageParts& parts) {
    parts.child_panels.push_back(
        {.key = "enquiry", .where = record::pages::ChildPanel::Where::above_what_is_due, .order = 45, .show = on_childs_page});
}

}  // namespace steadfast::practice
