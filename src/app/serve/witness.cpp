#include "app/serve/witness.hpp"

#include "app/workers/enrolment.hpp"
#include "law/london.hpp"
#include "record/access/access_seal.hpp"

#include <fmt/format.h>

namespace steadfast::app {
namespace {

constexpr std::int64_t an_hour = 3600;
/// A page's access line is dated by its request, and a slow request may take a minute.
constexpr std::int64_t late_lines = 300;

}  // namespace

Result<Witness> Witness::start(record::Record& record, const std::string& key_file, std::filesystem::path anchors, Log& log) {
    if (auto checked = check(key_file, anchors); !checked) return refuse(checked.error());
    std::optional<ledger::SigningKey> key;
    if (!key_file.empty()) {
        auto read = ledger::SigningKey::at(key_file);
        if (!read) return refuse(read.error());
        key.emplace(std::move(*read));
    }
    return Witness(record, std::move(key), std::move(anchors), log);
}

Result<void> Witness::check(const std::string& key_file, const std::filesystem::path& anchors) {
    if (!anchors.empty() && key_file.empty())
        return refuse(Refusal::Kind::invalid, "There is no key to sign the anchors with.", "Say with --key where it is or is to be made.");
    if (!anchors.empty() && !std::filesystem::is_directory(anchors))
        return refuse(Refusal::Kind::not_found, fmt::format("There is no folder {} for the anchors.", anchors.string()), "Make it, or name another.");
    if (key_file.empty()) return {};
    if (const auto key = ledger::SigningKey::at(key_file); !key) return refuse(key.error());
    return {};
}

void Witness::look(Instant now) {
    if (now < not_before_) return;
    if (now.plus_seconds(-late_lines).seconds() / an_hour > sealed_hour_) seal(now);
    if (signed_on_ != law::london_date(now)) sign(now);
}

void Witness::finish(Instant now) {
    if (record_.ledger().head().seq > signed_up_to_) sign(now);
}

void Witness::seal(Instant now) {
    const std::int64_t hour = now.plus_seconds(-late_lines).seconds() / an_hour;
    const auto by = command_line_worker(record_);
    const auto sealed = by ? record::seal_access_log(record_, Instant::from_seconds(hour * an_hour), *by) : Result<void>(refuse(by.error()));
    if (sealed) {
        sealed_hour_ = hour;
        return;
    }
    log_.trouble("the access log could not be sealed: " + sealed.error().whole());
    not_before_ = now.plus_seconds(60);
}

void Witness::sign(Instant now) {
    // Nothing can be signed while nothing is recorded.
    if (!key_ || record_.ledger().head().seq == 0) return;
    const auto head = ledger::sign_head(record_.ledger().store(), *key_, now);
    Result<void> written;
    if (!head) written = refuse(head.error());
    else if (!anchors_.empty()) written = ledger::append_anchor((anchors_ / anchor_file).string(), {*head, key_->public_key()});
    if (written) {
        signed_on_ = law::london_date(now);
        signed_up_to_ = head->head.seq;
        return;
    }
    log_.trouble("the head could not be signed and written down: " + written.error().whole());
    not_before_ = now.plus_seconds(60);
}

}  // namespace steadfast::app
