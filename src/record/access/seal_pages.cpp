#include "record/access/seal_pages.hpp"

#include "law/london.hpp"
#include "record/access/guards.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t longest_name = 200;
constexpr std::size_t place_of_seal = 0;
constexpr std::size_t place_of_person = 1;

struct SealOnRecord {
    Found found;
    AdoptionSeal seal;
};

/// The seal of a child whom the viewer sees: only who is named for it comes here with one.
std::optional<SealOnRecord> seal_of(const SeenBook& book, const SeenChild& child) {
    std::optional<SealOnRecord> seal;
    book.book().each_about(child.id, [&seal](const Found& found) {
        if (&found.type() == &type_of<AdoptionSeal>()) seal = {found, found.table->item<AdoptionSeal>(found.row)};
    });
    return seal;
}

bool is_named_for(const SeenBook& book, ledger::SubjectId sealed) {
    return may(book.viewer(), Permission::see_sealed) && book.sight_of(sealed).how == Sight::How::seen;
}

std::string typed_or(const Visit& visit, const web::FieldErrors& errors, std::string_view field, const std::string& otherwise) {
    return errors.empty() ? otherwise : std::string(visit.request.form().get(field));
}

Html new_person_inputs(const Visit& visit, const SeenChild& child, const web::FieldErrors& errors) {
    const auto input = [&](std::string_view name, std::string_view label, const std::string& before) {
        return web::text_input({.name = std::string(name), .label = std::string(label), .error = std::string(errors.at(name)), .value = typed_or(visit, errors, name, before),
                                .width = web::Width::twenty, .autocomplete = "off", .spellcheck = false});
    };
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << input("new_given_name", "Given names after the order", child.person.given_name)
           << input("new_family_name", "Family name after the order", "")
           << web::hint("The new record begins with these names, the date of birth and the sex, and with nothing else: no number, address, relationship or note is taken over.");
    return fields;
}

Html form(const Visit& visit, const SeenChild& child, const std::string& button, Html fields) {
    fields << web::button({.label = button, .looks = web::Looks::warning});
    return web::post_form({.action = web::to("/children") / child.id / "access" / "seal", .token = visit.form_token, .fields = std::move(fields)});
}

Html link_to(const SeenBook& book, ledger::SubjectId other, std::string_view words) {
    const auto seen = book.child(other);
    if (!seen) return {};
    Html html;
    html << web::heading_2("Adoption") << web::paragraph(Html() << words << " " << web::link(web::to("/children") / seen->id, seen->name) << ".")
         << web::hint("Only adoption workers who are named for the sealed record see this.");
    return html;
}

/// Whose record was sealed when this one began. Seals are few: a council makes some dozens a year.
std::optional<ledger::SubjectId> began_at_seal_of(const SeenBook& book, const SeenChild& child) {
    std::optional<ledger::SubjectId> sealed;
    book.book().each_of(type_of<AdoptionSeal>(), [&](const Found& found) {
        const auto subjects = book.book().subjects(found);
        const auto becomes = found.table->item<AdoptionSeal>(found.row).becomes.item;
        if (subjects.size() != 1 || becomes.is_none() || book.book().resolved(subject_of(becomes)) != child.id) return;
        if (is_named_for(book, subjects.front())) sealed = subjects.front();
    });
    return sealed;
}

Result<Html> other_side_of_the_seal(const Visit& visit, const SeenChild& child) {
    if (!may(visit.book.viewer(), Permission::see_sealed)) return Html();
    if (const auto seal = seal_of(visit.book, child); seal && !seal->seal.becomes.item.is_none())
        return link_to(visit.book, subject_of(seal->seal.becomes.item), "This record was sealed at an adoption order. The child's new record:");
    if (const auto sealed = began_at_seal_of(visit.book, child)) return link_to(visit.book, *sealed, "This record began at an adoption order. The sealed record:");
    return Html();
}

}  // namespace

Html sealing_view(const Visit& visit, const SeenChild& child, const web::FieldErrors& errors) {
    const AccessIndex::Guard* const guard = visit.book.access().guard(child.id);
    Html html;
    html << web::heading_2("Seal at adoption");
    if (guard && guard->is_sealed) {
        html << web::paragraph(Html("This record is sealed. Only the adoption workers named above find it."));
        const auto seal = seal_of(visit.book, child);
        if (!seal || !seal->seal.becomes.item.is_none()) return html;
        return html << web::paragraph(Html("It does not say yet which record the child began at the order."))
                    << form(visit, child, "Begin the new record", new_person_inputs(visit, child, errors));
    }
    if (!guard || guard->named_for_seal.empty())
        return html << web::paragraph(Html("Name an adoption worker for the sealed record first. Without one nobody could open it any more."));
    return html << web::paragraph(Html("At the adoption order the child becomes a new person in law, and begins a new record."))
                << form(visit, child, "Seal this record and begin the new one",
                        Html() << new_person_inputs(visit, child, errors)
                               << web::warning("After this only the adoption workers named for the sealed record find it. You will not."));
}

Result<void> begin_new_person(Record& record, const Visit& visit, const SeenChild& child, web::FieldErrors& errors) {
    web::FormReader reader(visit.request.form());
    Person person;
    person.given_name = reader.required_text("new_given_name", "Enter the given names after the order", longest_name);
    person.family_name = reader.required_text("new_family_name", "Enter the family name after the order", longest_name);
    person.born = child.person.born;
    person.sex = child.person.sex;
    errors = reader.errors();
    if (!errors.empty()) return {};
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());

    const ledger::WorkerId by = visit.book.viewer().worker;
    const ledger::ItemId began = key->nth_item(place_of_person);
    if (visit.book.book().find(began)) return {};   // Sent twice.
    std::vector<ledger::Change> changes;
    if (const auto seal = seal_of(visit.book, child)) {
        if (!seal->seal.becomes.item.is_none()) return refuse(Refusal::Kind::clash, "The new record was begun already.", "Open this record again to see it.");
        auto change = with_values(record, visit.book.book(), seal->found, {{"becomes", began}}, by);
        if (!change) return refuse(change.error());
        changes.push_back(std::move(*change));
    } else {
        const AdoptionSeal made{.from = law::london_date(visit.now), .becomes = {began}};
        changes.push_back(change_of(made, key->nth_item(place_of_seal), 0, {child.id}, by));
    }
    changes.push_back(change_of(person, began, 0, {subject_of(began)}, by));
    changes[0].key = key->nth(place_of_seal);
    changes[1].key = key->nth(place_of_person);
    // A line for each: one line about both would be a way round the seal.
    const auto saved = record.ledger().save_and_wait(std::move(changes), {access_line(visit, "sealed the record", {child.id}), access_line(visit, "added a person", {subject_of(began)})});
    if (!saved) return refuse(saved.error());
    return {};
}

void add_seal_panel(PageParts& parts) {
    parts.child_panels.push_back({.key = "adoption", .where = ChildPanel::Where::beside, .order = 92, .show = other_side_of_the_seal});
}

}  // namespace steadfast::record::pages
