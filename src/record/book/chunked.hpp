#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

namespace steadfast::record {

/// A column that is cheap to publish: a copy shares all its chunks. One writer appends in place, because no copy looks
/// beyond its own size, and overwrites in a fresh chunk, because a copy may be looking at the old one.
template <class T>
class Chunked {
    static_assert(std::is_trivially_copyable_v<T>);
    static constexpr std::size_t values_a_chunk = 512;
    static constexpr std::size_t chunks_a_block = 512;

    struct Chunk {
        std::uint64_t epoch;
        std::array<T, values_a_chunk> values;
    };
    struct Block {
        std::uint64_t epoch;
        std::array<std::shared_ptr<Chunk>, chunks_a_block> chunks;
    };

public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const T& operator[](std::size_t i) const {
        return blocks_[i / (values_a_chunk * chunks_a_block)]->chunks[i / values_a_chunk % chunks_a_block]->values[i % values_a_chunk];
    }

    void push_back(const T& value, std::uint64_t epoch) {
        const std::size_t chunk = size_ / values_a_chunk;
        if (size_ % values_a_chunk == 0) {
            if (chunk % chunks_a_block == 0) blocks_.push_back(std::make_shared<Block>(Block{epoch, {}}));
            auto fresh = std::make_shared<Chunk>();
            fresh->epoch = epoch;
            blocks_.back()->chunks[chunk % chunks_a_block] = std::move(fresh);
        }
        blocks_[chunk / chunks_a_block]->chunks[chunk % chunks_a_block]->values[size_ % values_a_chunk] = value;
        ++size_;
    }

    /// Overwrites a value. Chunks made before `epoch` may be shared with a published copy and are replaced, not changed.
    void put(std::size_t i, const T& value, std::uint64_t epoch) {
        if ((*this)[i] == value) return;
        auto& block = blocks_[i / (values_a_chunk * chunks_a_block)];
        if (block->epoch < epoch) {
            block = std::make_shared<Block>(*block);
            block->epoch = epoch;
        }
        auto& chunk = block->chunks[i / values_a_chunk % chunks_a_block];
        if (chunk->epoch < epoch) {
            chunk = std::make_shared<Chunk>(*chunk);
            chunk->epoch = epoch;
        }
        chunk->values[i % values_a_chunk] = value;
    }

    [[nodiscard]] std::size_t bytes() const { return (size_ + values_a_chunk - 1) / values_a_chunk * sizeof(Chunk) + blocks_.size() * sizeof(Block); }

private:
    std::vector<std::shared_ptr<Block>> blocks_;
    std::size_t size_ = 0;
};

/// An array that only grows and never moves, so that all versions of the Book share the one. Readers look only below the
/// count that they were published with.
template <class T>
class StableArray {
    static constexpr std::size_t values_a_chunk = 4096;
    static constexpr std::size_t chunks = 65536;   // room for 268 million

public:
    StableArray() : roots_(std::make_unique<std::array<std::atomic<T*>, chunks>>()) {
        for (auto& root : *roots_) root.store(nullptr, std::memory_order_relaxed);
    }
    ~StableArray() {
        for (auto& root : *roots_) delete[] root.load(std::memory_order_relaxed);
    }
    StableArray(const StableArray&) = delete;
    StableArray& operator=(const StableArray&) = delete;

    [[nodiscard]] T& operator[](std::size_t i) { return (*roots_)[i / values_a_chunk].load(std::memory_order_acquire)[i % values_a_chunk]; }
    [[nodiscard]] const T& operator[](std::size_t i) const {
        return (*roots_)[i / values_a_chunk].load(std::memory_order_acquire)[i % values_a_chunk];
    }
    [[nodiscard]] std::size_t size() const { return size_; }   ///< For the writer.

    /// Makes room for one more and returns its place; the writer alone.
    std::size_t grow() {
        if (size_ % values_a_chunk == 0) (*roots_)[size_ / values_a_chunk].store(new T[values_a_chunk](), std::memory_order_release);
        return size_++;
    }
    [[nodiscard]] std::size_t bytes() const { return (size_ + values_a_chunk - 1) / values_a_chunk * values_a_chunk * sizeof(T) + sizeof(*roots_); }

private:
    std::unique_ptr<std::array<std::atomic<T*>, chunks>> roots_;
    std::size_t size_ = 0;
};

}  // namespace steadfast::record
