#pragma once

#include "base/id.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace steadfast::ledger::sqlite {

/// What SQLite said when it could not do something. It stays inside this folder: the store answers with a Refusal.
class Failure : public std::runtime_error {
public:
    Failure(int code, const std::string& says) : std::runtime_error(says), code_(code) {}
    [[nodiscard]] bool is_input_output() const;
    [[nodiscard]] Refusal refusal() const;   ///< Of kind unavailable, in words for whoever looks after the machine.

private:
    int code_;
};

/// A statement in use: bound, stepped, and made ready for its next use when it goes out of scope.
class Query {
public:
    Query(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Binds $1, $2, … in order. Texts and bytes are not copied: they must live until the query has run.
    template <class... Values>
    Query& with(const Values&... values) {
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }
    void bind(int place, std::int64_t value);
    void bind(int place, std::uint64_t value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, int value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, std::uint32_t value) { bind(place, static_cast<std::int64_t>(value)); }
    void bind(int place, std::string_view text);
    void bind(int place, std::span<const std::uint8_t> bytes);
    void bind(int place, std::nullptr_t);
    template <class Thing>
    void bind(int place, const Id<Thing>& id) { bind(place, std::span<const std::uint8_t>(id.bytes().bytes)); }

    [[nodiscard]] bool step();   ///< To the next row; false after the last.
    void again();                ///< Makes ready to be bound and stepped anew.
    void run();                  ///< Steps to the end, and is ready again.

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    /// Both live until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::uint8_t> bytes(int column) const;
    /// Exactly `into.size()` bytes; anything else in the file is damage.
    void copy_bytes(int column, std::span<std::uint8_t> into) const;
    template <class Thing>
    [[nodiscard]] Id<Thing> id(int column) const {
        IdBytes bytes;
        copy_bytes(column, bytes.bytes);
        return Id<Thing>(bytes);
    }

private:
    void check(int code) const;
    sqlite3* database_;
    sqlite3_stmt* statement_;
};

/// The bytes of a text, to be bound as a blob.
[[nodiscard]] inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

enum class Purpose : std::uint8_t { write, read };

/// One connection to one file, used by one thread at a time.
///
/// Only a connection that writes may checkpoint. The SQLite of Debian 12 can lose commits where two connections
/// checkpoint one file at once, so each file has one writing connection and readers are told never to.
class Connection {
public:
    /// A file that does not exist is made, for its owner alone, where the purpose is to write.
    Connection(const std::string& path, Purpose purpose);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void run(const char* script);   ///< Statements that return nothing anybody needs.
    /// The statement is prepared once and kept. `sql` must be a literal.
    [[nodiscard]] Query query(const char* sql);
    [[nodiscard]] std::int64_t number(const char* sql);   ///< The first column of the first row; 0 where there is none.
    [[nodiscard]] bool is_in_transaction() const;
    /// Moves all of the write-ahead log into the file and empties it, without waiting: false where a reader is in the way.
    [[nodiscard]] bool checkpoint();

private:
    struct Close { void operator()(sqlite3* database) const; };
    struct Finalize { void operator()(sqlite3_stmt* statement) const; };
    std::unique_ptr<sqlite3, Close> database_;
    std::unordered_map<const char*, std::unique_ptr<sqlite3_stmt, Finalize>> prepared_;
};

/// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Connection& connection, Purpose purpose = Purpose::write);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& connection_;
};

/// Does the work; what SQLite could not do becomes a Refusal.
template <class Work>
auto attempt(Work work) -> Result<decltype(work())> {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Failure& failure) {
        return refuse(failure.refusal());
    }
}

}  // namespace steadfast::ledger::sqlite
