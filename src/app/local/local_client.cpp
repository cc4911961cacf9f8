#include "app/local/local_client.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace steadfast::app {
namespace {

bool may_answer(const Socket& socket, const std::filesystem::path& path) {
    const auto user = socket.user_at_the_other_end();
    struct stat folder{};
    if (!user || ::stat(path.parent_path().c_str(), &folder) != 0) return false;
    return *user == ::geteuid() || *user == 0 || *user == folder.st_uid;
}

struct Tell {
    Output& output;
    std::optional<Ending> operator()(const Said& said) const {
        output.say(said.line);
        return std::nullopt;
    }
    std::optional<Ending> operator()(const Complained& complained) const {
        output.complain(complained.line);
        return std::nullopt;
    }
    std::optional<Ending> operator()(const Stepped& stepped) const {
        output.progress({stepped.what, stepped.done, stepped.of});
        return std::nullopt;
    }
    std::optional<Ending> operator()(const Ended& ended) const { return ended.ending; }
};

}  // namespace

Result<std::optional<Socket>> find_server(std::string_view store_address) {
    for (const auto& path : socket_places(store_address)) {
        auto socket = connect_to(path);
        if (!socket) continue;
        if (!may_answer(*socket, path))
            return refuse(Refusal::Kind::not_allowed, fmt::format("The socket {} belongs to another user.", path.string()),
                          "Find out who made it; the command was not sent.");
        return socket;
    }
    return std::optional<Socket>();
}

Ending send_order(const Socket& server, const Order& order, Output& output) {
    const auto frame = order_frame(order);
    if (!frame) return could_not(output, frame.error());
    // A server that refuses at once closes its end while this is still sending: what it said is there to read all the same.
    (void)server.send(*frame);
    while (true) {
        const auto head_bytes = server.receive(frame_head_bytes);
        if (!head_bytes) break;
        const FrameHead head = read_frame_head(*head_bytes);
        if (head.bytes > most_told_bytes) break;
        const auto bytes = server.receive(head.bytes);
        if (!bytes) break;
        const auto told = read_told(head, *bytes);
        if (!told) return could_not(output, told.error());
        if (const auto ending = std::visit(Tell{output}, *told)) return *ending;
    }
    output.complain("The server went away before the command was done. Look with the same command whether it was, and give it again if not.");
    return Ending::could_not;
}

}  // namespace steadfast::app
