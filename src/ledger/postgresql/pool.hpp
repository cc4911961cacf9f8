#pragma once

#include "ledger/postgresql/connection.hpp"

#include <mutex>
#include <vector>

namespace steadfast::ledger::postgresql {

/// Connections for whoever reads, apart from the writer's: any thread borrows one and gives it back.
class Pool {
public:
    /// At most `most_kept` idle connections are kept open; more are opened while more threads ask.
    Pool(std::string address, std::string called, std::size_t most_kept);

    class Borrowed {
    public:
        Borrowed(Pool& pool, Connection connection) : pool_(&pool), connection_(std::move(connection)) {}
        Borrowed(Borrowed&&) noexcept = default;
        Borrowed& operator=(Borrowed&&) = delete;
        ~Borrowed();
        Connection* operator->() { return &*connection_; }
        Connection& operator*() { return *connection_; }

    private:
        friend class Pool;
        Pool* pool_;
        std::optional<Connection> connection_;
    };
    [[nodiscard]] Attempt<Borrowed> borrow();

    /// Asks on a borrowed connection. One that turns out to have been cut while it stood idle is replaced and asked once more,
    /// so only give it a question whose asking twice does no harm.
    [[nodiscard]] Attempt<Rows> ask(const Statement& statement, const Fields& parameters = {});

private:
    void give_back(Connection connection);

    const std::string address_;
    const std::string called_;
    const std::size_t most_kept_;
    std::mutex mutex_;
    std::vector<Connection> idle_;
};

}  // namespace steadfast::ledger::postgresql
