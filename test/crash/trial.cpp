#include "trial.hpp"

#include "check.hpp"

#include <fmt/format.h>

#include <thread>

namespace steadfast::crash {
namespace {

using namespace std::chrono_literals;

void append(std::vector<std::string>& to, std::vector<std::string> from) { to.insert(to.end(), from.begin(), from.end()); }

}  // namespace

Trial::Trial(std::string writer_program, std::string address, std::uint64_t seed, Server server)
    : program_(std::move(writer_program)), address_(std::move(address)), chance_(seed), server_(std::move(server)), client_(seed) {}

std::vector<std::string> Trial::round(Victim victim) {
    if (!writer_) {
        if (auto refused = start_writer()) return {*refused};
    }
    const bool has_server = static_cast<bool>(server_.kill);
    if (has_server && !standby_) standby_ = new_writer({"stands-by"});
    // Sometimes the first answers are not even waited for.
    client_.work(*writer_, static_cast<int>(chance_() % 60), std::chrono::microseconds(chance_() % 3000));

    if (victim == Victim::writer) kill_writer();
    if (victim != Victim::writer) {
        standby_.reset();
        server_.kill();
        if (victim == Victim::both) kill_writer();
        server_.start();
    }
    std::vector<std::string> findings;
    if (writer_) {
        // The writer lives on and must find out itself what became of its saves.
        if (!client_.settle(*writer_, 60s)) findings.push_back("the writer did not find its way back to the database");
        if (chance_() % 2 == 0 || writer_->is_over()) kill_writer();
    }
    append(findings, client_.take_findings());
    append(findings, compare());
    return findings;
}

std::optional<std::string> Trial::start_writer() {
    std::string said;
    if (standby_) {
        writer_ = std::move(standby_);
        said = writer_->hear(60s).value_or("nothing");
        if (said == "ready") return std::nullopt;
        writer_.reset();
        return "the writer that stood by did not take over and says: " + said;
    }
    // The server may still be ending the connection of the writer that was killed, and says so.
    for (int tries = 0; tries < 20; ++tries) {
        writer_ = new_writer({});
        said = writer_->hear(60s).value_or("nothing");
        if (said == "ready") return std::nullopt;
        writer_.reset();
        std::this_thread::sleep_for(100ms);
    }
    return "the writer does not start again and says: " + said;
}

std::unique_ptr<WriterProcess> Trial::new_writer(std::vector<std::string> words) {
    std::vector<std::string> arguments{address_, std::to_string(chance_() % 1'000'000)};
    append(arguments, sabotage_);
    append(arguments, std::move(words));
    return std::make_unique<WriterProcess>(program_, arguments);
}

void Trial::kill_writer() {
    writer_->kill();
    client_.writer_died(*writer_);
    writer_.reset();
}

std::vector<std::string> Trial::compare() {
    const auto store = ledger::open_store(address_, ledger::Mode::read_only);
    if (store) return differences(**store, client_.log());
    // A writer killed while it made an empty store leaves none; with something acknowledged there must be one.
    if (client_.acknowledged() == 0) return {};
    return {fmt::format("{} saves were acknowledged, and the record does not open: {}", client_.acknowledged(), store.error().whole())};
}

std::string Trial::log_text() const {
    static constexpr std::array<std::string_view, 4> states{"invoked", "acknowledged", "failed", "unknown"};
    std::string text = "number item starts_from wording state seqs\n";
    for (const auto& [number, logged] : client_.log()) {
        text += fmt::format("{} {}", logged.asked.text(), states[static_cast<std::size_t>(logged.state)]);
        for (const auto seq : logged.seqs) text += fmt::format(" {}", seq);
        text += '\n';
    }
    return text;
}

}  // namespace steadfast::crash
