#include "ledger/change_limits.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

namespace steadfast::ledger {
namespace {

tl::unexpected<Refusal> wrong(std::string says) {
    return refuse(Refusal::Kind::invalid, std::move(says), "This is a fault in what was sent; nothing was recorded.");
}

bool is_spelt_as_a_type(std::string_view type) {
    return !type.empty() && type.size() <= longest_type && std::all_of(type.begin(), type.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool is_kept_text(std::string_view text) {
    // PostgreSQL keeps no text with a zero byte in it, and both stores must keep the same.
    return simdjson::validate_utf8(text.data(), text.size()) && text.find('\0') == std::string_view::npos;
}

Result<void> check_text(std::string_view text, std::string_view name) {
    if (text.empty()) return {};
    if (text.size() > longest_body)
        return refuse(Refusal::Kind::invalid, fmt::format("The {} is longer than {} MB.", name, longest_body / 1024 / 1024),
                      "Shorten it, or keep the long part as a document.");
    if (text.front() != '{' || text.back() != '}') return wrong(fmt::format("The {} is not a JSON object.", name));
    if (!is_kept_text(text)) return wrong(fmt::format("The {} is not UTF-8 text.", name));
    return {};
}

Result<void> check_part(const Part& part) {
    if (auto body = check_text(part.body, "body"); !body) return body;
    return check_text(part.narrative, "narrative");
}

bool has_one_twice(std::vector<SubjectId> subjects) {
    std::sort(subjects.begin(), subjects.end());
    return std::adjacent_find(subjects.begin(), subjects.end()) != subjects.end();
}

}  // namespace

Result<void> check_change(const Change& change) {
    if (change.kind < Kind::saved || change.kind > Kind::batch_struck_out) return wrong("The change is of no known kind.");
    if (change.item.is_none()) return wrong("The change names no item.");
    if (change.recorded_by.is_none()) return wrong("The change does not say who records it.");
    if (!is_spelt_as_a_type(change.type))
        return wrong(fmt::format("A type is spelt with lower case, digits and \"_\", at most {} of them.", longest_type));
    if (change.starts_from == UINT32_MAX) return wrong("There is no version after the last.");
    if (change.subjects.size() > most_subjects)
        return refuse(Refusal::Kind::invalid, fmt::format("One entry can be about {} people at most.", most_subjects), "Record it in several.");
    if (has_one_twice(change.subjects)) return wrong("The change names somebody twice.");
    if (std::any_of(change.subjects.begin(), change.subjects.end(), [](const SubjectId& subject) { return subject.is_none(); }))
        return wrong("The change is about nobody in one of its places.");
    if (!change.parts.empty() && change.parts.size() != change.subjects.size())
        return wrong(fmt::format("There are {} parts for {} subjects.", change.parts.size(), change.subjects.size()));
    if (ends_batch(change) && !change.batch.is_none()) return wrong("What ends an import can't be part of one.");

    if (auto shared = check_part(change.shared); !shared) return shared;
    for (const Part& part : change.parts)
        if (auto checked = check_part(part); !checked) return checked;
    if (size_of(change) > longest_change)
        return refuse(Refusal::Kind::invalid, fmt::format("The change is longer than {} MB.", longest_change / 1024 / 1024),
                      "Shorten it, or record it in several.");
    return {};
}

Result<void> check_access_line(const AccessLine& line) {
    if (line.what.empty() || line.what.size() > longest_doing || !is_kept_text(line.what))
        return wrong(fmt::format("An access line says what was done in 1 to {} bytes of UTF-8.", longest_doing));
    if (line.children.size() > most_subjects) return wrong(fmt::format("An access line names {} children at most.", most_subjects));
    return {};
}

std::size_t size_of(const Change& change) {
    std::size_t size = change.shared.body.size() + change.shared.narrative.size();
    for (const Part& part : change.parts) size += part.body.size() + part.narrative.size();
    return size;
}

}  // namespace steadfast::ledger
