#pragma once

#include "base/result.hpp"
#include "record/access/access_index.hpp"
#include "record/access/role.hpp"
#include "record/book/book.hpp"
#include "record/people/person.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace steadfast::record {

/// A child as one viewer may see them.
struct SeenChild {
    ledger::SubjectId id;    ///< The one who was kept, where children were merged.
    Found row;
    Person person;
    std::string name;
};

/// How far somebody sees a child (decision 11).
struct Sight {
    enum class How : std::uint8_t {
        not_found,   ///< For them there is no such record.
        exists,      ///< There is one that they may not read. They learn whom to ring, and never whose it is.
        seen,
    };
    How how = How::not_found;
    std::string ring;               ///< Where it exists: whom to ring, in words.
    bool is_restricted = false;     ///< Where it exists or is seen.
};

/// The Book as somebody sees it: the only way to a child from a page. What they may not see is not found, so that a
/// refusal never tells that there is a record; but who answers the telephone learns that there is one.
class SeenBook {
public:
    SeenBook(std::shared_ptr<const Book> book, Viewer viewer);

    [[nodiscard]] const Viewer& viewer() const { return viewer_; }
    [[nodiscard]] const Book& book() const { return *book_; }
    [[nodiscard]] const AccessIndex& access() const { return *access_; }
    /// Another version of the same record, as it was known on a day: what stood in it then, for who may see it now.
    [[nodiscard]] SeenBook looking_back_at(std::shared_ptr<const Book> then) const;

    [[nodiscard]] Sight sight_of(ledger::SubjectId id) const;
    /// Every person of whom the viewer may know no more than that a record exists: for a search, which must show neither
    /// the name nor anything else of them.
    void each_who_only_exists(const std::function<void(const Found&)>& visit) const;

    /// Refused as not found; where the viewer may learn that the record exists, as not allowed, with whom to ring.
    [[nodiscard]] Result<SeenChild> child(ledger::SubjectId id) const;
    /// An item, where the viewer may see everybody it is about. What was recorded in error only for those who may see audit.
    [[nodiscard]] Result<Found> item(ledger::ItemId id) const;
    /// An item of which the viewer may see at least somebody whom it is about. Unless they may see everybody, the shared part is
    /// not for them: only the part about those whom they may see, the names of the others withheld.
    [[nodiscard]] Result<Found> item_in_part(ledger::ItemId id) const;
    [[nodiscard]] bool may_see_everybody(std::span<const ledger::SubjectId> subjects) const;
    /// Whether they may read what its author marked as fit to be read in the file of each: they see one of them, and no seal or
    /// conflict of interest stands between them and another.
    [[nodiscard]] bool may_read_what_fits_each(std::span<const ledger::SubjectId> subjects) const;
    /// Every person the viewer may know of, in the order they were first recorded.
    void each_person(const std::function<void(const Found&)>& visit) const;
    /// Every item of a type that the viewer may see.
    void each_of(const ItemType& type, const std::function<void(const Found&)>& visit) const;
    /// Every visible item about a child, latest mention first.
    void each_about(const SeenChild& child, const std::function<void(const Found&)>& visit) const;
    /// The same of some types alone.
    void each_about(const SeenChild& child, const WantedTypes& wanted, const std::function<void(const Found&)>& visit) const;

private:
    [[nodiscard]] Sight::How how_seen(ledger::SubjectId subject) const;
    [[nodiscard]] bool is_within_restriction(ledger::SubjectId kept, const AccessIndex::Guard& guard) const;
    [[nodiscard]] bool has_a_part(ledger::SubjectId kept) const;
    [[nodiscard]] bool may_see(ledger::SubjectId subject) const { return how_seen(subject) == Sight::How::seen; }
    [[nodiscard]] bool is_kept_out_of(ledger::SubjectId subject) const;
    [[nodiscard]] bool may_open(const ItemType& type) const;
    [[nodiscard]] bool may_see_everybody_in(const Found& found) const;

    std::shared_ptr<const Book> book_;
    std::shared_ptr<const AccessIndex> access_;
    Viewer viewer_;
    // What the role grants, asked once: a list asks about each of sixty thousand.
    bool sees_children_;
    bool sees_every_child_;
    bool sees_restricted_;
    bool sees_sealed_;
    bool learns_of_restricted_;
    bool uses_emergency_access_;
};

}  // namespace steadfast::record
