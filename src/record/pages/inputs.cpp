#include "record/pages/inputs.hpp"

#include "law/authorities.hpp"
#include "law/code_sets.hpp"
#include "law/spoken.hpp"
#include "record/people/checks.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace steadfast::record::pages {
namespace {

using web::Html;

/// A former spelling of a code ("1" for "M") would be offered beside today's in the same words.
bool is_offered(const law::Code& code, const std::vector<std::string_view>& chosen) {
    return code.same_as.empty() || std::find(chosen.begin(), chosen.end(), code.code) != chosen.end();
}

/// The set's codes, and what a return gave in place of one of them, so that changing something else keeps it.
std::vector<web::Choice> choices_of(const law::CodeSet& set, const std::vector<std::string_view>& chosen) {
    std::vector<web::Choice> choices;
    for (const law::Code& code : set.codes)
        if (is_offered(code, chosen)) choices.push_back({std::string(code.code), std::string(code.says)});
    for (const auto code : chosen)
        if (!code.empty() && !set.find(code)) choices.push_back({std::string(code), fmt::format("{} (not a code of this set)", code)});
    return choices;
}

/// What somebody most likely means to type; those that a reorganisation ended are left out.
std::vector<std::string> suggestions_for(const Field& field) {
    if (field.check == &checked_language) return {law::spoken_languages().begin(), law::spoken_languages().end()};
    if (field.check == &checked_nationality) return {law::nationalities().begin(), law::nationalities().end()};
    std::vector<std::string> names;
    if (field.check != &checked_authority) return names;
    for (const law::Code& authority : law::english_authority.codes)
        if (authority.last_year == law::Code().last_year) names.emplace_back(authority.says);
    std::sort(names.begin(), names.end());
    return names;
}

/// Our own sets are in no return, so their codes tell nobody anything.
/// The law's own choices, and this program's, have no code that anybody outside knows.
bool is_in_a_return(const Field& field) { return field.codes && std::ranges::count(law::all_code_sets(), field.codes) > 0; }

std::string typed_in(const web::Fields& typed, std::string_view name) { return std::string(typed.get(name)); }

}  // namespace

Html input_of(const Field& field, const web::Fields& typed, const web::FieldErrors& errors) {
    const std::string name(field.key);
    const std::string label(field.label);
    const std::string hint(field.hint);
    const std::string error(errors.at(name));
    switch (field.kind) {
        case FieldKind::day:
            return web::date_input({.name = name, .legend = label, .hint = hint.empty() ? "For example, 27 3 2026" : hint, .error = error,
                                    .wrong_part = errors.part_of(name), .typed = web::TypedDate::in(typed, name)});
        case FieldKind::when: {
            Html both;
            both << web::date_input({.name = name, .legend = label, .hint = hint, .error = error, .wrong_part = errors.part_of(name),
                                     .typed = web::TypedDate::in(typed, name)})
                 << web::text_input({.name = name + "-time", .label = "Time, if you know it", .hint = "For example, 14:30",
                                     .value = typed_in(typed, name + "-time"), .width = web::Width::five});
            if (error.find("twice that night") != std::string::npos)
                both << web::radios({.name = name + "-night", .legend = "Which was it?",
                                     .choices = {{"before", "Before the clock went back"}, {"after", "After the clock went back"}},
                                     .chosen = typed_in(typed, name + "-night")});
            return both;
        }
        case FieldKind::code: {
            auto choices = choices_of(*field.codes, typed.all(name));
            if (choices.size() <= 6)
                return web::radios({.name = name, .legend = label, .hint = hint, .error = error, .choices = std::move(choices), .chosen = typed_in(typed, name)});
            choices.insert(choices.begin(), {"", "Choose"});
            return web::select({.name = name, .label = label, .hint = hint, .error = error, .choices = std::move(choices), .chosen = typed_in(typed, name)});
        }
        case FieldKind::codes: {
            std::vector<std::string> ticked;
            for (const auto code : typed.all(name)) ticked.emplace_back(code);
            return web::checkboxes({.name = name, .legend = label, .hint = hint, .error = error, .choices = choices_of(*field.codes, typed.all(name)), .ticked = std::move(ticked)});
        }
        case FieldKind::yes_no:
            return web::radios({.name = name, .legend = label, .hint = hint, .error = error, .choices = {{"yes", "Yes"}, {"no", "No"}},
                                .chosen = typed_in(typed, name), .side_by_side = true});
        case FieldKind::narrative:
            return web::text_area({.name = name, .label = label, .hint = hint, .error = error, .value = typed_in(typed, name), .rows = 10});
        case FieldKind::number:
            return web::text_input({.name = name, .label = label, .hint = hint, .error = error, .value = typed_in(typed, name),
                                    .width = web::Width::five, .is_number = true});
        case FieldKind::link:
        case FieldKind::text: break;
    }
    return web::text_input({.name = name, .label = label, .hint = hint, .error = error, .value = typed_in(typed, name), .suggestions = suggestions_for(field)});
}

Html codes_on_demand(std::span<const Field> fields, const std::function<bool(const Field&)>& is_asked) {
    web::Table table{.caption = "What the returns call each choice", .columns = {{"Asked"}, {"Code"}, {"Means"}}, .rows = {}, .hides_caption = true};
    for (const Field& field : fields) {
        if (!is_in_a_return(field) || !is_asked(field)) continue;
        for (const law::Code& code : field.codes->codes)
            if (is_offered(code, {})) table.rows.push_back({Html(field.label), Html(code.code), Html(code.says)});
    }
    return table.rows.empty() ? Html() : web::details(table.caption, web::table(table));
}

std::vector<web::Choice> choices_today(const law::CodeSet& set) {
    std::vector<web::Choice> choices;
    for (const law::Code& code : set.codes)
        if (is_offered(code, {})) choices.push_back({std::string(code.code), std::string(code.says)});
    return choices;
}

}  // namespace steadfast::record::pages
