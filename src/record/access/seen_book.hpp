#pragma once

#include "base/result.hpp"
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

/// The Book as somebody sees it: the only way to a child from a page. What they may not see is not found, so that a
/// refusal never tells that there is a record.
class SeenBook {
public:
    SeenBook(std::shared_ptr<const Book> book, Viewer viewer) : book_(std::move(book)), viewer_(viewer) {}

    [[nodiscard]] const Viewer& viewer() const { return viewer_; }
    [[nodiscard]] const Book& book() const { return *book_; }

    [[nodiscard]] Result<SeenChild> child(ledger::SubjectId id) const;
    /// An item, where the viewer may see everybody it is about. What was recorded in error only for those who may see audit.
    [[nodiscard]] Result<Found> item(ledger::ItemId id) const;
    /// An item of which the viewer may see at least somebody whom it is about. Unless they may see everybody, the shared part is
    /// not for them: only the part about those whom they may see, the names of the others withheld.
    [[nodiscard]] Result<Found> item_in_part(ledger::ItemId id) const;
    [[nodiscard]] bool may_see_everybody(std::span<const ledger::SubjectId> subjects) const;
    /// Every person the viewer may know of, in the order they were first recorded.
    void each_person(const std::function<void(const Found&)>& visit) const;
    /// Every item of a type that the viewer may see.
    void each_of(const ItemType& type, const std::function<void(const Found&)>& visit) const;
    /// Every visible item about a child, latest mention first.
    void each_about(const SeenChild& child, const std::function<void(const Found&)>& visit) const;

private:
    [[nodiscard]] bool may_see(ledger::SubjectId subject) const;
    [[nodiscard]] bool may_see_everybody_in(const Found& found) const;

    std::shared_ptr<const Book> book_;
    Viewer viewer_;
};

}  // namespace steadfast::record
