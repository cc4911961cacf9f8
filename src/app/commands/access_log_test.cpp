#include "app/catalogue.hpp"
#include "app/local/local_client.hpp"
#include "app/local/local_server.hpp"
#include "app/program.hpp"
#include "app/test/folder.hpp"
#include "app/test/running.hpp"
#include "app/workers/enrolment.hpp"
#include "record/access/access_seal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A record with three lines of 2019 in its access log and one of last week, sealed, and a server that has it open.
struct ServedCouncil {
    TestFolder folder;
    SystemClock clock;
    std::string at = " --store " + folder.store_address();
    std::unique_ptr<record::Record> record = record::Record::open(folder.store_address(), whole_catalogue(), clock).value();
    std::unique_ptr<LocalServer> server = LocalServer::listen(socket_places(folder.store_address()).front()).value();

    ServedCouncil() {
        for (const char* when : {"2019-05-01T08:10:00Z", "2019-05-01T08:20:00Z", "2019-05-01T08:30:00Z"}) log_line(Instant::parse_iso(when).value());
        seal(Instant::parse_iso("2019-05-01T09:00:00Z").value());
        log_line(clock.now().plus_seconds(-7 * 86'400));
        seal(clock.now());
        server->answer([this](const Order& order, Output& output) { return run_order(order, *record, folder.store_address(), output); });
    }
    void log_line(Instant when) {
        const ledger::AccessLine line{when, ledger::WorkerId::random(), "child's page", {ledger::SubjectId::random()}, {}};
        EXPECT_TRUE(record->ledger().store().append_access({&line, 1}));
    }
    void seal(Instant up_to) { EXPECT_TRUE(record::seal_access_log(*record, up_to, command_line_worker(*record).value())); }
};

TEST(AccessLogCommand, says_that_everything_is_kept_and_removes_nothing_until_a_retention_is_said) {
    const ServedCouncil council;
    const Ran shown = run("access-log show" + council.at);
    EXPECT_EQ(shown.exit_code, 0);
    EXPECT_THAT(shown.said, AllOf(HasSubstr("kept for ever"), HasSubstr("4 lines, the oldest of 1 May 2019")));
    const Ran refused = run("access-log remove" + council.at);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.said, HasSubstr("access-log keep"));
}

TEST(AccessLogCommand, removes_what_is_older_while_the_server_runs_and_verify_calls_it_lawful) {
    const ServedCouncil council;
    const Ran kept = run("access-log keep --years 2 --because 'Retention schedule'" + council.at);
    EXPECT_EQ(kept.exit_code, 0);
    EXPECT_THAT(kept.said, HasSubstr("75th birthday")) << "it is shorter than a looked-after child's record is kept";
    EXPECT_THAT(run("access-log show" + council.at).said, HasSubstr("3 lines before 1 May 2019 at 10:00 are older"));
    EXPECT_THAT(run("access-log remove" + council.at).said, HasSubstr("Removed 3 lines before 1 May 2019"));
    EXPECT_THAT(run("access-log show" + council.at).said, AllOf(HasSubstr("1 lines"), Not(HasSubstr("can be removed"))));
    const Ran verified = run("verify" + council.at);
    EXPECT_EQ(verified.exit_code, 0) << verified.said;
    EXPECT_THAT(verified.said, HasSubstr("was removed lawfully"));
}

TEST(AccessLogCommand, leaves_a_deletion_by_anything_else_to_be_found) {
    const ServedCouncil council;
    ASSERT_TRUE(council.record->ledger().store().remove_access(Instant::parse_iso("2019-05-01T08:15:00Z").value()));
    const Ran verified = run("verify" + council.at);
    EXPECT_EQ(verified.exit_code, 1);
    EXPECT_THAT(verified.said, HasSubstr("it had 3 lines and has 2"));
}

TEST(AccessLogCommand, wants_a_number_of_years_or_for_ever_and_a_reason) {
    for (const std::string wrong : {"", "--years 2", "--years 0 --because x", "--years 2 --for-ever --because x", "--because x"})
        EXPECT_EQ(run("access-log keep " + wrong + " --store sqlite:/nonexistent/record.sqlite").exit_code, 2) << wrong;
}

}  // namespace
}  // namespace steadfast::app
