#include "record/book/spine.hpp"

#include <cstring>

namespace steadfast::record {

IdIndex::IdIndex(const StableArray<IdBytes>& ids) : ids_(ids) {
    all_.push_back(std::make_unique<Slots>(256));
    current_.store(all_.back().get(), std::memory_order_release);
}

std::uint32_t IdIndex::find(const IdBytes& id, std::size_t known) const {
    const Slots& slots = *current_.load(std::memory_order_acquire);
    for (std::size_t at = hash_of(id) & slots.mask;; at = (at + 1) & slots.mask) {
        const std::uint32_t number = slots.slots[at].load(std::memory_order_acquire);
        if (number == none) return none;
        if (number < known && ids_[number] == id) return number;
    }
}

void IdIndex::insert(std::uint32_t number) {
    if ((used_ + 1) * 3 > (all_.back()->mask + 1) * 2) {
        auto larger = std::make_unique<Slots>((all_.back()->mask + 1) * 2);
        for (std::size_t i = 0; i <= all_.back()->mask; ++i) {
            const std::uint32_t old = all_.back()->slots[i].load(std::memory_order_relaxed);
            if (old != none) place(*larger, old);
        }
        current_.store(larger.get(), std::memory_order_release);
        all_.push_back(std::move(larger));
    }
    place(*all_.back(), number);
    ++used_;
}

void IdIndex::place(Slots& slots, std::uint32_t number) const {
    std::size_t at = hash_of(ids_[number]) & slots.mask;
    while (slots.slots[at].load(std::memory_order_relaxed) != none) at = (at + 1) & slots.mask;
    slots.slots[at].store(number, std::memory_order_release);
}

std::size_t IdIndex::bytes() const {
    std::size_t total = 0;
    for (const auto& slots : all_) total += (slots->mask + 1) * sizeof(std::uint32_t);
    return total;
}

TextArena::TextArena() : blocks_(std::make_unique<std::array<std::atomic<char*>, 65536>>()) {
    for (auto& block : *blocks_) block.store(nullptr, std::memory_order_relaxed);
    owned_.push_back(std::make_unique<Block>());
    (*blocks_)[0].store(owned_.back()->bytes, std::memory_order_release);
    used_ = 2;   // Place 0 means "no text".
}

TextArena::Place TextArena::put(std::string_view text) {
    if (text.empty()) return 0;
    text = text.substr(0, longest);
    const auto length = static_cast<std::uint16_t>(text.size());
    if (used_ + 2 + length > block_bytes) {
        owned_.push_back(std::make_unique<Block>());
        (*blocks_)[++block_].store(owned_.back()->bytes, std::memory_order_release);
        used_ = 0;
    }
    char* const out = owned_.back()->bytes + used_;
    std::memcpy(out, &length, 2);
    std::memcpy(out + 2, text.data(), length);
    const auto place = static_cast<Place>(block_ << 16 | used_);
    used_ += 2u + length;
    return place;
}

std::string_view TextArena::at(Place place) const {
    if (place == 0) return {};
    const char* const in = (*blocks_)[place >> 16].load(std::memory_order_acquire) + (place & 0xffff);
    std::uint16_t length;
    std::memcpy(&length, in, 2);
    return {in + 2, length};
}

std::size_t Spine::bytes() const {
    return item_ids.bytes() + locators.bytes() + item_index.bytes() + person_ids.bytes() + latest_mention.bytes() +
           person_index.bytes() + mentions.bytes() + subject_lists.bytes() + workers.bytes() + texts.bytes();
}

}  // namespace steadfast::record
