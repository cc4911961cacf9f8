#include "ledger/sqlite/single_file.hpp"

#include "ledger/sqlite/connection.hpp"

namespace steadfast::ledger::sqlite {

Result<void> make_single_file(const std::string& path) {
    return attempt([&] {
        Connection connection(path, Purpose::write);
        connection.run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL");
        // A rollback journal is only synchronised with the file by a change to it.
        Transaction transaction(connection);
        connection.run("UPDATE about SET value = value");
        transaction.commit();
    });
}

}  // namespace steadfast::ledger::sqlite
