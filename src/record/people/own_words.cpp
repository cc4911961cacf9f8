#include "record/people/own_words.hpp"

#include "record/item/body.hpp"

namespace steadfast::record {
namespace {

constexpr std::size_t most_looked_through = 6;

/// The field about each child that holds their words.
std::optional<std::size_t> place_for_words(const ItemType& type) {
    const auto& fields = type.fields();
    const auto place = std::find_if(fields.begin(), fields.end(),
                                    [](const Field& field) { return field.is_about_each && holds_own_words(field); });
    return place == fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(place - fields.begin()));
}

/// What one item says in the words of this child; empty where it says nothing, or can't be read.
std::string words_in(Record& record, const SeenBook& book, const Found& found, ledger::SubjectId child) {
    const auto entry = record.latest_entry(book.book(), found);
    if (!entry) return "";
    const auto content = read_entry(found.type(), *entry);
    if (!content) return "";
    const auto place = place_for_words(found.type());
    for (std::size_t i = 0; place && i < entry->subjects.size() && i < content->about.size(); ++i) {
        if (book.book().resolved(entry->subjects[i]) != child) continue;
        const auto* words = std::get_if<std::string>(&content->about[i].values[*place]);
        return words ? *words : "";
    }
    return "";
}

}  // namespace

std::vector<OwnWords> latest_words_of(Record& record, const SeenBook& book, const SeenChild& child, std::size_t most) {
    std::vector<Found> places;
    book.each_about(child, [&places](const Found& found) {
        if (found.head().has(RowHead::has_parts) && place_for_words(found.type())) places.push_back(found);
    });
    std::stable_sort(places.begin(), places.end(),
                     [](const Found& a, const Found& b) { return a.happened_on() > b.happened_on(); });
    if (places.size() > most_looked_through) places.resize(most_looked_through);
    std::vector<OwnWords> all;
    for (const Found& found : places) {
        if (all.size() >= most) break;
        if (std::string words = words_in(record, book, found, child.id); !words.empty())
            all.push_back({found, found.happened_on(), std::move(words)});
    }
    return all;
}

}  // namespace steadfast::record
