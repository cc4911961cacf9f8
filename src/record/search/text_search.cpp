#include "record/search/text_search.hpp"

#include "record/item/body.hpp"
#include "record/search/name_key.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace steadfast::record {
namespace {

constexpr std::size_t most_words = 8;
constexpr std::size_t before_the_first = 90;    // Bytes shown before the first word that fits…
constexpr std::size_t after_the_first = 210;    // …and from it on.

bool is_letter_or_digit(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || c == '\'';
}

bool begins_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

/// Whether a word of a text begins with a folded one. Most words need no folding to be told apart.
bool begins_with(std::string_view word, const std::string& folded_word) {
    const bool is_plain = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\''; });
    if (!is_plain) return folded(word).starts_with(folded_word);
    if (word.size() < folded_word.size()) return false;
    for (std::size_t i = 0; i < folded_word.size(); ++i) {
        const char c = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
        if (c != folded_word[i]) return false;
    }
    return true;
}

struct Place {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The words of a text that fit one of those asked for, in order. Empty unless each of them is there.
std::vector<Place> places_in(std::string_view text, const std::vector<std::string>& words) {
    std::vector<Place> places;
    std::vector<bool> is_there(words.size(), false);
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && !is_letter_or_digit(text[at])) ++at;
        const std::size_t from = at;
        while (at < text.size() && is_letter_or_digit(text[at])) ++at;
        if (from == at) break;
        bool fits = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!begins_with(text.substr(from, at - from), words[i])) continue;
            is_there[i] = fits = true;
        }
        if (fits) places.push_back({from, at});
    }
    if (!std::all_of(is_there.begin(), is_there.end(), [](bool there) { return there; })) return {};
    return places;
}

std::vector<std::string> words_of(std::string_view asked) {
    const std::string plain = folded(asked);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < plain.size() && words.size() < most_words;) {
        const std::size_t end = std::min(plain.find(' ', at), plain.size());
        words.push_back(plain.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// One child's rows as the viewer may read them, and the entries that hold their texts.
class Reading {
public:
    Reading(Record& record, const SeenBook& book, const SeenChild& child) : book_(book) {
        std::set<ledger::SubjectId> subjects{child.id};
        std::set<ledger::ItemId> met;
        book.each_about(child, [&](const Found& found) {
            if (!met.insert(book.book().item_id(found)).second) return;
            rows_.push_back(found);
            // Items of a record that was joined with this one name the other.
            for (const ledger::SubjectId subject : book.book().subjects(found))
                if (book.book().resolved(subject) == child.id) subjects.insert(subject);
        });
        std::sort(rows_.begin(), rows_.end(), [](const Found& a, const Found& b) {
            return a.happened_on() != b.happened_on() ? b.happened_on() < a.happened_on() : b.head().seq < a.head().seq;
        });
        for (const ledger::SubjectId subject : subjects) {
            auto entries = record.ledger().store().entries_about(subject, book.book().head().seq);
            if (!entries) {
                fault_ = entries.error();
                return;
            }
            for (ledger::Entry& entry : *entries) entries_.emplace(entry.seq, std::move(entry));
        }
    }

    [[nodiscard]] const std::optional<Refusal>& fault() const { return fault_; }
    [[nodiscard]] const std::vector<Found>& rows() const { return rows_; }

    /// The first of a row's texts that holds all the words.
    [[nodiscard]] std::optional<TextFound> find_in(const Found& row, const std::vector<std::string>& words) const {
        const auto entry = entries_.find(row.head().seq);
        if (entry == entries_.end() || !row.type().is_declared()) return std::nullopt;
        const auto content = read_entry(row.type(), entry->second);
        if (!content) return std::nullopt;
        if (auto found = find_among(row, content->values, words)) return found;
        for (std::size_t i = 0; i < std::min(content->about.size(), entry->second.subjects.size()); ++i) {
            auto found = find_among(row, content->about[i].values, words);
            if (!found) continue;
            found->only_about = entry->second.subjects[i];
            return found;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<TextFound> find_among(const Found& row, const Values& values, const std::vector<std::string>& words) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Field& field = row.type().fields()[i];
            if (field.kind != FieldKind::narrative && field.kind != FieldKind::text) continue;
            const auto* text = std::get_if<std::string>(&values[i]);
            if (!text) continue;
            if (auto excerpt = excerpt_of(*text, words)) return TextFound{row, book_.book().item_id(row), field.label, std::nullopt, std::move(*excerpt)};
        }
        return std::nullopt;
    }

    const SeenBook& book_;
    std::vector<Found> rows_;
    std::unordered_map<ledger::Sequence, ledger::Entry> entries_;
    std::optional<Refusal> fault_;
};

}  // namespace

std::optional<Excerpt> excerpt_of(std::string_view text, const std::vector<std::string>& folded_words) {
    if (folded_words.empty()) return std::nullopt;
    const auto places = places_in(text, folded_words);
    if (places.empty()) return std::nullopt;
    std::size_t from = places[0].from > before_the_first ? places[0].from - before_the_first : 0;
    std::size_t to = std::min(text.size(), std::max(places[0].to, places[0].from + after_the_first));
    while (from > 0 && !begins_a_letter(text[from])) --from;
    while (to < text.size() && !begins_a_letter(text[to])) ++to;

    Excerpt excerpt;
    excerpt.begins_inside = from > 0;
    excerpt.ends_inside = to < text.size();
    std::size_t at = from;
    for (const Place& place : places) {
        if (place.to > to) break;
        if (place.from > at) excerpt.pieces.push_back({std::string(text.substr(at, place.from - at)), false});
        excerpt.pieces.push_back({std::string(text.substr(place.from, place.to - place.from)), true});
        at = place.to;
    }
    if (at < to) excerpt.pieces.push_back({std::string(text.substr(at, to - at)), false});
    return excerpt;
}

Result<TextsFound> search_texts(Record& record, const SeenBook& book, const SeenChild& child, std::string_view asked, std::size_t most) {
    const auto words = words_of(asked);
    TextsFound texts;
    if (words.empty()) return texts;
    const Reading reading(record, book, child);
    if (reading.fault()) return refuse(*reading.fault());
    for (const Found& row : reading.rows()) {
        auto found = reading.find_in(row, words);
        if (!found) continue;
        ++texts.whole;
        if (texts.found.size() < most) texts.found.push_back(std::move(*found));
    }
    return texts;
}

}  // namespace steadfast::record
