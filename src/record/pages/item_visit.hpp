#pragma once

#include "record/pages/item_page.hpp"

#include <charconv>
#include <string>
#include <string_view>

// What every page about an item does first and last.
namespace steadfast::record::pages {

/// The item in the address, with its versions.
[[nodiscard]] Result<ItemPage> asked_item(Record& record, const Visit& visit);

/// The same where it is to be changed or taken away: a worker's role, or what an import brought, is not for whoever writes about
/// children to change.
[[nodiscard]] Result<ItemPage> item_to_write(Record& record, const Visit& visit);

/// A page about an item: the bar of each child it is about, and the line in their access logs.
[[nodiscard]] Page page_about(const Visit& visit, const ItemPage& item, web::Html main, std::string what);

/// The version with that number; null where there is none that the viewer may see.
[[nodiscard]] const VersionShown* version_in(const ItemPage& page, std::uint32_t which);

/// What was saved as that version, read from the store.
[[nodiscard]] Result<ledger::Entry> entry_of_version(Record& record, const ItemPage& item, std::uint32_t version);
[[nodiscard]] Result<Content> content_of_version(Record& record, const ItemPage& item, std::uint32_t version);

/// "Case note: saved", for the access log: whoever reads it asks what was opened, and an item's kind says it. Of what its room alone writes
/// it says no kind: that somebody is kept out of a record is not for everybody who sees who has looked at it.
[[nodiscard]] std::string said_to_the_log(const ItemType& type, std::string_view done);
[[nodiscard]] ledger::AccessLine saved_line(const Visit& visit, std::string what, const std::vector<ledger::SubjectId>& about, ledger::ItemId item);

[[nodiscard]] inline std::vector<ledger::SubjectId> subjects_of(const ItemPage& page) {
    std::vector<ledger::SubjectId> subjects;
    for (const AboutWhom& one : page.about) subjects.push_back(one.id);
    return subjects;
}

[[nodiscard]] inline tl::unexpected<Refusal> not_opened_here() {
    return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
}

/// A number that came back from a form; 0 where it is none.
[[nodiscard]] inline std::uint32_t number_in(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace steadfast::record::pages
