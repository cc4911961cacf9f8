#pragma once

#include "app/command_line.hpp"
#include "app/local/order.hpp"

#include <string>
#include <vector>

namespace steadfast::app {

/// Does what a command line asks for, here or inside the server that has the store open.
[[nodiscard]] Ending run_program(const std::vector<std::string>& arguments, const Surroundings& surroundings, Output& output);

/// Shows on an output how a record comes to be open.
[[nodiscard]] record::Opening opening_on(Output& output);

/// Does, inside the server, what somebody asked for over the local socket.
[[nodiscard]] Ending run_order(const Order& order, record::Record& record, const std::string& store_address, Output& output);

}  // namespace steadfast::app
