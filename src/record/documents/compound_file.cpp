#include "record/documents/compound_file.hpp"

#include <algorithm>

namespace steadfast::record::documents {
namespace {

// MS-CFB 2.1 and 2.2.
constexpr std::uint32_t end_of_chain = 0xfffffffe;
constexpr std::uint32_t last_sector = 0xfffffffa;
constexpr std::uint32_t no_node = 0xffffffff;
constexpr std::size_t header_bytes = 512;
constexpr std::size_t entry_bytes = 128;
constexpr std::size_t small_sector = 64;
constexpr std::uint64_t small_below = 4096;
constexpr std::size_t most_nodes = 20'000;
constexpr int deepest = 200;   // Of the tree of names in one storage, and of storages in each other.

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}
std::uint32_t long_at(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 4); }

std::vector<std::uint32_t> longs_in(std::string_view bytes) {
    std::vector<std::uint32_t> longs;
    longs.reserve(bytes.size() / 4);
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) longs.push_back(long_at(bytes, at));
    return longs;
}

std::string name_in(std::string_view entry) {
    const std::size_t bytes = std::min<std::size_t>(number_at(entry, 64, 2), 64);
    std::string name;
    for (std::size_t at = 0; at + 2 < bytes; at += 2) {   // The last letter is a zero.
        const std::uint32_t letter = number_at(entry, at, 2);
        name += letter >= 0x20 && letter < 0x7f ? static_cast<char>(letter) : '?';
    }
    return name;
}

}  // namespace

std::optional<CompoundFile> CompoundFile::open(std::string_view bytes) {
    CompoundFile file(bytes);
    if (!file.read_header() || !file.read_table() || !file.read_directory()) return std::nullopt;
    return file;
}

bool CompoundFile::read_header() {
    if (bytes_.size() < header_bytes || !bytes_.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return false;
    const std::uint32_t shift = number_at(bytes_, 30, 2);
    if (shift != 9 && shift != 12) return false;
    sector_size_ = std::size_t(1) << shift;
    return true;
}

std::optional<std::string_view> CompoundFile::sector(std::uint32_t number) const {
    if (number > last_sector) return std::nullopt;
    // The header takes the place of a sector, however large those are.
    const std::uint64_t start = (std::uint64_t(number) + 1) * sector_size_;
    if (start >= bytes_.size()) return std::nullopt;
    return bytes_.substr(static_cast<std::size_t>(start), sector_size_);
}

/// The table of sectors says where it stands itself: in the header, and in sectors that continue it.
bool CompoundFile::read_table() {
    const std::size_t most = bytes_.size() / sector_size_ + 1;
    std::vector<std::uint32_t> of_table = longs_in(bytes_.substr(76, 109 * 4));
    std::uint32_t more = long_at(bytes_, 68);
    for (std::size_t count = 0; more <= last_sector && count < most; ++count) {
        const auto continued = sector(more);
        if (!continued || continued->size() < sector_size_) return false;
        auto longs = longs_in(*continued);
        more = longs.back();
        longs.pop_back();
        of_table.insert(of_table.end(), longs.begin(), longs.end());
    }
    for (const std::uint32_t number : of_table) {
        if (number > last_sector) continue;
        const auto part = sector(number);
        if (!part || table_.size() > most + sector_size_) break;
        const auto longs = longs_in(*part);
        table_.insert(table_.end(), longs.begin(), longs.end());
    }
    return !table_.empty();
}

/// None where the chain leaves the file or never ends.
std::optional<std::string> CompoundFile::chain(std::uint32_t start, std::uint64_t most) const {
    std::string bytes;
    std::size_t steps = 0;
    for (std::uint32_t at = start; at != end_of_chain && bytes.size() < most; at = table_[at]) {
        const auto part = sector(at);
        if (!part || at >= table_.size() || ++steps > table_.size()) return std::nullopt;
        bytes += *part;
    }
    if (bytes.size() > most) bytes.resize(static_cast<std::size_t>(most));
    return bytes;
}

bool CompoundFile::read_directory() {
    const auto directory = chain(long_at(bytes_, 48), most_nodes * entry_bytes);
    if (!directory || directory->size() < entry_bytes) return false;
    for (std::size_t at = 0; at + entry_bytes <= directory->size(); at += entry_bytes) {
        const std::string_view entry = std::string_view(*directory).substr(at, entry_bytes);
        const auto kind = static_cast<unsigned char>(entry[66]);
        raw_.push_back({long_at(entry, 68), long_at(entry, 72), long_at(entry, 76), false});
        nodes_.push_back({name_in(entry), kind == 1 || kind == 5, {}, long_at(entry, 116), long_at(entry, 120)});
    }
    if (!nodes_.front().is_storage) return false;
    if (const auto table = chain(long_at(bytes_, 60), bytes_.size())) small_table_ = longs_in(*table);
    if (auto stream = chain(nodes_.front().start, nodes_.front().size)) small_stream_ = std::move(*stream);
    raw_.front().is_taken = true;
    // Storages are gathered from the top; what no way leads to does not count.
    std::vector<std::uint32_t> waiting{0};
    while (!waiting.empty()) {
        const std::uint32_t storage = waiting.back();
        waiting.pop_back();
        std::vector<std::uint32_t> inside;
        gather(raw_[storage].child, inside, 0);
        for (const std::uint32_t one : inside)
            if (nodes_[one].is_storage) waiting.push_back(one);
        nodes_[storage].inside = std::move(inside);
    }
    return true;
}

/// The names of a storage stand in a tree. Each is taken once, so that a tree that bites its own tail ends.
void CompoundFile::gather(std::uint32_t number, std::vector<std::uint32_t>& siblings, int depth) {
    if (number == no_node || number >= nodes_.size() || raw_[number].is_taken || depth > deepest) return;
    raw_[number].is_taken = true;
    gather(raw_[number].left, siblings, depth + 1);
    siblings.push_back(number);
    gather(raw_[number].right, siblings, depth + 1);
}

const CompoundFile::Node* CompoundFile::find(const Node& storage, std::string_view name) const {
    for (const std::uint32_t one : storage.inside)
        if (nodes_[one].name == name) return &nodes_[one];
    return nullptr;
}

std::string CompoundFile::small_chain(std::uint32_t start, std::uint64_t size) const {
    std::string bytes;
    std::size_t steps = 0;
    for (std::uint32_t at = start; at != end_of_chain && bytes.size() < size; at = small_table_[at]) {
        if (at >= small_table_.size() || ++steps > small_table_.size() || std::size_t(at) * small_sector >= small_stream_.size()) return "";
        bytes += std::string_view(small_stream_).substr(std::size_t(at) * small_sector, small_sector);
    }
    if (bytes.size() > size) bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::string CompoundFile::read(const Node& stream) const {
    if (stream.is_storage || stream.size > bytes_.size()) return "";
    if (stream.size < small_below) return small_chain(stream.start, stream.size);
    return chain(stream.start, stream.size).value_or("");
}

}  // namespace steadfast::record::documents
