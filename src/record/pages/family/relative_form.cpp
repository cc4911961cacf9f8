#include "record/pages/family/relative_form.hpp"

#include "law/code_sets.hpp"
#include "record/item/form.hpp"
#include "record/pages/inputs.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::string_view other_way = ".other_way";

std::vector<web::Choice> kinds_both_ways() {
    std::vector<web::Choice> choices{{"", "Choose"}};
    for (const RelationshipKind& kind : all_relationship_kinds()) choices.push_back({std::string(kind.code), std::string(kind.relative_is)});
    for (const RelationshipKind& kind : all_relationship_kinds())
        if (!kind.is_the_same_both_ways()) choices.push_back({std::string(kind.code) + std::string(other_way), std::string(kind.person_is)});
    return choices;
}

std::vector<web::Choice> whom(const PeopleFound& found) {
    std::vector<web::Choice> choices;
    for (const PersonFound& one : found.people)
        choices.push_back({one.id.text(), one.name, fmt::format("{}{}{}", one.born ? "Born " + one.born->words() : std::string("Date of birth not recorded"),
                                                                one.authority_id.empty() ? "" : ", number " + one.authority_id, one.why.empty() ? "" : ". Found by " + one.why)});
    choices.push_back({"new", "None of these: somebody who is not on record yet", ""});
    return choices;
}

std::string typed(const RelativeForm& form, std::string_view name) { return std::string(form.typed.get(name)); }
std::string wrong(const RelativeForm& form, std::string_view name) { return std::string(form.errors.at(name)); }
const Field& field_of(const ItemType& type, std::string_view key) { return type.fields()[*type.position(key)]; }

Html search_form(const RelativeForm& form) {
    Html fields;
    fields << web::text_input({.name = "words", .label = "Who is it?", .hint = "Part of a name, a date of birth or a number. They may be on record already.",
                               .error = wrong(form, "words"), .value = form.searched, .autocomplete = "off", .spellcheck = false})
           << web::button({.label = "Search", .looks = form.searched.empty() ? web::Looks::main : web::Looks::secondary});
    return web::post_form({.action = web::to("/children") / form.person.id / "family" / "search", .token = form.form_token, .fields = fields});
}

Html who_is_new(const RelativeForm& form) {
    const ItemType& type = type_of<Person>();
    Html fields;
    for (const auto key : {"given_name", "family_name"}) fields << input_of(field_of(type, key), form.typed, form.errors);
    fields << web::radios({.name = "kind", .legend = "Are they a child?", .error = wrong(form, "kind"),
                           .choices = {{"child", "A child, or not yet born"}, {"adult", "An adult"}}, .chosen = typed(form, "kind")});
    for (const auto key : {"born", "expected"}) fields << input_of(field_of(type, key), form.typed, form.errors);
    fields << web::radios({.name = "sex", .legend = "Sex", .error = wrong(form, "sex"), .choices = {{"F", "Female"}, {"M", "Male"}, {"U", "Not known"}},
                           .chosen = typed(form, "sex")});
    return web::fieldset("If they are new", fields);
}

Html what_they_are(const RelativeForm& form) {
    const ItemType& type = type_of<Relationship>();
    Html fields;
    fields << web::select({.name = "relationship", .label = fmt::format("What are they to {}?", form.person.name), .error = wrong(form, "relationship"),
                           .choices = kinds_both_ways(), .chosen = typed(form, "relationship")});
    for (const auto key : {"responsibility", "basis", "from"}) fields << input_of(field_of(type, key), form.typed, form.errors);
    if (form.has_address)
        fields << web::checkboxes({.name = "lives_there", .legend = "Where they live", .choices = {{"yes", fmt::format("They live where {} lives now", form.person.name)}},
                                   .ticked = form.typed.has("lives_there") ? std::vector<std::string>{"yes"} : std::vector<std::string>()});
    return fields;
}

Html chosen_form(const RelativeForm& form) {
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("words", form.searched)
           << web::radios({.name = "who", .legend = form.found.people.empty() ? "Nobody on record fits" : "Is it one of these?", .error = wrong(form, "who"),
                           .choices = whom(form.found), .chosen = form.found.people.empty() && typed(form, "who").empty() ? "new" : typed(form, "who")})
           << who_is_new(form) << what_they_are(form)
           << web::inset(Html(fmt::format("This will be in the files of {} and of the relative.", form.person.name))) << web::button({.label = "Save"});
    return web::post_form({.action = web::to("/children") / form.person.id / "family" / "add", .token = form.form_token, .fields = fields});
}

void read_who(RelativeForm& form, RelativeRead& read) {
    const std::string who = typed(form, "who");
    if (who.empty()) return form.errors.add("who", "Choose who it is, or that they are new");
    if (who != "new") {
        read.existing = ledger::SubjectId::parse(who);
        if (!read.existing) form.errors.add("who", "Choose one of those on the list, or that they are new");
        return;
    }
    FormRead person = read_form(type_of<Person>(), form.typed);
    for (const auto& error : person.errors) form.errors.add(error.field, error.says);
    read.fresh = type_of<Person>().item_from<Person>(person.values);
    if (read.fresh.given_name.empty() && read.fresh.family_name.empty()) form.errors.add("given_name", "Enter a given or a family name, or \"Unborn\"");
    if (!read.fresh.kind.is_recorded()) form.errors.add("kind", "Choose whether they are a child or an adult");
}

}  // namespace

Html relative_form_view(const RelativeForm& form) {
    Html html;
    html << web::error_summary(form.errors) << web::heading_1("Add a relative") << search_form(form);
    if (!form.searched.empty()) html << chosen_form(form);
    return html;
}

RelativeRead read_relative(RelativeForm& form) {
    RelativeRead read;
    read_who(form, read);
    std::string_view kind = web::trimmed(form.typed.get("relationship"));
    read.is_inverse = kind.ends_with(other_way);
    if (read.is_inverse) kind.remove_suffix(other_way.size());
    for (const RelationshipKind& one : all_relationship_kinds())
        if (one.code == kind) read.kind = &one;
    if (!read.kind) form.errors.add("relationship", fmt::format("Choose what they are to {}", form.person.name));

    web::Fields about = form.typed;
    about.add("person", form.person.id.text());       // Both are known by the time it is saved.
    about.add("relative", form.person.id.text());
    FormRead relationship = read_form(type_of<Relationship>(), about);
    for (const auto& error : relationship.errors)
        if (error.field != "kind") form.errors.add(error.field, error.says);
    read.relationship = type_of<Relationship>().item_from<Relationship>(relationship.values);
    read.relationship.kind.code = read.kind ? read.kind->code : "";
    read.lives_there_too = form.has_address && form.typed.has("lives_there");
    return read;
}

}  // namespace steadfast::record::pages
