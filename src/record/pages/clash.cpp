#include "record/pages/clash.hpp"

#include "record/item/form.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

bool may_keep_both(const Field& field) { return field.kind == FieldKind::narrative; }

/// One after the other, theirs first: what they wrote was recorded first.
Value both_of(const Value& theirs, const Value& mine) {
    const auto* first = std::get_if<std::string>(&theirs);
    const auto* second = std::get_if<std::string>(&mine);
    if (!first) return mine;
    if (!second) return theirs;
    return *first + "\n\n" + *second;
}

class Merging {
public:
    Merging(Merged& merged, const web::Fields& choices) : merged_(merged), choices_(choices) {}

    Value decide(const Field& field, std::string input, std::string label, const Value& base, const Value& theirs, const Value& mine) {
        if (mine == theirs || base == theirs) return mine;
        if (base == mine) {
            merged_.only_theirs.push_back(std::move(label));
            return theirs;
        }
        std::string chosen(choices_.get(input_of_choice(input)));
        if (chosen != "theirs" && chosen != "mine" && !(chosen == "both" && may_keep_both(field))) chosen.clear();
        merged_.both.push_back({&field, std::move(input), std::move(label), theirs, mine, chosen});
        if (chosen == "both") return both_of(theirs, mine);
        return chosen == "mine" ? mine : theirs;
    }

private:
    Merged& merged_;
    const web::Fields& choices_;
};

const Value& value_about(const Content& content, std::size_t child, std::size_t field) {
    static const Value nothing;
    if (child >= content.about.size() || field >= content.about[child].values.size()) return nothing;
    return content.about[child].values[field];
}

}  // namespace

bool Merged::is_decided() const {
    return std::none_of(both.begin(), both.end(), [](const FieldInClash& one) { return one.chosen.empty(); });
}

Merged merge(const ItemType& type, const std::vector<AboutWhom>& about, const Content& base, const Content& theirs, const Content& mine,
             const web::Fields& choices) {
    Merged merged;
    merged.content = theirs;
    // The mark that it is fit for each is taken off where either took it off.
    merged.content.is_fit_for_each = theirs.is_fit_for_each && mine.is_fit_for_each;
    merged.content.because = mine.because;
    Merging merging(merged, choices);
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        const Field& field = type.fields()[i];
        if (!field.is_about_each)
            merged.content.values[i] = merging.decide(field, std::string(field.key), std::string(field.label), base.values[i], theirs.values[i], mine.values[i]);
    }
    if (mine.about.empty()) return merged;
    merged.content.about.resize(about.size());
    for (std::size_t child = 0; child < about.size(); ++child) {
        auto& values = merged.content.about[child].values;
        values.resize(type.fields().size());
        for (std::size_t i = 0; i < type.fields().size(); ++i) {
            const Field& field = type.fields()[i];
            if (!field.is_about_each) continue;
            values[i] = merging.decide(field, input_about(about[child].id, field.key), fmt::format("{}: {}", about[child].name, field.label),
                                       value_about(base, child, i), value_about(theirs, child, i), value_about(mine, child, i));
        }
    }
    return merged;
}

std::string input_of_choice(std::string_view input) { return fmt::format("choose-{}", input); }

}  // namespace steadfast::record::pages
