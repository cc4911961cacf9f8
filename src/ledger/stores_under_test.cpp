#include "ledger/stores_under_test.hpp"

#include "ledger/chain.hpp"
#include "ledger/postgresql/scratch_schema.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace steadfast::ledger {
namespace {

class SqlitePlace final : public PlaceForAStore {
public:
    std::string address() const override { return "sqlite:" + folder_.path("council"); }

private:
    FolderForATest folder_;
};

class PostgresqlPlace final : public PlaceForAStore {
public:
    std::string address() const override { return schema_.address(); }

private:
    static std::string server() {
        const char* server = std::getenv("STEADFAST_TEST_POSTGRESQL");
        if (!server) throw std::runtime_error("Set STEADFAST_TEST_POSTGRESQL=postgresql://..., or STEADFAST_WITHOUT_POSTGRESQL");
        return server;
    }
    postgresql::ScratchSchema schema_{server()};
};

}  // namespace

std::unique_ptr<Store> PlaceForAStore::open(Mode mode) const {
    auto store = open_store(address(), mode);
    if (!store) {
        ADD_FAILURE() << store.error().whole();
        throw std::runtime_error("the store did not open");
    }
    return std::move(*store);
}

std::unique_ptr<PlaceForAStore> place_for(const std::string& kind) {
    if (kind == "sqlite") return std::make_unique<SqlitePlace>();
    if (kind == "postgresql") return std::make_unique<PostgresqlPlace>();
    throw std::runtime_error("no such kind of store: " + kind);
}

std::vector<std::string> kinds_of_store() {
    if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL")) return {"sqlite"};
    return {"sqlite", "postgresql"};
}

FolderForATest::FolderForATest() {
    std::string name = (std::filesystem::temp_directory_path() / "steadfast-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    path_ = name;
}

FolderForATest::~FolderForATest() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

// --- things to record ---

WorkerId some_worker() {
    static const WorkerId worker = WorkerId::random();
    return worker;
}

Change a_visit(ItemId item, std::uint32_t starts_from) {
    Change change;
    change.item = item;
    change.starts_from = starts_from;
    change.type = "visit";
    change.subjects = {SubjectId(item.bytes())};
    change.happened = When::day(*Date::of(2026, 3, 31));
    change.recorded_by = some_worker();
    change.key = IdempotencyKey::random();
    change.shared.body = R"({"where":"at home","seen_alone":true})";
    change.shared.narrative = R"({"account":"They showed me the new room."})";
    return change;
}

Change a_visit_to_siblings() {
    Change change = a_visit();
    change.subjects = {SubjectId::random(), SubjectId::random(), SubjectId::random()};
    change.parts = {{R"({"mood":"well"})", R"({"wishes":"To swim."})"}, {}, {R"({"mood":"tired"})", ""}};
    return change;
}

AccessLine a_line(SubjectId child, const char* what, Instant at) { return {at, some_worker(), what, {child}, {}}; }

std::vector<Entry> chain_of(std::vector<Change> changes, const Head& after, Instant at) {
    std::vector<Entry> entries;
    Head head = after;
    for (Change& change : changes) {
        entries.push_back(chained(std::move(change), head.seq + 1, at, head.hash));
        head = {entries.back().seq, entries.back().hash};
        at = at.plus_seconds(1);
    }
    return entries;
}

std::vector<Entry> all_of(Store& store) {
    std::vector<Entry> entries;
    const auto read = store.read_whole(1, UINT64_MAX, [&](const Entry& entry) {
        entries.push_back(entry);
        return true;
    });
    EXPECT_TRUE(read) << read.error().whole();
    return entries;
}

void expect_same(const Entry& a, const Entry& b) {
    EXPECT_EQ(header_bytes(a), header_bytes(b)) << "entry " << a.seq;
    EXPECT_EQ(a.hash, b.hash);
    EXPECT_EQ(a.happened, b.happened);
    const auto same_part = [&](const KeptPart& one, const KeptPart& other) {
        EXPECT_EQ(one.salt, other.salt) << "entry " << a.seq;
        EXPECT_EQ(one.part, other.part) << "entry " << a.seq;
        EXPECT_EQ(one.destroyed, other.destroyed) << "entry " << a.seq;
    };
    same_part(a.shared, b.shared);
    ASSERT_EQ(a.parts.size(), b.parts.size());
    for (std::size_t i = 0; i < a.parts.size(); ++i) same_part(a.parts[i], b.parts[i]);
}

}  // namespace steadfast::ledger
