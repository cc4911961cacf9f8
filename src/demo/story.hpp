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

/// Writes down what happens in one family as its workers would have: each fact at a working hour after it happened,
/// never before it was known, and a correction as a new version. Saves that fall outside the stretch of time being
/// told are counted and not kept, so that a large council can be told a stretch at a time.
class Story {
public:
    /// Days from `first` to the day before `end`, of all that happened before `today`.
    struct Stretch {
        Date first;
        Date end;
        Date today;
    };

    Story(Dice dice, Stretch stretch, std::vector<Saving>& savings) : dice_(dice), stretch_(stretch), savings_(savings) {}

    [[nodiscard]] Dice& dice() { return dice_; }
    [[nodiscard]] Date today() const { return stretch_.today; }
    [[nodiscard]] bool has_happened(Date day) const { return day < stretch_.today; }
    /// When what happened on a day gets typed up. Most of it that day or the next, some of it weeks later.
    [[nodiscard]] Moment typed_up(Date day, Typed how = Typed::as_most_do);

    /// Saves a new item or the next version of one: at the moment given, or as soon after its last version as can be.
    /// What would be saved today or later is not saved yet.
    template <class T>
    void save(Written& written, const T& value, std::vector<ledger::SubjectId> subjects, ledger::WorkerId by, Moment at) {
        if (!turns_to(written, at)) return;
        const auto key = next_key();
        if (is_told(*written.last))
            keep(*written.last, record::change_of(value, written.item, written.version, std::move(subjects), by), key);
        ++written.version;
    }

    /// The same with parts about each child.
    void save(Written& written, const record::ItemType& type, const record::Content& content, std::vector<ledger::SubjectId> subjects,
              ledger::WorkerId by, Moment at) {
        if (!turns_to(written, at)) return;
        const auto key = next_key();
        if (is_told(*written.last))
            keep(*written.last, record::change_of(type, written.item, written.version, std::move(subjects), content, by), key);
        ++written.version;
    }

    /// Says that an item was recorded in error.
    template <class T>
    void withdraw(Written& written, std::vector<ledger::SubjectId> subjects, std::string_view because, ledger::WorkerId by,
                  Moment at) {
        if (written.version == 0 || !turns_to(written, at)) return;
        const auto key = next_key();
        if (is_told(*written.last))
            keep(*written.last,
                 record::withdrawal_of(record::type_of<T>().key(), written.item, written.version, std::move(subjects), because,
                                       by),
                 key);
        ++written.version;
    }

private:
    [[nodiscard]] bool turns_to(Written& written, Moment at);
    [[nodiscard]] bool is_told(const Moment& at) const { return stretch_.first <= at.day && at.day < stretch_.end; }
    [[nodiscard]] ledger::IdempotencyKey next_key() { return ledger::IdempotencyKey(dice_.id()); }
    void keep(Moment at, ledger::Change change, ledger::IdempotencyKey key);

    Dice dice_;
    Stretch stretch_;
    std::vector<Saving>& savings_;
};

}  // namespace steadfast::demo
