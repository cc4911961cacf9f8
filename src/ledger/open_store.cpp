#include "ledger/postgresql/postgresql_store.hpp"
#include "ledger/sqlite/sqlite_store.hpp"
#include "ledger/store.hpp"

#include <fmt/format.h>

namespace steadfast::ledger {

Result<std::unique_ptr<Store>> open_store(std::string_view address, Mode mode, const MayWait& may_wait) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite) && address.size() > sqlite.size())
        return sqlite::SqliteStore::open(std::string(address.substr(sqlite.size())), mode);
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return open_postgresql_store(address, mode, {.may_wait = may_wait});
    return refuse(Refusal::Kind::invalid, fmt::format("\"{}\" is not the address of a record.", address.substr(0, address.find(':'))),
                  "Write sqlite:PATH or postgresql://HOST/DATABASE.");
}

}  // namespace steadfast::ledger
