#include "app/serve/stop_signals.hpp"

#include <pthread.h>

#include <csignal>

namespace steadfast::app {
namespace {

sigset_t wishes_to_stop() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}  // namespace

StopSignals::StopSignals() {
    const sigset_t set = wishes_to_stop();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

StopSignals::~StopSignals() {
    const sigset_t set = wishes_to_stop();
    ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

bool StopSignals::wait(std::chrono::milliseconds time) {
    if (came_) return true;
    const sigset_t set = wishes_to_stop();
    timespec limit{};
    limit.tv_sec = time.count() / 1000;
    limit.tv_nsec = time.count() % 1000 * 1'000'000;
    came_ = ::sigtimedwait(&set, nullptr, &limit) > 0;
    return came_;
}

}  // namespace steadfast::app
