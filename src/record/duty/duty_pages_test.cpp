#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/duty/in_time_pages.hpp"
#include "record/duty/in_time_view.hpp"
#include "record/duty/interval_pages.hpp"
#include "record/items.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/teams/team.hpp"

#include <gmock/gmock.h>

namespace steadfast::record {
namespace {

using namespace law::literals;
using testing::HasSubstr;
using testing::Not;

/// A plan and a look at it, of these tests.
struct Scheme {
    std::optional<Date> began;
};
struct Look {
    std::optional<Date> taken;
};

const law::Timescale look_often{.key = "look_in_this_test",
                                .name = "Look",
                                .says = "Look every 10 days",
                                .source = "These tests",
                                .steps = {law::every(10_days)},
                                .local_says = "Look every {}"};
const law::Timescale by_law{.key = "law_in_this_test",
                            .name = "By law",
                            .says = "Look within 5 days",
                            .source = "These tests",
                            .steps = {law::within(5_days)}};

}  // namespace

template <>
const ItemType& type_of<Scheme>() {
    static const ItemType type(
        {.key = "scheme_of_this_test", .name = "Scheme", .plural = "Schemes", .happened = "began", .ended = "", .summary = {}},
        {field<&Scheme::began>("began", "Began")});
    return type;
}
template <>
const ItemType& type_of<Look>() {
    static const ItemType type(
        {.key = "look_of_this_test", .name = "Look", .plural = "Looks", .happened = "taken", .ended = "", .summary = {}},
        {field<&Look::taken>("taken", "Taken")});
    return type;
}

namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue catalogue;
        add_items(catalogue);
        catalogue.add(type_of<Scheme>());
        catalogue.add(type_of<Look>());
        return catalogue;
    }();
    return all;
}

void add_pages(Record& record, pages::PageParts& parts) {
    add_interval_pages(record, parts);
    add_in_time_pages(record, parts);
}

class DutyPages : public testing::Test {
protected:
    DutyPages()
        : slice_{.key = "looking",
                 .name = "Looking",
                 .items = {&type_of<Scheme>(), &type_of<Look>()},
                 .duties = {{.timescale = &look_often, .over = each(&Scheme::began), .met_by = {any(&Look::taken)}},
                            {.timescale = &by_law, .over = each(&Scheme::began), .met_by = {any(&Look::taken)}}}} {
        council_.put_clock("2026-07-10");
    }

    pages::VisitorForTests visitor(std::string_view role) { return {council_, role, council_.worker(), add_pages, &duties_}; }
    std::string say(const std::string& fields) {
        return visitor("administrator")
            .post("/intervals/{key}", key("look_in_this_test"), pages::VisitorForTests::form_from(0, fields));
    }
    static web::Fields key(std::string value) {
        web::Fields path;
        path.add("key", std::move(value));
        return path;
    }

    Slice slice_;
    std::vector<const Slice*> slices_{&slice_};
    Duties duties_{slices_};
    RecordForTests council_{catalogue()};
    ledger::SubjectId amira_ = council_.add_child();
    ledger::SubjectId sam_ = council_.add_child();
};

TEST_F(DutyPages, list_what_no_law_fixes_and_take_another_interval_with_its_reason) {
    const std::string before = visitor("administrator").get("/intervals", {});
    EXPECT_THAT(before, HasSubstr("Look every 10 days"));
    EXPECT_THAT(before, HasSubstr("Usual"));
    EXPECT_THAT(before, Not(HasSubstr("By law"))) << "nobody can change what the law fixes";
    EXPECT_THAT(visitor("administrator").get("/intervals/{key}", key("look_in_this_test")), HasSubstr("value=\"10\""));
    EXPECT_EQ(say("count=3&unit=weeks&from-day=1&from-month=7&from-year=2026&why=Agreed+by+the+board"), "went to /intervals");
    const std::string after = visitor("administrator").get("/intervals", {});
    EXPECT_THAT(after, HasSubstr("Look every 3 weeks"));
    EXPECT_THAT(after, HasSubstr("Since 1 July 2026"));
    EXPECT_THAT(visitor("administrator").get("/intervals/{key}", key("look_in_this_test")), HasSubstr("Agreed by the board"));
}

TEST_F(DutyPages, refuse_an_interval_that_is_none_and_keep_what_was_typed) {
    const std::string page = say("count=0&unit=weeks&from-day=1&from-month=7&from-year=2026&why=Agreed");
    EXPECT_THAT(page, HasSubstr("Enter a whole number from 1 to 400"));
    EXPECT_THAT(page, HasSubstr("Agreed"));
    EXPECT_THAT(say("count=2&unit=weeks&why="), HasSubstr("#from-day"));
    EXPECT_THAT(visitor("administrator").get("/intervals/{key}", key("law_in_this_test")),
                HasSubstr("There is no such interval"));
    EXPECT_THAT(visitor("social_worker").get("/intervals", {}), HasSubstr("the role does not include it"));
}

