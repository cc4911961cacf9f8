#include "record/record.hpp"

#include "ledger/destruction_register.hpp"
#include "record/drafts/drafts.hpp"
#include "record/search/people_index.hpp"

#include <algorithm>
#include <limits>

namespace steadfast::record {

Result<std::unique_ptr<Record>> Record::open(std::string_view store_address, const Catalogue& catalogue, const Clock& clock,
                                              const Opening& opening) {
    auto store = ledger::open_store(store_address, ledger::Mode::write);
    if (!store) return refuse(store.error());
    return on(std::move(*store), store_address, catalogue, clock, nullptr, opening);
}

Result<std::unique_ptr<Record>> Record::on(std::unique_ptr<ledger::Store> store, std::string_view store_address, const Catalogue& catalogue,
                                            const Clock& clock, std::unique_ptr<Bookkeeper> warm, const Opening& opening) {
    std::unique_ptr<Record> record(new Record(catalogue, clock));
    if (auto read = record->read(*store, std::move(warm), opening); !read) return refuse(read.error());
    const auto people = PeopleIndex::kept_for(record->book());
    record->ledger_ = std::make_unique<ledger::Ledger>(std::move(store), clock, ledger::register_beside(store_address));
    record->ledger_->listen([whole = record.get(), people](std::span<const ledger::Entry> group) {
        whole->bookkeeper_->take(whole->ledger_->store(), group);
        people->take(whole->book(), group);
        if (whole->heard_) whole->heard_(group.size());
    });
    return record;
}

Record::Record(const Catalogue& catalogue, const Clock& clock) : catalogue_(catalogue), clock_(clock) {}

Record::~Record() = default;

Result<void> Record::open_drafts(const std::array<std::uint8_t, 32>& secret) {
    auto drafts = Drafts::open(ledger_->store(), secret);
    if (!drafts) return refuse(drafts.error());
    drafts_ = std::move(*drafts);
    return {};
}

Result<void> Record::read(ledger::Store& store, std::unique_ptr<Bookkeeper> warm, const Opening& opening) {
    if (warm) {
        const auto head = store.head();
        if (!head) return refuse(head.error());
        const auto follows_on = warm->catch_up(store, *head);
        if (!follows_on) return refuse(follows_on.error());
        bookkeeper_ = std::move(warm);
        if (*follows_on) return {};
    }
    bookkeeper_ = std::make_unique<Bookkeeper>(catalogue_);
    return bookkeeper_->open(store, std::numeric_limits<ledger::Sequence>::max(), opening);
}

Result<std::shared_ptr<const Book>> Record::as_known_on(Instant at) {
    const auto up_to = ledger_->store().last_recorded_by(at);
    if (!up_to) return refuse(up_to.error());
    Bookkeeper then(catalogue_);
    const auto opened = then.open(ledger_->store(), *up_to);
    if (!opened) return refuse(opened.error());
    return then.published();
}

Result<std::shared_ptr<const Book>> Record::as_known_on(Instant at, ledger::SubjectId subject) {
    const auto up_to = ledger_->store().last_recorded_by(at);
    if (!up_to) return refuse(up_to.error());
    Bookkeeper then(catalogue_);
    const auto opened = then.open_one(ledger_->store(), subject, *up_to);
    if (!opened) return refuse(opened.error());
    return then.published();
}

Result<ledger::Entry> Record::latest_entry(const Book&, const Found& found) {
    auto entry = ledger_->store().entry(found.head().seq);
    if (!entry) return refuse(entry.error());
    if (!*entry) return refuse(Refusal::Kind::unavailable, "The entry could not be read from the store.", "Ask for a verification of the record.");
    return std::move(**entry);
}

ledger::Change change_of(const ItemType& type, ledger::ItemId item, std::uint32_t starts_from,
                         std::vector<ledger::SubjectId> subjects, const Content& content, ledger::WorkerId by) {
    ledger::Change change;
    change.item = item;
    change.starts_from = starts_from;
    change.type = type.key();
    change.subjects = std::move(subjects);
    change.happened = type.happened(content.values);
    change.recorded_by = by;
    change.shared = write_shared(type, content);
    for (const Content& about : content.about) change.parts.push_back(write_part_about(type, about));
    const bool says_nothing = std::all_of(change.parts.begin(), change.parts.end(), [](const ledger::Part& part) { return part.is_empty(); });
    if (says_nothing) change.parts.clear();
    return change;
}

}  // namespace steadfast::record
