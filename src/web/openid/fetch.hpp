#pragma once

#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::web {

/// What is asked of another server.
struct FetchRequest {
    std::string address;                                        ///< https, or http to this machine itself.
    std::vector<std::pair<std::string, std::string>> form = {};  ///< Sent with POST where there is any; GET otherwise.
    std::string user = "";                                      ///< With `password`: HTTP basic authentication.
    std::string password = "";
    std::string bearer = "";                                    ///< A token in the Authorization header.
};

struct Fetched {
    long status = 0;
    std::string body;
};

/// Asks and waits: on a worker thread only. At most ten seconds and a megabyte, no redirects, certificates checked. Refused (unavailable)
/// where no answer came; any status is an answer.
using Fetch = std::function<Result<Fetched>(const FetchRequest&)>;
[[nodiscard]] Result<Fetched> fetch(const FetchRequest& request);

/// Whether what goes there can't be read on the way: https, or http to this machine.
[[nodiscard]] bool is_safe_to_ask(std::string_view address);

}  // namespace steadfast::web
