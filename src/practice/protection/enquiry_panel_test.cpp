#include "practice/protection/enquiry_panel.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/written_enquiry.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(WrittenEnquiry, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<WrittenEnquiry>(); }

/// The section as it stands on the child's page.
void add_pages(record::Record&, record::pages::PageParts& parts) {
    add_enquiry_panel(parts);
    parts.add({{web::Method::get, "/children/{id}", record::Permission::see_children,
                [](const record::pages::Visit& visit) -> Result<record::pages::Shown> {
                    const auto id = visit.request.at<ledger::SubjectId>("id");
                    record::pages::Page page;
                    page.main =
                        child_panels(visit, visit.book.child(*id).value(), record::pages::ChildPanel::Where::above_what_is_due);
                    return page;
                }}});
}

TEST(EnquiryPanel, leads_from_the_enquiry_under_way_to_what_is_written_and_to_a_managers_decision) {
    record::RecordForTests council(catalogue_for_tests());
    const auto child = council.add_child();
    record::pages::VisitorForTests visitor(council, "director", council.worker(), add_pages);
    const auto page = [&] { return visitor.get("/children/{id}", {{"id", child.text()}}); };
    EXPECT_THAT(page(), Not(HasSubstr("Section 47")));

    Section47Enquiry enquiry{.began = on("2026-02-16")};
    const auto item = council.add({child}, enquiry);
    EXPECT_THAT(page(), AllOf(HasSubstr("Write the enquiry"), Not(HasSubstr("Ask a manager"))));

    WrittenEnquiry written{.written_on = on("2026-02-10")};   // Of an enquiry before this one.
    council.add({child}, written);
    EXPECT_THAT(page(), HasSubstr("Write the enquiry"));
    written.written_on = on("2026-02-27");
    written.lead.item = ledger::ItemId(council.worker().bytes());
    council.add({child}, written);
    EXPECT_THAT(page(), AllOf(HasSubstr("Written on 27 February 2026"), HasSubstr("Led by"),
                              HasSubstr("ask/decision?about_what=enquiry"), Not(HasSubstr("Write the enquiry"))));

    enquiry.conference_not_required = true;
    council.amend(item, {child}, enquiry);
    EXPECT_THAT(page(), Not(HasSubstr("Section 47 enquiry")));
}

TEST(WrittenEnquiry, is_led_by_a_qualified_social_worker_whoever_writes_it_down) {
    record::RecordForTests council(catalogue_for_tests());
    const auto child = council.add_child();
    const auto add = [&council](std::string_view role) {
        record::Worker worker;
        worker.name = worker.sign_in_name = "Somebody " + std::string(role);
        worker.works_as.code = role;
        return ledger::WorkerId(council.add({}, worker).bytes());
    };
    const auto supports = add("family_support_worker");
    const auto leads = add("social_worker");
    record::pages::VisitorForTests visitor(council, "family_support_worker", supports, nullptr);
    const web::Fields path{{"id", child.text()}, {"kind", "written_enquiry"}};
    const std::string form = visitor.get("/children/{id}/add/{kind}", path);
    EXPECT_THAT(form, AllOf(HasSubstr("A qualified social worker"), HasSubstr(leads.text()), Not(HasSubstr("(you)"))));
    const auto save = [&](const std::string& lead) {
        return visitor.post("/children/{id}/add/{kind}", path,
                            record::pages::VisitorForTests::form_from(
                                0, "written_on-day=27&written_on-month=2&written_on-year=2026&asked_of=School&lead=" + lead));
    };
    EXPECT_THAT(save(""), HasSubstr("whose role allows it"));
    EXPECT_THAT(save(supports.text()), HasSubstr("whose role allows it"));
    EXPECT_THAT(save(leads.text()), HasSubstr("went to"));
}

}  // namespace
}  // namespace steadfast::practice
