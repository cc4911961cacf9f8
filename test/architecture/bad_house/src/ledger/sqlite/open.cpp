#include <sqlite3.h>

#include "ledger/sqlite/open.hpp"
