#include "ledger/postgresql/connection.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>

namespace steadfast::ledger::postgresql {
namespace {

constexpr int binary = 1;
/// Answers are taken at the latest after so many statements: were both sides to fill their buffers, both would wait for ever.
constexpr int most_unanswered = 256;

/// Every statement of a store has one sensible plan, over an index, however many rows there are: planning it anew each
/// time, as the server would while arrays differ in length, costs more than running it.
constexpr const char* planning = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off";

std::string first_line(const char* text) {
    const std::string_view whole = text == nullptr ? "" : text;
    return std::string(whole.substr(0, whole.find('\n')));
}

Failure failure_of(const pg_result* result, bool lost) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* says = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return {lost, state == nullptr ? "" : state, says == nullptr ? first_line(PQresultErrorMessage(result)) : first_line(says)};
}

bool is_well(const pg_result* result) {
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_EMPTY_QUERY:
            return true;
        default:
            return false;
    }
}

}  // namespace

Refusal refusal_of(const Failure& failure) {
    const auto unavailable = [](std::string says, std::string what_to_do) {
        return Refusal{Refusal::Kind::unavailable, std::move(says), std::move(what_to_do)};
    };
    const std::string_view state = failure.state;
    if (state == "53100") {
        return unavailable("The database's disk is full.", "Nothing was saved; ask the administrator to make room, then save again.");
    }
    if (state == "SF001") {
        return unavailable("Something else has written to the record since this process last read it: " + failure.says + ".",
                           "Nothing was saved; ask the administrator to restart this process, then save again.");
    }
    if (state == "25006") {
        return unavailable("The database has become a standby copy, which takes no saves.",
                           "Nothing was saved; save again in a minute, and tell the administrator if it goes on.");
    }
    if (failure.lost || state.starts_with("08") || state.starts_with("57P")) {
        return unavailable("The database can't be reached (" + failure.says + ").",
                           "Try again in a minute, and tell the administrator if it goes on.");
    }
    return unavailable("The database did not do it (" + failure.says + ").", "Tell the administrator.");
}

void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }

Rows::Rows(pg_result* result) : result_(result) {}

int Rows::count() const { return PQntuples(result_.get()); }

Field Rows::at(int row, int column) const {
    if (PQgetisnull(result_.get(), row, column) != 0) return Field();
    return Field(std::string_view(PQgetvalue(result_.get(), row, column),
                                  static_cast<std::size_t>(PQgetlength(result_.get(), row, column))));
}

void Rows::row_into(int row, std::span<Field> fields) const {
    for (std::size_t column = 0; column < fields.size(); ++column) fields[column] = at(row, static_cast<int>(column));
}

