#pragma once

#include "demo/dice.hpp"
#include "demo/moment.hpp"
#include "record/item/withdrawal.hpp"
#include "record/record.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace steadfast::demo {

/// One save that somebody made, and when.
struct Saving {
    Moment at;
    ledger::Change change;
};

/// Something that was recorded: what its next version starts from.
struct Written {
    ledger::ItemId item;
    std::uint32_t version = 0;
    std::optional<Moment> last;
};

/// How soon after something happened it gets typed up.
enum class Typed { at_once, as_most_do };
/// How much of a council's work is typed up weeks after it was done.
enum class Late { now_and_then, often };

/// Writes down what happens in one family as its workers would have: each fact at a working hour after it happened,
/// never before it was known, and a correction as a new version.
class Story {
public:
    /// @param today what would be saved on this day or later is not saved yet.
    /// @param savings where everything goes, in the order in which it is told.
    Story(Dice dice, Date today, std::vector<Saving>& savings, Late late = Late::now_and_then)
        : dice_(dice), today_(today), savings_(savings), late_(late) {}

    [[nodiscard]] Dice& dice() { return dice_; }
    [[nodiscard]] Date today() const { return today_; }
    [[nodiscard]] bool has_happened(Date day) const { return day < today_; }
    /// When what happened on a day gets typed up. Most of it that day or the next, some of it weeks later.
    [[nodiscard]] Moment typed_up(Date day, Typed how = Typed::as_most_do);

    /// Saves a new item or the next version of one: at the moment given, or as soon after its last version as can be.
    /// What would be saved today or later is not saved yet.
    template <class T>
    void save(Written& written, const T& value, std::vector<ledger::SubjectId> subjects, ledger::WorkerId by, Moment at) {
        if (!turns_to(written, at)) return;
        keep(*written.last, record::change_of(value, written.item, written.version, std::move(subjects), by));
        ++written.version;
    }

    /// The same with parts about each child.
    void save(Written& written, const record::ItemType& type, const record::Content& content, std::vector<ledger::SubjectId> subjects,
              ledger::WorkerId by, Moment at) {
        if (!turns_to(written, at)) return;
        keep(*written.last, record::change_of(type, written.item, written.version, std::move(subjects), content, by));
        ++written.version;
    }

    /// Says that an item was recorded in error.
    template <class T>
    void withdraw(Written& written, std::vector<ledger::SubjectId> subjects, std::string_view because, ledger::WorkerId by,
                  Moment at) {
        if (written.version == 0 || !turns_to(written, at)) return;
        keep(*written.last,
             record::withdrawal_of(record::type_of<T>().key(), written.item, written.version, std::move(subjects), because,
                                       by));
        ++written.version;
    }

    /// Says that an item was recorded on the wrong child, and puts it on the right ones.
    template <class T>
    void move(Written& written, const T& value, std::vector<ledger::SubjectId> to, std::string_view because, ledger::WorkerId by, Moment at) {
        if (written.version == 0 || !turns_to(written, at)) return;
        auto change = record::change_of(value, written.item, written.version, std::move(to), by);
        change.kind = ledger::Kind::moved;
        change.shared = record::with_because(std::move(change.shared), because);
        keep(*written.last, std::move(change));
        ++written.version;
    }

private:
    [[nodiscard]] bool turns_to(Written& written, Moment at);
    void keep(Moment at, ledger::Change change);

    Dice dice_;
    Date today_;
    std::vector<Saving>& savings_;
    Late late_;
};

}  // namespace steadfast::demo
