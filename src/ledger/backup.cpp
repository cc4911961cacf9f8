#include "ledger/backup.hpp"

#include "ledger/durable_file.hpp"
#include "ledger/sqlite/single_file.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <unordered_set>

namespace steadfast::ledger {
namespace {

constexpr std::size_t entries_at_once = 2'000;
constexpr std::size_t lines_at_once = 10'000;
constexpr char documents_end[] = "-documents";
constexpr std::array kept_shelves{Shelf::credentials, Shelf::drafts, Shelf::settings};
constexpr std::array all_shelves{Shelf::credentials, Shelf::drafts, Shelf::sessions, Shelf::settings};

/// A file being written, with all that SQLite puts beside it; gone again unless it was finished.
class Unfinished {
public:
    explicit Unfinished(std::string path) : path_(std::move(path)) { remove(); }
    ~Unfinished() { remove(); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    void remove() const {
        std::error_code ignored;
        for (const char* end : {"", "-wal", "-shm", "-lock", "-access", "-access-wal", "-access-shm", "-documents", "-documents-wal", "-documents-shm"}) std::filesystem::remove(path_ + end, ignored);
    }
    std::string path_;
};

using Alter = std::function<void(Entry&)>;

Result<void> copy_entries(Store& from, Store& to, Sequence last, const Alter& alter, const Progress& progress) {
    std::vector<Entry> group;
    Result<void> appended;
    const auto append = [&] {
        appended = to.append(group, {});
        group.clear();
        return appended.has_value();
    };
    const auto read = from.read_whole(1, last, [&](const Entry& entry) {
        alter(group.emplace_back(entry));
        if (progress && entry.seq % entries_at_once == 0) progress(entry.seq, last);
        return group.size() < entries_at_once || append();
    });
    if (!read) return read;
    if (appended && !group.empty()) append();
    if (progress) progress(last, last);
    return appended;
}

Result<void> copy_access(Store& from, Store& to, Instant until) {
    std::vector<AccessLine> lines;
    Result<void> appended;
    const auto append = [&] {
        if (appended) appended = to.append({}, lines);
        lines.clear();
    };
    const auto read = from.read_access(Instant::from_microseconds(0), until, [&](const AccessLine& line) {
        lines.push_back(line);
        if (lines.size() == lines_at_once) append();
    });
    if (!read) return read;
    if (!lines.empty()) append();
    return appended;
}

Result<void> copy_the_rest(Store& from, Store& to, Sequence last) {
    const auto heads = from.signed_heads();
    if (!heads) return refuse(heads.error());
    for (const SignedHead& head : *heads) {
        if (head.head.seq > last) continue;
        if (auto kept = to.keep_signed_head(head); !kept) return kept;
    }
    for (const Shelf shelf : kept_shelves) {
        const auto shelved = from.all(shelf);
        if (!shelved) return refuse(shelved.error());
        for (const Shelved& one : *shelved)
            if (auto put = to.put(shelf, one); !put) return put;
    }
    return {};
}

Result<void> copy(Store& from, Store& to, const Head& head, Instant until, const Alter& alter, const Progress& progress) {
    if (auto begun = to.start_filling(); !begun) return begun;
    if (auto copied = copy_entries(from, to, head.seq, alter, progress); !copied) return copied;
    if (auto copied = copy_access(from, to, until); !copied) return copied;
    if (auto copied = copy_the_rest(from, to, head.seq); !copied) return copied;
    return to.finish_filling();
}

/// Goes by what the new store's entries name. One that is not there any more was removed since: verify says which are missing.
Result<std::size_t> copy_documents(Store& from, Store& to, const NamedDocuments& named) {
    std::vector<KeptDocument> kept;
    if (auto all = from.documents().each([&](const KeptDocument& one) { kept.push_back(one); }); !all) return refuse(all.error());
    if (named && !kept.empty()) {
        const auto ids = named(to);
        if (!ids) return refuse(ids.error());
        const std::unordered_set<DocumentId> wanted(ids->begin(), ids->end());
        std::erase_if(kept, [&](const KeptDocument& one) { return !wanted.contains(one.id); });
    }
    for (const KeptDocument& one : kept)
        if (auto copied = copy_document(from, to, one); !copied && copied.error().kind != Refusal::Kind::not_found) return refuse(copied.error());
    return kept.size();
}

Result<void> give_its_name(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) == 0) return {};
    return refuse(Refusal::Kind::unavailable, fmt::format("The backup could not be given its name {} ({}).", to, std::strerror(errno)),
                  "Check that its folder may be written to.");
}

Result<void> check_empty(Store& store) {
    const auto taken = [] {
        return refuse(Refusal::Kind::invalid, "There is something in this record already.", "Restore into a new, empty one; nothing is ever overwritten.");
    };
    const auto head = store.head();
    if (!head) return refuse(head.error());
    if (head->seq != 0) return taken();
    for (const Shelf shelf : all_shelves) {
        const auto shelved = store.all(shelf);
        if (!shelved) return refuse(shelved.error());
        if (!shelved->empty()) return taken();
    }
    return {};
}

void take_parts(Entry& entry, const DestroyedParts& parts) {
    const auto take = [](KeptPart& part) {
        part.part = {};
        part.salt = {};
        part.destroyed = true;
    };
    if (parts.shared) {
        take(entry.shared);
        entry.happened = {};
    }
    for (const std::uint16_t position : parts.subjects)
        if (position < entry.parts.size()) take(entry.parts[position]);
}

}  // namespace

