#pragma once

#include "ledger/postgresql/access_log.hpp"
#include "ledger/postgresql/connection.hpp"
#include "ledger/postgresql/postgresql_store.hpp"

#include <chrono>
#include <functional>

namespace steadfast::ledger::postgresql {

/// The one connection that appends. It holds the store's writer lock for as long as it is open, takes it again after the
/// connection was lost, and finds out what became of a commit whose answer never came.
class Writer {
public:
    /// Refused with kind clash where another process writes.
    [[nodiscard]] static Result<std::unique_ptr<Writer>> open(std::string address, std::string called, const WriterTerms& terms);

    /// As ledger/store.hpp says.
    [[nodiscard]] Result<void> hold_lock();

    [[nodiscard]] Result<void> append(std::span<const Entry> group, std::span<const AccessLine> lines);
    [[nodiscard]] Result<void> destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines);
    [[nodiscard]] Result<void> destroy_again(std::span<const DestroyedParts> parts);
    [[nodiscard]] Result<void> start_filling();
    [[nodiscard]] Result<void> finish_filling();
    [[nodiscard]] bool is_filling() const { return filling_; }

    /// Asks on the writer's connection, so that what it decides from is what it appends to.
    [[nodiscard]] Result<Rows> ask(const Statement& statement, const Fields& parameters = {});

private:
    /// Who else holds the writer's lock; none where nobody does.
    struct Holder {
        int server_process = 0;
        std::string called;
    };
    enum class Found { there, not_there, not_known };

    Writer(std::string address, std::string called, std::chrono::seconds patience)
        : address_(std::move(address)), called_(std::move(called)), patience_(patience) {}

    [[nodiscard]] Result<void> be_ready();
    [[nodiscard]] Result<void> connect(const MayWait& may_wait = {});
    [[nodiscard]] Result<void> wait_for_lock(int lost_process, const MayWait& may_wait);
    /// A refusal, with kind clash where it was because another process writes.
    [[nodiscard]] Refusal told_apart(Refusal refusal) const;
    [[nodiscard]] Attempt<bool> take_lock();
    [[nodiscard]] Attempt<std::optional<Holder>> holder();
    [[nodiscard]] Result<void> empty_what_a_cut_filling_left();

    /// One transaction that takes the chain from one head to the next, whatever happens to the connection meanwhile.
    [[nodiscard]] Result<void> commit(const Head& before, const Head& after, const std::function<Attempt<void>()>& prepare,
                                      const std::function<void(class Pipeline&)>& work);
    [[nodiscard]] Found look_for(const Head& head);
    [[nodiscard]] Found look_once(const Head& head, int lost_process);
    [[nodiscard]] Result<void> append_lines(std::span<const AccessLine> lines);
    [[nodiscard]] Result<void> append_to_filling(std::span<const Entry> group, std::span<const AccessLine> lines);
    [[nodiscard]] Attempt<void> fill(std::span<const Entry> group);

    const std::string address_;
    const std::string called_;
    const std::chrono::seconds patience_;
    std::optional<Connection> connection_;
    bool has_lock_ = false;
    bool another_writes_ = false;   ///< Why it has no lock, the last time that it tried.
    bool filling_ = false;
    Head filled_to_;
    AccessMonths months_;
};

}  // namespace steadfast::ledger::postgresql
