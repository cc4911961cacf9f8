#include "practice/protection/enquiry_findings.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/written_enquiry.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::HasSubstr;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

/// What follows when a manager agrees, of a child with an enquiry that found something.
class EnquiryFindings : public testing::Test {
protected:
    void write(std::string_view outcome) {
        WrittenEnquiry written{.written_on = on("2026-02-27")};
        written.outcome.code = outcome;
        record::Content content;
        content.values = record::type_of<WrittenEnquiry>().values_of(written);
        content.about.push_back({.values = content.values});
        council_.save({record::change_of(record::type_of<WrittenEnquiry>(), ledger::ItemId::random(), 0, {child_}, content,
                                         council_.worker())});
    }
    record::SeenBook book() { return {council_.record().book(), {council_.worker(), "service_manager", council_.now()}}; }
    std::string follows() { return rule_of_enquiry_findings().follows(book(), book().child(child_).value()); }
    Section47Enquiry after_agreeing() {
        auto changes =
            rule_of_enquiry_findings().when_agreed(council_.record(), book(), book().child(child_).value(), on("2026-03-02"));
        council_.save(std::move(changes.value()));
        const auto found = council_.record().book()->find(enquiry_).value();
        return found.table->item<Section47Enquiry>(found.row);
    }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
    ledger::ItemId enquiry_ = council_.add({child_}, Section47Enquiry{.began = on("2026-02-16")});
};

TEST_F(EnquiryFindings, no_continuing_risk_puts_on_record_that_no_conference_is_needed_and_who_agreed) {
    write("no_continuing_risk");
    EXPECT_THAT(follows(), HasSubstr("needs no conference"));
    EXPECT_TRUE(rule_of_enquiry_findings().to_read(book(), book().child(child_).value()));
    const auto enquiry = after_agreeing();
    EXPECT_EQ(enquiry.conference_not_required, true);
    EXPECT_EQ(enquiry.findings_agreed_on, on("2026-03-02"));
    EXPECT_EQ(enquiry.findings_agreed_by.item, ledger::ItemId(council_.worker().bytes()));
    EXPECT_EQ(follows(), "") << "nothing is under way any more";
}

TEST_F(EnquiryFindings, continuing_risk_leaves_the_conference_owed_by_its_fifteenth_working_day) {
    write("continuing_risk");
    EXPECT_THAT(follows(), HasSubstr("is owed a child protection conference by Mon 9 March 2026"));
    const auto enquiry = after_agreeing();
    EXPECT_FALSE(enquiry.conference_not_required.has_value());
    EXPECT_EQ(enquiry.findings_agreed_on, on("2026-03-02"));
}

TEST_F(EnquiryFindings, nothing_follows_where_nothing_is_written_of_the_child) {
    EXPECT_THAT(follows(), HasSubstr("is not recorded"));
    const auto enquiry = after_agreeing();
    EXPECT_FALSE(enquiry.findings_agreed_on.has_value());
}

}  // namespace
}  // namespace steadfast::practice
