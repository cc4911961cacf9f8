// Tests of the ledger go behind its back on purpose.
constexpr auto change = "UPDATE entries SET body = $1";
