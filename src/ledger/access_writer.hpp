#pragma once

#include "ledger/store.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace steadfast::ledger {

/// Writes access lines in groups, on a thread of its own: the log of pages read is a file apart, and a page need not
/// wait for the saves of others.
class AccessWriter {
public:
    using Answer = std::function<void(Result<void>)>;

    explicit AccessWriter(Store& store);
    ~AccessWriter();   ///< Writes and answers what still waits.
    AccessWriter(const AccessWriter&) = delete;
    AccessWriter& operator=(const AccessWriter&) = delete;

    /// Answers on the writer's thread once the lines are on the disk, or with the store's refusal.
    void write(std::vector<AccessLine> lines, Answer answer);

private:
    struct Wish {
        std::vector<AccessLine> lines;
        Answer answer;
    };
    void work();

    Store& store_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<Wish> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace steadfast::ledger
