#pragma once

#include "app/command.hpp"

namespace steadfast::app {

/// Reads the password where the command says: the first line of its file or of standard input, or twice from the
/// terminal without echo. Refuses an empty one and two that differ.
[[nodiscard]] Result<std::string> ask_for_password(const PasswordWanted& wanted);

}  // namespace steadfast::app
