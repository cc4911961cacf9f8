#pragma once

#include "record/access/seen_book.hpp"
#include "record/item/withdrawal.hpp"
#include "record/record.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::record {

/// A whole record on a store of its own, which goes when the test ends. A refusal is a fault of the test: it throws.
class RecordForTests {
public:
    explicit RecordForTests(const Catalogue& catalogue, std::string_view now = "2026-03-02T09:00:00Z")
        : clock_(Instant::parse_iso(now).value()),
          folder_(std::filesystem::temp_directory_path() / ("record_for_tests_" + IdBytes::random().text())) {
        std::filesystem::create_directories(folder_);
        auto opened = Record::open("sqlite:" + (folder_ / "council.sqlite").string(), catalogue, clock_);
        if (!opened) throw std::runtime_error(opened.error().whole());
        record_ = std::move(*opened);
        if (auto drafts = record_->open_drafts({1, 2, 3}); !drafts) throw std::runtime_error(drafts.error().whole());
    }
    ~RecordForTests() {
        record_.reset();
        std::filesystem::remove_all(folder_);
    }
    RecordForTests(const RecordForTests&) = delete;
    RecordForTests& operator=(const RecordForTests&) = delete;

    /// Puts the clock to noon of a day: "2026-03-02".
    void put_clock(std::string_view iso_day) { clock_.put(Instant::parse_iso(std::string(iso_day) + "T12:00:00Z").value()); }
    [[nodiscard]] Instant now() const { return clock_.now(); }

    void save(std::vector<ledger::Change> changes) {
        for (ledger::Change& change : changes)
            if (change.batch.is_none() && change.key.is_none()) change.key = ledger::IdempotencyKey::random();
        const auto saved = record_->ledger().save_and_wait(std::move(changes));
        if (!saved) throw std::runtime_error(saved.error().whole());
    }
    ledger::SubjectId add_child() {
        const auto item = ledger::ItemId::random();
        save({change_of(Person{}, item, 0, {subject_of(item)}, worker_)});
        return subject_of(item);
    }
    template <class T>
    ledger::ItemId add(std::vector<ledger::SubjectId> about, const T& value) {
        const auto item = ledger::ItemId::random();
        save({change_of(value, item, 0, std::move(about), worker_)});
        return item;
    }
    template <class T>
    void amend(ledger::ItemId item, std::vector<ledger::SubjectId> about, const T& value) {
        save({change_of(value, item, version_of(item), std::move(about), worker_)});
    }
    template <class T>
    void withdraw(ledger::ItemId item, std::vector<ledger::SubjectId> about) {
        save({withdrawal_of(type_of<T>().key(), item, version_of(item), std::move(about), "on the wrong child", worker_)});
    }

    [[nodiscard]] Record& record() { return *record_; }
    [[nodiscard]] ledger::WorkerId worker() const { return worker_; }
    [[nodiscard]] SeenBook seen() const { return seen(record_->book()); }
    [[nodiscard]] SeenBook seen(std::shared_ptr<const Book> book) const {
        return SeenBook(std::move(book), {worker_, "social_worker", now()});
    }

private:
    [[nodiscard]] std::uint32_t version_of(ledger::ItemId item) const {
        return record_->book()->find(item).value().head().version;
    }

    StandingClock clock_;
    std::filesystem::path folder_;
    std::unique_ptr<Record> record_;
    ledger::WorkerId worker_ = ledger::WorkerId::random();
};

}  // namespace steadfast::record
