#include "asked.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>

namespace steadfast::crash {
namespace {

/// The same bits for the same words, on both sides of the pipe.
IdBytes id_of(std::string_view what, std::uint64_t number) {
    const std::string words = fmt::format("{} {}", what, number);
    IdBytes id;
    crypto_generichash(id.bytes.data(), id.bytes.size(), reinterpret_cast<const unsigned char*>(words.data()), words.size(), nullptr, 0);
    return id;
}

std::string narrative_of(const Asked& asked) {
    // Most are a paragraph; one in eleven is as long as an assessment.
    const std::size_t sentences = asked.number % 11 == 0 ? 300 : 1 + asked.number % 7;
    std::string words;
    for (std::size_t i = 0; i < sentences; ++i) words += fmt::format("On visit {} they said a sentence numbered {}, in wording {}. ", asked.number, i, asked.wording);
    return fmt::format("{{\"account\":\"{}\"}}", words);
}

ledger::Change first_change(const Asked& asked) {
    ledger::Change change;
    change.item = ledger::ItemId(id_of("item", asked.item));
    change.starts_from = asked.starts_from;
    change.type = asked.number % 2 == 0 ? "visit" : "case_note";
    // Forty children, of whom up to three are seen together.
    for (std::uint64_t i = 0; i <= asked.number % 3; ++i) change.subjects.emplace_back(id_of("child", (asked.number * 7 + i * 13) % 40));
    change.happened = When::day(Date::from_days(20'000 + static_cast<std::int32_t>(asked.number % 700)));
    change.recorded_by = ledger::WorkerId(id_of("worker", asked.number));
    change.key = ledger::IdempotencyKey(id_of("key", asked.number));
    change.shared = {fmt::format("{{\"number\":{},\"wording\":{}}}", asked.number, asked.wording), narrative_of(asked)};
    if (change.subjects.size() > 1) {
        for (std::size_t i = 0; i < change.subjects.size(); ++i) {
            change.parts.push_back({fmt::format("{{\"about\":{}}}", i), i == 0 ? "" : fmt::format("{{\"wishes\":\"of {}\"}}", asked.number)});
        }
    }
    return change;
}

ledger::Change second_change(const Asked& asked) {
    ledger::Change change = first_change(asked);
    change.item = ledger::ItemId(id_of("second item", asked.number));
    change.starts_from = 0;
    change.key = ledger::IdempotencyKey(id_of("second key", asked.number));
    return change;
}

}  // namespace

std::string Asked::text() const { return fmt::format("{} {} {} {}", number, item, starts_from, wording); }

std::optional<Asked> Asked::parse(std::string_view text) {
    std::array<std::uint64_t, 4> numbers{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::uint64_t& number : numbers) {
        while (at != end && *at == ' ') ++at;
        const auto [rest, error] = std::from_chars(at, end, number);
        if (error != std::errc()) return std::nullopt;
        at = rest;
    }
    if (at != end) return std::nullopt;
    return Asked{numbers[0], numbers[1], static_cast<std::uint32_t>(numbers[2]), static_cast<std::uint32_t>(numbers[3])};
}

std::vector<ledger::Change> changes_of(const Asked& asked) {
    std::vector<ledger::Change> changes{first_change(asked)};
    if (asked.number % 7 == 0) changes.push_back(second_change(asked));
    return changes;
}

ledger::AccessLine line_of(const Asked& asked, Instant at) {
    const ledger::Change change = first_change(asked);
    return {at, change.recorded_by, "saved visit", change.subjects, change.item};
}

}  // namespace steadfast::crash
