#include "ledger/verify.hpp"

#include "ledger/chain.hpp"
#include "ledger/destruction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace steadfast::ledger {
namespace {

constexpr std::size_t asked_at_once = 1000;
constexpr int most_unreadable_places = 100;
constexpr Sequence between_signs_of_progress = 10'000;

/// Walks along the chain once and remembers what the indexes must say.
class Examination {
public:
    Examination(Store& store, const HeldAgainst& against, const Progress& progress)
        : store_(store), against_(against), progress_(progress) {}

    Result<Verification> run();

private:
    using What = Finding::What;
    void found(What what, Sequence seq, const ItemId& item, std::string says);

    Result<void> gather_heads();
    void read_entries();
    void examine(const Entry& entry);
    void examine_parts(const Entry& entry);
    void examine_order(const Entry& entry);
    void remember(const Entry& entry);

    void examine_heads();
    void examine_destroyed();
    void examine_versions();
    Result<void> compare_versions();
    Result<void> compare_keys();
    Result<void> compare_subjects();
    Result<void> compare_batches();

    /// A part: an entry and the position of a subject in it; -1 is the shared part.
    using Place = std::pair<Sequence, int>;
    template <class Take>
    static void each_place(const DestroyedParts& parts, Take take) {
        if (parts.shared) take(Place{parts.seq, -1});
        for (const std::uint16_t position : parts.subjects) take(Place{parts.seq, position});
    }
    struct Expected {
        Head head;
        const char* by;
    };
    struct Version {
        ItemId item;
        Sequence seq;
        std::uint32_t version;
        friend auto operator<=>(const Version&, const Version&) = default;
    };

    Store& store_;
    const HeldAgainst& against_;
    const Progress& progress_;
    Verification result_;
    Head last_;                          // What was read last; its hash as it stands in the record.
    bool all_read_ = true;

