#include "record/search/people_index.hpp"

#include "record/people/person.hpp"
#include "record/record.hpp"
#include "record/search/person_terms.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

bool comes_before(const std::shared_ptr<const ChangedPerson>& one, PersonPlace person) { return one->person < person; }

std::optional<PersonPlace> place_of(const Book& book, ledger::SubjectId subject) {
    const auto found = book.find(item_of(subject));
    if (!found || &found->type() != &type_of<Person>()) return std::nullopt;
    return found->row;
}

/// The indexes that are kept up, one for each record that is open.
struct Kept {
    std::mutex guard;
    std::vector<std::weak_ptr<PeopleIndex>> indexes;
};
Kept& kept() {
    static Kept all;
    return all;
}

std::shared_ptr<const Table> people_of(const Book& book) {
    for (const auto& table : book.tables())
        if (&table->type() == &type_of<Person>()) return table;
    return nullptr;
}

bool is_among(const std::vector<std::shared_ptr<const ChangedPerson>>& changed, PersonPlace person) {
    const auto at = std::lower_bound(changed.begin(), changed.end(), person, comes_before);
    return at != changed.end() && (*at)->person == person;
}

}  // namespace

std::vector<Candidate> SearchedPeople::candidates(const Asked& asked) const {
    std::function<bool(PersonPlace)> is_passed_over;
    if (!changed_.empty()) is_passed_over = [this](PersonPlace person) { return is_among(changed_, person); };
    auto found = table_->candidates(asked, is_passed_over);
    if (asked.words.empty()) return found;
    for (const auto& person : changed_) {
        Candidate candidate{.person = person->person, .born = person->born};
        bool fits = !person->terms.empty();
        for (std::size_t i = 0; i < asked.words.size() && fits; ++i) {
            const auto fit = best_fit(asked.words[i], person->terms);
            fits = fit.has_value();
            if (!fits) break;
            candidate.grade = static_cast<std::uint16_t>(candidate.grade + fit->grade());
            candidate.is_by_secret |= fit->term->source == TermSource::confidential_postcode;
        }
        if (fits) found.push_back(candidate);
    }
    return found;
}

std::size_t SearchedPeople::bytes() const {
    std::size_t total = table_->bytes();
    for (const auto& person : changed_) total += sizeof(ChangedPerson) + person->terms.size() * sizeof(PersonTerm);
    return total;
}

PeopleIndex::PeopleIndex() : published_(std::make_shared<const SearchedPeople>()) {}

PeopleIndex::~PeopleIndex() {
    if (maker_.joinable()) maker_.join();
}

std::shared_ptr<PeopleIndex> PeopleIndex::kept_for(const std::shared_ptr<const Book>& book) {
    auto index = std::make_shared<PeopleIndex>();
    index->make(book);
    const std::lock_guard lock(kept().guard);
    std::erase_if(kept().indexes, [](const auto& one) { return one.expired(); });
    kept().indexes.push_back(index);
    return index;
}

std::shared_ptr<const PeopleIndex> PeopleIndex::of(const Book& book) {
    std::vector<std::weak_ptr<PeopleIndex>> indexes;
    {
        const std::lock_guard lock(kept().guard);
        indexes = kept().indexes;
    }
    for (const auto& one : indexes)
        if (auto index = one.lock(); index && index->is_of(book)) return index;
    auto index = std::make_shared<PeopleIndex>();
    index->make(std::make_shared<const Book>(book));
    return index;
}

void PeopleIndex::remember(const Book& book) {
    auto table = people_of(book);
    const std::lock_guard lock(remembering_);
    if (!table || (!tables_.empty() && tables_.back() == table)) return;
    tables_.push_back(std::move(table));
    if (tables_.size() > most_tables) tables_.pop_front();
}

bool PeopleIndex::is_of(const Book& book) const {
    const auto table = people_of(book);
    const std::lock_guard lock(remembering_);
    return table && std::find(tables_.rbegin(), tables_.rend(), table) != tables_.rend();
}

void PeopleIndex::make(const std::shared_ptr<const Book>& book) {
    remember(*book);
    if (maker_.joinable()) maker_.join();
    const std::lock_guard lock(publishing_);
    auto next = std::make_shared<SearchedPeople>();
    next->table_ = std::make_shared<const TermTable>(table_of(*book));
    published_.store(std::move(next), std::memory_order_release);
}

