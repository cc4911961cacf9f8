#include "record/access/access_retention.hpp"

#include "law/london.hpp"
#include "record/access/access_seal.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

std::optional<Found> retention_in(const Book& book) {
    std::optional<Found> latest;
    book.each_of(type_of<AccessRetention>(), [&latest](const Found& found) { latest = found; });
    return latest;
}

std::optional<std::int32_t> years_kept(const Book& book) {
    const auto found = retention_in(book);
    return found ? type_of<AccessRetention>().item_from<AccessRetention>(found->values()).years : std::nullopt;
}

struct Span {
    Instant from;
    Instant to;
    AccessSeal seal;
};

std::vector<Span> sealed_spans(const Book& book) {
    std::vector<Span> spans;
    book.each_of(type_of<AccessSeal>(), [&spans](const Found& found) {
        auto seal = type_of<AccessSeal>().item_from<AccessSeal>(found.values());
        const auto from = Instant::parse_iso(seal.from);
        const auto to = Instant::parse_iso(seal.to);
        if (from && to) spans.push_back({*from, *to, std::move(seal)});
    });
    return spans;
}

std::optional<Instant> removed_before(const Book& book) {
    std::optional<Instant> latest;
    book.each_of(type_of<AccessRemoval>(), [&latest](const Found& found) {
        const auto removal = type_of<AccessRemoval>().item_from<AccessRemoval>(found.values());
        if (const auto before = Instant::parse_iso(removal.before)) latest = std::max(latest.value_or(*before), *before);
    });
    return latest;
}

/// Of the seals that go with a removal, those that the log does not agree with as it stands.
Result<std::int32_t> count_not_as_sealed(ledger::Store& store, const std::vector<Span>& spans, std::optional<Instant> gone_before, Instant before) {
    std::int32_t count = 0;
    for (const Span& span : spans) {
        if (span.to > before || (gone_before && span.to <= *gone_before)) continue;
        const auto now = sum_access_lines(store, span.from, span.to);
        if (!now) return refuse(now.error());
        if (now->digest != span.seal.digest) ++count;
    }
    return count;
}

}  // namespace

template <>
const ItemType& type_of<AccessRetention>() {
    static const ItemType type({.key = "access_retention", .name = "How long the access log is kept", .plural = "How long the access log is kept",
                                .happened = "", .ended = "", .summary = {"years"}, .written = Written::by_its_room},
                               {
                                   field<&AccessRetention::years>("years", "Years"),
                                   field<&AccessRetention::because>("because", "Because"),
                               });
    return type;
}

template <>
const ItemType& type_of<AccessRemoval>() {
    static const ItemType type({.key = "access_removal", .name = "Removal of old access lines", .plural = "Removals of old access lines",
                                .happened = "", .ended = "", .summary = {"before", "lines"}, .written = Written::by_its_room},
                               {
                                   field<&AccessRemoval::before>("before", "Before").required(),
                                   field<&AccessRemoval::lines>("lines", "Lines").required(),
                                   field<&AccessRemoval::years>("years", "Years they are kept").required(),
                                   field<&AccessRemoval::not_as_sealed>("not_as_sealed", "Seals that did not hold"),
                               });
    return type;
}

Instant may_go_before(Instant now, std::int32_t years) { return law::start_of_london_day(law::london_date(now).plus_years(-years)); }

Result<AccessLogStanding> access_log_standing(Record& record, Instant now) {
    const auto book = record.book();
    AccessLogStanding standing;
    standing.years = years_kept(*book);
    standing.removed_before = removed_before(*book);
    for (const Span& span : sealed_spans(*book)) {
        standing.sealed_up_to = std::max(standing.sealed_up_to.value_or(span.to), span.to);
        if (!standing.years || span.to > may_go_before(now, *standing.years) || span.to <= standing.removed_before.value_or(Instant())) continue;
        standing.may_go_before = std::max(standing.may_go_before.value_or(span.to), span.to);
    }
    const auto read = record.ledger().store().read_access(Instant(), now, [&standing](const ledger::AccessLine& line) {
        ++standing.lines;
        standing.oldest = std::min(standing.oldest.value_or(line.at), line.at);
        if (standing.may_go_before && line.at < *standing.may_go_before) ++standing.lines_that_may_go;
    });
    if (!read) return refuse(read.error());
    return standing;
}

Result<void> keep_access_log_for(Record& record, std::optional<std::int32_t> years, std::string because, ledger::WorkerId by) {
    if (years && (*years < fewest_years_of_access_log || *years > most_years_of_access_log))
        return refuse(Refusal::Kind::invalid, "The access log is kept for 1 to 200 years, or for ever.", "Give a number of whole years.");
    const auto book = record.book();
    const auto found = retention_in(*book);
    const AccessRetention retention{years, {std::move(because)}};
    const auto item = found ? book->item_id(*found) : ledger::ItemId::random();
    auto change = change_of(retention, item, found ? found->head().version : 0, {}, by);
    change.key = ledger::IdempotencyKey::random();
    if (const auto saved = record.ledger().save_and_wait({std::move(change)}); !saved) return refuse(saved.error());
    return {};
}

Result<AccessLogStanding> remove_old_access_lines(Record& record, Instant now, ledger::WorkerId by) {
    const auto standing = access_log_standing(record, now);
    if (!standing) return refuse(standing.error());
    if (!standing->years)
        return refuse(Refusal::Kind::not_allowed, "Nobody has said how long the access log is kept, so everything is.",
                      "Say it first: steadfast access-log keep --years …");
    ledger::Store& store = record.ledger().store();
    if (standing->may_go_before) {
        const auto broken = count_not_as_sealed(store, sealed_spans(*record.book()), standing->removed_before, *standing->may_go_before);
        if (!broken) return refuse(broken.error());
        const AccessRemoval removal{standing->may_go_before->iso(), static_cast<std::int32_t>(standing->lines_that_may_go), standing->years, *broken};
        auto change = change_of(removal, ledger::ItemId::random(), 0, {}, by);
        change.key = ledger::IdempotencyKey::random();
        if (const auto saved = record.ledger().save_and_wait({std::move(change)}); !saved) return refuse(saved.error());
    }
    // Also what an earlier removal was to take and did not, because it was cut.
    if (const auto before = standing->may_go_before ? standing->may_go_before : standing->removed_before)
        if (auto removed = store.remove_access(*before); !removed) return refuse(removed.error());
    return *standing;
}

}  // namespace steadfast::record
