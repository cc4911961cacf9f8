#pragma once

#include "ledger/sqlite/connection.hpp"

#include <deque>
#include <unordered_map>

namespace steadfast::ledger::sqlite {

/// Values that many rows repeat, each kept once in a table of its own and known in the rows by a small number.
/// One connection's view of it. The numbers run from 1 without gaps, and a value never changes its number.
template <class Value>
class Interned {
public:
    /// `all` selects number and value from a number on; `add` inserts a number and a value. Both must be literals.
    Interned(Connection& connection, const char* all, const char* add) : connection_(connection), all_(all), add_(add) {}

    /// The value of a number. Lives as long as this does, whatever is added later.
    [[nodiscard]] const Value& value(std::int64_t number) {
        if (number < 1 || static_cast<std::size_t>(number) > values_.size()) read_new();
        if (number < 1 || static_cast<std::size_t>(number) > values_.size()) throw Failure(11, "a row names a number that nothing has");
        return values_[static_cast<std::size_t>(number) - 1];
    }

    /// The number of a value, which is added where it is new. Only in a transaction.
    [[nodiscard]] std::int64_t number(const Value& value) {
        if (numbers_.empty()) read_new();
        const auto [place, is_new] = numbers_.try_emplace(value, static_cast<std::int64_t>(values_.size()) + 1);
        if (is_new) {
            values_.push_back(value);
            connection_.query(add_).with(place->second, place->first).run();
        }
        return place->second;
    }

    /// After a transaction was rolled back: what it added is no longer there.
    void forget() {
        values_.clear();
        numbers_.clear();
    }

private:
    void read_new() {
        auto query = connection_.query(all_);
        query.with(static_cast<std::int64_t>(values_.size()) + 1);
        while (query.step()) {
            values_.push_back(read(query, static_cast<Value*>(nullptr)));
            numbers_.emplace(values_.back(), query.number(0));
        }
    }
    static std::string read(Query& query, std::string*) { return std::string(query.text(1)); }
    template <class Thing>
    static Id<Thing> read(Query& query, Id<Thing>*) { return query.id<Thing>(1); }

    Connection& connection_;
    const char* all_;
    const char* add_;
    std::deque<Value> values_;
    std::unordered_map<Value, std::int64_t> numbers_;
};

}  // namespace steadfast::ledger::sqlite
