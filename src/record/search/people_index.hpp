#pragma once

#include "record/book/book.hpp"
#include "record/search/term_table.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace steadfast::record {

/// Somebody who was changed since the table was made: their terms as they are now, none where they are not to be found.
struct ChangedPerson {
    PersonPlace person = 0;
    std::int32_t born = Candidate::no_birth;
    std::vector<PersonTerm> terms;
};

/// Everybody's terms at one moment. Immutable: whoever holds it searches it without a lock.
class SearchedPeople {
public:
    /// Everybody who fits all words, in no promised order. They may be of a version of the Book a moment older or younger than
    /// the one they are looked up in.
    [[nodiscard]] std::vector<Candidate> candidates(const Asked& asked) const;
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t changed_people() const { return changed_.size(); }

private:
    friend class PeopleIndex;
    std::shared_ptr<const TermTable> table_ = std::make_shared<const TermTable>();
    std::vector<std::shared_ptr<const ChangedPerson>> changed_;   ///< By person.
};

/// By what people are found: derived from the Book, made when the record opens and kept up with each save. One thread tells it of
/// saves; any may search. A change costs some microseconds; when many have gathered, the table is made anew in the background.
class PeopleIndex {
public:
    PeopleIndex();
    /// One that is made of this Book, and that `of` finds for as long as somebody keeps it up.
    [[nodiscard]] static std::shared_ptr<PeopleIndex> kept_for(const std::shared_ptr<const Book>& book);
    /// The one that is kept up beside a Book. For a Book that nobody keeps one for, such as one of a past day, one is made.
    [[nodiscard]] static std::shared_ptr<const PeopleIndex> of(const Book& book);
    ~PeopleIndex();
    PeopleIndex(const PeopleIndex&) = delete;
    PeopleIndex& operator=(const PeopleIndex&) = delete;

    /// Makes the table of everybody in the Book.
    void make(const std::shared_ptr<const Book>& book);
    /// Takes what was just committed.
    /// @param book the Book with these entries in it.
    void take(const std::shared_ptr<const Book>& book, std::span<const ledger::Entry> group);

    [[nodiscard]] std::shared_ptr<const SearchedPeople> published() const { return published_.load(std::memory_order_acquire); }

    /// So many changed people may wait before the table is made anew: looking through them takes some milliseconds.
    static constexpr std::size_t most_changed = 1'000;

private:
    [[nodiscard]] static TermTable table_of(const Book& book);
    void change(const Book& book, ledger::SubjectId subject, SearchedPeople& next);
    void make_in_background(const std::shared_ptr<const Book>& book);
    void remember(const Book& book);
    [[nodiscard]] bool is_of(const Book& book) const;

    std::mutex publishing_;
    std::vector<PersonPlace> changed_meanwhile_;   ///< While a table is being made.
    bool is_making_ = false;
    std::thread maker_;
    std::atomic<std::shared_ptr<const SearchedPeople>> published_;
    /// The tables of people that it went by last: pages work from versions that are moments old. Held, so that no other has their address.
    std::deque<std::shared_ptr<const Table>> tables_;
    mutable std::mutex remembering_;
    static constexpr std::size_t most_tables = 256;
};

}  // namespace steadfast::record
