#include "web/sign_in/throttle.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::web {

namespace {

constexpr std::int64_t longest_wait = 900;
constexpr std::int64_t longest_wait_for_strangers = 60;
constexpr std::int64_t seconds_to_forget = 86'400;
constexpr std::int64_t seconds_to_forget_the_familiar = 30 * seconds_to_forget;
constexpr std::int64_t seconds_between_clearings = 60;
constexpr std::size_t most_remembered = 200'000;

/// 0 for the free tries, then 1, 2, 4… seconds.
std::int64_t wait_after(int failures, int free_tries, std::int64_t longest) {
    if (failures < free_tries) return 0;
    const int doublings = std::min(failures - free_tries, 20);
    return std::min(std::int64_t{1} << doublings, longest);
}

std::string in_words(std::int64_t seconds) {
    if (seconds <= 1) return "a second";
    if (seconds < 90) return fmt::format("{} seconds", seconds);
    return fmt::format("{} minutes", (seconds + 59) / 60);
}

}  // namespace

SignInThrottle::SignInThrottle() : secret_(random_token()) {}

Result<void> SignInThrottle::begin(std::string_view name, std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    forget_old(now);
    Failures& pair = failures_[key("pair", name, address)];
    Failures& of_address = failures_[key("address", address)];
    Failures& at_name = failures_[key("name", name)];

    const auto left = [&](const Failures& failures, std::int64_t wait) {
        return wait == 0 ? std::int64_t{0} : failures.last.plus_seconds(wait).seconds() - now.seconds();
    };
    std::int64_t wait = left(pair, wait_after(pair.count, tries_of_a_pair, longest_wait));
    if (!pair.is_familiar) {
        wait = std::max(wait, left(of_address, wait_after(of_address.count, tries_of_an_address, longest_wait)));
        wait = std::max(wait, left(at_name, wait_after(at_name.count, tries_at_a_name, longest_wait_for_strangers)));
    }
    if (wait > 0)
        return refuse(Refusal::Kind::unavailable, "There were too many tries to sign in.",
                      fmt::format("Wait {} and try again.", in_words(wait)));

    for (Failures* failures : {&pair, &of_address}) {
        ++failures->count;
        failures->last = now;
    }
    if (!pair.is_familiar) {
        ++at_name.count;
        at_name.last = now;
    }
    return {};
}

void SignInThrottle::succeeded(std::string_view name, std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    Failures& pair = failures_[key("pair", name, address)];
    Failures& of_address = failures_[key("address", address)];
    Failures& at_name = failures_[key("name", name)];
    // Only this try is taken back: who owns one account must not clear the count of guesses at others.
    of_address.count = std::max(0, of_address.count - 1);
    if (!pair.is_familiar) at_name.count = std::max(0, at_name.count - 1);
    pair = {0, now, true};
}

std::size_t SignInThrottle::size() const {
    const std::lock_guard lock(mutex_);
    return failures_.size();
}

Bytes32 SignInThrottle::key(std::string_view kind, std::string_view a, std::string_view b) const {
    return keyed_hash(fmt::format("{}:{}:{}:{}", kind, a.size(), a, b), secret_);
}

void SignInThrottle::forget_old(Instant now) {
    if (failures_.size() < most_remembered && now.seconds() - last_cleared_.seconds() < seconds_between_clearings) return;
    last_cleared_ = now;
    std::erase_if(failures_, [&](const auto& entry) {
        const Failures& failures = entry.second;
        return failures.last.plus_seconds(failures.is_familiar ? seconds_to_forget_the_familiar : seconds_to_forget) <= now;
    });
    // Somebody makes up names by the thousand: what is known of strangers goes, what is known of workers stays.
    if (failures_.size() >= most_remembered)
        std::erase_if(failures_, [](const auto& entry) { return !entry.second.is_familiar && entry.second.count <= 1; });
    if (failures_.size() >= most_remembered)
        std::erase_if(failures_, [](const auto& entry) { return !entry.second.is_familiar; });
}

}  // namespace steadfast::web
