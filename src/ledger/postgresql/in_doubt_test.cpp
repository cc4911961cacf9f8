#include "ledger/postgresql/testing.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <regex>
#include <thread>

namespace steadfast::ledger::postgresql {
namespace {

using namespace std::chrono_literals;

/// Stands between the store and the server, and cuts the wire at the worst moment.
class Wire {
public:
    enum class Cut {
        nowhere,
        before_the_server_hears,    ///< The next bytes that the store sends are lost, and the connection with them.
        before_the_answer_arrives,  ///< The server does what it is asked; its next answer is lost, and the connection with it.
    };

    Wire(const std::string& host, const std::string& port) : host_(host), port_(port) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 16) != 0) throw std::runtime_error("no port to listen on");
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        own_port_ = ntohs(address.sin_port);
        accepting_ = std::thread([this] { accept_all(); });
    }
    ~Wire() {
        stopped_ = true;
        accepting_.join();
        for (std::thread& thread : carrying_) thread.join();
        close(listener_);
    }

    [[nodiscard]] int own_port() const { return own_port_; }
    void cut_next(Cut cut) { cut_ = cut; }
    void stay_down(bool down) { down_ = down; }
    void stay_down_after_the_cut() { stays_down_after_cut_ = true; }

private:
    void accept_all() {
        while (!stopped_) {
            pollfd waiting{listener_, POLLIN, 0};
            if (poll(&waiting, 1, 20) != 1) continue;
            const int client = accept(listener_, nullptr, nullptr);
            if (client < 0) continue;
            if (down_) {
                close(client);
                continue;
            }
            carrying_.emplace_back([this, client] { carry(client); });
        }
    }

    int to_server() const {
        addrinfo* found = nullptr;
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        if (getaddrinfo(host_.c_str(), port_.c_str(), &wanted, &found) != 0) return -1;
        const int server = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(server, found->ai_addr, found->ai_addrlen) != 0) throw std::runtime_error("the server can't be reached");
        freeaddrinfo(found);
        return server;
    }

    void carry(int client) {
        const int server = to_server();
        std::array<char, 65536> bytes{};
        while (!stopped_ && !down_) {
            std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
            if (poll(ends.data(), ends.size(), 20) <= 0) continue;
            const bool from_client = ends[0].revents != 0;
            const auto size = recv(from_client ? client : server, bytes.data(), bytes.size(), 0);
            if (size <= 0) break;
            const Cut here = from_client ? Cut::before_the_server_hears : Cut::before_the_answer_arrives;
            Cut expected = here;
            if (cut_.compare_exchange_strong(expected, Cut::nowhere)) {
                if (stays_down_after_cut_) down_ = true;
                break;
            }
            if (send(from_client ? server : client, bytes.data(), static_cast<std::size_t>(size), MSG_NOSIGNAL) != size) break;
        }
        close(client);
        close(server);
    }

    std::string host_;
    std::string port_;
    int listener_ = -1;
    int own_port_ = 0;
    std::atomic<bool> stopped_{false};
    std::atomic<bool> down_{false};
    std::atomic<bool> stays_down_after_cut_{false};
    std::atomic<Cut> cut_{Cut::nowhere};
    std::thread accepting_;
    std::vector<std::thread> carrying_;
};

class CommitInDoubt : public DatabaseTest {
protected:
    void SetUp() override {
        DatabaseTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) return;
        std::smatch parts;
        const std::string whole = address();
        ASSERT_TRUE(std::regex_match(whole, parts, std::regex("(postgresql://[^@/]*@?)([0-9a-z.]+):([0-9]+)(/.*)"))) << "STEADFAST_TEST_POSTGRESQL must name host and port";
        wire_.emplace(parts[2], parts[3]);
        store_ = std::move(*open_postgresql_store(parts[1].str() + "127.0.0.1:" + std::to_string(wire_->own_port()) + parts[4].str(), Mode::write, {.patience = 1s}));
        ASSERT_TRUE(store_->append(std::span(entries_).first(1), {}));
    }
    void TearDown() override {
        store_.reset();
        wire_.reset();
    }

    std::optional<Wire> wire_;
    std::unique_ptr<Store> store_;
    std::vector<Entry> entries_ = chain(3);
};

TEST_F(CommitInDoubt, is_answered_as_saved_when_the_group_is_found_after_reconnecting) {
    wire_->cut_next(Wire::Cut::before_the_answer_arrives);
    EXPECT_TRUE(store_->append(std::span(entries_).subspan(1, 1), {}));
    EXPECT_EQ(store_->head(), (Head{2, entries_[1].hash}));
    EXPECT_TRUE(store_->append(std::span(entries_).subspan(2, 1), {})) << "and the next group goes on from there";
}

TEST_F(CommitInDoubt, is_sent_again_when_the_group_is_not_found_after_reconnecting) {
    wire_->cut_next(Wire::Cut::before_the_server_hears);
    EXPECT_TRUE(store_->append(std::span(entries_).subspan(1, 1), {}));
    EXPECT_EQ(store_->head(), (Head{2, entries_[1].hash}));
}

TEST_F(CommitInDoubt, is_said_to_be_unknown_when_the_database_stays_away) {
    wire_->stay_down_after_the_cut();
    wire_->cut_next(Wire::Cut::before_the_answer_arrives);
    const auto refused = store_->append(std::span(entries_).subspan(1, 1), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::unavailable);
    EXPECT_THAT(refused.error().says, testing::HasSubstr("not known"));

    wire_->stay_down(false);
    EXPECT_EQ(store_->head(), (Head{2, entries_[1].hash})) << "it had been saved";
}

TEST_F(CommitInDoubt, does_not_arise_while_nothing_was_sent) {
    wire_->stay_down(true);
    std::this_thread::sleep_for(60ms);
    const auto refused = store_->entry(1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::unavailable);
    EXPECT_THAT(refused.error().says, testing::HasSubstr("can't be reached"));
    wire_->stay_down(false);
    EXPECT_TRUE(store_->entry(1));
}

}  // namespace
}  // namespace steadfast::ledger::postgresql