    std::vector<Expected> expected_;
    std::map<Sequence, Digest> hashes_;  // At the places that are expected or in the register.
    std::set<Place> destroyed_;          // As it stands.
    std::set<Place> ordered_;            // As entries and the register order it.
    std::vector<Version> versions_;
    std::vector<std::pair<IdempotencyKey, Sequence>> keys_;
    std::vector<std::pair<SubjectId, Sequence>> subjects_;
    std::map<BatchId, Batch> batches_;
};

Result<Verification> Examination::run() {
    const auto head = store_.head();
    if (!head) return refuse(head.error());
    result_.head = *head;
    if (auto gathered = gather_heads(); !gathered) return refuse(gathered.error());

    read_entries();
    examine_heads();
    examine_destroyed();
    examine_versions();
    if (!all_read_) return result_;
    for (const auto compare : {&Examination::compare_versions, &Examination::compare_keys, &Examination::compare_subjects, &Examination::compare_batches})
        if (auto compared = (this->*compare)(); !compared) {
            found(What::unreadable, 0, {}, fmt::format("An index could not be read: {}", compared.error().says));
            return result_;
        }
    result_.indexes_checked = true;
    return result_;
}

void Examination::found(What what, Sequence seq, const ItemId& item, std::string says) {
    ++result_.found;
    if (result_.findings.size() < Verification::most_findings) result_.findings.push_back({what, seq, item, std::move(says)});
}

// --- the chain ---

Result<void> Examination::gather_heads() {
    const auto heads = store_.signed_heads();
    if (!heads) return refuse(heads.error());
    for (const SignedHead& head : *heads) {
        if (against_.key && !is_signed_by(head, *against_.key))
            found(What::signature_wrong, head.head.seq, {}, fmt::format("The signed head of entry {} does not bear the record's signature.", head.head.seq));
        else
            expected_.push_back({head.head, "a signed head"});
    }
    for (const Anchor& anchor : against_.anchors) {
        if (against_.key && anchor.key != *against_.key)
            found(What::signature_wrong, anchor.head.head.seq, {}, fmt::format("The anchor of entry {} was signed with another key.", anchor.head.head.seq));
        expected_.push_back({anchor.head.head, "the anchor"});
    }
    for (const Expected& expected : expected_) hashes_[expected.head.seq] = no_hash;
    for (const auto& line : against_.destroyed) hashes_[line.parts.seq] = no_hash;
    return {};
}

void Examination::read_entries() {
    int unreadable = 0;
    Sequence next = 1;
    while (next <= result_.head.seq) {
        const auto read = store_.read_whole(next, result_.head.seq, [&](const Entry& entry) {
            examine(entry);
            next = entry.seq + 1;
            if (progress_ && entry.seq % between_signs_of_progress == 0) progress_(entry.seq, result_.head.seq);
            return true;
        });
        if (read) break;
        // What stands after a damaged place can often still be checked.
        found(What::unreadable, next, {}, fmt::format("Entry {} can't be read: {}", next, read.error().says));
        all_read_ = false;
        last_ = {next, no_hash};
        ++next;
        if (++unreadable == most_unreadable_places) break;
    }
    if (last_.seq < result_.head.seq && all_read_)
        found(What::missing, last_.seq + 1, {}, fmt::format("Entries {} to {} are missing.", last_.seq + 1, result_.head.seq));
    if (progress_) progress_(result_.head.seq, result_.head.seq);
}

void Examination::examine(const Entry& entry) {
    const bool gap = entry.seq != last_.seq + 1;
    if (gap) {
        const Sequence first = last_.seq + 1;
        found(What::missing, first, {}, first + 1 == entry.seq ? fmt::format("Entry {} is missing.", first)
                                                               : fmt::format("Entries {} to {} are missing.", first, entry.seq - 1));
        all_read_ = false;
    }
    // After a gap or a damaged place nobody knows what this entry was hashed on to.
    const bool knows_previous = !gap && (last_.seq == 0 || last_.hash != no_hash);
    if (knows_previous) {
        Entry as_it_stands = entry;
        as_it_stands.previous_hash = last_.hash;
        if (chain_hash(as_it_stands) != entry.hash)
            found(What::header_changed, entry.seq, entry.item, fmt::format("Entry {} is not what was recorded there: its header or its place was changed.", entry.seq));
    }
    last_ = {entry.seq, entry.hash};
    examine_parts(entry);
    if (entry.kind == Kind::destroyed) examine_order(entry);
    remember(entry);
}

void Examination::examine_parts(const Entry& entry) {
    const auto examine_part = [&](const KeptPart& part, int position, const Digest& computed) {
        const bool is_shared = position < 0;
        if (part.destroyed && part.part.is_empty() && part.digest != Digest{}) {
            destroyed_.insert({entry.seq, position});
        } else if (computed != part.digest) {
            found(is_shared ? What::shared_part_changed : What::subject_part_changed, entry.seq, entry.item,
                  is_shared ? fmt::format("The shared part of entry {} was changed.", entry.seq)
                            : fmt::format("The part of entry {} about subject {} was changed.", entry.seq, position + 1));
        }
    };
    examine_part(entry.shared, -1, shared_digest(entry.shared.salt, entry.happened, entry.shared.part));
    for (std::size_t i = 0; i < entry.parts.size(); ++i)
        examine_part(entry.parts[i], static_cast<int>(i), subject_digest(entry.parts[i].salt, entry.parts[i].part));
}

void Examination::examine_order(const Entry& entry) {
    const auto parts = what_goes(entry);
    if (!parts) {
        found(What::unreadable, entry.seq, entry.item, parts.error().says);
        return;
    }
    const auto take = [&](Place place) {
        if (!destroyed_.contains(place))
            found(What::not_destroyed, place.first, {}, fmt::format("Entry {} holds text that entry {} orders to be destroyed.", place.first, entry.seq));
        ordered_.insert(place);
    };
    for (const DestroyedParts& part : *parts) each_place(part, take);
}

void Examination::remember(const Entry& entry) {
    versions_.push_back({entry.item, entry.seq, entry.version});
    if (!entry.key.is_none()) keys_.emplace_back(entry.key, entry.seq);
    for (const SubjectId& subject : entry.subjects) subjects_.emplace_back(subject, entry.seq);
    if (const auto wanted = hashes_.find(entry.seq); wanted != hashes_.end()) wanted->second = entry.hash;

    const BatchId id = batch_of(entry);
    if (id.is_none()) return;
    Batch& batch = batches_[id];
    if (ends_batch(entry)) {
        batch.ended = entry.seq;
        batch.state = entry.kind == Kind::batch_closed ? Batch::State::closed : Batch::State::struck_out;
    } else {
        if (batch.first == 0) batch.first = entry.seq;
        batch.last = entry.seq;
    }
}

// --- after the walk ---

void Examination::examine_heads() {
    for (const Expected& expected : expected_) {
        const Sequence seq = expected.head.seq;
        if (seq > result_.head.seq)
            found(What::tail_cut, seq, {}, fmt::format("The record ends at entry {}, but {} saw entry {}.", result_.head.seq, expected.by, seq));
        else if (hashes_.at(seq) != no_hash && hashes_.at(seq) != expected.head.hash)
            found(What::rewritten, seq, {}, fmt::format("Entry {} is not the one that {} saw there.", seq, expected.by));
    }
}

void Examination::examine_destroyed() {
    const auto is_left = [&] { return !std::includes(ordered_.begin(), ordered_.end(), destroyed_.begin(), destroyed_.end()); };
    for (const auto& line : against_.destroyed)
        if (hashes_.at(line.parts.seq) == line.entry) each_place(line.parts, [&](Place place) { ordered_.insert(place); });
    // The record may be in use: what went while it was read was ordered by an entry after the last that was looked at.
    if (is_left() && all_read_) static_cast<void>(store_.read_whole(result_.head.seq + 1, UINT64_MAX, [&](const Entry& entry) {
        if (entry.kind != Kind::destroyed) return true;
        if (const auto parts = what_goes(entry))
            for (const DestroyedParts& part : *parts) each_place(part, [&](Place place) { ordered_.insert(place); });
        return true;
    }));
    for (const Place& place : destroyed_)
        if (!ordered_.contains(place))
            found(What::destroyed_without_order, place.first, {}, fmt::format("Text of entry {} is gone, and nothing orders its destruction.", place.first));
}

void Examination::examine_versions() {
    std::sort(versions_.begin(), versions_.end());
    ItemId item;
    std::uint32_t version = 0;
    for (const Version& one : versions_) {
        if (one.item != item) version = 0;
        item = one.item;
        // With entries missing their versions are missing too, and have been told of.
        if (one.version != version + 1 && all_read_)
            found(What::version_wrong, one.seq, one.item, fmt::format("Entry {} is version {} of its item, where {} should be.", one.seq, one.version, version + 1));
        version = one.version;
    }
    std::sort(keys_.begin(), keys_.end());
    for (std::size_t i = 1; i < keys_.size(); ++i)
        if (keys_[i].first == keys_[i - 1].first)
            found(What::key_used_twice, keys_[i].second, {}, fmt::format("Entries {} and {} were saved under one key.", keys_[i - 1].second, keys_[i].second));
}

Result<void> Examination::compare_versions() {
    std::vector<ItemId> items;
    std::vector<Version> latest;
    const auto compare = [&]() -> Result<void> {
        const auto known = store_.latest_versions(items);
        if (!known) return refuse(known.error());
        for (std::size_t i = 0; i < items.size(); ++i)
            if ((*known)[i] < latest[i].version)   // More may have been saved meanwhile.
                found(What::index_wrong, latest[i].seq, items[i],
                      fmt::format("The store's index knows version {} of an item whose version {} is entry {}.", (*known)[i], latest[i].version, latest[i].seq));
        items.clear();
        latest.clear();
        return {};
    };
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        if (i + 1 < versions_.size() && versions_[i + 1].item == versions_[i].item) continue;
        items.push_back(versions_[i].item);
        latest.push_back(versions_[i]);
        if (items.size() < asked_at_once) continue;
        if (auto compared = compare(); !compared) return compared;
    }
    return items.empty() ? Result<void>{} : compare();
}

