#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/family/family_pages.hpp"
#include "record/people/address.hpp"
#include "record/people/family.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_visit.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

using web::Html;

/// Where one or several of a family live: recorded once for all of them.
struct HomeForm {
    std::vector<SeenChild> people;    ///< The one whose page it is, then the family.
    std::string form_token;
    std::string key;
    web::Fields typed;
    web::FieldErrors errors;
};

HomeForm empty_form(const Visit& visit, const SeenChild& person) {
    HomeForm form{.people = family_of(visit.book, person, {.people = 30, .steps = 2}).people, .form_token = visit.form_token,
                  .key = ledger::IdempotencyKey::random().text()};
    for (const SeenChild& one : household_of(visit.book, person, law::london_date(visit.now))) {
        const bool is_there = std::any_of(form.people.begin(), form.people.end(), [&](const SeenChild& other) { return other.id == one.id; });
        if (!is_there) form.people.push_back(one);
        form.typed.add("who", one.id.text());
    }
    form.typed.add("who", person.id.text());
    form.typed.add("kind", "home");
    return form;
}

Html view_of(const HomeForm& form) {
    std::vector<web::Choice> people;
    for (const SeenChild& one : form.people) people.push_back({one.id.text(), one.name});
    std::vector<std::string> ticked;
    for (const auto who : form.typed.all("who")) ticked.emplace_back(who);
    Html fields;
    fields << web::hidden_input("save_key", form.key)
           << web::checkboxes({.name = "who", .legend = "Who lives there?", .error = std::string(form.errors.at("who")), .choices = std::move(people), .ticked = std::move(ticked)});
    for (const Field& field : type_of<Address>().fields()) fields << input_of(field, form.typed, form.errors);
    fields << web::checkboxes({.name = "moved", .legend = "Did they move there?", .hint = "Then give the day from which they live there.",
                               .choices = {{"yes", "Yes: where they lived until now ends on that day"}},
                               .ticked = form.typed.has("moved") ? std::vector<std::string>{"yes"} : std::vector<std::string>()})
           << web::inset(Html("This will be in the file of everybody who is ticked.")) << web::button({.label = "Save"});
    Html html;
    html << web::error_summary(form.errors) << web::heading_1("Where they live")
         << web::post_form({.action = web::to("/children") / form.people.front().id / "family" / "address", .token = form.form_token, .fields = fields});
    return html;
}

Page page_of(const Visit& visit, const HomeForm& form, int status) {
    Page page;
    page.title = "Where they live";
    page.before_main = child_bar(visit, form.people.front());
    page.main = view_of(form);
    page.what = "form to record where somebody lives";
    for (const SeenChild& one : form.people) page.about.push_back(one.id);
    page.status = status;
    return page;
}

/// The homes that end because everybody who lives there moves: with all that any release recorded of them.
Result<std::vector<ledger::Change>> endings(Record& record, const Visit& visit, const std::vector<SeenChild>& movers, const Address& to) {
    std::vector<ledger::Change> changes;
    std::vector<ledger::ItemId> ended;
    for (const SeenChild& mover : movers) {
        std::vector<Found> homes;
        visit.book.each_about(mover, [&](const Found& found) {
            if (&found.type() == &type_of<Address>()) homes.push_back(found);
        });
        for (const Found& found : homes) {
            const auto address = found.table->item<Address>(found.row);
            const ledger::ItemId item = visit.book.book().item_id(found);
            const auto subjects = visit.book.book().subjects(found);
            const bool all_move = std::all_of(subjects.begin(), subjects.end(), [&](ledger::SubjectId subject) {
                return std::any_of(movers.begin(), movers.end(), [&](const SeenChild& one) { return one.id == visit.book.book().resolved(subject); });
            });
            const bool ends = address.kind.code == to.kind.code && address.is_true_on(*to.from) && all_move;
            if (!ends || std::find(ended.begin(), ended.end(), item) != ended.end()) continue;
            const auto entry = record.latest_entry(visit.book.book(), found);
            if (!entry) return refuse(entry.error());
            auto content = read_entry(type_of<Address>(), *entry);
            if (!content) return refuse(content.error());
            content->values[*type_of<Address>().position("to")] = *to.from;
            changes.push_back(change_of(type_of<Address>(), item, found.head().version, subjects, *content, visit.book.viewer().worker));
            ended.push_back(item);
        }
    }
    return changes;
}

std::vector<SeenChild> ticked_of(const HomeForm& form) {
    std::vector<SeenChild> ticked;
    const auto all = form.typed.all("who");
    for (const SeenChild& one : form.people)
        if (std::find(all.begin(), all.end(), one.id.text()) != all.end()) ticked.push_back(one);
    return ticked;
}

Result<Shown> show_form(const Visit& visit) {
    const auto person = asked_person(visit);
    if (!person) return refuse(person.error());
    return page_of(visit, empty_form(visit, *person), 200);
}

Result<Shown> save(Record& record, const Visit& visit) {
    const auto person = asked_person(visit);
    if (!person) return refuse(person.error());
    HomeForm form = empty_form(visit, *person);
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");

    FormRead read = read_form(type_of<Address>(), form.typed);
    const auto address = type_of<Address>().item_from<Address>(read.values);
    const auto who = ticked_of(form);
    const bool moved = form.typed.has("moved");
    if (who.empty()) form.errors.add("who", "Tick at least one person");
    for (const auto& error : read.errors) form.errors.add(error.field, error.says);
    if (moved && !address.from && read.errors.at("from").empty()) form.errors.add("from-day", "Enter the day from which they live there");
    if (!form.errors.empty()) return page_of(visit, form, 422);

    std::vector<ledger::SubjectId> subjects;
    for (const SeenChild& one : who) subjects.push_back(one.id);
    std::vector<ledger::Change> changes;
    if (moved) {
        auto ended = endings(record, visit, who, address);
        if (!ended) return refuse(ended.error());
        changes = std::move(*ended);
    }
    changes.push_back(change_of(address, ledger::ItemId(nth_of(key->bytes(), 1)), 0, subjects, visit.book.viewer().worker));
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i].key = ledger::IdempotencyKey(nth_of(key->bytes(), static_cast<std::uint8_t>(16 + i)));
    const auto saved = record.ledger().save_and_wait(std::move(changes), {{visit.now, visit.book.viewer().worker, said_to_the_log(type_of<Address>(), "saved"), subjects, ledger::ItemId(nth_of(key->bytes(), 1))}});
    if (!saved) return refuse(saved.error());
    return web::to("/children") / person->id / "family";
}

}  // namespace

std::vector<PageRoute> home_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/children/{id}/family/address", Permission::record_work, show_form, later},
        {post, "/children/{id}/family/address", Permission::record_work, [&record](const Visit& visit) { return save(record, visit); }, later},
    };
}

}  // namespace steadfast::record::pages