void PeopleIndex::take(const std::shared_ptr<const Book>& book, std::span<const ledger::Entry> group) {
    remember(*book);
    std::vector<ledger::SubjectId> subjects;
    for (const ledger::Entry& entry : group) {
        const bool is_about_many = ends_batch(entry) || entry.kind == ledger::Kind::destroyed;
        const bool is_moved_away = entry.kind == ledger::Kind::moved && is_searched(entry.type);
        // Whom an import changed, and whom an item was moved from, the entry does not say; and what was destroyed must be gone.
        if (is_about_many || is_moved_away) return make(book);
        const bool is_merge = entry.kind == ledger::Kind::merged || entry.kind == ledger::Kind::unmerged;
        if (!entry.batch.is_none() || (!is_merge && !is_searched(entry.type))) continue;
        subjects.insert(subjects.end(), entry.subjects.begin(), entry.subjects.end());
    }
    if (subjects.empty()) return;
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());

    bool is_full = false;
    {
        const std::lock_guard lock(publishing_);
        auto next = std::make_shared<SearchedPeople>(*published());
        for (const ledger::SubjectId subject : subjects) {
            change(*book, subject, *next);
            if (const auto kept = book->resolved(subject); kept != subject) change(*book, kept, *next);
        }
        is_full = next->changed_.size() > most_changed && !is_making_;
        published_.store(std::move(next), std::memory_order_release);
    }
    if (is_full) make_in_background(book);
}

void PeopleIndex::change(const Book& book, ledger::SubjectId subject, SearchedPeople& next) {
    const auto place = place_of(book, subject);
    if (!place) return;
    auto changed = std::make_shared<ChangedPerson>();
    changed->person = *place;
    const auto own = book.find(item_of(subject));
    // Whoever was merged into another is found under that one.
    if (book.is_visible(*own->table, own->row) && book.resolved(subject) == subject) {
        changed->born = birth_of(*own);
        book.each_about(subject, [&](const Found& found) {
            const bool is_anothers = &found.type() == &type_of<Person>() && found.row != *place;
            add_terms_of(found, is_anothers, [&changed](const std::string& text, TermSource source) {
                PersonTerm term{text.substr(0, TermTable::longest_term), source};
                if (std::find(changed->terms.begin(), changed->terms.end(), term) == changed->terms.end()) changed->terms.push_back(std::move(term));
            });
        });
    }
    const auto at = std::lower_bound(next.changed_.begin(), next.changed_.end(), *place, comes_before);
    if (at != next.changed_.end() && (*at)->person == *place) *at = std::move(changed);
    else next.changed_.insert(at, std::move(changed));
    if (is_making_) changed_meanwhile_.push_back(*place);
}

void PeopleIndex::make_in_background(const std::shared_ptr<const Book>& book) {
    if (maker_.joinable()) maker_.join();
    {
        const std::lock_guard lock(publishing_);
        is_making_ = true;
        changed_meanwhile_.clear();
    }
    maker_ = std::thread([this, book] {
        auto table = std::make_shared<const TermTable>(table_of(*book));
        const std::lock_guard lock(publishing_);
        const auto now = published();
        auto next = std::make_shared<SearchedPeople>();
        next->table_ = std::move(table);
        // Who was changed while the table was made is not in it as they are now.
        std::sort(changed_meanwhile_.begin(), changed_meanwhile_.end());
        for (const auto& person : now->changed_)
            if (std::binary_search(changed_meanwhile_.begin(), changed_meanwhile_.end(), person->person)) next->changed_.push_back(person);
        is_making_ = false;
        published_.store(std::move(next), std::memory_order_release);
    });
}

TermTable PeopleIndex::table_of(const Book& book) {
    TermTable::Maker maker;
    for (const auto& table : book.tables()) {
        if (!is_searched(table->type())) continue;
        const bool is_people = &table->type() == &type_of<Person>();
        book.each_of(table->type(), [&](const Found& found) {
            for (const ledger::SubjectId subject : book.subjects(found)) {
                const ledger::SubjectId kept = book.resolved(subject);
                const auto place = place_of(book, kept);
                if (!place) continue;
                const auto own = book.find(item_of(kept));
                if (!book.is_visible(*own->table, own->row)) continue;
                if (is_people && found.row == *place) maker.born(*place, birth_of(found));
                add_terms_of(found, is_people && found.row != *place,
                             [&](const std::string& text, TermSource source) { maker.add(*place, text, source); });
            }
        });
    }
    return std::move(maker).make();
}

}  // namespace steadfast::record
