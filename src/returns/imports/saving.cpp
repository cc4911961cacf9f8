#include "returns/imports/saving.hpp"

namespace steadfast::returns {
namespace {

constexpr std::size_t changes_of_a_group = 2'000;
constexpr std::size_t groups_at_a_time = 2;

}  // namespace

Saving::~Saving() { wait_until_at_most(0); }

Result<void> Saving::add(ledger::Change change) {
    group_.push_back(std::move(change));
    if (group_.size() < changes_of_a_group) return {};
    return hand_over();
}

Result<void> Saving::finish() {
    if (auto handed = hand_over(); !handed) return handed;
    wait_until_at_most(0);
    if (refused_) return refuse(*refused_);
    return {};
}

Result<void> Saving::hand_over() {
    wait_until_at_most(groups_at_a_time - 1);
    if (refused_) return refuse(*refused_);
    if (group_.empty()) return {};
    {
        const std::lock_guard hold(mutex_);
        ++open_;
    }
    saved_ += group_.size();
    std::vector<ledger::Change> group;
    group.reserve(changes_of_a_group);
    group.swap(group_);
    ledger_.save(std::move(group), {}, [this](Result<std::vector<ledger::Receipt>> answer) {
        const std::lock_guard hold(mutex_);
        if (!answer && !refused_) refused_ = answer.error();
        --open_;
        // Told under the lock: whoever waits may destroy this as soon as it is let go.
        answered_.notify_all();
    });
    return {};
}

void Saving::wait_until_at_most(std::size_t open) {
    std::unique_lock hold(mutex_);
    answered_.wait(hold, [&] { return open_ <= open; });
}

}  // namespace steadfast::returns
