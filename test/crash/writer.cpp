// The process that is killed: the ledger alone, taking saves by the line and answering each by the line.
//
//   crash_writer ADDRESS SEED [forgetful] [synchronous-off] [stands-by]
//
// It says "ready" (one that stands by: once the writer before it is gone), then for each line "TAG NUMBER ITEM STARTS_FROM WORDING" answers "TAG ok new|repeated SEQ…" or
// "TAG refused KIND what it says". The lines that answer are in the order of the commits, not of the asking.

#include "asked.hpp"
#include "forgetful_store.hpp"
#include "ledger/ledger.hpp"
#include "lossy_disk.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>

namespace steadfast::crash {
namespace {

void say(const std::string& line) {
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    const std::string whole = line + '\n';
    // One write a line: a kill leaves whole lines, or the beginning of the last one.
    if (write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) std::_Exit(3);
}

std::string described(const Result<std::vector<ledger::Receipt>>& answer) {
    if (!answer) {
        std::string says = answer.error().says;
        std::ranges::replace(says, '\n', ' ');
        return fmt::format("refused {} {}", static_cast<int>(answer.error().kind), says);
    }
    std::string text = answer->front().repeated ? "ok repeated" : "ok new";
    for (const ledger::Receipt& receipt : *answer) text += fmt::format(" {}", receipt.seq);
    return text;
}

int take_saves(std::unique_ptr<ledger::Store> store) {
    const SystemClock clock;
    ledger::Ledger ledger(std::move(store), clock);
    say("ready");
    for (std::string line; std::getline(std::cin, line);) {
        const auto space = line.find(' ');
        const auto asked = space == std::string::npos ? std::nullopt : Asked::parse(std::string_view(line).substr(space + 1));
        if (!asked) return 2;
        ledger.save(changes_of(*asked), {line_of(*asked, clock.now())},
                    [tag = line.substr(0, space)](const Result<std::vector<ledger::Receipt>>& answer) { say(tag + ' ' + described(answer)); });
    }
    return 0;
}

int run(std::span<char*> arguments) {
    if (arguments.size() < 3) return 2;
    const std::string address = arguments[1];
    bool is_forgetful = false;
    ledger::MayWait may_wait;
    if (address.starts_with("sqlite:")) install_lossy_disk(std::strtoull(arguments[2], nullptr, 10));
    for (const std::string_view word : arguments.subspan(3)) {
        if (word == "synchronous-off") force_synchronous_off();
        else if (word == "forgetful") is_forgetful = true;
        else if (word == "stands-by") may_wait = [] { return true; };
        else return 2;
    }
    auto store = ledger::open_store(address, ledger::Mode::write, may_wait);
    if (!store) {
        say("refused " + store.error().whole());
        return 2;
    }
    if (is_forgetful) *store = std::make_unique<ForgetfulStore>(std::move(*store));
    return take_saves(std::move(*store));
}

}  // namespace
}  // namespace steadfast::crash

int main(int count, char** arguments) { return steadfast::crash::run({arguments, static_cast<std::size_t>(count)}); }
