#include "app/serve/document_keeper.hpp"

#include "record/documents/standing_files.hpp"
#include "record/documents/waiting_scans.hpp"

#include <exception>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

constexpr auto between_looks = std::chrono::seconds(60);
constexpr std::int64_t between_clearings = 3600;
constexpr std::int64_t a_save_may_take = 24 * 3600;   // Between keeping a file and naming it; in truth a moment.

}  // namespace

DocumentKeeper::DocumentKeeper(record::Record& record, const record::documents::DocumentTerms& terms, ledger::WorkerId by, Log& log)
    : record_(record), terms_(terms), by_(by), log_(log), thread_([this] { keep(); }) {}

DocumentKeeper::~DocumentKeeper() {
    {
        const std::lock_guard hold(mutex_);
        ends_ = true;
    }
    wakes_.notify_all();
    thread_.join();
}

void DocumentKeeper::keep() {
    std::unique_lock hold(mutex_);
    while (!wakes_.wait_for(hold, between_looks, [this] { return ends_; })) {
        hold.unlock();
        try {
            look();
        } catch (const std::exception& fault) {
            log_.trouble(fmt::format("looking after documents: {}", fault.what()));
        }
        hold.lock();
    }
}

void DocumentKeeper::look() {
    if (terms_.scanner) {
        const auto scanned = scan_waiting_files(record_, *terms_.scanner, by_);
        if (!scanned) log_.trouble("documents waiting to be scanned: " + scanned.error().whole());
        else if (scanned->still_waiting > 0) log_.trouble(fmt::format("{} documents wait for a scanner that does not answer", scanned->still_waiting));
        else if (scanned->clean + scanned->found > 0)
            log_.note(fmt::format("scanned {} documents that waited; malicious software in {}", scanned->clean + scanned->found, scanned->found));
    }
    const Instant now = record_.clock().now();
    if (now < next_clearing_) return;
    next_clearing_ = now.plus_seconds(between_clearings);
    const auto removed = record::documents::remove_left_over_files(record_.ledger().store(), now.plus_seconds(-a_save_may_take),
                                                                   record::documents::LookAt::unnamed);
    if (!removed) log_.trouble("files left over: " + removed.error().whole());
    else if (*removed > 0) log_.note(fmt::format("took away {} files that nothing names", *removed));
}

}  // namespace steadfast::app
