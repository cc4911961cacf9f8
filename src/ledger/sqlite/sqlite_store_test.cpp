#include "ledger/sqlite/sqlite_store.hpp"

#include "ledger/durable_file.hpp"
#include "ledger/ledger.hpp"
#include "ledger/stores_under_test.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace steadfast::ledger::sqlite {
namespace {

namespace files = std::filesystem;

class SqliteFile : public testing::Test {
protected:
    [[nodiscard]] Result<std::unique_ptr<Store>> try_open(Mode mode = Mode::write) const { return open_store("sqlite:" + path, mode); }
    [[nodiscard]] std::unique_ptr<Store> open() const { return std::move(*try_open()); }
    [[nodiscard]] std::string everything_in_the_folder() const {
        std::string all;
        for (const auto& file : files::directory_iterator(folder.path(""))) all += *read_file(file.path().string(), 100'000'000);
        return all;
    }

    FolderForATest folder;
    std::string path = folder.path("council");
};

TEST_F(SqliteFile, belongs_to_its_owner_alone) {
    const auto store = open();
    ASSERT_TRUE(store->append(chain_of({a_visit()}), std::vector{a_line(SubjectId::random())}));
    ASSERT_TRUE(store->append_access(std::vector{a_line(SubjectId::random())}));
    for (const auto& file : files::directory_iterator(folder.path("")))
        EXPECT_EQ(file.status().permissions() & files::perms::mask, files::perms::owner_read | files::perms::owner_write) << file.path();
}

TEST_F(SqliteFile, is_refused_where_it_is_something_else) {
    ASSERT_TRUE(write_durably(path, std::string(8192, 'x')));
    const auto text = try_open();
    ASSERT_FALSE(text);
    EXPECT_EQ(*read_file(path, 10'000), std::string(8192, 'x')) << "and left as it was";
    files::remove(path);
    Connection(path, Purpose::write).run("CREATE TABLE accounts(id)");
    const auto other = try_open();
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, Refusal::Kind::invalid);
}

TEST_F(SqliteFile, is_refused_where_a_later_release_made_it) {
    static_cast<void>(open());
    Connection(path, Purpose::write).run("PRAGMA user_version=2");
    EXPECT_FALSE(try_open());
    const auto refused = try_open(Mode::read_only);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().says.find("later release"), std::string::npos);
}

TEST_F(SqliteFile, is_refused_in_a_folder_that_is_not_there) {
    const auto refused = open_store("sqlite:" + folder.path("no/such/place"), Mode::write);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::unavailable);
    EXPECT_EQ(open_store("sqlite:" + folder.path("nothing"), Mode::read_only).error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(open_store("mysql:council", Mode::write).error().kind, Refusal::Kind::invalid);
    EXPECT_FALSE(open_store("sqlite:", Mode::write));
}

TEST_F(SqliteFile, tells_a_second_writer_the_number_of_the_process_that_has_it) {
    const auto store = open();
    const auto second = try_open();
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().says.find(std::to_string(getpid())), std::string::npos) << second.error().says;
}

