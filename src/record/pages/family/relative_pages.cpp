#include "record/pages/child_view.hpp"
#include "record/pages/family/around.hpp"
#include "record/pages/family/family_pages.hpp"
#include "record/pages/family/relative_form.hpp"
#include "record/people/family.hpp"
#include "record/people/free_number.hpp"
#include "law/london.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t most_found = 10;

std::optional<Told<Address>> lives_now_at(const Visit& visit, const SeenChild& person) {
    const Date today = law::london_date(visit.now);
    for (const Told<Address>& address : around(visit.book, person, today).addresses)
        if (is_lived_at(address.is) && address.is.is_true_on(today)) return address;
    return std::nullopt;
}

RelativeForm empty_form(const Visit& visit, SeenChild person) {
    RelativeForm form{.person = std::move(person), .form_token = visit.form_token, .key = ledger::IdempotencyKey::random().text()};
    form.has_address = lives_now_at(visit, form.person).has_value();
    return form;
}

/// The people who fit, without the one to whom a relative is added.
void search(const Visit& visit, RelativeForm& form) {
    form.found = search_people(visit.book, form.searched, most_found);
    std::erase_if(form.found.people, [&](const PersonFound& one) { return one.id == form.person.id; });
}

/// What was searched for is most often the name of whoever turns out to be new: it is not typed twice.
void take_names_over(RelativeForm& form) {
    if (form.searched.find_first_of("0123456789") != std::string::npos) return;
    const auto last_gap = form.searched.rfind(' ');
    form.typed.add("given_name", last_gap == std::string::npos ? form.searched : std::string(web::trimmed(form.searched.substr(0, last_gap))));
    if (last_gap != std::string::npos) form.typed.add("family_name", form.searched.substr(last_gap + 1));
}

Page page_of(const Visit& visit, const RelativeForm& form, int status) {
    Page page;
    page.title = "Add a relative";
    page.before_main = child_bar(visit, form.person);
    page.main = relative_form_view(form);
    page.what = "form to add a relative";
    page.about = {form.person.id};
    page.status = status;
    return page;
}

Result<Shown> show_search(const Visit& visit) {
    auto person = asked_person(visit);
    if (!person) return refuse(person.error());
    return page_of(visit, empty_form(visit, std::move(*person)), 200);
}

Result<Shown> show_found(const Visit& visit) {
    auto person = asked_person(visit);
    if (!person) return refuse(person.error());
    RelativeForm form = empty_form(visit, std::move(*person));
    form.searched = web::trimmed(visit.request.form().get("words"));
    if (form.searched.empty()) {
        form.errors.add("words", "Enter part of a name, a date of birth or a number");
        return page_of(visit, form, 422);
    }
    search(visit, form);
    take_names_over(form);
    return page_of(visit, form, 200);
}

/// Whether the same is on record between the two already, and still true.
bool is_on_record(const Visit& visit, const RelativeForm& form, const RelativeRead& read, ledger::SubjectId relative) {
    const Family near = family_of(visit.book, form.person, {.people = 60, .steps = 1});
    const auto place = near.place_of(relative);
    return place && std::any_of(near.ties.begin(), near.ties.end(), [&](const FamilyTie& tie) {
        const bool is_same_way = tie.kind->is_the_same_both_ways() || tie.person == (read.is_inverse ? *place : 0);
        return tie.is_of(0, *place) && tie.kind == read.kind && is_same_way && tie.relationship.is_true_on(law::london_date(visit.now));
    });
}

/// Everything that one sending saves: the person where they are new, the relationship, and where they live.
std::vector<ledger::Change> changes_of(const Visit& visit, const RelativeForm& form, const RelativeRead& read, ledger::SubjectId relative, const IdBytes& key) {
    const ledger::WorkerId by = visit.book.viewer().worker;
    std::vector<ledger::Change> changes;
    const auto add = [&changes, &key](ledger::Change change) {
        change.key = ledger::IdempotencyKey(nth_of(key, static_cast<std::uint8_t>(changes.size() + 16)));
        changes.push_back(std::move(change));
    };
    if (!read.existing) {
        Person fresh = read.fresh;
        if (!fresh.is_adult_of_a_family()) fresh.authority_id = free_number(visit.book.book());
        add(change_of(fresh, item_of(relative), 0, {relative}, by));
    }
    Relationship relationship = read.relationship;
    relationship.person.item = item_of(read.is_inverse ? relative : form.person.id);
    relationship.relative.item = item_of(read.is_inverse ? form.person.id : relative);
    add(change_of(relationship, ledger::ItemId(nth_of(key, 2)), 0, {form.person.id, relative}, by));
    if (read.lives_there_too) {
        Address address = lives_now_at(visit, form.person)->is;
        address.from.reset();   // Since when is not known.
        add(change_of(address, ledger::ItemId(nth_of(key, 3)), 0, {relative}, by));
    }
    return changes;
}

Result<Shown> save_relative(Record& record, const Visit& visit) {
    auto person = asked_person(visit);
    if (!person) return refuse(person.error());
    RelativeForm form = empty_form(visit, std::move(*person));
    form.typed = visit.request.form();
    form.searched = web::trimmed(form.typed.get("words"));
    form.key = form.typed.get("save_key");
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    const RelativeRead read = read_relative(form);

    const auto existing = read.existing ? std::optional(visit.book.child(*read.existing)) : std::nullopt;
    if (existing && !*existing) form.errors.add("who", "Choose one of those on the list, or that they are new");
    if (existing && *existing && (*existing)->id == form.person.id) form.errors.add("who", "Somebody is no relative of their own: choose another person");
    const auto itself = visit.book.book().find(ledger::ItemId(nth_of(key->bytes(), 2)));   // The form was sent before.
    if (existing && *existing && read.kind && !itself && is_on_record(visit, form, read, (*existing)->id))
        form.errors.add("relationship", (*existing)->name + " is on record as that already: choose something else, or go back to the family");
    if (!form.errors.empty()) {
        search(visit, form);
        return page_of(visit, form, 422);
    }
    const ledger::SubjectId relative = existing ? (*existing)->id : ledger::SubjectId(nth_of(key->bytes(), 1));
    const auto saved = record.ledger().save_and_wait(changes_of(visit, form, read, relative, key->bytes()),
                                                     {{visit.now, visit.book.viewer().worker, "saved a relative", {form.person.id, relative}, ledger::ItemId(nth_of(key->bytes(), 2))}});
    if (!saved) return refuse(saved.error());
    return web::to("/children") / form.person.id / "family";
}

}  // namespace

std::vector<PageRoute> relative_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/children/{id}/family/add", Permission::record_work, show_search, later},
        {post, "/children/{id}/family/search", Permission::record_work, show_found, later},
        {post, "/children/{id}/family/add", Permission::record_work, [&record](const Visit& visit) { return save_relative(record, visit); }, later},
    };
}

}  // namespace steadfast::record::pages
