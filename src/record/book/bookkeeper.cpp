#include "record/book/bookkeeper.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

constexpr std::uint32_t is_list = 0x80000000u;

/// Whether two of RowHead::subjects name the same people in the same order.
bool name_the_same(const StableArray<std::uint32_t>& lists, std::uint32_t one, std::uint32_t other) {
    if (one == other) return true;
    if (!(one & is_list) || !(other & is_list)) return false;
    const std::uint32_t count = lists[one & ~is_list];
    for (std::uint32_t i = 0; i <= count; ++i)
        if (lists[(one & ~is_list) + i] != lists[(other & ~is_list) + i]) return false;
    return true;
}

ledger::EntryView view_of(const ledger::Entry& entry, std::vector<std::string_view>& bodies) {
    bodies.clear();
    for (const auto& part : entry.parts) bodies.push_back(part.part.body);
    ledger::EntryView view;
    view.seq = entry.seq;
    view.kind = entry.kind;
    view.item = entry.item;
    view.version = entry.version;
    view.type = entry.type;
    view.subjects = entry.subjects;
    view.happened = entry.happened;
    view.recorded_at = entry.recorded_at;
    view.recorded_by = entry.recorded_by;
    view.batch = entry.batch;
    view.body = entry.shared.part.body;
    view.bodies = bodies;
    return view;
}

}  // namespace

Bookkeeper::Bookkeeper(const Catalogue& catalogue) : catalogue_(catalogue), batches_(std::make_shared<Book::Batches>()) {
    now_.spine_ = std::make_shared<Spine>();
    now_.unknown_types_ = std::make_shared<Book::UnknownTypes>();
    now_.merged_into_ = std::make_shared<const std::unordered_map<ledger::SubjectId, ledger::SubjectId>>();
    worker_numbers_.emplace(ledger::WorkerId(), static_cast<std::uint16_t>(now_.spine_->workers.grow()));   // Worker 0 is nobody.
    for (const ItemType* type : catalogue.all()) {
        by_key_.emplace(type->key(), static_cast<std::uint16_t>(tables_.size()));
        tables_.push_back(std::make_shared<Table>(*type, *now_.spine_));
        touched_.push_back(true);
    }
    publish();
}

Result<void> Bookkeeper::open(ledger::Store& store, ledger::Sequence up_to, const Opening& opening) {
    const auto head = store.head();
    if (!head) return refuse(head.error());
    const auto batches = store.batches();
    if (!batches) return refuse(batches.error());
    for (const ledger::Batch& batch : *batches) {
        const bool ended = batch.ended != 0 && batch.ended <= up_to;
        const auto number = batch_number(batch.id);
        batches_->states[number] = ended ? batch.state : ledger::Batch::State::open;
    }

    const ledger::Sequence last = std::min(up_to, head->seq);
    if (opening) opening(0, last);
    constexpr ledger::Sequence often = 1 << 14;
    const auto read = store.read(1, last, [this, last, &opening](const ledger::EntryView& entry) {
        apply(entry);
        if (opening && entry.seq % often == 0) opening(entry.seq, last);
    });
    if (!read) return refuse(read.error());
    if (opening) opening(last, last);

    now_.head_ = *head;
    if (last < head->seq) {
        const auto entry = store.entry(last);
        if (!entry) return refuse(entry.error());
        now_.head_ = {last, *entry ? (*entry)->hash : ledger::Digest{}};
    }
    publish();
    return {};
}

Result<void> Bookkeeper::open_one(ledger::Store& store, ledger::SubjectId subject, ledger::Sequence up_to) {
    const auto batches = store.batches();
    if (!batches) return refuse(batches.error());
    for (const ledger::Batch& batch : *batches)
        batches_->states[batch_number(batch.id)] = batch.ended != 0 && batch.ended <= up_to ? batch.state : ledger::Batch::State::open;

    const auto entries = store.entries_about(subject, up_to);
    if (!entries) return refuse(entries.error());
    std::vector<std::string_view> bodies;
    for (const ledger::Entry& entry : *entries) apply(view_of(entry, bodies));
    if (!entries->empty()) now_.head_ = {entries->back().seq, entries->back().hash};
    publish();
    return {};
}

