#pragma once

#include "demo/council.hpp"

#include "practice/slices.hpp"
#include "record/items.hpp"
#include "record/record.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

namespace steadfast::demo {

inline const Date today = *Date::of(2026, 3, 2);

/// An invented council in a store of its own, thrown away afterwards.
class MadeCouncil {
public:
    explicit MadeCouncil(std::uint64_t seed, unsigned threads = 2)
        : folder_(std::filesystem::temp_directory_path() / ("demo_council_" + IdBytes::random().text())) {
        record::add_items(catalogue_);
        practice::add_items(catalogue_);
        std::filesystem::create_directories(folder_);
        const std::string address = "sqlite:" + (folder_ / "council.sqlite").string();
        {
            auto store = ledger::open_store(address, ledger::Mode::write);
            if (!store) throw std::runtime_error(store.error().whole());
            made_ = make_council(Workplace({seed, today, Size::small}), **store, {}, threads);
        }
        auto opened = record::Record::open(address, catalogue_, clock_);
        if (!opened) throw std::runtime_error(opened.error().whole());
        record_ = std::move(*opened);
    }
    ~MadeCouncil() {
        record_.reset();
        std::filesystem::remove_all(folder_);
    }

    [[nodiscard]] const Result<Made>& made() const { return made_; }
    [[nodiscard]] record::Record& record() { return *record_; }
    void each_entry(const std::function<void(const ledger::Entry&)>& visit) {
        const auto read = record_->ledger().store().read_whole(1, record_->ledger().head().seq, [&](const ledger::Entry& entry) {
            visit(entry);
            return true;
        });
        ASSERT_TRUE(read) << read.error().whole();
    }

private:
    std::filesystem::path folder_;
    record::Catalogue catalogue_;
    StandingClock clock_{Instant()};
    std::unique_ptr<record::Record> record_;
    Result<Made> made_;
};

class DemoCouncil : public testing::Test {
protected:
    static void SetUpTestSuite() { council_ = std::make_unique<MadeCouncil>(1); }
    static void TearDownTestSuite() { council_.reset(); }
    void SetUp() override { ASSERT_TRUE(council_->made()) << council_->made().error().whole(); }

    static std::shared_ptr<const record::Book> book() { return council_->record().book(); }
    template <class T>
    static void each(const std::function<void(const T&, const record::Found&)>& visit) {
        book()->each_of(record::type_of<T>(),
                        [&](const record::Found& found) { visit(found.table->template item<T>(found.row), found); });
    }
    template <class T>
    static int how_many(const std::function<bool(const T&)>& counts) {
        int count = 0;
        each<T>([&](const T& item, const record::Found&) { count += counts(item) ? 1 : 0; });
        return count;
    }
    inline static std::unique_ptr<MadeCouncil> council_;
};

}  // namespace steadfast::demo
