#pragma once

#include "law/shared_facts.hpp"
#include "practice/slices.hpp"
#include "record/items.hpp"
#include "record/people/person.hpp"
#include "record/record.hpp"
#include "returns/import_return.hpp"
#include "returns/items.hpp"
#include "returns/reading/source_file.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace steadfast::returns {

/// A council's record in a folder of its own, open for a test, with everything that the house declares.
class CouncilUnderTest : public ::testing::Test {
protected:
    CouncilUnderTest() {
        record::add_items(catalogue_);
        practice::add_items(catalogue_);
        returns::add_items(catalogue_);
        folder_ = std::filesystem::temp_directory_path() / ("steadfast-returns-" + ledger::ItemId::random().text());
        std::filesystem::create_directories(folder_);
        open();
    }
    ~CouncilUnderTest() override {
        record_.reset();
        std::filesystem::remove_all(folder_);
    }

    void open() {
        record_.reset();
        auto opened = record::Record::open("sqlite:" + (folder_ / "record.sqlite").string(), catalogue_, clock_);
        ASSERT_TRUE(opened) << opened.error().whole();
        record_ = std::move(*opened);
    }

    void start_afresh() {
        record_.reset();
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        open();
    }

    [[nodiscard]] Result<Imported> bring_in(Return of, std::vector<SourceFile> files, std::optional<int> year = std::nullopt,
                                            RunAs run = RunAs::import) {
        ImportOrder order;
        order.of = of;
        order.files = std::move(files);
        order.year = year;
        order.keep_unknown = keep_unknown_;
        order.accept_gone = accept_gone_;
        order.limits = limits_;
        return import_return(*record_, std::move(order), worker_, run);
    }
    [[nodiscard]] Result<Imported> bring_in_903(std::vector<SourceFile> files, int year = 2025) {
        return bring_in(Return::ssda903, std::move(files), year);
    }

    /// The counts of one table of an import that must have worked.
    static TableCounts counts(const Result<Imported>& imported, std::string_view table) {
        if (!imported) {
            ADD_FAILURE() << imported.error().whole();
            return {};
        }
        const auto number = imported->plan.layout.table(table);
        return number ? imported->plan.counts[*number] : TableCounts{};
    }
    static TableCounts all_counts(const Result<Imported>& imported) {
        TableCounts all;
        if (!imported) ADD_FAILURE() << imported.error().whole();
        else
            for (const TableCounts& counts : imported->plan.counts) all += counts;
        return all;
    }

    /// The visible items of a type, as structs.
    template <class T>
    [[nodiscard]] std::vector<T> items() const {
        std::vector<T> items;
        const auto book = record_->book();
        book->each_of(record::type_of<T>(), [&](const record::Found& found) {
            items.push_back(record::type_of<T>().template item_from<T>(found.values()));
        });
        return items;
    }
    template <class T>
    [[nodiscard]] record::Found only() const {
        std::vector<record::Found> found;
        book_ = record_->book();
        book_->each_of(record::type_of<T>(), [&](const record::Found& one) { found.push_back(one); });
        EXPECT_EQ(found.size(), 1u);
        return found.front();
    }

    /// Saves an item as a person would who changed it on a page.
    template <class T>
    void edit(const record::Found& found, const T& item) {
        auto change = record::change_of(item, book_->item_id(found), found.head().version, book_->subjects(found), worker_);
        change.key = ledger::IdempotencyKey::random();
        const auto saved = record_->ledger().save_and_wait({std::move(change)});
        ASSERT_TRUE(saved) << saved.error().whole();
    }

    [[nodiscard]] ledger::Sequence head() const { return record_->ledger().head().seq; }

    static std::optional<std::filesystem::path> samples() {
        const auto shared = law::shared_facts(std::filesystem::path(STEADFAST_FIXTURES) / ".." / "..");
        return shared ? std::optional(*shared / "samples") : std::nullopt;
    }
    static std::vector<SourceFile> files_in(const std::filesystem::path& path) {
        auto sources = read_sources({path}, Limits{});
        if (!sources) {
            ADD_FAILURE() << sources.error().whole();
            return {};
        }
        return std::move(sources->files);
    }

    record::Catalogue catalogue_;
    StandingClock clock_{*Instant::parse_iso("2026-11-20T10:00:00Z")};
    std::filesystem::path folder_;
    std::unique_ptr<record::Record> record_;
    ledger::WorkerId worker_ = ledger::WorkerId::random();
    Limits limits_;
    bool keep_unknown_ = false;
    bool accept_gone_ = false;
    mutable std::shared_ptr<const record::Book> book_;
};

}  // namespace steadfast::returns
