#include "record/documents/clamd.hpp"
#include "record/documents/kept_file.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace steadfast::record::documents {
namespace {

// What ClamAV and every other scanner finds, and what does no harm (eicar.org), in two halves so that none finds it here.
const std::string eicar = std::string(R"(X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-)") + "ANTIVIRUS-TEST-FILE!$H+H*";

/// Speaks clamd's side of INSTREAM on this machine, once for each answer it is to give.
class FakeClamd {
public:
    enum class How { honest, hangs_up, too_large };

    explicit FakeClamd(How how) : how_(how), listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listening_, reinterpret_cast<const sockaddr*>(&place), sizeof place);
        ::listen(listening_, 1);
        socklen_t size = sizeof place;
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&place), &size);
        address_ = "127.0.0.1:" + std::to_string(ntohs(place.sin_port));
        thread_ = std::thread([this] { serve(); });
    }
    ~FakeClamd() {
        thread_.join();
        ::close(listening_);
    }
    const std::string& address() const { return address_; }
    const std::string& received() {
        return received_;
    }

private:
    static bool read(int from, char* into, std::size_t size) {
        while (size > 0) {
            const ssize_t got = ::recv(from, into, size, 0);
            if (got <= 0) return false;
            into += got;
            size -= static_cast<std::size_t>(got);
        }
        return true;
    }
    void serve() {
        const int client = ::accept(listening_, nullptr, nullptr);
        std::string command(10, ' ');
        bool goes_on = read(client, command.data(), command.size()) && command == std::string("zINSTREAM\0", 10);
        while (goes_on && how_ == How::honest) {
            unsigned char length[4];
            goes_on = read(client, reinterpret_cast<char*>(length), 4);
            const std::size_t size = std::size_t(length[0]) << 24 | std::size_t(length[1]) << 16 | std::size_t(length[2]) << 8 | length[3];
            if (!goes_on || size == 0) break;
            std::string piece(size, ' ');
            goes_on = read(client, piece.data(), size);
            received_ += piece;
        }
        std::string answer = received_.find("EICAR-STANDARD") != std::string::npos ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
        if (how_ == How::too_large) answer = "INSTREAM size limit exceeded. ERROR";
        answer += '\0';
        if (how_ != How::hangs_up) ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
        ::close(client);
    }

    How how_;
    int listening_;
    std::string address_;
    std::string received_;
    std::thread thread_;
};

Result<ScanVerdict> scan(const std::string& address, const std::string& bytes) {
    const auto scanner = clamd_at(address);
    EXPECT_TRUE(scanner);
    return (*scanner)->scan(pieces_of(bytes));
}

TEST(Clamd, is_given_the_whole_file_and_says_that_it_is_clean) {
    std::string file(700'000, '\0');
    for (std::size_t i = 0; i < file.size(); ++i) file[i] = static_cast<char>(i * 7);
    std::string received;
    {
        FakeClamd clamd(FakeClamd::How::honest);
        const auto verdict = scan(clamd.address(), file);
        ASSERT_TRUE(verdict) << verdict.error().whole();
        EXPECT_TRUE(verdict->is_clean());
        received = clamd.received();
    }
    EXPECT_EQ(received, file);
}

TEST(Clamd, names_what_it_found) {
    FakeClamd clamd(FakeClamd::How::honest);
    const auto verdict = scan(clamd.address(), eicar);
    ASSERT_TRUE(verdict) << verdict.error().whole();
    EXPECT_EQ(verdict->found, "Win.Test.EICAR_HDB-1");
}

TEST(Clamd, that_hangs_up_or_is_not_there_has_said_nothing) {
    std::string gone;
    {
        FakeClamd clamd(FakeClamd::How::hangs_up);
        gone = clamd.address();
        const auto verdict = scan(gone, "words");
        ASSERT_FALSE(verdict);
        EXPECT_EQ(verdict.error().kind, Refusal::Kind::unavailable);
    }
    EXPECT_FALSE(scan(gone, "words"));
    EXPECT_FALSE(scan("unix:/nowhere/clamd.ctl", "words"));
}

TEST(Clamd, that_takes_no_file_so_large_has_not_called_it_clean) {
    FakeClamd clamd(FakeClamd::How::too_large);
    const auto verdict = scan(clamd.address(), "words");
    ASSERT_FALSE(verdict);
    EXPECT_NE(verdict.error().whole().find("StreamMaxLength"), std::string::npos);
}

TEST(Clamd, has_an_address_that_can_be_one) {
    EXPECT_TRUE(clamd_at("unix:/run/clamav/clamd.ctl"));
    EXPECT_TRUE(clamd_at("localhost:3310"));
    for (const char* wrong : {"", "unix:", "localhost", ":3310", "localhost:"}) EXPECT_FALSE(clamd_at(wrong)) << wrong;
}

/// Where a real one runs (STEADFAST_TEST_CLAMD=unix:/run/clamav/clamd.ctl, with a signature for EICAR), it must agree.
TEST(Clamd, agrees_with_the_real_one) {
    const char* address = std::getenv("STEADFAST_TEST_CLAMD");
    if (!address) GTEST_SKIP() << "no STEADFAST_TEST_CLAMD";
    EXPECT_TRUE(scan(address, "A letter.")->is_clean());
    EXPECT_FALSE(scan(address, eicar)->is_clean());
}

}  // namespace
}  // namespace steadfast::record::documents
