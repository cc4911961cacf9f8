#include "record/search/search_view.hpp"

#include "law/code_sets.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;
using Open = PeopleSought::Open;

std::string_view code_of(Open open) { return open == Open::open ? "open" : open == Open::closed ? "closed" : ""; }

std::vector<web::Choice> sexes() {
    std::vector<web::Choice> choices = choices_today(law::sex);
    choices.insert(choices.begin(), {"", "Any"});
    return choices;
}

/// What a form must carry so that the next page is of the same search. It is sent in the body and stands in no address.
Html carried(const SearchShown& shown) {
    Html fields;
    fields << web::hidden_input("words", shown.typed) << web::hidden_input("youngest", shown.typed_youngest)
           << web::hidden_input("oldest", shown.typed_oldest) << web::hidden_input("sex", shown.sought.sex)
           << web::hidden_input("open", std::string(code_of(shown.sought.open)));
    return fields;
}

Html filter(const SearchShown& shown) {
    Html fields;
    fields << web::hidden_input("words", shown.typed)
           << web::text_input({.name = "youngest", .label = "Aged from", .error = shown.wrong_youngest, .value = shown.typed_youngest,
                               .width = web::Width::three, .is_number = true})
           << web::text_input({.name = "oldest", .label = "Aged to", .error = shown.wrong_oldest, .value = shown.typed_oldest,
                               .width = web::Width::three, .is_number = true})
           << web::select({.name = "sex", .label = "Sex", .choices = sexes(), .chosen = shown.sought.sex})
           << web::select({.name = "open", .label = "Open or closed",
                           .choices = {{"", "Either"}, {"open", "Open to our services"}, {"closed", "Closed"}},
                           .chosen = std::string(code_of(shown.sought.open))})
           << web::button({.label = "Narrow down", .looks = web::Looks::secondary});
    Html html;
    html << web::heading_2("Narrow down") << web::post_form({.action = web::to("/search"), .token = shown.form_token, .fields = fields});
    return html;
}

Html to_page(const SearchShown& shown, std::size_t page, std::string label) {
    Html fields = carried(shown);
    fields << web::hidden_input("page", std::to_string(page)) << web::button({.label = std::move(label), .looks = web::Looks::secondary});
    return web::post_form({.action = web::to("/search"), .token = shown.form_token, .fields = fields});
}

std::string caption_of(const SearchShown& shown) {
    const PeopleFound& found = shown.found;
    if (found.whole <= found.people.size() && shown.sought.first == 0 && !found.is_more) return counted(found.whole, "person", "people");
    const std::size_t first = shown.sought.first + 1;
    const std::size_t last = shown.sought.first + found.people.size();
    if (found.is_more) return fmt::format("{} to {} of more than {} people, the likeliest first. Add a word to narrow it down.", first, last, grouped(found.whole));
    return fmt::format("{} to {} of {} people, the likeliest first", first, last, grouped(found.whole));
}

Html nobody(const SearchShown& shown) {
    if (shown.sought.is_narrowed())
        return web::paragraph(Html("Nobody fits both the words and what they are narrowed down to. Widen the ages, or choose any sex and either."));
    return web::paragraph(Html("Nobody on record fits all of that. Try fewer words, a part of the name, or the date of birth alone."));
}

}  // namespace

Html records_not_to_be_read(const PeopleFound& found, std::string_view what_to_do) {
    Html html;
    for (const std::string& ring : found.only_exist)
        html << web::inset(Html() << "<p data-also><strong>There is " << std::string_view(found.people.empty() ? "a" : "also a")
                                  << " record that you may not open, and it fits what you searched for.</strong> " << ring << " " << what_to_do << "</p>");
    return html;
}

Html large_search_box(std::string_view typed, const std::string& form_token) {
    return web::search_box({.action = web::to("/search"), .label = "Name, date of birth, number, postcode or telephone", .value = std::string(typed),
                            .hint = "Any part, in any order. Dates like 3/4/2015, 3 apr 15 or about 2015", .token = form_token});
}

Html found_table(const PeopleFound& found, std::string caption, Date today) {
    web::Table table{.caption = std::move(caption),
                     .columns = {{"Name"}, {"Born"}, {"Sex"}, {"Number here"}, {"With us"}, {"Found by"}},
                     .rows = {}};
    for (const PersonFound& person : found.people)
        table.rows.push_back({web::link(web::to("/children") / person.id, person.name), Html(born_in_words(person.born, person.expected, today)), Html(person.sex),
                              Html(person.authority_id), Html(person.is_open ? "Open" : "Closed"), Html(person.why)});
    return web::table(table);
}

Html search_view(const SearchShown& shown) {
    Html html;
    web::FieldErrors errors;
    if (!shown.wrong_youngest.empty()) errors.add("youngest", shown.wrong_youngest);
    if (!shown.wrong_oldest.empty()) errors.add("oldest", shown.wrong_oldest);
    html << web::error_summary(errors) << web::heading_1("Find a child") << large_search_box(shown.typed, shown.form_token);
    if (shown.typed.empty()) return html;

    Html main;
    main << records_not_to_be_read(shown.found, "Please do not make a second one.");
    if (shown.found.people.empty()) {
        if (shown.found.only_exist.empty()) main << nobody(shown);
    } else {
        if (shown.found.is_nearly) main << web::inset(Html("Nobody fits exactly what was typed. These names hold it, or are spelt nearly so."));
        main << found_table(shown.found, caption_of(shown), shown.sought.today);
        const std::size_t page = shown.sought.first / shown.sought.most + 1;
        main << "<div class=\"govuk-button-group\">";
        if (page > 1) main << to_page(shown, page - 1, "Those before");
        if (shown.sought.first + shown.found.people.size() < shown.found.whole) main << to_page(shown, page + 1, "Next " + std::to_string(shown.sought.most));
        main << "</div>";
    }
    // Beside a record that they may not open nobody is led to a second one.
    if (shown.may_add && shown.found.only_exist.empty()) main << web::paragraph(web::link(web::to("/people/add"), "Add a person who is not there"));
    if (shown.found.people.empty() && !shown.sought.is_narrowed()) return html << main;
    return html << web::with_side(main, filter(shown));
}

}  // namespace steadfast::record::pages
