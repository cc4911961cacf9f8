#include "kept_entries.hpp"

#include "ledger/bytes.hpp"
#include "record/item/body.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <limits>

namespace steadfast::releases {
namespace {

using Element = simdjson::dom::element;

// --- writing ---

std::string json_string(std::string_view text) {
    std::string json;
    record::append_json_string(json, text);
    return json;
}

template <class Bytes>
std::string hex(const Bytes& bytes) { return '"' + ledger::hexadecimal(bytes) + '"'; }

std::string json_of(const ledger::KeptPart& part) {
    return fmt::format(R"({{"salt":{},"digest":{},"body":{},"narrative":{},"destroyed":{}}})", hex(part.salt), hex(part.digest), json_string(part.part.body),
                       json_string(part.part.narrative), part.destroyed);
}

// --- reading ---

tl::unexpected<Refusal> cannot_read(std::string_view what) { return refuse(Refusal::Kind::invalid, fmt::format("A kept entry's {} can't be read.", what)); }

/// Takes members out of one object; remembers the first that can't be read.
class Members {
public:
    explicit Members(Element object) : object_(object) {}

    std::string text(std::string_view key) {
        std::string_view value;
        if (object_[key].get(value)) wrong_ = key;
        return std::string(value);
    }
    std::uint64_t number(std::string_view key) {
        std::uint64_t value = 0;
        if (object_[key].get(value)) wrong_ = key;
        return value;
    }
    bool yes(std::string_view key) {
        bool value = false;
        if (object_[key].get(value)) wrong_ = key;
        return value;
    }
    template <class T>
    T id(std::string_view key) { return parsed<T>(key, T::parse(text(key))); }
    template <class T>
    T parsed(std::string_view key, const std::optional<T>& value) {
        if (!value) wrong_ = key;
        return value.value_or(T());
    }
    template <std::size_t Size>
    void bytes(std::string_view key, std::array<std::uint8_t, Size>& into) {
        if (!ledger::from_hexadecimal(text(key), into)) wrong_ = key;
    }
    void each(std::string_view key, const auto& visit) {
        simdjson::dom::array array;
        if (object_[key].get(array)) wrong_ = key;
        else for (const Element one : array) visit(one);
    }
    void wrong(std::string_view key) { wrong_ = key; }
    [[nodiscard]] std::string_view what_is_wrong() const { return wrong_; }

private:
    Element object_;
    std::string_view wrong_;
};

ledger::KeptPart read_part(Element element, Members& whole) {
    Members members(element);
    ledger::KeptPart part;
    members.bytes("salt", part.salt);
    members.bytes("digest", part.digest);
    part.part = {members.text("body"), members.text("narrative")};
    part.destroyed = members.yes("destroyed");
    if (!members.what_is_wrong().empty()) whole.wrong(members.what_is_wrong());
    return part;
}

}  // namespace

std::string line_of(const ledger::Entry& entry) {
    std::string subjects;
    for (const auto& subject : entry.subjects) subjects += fmt::format("{}\"{}\"", subjects.empty() ? "" : ",", subject.text());
    std::string parts;
    for (const auto& part : entry.parts) parts += (parts.empty() ? "" : ",") + json_of(part);
    return fmt::format(
        R"({{"seq":{},"kind":{},"item":"{}","version":{},"type":{},"subjects":[{}],"happened":{},"recorded_at":"{}","recorded_by":"{}","key":"{}",)"
        R"("batch":"{}","shared":{},"parts":[{}],"previous_hash":{},"hash":{}}})",
        entry.seq, static_cast<int>(entry.kind), entry.item.text(), entry.version, json_string(entry.type), subjects, hex(entry.happened.canonical()),
        entry.recorded_at.iso(), entry.recorded_by.text(), entry.key.text(), entry.batch.text(), json_of(entry.shared), parts, hex(entry.previous_hash),
        hex(entry.hash));
}

Result<ledger::Entry> read_line(std::string_view line) {
    simdjson::dom::parser parser;
    Element element;
    if (parser.parse(line.data(), line.size()).get(element)) return cannot_read("line");
    Members members(element);
    ledger::Entry entry;
    entry.seq = members.number("seq");
    entry.kind = static_cast<ledger::Kind>(members.number("kind"));
    entry.item = members.id<ledger::ItemId>("item");
    entry.version = static_cast<std::uint32_t>(members.number("version"));
    entry.type = members.text("type");
    members.each("subjects", [&](Element subject) {
        std::string_view text;
        const auto id = subject.get(text) ? std::nullopt : ledger::SubjectId::parse(text);
        entry.subjects.push_back(members.parsed("subjects", id));
    });
    std::array<std::uint8_t, 14> happened{};
    members.bytes("happened", happened);
    entry.happened = members.parsed("happened", When::from_canonical(happened));
    entry.recorded_at = members.parsed("recorded_at", Instant::parse_iso(members.text("recorded_at")));
    entry.recorded_by = members.id<ledger::WorkerId>("recorded_by");
    entry.key = members.id<ledger::IdempotencyKey>("key");
    entry.batch = members.id<ledger::BatchId>("batch");
    Element shared;
    if (element["shared"].get(shared)) return cannot_read("shared part");
    entry.shared = read_part(shared, members);
    members.each("parts", [&](Element part) { entry.parts.push_back(read_part(part, members)); });
    members.bytes("previous_hash", entry.previous_hash);
    members.bytes("hash", entry.hash);
    if (!members.what_is_wrong().empty()) return cannot_read(members.what_is_wrong());
    return entry;
}

Result<std::string> lines_of(ledger::Store& store) {
    std::string lines;
    const auto read = store.read_whole(1, std::numeric_limits<std::int64_t>::max(), [&lines](const ledger::Entry& entry) {
        lines += line_of(entry) + '\n';
        return true;
    });
    if (!read) return refuse(read.error());
    return lines;
}

Result<void> put_lines(std::string_view lines, ledger::Store& store) {
    std::vector<ledger::Entry> entries;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        auto entry = read_line(lines.substr(0, end));
        if (!entry) return refuse(entry.error());
        entries.push_back(std::move(*entry));
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    }
    return store.append(entries, {});
}

}  // namespace steadfast::releases
