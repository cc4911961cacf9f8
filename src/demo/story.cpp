#include "demo/story.hpp"

#include "law/working_days.hpp"

namespace steadfast::demo {

Moment Story::typed_up(Date day, Typed how) {
    int working_days_later = 0;
    if (how == Typed::as_most_do) {
        const int of_a_hundred = dice_.between(1, 100);
        // Recording late is what inspectors find most; how late is nowhere published, so these shares are of our own choosing.
        if (late_ == Late::often && of_a_hundred > 94) working_days_later = dice_.between(11, 65);
        else if (of_a_hundred > 98) working_days_later = dice_.between(11, 30);
        else if (of_a_hundred > 92) working_days_later = dice_.between(5, 10);
        else if (of_a_hundred > 80) working_days_later = dice_.between(2, 4);
        else if (of_a_hundred > 60) working_days_later = 1;
    }
    if (working_days_later == 0 && !law::is_working_day(day)) working_days_later = 1;
    return {law::add_working_days(day, working_days_later), dice_.between(0, Moment::slots - 1)};
}

bool Story::turns_to(Written& written, Moment at) {
    if (written.item.is_none()) written.item = ledger::ItemId(dice_.id());
    written.last = written.last ? std::max(at, written.last->next()) : at;
    return written.last->day < today_;
}

void Story::keep(Moment at, ledger::Change change) {
    change.key = ledger::IdempotencyKey(dice_.id());
    savings_.push_back({at, std::move(change)});
}

}  // namespace steadfast::demo