Result<Head> back_up(Store& record, const std::string& path, Instant now, const Progress& progress, const NamedDocuments& named) {
    for (const std::string& taken : {path, path + documents_end})
        if (std::filesystem::exists(taken))
            return refuse(Refusal::Kind::invalid, fmt::format("There is a file {} already.", taken), "Give the backup a name of its own.");
    const auto head = record.head();
    if (!head) return refuse(head.error());

    const Unfinished unfinished(path + ".unfinished");
    {
        auto store = open_store("sqlite:" + unfinished.path(), Mode::write);
        if (!store) return refuse(store.error());
        if (auto copied = copy(record, **store, *head, now, [](Entry&) {}, progress); !copied) return refuse(copied.error());
        if (auto copied = copy_documents(record, **store, named); !copied) return refuse(copied.error());
    }
    if (auto single = sqlite::make_single_file(unfinished.path()); !single) return refuse(single.error());
    if (std::filesystem::exists(unfinished.path() + documents_end)) {
        if (auto single = sqlite::make_single_file(unfinished.path() + documents_end); !single) return refuse(single.error());
        if (auto name = give_its_name(unfinished.path() + documents_end, path + documents_end); !name) return refuse(name.error());
    }
    if (auto name = give_its_name(unfinished.path(), path); !name) return refuse(name.error());
    if (auto last = synchronise_folder_of(path); !last) return refuse(last.error());
    return *head;
}

Result<Restored> restore(const std::string& path, Store& into, DestructionRegister& written, HeldAgainst against, const Progress& progress,
                         const NamedDocuments& named) {
    if (auto empty = check_empty(into); !empty) return refuse(empty.error());
    auto backup = open_store("sqlite:" + path, Mode::read_only);
    if (!backup) return refuse(backup.error());

    against.destroyed = written.in_force();
    const auto verified = verify(**backup, against);
    if (!verified) return refuse(verified.error());
    if (!verified->is_sound())
        return refuse(Refusal::Kind::invalid, fmt::format("This backup is not sound: {}", verified->findings.front().says),
                      "Use another backup, and keep this one for whoever looks into it.");

    std::multimap<Sequence, DestructionRegister::Line> destroyed;
    for (const auto& line : against.destroyed) {
        if (line.parts.seq > verified->head.seq) continue;   // The backup is older than what was destroyed.
        const auto entry = (*backup)->entry(line.parts.seq);
        if (!entry) return refuse(entry.error());
        if (!*entry || (*entry)->hash != line.entry)
            return refuse(Refusal::Kind::invalid, fmt::format("The register of destructions speaks of another entry {} than this backup has.", line.parts.seq),
                          "Give the register that belongs to this record.");
        destroyed.emplace(line.parts.seq, line);
    }
    Restored restored{verified->head, 0, 0};
    const auto destroy_again = [&](Entry& entry) {
        const auto [first, last] = destroyed.equal_range(entry.seq);
        for (auto line = first; line != last; ++line) take_parts(entry, line->second.parts);
        if (first != last) ++restored.destroyed_again;
    };
    const auto end_of_time = Instant::from_seconds(9'000'000'000'000);
    if (auto copied = copy(**backup, into, verified->head, end_of_time, destroy_again, progress); !copied) return refuse(copied.error());
    const auto documents = copy_documents(**backup, into, named);
    if (!documents) return refuse(documents.error());
    restored.documents = *documents;
    for (const Head& order : written.undecided())
        if (auto done = written.write_done(order.hash); !done) return refuse(done.error());
    return restored;
}

}  // namespace steadfast::ledger
