#include "record/item/item_type.hpp"

#include "law/years.hpp"
#include "record/item/when_in_words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace steadfast::record {
namespace {

std::string code_in_words(const law::CodeSet& set, const std::string& code, Codes codes) {
    if (!set.find(code)) return fmt::format("{} (not a code of this set)", code);
    const auto says = set.says(code);
    // A set of our own is in no return, so its codes tell nobody anything.
    const bool is_our_own = set.source == "Steadfast";
    return says == code || codes == Codes::left_out || is_our_own ? std::string(says) : fmt::format("{} ({})", says, code);
}

/// A fact about a whole return year happened from its first day to its last. Unknown for a year that is no year.
When whole_return_year(std::int32_t ends_in) {
    if (ends_in < 1801 || ends_in > 2299) return When();
    const law::ReturnYear year(ends_in);
    return When::days(year.first_day(), year.last_day());
}

}  // namespace

ItemType::ItemType(ItemWords words, std::vector<Field> fields, std::vector<Shape> earlier)
    : words_(std::move(words)), fields_(std::move(fields)), earlier_(std::move(earlier)) {
    for (const Shape& shape : earlier_)
        for (const BodyStep& step : shape)
            for (const auto key : step.retires)
                if (position(key)) throw std::logic_error(fmt::format("{} of {} was another field's key once: a key is never used again", key, words_.key));
    const auto must_have = [this](std::string_view field_key) {
        const auto found = position(field_key);
        if (!found) throw std::logic_error(fmt::format("{} declares no field {}", words_.key, field_key));
        return *found;
    };
    const auto must_tell_when = [&](std::string_view field_key) {
        const auto found = must_have(field_key);
        const Field& field = fields_[found];
        if (field.kind != FieldKind::day && field.kind != FieldKind::when && !(field.kind == FieldKind::number && field.is_return_year))
            throw std::logic_error(fmt::format("{} of {} can't tell when something happened", field_key, words_.key));
        return found;
    };
    if (!words_.happened.empty()) happened_ = must_tell_when(words_.happened);
    if (!words_.ended.empty()) ended_ = must_tell_when(words_.ended);
    for (const auto field_key : words_.summary) summary_.push_back(must_have(field_key));
    for (const Field& field : fields_) {
        if (!field.not_before.empty()) must_have(field.not_before);
        if (!field.needed_where.empty()) must_have(field.needed_where);
    }
    // These are held in memory and shown to whoever may see the item; what is said about one child alone is not.
    const auto must_be_shared = [this](std::size_t i) {
        if (fields_[i].is_about_each) throw std::logic_error(fmt::format("{} of {} is about each child and can't stand for the whole item", fields_[i].key, words_.key));
    };
    for (const std::size_t i : summary_) must_be_shared(i);
    for (const auto i : {happened_, ended_})
        if (i) must_be_shared(*i);
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i].is_natural_key || !fields_[i].columns.empty()) must_be_shared(i);
}

std::optional<std::size_t> ItemType::position(std::string_view field_key) const {
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i].key == field_key) return i;
    return std::nullopt;
}

bool ItemType::has_fields_about_each() const {
    return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return field.is_about_each; });
}

When ItemType::happened(const Values& values) const {
    const auto as_when = [&values](std::optional<std::size_t> field) {
        if (!field) return When();
        if (const auto* when = std::get_if<When>(&values[*field])) return *when;
        if (const auto* day = std::get_if<Date>(&values[*field])) return When::day(*day);
        if (const auto* year = std::get_if<std::int32_t>(&values[*field])) return whole_return_year(*year);
        return When();
    };
    const When start = as_when(happened_);
    const When end = as_when(ended_);
    return end.is_known() ? start.until(end) : start;
}

std::string ItemType::summary(const Values& values) const {
    std::string line;
    for (const std::size_t i : summary_) {
        const std::string words = in_words(fields_[i], values[i]);
        if (words.empty()) continue;
        if (!line.empty()) line += "; ";
        const bool needs_label = fields_[i].kind == FieldKind::day || fields_[i].kind == FieldKind::number || fields_[i].kind == FieldKind::yes_no;
        line += needs_label ? fmt::format("{}: {}", fields_[i].label, words) : words;
    }
    return line;
}

void Catalogue::add(const ItemType& type) {
    if (!by_key_.emplace(type.key(), &type).second)
        throw std::logic_error(fmt::format("two item types are called {}", type.key()));
    types_.push_back(&type);
}

const ItemType* Catalogue::find(std::string_view key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
}

std::string in_words(const Field& field, const Value& value, Codes codes) {
    struct Words {
        const Field& field;
        Codes shown;
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const Date& date) const { return date.words_with_weekday(); }
        std::string operator()(const When& when) const { return record::in_words(when); }
        std::string operator()(std::int32_t number) const { return std::to_string(number); }
        std::string operator()(bool yes) const { return yes ? "Yes" : "No"; }
        std::string operator()(const std::string& text) const { return field.codes ? code_in_words(*field.codes, text, shown) : text; }
        std::string operator()(const std::vector<std::string>& codes) const {
            std::string words;
            for (const auto& code : codes) {
                if (!words.empty()) words += "; ";
                words += field.codes ? code_in_words(*field.codes, code, shown) : code;
            }
            return words;
        }
        std::string operator()(const ledger::ItemId&) const { return ""; }
    };
    return std::visit(Words{field, codes}, value);
}

}  // namespace steadfast::record
