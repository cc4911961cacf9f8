#pragma once

#include "base/id.hpp"
#include "record/book/chunked.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Which number an id has been given. It only ever gains ids; a reader of an older version finds numbers that are not
/// in its version yet and passes over them.
class IdIndex {
public:
    explicit IdIndex(const StableArray<IdBytes>& ids);

    static constexpr std::uint32_t none = 0xffffffff;
    /// The number of an id among the first `known`, or none.
    [[nodiscard]] std::uint32_t find(const IdBytes& id, std::size_t known) const;
    void insert(std::uint32_t number);   ///< The id already stands in the array. The writer alone.
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Slots {
        explicit Slots(std::size_t count) : mask(count - 1), slots(std::make_unique<std::atomic<std::uint32_t>[]>(count)) {
            for (std::size_t i = 0; i < count; ++i) slots[i].store(none, std::memory_order_relaxed);
        }
        std::size_t mask;
        std::unique_ptr<std::atomic<std::uint32_t>[]> slots;
    };
    void place(Slots& slots, std::uint32_t number) const;

    const StableArray<IdBytes>& ids_;
    std::vector<std::unique_ptr<Slots>> all_;   // Outgrown ones stay: a reader may be in them.
    std::atomic<const Slots*> current_;
    std::size_t used_ = 0;
};

/// Short texts, one after the other, for ever. A text's place is its name.
class TextArena {
public:
    using Place = std::uint32_t;                         ///< 0 is "no text".
    static constexpr std::size_t longest = 16'000;       ///< Bytes. Longer texts are narratives.

    TextArena();
    [[nodiscard]] Place put(std::string_view text);      ///< The writer alone. Cut at `longest`, which no field allows.
    [[nodiscard]] std::string_view at(Place place) const;
    [[nodiscard]] std::size_t bytes() const { return (block_ + 1) * block_bytes; }

private:
    static constexpr std::size_t block_bytes = 65536;
    struct Block { char bytes[block_bytes]; };
    std::unique_ptr<std::array<std::atomic<char*>, 65536>> blocks_;
    std::vector<std::unique_ptr<Block>> owned_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

/// That an item names a person, and the place of the mention before it.
struct Mention {
    std::uint32_t item = 0;
    std::uint32_t before = IdIndex::none;
    std::uint16_t table = 0;   ///< The item's, so that whoever wants one type alone need not look at the others.
};

/// Where an item stands: its table and its row there.
struct Locator {
    std::uint32_t row = 0;
    std::uint16_t table = 0;
};

/// What all versions of the Book share: things that are only ever added to.
struct Spine {
    Spine() : item_index(item_ids), person_index(person_ids) {}

    StableArray<IdBytes> item_ids;
    StableArray<Locator> locators;                           ///< By item number.
    IdIndex item_index;
    StableArray<IdBytes> person_ids;                         ///< Subjects: people, and whatever else items are about.
    StableArray<std::atomic<std::uint32_t>> latest_mention;  ///< By person number.
    IdIndex person_index;
    StableArray<Mention> mentions;
    StableArray<std::uint32_t> subject_lists;                ///< [count, person, person, …]
    StableArray<IdBytes> workers;                            ///< By their numbers; the first is nobody.
    TextArena texts;

    [[nodiscard]] std::size_t bytes() const;
};

}  // namespace steadfast::record
