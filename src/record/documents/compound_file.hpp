#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::documents {

/// A compound file (MS-CFB): streams in storages, as a small file system in one file. Reads bytes that anybody may have made up:
/// every sector is checked to lie inside, every chain ends, and nothing is longer than the file.
class CompoundFile {
public:
    /// None where it is not one. The bytes must outlive it.
    [[nodiscard]] static std::optional<CompoundFile> open(std::string_view bytes);

    struct Node {
        std::string name;                     ///< UTF-8; what is not ASCII becomes "?", which no name here needs.
        bool is_storage = false;
        std::vector<std::uint32_t> inside;    ///< Of a storage.
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };
    [[nodiscard]] const Node& root() const { return nodes_.front(); }
    [[nodiscard]] const Node& node(std::uint32_t number) const { return nodes_[number]; }
    [[nodiscard]] const Node* find(const Node& storage, std::string_view name) const;
    /// Empty where its chain is broken.
    [[nodiscard]] std::string read(const Node& stream) const;

private:
    explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] bool read_header();
    [[nodiscard]] bool read_table();
    [[nodiscard]] bool read_directory();
    void gather(std::uint32_t number, std::vector<std::uint32_t>& siblings, int depth);
    [[nodiscard]] std::optional<std::string_view> sector(std::uint32_t number) const;
    [[nodiscard]] std::optional<std::string> chain(std::uint32_t start, std::uint64_t most) const;
    [[nodiscard]] std::string small_chain(std::uint32_t start, std::uint64_t size) const;

    struct Raw {
        std::uint32_t left = 0, right = 0, child = 0;
        bool is_taken = false;
    };
    std::string_view bytes_;
    std::size_t sector_size_ = 512;
    std::vector<std::uint32_t> table_;         // The next sector of each.
    std::vector<std::uint32_t> small_table_;   // The same of the small stream's pieces.
    std::string small_stream_;
    std::vector<Node> nodes_;
    std::vector<Raw> raw_;
};

}  // namespace steadfast::record::documents