Result<void> Examination::compare_keys() {
    for (std::size_t start = 0; start < keys_.size(); start += asked_at_once) {
        const std::size_t end = std::min(keys_.size(), start + asked_at_once);
        std::vector<IdempotencyKey> asked;
        for (std::size_t i = start; i < end; ++i) asked.push_back(keys_[i].first);
        const auto known = store_.saved_under(asked);
        if (!known) return refuse(known.error());
        for (std::size_t i = start; i < end; ++i) {
            const auto& entry = (*known)[i - start];
            if (!entry || entry->seq != keys_[i].second)
                found(What::index_wrong, keys_[i].second, {}, fmt::format("The store's index does not find entry {} by its key.", keys_[i].second));
        }
    }
    return {};
}

Result<void> Examination::compare_subjects() {
    std::sort(subjects_.begin(), subjects_.end());
    auto next = subjects_.begin();
    const auto lacks = [&] {
        found(What::index_wrong, next->second, {}, fmt::format("The store's index does not say whom entry {} is about.", next->second));
        ++next;
    };
    const auto read = store_.read_subject_index([&](SubjectId subject, Sequence seq) {
        if (seq > result_.head.seq) return;
        const std::pair pair(subject, seq);
        while (next != subjects_.end() && *next < pair) lacks();
        if (next != subjects_.end() && *next == pair) ++next;
        else found(What::index_wrong, seq, {}, fmt::format("The store's index puts entry {} to somebody it is not about.", seq));
    });
    if (!read) return read;
    while (next != subjects_.end()) lacks();
    return {};
}

Result<void> Examination::compare_batches() {
    const auto known = store_.batches();
    if (!known) return refuse(known.error());
    for (const Batch& batch : *known) {
        const auto derived = batches_.find(batch.id);
        if (derived == batches_.end()) continue;   // It began meanwhile, or has no entries to be wrong about.
        const Batch& right = derived->second;
        const bool ended_meanwhile = right.ended == 0 && batch.ended > result_.head.seq;
        if (batch.first != right.first || batch.last < right.last || (!ended_meanwhile && (batch.ended != right.ended || batch.state != right.state)))
            found(What::index_wrong, right.first, ItemId(batch.id.bytes()), fmt::format("What the store knows of the import that begins at entry {} is not what its entries say.", right.first));
        batches_.erase(derived);
    }
    for (const auto& [id, batch] : batches_)
        found(What::index_wrong, batch.first, ItemId(id.bytes()), fmt::format("The store does not know the import that begins at entry {}.", batch.first));
    return {};
}

}  // namespace

Result<Verification> verify(Store& store, const HeldAgainst& against, const Progress& progress) {
    return Examination(store, against, progress).run();
}

}  // namespace steadfast::ledger
