#pragma once

#include "ledger/sqlite/access_tables.hpp"
#include "ledger/sqlite/entry_rows.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace steadfast::ledger::sqlite {

/// A connection that reads, and what it has learnt.
struct Reading {
    explicit Reading(const std::string& path) : connection(path, Purpose::read), entries(connection), access(connection) {}
    Connection connection;
    EntryReader entries;
    AccessTables access;
};

/// The reading connections of one file. Each is used by one thread at a time and goes back when it is done with;
/// they live as long as this, and so do the texts that they have interned.
class Readers {
public:
    explicit Readers(std::string path) : path_(std::move(path)) {}

    /// After the file was emptied: what its connections have learnt is no longer so.
    void start_anew() {
        const std::lock_guard hold(mutex_);
        idle_.clear();
        ++generation_;
    }

    /// Closes the connections that nobody uses, with what they have learnt. Of a file that holds nothing yet: no text of theirs is in use.
    void close() {
        const std::lock_guard hold(mutex_);
        std::erase_if(all_, [this](const auto& one) { return std::find(idle_.begin(), idle_.end(), one.get()) != idle_.end(); });
        idle_.clear();
    }

    template <class Work>
    auto with(Work work) {
        const Lease lease(*this);
        return work(*lease.reading);
    }

private:
    struct Lease {
        explicit Lease(Readers& from) : readers(from), generation(from.generation_), reading(from.take()) {}
        ~Lease() { readers.give_back(reading, generation); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Readers& readers;
        unsigned generation;
        Reading* reading;
    };

    Reading* take() {
        const std::lock_guard hold(mutex_);
        if (idle_.empty()) {
            all_.push_back(std::make_unique<Reading>(path_));
            return all_.back().get();
        }
        Reading* reading = idle_.back();
        idle_.pop_back();
        return reading;
    }
    void give_back(Reading* reading, unsigned generation) {
        const std::lock_guard hold(mutex_);
        if (generation == generation_) idle_.push_back(reading);
    }

    std::string path_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Reading>> all_;
    std::vector<Reading*> idle_;
    std::atomic<unsigned> generation_ = 0;
};

}  // namespace steadfast::ledger::sqlite
