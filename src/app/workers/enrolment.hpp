#pragma once

#include "app/workers/credentials.hpp"
#include "record/record.hpp"
#include "record/workers/worker.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::app {

/// A worker as the Book has them.
struct KnownWorker {
    ledger::WorkerId id;
    std::uint32_t version = 0;
    record::Worker worker;

    /// From the day they left on they are let in no more.
    [[nodiscard]] bool works_here_on(Date day) const { return !worker.left || day < *worker.left; }
};

[[nodiscard]] std::optional<KnownWorker> worker_with_id(const record::Book& book, ledger::WorkerId id);
/// @param sign_in_name as typed: case and spaces round it do not matter.
[[nodiscard]] std::optional<KnownWorker> worker_signing_in_as(const record::Book& book, std::string_view sign_in_name);
/// Everybody who works or worked here, in the order they were added.
[[nodiscard]] std::vector<KnownWorker> all_workers(const record::Book& book);

/// Lower case, without spaces round it.
[[nodiscard]] std::string plain_sign_in_name(std::string_view typed);

/// Who stands as the author of what is done at the machine's command line, where nobody has signed in. Their item is
/// saved the first time it is needed.
[[nodiscard]] Result<ledger::WorkerId> command_line_worker(record::Record& record);

/// Lets people in and out. One at a time, so that no name is given twice.
class Enrolment {
public:
    Enrolment(record::Record& record, Credentials credentials) : record_(record), credentials_(credentials) {}

    /// Refuses a role or a sign-in name that can't be, and a name that somebody has who works here.
    [[nodiscard]] Result<ledger::WorkerId> add(record::Worker worker, std::string_view password, ledger::WorkerId by);
    /// Ends every session that was begun with the old one.
    [[nodiscard]] Result<void> change_password(std::string_view sign_in_name, std::string_view password);
    /// From that day on they can't sign in, and a running session of theirs ends at once.
    [[nodiscard]] Result<void> end(std::string_view sign_in_name, Date left, ledger::WorkerId by);

private:
    record::Record& record_;
    Credentials credentials_;
};

}  // namespace steadfast::app
