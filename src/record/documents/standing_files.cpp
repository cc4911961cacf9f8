#include "record/documents/standing_files.hpp"

#include "record/documents/kept_file.hpp"
#include "record/item/body.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace steadfast::record::documents {
namespace {

struct NamedFile {
    ledger::Sequence seq = 0;
    Document document;
};

/// Each entry that names a file, once for each file.
Result<std::vector<NamedFile>> files_in(ledger::Store& store) {
    const ItemType& type = type_of<Document>();
    std::vector<NamedFile> files;
    std::unordered_set<std::string> known;
    std::string unreadable;
    const auto head = store.head();
    if (!head) return refuse(head.error());
    const auto read = store.read(1, head->seq, [&](const ledger::EntryView& entry) {
        if (entry.type != type.key() || entry.body.empty() || entry.kind == ledger::Kind::withdrawn || entry.kind == ledger::Kind::destroyed) return;
        const auto content = read_part(type, {std::string(entry.body), ""});
        if (!content) {
            unreadable = fmt::format("Entry {} is a document that can't be read: {}", entry.seq, content.error().says);
            return;
        }
        auto document = type.item_from<Document>(content->values);
        if (!document.kept_as.empty() && known.insert(document.kept_as).second) files.push_back({entry.seq, std::move(document)});
    });
    if (!read) return refuse(read.error());
    // Nothing may be thought left over while somebody's words about a file can't be read.
    if (!unreadable.empty()) return refuse(Refusal::Kind::unavailable, unreadable, "Use the release that wrote it.");
    return files;
}

}  // namespace

Result<std::vector<ledger::DocumentId>> named_files(ledger::Store& store) {
    const auto files = files_in(store);
    if (!files) return refuse(files.error());
    std::vector<ledger::DocumentId> ids;
    for (const NamedFile& file : *files)
        if (const auto id = ledger::DocumentId::parse(file.document.kept_as)) ids.push_back(*id);
    return ids;
}

Result<std::vector<std::string>> check_files(ledger::Store& store) {
    const auto files = files_in(store);
    if (!files) return refuse(files.error());
    std::vector<std::string> findings;
    for (const NamedFile& file : *files) {
        const auto key = ledger::DocumentId::parse(file.document.kept_as);
        const auto salt = IdBytes::parse(file.document.salt);
        if (!key || !salt) {
            findings.push_back(fmt::format("Entry {} names a file by a key that is none.", file.seq));
            continue;
        }
        FileDigest digest(salt->bytes);
        const auto read = store.documents().read(*key, [&digest](std::string_view piece) {
            digest.add(piece);
            return true;
        });
        if (!read && read.error().kind != Refusal::Kind::not_found) return refuse(read.error());
        if (!read) findings.push_back(fmt::format("The file that entry {} names is missing.", file.seq));
        else if (digest.finish() != file.document.digest) findings.push_back(fmt::format("The file that entry {} names was changed.", file.seq));
    }
    return findings;
}

Result<std::size_t> remove_left_over_files(ledger::Store& store, Instant kept_before, LookAt which) {
    std::vector<ledger::DocumentId> left;
    const auto all = store.documents().each([&](const ledger::KeptDocument& one) {
        if (one.is_named ? which == LookAt::all : one.kept_at < kept_before) left.push_back(one.id);
    });
    if (!all) return refuse(all.error());
    if (left.empty()) return std::size_t(0);
    const auto named = named_files(store);
    if (!named) return refuse(named.error());
    const std::unordered_set<ledger::DocumentId> stays(named->begin(), named->end());
    std::vector<ledger::DocumentId> noted;
    std::erase_if(left, [&](const ledger::DocumentId& id) {
        if (stays.contains(id)) noted.push_back(id);
        return stays.contains(id);
    });
    if (auto done = store.documents().note_named(noted, true); !done) return refuse(done.error());
    if (auto removed = store.documents().remove(left); !removed) return refuse(removed.error());
    return left.size();
}

void note_named(ledger::Documents& kept, const std::vector<std::string>& kept_as) {
    std::vector<ledger::DocumentId> ids;
    for (const std::string& key : kept_as)
        if (const auto id = ledger::DocumentId::parse(key)) ids.push_back(*id);
    // Where this fails it is found out, and noted, when somebody looks for what is left over.
    static_cast<void>(kept.note_named(ids, true));
}

}  // namespace steadfast::record::documents
