#include "ledger/postgresql/pool.hpp"

namespace steadfast::ledger::postgresql {

Pool::Pool(std::string address, std::string called, std::size_t most_kept)
    : address_(std::move(address)), called_(std::move(called)), most_kept_(most_kept) {}

Pool::Borrowed::~Borrowed() {
    if (connection_) pool_->give_back(std::move(*connection_));
}

Attempt<Pool::Borrowed> Pool::borrow() {
    {
        const std::scoped_lock lock(mutex_);
        if (!idle_.empty()) {
            Borrowed borrowed(*this, std::move(idle_.back()));
            idle_.pop_back();
            return Attempt<Borrowed>(std::move(borrowed));
        }
    }
    auto opened = Connection::open(address_, called_);
    if (!opened) return tl::unexpected(opened.error());
    return Attempt<Borrowed>(tl::in_place, *this, std::move(*opened));
}

Attempt<Rows> Pool::ask(const Statement& statement, const Fields& parameters) {
    // After the server went away every idle connection is dead: each is tried once, then a fresh one decides.
    for (std::size_t tries = 0; tries <= most_kept_; ++tries) {
        auto borrowed = borrow();
        if (!borrowed) return tl::unexpected(borrowed.error());
        auto rows = (*borrowed)->ask(statement, parameters);
        if (rows || !rows.error().lost || tries == most_kept_) return rows;
    }
    return tl::unexpected(Failure{true, "", "no connection stayed open"});
}

void Pool::give_back(Connection connection) {
    if (!connection.is_idle()) return;   // Cut, or left in the middle of something: closing it is the way out of both.
    const std::scoped_lock lock(mutex_);
    if (idle_.size() < most_kept_) idle_.push_back(std::move(connection));
}

}  // namespace steadfast::ledger::postgresql
