#include "ledger/sqlite/open.hpp"

// system_clock::now in a comment is no finding.
auto now() { return std::chrono::system_clock::now(); }
