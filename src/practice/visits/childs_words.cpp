#include "practice/visits/childs_words.hpp"

#include "record/item/body.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Found;

constexpr std::string_view words_key = "child_words";
constexpr std::size_t most_looked_through = 6;

bool has_place_for_words(const record::ItemType& type) {
    const auto position = type.position(words_key);
    return position && type.fields()[*position].is_about_each;
}

/// What one item says in the words of this child; empty where it says nothing, or can't be read.
std::string words_in(record::Record& record, const record::SeenBook& book, const Found& found, ledger::SubjectId child) {
    const auto entry = record.latest_entry(book.book(), found);
    if (!entry) return "";
    const auto content = record::read_entry(found.type(), *entry);
    if (!content) return "";
    for (std::size_t i = 0; i < entry->subjects.size() && i < content->about.size(); ++i) {
        if (book.book().resolved(entry->subjects[i]) != child) continue;
        const auto* words = std::get_if<std::string>(&content->about[i].values[*found.type().position(words_key)]);
        return words ? *words : "";
    }
    return "";
}

}  // namespace

std::vector<ChildsWords> latest_words_of(record::Record& record, const record::SeenBook& book, const record::SeenChild& child, std::size_t most) {
    std::vector<Found> places;
    book.each_about(child, [&places](const Found& found) {
        if (found.head().has(record::RowHead::has_parts) && has_place_for_words(found.type())) places.push_back(found);
    });
    std::stable_sort(places.begin(), places.end(), [](const Found& a, const Found& b) { return a.happened_on() > b.happened_on(); });
    if (places.size() > most_looked_through) places.resize(most_looked_through);
    std::vector<ChildsWords> all;
    for (const Found& found : places) {
        if (all.size() >= most) break;
        if (std::string words = words_in(record, book, found, child.id); !words.empty()) all.push_back({found, found.happened_on(), std::move(words)});
    }
    return all;
}

}  // namespace steadfast::practice
