#include "ledger/access_writer.hpp"

#include "ledger/change_limits.hpp"

#include <iterator>

namespace steadfast::ledger {
namespace {

constexpr std::size_t most_at_once = 4096;

}  // namespace

AccessWriter::AccessWriter(Store& store) : store_(store), thread_([this] { work(); }) {}

AccessWriter::~AccessWriter() {
    {
        const std::lock_guard hold(mutex_);
        ending_ = true;
    }
    asked_.notify_all();
    thread_.join();
}

void AccessWriter::write(std::vector<AccessLine> lines, Answer answer) {
    for (const AccessLine& line : lines)
        if (auto checked = check_access_line(line); !checked) return answer(refuse(checked.error()));
    {
        const std::lock_guard hold(mutex_);
        waiting_.push_back({std::move(lines), std::move(answer)});
    }
    asked_.notify_one();
}

void AccessWriter::work() {
    for (;;) {
        std::vector<Wish> wishes;
        {
            std::unique_lock hold(mutex_);
            asked_.wait(hold, [&] { return ending_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            while (!waiting_.empty() && wishes.size() < most_at_once) {
                wishes.push_back(std::move(waiting_.front()));
                waiting_.pop_front();
            }
        }
        std::vector<AccessLine> lines;
        for (Wish& wish : wishes) std::move(wish.lines.begin(), wish.lines.end(), std::back_inserter(lines));
        const auto done = store_.append_access(lines);
        for (Wish& wish : wishes) wish.answer(done);
    }
}

}  // namespace steadfast::ledger
