#include "ledger/postgresql/postgresql_store.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "ledger/store.hpp"

#include <fmt/format.h>

namespace steadfast::ledger {

Result<std::unique_ptr<Store>> open_store(std::string_view address, Mode mode) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite) && address.size() > sqlite.size())
        return sqlite::SqliteStore::open(std::string(address.substr(sqlite.size())), mode);
    if (address.starts_with("postgresql://") || address.starts_with("postgres://")) return open_postgresql_store(address, mode);
    return refuse(Refusal::Kind::invalid, fmt::format("\"{}\" is not the address of a record.", address.substr(0, address.find(':'))),
                  "Write sqlite:PATH or postgresql://HOST/DATABASE.");
}

}  // namespace steadfast::ledger
