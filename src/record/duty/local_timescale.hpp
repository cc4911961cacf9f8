#pragma once

#include "law/timescale.hpp"
#include "record/book/book.hpp"
#include "record/item/item_type.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace steadfast::record {

/// The units in which a council says an interval of its own.
extern const law::CodeSet interval_unit;

/// From a day on, how often or how soon this council does what no law fixes: visits under a protection plan every ten working days.
struct LocalTimescale {
    std::string timescale;                  ///< law::Timescale::key.
    std::optional<Date> from;               ///< Counts for every step that is counted from this day or a later one.
    std::optional<std::int32_t> count;      ///< 1 to `most_local_count`.
    Coded<interval_unit> unit;
    Narrative why;
};
inline constexpr std::int32_t most_local_count = 400;

template <>
const ItemType& type_of<LocalTimescale>();

/// The limit that such an item says; none where it says none that can be.
[[nodiscard]] std::optional<law::TimeLimit> limit_of(const LocalTimescale& local);

/// The code of a unit, as such items say it.
[[nodiscard]] std::string_view unit_code(law::TimeLimit::Unit unit);

/// Every interval that a council has said. Worked out once from the items, and shared by all readers.
class LocalTimescales {
public:
    explicit LocalTimescales(const Book& book);
    [[nodiscard]] static std::shared_ptr<const LocalTimescales> of(const Book& book);

    struct Said {
        ledger::ItemId item;
        Date from;
        law::TimeLimit limit;
        std::uint32_t seq = 0;
    };
    /// What was said of one, what counts from the latest day first.
    [[nodiscard]] const std::vector<Said>& said_of(std::string_view timescale_key) const;

private:
    std::unordered_map<std::string, std::vector<Said>> said_;
};

/// A timescale as the council has it: itself where no council says otherwise. Lives as long as the program, like every timescale.
[[nodiscard]] const law::Timescale& as_the_council_has_it(const Book& book, const law::Timescale& timescale);

/// The same sentence with another limit in it.
[[nodiscard]] std::string says_with(const law::Timescale& timescale, law::TimeLimit limit);

}  // namespace steadfast::record
