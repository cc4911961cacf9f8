#pragma once

#include "app/serve/log.hpp"
#include "record/documents/document_terms.hpp"
#include "record/record.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace steadfast::app {

/// Looks after documents beside the pages, on a thread of its own: has scanned each minute what still waits for it, and takes away
/// each hour what was left over from uploads that were never saved.
class DocumentKeeper {
public:
    /// What is given must outlive it.
    DocumentKeeper(record::Record& record, const record::documents::DocumentTerms& terms, ledger::WorkerId by, Log& log);
    ~DocumentKeeper();
    DocumentKeeper(const DocumentKeeper&) = delete;
    DocumentKeeper& operator=(const DocumentKeeper&) = delete;

private:
    void keep();
    void look();

    record::Record& record_;
    const record::documents::DocumentTerms terms_;
    const ledger::WorkerId by_;
    Log& log_;
    Instant next_clearing_;
    std::mutex mutex_;
    std::condition_variable wakes_;
    bool ends_ = false;
    std::thread thread_;   // Last: it uses all of the above.
};

}  // namespace steadfast::app
