#include "client.hpp"

#include "base/result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace steadfast::crash {
namespace {

constexpr std::size_t at_once = 8;
constexpr std::chrono::seconds patience{30};

}  // namespace

void Client::work(WriterProcess& writer, int answers, std::chrono::microseconds more) {
    ask_again(writer);
    auto until = std::chrono::steady_clock::time_point::max();
    for (int answered = 0; !writer.is_over(); ++answered) {
        if (answered == answers) until = std::chrono::steady_clock::now() + more;
        while (waiting_.size() < at_once) ask_something(writer);
        const auto left = until - std::chrono::steady_clock::now();
        if (left <= left.zero()) return;
        if (take_answer(writer, std::min<std::chrono::nanoseconds>(left, patience))) continue;
        if (until == until.max() && !writer.is_over()) findings_.push_back(fmt::format("no answer came for {} seconds", patience.count()));
        return;
    }
}

bool Client::settle(WriterProcess& writer, std::chrono::milliseconds for_how_long) {
    const auto until = std::chrono::steady_clock::now() + for_how_long;
    while (!waiting_.empty()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !take_answer(writer, left)) return false;
    }
    return true;
}

void Client::writer_died(WriterProcess& writer) {
    while (take_answer(writer, std::chrono::seconds(1))) {}
    for (const auto& [tag, waiting] : waiting_) {
        Logged& logged = log_.at(waiting.number);
        if (waiting.purpose == Purpose::save) logged.state = logged.must_fail ? Logged::State::failed : Logged::State::unknown;
    }
    waiting_.clear();
}

void Client::ask_again(WriterProcess& writer) {
    for (auto& [number, logged] : log_) {
        if (logged.state != Logged::State::unknown) continue;
        logged.asked_again = true;
        send(writer, Purpose::save, logged.asked);
    }
}

void Client::ask_something(WriterProcess& writer) {
    const auto roll = chance_() % 100;
    if (const Logged* known = roll < 8 ? some_acknowledged() : nullptr) {
        Asked asked = known->asked;
        if (roll >= 5) asked.wording += 1;
        send(writer, roll < 5 ? Purpose::repeat : Purpose::other_content, asked);
        return;
    }
    if (const auto item = roll < 45 ? some_idle_item() : std::nullopt) {
        const bool is_stale = roll < 12;
        ask_new(writer, *item, is_stale ? 0 : items_.at(*item).version, is_stale);
        return;
    }
    ask_new(writer, next_number_, 0, false);
}

void Client::ask_new(WriterProcess& writer, std::uint64_t item, std::uint32_t starts_from, bool must_fail) {
    Logged logged;
    logged.asked = {next_number_++, item, starts_from, 0};
    logged.must_fail = must_fail;
    if (!must_fail) items_[item].busy = true;
    log_.emplace(logged.asked.number, logged);
    send(writer, Purpose::save, logged.asked);
}

void Client::send(WriterProcess& writer, Purpose purpose, const Asked& asked) {
    const std::uint64_t tag = next_tag_++;
    waiting_.emplace(tag, Waiting{purpose, asked.number});
    if (purpose == Purpose::save) log_.at(asked.number).state = Logged::State::invoked;
    // Where the writer has died meanwhile, the end of its pipe says so.
    static_cast<void>(writer.say(fmt::format("{} {}", tag, asked.text())));
}

bool Client::take_answer(WriterProcess& writer, std::chrono::nanoseconds for_how_long) {
    const auto line = writer.hear(for_how_long);
    if (line) understand(*line);
    return line.has_value();
}

void Client::understand(const std::string& line) {
    std::istringstream words(line);
    std::uint64_t tag = 0;
    std::string outcome;
    words >> tag >> outcome;
    const auto found = waiting_.find(tag);
    if (found == waiting_.end()) {
        findings_.push_back("an answer to nothing that was asked: " + line);
        return;
    }
    const Waiting waiting = found->second;
    waiting_.erase(found);
    Logged& logged = log_.at(waiting.number);

    if (outcome == "ok") {
        std::string is_new;
        words >> is_new;
        std::vector<ledger::Sequence> seqs;
        for (ledger::Sequence seq = 0; words >> seq;) seqs.push_back(seq);
        if (waiting.purpose == Purpose::save) {
            if (is_new == "repeated" && !logged.asked_again) findings_.push_back(fmt::format("save {} was asked once and called a repeat", waiting.number));
            if (logged.asked_again) ++(is_new == "repeated" ? had_been_saved_ : had_not_been_saved_);
            saved(logged, std::move(seqs));
        } else if (waiting.purpose == Purpose::other_content) {
            findings_.push_back(fmt::format("other content under the key of save {} was accepted", waiting.number));
        } else if (is_new != "repeated" || seqs != logged.seqs) {
            findings_.push_back(fmt::format("save {} was asked again and saved twice", waiting.number));
        }
        return;
    }
    int kind = 0;
    std::string says;
    words >> kind;
    std::getline(words, says);
    if (waiting.purpose == Purpose::save) {
        refused(logged, kind, says);
    } else if (waiting.purpose == Purpose::repeat && kind != static_cast<int>(Refusal::Kind::unavailable)) {
        findings_.push_back(fmt::format("save {} was acknowledged, asked again and refused:{}", waiting.number, says));
    }
}

void Client::saved(Logged& logged, std::vector<ledger::Sequence> seqs) {
    if (logged.must_fail) findings_.push_back(fmt::format("save {} started from an old version and was accepted", logged.asked.number));
    logged.state = Logged::State::acknowledged;
    logged.seqs = std::move(seqs);
    acknowledged_.push_back(logged.asked.number);
    settle_item(logged.asked, true);
}

void Client::refused(Logged& logged, int kind, const std::string& says) {
    const bool is_away = kind == static_cast<int>(Refusal::Kind::unavailable);
    if (is_away && (logged.asked_again || says.find("not known") != std::string::npos)) {
        logged.state = logged.must_fail ? Logged::State::failed : Logged::State::unknown;
        return;
    }
    if (!is_away && !logged.must_fail) {
        findings_.push_back(fmt::format("save {} was {} and refused:{}", logged.asked.number, logged.asked_again ? "asked again" : "sound", says));
    }
    logged.state = Logged::State::failed;
    if (!logged.must_fail) settle_item(logged.asked, false);
}

void Client::settle_item(const Asked& asked, bool was_saved) {
    Item& item = items_[asked.item];
    item.busy = false;
    if (was_saved) item.version = asked.starts_from + 1;
}

const Logged* Client::some_acknowledged() {
    if (acknowledged_.empty()) return nullptr;
    return &log_.at(acknowledged_[chance_() % acknowledged_.size()]);
}

std::optional<std::uint64_t> Client::some_idle_item() {
    // Among those saved lately, as people do; a few looks are enough.
    for (int looks = 0; looks < 5 && !acknowledged_.empty(); ++looks) {
        const std::size_t back = chance_() % std::min<std::size_t>(acknowledged_.size(), 200);
        const std::uint64_t item = log_.at(acknowledged_[acknowledged_.size() - 1 - back]).asked.item;
        if (const Item& known = items_.at(item); !known.busy && known.version > 0) return item;
    }
    return std::nullopt;
}

}  // namespace steadfast::crash
