#pragma once

#include "base/result.hpp"

#include <string>

namespace steadfast::ledger::sqlite {

/// Takes a closed file out of write-ahead logging and puts it on the disk whole, so that it needs no file beside it and
/// can be read from a medium that nothing can be written to.
[[nodiscard]] Result<void> make_single_file(const std::string& path);

}  // namespace steadfast::ledger::sqlite
