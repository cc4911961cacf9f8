#include "app/workers/second_factor.hpp"

#include "web/sign_in/recovery_codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace steadfast::app {
namespace {

std::string key_of(ledger::WorkerId worker) { return worker.text() + " second factor"; }
std::string bound_to(ledger::WorkerId worker) { return "second factor of " + worker.text(); }

template <class Number>
std::optional<Number> number_in(const std::string& word) {
    Number number{};
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    return read.ec == std::errc() && read.ptr == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

tl::unexpected<Refusal> unreadable() {
    return refuse(Refusal::Kind::unavailable, "Your second factor can't be read: the service was started with another key than the one it was kept under.",
                  "Ask whoever looks after Steadfast at your council.");
}

}  // namespace

Result<std::optional<SecondFactorStanding>> SecondFactors::standing(ledger::WorkerId worker) {
    const auto now = kept(worker);
    if (!now) return refuse(now.error());
    if (!*now) return std::nullopt;
    return SecondFactorStanding{(*now)->since, (*now)->recovery.size()};
}

Result<std::vector<std::string>> SecondFactors::set_up(ledger::WorkerId worker, const web::OneTimeSecret& secret, std::string_view code, Instant now) {
    const auto step = web::step_of_code(secret, code, now);
    if (!step)
        return refuse(Refusal::Kind::invalid, "That is not the code that the app shows now.",
                      "Type the six digits that stand there, before they change. If it goes on, check that the phone's clock is set by itself.");
    const std::lock_guard turn(one_at_a_time_);
    Kept fresh{.secret = secret, .since = now, .last_step = *step};
    const auto codes = web::new_recovery_codes();
    for (const std::string& one : codes) fresh.recovery.push_back(web::kept_of_recovery_code(one));
    if (const auto done = keep(worker, fresh); !done) return refuse(done.error());
    return codes;
}

Result<void> SecondFactors::take(ledger::WorkerId worker, std::string_view typed, Instant now) {
    const std::lock_guard turn(one_at_a_time_);
    auto known = kept(worker);
    if (!known) return refuse(known.error());
    if (!*known) return refuse(Refusal::Kind::invalid, "There is no second factor to check a code against.", "Sign in again.");
    Kept& factor = **known;

    const std::int64_t wait = factor.last_wrong.plus_seconds(seconds_of_waiting).seconds() - now.seconds();
    if (factor.wrong_in_a_row >= wrong_before_waiting && wait > 0)
        return refuse(Refusal::Kind::unavailable, "There were too many wrong codes.", fmt::format("Wait {} minutes and try again.", (wait + 59) / 60));

    if (const auto step = web::step_of_code(factor.secret, typed, now)) {
        if (*step <= factor.last_step)
            return refuse(Refusal::Kind::invalid, "That code was used already.", "Wait until the app shows the next one.");
        factor.last_step = *step;
        factor.wrong_in_a_row = 0;
        return keep(worker, factor);
    }
    const auto used = std::find(factor.recovery.begin(), factor.recovery.end(), web::kept_of_recovery_code(typed));
    if (used != factor.recovery.end()) {
        factor.recovery.erase(used);
        factor.wrong_in_a_row = 0;
        return keep(worker, factor);
    }
    ++factor.wrong_in_a_row;
    factor.last_wrong = now;
    if (auto done = keep(worker, factor); !done) return done;
    return refuse(Refusal::Kind::invalid, "The code is not right.", "Type the six digits that the app shows now, or one of your recovery codes.");
}

Result<std::vector<std::string>> SecondFactors::renew_recovery_codes(ledger::WorkerId worker) {
    const std::lock_guard turn(one_at_a_time_);
    auto known = kept(worker);
    if (!known) return refuse(known.error());
    if (!*known) return refuse(Refusal::Kind::invalid, "There is no second factor yet.", "Set it up first.");
    const auto codes = web::new_recovery_codes();
    (*known)->recovery.clear();
    for (const std::string& one : codes) (*known)->recovery.push_back(web::kept_of_recovery_code(one));
    if (const auto done = keep(worker, **known); !done) return refuse(done.error());
    return codes;
}

Result<void> SecondFactors::forget(ledger::WorkerId worker) {
    const std::lock_guard turn(one_at_a_time_);
    return store_.remove(ledger::Shelf::credentials, key_of(worker));
}

Result<bool> take_off_second_factor(ledger::Store& store, ledger::WorkerId worker) {
    const auto kept = store.get(ledger::Shelf::credentials, key_of(worker));
    if (!kept) return refuse(kept.error());
    if (auto removed = store.remove(ledger::Shelf::credentials, key_of(worker)); !removed) return refuse(removed.error());
    return kept->has_value();
}

Result<std::optional<SecondFactors::Kept>> SecondFactors::kept(ledger::WorkerId worker) {
    const auto shelved = store_.get(ledger::Shelf::credentials, key_of(worker));
    if (!shelved) return refuse(shelved.error());
    if (!*shelved) return std::nullopt;
    const auto text = seal_.open((*shelved)->bytes, bound_to(worker));
    if (!text) return unreadable();

    std::istringstream words(*text);
    std::string letters, since, last_step, wrong, last_wrong;
    words >> letters >> since >> last_step >> wrong >> last_wrong;
    const auto secret = web::OneTimeSecret::in_letters(letters);
    const auto began = Instant::parse_iso(since);
    const auto step = number_in<std::uint64_t>(last_step);
    const auto wrong_ones = number_in<int>(wrong);
    const auto when_wrong = Instant::parse_iso(last_wrong);
    if (!secret || !began || !step || !wrong_ones || !when_wrong) return unreadable();
    Kept kept{*secret, *began, *step, *wrong_ones, *when_wrong, {}};
    for (std::string one; words >> one;) kept.recovery.push_back(std::move(one));
    return kept;
}

Result<void> SecondFactors::keep(ledger::WorkerId worker, const Kept& kept) {
    std::string text = fmt::format("{} {} {} {} {}", kept.secret.letters(), kept.since.iso(), kept.last_step, kept.wrong_in_a_row, kept.last_wrong.iso());
    for (const std::string& one : kept.recovery) text += " " + one;
    return store_.put(ledger::Shelf::credentials, {key_of(worker), seal_.seal(text, bound_to(worker)), std::nullopt});
}

}  // namespace steadfast::app
