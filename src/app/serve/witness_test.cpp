#include "app/serve/witness.hpp"

#include "app/catalogue.hpp"
#include "app/test/folder.hpp"
#include "app/workers/enrolment.hpp"
#include "ledger/verify.hpp"
#include "record/access/access_seal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Watched {
    TestFolder folder;
    StandingClock clock{Instant::parse_iso("2026-03-31T09:20:00Z").value()};
    std::unique_ptr<record::Record> record = record::Record::open(folder.store_address(), whole_catalogue(), clock).value();
    Log log{Log::Detail::troubles};
    std::string anchors = (folder / "anchors.txt").string();

    Witness witness() { return Witness::start(*record, (folder / "key").string(), folder.path(), log).value(); }
    void at(const char* instant) { clock.put(Instant::parse_iso(instant).value()); }
    void log_line(const char* instant) {
        ledger::AccessLine line;
        line.at = Instant::parse_iso(instant).value();
        line.who = ledger::WorkerId::random();
        line.what = "child's page";
        line.children.push_back(ledger::SubjectId::random());
        ASSERT_TRUE(record->ledger().store().append_access({&line, 1}));
    }
    std::vector<record::AccessSeal> seals() const {
        std::vector<record::AccessSeal> seals;
        record->book()->each_of(record::type_of<record::AccessSeal>(), [&](const record::Found& found) {
            seals.push_back(record::type_of<record::AccessSeal>().item_from<record::AccessSeal>(found.values()));
        });
        return seals;
    }
    std::vector<std::string> broken() { return record::check_access_seals(record->ledger().store()).value().broken; }
};

TEST(Witness, signs_the_head_each_london_day_and_at_the_stop) {
    Watched watched;
    ASSERT_TRUE(command_line_worker(*watched.record));
    Witness witness = watched.witness();
    witness.look(watched.clock.now());
    EXPECT_EQ(ledger::read_anchors(watched.anchors)->size(), 1u);
    watched.at("2026-03-31T22:59:00Z");
    witness.look(watched.clock.now());
    EXPECT_EQ(ledger::read_anchors(watched.anchors)->size(), 1u);
    watched.at("2026-03-31T23:00:00Z");   // Midnight in London.
    witness.look(watched.clock.now());
    EXPECT_EQ(ledger::read_anchors(watched.anchors)->size(), 2u);
    witness.finish(watched.clock.now());
    EXPECT_EQ(ledger::read_anchors(watched.anchors)->size(), 2u) << "nothing was recorded since";
    const auto anchors = ledger::read_anchors(watched.anchors).value();
    EXPECT_TRUE(ledger::is_signed_by(anchors.back().head, anchors.back().key));
}

TEST(Witness, seals_each_hour_of_the_access_log_once_it_can_have_no_more_lines) {
    Watched watched;
    watched.log_line("2026-03-31T08:10:00Z");
    watched.log_line("2026-03-31T08:59:59.999999Z");
    watched.log_line("2026-03-31T09:00:00Z");
    Witness witness = watched.witness();
    witness.look(watched.clock.now());
    ASSERT_EQ(watched.seals().size(), 1u);
    EXPECT_EQ(watched.seals()[0].to, "2026-03-31T09:00:00.000000Z");
    EXPECT_EQ(watched.seals()[0].lines, 2);
    watched.at("2026-03-31T10:04:59Z");
    witness.look(watched.clock.now());
    EXPECT_EQ(watched.seals().size(), 1u);
    watched.at("2026-03-31T10:05:00Z");
    witness.look(watched.clock.now());
    ASSERT_EQ(watched.seals().size(), 2u);
    EXPECT_EQ(watched.seals()[1].from, watched.seals()[0].to);
    EXPECT_EQ(watched.seals()[1].lines, 1);
    EXPECT_THAT(watched.broken(), ElementsAre());
}

TEST(Witness, goes_on_sealing_where_the_server_before_it_stopped) {
    Watched watched;
    watched.witness().look(watched.clock.now());
    watched.at("2026-04-02T12:30:00Z");
    Witness after = watched.witness();
    after.look(watched.clock.now());
    after.look(watched.clock.now());
    ASSERT_EQ(watched.seals().size(), 2u);
    EXPECT_EQ(watched.seals()[1].from, "2026-03-31T09:00:00.000000Z");
    EXPECT_EQ(watched.seals()[1].to, "2026-04-02T12:00:00.000000Z");
}

TEST(AccessSeals, no_longer_hold_once_a_line_was_put_in) {
    Watched watched;
    watched.log_line("2026-03-31T08:10:00Z");
    watched.witness().look(watched.clock.now());
    EXPECT_THAT(watched.broken(), ElementsAre());
    watched.log_line("2026-03-31T08:30:00Z");
    EXPECT_THAT(watched.broken(), ElementsAre(HasSubstr("it had 1 lines and has 2")));
}

TEST(Witness, refuses_anchors_without_a_key_or_a_folder) {
    Watched watched;
    EXPECT_FALSE(Witness::start(*watched.record, "", watched.folder.path(), watched.log));
    EXPECT_FALSE(Witness::start(*watched.record, (watched.folder / "key").string(), watched.folder / "nowhere", watched.log));
    EXPECT_TRUE(Witness::start(*watched.record, "", {}, watched.log));
}

}  // namespace
}  // namespace steadfast::app