void Bookkeeper::take(ledger::Store& store, std::span<const ledger::Entry> group) {
    std::vector<std::string_view> bodies;
    for (const ledger::Entry& entry : group) {
        const ledger::EntryView view = view_of(entry, bodies);
        apply(view);
        if (entry.kind == ledger::Kind::batch_closed) end_batch(store, ledger::BatchId(entry.item.bytes()), true);
        if (entry.kind == ledger::Kind::batch_struck_out) end_batch(store, ledger::BatchId(entry.item.bytes()), false);
        if (entry.kind == ledger::Kind::destroyed) forget_destroyed(store, view);
        now_.head_ = {entry.seq, entry.hash};
    }
    publish();
}

Result<bool> Bookkeeper::catch_up(ledger::Store& store, const ledger::Head& head, const std::function<bool()>& goes_on) {
    constexpr std::size_t entries_a_group = 2'000;
    const ledger::Head mine = now_.head_;
    if (head == mine) return true;
    if (head.seq <= mine.seq) return false;

    ledger::Digest expected = mine.hash;
    bool follows_on = true;
    std::vector<ledger::Entry> group;
    const auto take_group = [&] {
        take(store, group);
        group.clear();
    };
    const auto read = store.read_whole(mine.seq + 1, head.seq, [&](const ledger::Entry& entry) {
        follows_on = entry.previous_hash == expected;
        if (!follows_on) return false;
        expected = entry.hash;
        group.push_back(entry);
        if (group.size() == entries_a_group) take_group();
        return !goes_on || goes_on();
    });
    if (!read) return refuse(read.error());
    if (follows_on && !group.empty()) take_group();
    return follows_on;
}

void Bookkeeper::apply(const ledger::EntryView& entry) {
    switch (entry.kind) {
        case ledger::Kind::saved:
        case ledger::Kind::moved:
        case ledger::Kind::withdrawn: apply_saved(entry); break;
        case ledger::Kind::merged:
        case ledger::Kind::unmerged: apply_merge(entry); break;
        case ledger::Kind::destroyed:
        case ledger::Kind::batch_closed:
        case ledger::Kind::batch_struck_out: break;
    }
}

void Bookkeeper::apply_saved(const ledger::EntryView& entry) {
    Spine& spine = *now_.spine_;
    const std::uint32_t batch = entry.batch.is_none() ? 0 : batch_number(entry.batch);
    const std::uint32_t known = spine.item_index.find(entry.item.bytes(), spine.item_ids.size());
    const bool is_new = known == IdIndex::none;
    // A change that an import makes to what is there already waits, unseen, until the import closes.
    if (batches_->states[batch] == ledger::Batch::State::struck_out) return pass_over(entry);
    if (!is_new && batches_->states[batch] == ledger::Batch::State::open) return;

    RowHead head;
    head.seq = static_cast<std::uint32_t>(entry.seq);
    head.version = entry.version;
    head.recorded_at = static_cast<std::uint32_t>(entry.recorded_at.seconds());
    head.recorded_by = worker_number(entry.recorded_by.bytes());
    head.batch = batch;
    head.flags = static_cast<std::uint16_t>((batch != 0 ? RowHead::imported : 0) | (entry.bodies.empty() ? 0 : RowHead::has_parts) |
                                            (entry.kind == ledger::Kind::withdrawn ? RowHead::withdrawn : 0));
    head.subjects = subjects_of(entry.subjects);

    if (is_new) {
        const std::uint16_t table = table_number(entry.type);
        const auto number = static_cast<std::uint32_t>(spine.item_ids.grow());
        spine.item_ids[number] = entry.item.bytes();
        spine.locators.grow();
        head.item = number;
        const std::uint32_t row = writable(table).append(head, entry.body, entry.bodies, epoch_);
        spine.locators[number] = {row, table};
        spine.item_index.insert(number);
        mention(head.subjects, number);
        return;
    }

    const Locator locator = spine.locators[known];
    Table& table = writable(locator.table);
    const RowHead before = table.head(locator.row);
    head.item = known;
    head.flags |= static_cast<std::uint16_t>(before.flags & RowHead::imported);
    // The same people as before need no second list, and no second mention: whoever reads about one of them would meet it twice.
    if (name_the_same(spine.subject_lists, head.subjects, before.subjects)) head.subjects = before.subjects;
    else mention(head.subjects, known);
    // What was withdrawn keeps its last text for those who may look into it.
    if (entry.kind == ledger::Kind::withdrawn) {
        head.flags |= before.flags;
        head.subjects = before.subjects;
        table.put_head(locator.row, head, epoch_);
        return;
    }
    table.overwrite(locator.row, head, entry.body, entry.bodies, epoch_);
}

