#pragma once

#include "base/result.hpp"
#include "ledger/postgresql/fields.hpp"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

struct pg_conn;
struct pg_result;

namespace steadfast::ledger::postgresql {

/// Why the database did not do something.
struct Failure {
    bool lost = false;       ///< The connection is gone: whether the last thing sent was done is not known from here.
    std::string state;       ///< The SQLSTATE, five characters; empty where the server never answered.
    std::string says;        ///< The first line of what the server or the library said.
};

template <class T>
using Attempt = tl::expected<T, Failure>;

/// What a person is told about a failure: unavailable, and what can be done about it.
[[nodiscard]] Refusal refusal_of(const Failure& failure);

/// A statement with `$1` placeholders, prepared under its name the first time a connection uses it.
struct Statement {
    const char* name;
    const char* sql;
};

/// The rows of an answer, in binary.
class Rows {
public:
    explicit Rows(pg_result* result);
    [[nodiscard]] int count() const;
    [[nodiscard]] Field at(int row, int column) const;
    void row_into(int row, std::span<Field> fields) const;

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

/// A connection to one PostgreSQL server, used by one thread at a time.
class Connection {
public:
    /// `address` is a libpq URI, handed through as it is: several hosts and target_session_attrs work as libpq says.
    /// `called` is how the connection calls itself in pg_stat_activity.
    [[nodiscard]] static Attempt<Connection> open(const std::string& address, const std::string& called);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Not known to be lost, and not in the middle of anything.
    [[nodiscard]] bool is_idle() const;
    [[nodiscard]] int server_process() const;   ///< The process that serves this connection, as pg_stat_activity knows it.

    [[nodiscard]] Attempt<void> run(const std::string& sql);
    [[nodiscard]] Attempt<Rows> ask(const Statement& statement, const Fields& parameters = {});
    [[nodiscard]] Attempt<void> prepare(const Statement& statement);

    /// COPY … FROM STDIN (FORMAT binary): `rows` is called until it has put nothing more into the buffer it is given.
    [[nodiscard]] Attempt<void> copy_in(const std::string& sql, const std::function<bool(std::string&)>& rows);
    /// COPY … TO STDOUT (FORMAT binary): `row` sees each row's bytes without the stream's header.
    [[nodiscard]] Attempt<void> copy_out(const std::string& sql, const std::function<void(std::string_view)>& row);

private:
    friend class Pipeline;
    explicit Connection(pg_conn* connection);
    [[nodiscard]] Failure failure() const;
    [[nodiscard]] Attempt<Rows> answer_of(pg_result* result);

    struct Close {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Close> connection_;
    std::set<std::string_view> prepared_;
};

/// Several statements sent without waiting for the answer to each, so that a whole transaction costs one journey to the
/// server and back. After the first that fails the server skips the rest. Prepare the statements before.
class Pipeline {
public:
    explicit Pipeline(Connection& connection);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    void send(const Statement& statement, const Fields& parameters = {});
    /// Waits for every answer. The first failure, where there was one.
    [[nodiscard]] Attempt<void> finish();

private:
    void take_answers();
    void note(Failure failure);

    Connection& connection_;
    int waiting_ = 0;
    bool finished_ = false;
    std::optional<Failure> first_failure_;
};

}  // namespace steadfast::ledger::postgresql
