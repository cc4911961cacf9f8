#include "ledger/group.hpp"

#include "ledger/chain.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace steadfast::ledger {
namespace {

tl::unexpected<Refusal> key_taken() {
    return refuse(Refusal::Kind::invalid, "Something else was already recorded under this key.",
                  "Open the page afresh, look at what is recorded, and save again if it is still needed.");
}

tl::unexpected<Refusal> moved_on(std::uint32_t starts_from, std::uint32_t now) {
    if (now == 0)
        return refuse(Refusal::Kind::clash, fmt::format("This was written from version {}, and nothing is recorded yet.", starts_from),
                      "Open it afresh and look at what is there.");
    return refuse(Refusal::Kind::clash, fmt::format("Version {} is there now; this was written from version {}.", now, starts_from),
                  "Look at both texts, put together what belongs, and save again.");
}

}  // namespace

Result<void> Group::look_up(Store& store, std::span<const Change* const> changes) {
    std::vector<ItemId> items;
    std::vector<IdempotencyKey> keys;
    for (const Change* change : changes) {
        if (versions_.try_emplace(change->item, 0).second) items.push_back(change->item);
        if (!change->key.is_none()) keys.push_back(change->key);
    }
    auto known = store.known(items, keys);
    if (!known) return refuse(known.error());
    for (std::size_t i = 0; i < items.size(); ++i) versions_[items[i]] = known->versions[i];
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (auto& saved = known->saved_under[i]) saved_before_.emplace(keys[i], std::move(*saved));
    return {};
}

void Group::look_up(const Filled& filled, std::span<const Change* const> changes) {
    for (const Change* change : changes) {
        const auto version = filled.versions.find(change->item);
        versions_[change->item] = version == filled.versions.end() ? 0 : version->second;
        if (filled.keys.contains(change->key)) filled_before_.insert(change->key);
    }
}

Result<std::vector<Receipt>> Group::judge(std::vector<Change> changes) {
    const bool any_known = std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
        return filled_before_.contains(change.key) || saved_under(change.key);
    });
    if (any_known) return repeated(changes);

    std::unordered_map<ItemId, std::uint32_t> versions;   // As they would be after these changes.
    std::unordered_set<IdempotencyKey> keys;
    std::vector<BatchId> ends;
    for (const Change& change : changes) {
        std::uint32_t& version = versions.try_emplace(change.item, versions_.at(change.item)).first->second;
        if (change.starts_from != version) return moved_on(change.starts_from, version);
        ++version;
        if (!change.key.is_none() && !keys.insert(change.key).second) return key_taken();
        if (auto batch = judge_batch(change, ends); !batch) return refuse(batch.error());
    }

    std::vector<Receipt> receipts;
    receipts.reserve(changes.size());
    for (Change& change : changes) {
        chain_on(std::move(change));
        receipts.push_back({entries_.back().seq, entries_.back().version, at_, false});
    }
    for (const auto& [item, version] : versions) versions_[item] = version;
    ended_now_.insert(ends.begin(), ends.end());
    return receipts;
}

const Entry* Group::saved_under(const IdempotencyKey& key) const {
    if (key.is_none()) return nullptr;
    if (const auto before = saved_before_.find(key); before != saved_before_.end()) return &before->second;
    const auto now = saved_now_.find(key);
    return now == saved_now_.end() ? nullptr : &entries_[now->second];
}

Result<std::vector<Receipt>> Group::repeated(const std::vector<Change>& changes) const {
    // What was saved together is repeated together: a change that is new among known ones is other content.
    std::vector<Receipt> receipts;
    for (const Change& change : changes) {
        const Entry* entry = saved_under(change.key);
        if (!entry || !says_the_same(change, *entry)) return key_taken();
        receipts.push_back({entry->seq, entry->version, entry->recorded_at, true});
    }
    return receipts;
}

Result<void> Group::judge_batch(const Change& change, std::vector<BatchId>& ends) const {
    const BatchId batch = batch_of(change);
    if (batch.is_none()) return {};
    const bool ended = ended_.contains(batch) || ended_now_.contains(batch) || std::find(ends.begin(), ends.end(), batch) != ends.end();
    if (ended)
        return refuse(Refusal::Kind::invalid, "This import has ended and can take no more.", "Start a new one for what is missing.");
    if (ends_batch(change)) ends.push_back(batch);
    return {};
}

void Group::chain_on(Change change) {
    const Head at = head();
    if (!change.key.is_none()) saved_now_.emplace(change.key, entries_.size());
    entries_.push_back(chained(std::move(change), at.seq + 1, at_, at.hash));
}

}  // namespace steadfast::ledger
