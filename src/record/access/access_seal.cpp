#include "record/access/access_seal.hpp"

#include "record/access/access_retention.hpp"

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

}  // namespace

Result<SummedLines> sum_access_lines(ledger::Store& store, Instant from, Instant to) {
    std::vector<ledger::Digest> digests;
    const auto last = Instant::from_microseconds(to.microseconds() - 1);
    const auto read = store.read_access(from, last, [&digests](const ledger::AccessLine& line) { digests.push_back(digest_of(line)); });
    if (!read) return refuse(read.error());
    std::sort(digests.begin(), digests.end());   // An order of their own, since a store promises none.
    std::string bytes;
    bytes.reserve(digests.size() * 32);
    for (const ledger::Digest& digest : digests) bytes.append(digest.begin(), digest.end());
    const ledger::Digest whole = digest_of(bytes);
    std::string hex;
    for (const std::uint8_t byte : whole) hex += fmt::format("{:02x}", byte);
    return SummedLines{static_cast<std::int32_t>(digests.size()), std::move(hex)};
}

namespace {

Instant sealed_up_to(const Book& book) {
    Instant latest;
    book.each_of(type_of<AccessSeal>(), [&latest](const Found& found) {
        const auto seal = type_of<AccessSeal>().item_from<AccessSeal>(found.values());
        if (const auto to = Instant::parse_iso(seal.to)) latest = std::max(latest, *to);
    });
    return latest;
}

template <class T>
std::optional<T> read_entry(const ledger::Entry& entry) {
    const auto content = read_part(type_of<T>(), entry.shared.part);
    return content ? std::optional(type_of<T>().template item_from<T>(content->values)) : std::nullopt;
}

/// Compares the log with one seal after the other, and remembers what the entries say was removed.
class Comparison {
public:
    explicit Comparison(ledger::Store& store) : store_(store) {}

    void take_removal(const ledger::Entry& entry) {
        const auto removal = read_entry<AccessRemoval>(entry);
        const auto before = removal ? Instant::parse_iso(removal->before) : std::nullopt;
        if (!before || !removal->years || *removal->years < fewest_years_of_access_log || *removal->years > most_years_of_access_log) {
            log_.broken.push_back(fmt::format("The removal of access lines in entry {} can't be read.", entry.seq));
        } else if (may_go_before(entry.recorded_at, *removal->years) < *before) {
            log_.broken.push_back(fmt::format("Entry {} removed lines of the access log before {}, which were younger than the {} years that it names.",
                                              entry.seq, before->iso(), *removal->years));
        } else {
            log_.removed.push_back(in_words(*removal, entry.seq));
        }
        if (before) removed_before_ = std::max(removed_before_, *before);
    }
    Result<void> take_seal(const ledger::Entry& entry) {
        const auto seal = read_entry<AccessSeal>(entry);
        const auto from = seal ? Instant::parse_iso(seal->from) : std::nullopt;
        const auto to = seal ? Instant::parse_iso(seal->to) : std::nullopt;
        if (!from || !to) {
            log_.broken.push_back(fmt::format("The seal of the access log in entry {} can't be read.", entry.seq));
            return {};
        }
        const auto now = sum_access_lines(store_, *from, *to);
        if (!now) return refuse(now.error());
        const bool was_removed = *to <= removed_before_;
        if (was_removed ? now->lines == 0 : now->digest == seal->digest && now->lines == seal->lines.value_or(0)) return {};
        log_.broken.push_back(was_removed ? fmt::format("The access log from {} to {} was to be removed, and {} lines of it are there.", seal->from, seal->to, now->lines)
                                          : fmt::format("The access log from {} to {} is not as it was sealed in entry {}: it had {} lines and has {}.", seal->from,
                                                        seal->to, entry.seq, seal->lines.value_or(0), now->lines));
        return {};
    }
    [[nodiscard]] SealedLog take() && { return std::move(log_); }

private:
    static std::string in_words(const AccessRemoval& removal, ledger::Sequence seq) {
        std::string says = fmt::format("The access log before {} was removed lawfully: entry {}, {} lines older than {} years.", removal.before, seq,
                                       removal.lines.value_or(0), *removal.years);
        if (removal.not_as_sealed.value_or(0) > 0) says += fmt::format(" {} of their seals did not hold any more when they went.", *removal.not_as_sealed);
        return says;
    }

    ledger::Store& store_;
    SealedLog log_;
    Instant removed_before_;
};

}  // namespace

template <>
const ItemType& type_of<AccessSeal>() {
    static const ItemType type(
        {.key = "access_seal", .name = "Seal of the access log", .plural = "Seals of the access log", .happened = "", .ended = "",
         .summary = {"from", "to", "lines"}, .written = Written::by_its_room},
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
    auto now = sum_access_lines(record.ledger().store(), from, to);
    if (!now) return refuse(now.error());
    const AccessSeal seal{from.iso(), to.iso(), now->lines, std::move(now->digest)};
    const auto saved = record.ledger().save_and_wait({change_of(seal, ledger::ItemId::random(), 0, {}, by)});
    if (!saved) return refuse(saved.error());
    return {};
}

Result<SealedLog> check_access_seals(ledger::Store& store) {
    const auto head = store.head();
    if (!head) return refuse(head.error());
    std::vector<ledger::Sequence> seals;
    std::vector<ledger::Sequence> removals;
    const auto read = store.read(1, head->seq, [&](const ledger::EntryView& entry) {
        if (entry.kind != ledger::Kind::saved) return;
        if (entry.type == type_of<AccessSeal>().key()) seals.push_back(entry.seq);
        if (entry.type == type_of<AccessRemoval>().key()) removals.push_back(entry.seq);
    });
    if (!read) return refuse(read.error());

    Comparison comparison(store);
    for (const ledger::Sequence seq : removals) {
        const auto entry = store.entry(seq);
        if (!entry) return refuse(entry.error());
        if (*entry) comparison.take_removal(**entry);
    }
    for (const ledger::Sequence seq : seals) {
        const auto entry = store.entry(seq);
        if (!entry) return refuse(entry.error());
        if (!*entry) continue;
        if (auto taken = comparison.take_seal(**entry); !taken) return refuse(taken.error());
    }
    return std::move(comparison).take();
}

}  // namespace steadfast::record