void Bookkeeper::pass_over(const ledger::EntryView& entry) {
    const std::uint32_t known = now_.spine_->item_index.find(entry.item.bytes(), now_.spine_->item_ids.size());
    if (known == IdIndex::none) return;
    const Locator& locator = now_.spine_->locators[known];
    RowHead head = tables_[locator.table]->head(locator.row);
    if (head.version >= entry.version) return;
    head.version = entry.version;
    writable(locator.table).put_head(locator.row, head, epoch_);
}

void Bookkeeper::apply_merge(const ledger::EntryView& entry) {
    if (entry.subjects.size() != 2) return;
    auto merged = std::make_shared<std::unordered_map<ledger::SubjectId, ledger::SubjectId>>(*now_.merged_into_);
    if (entry.kind == ledger::Kind::unmerged) merged->erase(entry.subjects[1]);
    else if (now_.resolved(entry.subjects[0]) != entry.subjects[1]) (*merged)[entry.subjects[1]] = entry.subjects[0];
    now_.merged_into_ = std::move(merged);
}

void Bookkeeper::end_batch(ledger::Store& store, ledger::BatchId batch, bool counts) {
    auto ended = std::make_shared<Book::Batches>(*batches_);
    batches_ = ended;
    const std::uint32_t number = batch_number(batch);
    ended->states[number] = counts ? ledger::Batch::State::closed : ledger::Batch::State::struck_out;

    // The new items stand in their tables already; what the import changed is read again and put in, or passed over.
    const auto batches = store.batches();
    if (!batches) return;
    for (const ledger::Batch& one : *batches) {
        if (one.id != batch) continue;
        std::vector<std::string_view> bodies;
        (void)store.read(one.first, one.last, [this, batch](const ledger::EntryView& entry) {
            if (entry.batch != batch) return;
            const std::uint32_t known = now_.spine_->item_index.find(entry.item.bytes(), now_.spine_->item_ids.size());
            if (known == IdIndex::none) return;
            const Locator& locator = now_.spine_->locators[known];
            if (tables_[locator.table]->head(locator.row).version < entry.version) apply(entry);
        });
    }
}

void Bookkeeper::forget_destroyed(ledger::Store& store, const ledger::EntryView& order) {
    // Which entries lost a part is asked of the store: it is the only one who knows for certain.
    std::vector<std::string_view> bodies;
    const auto subjects = std::vector<ledger::SubjectId>(order.subjects.begin(), order.subjects.end());
    for (const auto& subject : subjects) {
        const auto entries = store.entries_about(subject, order.seq);
        if (!entries) continue;
        for (const ledger::Entry& entry : *entries) {
            if (!entry.shared.destroyed && std::ranges::none_of(entry.parts, &ledger::KeptPart::destroyed)) continue;
            const std::uint32_t known = now_.spine_->item_index.find(entry.item.bytes(), now_.spine_->item_ids.size());
            if (known == IdIndex::none) continue;
            const Locator locator = now_.spine_->locators[known];
            const RowHead head = tables_[locator.table]->head(locator.row);
            if (head.seq != entry.seq) continue;
            const ledger::EntryView left = view_of(entry, bodies);
            writable(locator.table).overwrite(locator.row, head, entry.shared.destroyed ? std::string_view() : left.body, left.bodies, epoch_);
        }
    }
}

