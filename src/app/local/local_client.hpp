#pragma once

#include "app/local/order.hpp"
#include "app/local/socket.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace steadfast::app {

/// The socket of the server that has this store open; none where nobody answers. Refuses a socket that belongs to
/// somebody who has no business to answer for this store.
[[nodiscard]] Result<std::optional<Socket>> find_server(std::string_view store_address);

/// Has the server do it: what it says goes to the output as it comes.
[[nodiscard]] Ending send_order(const Socket& server, const Order& order, Output& output);

}  // namespace steadfast::app
