#pragma once

#include "app/serve/log.hpp"
#include "ledger/signed_head.hpp"
#include "record/record.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace steadfast::app {

/// Keeps outside witnesses of the record while it is served: each day and at the stop the chain's head is signed, kept, and
/// written to the anchors' folder; each hour the access log is sealed into the chain.
class Witness {
public:
    /// @param key_file where the signing key is or is to be made; empty: nothing is signed.
    /// @param anchors the folder for anchors.txt; empty: heads are kept in the store alone.
    [[nodiscard]] static Result<Witness> start(record::Record& record, const std::string& key_file, std::filesystem::path anchors, Log& log);

    /// Why it could not be started with these; none where it could. A server that is yet to take over asks beforehand.
    [[nodiscard]] static Result<void> check(const std::string& key_file, const std::filesystem::path& anchors);

    /// Does what has become due. Cheap where nothing has.
    void look(Instant now);
    /// Signs what was recorded since the last head was signed.
    void finish(Instant now);

    static constexpr auto anchor_file = "anchors.txt";

private:
    Witness(record::Record& record, std::optional<ledger::SigningKey> key, std::filesystem::path anchors, Log& log)
        : record_(record), key_(std::move(key)), anchors_(std::move(anchors)), log_(log) {}
    void sign(Instant now);
    void seal(Instant now);

    record::Record& record_;
    std::optional<ledger::SigningKey> key_;
    std::filesystem::path anchors_;
    Log& log_;
    std::optional<Date> signed_on_;
    ledger::Sequence signed_up_to_ = 0;
    std::int64_t sealed_hour_ = 0;   ///< Hours since 1970; 0 before the first.
    Instant not_before_;             ///< After a failure, when to try again.
};

}  // namespace steadfast::app