void Bookkeeper::publish() {
    now_.tables_.resize(tables_.size());
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        if (!touched_[i]) continue;
        now_.tables_[i] = std::make_shared<const Table>(*tables_[i]);
        touched_[i] = false;
    }
    now_.batches_ = std::make_shared<const Book::Batches>(*batches_);
    now_.items_ = now_.spine_->item_ids.size();
    now_.people_ = now_.spine_->person_ids.size();
    now_.mentions_ = now_.spine_->mentions.size();
    published_.store(std::make_shared<const Book>(now_), std::memory_order_release);
    ++epoch_;
}

std::uint16_t Bookkeeper::table_number(std::string_view type) {
    if (type.data() == last_key_ && tables_[last_table_]->type().key() == type) return last_table_;
    auto found = by_key_.find(type);
    if (found == by_key_.end()) {
        const std::string& key = now_.unknown_types_->keys.emplace_back(type);
        ItemWords words;
        words.key = words.name = words.plural = key;
        const ItemType& unknown = now_.unknown_types_->types.emplace_back(std::move(words), std::vector<Field>());
        found = by_key_.emplace(unknown.key(), static_cast<std::uint16_t>(tables_.size())).first;
        tables_.push_back(std::make_shared<Table>(unknown, *now_.spine_));
        touched_.push_back(true);
    }
    last_key_ = type.data();
    last_table_ = found->second;
    return last_table_;
}

Table& Bookkeeper::writable(std::uint16_t table) {
    touched_[table] = true;
    return *tables_[table];
}

std::uint32_t Bookkeeper::person_number(const IdBytes& id) {
    Spine& spine = *now_.spine_;
    const std::uint32_t known = spine.person_index.find(id, spine.person_ids.size());
    if (known != IdIndex::none) return known;
    const auto number = static_cast<std::uint32_t>(spine.person_ids.grow());
    spine.person_ids[number] = id;
    spine.latest_mention.grow();
    spine.latest_mention[number].store(IdIndex::none, std::memory_order_release);
    spine.person_index.insert(number);
    return number;
}

std::uint32_t Bookkeeper::subjects_of(std::span<const ledger::SubjectId> subjects) {
    if (subjects.size() == 1) return person_number(subjects[0].bytes());
    StableArray<std::uint32_t>& lists = now_.spine_->subject_lists;
    const auto place = static_cast<std::uint32_t>(lists.grow());
    lists[place] = static_cast<std::uint32_t>(subjects.size());
    for (const auto& subject : subjects) {
        const std::uint32_t person = person_number(subject.bytes());
        lists[lists.grow()] = person;
    }
    return is_list | place;
}

std::uint16_t Bookkeeper::worker_number(const IdBytes& id) {
    StableArray<IdBytes>& workers = now_.spine_->workers;
    if (const auto found = worker_numbers_.find(ledger::WorkerId(id)); found != worker_numbers_.end()) return found->second;
    if (workers.size() == 0xffff) return 0;
    const auto number = static_cast<std::uint16_t>(workers.grow());
    workers[number] = id;
    worker_numbers_.emplace(ledger::WorkerId(id), number);
    return number;
}

std::uint32_t Bookkeeper::batch_number(ledger::BatchId batch) {
    const auto [found, is_new] = batch_numbers_.emplace(batch, static_cast<std::uint32_t>(batches_->ids.size()));
    if (is_new) {
        batches_->ids.push_back(batch);
        batches_->states.push_back(ledger::Batch::State::open);
    }
    return found->second;
}

void Bookkeeper::mention(std::uint32_t subjects, std::uint32_t item) {
    Spine& spine = *now_.spine_;
    const auto mention_one = [&spine, item](std::uint32_t person) {
        const std::size_t place = spine.mentions.grow();
        spine.mentions[place] = {item, spine.latest_mention[person].load(std::memory_order_relaxed), spine.locators[item].table};
        spine.latest_mention[person].store(static_cast<std::uint32_t>(place), std::memory_order_release);
    };
    if (!(subjects & is_list)) return mention_one(subjects);
    const std::uint32_t list = subjects & ~is_list;
    const std::uint32_t count = spine.subject_lists[list];
    for (std::uint32_t i = 1; i <= count; ++i) mention_one(spine.subject_lists[list + i]);
}

}  // namespace steadfast::record
