#include "record/search/add_person.hpp"

#include "law/identifiers.hpp"
#include "law/london.hpp"
#include "record/pages/page_parts.hpp"
#include "record/people/free_number.hpp"
#include "record/search/open_to_services.hpp"
#include "record/search/person_terms.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t most_shown = 10;

Page page_of(const AddPerson& form) {
    Page page;
    page.title = form.errors.empty() ? "Add a person" : "Error: Add a person";
    page.main = add_person_view(form);
    page.what = "search before adding a person";
    for (const LikelyPerson& one : form.likely) page.about.push_back(one.child.id);
    for (const PersonFound& one : form.found.people)
        if (std::find(page.about.begin(), page.about.end(), one.id) == page.about.end()) page.about.push_back(one.id);
    if (page.about.empty()) page.what = "";
    return page;
}

Result<Shown> show_empty(const Visit& visit) {
    return page_of({.today = law::london_date(visit.now), .key = ledger::IdempotencyKey::random().text(), .form_token = visit.form_token});
}

void look_for(const Visit& visit, const Person& person, AddPerson& form) {
    form.was_searched = true;
    form.likely = likely_to_be(*PeopleIndex::of(visit.book.book()), visit.book, person, typed_terms(form.typed), form.today);
    const PeopleSought sought{.typed = person.given_name + " " + person.family_name, .today = form.today, .most = most_shown};
    form.found = search_people(visit.book, sought, open_to_services(visit.parts.duties));
}

Result<Shown> add(Record& record, const Visit& visit) {
    AddPerson form{.typed = visit.request.form(), .today = law::london_date(visit.now), .form_token = visit.form_token};
    form.key = std::string(form.typed.get("save_key"));
    Person person = read_person(form);
    if (!form.errors.empty()) {
        Page page = page_of(form);
        page.status = 422;
        return page;
    }
    // Nobody is added whom the form's sender was not first shown the search for.
    if (form.typed.get("step") != "add") {
        look_for(visit, person, form);
        return page_of(form);
    }
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    const ledger::ItemId item(key->bytes());
    if (record.book()->find(item)) return web::to("/children") / subject_of(item);   // Sent twice.
    person.authority_id = free_number(*record.book());
    ledger::Change change = change_of(person, item, 0, {subject_of(item)}, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({std::move(change)}, {{visit.now, visit.book.viewer().worker, "added a person", {subject_of(item)}, item}});
    if (!saved) return refuse(saved.error());
    return web::to("/children") / subject_of(item);
}

}  // namespace

Person read_person(AddPerson& form) {
    Person person;
    const auto text = [&form](std::string_view name) {
        std::string_view typed = form.typed.get(name);
        while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
        while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
        return std::string(typed.substr(0, 200));
    };
    person.given_name = text("given_name");
    person.family_name = text("family_name");
    person.known_as = text("known_as");
    if (person.given_name.empty() && person.family_name.empty()) form.errors.add("given_name", "Give a given name or a family name");
    const auto born = web::read_date(web::TypedDate::in(form.typed, "born"), "born", "Date of birth");
    if (!born) form.errors.add(born.error().field, born.error().says);
    else person.born = *born;
    if (person.born && *person.born > form.today)
        form.errors.add("born-day", "Date of birth is in the future. For a child who is not yet born leave it empty, and give the expected date");
    const auto expected = web::read_date(web::TypedDate::in(form.typed, "expected"), "expected", "Expected date of birth");
    if (!expected) form.errors.add(expected.error().field, expected.error().says);
    else if (*expected && person.born) form.errors.add("expected-day", "Give the date of birth or the expected date, not both");
    else person.expected = *expected;
    if (law::sex.find(form.typed.get("sex"))) person.sex.code = std::string(form.typed.get("sex"));
    person.upn = text("upn");
    if (!person.upn.empty() && !law::is_upn(person.upn))
        form.errors.add("upn", "Unique pupil number is a letter, eleven digits and a digit or letter, and its first letter checks the rest. Check it against the school's list");
    const std::string nhs = text("nhs_number");
    const auto digits = law::nhs_number(nhs);
    if (digits) person.nhs_number = *digits;
    else if (!nhs.empty()) form.errors.add("nhs_number", "NHS number has ten digits, and the last checks the others. Check it against the letter it came from");
    return person;
}

std::vector<PersonTerm> typed_terms(const web::Fields& typed) {
    std::vector<PersonTerm> terms;
    const auto squeezed = [](std::string_view text) {
        std::string plain = folded(text);
        std::erase(plain, ' ');
        return plain;
    };
    if (const auto upn = squeezed(typed.get("upn")); !upn.empty()) terms.push_back({term_text(TermKind::identifier, upn), TermSource::upn});
    if (const auto nhs = law::nhs_number(typed.get("nhs_number"))) terms.push_back({term_text(TermKind::identifier, *nhs), TermSource::nhs_number});
    if (const auto postcode = squeezed(typed.get("postcode")); !postcode.empty()) terms.push_back({term_text(TermKind::postcode, postcode), TermSource::postcode});
    return terms;
}

std::vector<PageRoute> add_person_routes(Record& record) {
    using enum web::Method;
    return {
        {get, "/people/add", Permission::record_work, show_empty},
        {post, "/people/add", Permission::record_work, [&record](const Visit& visit) { return add(record, visit); }, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::pages