TEST_F(SqliteFile, can_be_opened_again_after_its_writer_was_killed) {
    const pid_t writer = fork();
    ASSERT_GE(writer, 0);
    if (writer == 0) {
        auto store = try_open();
        if (!store || !(*store)->append(chain_of({a_visit()}), {})) _exit(1);
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(waitpid(writer, &status, 0), writer);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(all_of(*open()).size(), 1u);
}

TEST_F(SqliteFile, is_empty_and_whole_after_whoever_filled_it_was_killed) {
    // Before the first commit, between two of them and after the last: a filling commits every 32 groups.
    for (const std::size_t groups : {1UL, 31UL, 33UL, 64UL, 70UL}) {
        const pid_t writer = fork();
        ASSERT_GE(writer, 0);
        if (writer == 0) {
            auto store = try_open();
            if (!store || !(*store)->start_filling()) _exit(1);
            std::vector<Change> changes;
            for (std::size_t i = 0; i < groups * 20; ++i) changes.push_back(a_visit());
            const auto written = chain_of(changes);
            for (std::size_t i = 0; i < groups; ++i)
                if (!(*store)->append(std::span(written).subspan(i * 20, 20), {})) _exit(1);
            kill(getpid(), SIGKILL);
        }
        int status = 0;
        ASSERT_EQ(waitpid(writer, &status, 0), writer);
        ASSERT_TRUE(WIFSIGNALED(status)) << groups;
        auto store = open();
        EXPECT_EQ(store->head()->seq, 0u) << groups;
        EXPECT_TRUE(store->append(chain_of({a_visit()}), {})) << groups;
        EXPECT_EQ(all_of(*store).size(), 1u) << groups;
        EXPECT_TRUE(verify(*store, {})->is_sound()) << groups;
        store.reset();
        for (const char* beside : {"", "-wal", "-shm", "-access", "-lock", "-journal"}) files::remove(path + beside);
    }
}

TEST_F(SqliteFile, holds_nothing_of_what_was_destroyed_in_any_of_its_files) {
    StandingClock clock{Instant::from_seconds(1'780'000'000)};
    const std::string secret = "the-words-that-must-go";
    Change visit = a_visit_to_siblings();
    visit.shared.body = R"({"where":"shared )" + secret + R"("})";
    visit.shared.narrative = R"({"account":")" + std::string(30'000, '.') + secret + R"("})";
    visit.parts[0].narrative = R"({"wishes":"part )" + secret + R"("})";
    {
        Ledger ledger(open(), clock, path + ".destroyed");
        ASSERT_TRUE(ledger.save_and_wait({visit}));
        ASSERT_TRUE(ledger.save_and_wait({a_visit()}));
        ASSERT_NE(everything_in_the_folder().find(secret), std::string::npos);
        Change order = a_visit();
        order.kind = Kind::destroyed;
        ASSERT_TRUE(ledger.destroy(order, {{1, true, {0}}}, {}));
        EXPECT_EQ(everything_in_the_folder().find(secret), std::string::npos) << "while it is open";
    }
    EXPECT_EQ(everything_in_the_folder().find(secret), std::string::npos) << "and when it is closed";
}

TEST_F(SqliteFile, empties_its_log_of_what_was_destroyed_once_a_reader_is_out_of_the_way) {
    auto store = open();
    Change visit = a_visit();
    visit.shared.narrative = R"({"account":"the-words-that-must-go"})";
    const auto entries = chain_of({visit, a_visit()});
    ASSERT_TRUE(store->append(entries, {}));
    Change order = a_visit();
    order.kind = Kind::destroyed;
    const auto ordered = chain_of({order}, *store->head());
    const std::vector<DestroyedParts> parts{{1, true, {}}};
    ASSERT_TRUE(store->read(1, 2, [&](const EntryView& view) {
        // This scan sees the record as it was, and keeps the log's pages alive.
        if (view.seq == 1) {
            EXPECT_TRUE(store->destroy(ordered[0], parts, {}));
        }
    }));
    EXPECT_NE(everything_in_the_folder().find("the-words-that-must-go"), std::string::npos) << "the reader was in the way";
    ASSERT_TRUE(store->append(chain_of({a_visit()}, *store->head()), {}));
    EXPECT_EQ(everything_in_the_folder().find("the-words-that-must-go"), std::string::npos);
}

/// While it stands, no file of this process grows beyond a size: the system refuses the write, as a failing disk does.
class FilesCanNotGrow {
public:
    explicit FilesCanNotGrow(rlim_t beyond) : before_(signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &limit_);
        const rlimit lower{beyond, limit_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &lower);
    }
    ~FilesCanNotGrow() {
        setrlimit(RLIMIT_FSIZE, &limit_);
        signal(SIGXFSZ, before_);
    }
    FilesCanNotGrow(const FilesCanNotGrow&) = delete;
    FilesCanNotGrow& operator=(const FilesCanNotGrow&) = delete;

private:
    void (*before_)(int);
    rlimit limit_{};
};

TEST_F(SqliteFile, refuses_clearly_when_the_disk_takes_no_more_and_goes_on_when_it_does_again) {
    const StandingClock clock{Instant::from_seconds(1'780'000'000)};
    Ledger ledger(open(), clock);
    const auto save_a_long_one = [&] {
        Change visit = a_visit();
        visit.shared.narrative = "{\"account\":\"" + std::string(20'000, '.') + "\"}";
        return ledger.save_and_wait({visit});
    };
    Sequence saved = 0;
    {
        const FilesCanNotGrow limit(300'000);
        auto last = save_a_long_one();
        for (; last && saved < 1000; ++saved) last = save_a_long_one();
        ASSERT_FALSE(last);
        EXPECT_EQ(last.error().kind, Refusal::Kind::unavailable);
        EXPECT_NE(last.error().says.find("The disk that holds the record"), std::string::npos) << last.error().whole();
        EXPECT_GT(saved, 3u);
        EXPECT_EQ(ledger.head().seq, saved);
        EXPECT_EQ(all_of(ledger.store()).size(), saved);
    }
    ASSERT_TRUE(save_a_long_one());
    EXPECT_EQ(ledger.head().seq, saved + 1);
    EXPECT_TRUE(verify(ledger.store(), {})->is_sound());
}

TEST_F(SqliteFile, empties_itself_where_a_filling_fails) {
    const StandingClock clock{Instant::from_seconds(1'780'000'000)};
    Ledger ledger(open(), clock);
    ASSERT_TRUE(ledger.start_filling());
    const auto fill = [&] {
        std::vector<Change> changes;
        for (int i = 0; i < 100; ++i) changes.push_back(a_visit());
        return ledger.save_and_wait(std::move(changes));
    };
    ASSERT_TRUE(fill());
    EXPECT_EQ(all_of(ledger.store())[0].type, "visit");
    {
        const FilesCanNotGrow limit(400'000);
        auto last = fill();
        for (int i = 0; last && i < 100; ++i) last = fill();
        ASSERT_FALSE(last);
    }
    Change meeting = a_visit();
    meeting.type = "meeting";
    ASSERT_TRUE(ledger.save_and_wait({meeting})) << "an ordinary save into an empty record";
    EXPECT_EQ(ledger.head().seq, 1u);
    ASSERT_EQ(all_of(ledger.store()).size(), 1u);
    EXPECT_EQ(all_of(ledger.store())[0].type, "meeting");
    EXPECT_FALSE(ledger.finish_filling());
    EXPECT_EQ(ledger.store().latest_versions(std::vector{all_of(ledger.store())[0].item})->at(0), 1u);
}

TEST_F(SqliteFile, says_so_where_a_page_of_it_is_damaged) {
    {
        auto store = open();
        std::vector<Change> changes(200, a_visit());
        for (Change& change : changes) change = a_visit();
        ASSERT_TRUE(store->append(chain_of(changes), {}));
    }
    {
        const int file = ::open(path.c_str(), O_WRONLY);
        const std::string noise(4096, '\xa5');
        const auto pages = static_cast<off_t>(files::file_size(path) / 4096);
        for (off_t page = 2; page < pages; ++page) ASSERT_EQ(pwrite(file, noise.data(), noise.size(), page * 4096), 4096);
        ::close(file);
    }
    auto store = try_open();
    const auto read = store ? (*store)->read_whole(1, 200, [](const Entry&) { return true; }) : Result<void>(refuse(store.error()));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Refusal::Kind::unavailable);
    EXPECT_NE(read.error().says.find("damaged"), std::string::npos) << read.error().whole();
}

TEST_F(SqliteFile, lets_many_threads_read_while_one_writes) {
    const auto store = open();
    ASSERT_TRUE(store->append(chain_of({a_visit(), a_visit_to_siblings()}), {}));
    std::atomic<bool> done = false;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i)
        readers.emplace_back([&] {
            while (!done) {
                EXPECT_TRUE(store->entries_of(ItemId::random(), 9));
                EXPECT_GE(all_of(*store).size(), 2u);
                EXPECT_TRUE(store->get(Shelf::sessions, "x"));
            }
        });
    for (int i = 0; i < 30; ++i) {
        Change change = a_visit();
        change.type = "type_" + std::to_string(i);
        change.recorded_by = WorkerId::random();
        EXPECT_TRUE(store->append(chain_of({change}, *store->head()), std::vector{a_line(SubjectId::random())}));
        EXPECT_TRUE(store->put(Shelf::sessions, {"x", std::to_string(i), std::nullopt}));
    }
    done = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(all_of(*store).size(), 32u);
}

}  // namespace
}  // namespace steadfast::ledger::sqlite
