#include "record/access/access_seal.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace steadfast::record {
namespace {

void append(std::string& out, std::uint64_t number) {
    for (int i = 7; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

void append(std::string& out, const IdBytes& id) {
    for (const std::uint8_t byte : id.bytes) out += static_cast<char>(byte);
}

ledger::Digest digest_of(std::string_view bytes) {
    ledger::Digest digest{};
    crypto_generichash(digest.data(), digest.size(), static_cast<const unsigned char*>(static_cast<const void*>(bytes.data())), bytes.size(), nullptr, 0);
    return digest;
}

/// Everything that a line says, each part after its length where it has one.
ledger::Digest digest_of(const ledger::AccessLine& line) {
    std::string bytes;
    append(bytes, static_cast<std::uint64_t>(line.at.microseconds()));
    append(bytes, line.who.bytes());
    append(bytes, line.item.bytes());
    append(bytes, line.what.size());
    bytes += line.what;
    std::vector<ledger::SubjectId> children = line.children;
    std::sort(children.begin(), children.end());
    append(bytes, children.size());
    for (const ledger::SubjectId& child : children) append(bytes, child.bytes());
    return digest_of(bytes);
}

struct Summed {
    std::int32_t lines = 0;
    std::string digest;
};

/// The lines of a span in an order of their own, since a store promises none.
Result<Summed> sum(ledger::Store& store, Instant from, Instant to) {
    std::vector<ledger::Digest> digests;
    const auto last = Instant::from_microseconds(to.microseconds() - 1);
    const auto read = store.read_access(from, last, [&digests](const ledger::AccessLine& line) { digests.push_back(digest_of(line)); });
    if (!read) return refuse(read.error());
    std::sort(digests.begin(), digests.end());
    std::string bytes;
    bytes.reserve(digests.size() * 32);
    for (const ledger::Digest& digest : digests) bytes.append(digest.begin(), digest.end());
    const ledger::Digest whole = digest_of(bytes);
    std::string hex;
    for (const std::uint8_t byte : whole) hex += fmt::format("{:02x}", byte);
    return Summed{static_cast<std::int32_t>(digests.size()), std::move(hex)};
}

Instant sealed_up_to(const Book& book) {
    Instant latest;
    book.each_of(type_of<AccessSeal>(), [&latest](const Found& found) {
        const auto seal = type_of<AccessSeal>().item_from<AccessSeal>(found.values());
        if (const auto to = Instant::parse_iso(seal.to)) latest = std::max(latest, *to);
    });
    return latest;
}

/// Why a seal does not hold; empty where it does.
Result<std::string> check(ledger::Store& store, const ledger::Entry& entry) {
    const auto content = read_part(type_of<AccessSeal>(), entry.shared.part);
    if (!content) return fmt::format("The seal of the access log in entry {} can't be read.", entry.seq);
    const auto seal = type_of<AccessSeal>().item_from<AccessSeal>(content->values);
    const auto from = Instant::parse_iso(seal.from);
    const auto to = Instant::parse_iso(seal.to);
    if (!from || !to) return fmt::format("The seal of the access log in entry {} can't be read.", entry.seq);
    const auto now = sum(store, *from, *to);
    if (!now) return refuse(now.error());
    if (now->digest == seal.digest && now->lines == seal.lines.value_or(0)) return std::string();
    return fmt::format("The access log from {} to {} is not as it was sealed in entry {}: it had {} lines and has {}.", seal.from, seal.to, entry.seq,
                       seal.lines.value_or(0), now->lines);
}

}  // namespace

template <>
const ItemType& type_of<AccessSeal>() {
    static const ItemType type(
        {.key = "access_seal", .name = "Seal of the access log", .plural = "Seals of the access log", .happened = "", .ended = "",
         .summary = {"from", "to", "lines"}},
        {
            field<&AccessSeal::from>("from", "From").required(),
            field<&AccessSeal::to>("to", "To").required(),
            field<&AccessSeal::lines>("lines", "Lines").required(),
            field<&AccessSeal::digest>("digest", "Digest").required(),
        });
    return type;
}

Result<void> seal_access_log(Record& record, Instant to, ledger::WorkerId by) {
    const Instant from = sealed_up_to(*record.book());
    if (to <= from) return {};
    auto now = sum(record.ledger().store(), from, to);
    if (!now) return refuse(now.error());
    const AccessSeal seal{from.iso(), to.iso(), now->lines, std::move(now->digest)};
    const auto saved = record.ledger().save_and_wait({change_of(seal, ledger::ItemId::random(), 0, {}, by)});
    if (!saved) return refuse(saved.error());
    return {};
}

Result<std::vector<std::string>> broken_access_seals(ledger::Store& store) {
    const auto head = store.head();
    if (!head) return refuse(head.error());
    std::vector<ledger::Sequence> seals;
    const auto read = store.read(1, head->seq, [&seals](const ledger::EntryView& entry) {
        if (entry.type == type_of<AccessSeal>().key() && entry.kind == ledger::Kind::saved) seals.push_back(entry.seq);
    });
    if (!read) return refuse(read.error());

    std::vector<std::string> broken;
    for (const ledger::Sequence seq : seals) {
        const auto entry = store.entry(seq);
        if (!entry) return refuse(entry.error());
        if (!*entry) continue;
        auto why = check(store, **entry);
        if (!why) return refuse(why.error());
        if (!why->empty()) broken.push_back(std::move(*why));
    }
    return broken;
}

}  // namespace steadfast::record
