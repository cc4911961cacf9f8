#pragma once

#include "ledger/postgresql/postgresql_store.hpp"
#include "ledger/postgresql/scratch_schema.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace steadfast::ledger::postgresql {

/// A test with a schema of its own in the database that STEADFAST_TEST_POSTGRESQL names. Where nobody said that there is
/// none, its absence is a failure and not a test passed over.
class DatabaseTest : public testing::Test {
protected:
    void SetUp() override {
        const char* database = std::getenv("STEADFAST_TEST_POSTGRESQL");
        if (database == nullptr) {
            if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL") != nullptr) GTEST_SKIP() << "STEADFAST_WITHOUT_POSTGRESQL is set";
            FAIL() << "Set STEADFAST_TEST_POSTGRESQL=postgresql://... (script/with-postgresql does), or STEADFAST_WITHOUT_POSTGRESQL";
        }
        schema_.emplace(database);
    }

    [[nodiscard]] const ScratchSchema& schema() const { return *schema_; }
    [[nodiscard]] std::string address(const std::string& more_options = "") const { return schema_->address() + more_options; }

    [[nodiscard]] std::unique_ptr<Store> open(const std::string& more_options = "") const {
        auto store = open_postgresql_store(address(more_options), Mode::write, {.patience = std::chrono::seconds(2)});
        if (!store) throw std::runtime_error(store.error().whole());
        return std::move(*store);
    }

    void cut_every_connection() const { schema_->cut_off(); }

    static Instant at(int second) { return Instant::from_seconds(1'780'000'000 + second); }
    static ItemId chain_item() { return *ItemId::parse("00112233445566778899aabbccddeeff"); }

    /// Entries that hang together by their hashes, as versions of one item. The hashes are random: a store does not judge them.
    static std::vector<Entry> chain(std::size_t count, Head from = {}) {
        std::vector<Entry> entries;
        for (std::size_t i = 1; i <= count; ++i) {
            Entry entry;
            entry.seq = from.seq + i;
            entry.item = chain_item();
            entry.version = static_cast<std::uint32_t>(entry.seq);
            entry.type = i % 3 == 0 ? "visit" : "looked_after_review";
            entry.subjects = {SubjectId::random(), SubjectId::random()};
            entry.happened = When::day(*Date::parse_iso("2026-03-31"));
            entry.recorded_at = at(static_cast<int>(entry.seq));
            entry.recorded_by = WorkerId::random();
            if (i % 2 == 1) entry.key = IdempotencyKey::random();
            entry.shared = part("{\"place\":\"caf\u00e9\"}", i % 3 == 1 ? "{\"notes\":\"long\"}" : "");
            if (i % 2 == 0) entry.parts = {part("{\"of\":1}", ""), part("{\"of\":2}", "{\"notes\":\"two\"}")};
            entry.previous_hash = entries.empty() ? from.hash : entries.back().hash;
            entry.hash = random_digest();
            entries.push_back(std::move(entry));
        }
        return entries;
    }

    /// Everything that a store must give back, in words, so that a difference shows.
    static std::string described(const Entry& entry) {
        std::string text = std::to_string(entry.seq) + ' ' + std::to_string(static_cast<int>(entry.kind)) + ' ' + entry.item.text() + ' ' +
                           std::to_string(entry.version) + ' ' + entry.type + ' ' + entry.happened.text() + ' ' + entry.recorded_at.iso() + ' ' +
                           entry.recorded_by.text() + ' ' + entry.key.text() + ' ' + entry.batch.text();
        for (const SubjectId& subject : entry.subjects) text += ' ' + subject.text();
        text += "\nshared " + described(entry.shared);
        for (const KeptPart& part : entry.parts) text += "\npart " + described(part);
        return text + "\nhash " + digits(entry.previous_hash) + ' ' + digits(entry.hash);
    }

private:
    static std::string described(const KeptPart& part) {
        return digits(part.salt) + ' ' + digits(part.digest) + ' ' + part.part.body + ' ' + part.part.narrative + (part.destroyed ? " destroyed" : "");
    }
    static std::string digits(std::span<const std::uint8_t> bytes) {
        std::string text;
        for (const std::uint8_t byte : bytes) text += std::to_string(byte) + '.';
        return text;
    }
    static KeptPart part(std::string body, std::string narrative) {
        KeptPart kept;
        kept.salt = IdBytes::random().bytes;
        kept.digest = random_digest();
        kept.part = {std::move(body), std::move(narrative)};
        return kept;
    }
    static Digest random_digest() {
        Digest digest;
        const IdBytes first = IdBytes::random();
        const IdBytes second = IdBytes::random();
        std::ranges::copy(first.bytes, digest.begin());
        std::ranges::copy(second.bytes, digest.begin() + 16);
        return digest;
    }

    std::optional<ScratchSchema> schema_;
};

}  // namespace steadfast::ledger::postgresql