TEST_F(DutyPages, say_what_was_done_in_time_and_by_which_team) {
    const auto north = council_.add({}, Team{.name = "North"});
    const auto south = council_.add({}, Team{.name = "South"});
    const auto allocate = [this](ledger::SubjectId child, ledger::ItemId team, std::string_view from, std::optional<Date> to) {
        council_.add({child}, Allocation{.worker = {ledger::ItemId::random()},
                                         .team = {team},
                                         .as_what = {"allocated_worker"},
                                         .from = on(from),
                                         .to = to,
                                         .why_began = {},
                                         .why_ended = {}});
    };
    allocate(amira_, north, "2026-05-01", on("2026-06-20"));
    allocate(amira_, south, "2026-06-20", {});
    council_.add({amira_}, Scheme{on("2026-06-01")});
    council_.add({sam_}, Scheme{on("2026-06-02")});
    council_.add({amira_}, Look{on("2026-06-04")});

    const auto kept = in_time(*council_.record().book(), *duties_.find("look_in_this_test"), on("2026-06-01"), on("2026-06-30"),
                              on("2026-07-10"), {});
    EXPECT_EQ(kept.performance.whole, (Tally{.in_time = 1, .overdue = 2}));
    ASSERT_EQ(kept.teams.size(), 2U) << "Amira's both fell due with North; nobody answered for Sam";
    const auto of_south = in_time(*council_.record().book(), *duties_.find("look_in_this_test"), on("2026-06-01"),
                                  on("2026-06-30"), on("2026-07-10"), south);
    EXPECT_EQ(of_south.performance.whole, Tally{}) << "the child came to them after the day";

    const std::string page =
        visitor("service_manager").get("/in-time/{key}", key("look_in_this_test"), "from=1%2F6%2F2026&to=30%2F6%2F2026");
    EXPECT_THAT(page, HasSubstr("33% (1 of 3)"));
    EXPECT_THAT(page, HasSubstr("June 2026"));
    EXPECT_THAT(page, HasSubstr("North"));
    EXPECT_THAT(page, HasSubstr("Nobody answered for the child"));
    EXPECT_THAT(page, HasSubstr("/children/" + amira_.text()));
    EXPECT_THAT(visitor("service_manager").get("/in-time", {}, "from=1%2F6%2F2026&to=30%2F6%2F2026"), HasSubstr("50% (1 of 2)"))
        << "by law";
}

TEST_F(DutyPages, tell_of_children_whom_somebody_may_not_see_no_more_than_how_many_they_are) {
    council_.add({amira_}, Scheme{on("2026-06-01")});
    council_.add({amira_}, Restriction{.from = on("2026-01-01"), .to = {}, .ring = "the duty manager", .why = {}});
    const std::string page =
        visitor("analyst").get("/in-time/{key}", key("law_in_this_test"), "from=1%2F6%2F2026&to=30%2F6%2F2026");
    EXPECT_THAT(page, HasSubstr("1 more stand behind the figure"));
    EXPECT_THAT(page, Not(HasSubstr(amira_.text())));
}

TEST_F(DutyPages, let_what_was_done_in_time_be_taken_away_by_numbers_and_with_names_on_request) {
    council_.add({amira_}, Scheme{on("2026-06-01")});
    council_.add({sam_}, Scheme{on("2026-06-02")});
    council_.add({sam_}, Restriction{.from = on("2026-01-01"), .to = {}, .ring = "the duty manager", .why = {}});
    const std::string asked = "from=1%2F6%2F2026&to=30%2F6%2F2026";
    EXPECT_THAT(visitor("analyst").get("/in-time/{key}", key("law_in_this_test"), asked),
                HasSubstr("/in-time/law_in_this_test/export?from="));
    EXPECT_THAT(visitor("analyst").get("/in-time/{key}/export", key("law_in_this_test"), asked), HasSubstr("Who it is for"));
    EXPECT_THAT(visitor("analyst").post("/in-time/{key}/export", key("law_in_this_test"), ""), HasSubstr("Enter who it is for"));
    const std::string csv = visitor("analyst").post("/in-time/{key}/export", key("law_in_this_test"),
                                                    "recipient=The+board&form_key=" + ledger::IdempotencyKey::random().text());
    EXPECT_THAT(csv, HasSubstr("For The board."));
    EXPECT_THAT(csv, HasSubstr("2026-06-06,,")) << "Amira's, whom nobody looked at";
    EXPECT_THAT(csv, Not(HasSubstr("2026-06-07,,"))) << "Sam's record is restricted";
    const std::string all =
        visitor("analyst").post("/in-time/export", {}, "recipient=The+board&form_key=" + ledger::IdempotencyKey::random().text());
    EXPECT_THAT(all, HasSubstr("\"By law\",2025-07-01,2026-06-30,0,0,2,0,0,2"));
}

TEST_F(DutyPages, say_what_is_wrong_with_a_time_and_show_the_usual_one) {
    EXPECT_THAT(visitor("analyst").get("/in-time", {}, "from=32%2F6%2F2026"), HasSubstr("Enter both days like 27/3/2025"));
    EXPECT_THAT(visitor("analyst").get("/in-time", {}, "from=1%2F6%2F2026&to=1%2F5%2F2026"),
                HasSubstr("The second day is before the first"));
    EXPECT_THAT(visitor("analyst").get("/in-time", {}, ""), HasSubstr("from 1 July 2025 to 30 June 2026"));
    EXPECT_THAT(visitor("analyst").get("/in-time/{key}", key("no_such"), ""), HasSubstr("There is no such duty"));
}

TEST(ShareInWords, never_reads_as_all_where_it_is_not_all) {
    EXPECT_EQ(share_in_words({.in_time = 999, .late = 1}), "99% (999 of 1,000)");
    EXPECT_EQ(share_in_words({.in_time = 3}), "100% (3 of 3)");
    EXPECT_EQ(share_in_words({.in_time = 78, .late = 17, .not_known = 5}), "78% to 83% (of 100)");
    EXPECT_EQ(share_in_words({}), "Nothing fell due");
}

}  // namespace
}  // namespace steadfast::record
