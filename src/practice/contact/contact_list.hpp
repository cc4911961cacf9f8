#pragma once

#include "practice/contact/contact.hpp"
#include "practice/contact/timescales.hpp"
#include "record/access/seen_book.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::practice {

/// A contact in a list.
struct ContactRow {
    ledger::ItemId item;
    Contact contact;                              ///< Without its long texts.
    std::vector<record::SeenChild> children;
    std::optional<DecideBy> by;
};

/// Those nobody has decided on: children in immediate danger first, then the one that has waited longest. One without a day stands before
/// the others of its kind.
[[nodiscard]] std::vector<ContactRow> waiting_contacts(const record::SeenBook& book);

/// How many wait, for the navigation.
[[nodiscard]] std::size_t count_waiting(const record::Book& book, const record::Viewer& viewer);

struct DecidedFilter {
    std::vector<std::string> decisions;   ///< Codes; empty is every decision.
    std::optional<Date> from;             ///< By the day on which it was decided.
    std::optional<Date> to;
};
/// One page of those that were decided on, the latest first. Years of contacts are sorted by their days alone; only what the
/// page shows is read whole.
struct DecidedPage {
    std::vector<ContactRow> rows;
    std::size_t whole = 0;
    std::size_t page = 1;     ///< From 1; the last where a later one was asked for.
    std::size_t pages = 1;
};
[[nodiscard]] DecidedPage decided_contacts(const record::SeenBook& book, const DecidedFilter& filter, std::size_t page);

/// One row of the book.
[[nodiscard]] ContactRow contact_row(const record::SeenBook& book, const record::Found& found);

/// "Amira Khan, Sam Khan", or that nobody is on record yet.
[[nodiscard]] std::string names_of(const std::vector<record::SeenChild>& children);

}  // namespace steadfast::practice
