#include "record/pages/inputs.hpp"
#include "record/pages/words.hpp"
#include "record/search/add_person.hpp"
#include "record/search/search_view.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

Html text(const AddPerson& form, std::string name, std::string label, std::string hint = "", web::Width width = web::Width::twenty) {
    return web::text_input({.name = name, .label = std::move(label), .hint = std::move(hint), .error = std::string(form.errors.at(name)),
                            .value = std::string(form.typed.get(name)), .width = width, .autocomplete = "off", .spellcheck = false});
}

Html fields(const AddPerson& form) {
    std::vector<web::Choice> sexes = choices_today(law::sex);
    sexes.insert(sexes.begin(), {"", "Nobody has said"});
    Html html;
    html << web::hidden_input("save_key", form.key) << text(form, "given_name", "Given names") << text(form, "family_name", "Family name")
         << text(form, "known_as", "Likes to be called")
         << web::date_input({.name = "born", .legend = "Date of birth", .hint = "For example, 27 3 2015. Leave it empty where it is not known",
                             .error = std::string(form.errors.at("born")), .wrong_part = form.errors.part_of("born"),
                             .typed = web::TypedDate::in(form.typed, "born")})
         << web::date_input({.name = "expected", .legend = "Expected date of birth, if not yet born", .error = std::string(form.errors.at("expected")),
                             .wrong_part = form.errors.part_of("expected"), .typed = web::TypedDate::in(form.typed, "expected")})
         << web::select({.name = "sex", .label = "Sex", .choices = std::move(sexes), .chosen = std::string(form.typed.get("sex"))})
         << text(form, "upn", "Unique pupil number", "If somebody has told you", web::Width::ten)
         << text(form, "nhs_number", "NHS number", "Ten digits, such as 943 476 5919. If somebody has told you", web::Width::ten)
         << text(form, "postcode", "Postcode", "Only to look for them by. Record the address on their page", web::Width::ten)
         << web::button({.label = form.was_searched ? "Look again" : "Look for them first", .looks = form.was_searched ? web::Looks::secondary : web::Looks::main});
    return html;
}

std::string against_and_for(const Likeness& likeness) { return fmt::format("{}", fmt::join(likeness.why, ", ")); }

Html likely(const AddPerson& form) {
    web::Table table{.caption = fmt::format("{} on record may be them", form.likely.size() == 1 ? "One person" : counted(form.likely.size(), "person", "people")),
                     .columns = {{"Name"}, {"Born"}, {"Number here"}, {"Why it may be them"}},
                     .rows = {}};
    for (const LikelyPerson& one : form.likely)
        table.rows.push_back({web::link(web::to("/children") / one.child.id, one.child.name),
                              Html(born_in_words(one.child.person.born, one.child.person.expected, form.today)), Html(one.child.person.authority_id),
                              Html(against_and_for(one.likeness))});
    return web::table(table);
}

/// What the form said, carried to the next step in the body of the form.
Html carried(const AddPerson& form) {
    Html html;
    for (const web::Name name : {web::Name("given_name"), web::Name("family_name"), web::Name("known_as"), web::Name("born-day"), web::Name("born-month"),
                                 web::Name("born-year"), web::Name("expected-day"), web::Name("expected-month"), web::Name("expected-year"),
                                 web::Name("sex"), web::Name("upn"), web::Name("nhs_number"), web::Name("postcode")})
        html << web::hidden_input(name, std::string(form.typed.get(name.text())));
    html << web::hidden_input("save_key", form.key) << web::hidden_input("step", "add");
    return html;
}

Html what_was_found(const AddPerson& form) {
    Html html;
    html << web::heading_2("Who is on record already");
    html << records_not_to_be_read(form.found, "Please do not make a second one: ring first, and add somebody here only if it is not them.");
    if (!form.likely.empty()) html << likely(form);
    if (!form.found.people.empty()) html << found_table(form.found, form.likely.empty() ? "Nobody is likely to be them. These fit the name" : "Everybody who fits the name", form.today);
    const bool only_exists = !form.found.only_exist.empty();
    if (form.likely.empty() && form.found.people.empty() && !only_exists) html << web::paragraph(Html("Nobody on record has a name like this, or these numbers."));
    Html add = carried(form);
    const bool is_somebody_there = !form.likely.empty() || !form.found.people.empty();
    if (only_exists) add << web::button({.label = "I rang, and it is somebody else: add a new record", .looks = web::Looks::warning});
    else add << web::button({.label = is_somebody_there ? "None of these: add a new record" : "Add a new record"});
    html << web::post_form({.action = web::to("/people/add"), .token = form.form_token, .fields = add});
    html << web::heading_2("Change what you look for");
    return html;
}

}  // namespace

Html add_person_view(const AddPerson& form) {
    Html html;
    html << web::error_summary(form.errors) << web::heading_1("Add a person");
    if (form.was_searched) html << what_was_found(form);
    else html << web::paragraph(Html("First Steadfast looks for them, so that nobody has two records."));
    html << web::post_form({.action = web::to("/people/add"), .token = form.form_token, .fields = fields(form)});
    return html;
}

}  // namespace steadfast::record::pages