void Connection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Connection::Connection(pg_conn* connection) : connection_(connection) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Attempt<Connection> Connection::open(const std::string& address, const std::string& called) {
    // What stands before dbname gives way to the address: an administrator may set other limits there. A network that
    // swallows packets must not hold a save for the quarter of an hour that the kernel would wait.
    const std::array<const char*, 9> keywords{"connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count",
                                              "tcp_user_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr};
    const std::array<const char*, 9> values{"5", "10", "5", "3", "20000", called.c_str(), address.c_str(), "UTF8", nullptr};
    Connection connection(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (PQstatus(connection.connection_.get()) != CONNECTION_OK) {
        Failure failure = connection.failure();
        failure.lost = true;
        return tl::unexpected(std::move(failure));
    }
    // Notices would go to standard error past the log.
    PQsetNoticeProcessor(connection.connection_.get(), [](void*, const char*) {}, nullptr);
    if (auto set = connection.run(planning); !set) return tl::unexpected(set.error());
    return connection;
}

bool Connection::is_idle() const {
    return PQstatus(connection_.get()) == CONNECTION_OK && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
}

int Connection::server_process() const { return PQbackendPID(connection_.get()); }

Attempt<void> Connection::run(const std::string& sql) {
    const auto rows = answer_of(PQexec(connection_.get(), sql.c_str()));
    if (!rows) return tl::unexpected(rows.error());
    return {};
}

Attempt<Rows> Connection::ask(const Statement& statement, const Fields& parameters) {
    if (auto prepared = prepare(statement); !prepared) return tl::unexpected(prepared.error());
    const auto values = parameters.values();
    const auto lengths = parameters.lengths();
    const std::vector<int> formats(values.size(), binary);
    return answer_of(PQexecPrepared(connection_.get(), statement.name, parameters.count(), values.data(), lengths.data(),
                                    formats.data(), binary));
}

Attempt<void> Connection::prepare(const Statement& statement) {
    if (prepared_.contains(statement.name)) return {};
    const auto done = answer_of(PQprepare(connection_.get(), statement.name, statement.sql, 0, nullptr));
    if (!done) return tl::unexpected(done.error());
    prepared_.insert(statement.name);
    return {};
}

Attempt<void> Connection::copy_in(const std::string& sql, const std::function<bool(std::string&)>& rows) {
    pg_conn* const connection = connection_.get();
    pg_result* const started = PQexec(connection, sql.c_str());
    if (PQresultStatus(started) != PGRES_COPY_IN) {
        const auto answer = answer_of(started);
        return tl::unexpected(answer ? failure() : answer.error());
    }
    PQclear(started);

    std::string buffer("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
    bool sent = true;
    for (bool more = true; more && sent;) {
        more = rows(buffer);
        if (!more) buffer.append("\377\377", 2);
        sent = PQputCopyData(connection, buffer.data(), static_cast<int>(buffer.size())) == 1;
        buffer.clear();
    }
    if (sent) sent = PQputCopyEnd(connection, nullptr) == 1;
    Attempt<void> outcome;
    if (!sent) outcome = tl::unexpected(failure());
    while (pg_result* result = PQgetResult(connection)) {
        const auto answer = answer_of(result);
        if (!answer && outcome) outcome = tl::unexpected(answer.error());
        if (PQstatus(connection) != CONNECTION_OK) break;
    }
    return outcome;
}

Attempt<void> Connection::copy_out(const std::string& sql, const std::function<void(std::string_view)>& row) {
    pg_conn* const connection = connection_.get();
    pg_result* const started = PQexec(connection, sql.c_str());
    if (PQresultStatus(started) != PGRES_COPY_OUT) {
        const auto answer = answer_of(started);
        return tl::unexpected(answer ? failure() : answer.error());
    }
    PQclear(started);

    constexpr std::size_t header = 19;
    bool is_first = true;
    char* bytes = nullptr;
    int length = 0;
    while ((length = PQgetCopyData(connection, &bytes, 0)) > 0) {
        const std::unique_ptr<char, decltype(&PQfreemem)> owner(bytes, &PQfreemem);
        std::string_view taken(bytes, static_cast<std::size_t>(length));
        // The server sends the stream's header ahead of the first row, in one piece with it or on its own.
        if (is_first) taken.remove_prefix(std::min(header, taken.size()));
        is_first = false;
        if (taken.size() > 2) row(taken);
    }
    Attempt<void> outcome;
    if (length == -2) outcome = tl::unexpected(failure());
    while (pg_result* result = PQgetResult(connection)) {
        const auto answer = answer_of(result);
        if (!answer && outcome) outcome = tl::unexpected(answer.error());
        if (PQstatus(connection) != CONNECTION_OK) break;
    }
    return outcome;
}

Failure Connection::failure() const {
    return {PQstatus(connection_.get()) != CONNECTION_OK, "", first_line(PQerrorMessage(connection_.get()))};
}

Attempt<Rows> Connection::answer_of(pg_result* result) {
    if (result == nullptr) return tl::unexpected(failure());
    Rows rows(result);
    if (is_well(result)) return Attempt<Rows>(std::move(rows));
    return tl::unexpected(failure_of(result, PQstatus(connection_.get()) != CONNECTION_OK));
}

Pipeline::Pipeline(Connection& connection) : connection_(connection) {
    if (PQenterPipelineMode(connection_.connection_.get()) != 1) note(connection_.failure());
}

Pipeline::~Pipeline() {
    if (!finished_) static_cast<void>(finish());
}

void Pipeline::send(const Statement& statement, const Fields& parameters) {
    if (first_failure_) return;
    const auto values = parameters.values();
    const auto lengths = parameters.lengths();
    const std::vector<int> formats(values.size(), binary);
    if (PQsendQueryPrepared(connection_.connection_.get(), statement.name, parameters.count(), values.data(), lengths.data(),
                            formats.data(), binary) != 1) {
        note(connection_.failure());
        return;
    }
    if (++waiting_ < most_unanswered) return;
    PQsendFlushRequest(connection_.connection_.get());
    PQflush(connection_.connection_.get());
    take_answers();
}

Attempt<void> Pipeline::finish() {
    pg_conn* const connection = connection_.connection_.get();
    finished_ = true;
    if (PQpipelineSync(connection) == 1) {
        take_answers();
        if (pg_result* synced = PQgetResult(connection)) {
            if (PQresultStatus(synced) != PGRES_PIPELINE_SYNC) note(failure_of(synced, PQstatus(connection) != CONNECTION_OK));
            PQclear(synced);
        }
        PQexitPipelineMode(connection);
    } else {
        note(connection_.failure());
    }
    if (PQstatus(connection) != CONNECTION_OK) {
        Failure failure = first_failure_.value_or(connection_.failure());
        failure.lost = true;
        return tl::unexpected(std::move(failure));
    }
    if (first_failure_) return tl::unexpected(*first_failure_);
    return {};
}

void Pipeline::take_answers() {
    pg_conn* const connection = connection_.connection_.get();
    for (; waiting_ > 0; --waiting_) {
        bool was_answered = false;
        while (pg_result* result = PQgetResult(connection)) {
            was_answered = true;
            const bool skipped = PQresultStatus(result) == PGRES_PIPELINE_ABORTED;
            if (!is_well(result) && !skipped) note(failure_of(result, PQstatus(connection) != CONNECTION_OK));
            PQclear(result);
            if (PQstatus(connection) != CONNECTION_OK) break;
        }
        if (!was_answered || PQstatus(connection) != CONNECTION_OK) {
            note(connection_.failure());
            waiting_ = 0;
            return;
        }
    }
}

void Pipeline::note(Failure failure) {
    if (!first_failure_) first_failure_ = std::move(failure);
}

}  // namespace steadfast::ledger::postgresql
