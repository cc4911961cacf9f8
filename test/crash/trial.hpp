#pragma once

#include "client.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace steadfast::crash {

/// What is killed in one round.
enum class Victim { writer, server, both };

/// A store under trial: a place, a writer that is killed over and over, and the client that remembers.
class Trial {
public:
    struct Server {
        std::function<void()> kill;
        std::function<void()> start;
    };

    Trial(std::string writer_program, std::string address, std::uint64_t seed, Server server);

    /// Writers started from now on are told these words: what to leave out or to switch off.
    void sabotage(std::vector<std::string> words) { sabotage_ = std::move(words); }

    /// Lets the writer work, kills the victim at a random moment, and compares what is left with what the client knows.
    [[nodiscard]] std::vector<std::string> round(Victim victim);
    [[nodiscard]] const Client& client() const { return client_; }
    /// The client's whole log, for whoever looks into a finding.
    [[nodiscard]] std::string log_text() const;

private:
    [[nodiscard]] std::optional<std::string> start_writer();
    [[nodiscard]] std::unique_ptr<WriterProcess> new_writer(std::vector<std::string> words);
    void kill_writer();
    [[nodiscard]] std::vector<std::string> compare();

    const std::string program_;
    const std::string address_;
    std::vector<std::string> sabotage_;
    std::mt19937_64 chance_;
    const Server server_;
    Client client_;
    std::unique_ptr<WriterProcess> writer_;
    std::unique_ptr<WriterProcess> standby_;   ///< On PostgreSQL: waits to be the next writer while this one is killed.
};

}  // namespace steadfast::crash
