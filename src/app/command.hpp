#pragma once

#include "app/output.hpp"
#include "ledger/store.hpp"
#include "record/record.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace steadfast::app {

/// Where a command gets the password it needs. Never from its arguments, which every user of the machine can read.
struct PasswordWanted {
    std::string prompt;                           ///< "Password for amira.khan"
    std::optional<std::filesystem::path> file;    ///< Its first line; none: the terminal without echo, or standard input.
};

/// A command on an open record. It runs in this process where nobody else writes to the store, and inside the server
/// where that does: it can't tell which.
class RecordCommand {
public:
    virtual ~RecordCommand() = default;
    [[nodiscard]] virtual Ending run(record::Record& record, Output& output) = 0;

    [[nodiscard]] virtual std::optional<PasswordWanted> wants_password() const { return std::nullopt; }
    virtual void take_password(std::string) {}
    /// True where it makes sense on a record that is not there yet. Elsewhere a mistyped place is refused, not begun.
    [[nodiscard]] virtual bool may_begin_a_record() const { return false; }
    /// True where two of its kind at once would spoil each other's work: the second waits its turn.
    [[nodiscard]] virtual bool runs_alone() const { return false; }
};

/// A command that reads the store and needs no Book, so that it need not wait for one.
class StoreCommand {
public:
    virtual ~StoreCommand() = default;
    /// @param store_address where the store is, for what is kept beside it.
    [[nodiscard]] virtual Ending run(ledger::Store& store, const std::string& store_address, Output& output) = 0;
};

/// A command that is a process of its own: the server, and what makes a store.
class ProgramCommand {
public:
    virtual ~ProgramCommand() = default;
    [[nodiscard]] virtual Ending run(const std::string& store_address, Output& output) = 0;
};

using Command = std::variant<std::unique_ptr<RecordCommand>, std::unique_ptr<StoreCommand>, std::unique_ptr<ProgramCommand>>;

}  // namespace steadfast::app
