#include "record/pages/item_visit.hpp"

#include "record/pages/child_view.hpp"

namespace steadfast::record::pages {

Result<ItemPage> asked_item(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return item_page(record, visit.book, *id);
}

Result<ItemPage> item_to_write(Record& record, const Visit& visit) {
    auto item = asked_item(record, visit);
    if (item && item->type->written() == Written::by_its_room)
        return refuse(Refusal::Kind::not_allowed, "This is not changed on a form.", "Go back to it and read who keeps it.");
    return item;
}

Page page_about(const Visit& visit, const ItemPage& item, web::Html main, std::string what) {
    Page page;
    page.title = item.type->name();
    for (const SeenChild& child : item.children) {
        page.before_main << child_bar(visit, child);
        page.about.push_back(child.id);
    }
    page.main = std::move(main);
    page.what = std::move(what);
    page.item = item.id;
    return page;
}

std::string said_to_the_log(const ItemType& type, std::string_view done) {
    return std::string(type.written() != Written::by_its_room ? type.name() : "An entry") + ": " + std::string(done);
}

const VersionShown* version_in(const ItemPage& page, std::uint32_t which) {
    for (const VersionShown& shown : page.versions)
        if (shown.version == which) return &shown;
    return nullptr;
}

Result<ledger::Entry> entry_of_version(Record& record, const ItemPage& item, std::uint32_t version) {
    const VersionShown* shown = version_in(item, version);
    auto entry = shown ? record.ledger().store().entry(shown->seq) : Result<std::optional<ledger::Entry>>(std::nullopt);
    if (!entry) return refuse(entry.error());
    if (!*entry) return refuse(Refusal::Kind::not_found, "There is no such version.", "Open it afresh and look at what is there.");
    return std::move(**entry);
}

Result<Content> content_of_version(Record& record, const ItemPage& item, std::uint32_t version) {
    const auto entry = entry_of_version(record, item, version);
    if (!entry) return refuse(entry.error());
    return read_entry(*item.type, *entry);
}

ledger::AccessLine saved_line(const Visit& visit, std::string what, const std::vector<ledger::SubjectId>& about, ledger::ItemId item) {
    return {visit.now, visit.book.viewer().worker, std::move(what), about, item};
}

}  // namespace steadfast::record::pages
