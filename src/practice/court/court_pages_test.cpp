#include "practice/court/chronology_pages.hpp"
#include "practice/court/hearings_ahead.hpp"
#include "practice/court/panel.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/court/statement.hpp"
#include "practice/court/statement_pages.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "record/allocation/allocation.hpp"
#include "record/item/by_key.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(CourtStatement, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CourtStatement>(); }

class CourtPapers : public testing::Test {
protected:
    /// Something that another slice keeps, by its fields' keys.
    ledger::ItemId add(std::string_view type_key, const std::vector<std::pair<std::string_view, record::Value>>& values) {
        const record::ItemType& type = *catalogue_for_tests().find(type_key);
        record::Content content;
        content.values.resize(type.fields().size());
        for (const auto& [key, value] : values) record::set_by_key(type, content.values, key, value);
        const auto item = ledger::ItemId::random();
        council_.save({record::change_of(type, item, 0, {child_}, content, council_.worker())});
        return item;
    }
    static void add_pages(record::Record& record, record::pages::PageParts& parts) {
        add_court_panel(parts);
        add_hearings_ahead(parts);
        add_court_chronology_pages(record, parts);
        add_court_statement_pages(record, parts);
    }
    std::string of_child(const std::string& route) { return visitor_.get("/children/{id}/" + route, {{"id", child_.text()}}); }
    std::string send(const std::string& route, const std::string& form) {
        return visitor_.post("/children/{id}/" + route, {{"id", child_.text()}}, form);
    }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
    record::pages::VisitorForTests visitor_{council_, "director", council_.worker(), add_pages};
};

TEST_F(CourtPapers, a_chronology_has_milestones_and_key_events_the_earliest_first_and_no_visits) {
    const auto event = add(
        "key_event",
        {{"happened", on("2025-06-01")}, {"what", std::string("Gran died.")}, {"meaning", std::string("The one who fed her.")}});
    const auto referral = add("referral", {{"received_on", on("2025-01-05")}});
    add("visit", {{"happened", When::day(on("2025-07-01"))}});
    const std::string form = of_child("court_chronology");
    EXPECT_THAT(form, AllOf(HasSubstr("Gran died. The one who fed her."), HasSubstr("5 January 2025: Referral"),
                            HasSubstr("There was 1 referral since."), Not(HasSubstr("1 July 2025"))));
    EXPECT_LT(form.find("5 January 2025: Referral"), form.find("Gran died"));

    EXPECT_THAT(send("court_chronology", "recipient=Family+Court"), HasSubstr("Tick at least one event"));
    const std::string page =
        send("court_chronology", "recipient=Family+Court&court=ZZ26C00001&involvement=yes&event=" + referral.text());
    EXPECT_THAT(page, AllOf(HasSubstr("For Family Court."), HasSubstr("ZZ26C00001"), HasSubstr("There was 1 referral since."),
                            Not(HasSubstr("Gran died"))));
    EXPECT_THAT(send("court_chronology", "recipient=Family+Court&event=" + event.text()),
                AllOf(HasSubstr("Gran died"), Not(HasSubstr("referral since"))));
}

TEST_F(CourtPapers, what_a_lawyer_advised_stands_in_no_chronology) {
    add("legal_planning", {{"held_on", on("2025-06-01")}});
    add("referral", {{"received_on", on("2025-01-05")}});
    EXPECT_THAT(of_child("court_chronology"), Not(HasSubstr("Legal planning")));
}

TEST_F(CourtPapers, a_statement_begins_with_what_the_record_knows_and_is_printed_with_numbered_paragraphs) {
    add("referral", {{"received_on", on("2025-01-05")}});
    CourtProceedings proceedings;
    proceedings.issued_on = on("2026-02-02");
    proceedings.application.code = "care";
    proceedings.court_and_number = "Family Court at Millford, ZZ26C00001";
    council_.add({child_}, proceedings);
    const std::string went = send("court_statement", "save_key=" + ledger::IdempotencyKey::random().text());
    ASSERT_THAT(went, AllOf(StartsWith("went to /items/"), HasSubstr("/change")));
    const std::string id = went.substr(std::string("went to /items/").size(), 32);
    const web::Fields path{{"id", id}};
    EXPECT_THAT(visitor_.get("/items/{id}/change", path), HasSubstr("ZZ26C00001"));

    const std::string unsigned_one = visitor_.post("/court_statements/{id}/print", path, "recipient=Family+Court");
    EXPECT_THAT(unsigned_one, AllOf(HasSubstr("For Family Court."), HasSubstr("1. Care order, or supervision order"),
                                    HasSubstr("2. The first contact about"), Not(HasSubstr("Statement of truth"))));
    const auto item = ledger::ItemId::parse(id).value();
    council_.amend(item, {child_}, CourtStatement{.written_on = on("2026-03-02"), .order_sought = "Care order", .is_true = true});
    EXPECT_THAT(visitor_.post("/court_statements/{id}/print", path, "recipient=Family+Court"), HasSubstr("Statement of truth"));
}

}  // namespace
}  // namespace steadfast::practice
