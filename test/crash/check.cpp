#include "check.hpp"

#include "ledger/chain.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace steadfast::crash {
namespace {

using State = Logged::State;

class Comparison {
public:
    explicit Comparison(ledger::Store& store) : store_(store) {}

    std::vector<std::string> with(const std::map<std::uint64_t, Logged>& log) {
        read_entries();
        read_views();
        read_lines();
        for (const auto& [number, logged] : log) compare(logged);
        for (const auto& [key, entries] : by_key_) {
            if (!asked_keys_.contains(key)) find("entry {} was asked for by nobody", entries.front().seq);
        }
        for (const auto& [who, count] : lines_by_) {
            if (!asked_workers_.contains(who)) find("an access line names somebody who saved nothing");
        }
        return std::move(findings_);
    }

private:
    template <class... Values>
    void find(fmt::format_string<Values...> text, Values&&... values) {
        findings_.push_back(fmt::format(text, std::forward<Values>(values)...));
    }

    void read_entries() {
        ledger::Sequence next = 1;
        ledger::Digest previous{};
        const auto read = store_.read_whole(1, UINT64_MAX, [&](const ledger::Entry& entry) {
            if (entry.seq != next) find("entry {} stands where {} should", entry.seq, next);
            if (entry.previous_hash != previous) find("entry {} does not hang on the one before", entry.seq);
            if (ledger::chain_hash(entry) != entry.hash) find("entry {} has another hash than its header", entry.seq);
            next = entry.seq + 1;
            previous = entry.hash;
            by_key_[entry.key].push_back(entry);
            return true;
        });
        if (!read) find("the record can't be read: {}", read.error().whole());
        entries_ = next - 1;
    }

    void read_views() {
        ledger::Sequence seen = 0;
        const auto read = store_.read(1, UINT64_MAX, [&](const ledger::EntryView&) { ++seen; });
        if (!read) find("the record can't be scanned: {}", read.error().whole());
        else if (seen != entries_) find("a scan shows {} entries of {}", seen, entries_);
    }

    void read_lines() {
        const auto lines = store_.access_lines({}, Instant::from_seconds(0), Instant::from_seconds(8'000'000'000), 10'000'000);
        if (!lines) {
            find("the access log can't be read: {}", lines.error().whole());
            return;
        }
        for (const ledger::AccessLine& line : *lines) {
            ++lines_by_[line.who];
            last_line_by_[line.who] = line;
        }
    }

    void compare(const Logged& logged) {
        const std::uint64_t number = logged.asked.number;
        const auto changes = changes_of(logged.asked);
        const ledger::AccessLine line = line_of(logged.asked, {});
        asked_workers_.insert({line.who, number});
        std::size_t there = 0;
        for (std::size_t i = 0; i < changes.size(); ++i) there += compare_change(logged, changes[i], i) ? 1 : 0;

        if (there != 0 && there != changes.size()) find("of save {} only a part is there", number);
        if (there == 0 && logged.state == State::acknowledged) find("save {} was acknowledged and is not there", number);
        if (there != 0 && logged.state == State::failed) find("save {} was refused and is there", number);

        const std::size_t lines = lines_by_[line.who];
        if (there != 0 && lines != 1) find("save {} is there with {} access lines", number, lines);
        if (there == 0 && lines != 0) find("save {} is not there, and its access line is", number);
        if (lines == 1 && (last_line_by_[line.who].children != line.children || last_line_by_[line.who].item != line.item)) {
            find("the access line of save {} names others", number);
        }
    }

    bool compare_change(const Logged& logged, const ledger::Change& change, std::size_t place) {
        asked_keys_.insert({change.key, logged.asked.number});
        const auto found = by_key_.find(change.key);
        if (found == by_key_.end()) return false;
        const auto& entries = found->second;
        if (entries.size() > 1) find("save {} is there {} times", logged.asked.number, entries.size());
        if (!ledger::says_the_same(change, entries.front())) find("save {} is there with other content", logged.asked.number);
        if (entries.front().version != change.starts_from + 1) find("save {} is there as version {}", logged.asked.number, entries.front().version);
        if (logged.state == State::acknowledged && (place >= logged.seqs.size() || logged.seqs[place] != entries.front().seq)) {
            find("save {} is there as entry {}, and was acknowledged as another", logged.asked.number, entries.front().seq);
        }
        return true;
    }

    ledger::Store& store_;
    ledger::Sequence entries_ = 0;
    std::unordered_map<ledger::IdempotencyKey, std::vector<ledger::Entry>> by_key_;
    std::unordered_map<ledger::IdempotencyKey, std::uint64_t> asked_keys_;
    std::unordered_map<ledger::WorkerId, std::uint64_t> asked_workers_;
    std::unordered_map<ledger::WorkerId, std::size_t> lines_by_;
    std::unordered_map<ledger::WorkerId, ledger::AccessLine> last_line_by_;
    std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> differences(ledger::Store& store, const std::map<std::uint64_t, Logged>& log) { return Comparison(store).with(log); }

}  // namespace steadfast::crash
