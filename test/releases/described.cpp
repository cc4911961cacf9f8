#include "described.hpp"

#include <fmt/format.h>

#include <limits>
#include <unordered_set>

namespace steadfast::releases {
namespace {

using record::RowHead;
using record::Value;

std::string in_text(const Value& value) {
    struct Text {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const Date& date) const { return date.iso(); }
        std::string operator()(const When& when) const { return when.text(); }
        std::string operator()(std::int32_t number) const { return std::to_string(number); }
        std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
        std::string operator()(const std::string& text) const {
            std::string quoted;
            record::append_json_string(quoted, text);
            return quoted;
        }
        std::string operator()(const std::vector<std::string>& codes) const {
            std::string all;
            for (const auto& code : codes) all += (all.empty() ? "" : ", ") + operator()(code);
            return all;
        }
        std::string operator()(const ledger::ItemId& item) const { return item.text(); }
    };
    return std::visit(Text{}, value);
}

std::string state_of(const RowHead& head) {
    std::string state;
    for (const auto& [flag, says] : {std::pair(RowHead::withdrawn, "recorded in error"), std::pair(RowHead::gone, "gone from its return"),
                                     std::pair(RowHead::destroyed, "destroyed"), std::pair(RowHead::unreadable, "unreadable"),
                                     std::pair(RowHead::imported, "imported")})
        if (head.has(flag)) state += std::string(", ") + says;
    return state;
}

std::string fields_of(const record::ItemType& type, const record::Content& content) {
    std::string lines;
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (record::is_recorded(content.values[i])) lines += fmt::format("    {}: {}\n", type.fields()[i].key, in_text(content.values[i]));
    if (!content.unknown.empty()) lines += fmt::format("    unknown: {}\n", content.unknown);
    if (!content.unknown_texts.empty()) lines += fmt::format("    unknown texts: {}\n", content.unknown_texts);
    return lines;
}

/// What the store holds of an entry, part by part.
std::string content_of(const record::ItemType& type, const record::Values& held, const ledger::Entry& entry) {
    if (entry.kind == ledger::Kind::withdrawn) return fmt::format("    because: {}\n", entry.shared.part.narrative);
    const auto shared = record::read_part(type, entry.shared.part);
    if (!shared) return fmt::format("    unreadable: {}\n", entry.shared.part.body);
    std::string lines = fields_of(type, *shared);
    for (std::size_t i = 0; i < held.size(); ++i) {
        const record::Field& field = type.fields()[i];
        const bool stays_in_the_store = field.kind == record::FieldKind::narrative || field.is_about_each;
        if (!stays_in_the_store && held[i] != shared->values[i]) lines += fmt::format("! the Book holds {}: {}\n", field.key, in_text(held[i]));
    }
    for (std::size_t i = 0; i < entry.parts.size(); ++i) {
        if (entry.parts[i].part.is_empty()) continue;
        const auto part = record::read_part(type, entry.parts[i].part);
        lines += fmt::format("  only about {}\n", entry.subjects[i].text()) + (part ? fields_of(type, *part) : "! unreadable\n");
    }
    return lines;
}

std::string describe(record::Record& record, const record::Book& book, const ledger::Entry& first) {
    const auto found = book.find(first.item);
    if (!found) return fmt::format("{} {} of an import that does not count\n", first.type, first.item.text());
    std::string lines = fmt::format("{} {} version {}{}{}\n", found->type().key(), first.item.text(), found->head().version, state_of(found->head()),
                                    found->type().is_declared() ? "" : ", of a kind that is not known here");
    for (const auto& subject : book.subjects(*found)) lines += fmt::format("  about {}\n", book.resolved(subject).text());
    const auto entry = record.latest_entry(book, *found);
    return lines + (entry ? content_of(found->type(), found->values(), *entry) : "! " + entry.error().whole() + "\n");
}

}  // namespace

Result<std::string> described(record::Record& record) {
    const auto book = record.book();
    std::string lines;
    std::unordered_set<ledger::ItemId> seen;
    const auto read = record.ledger().store().read_whole(1, std::numeric_limits<std::int64_t>::max(), [&](const ledger::Entry& entry) {
        const bool is_an_item = entry.kind == ledger::Kind::saved;
        if (is_an_item && seen.insert(entry.item).second) lines += describe(record, *book, entry);
        return true;
    });
    if (!read) return refuse(read.error());
    return lines;
}

}  // namespace steadfast::releases
