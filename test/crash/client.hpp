#pragma once

#include "asked.hpp"
#include "writer_process.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace steadfast::crash {

/// What the client outside knows of a save.
struct Logged {
    enum class State {
        invoked,        ///< Sent, and not answered yet.
        acknowledged,   ///< "Saved": it must be there, once, whole, with its access line.
        failed,         ///< "Refused": nothing of it may be there.
        unknown,        ///< The writer died or did not know: there once or not at all, and to be asked again under its key.
    };
    Asked asked;
    State state = State::invoked;
    std::vector<ledger::Sequence> seqs;   ///< As acknowledged.
    bool must_fail = false;               ///< It starts from a version that is not the latest.
    bool asked_again = false;             ///< It was unknown once.
};

/// A client that asks for saves, several at once, and writes down what became of each. Now and then it asks the same
/// again, asks for something else under a key that is taken, or starts from an old version: a person does so too.
class Client {
public:
    explicit Client(std::uint64_t seed) : chance_(seed) {}

    /// Begins with what is unknown since the last time, then goes on until so many answers have come and that much time
    /// more has passed, and leaves off in the middle of it.
    void work(WriterProcess& writer, int answers, std::chrono::microseconds more);
    /// Asks for nothing more and takes the answers that are still to come. False where they do not come in time.
    bool settle(WriterProcess& writer, std::chrono::milliseconds patience);
    /// Takes what the writer said before it died; what it left unanswered is unknown.
    void writer_died(WriterProcess& writer);

    [[nodiscard]] const std::map<std::uint64_t, Logged>& log() const { return log_; }
    [[nodiscard]] std::size_t acknowledged() const { return acknowledged_.size(); }
    /// Saves that were unknown and, asked again, turned out to have been saved, or not. Without some of each the kills
    /// came at no interesting moment.
    [[nodiscard]] std::size_t had_been_saved() const { return had_been_saved_; }
    [[nodiscard]] std::size_t had_not_been_saved() const { return had_not_been_saved_; }
    /// What the answers themselves had wrong, since the last time it was asked.
    [[nodiscard]] std::vector<std::string> take_findings() { return std::move(findings_); }

private:
    enum class Purpose { save, repeat, other_content };
    struct Waiting {
        Purpose purpose;
        std::uint64_t number;
    };
    struct Item {
        std::uint32_t version = 0;
        bool busy = false;   ///< A save of it is not settled.
    };

    void ask_again(WriterProcess& writer);
    void ask_something(WriterProcess& writer);
    void ask_new(WriterProcess& writer, std::uint64_t item, std::uint32_t starts_from, bool must_fail);
    void send(WriterProcess& writer, Purpose purpose, const Asked& asked);
    bool take_answer(WriterProcess& writer, std::chrono::nanoseconds patience);
    void understand(const std::string& line);
    void saved(Logged& logged, std::vector<ledger::Sequence> seqs);
    void refused(Logged& logged, int kind, const std::string& says);
    void settle_item(const Asked& asked, bool was_saved);
    /// Something that happened before, chosen at random; none where there is none.
    [[nodiscard]] const Logged* some_acknowledged();
    [[nodiscard]] std::optional<std::uint64_t> some_idle_item();

    std::mt19937_64 chance_;
    std::map<std::uint64_t, Logged> log_;
    std::map<std::uint64_t, Item> items_;
    std::map<std::uint64_t, Waiting> waiting_;   ///< By tag.
    std::vector<std::uint64_t> acknowledged_;
    std::size_t had_been_saved_ = 0;
    std::size_t had_not_been_saved_ = 0;
    std::vector<std::string> findings_;
    std::uint64_t next_tag_ = 1;
    std::uint64_t next_number_ = 1;
};

}  // namespace steadfast::crash
