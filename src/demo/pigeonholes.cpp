#include "demo/pigeonholes.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>
#include <stdlib.h>
#include <unistd.h>

namespace steadfast::demo {
namespace {

constexpr std::size_t most_in_memory = 512 * 1024;   // Of one month.

int month_number(Date day) { return day.year() * 12 + static_cast<int>(day.month()) - 1; }

Refusal no_room(const char* doing) {
    return {Refusal::Kind::unavailable, fmt::format("A temporary file could not be {}: {}.", doing, std::strerror(errno)),
            "Make room there, or name another folder in TMPDIR."};
}

/// Writes values one after another as this machine holds them: nobody but this process ever reads them.
class Packer {
public:
    explicit Packer(std::string& out) : out_(out) {}
    template <class T>
    void add(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void add_text(std::string_view text) {
        add(static_cast<std::uint32_t>(text.size()));
        out_ += text;
    }
    void add_part(const ledger::Part& part) {
        add_text(part.body);
        add_text(part.narrative);
    }

private:
    std::string& out_;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view from) : left_(from) {}
    template <class T>
    T next() {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        std::memcpy(static_cast<void*>(&value), take(sizeof value).data(), sizeof value);
        return value;
    }
    std::string_view text() { return take(next<std::uint32_t>()); }
    ledger::Part part() {
        ledger::Part part;
        part.body = text();
        part.narrative = text();
        return part;
    }
    [[nodiscard]] bool is_empty() const { return left_.empty(); }
    [[nodiscard]] std::size_t left() const { return left_.size(); }
    std::string_view take(std::size_t size) {
        const auto taken = left_.substr(0, size);
        left_.remove_prefix(size);
        return taken;
    }

private:
    std::string_view left_;
};

/// What stands before each change: enough to put it in order without reading the rest.
struct Label {
    std::int32_t day = 0;
    std::int32_t slot = 0;
    std::uint64_t family = 0;
    std::uint64_t size = 0;
};

void pack(std::string& out, std::uint64_t family, const Saving& saving) {
    Packer packer(out);
    const std::size_t start = out.size();
    packer.add(Label());
    const ledger::Change& change = saving.change;
    packer.add(change.kind);
    packer.add(change.item);
    packer.add(change.starts_from);
    packer.add_text(change.type);
    packer.add(static_cast<std::uint32_t>(change.subjects.size()));
    for (const ledger::SubjectId& subject : change.subjects) packer.add(subject);
    packer.add(change.happened.canonical());
    packer.add(change.recorded_by);
    packer.add(change.key);
    packer.add_part(change.shared);
    packer.add(static_cast<std::uint32_t>(change.parts.size()));
    for (const ledger::Part& part : change.parts) packer.add_part(part);
    const Label label{saving.at.day.days_since_1970(), saving.at.slot, family, out.size() - start - sizeof(Label)};
    std::memcpy(out.data() + start, &label, sizeof label);
}

ledger::Change unpack(std::string_view bytes) {
    Unpacker from(bytes);
    ledger::Change change;
    change.kind = from.next<ledger::Kind>();
    change.item = from.next<ledger::ItemId>();
    change.starts_from = from.next<std::uint32_t>();
    change.type = from.text();
    change.subjects.resize(from.next<std::uint32_t>());
    for (ledger::SubjectId& subject : change.subjects) subject = from.next<ledger::SubjectId>();
    change.happened = When::from_canonical(from.next<std::array<std::uint8_t, 14>>()).value_or(When());
    change.recorded_by = from.next<ledger::WorkerId>();
    change.key = from.next<ledger::IdempotencyKey>();
    change.shared = from.part();
    change.parts.resize(from.next<std::uint32_t>());
    for (ledger::Part& part : change.parts) part = from.part();
    return change;
}

/// A file that has no name from the moment it is there.
class NamelessFile {
public:
    NamelessFile() = default;
    ~NamelessFile() {
        if (file_ >= 0) ::close(file_);
    }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    [[nodiscard]] Result<void> append(std::string_view bytes) {
        if (file_ < 0) {
            std::string name = (std::filesystem::temp_directory_path() / "steadfast-XXXXXX").string();
            file_ = ::mkstemp(name.data());
            if (file_ < 0) return refuse(no_room("made"));
            ::unlink(name.c_str());
        }
        while (!bytes.empty()) {
            const auto written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return refuse(no_room("written"));
            bytes.remove_prefix(static_cast<std::size_t>(written));
            size_ += static_cast<std::size_t>(written);
        }
        return {};
    }

    /// Everything in it; the file is gone afterwards.
    [[nodiscard]] Result<std::string> take() {
        std::string bytes(size_, '\0');
        for (std::size_t done = 0; done < size_;) {
            const auto read = ::pread(file_, bytes.data() + done, size_ - done, static_cast<off_t>(done));
            if (read < 0 && errno == EINTR) continue;
            if (read <= 0) return refuse(no_room("read"));
            done += static_cast<std::size_t>(read);
        }
        if (file_ >= 0) ::close(file_);
        file_ = -1;
        size_ = 0;
        return bytes;
    }

private:
    int file_ = -1;
    std::size_t size_ = 0;
};

}  // namespace

struct Pigeonholes::Hole {
    std::mutex mutex;
    std::string in_memory;
    NamelessFile in_file;
};

Pigeonholes::Pigeonholes(Date first, Date last) : first_month_(month_number(first)) {
    for (int month = first_month_; month <= month_number(last) || holes_.empty(); ++month) holes_.push_back(std::make_unique<Hole>());
}

Pigeonholes::~Pigeonholes() = default;

std::size_t Pigeonholes::months() const { return holes_.size(); }

std::size_t Pigeonholes::month_of(Date day) const {
    return static_cast<std::size_t>(std::clamp(month_number(day) - first_month_, 0, static_cast<int>(holes_.size()) - 1));
}

Result<void> Pigeonholes::put(std::uint64_t family, std::span<const Saving> savings) {
    for (const Saving& saving : savings) {
        Hole& hole = *holes_[month_of(saving.at.day)];
        const std::lock_guard hold(hole.mutex);
        pack(hole.in_memory, family, saving);
        if (hole.in_memory.size() < most_in_memory) continue;
        if (auto written = hole.in_file.append(hole.in_memory); !written) return written;
        hole.in_memory.clear();
    }
    return {};
}

Result<void> Pigeonholes::take(std::size_t month, const Visit& visit) {
    Hole& hole = *holes_[month];
    auto read = hole.in_file.take();
    if (!read) return refuse(read.error());
    const std::string bytes = std::move(*read) + std::exchange(hole.in_memory, {});

    struct Place {
        Moment at;
        std::uint64_t family = 0;
        std::size_t start = 0;
        std::size_t size = 0;
        auto operator<=>(const Place&) const = default;
    };
    std::vector<Place> places;
    for (Unpacker from(bytes); !from.is_empty();) {
        const auto label = from.next<Label>();
        places.push_back({{Date::from_days(label.day), label.slot}, label.family, bytes.size() - from.left(), label.size});
        from.take(label.size);
    }
    std::ranges::sort(places);
    for (std::size_t i = 0; i < places.size();) {
        const Moment at = places[i].at;
        std::vector<ledger::Change> changes;
        for (; i < places.size() && places[i].at == at; ++i) changes.push_back(unpack(std::string_view(bytes).substr(places[i].start, places[i].size)));
        if (auto visited = visit(at, std::move(changes)); !visited) return visited;
    }
    return {};
}

}  // namespace steadfast::demo
