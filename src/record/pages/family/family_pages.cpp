#include "record/pages/family/family_pages.hpp"

#include "law/london.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/family/family_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

/// Parental responsibility of somebody for the one whose page it is, as it was recorded.
std::string responsibility_of(const Family& family, std::size_t relative, Date today) {
    for (const FamilyTie& tie : family.ties) {
        const Relationship& is = tie.relationship;
        if (tie.relative != relative || tie.person != 0 || !is.responsibility.is_recorded()) continue;
        if (is.responsibility.is("yes") && !is.has_responsibility_on(today)) return "No longer, or not yet";
        return is.basis.is_recorded() ? fmt::format("{}: {}", is.responsibility.says(), is.basis.says()) : std::string(is.responsibility.says());
    }
    return "";
}

FamilyPage family_page(const Visit& visit, const SeenChild& person) {
    FamilyPage page{.family = family_of(visit.book, person), .today = law::london_date(visit.now)};
    page.household = household_of(visit.book, person, page.today);
    page.may_record = may(visit.book.viewer(), Permission::record_work);
    for (const SeenChild& one : page.household) page.lives_here.insert(one.id);
    page.around = around(visit.book, person, page.today);
    page.form_token = visit.form_token;
    for (const Told<Alert>& alert : page.around.alerts) {
        const ledger::WorkerId owner(alert.is.owner.item.bytes());
        page.is_my_alert.push_back(owner == visit.book.viewer().worker);
        page.alert_owners.push_back(worker_name(visit.book.book(), owner));
    }
    for (std::size_t i = 0; i < page.family.people.size(); ++i) {
        page.is_what.push_back(i == 0 ? "" : what_they_are(page.family, i, 0, page.today));
        page.responsibility.push_back(responsibility_of(page.family, i, page.today));
        page.contact.push_back(i == 0 ? std::vector<std::string>() : safe_contact(around(visit.book, page.family.people[i], page.today), page.today));
    }
    return page;
}

Result<Shown> show_family(const Visit& visit) {
    const auto person = asked_person(visit);
    if (!person) return refuse(person.error());
    FamilyPage shown = family_page(visit, *person);
    shown.genogram = genogram_of(shown.family, shown.lives_here, shown.today);
    Page page;
    page.title = "Family";
    page.before_main = child_bar(visit, *person);
    page.main = family_view(shown);
    page.what = "family";
    for (const SeenChild& one : shown.family.people) page.about.push_back(one.id);
    return page;
}

Result<Html> show_panel(const Visit& visit, const SeenChild& person) { return family_panel(family_page(visit, person), lives_at_on_the_bar(visit, person)); }

void add_to_bar(const Visit& visit, const SeenChild& person, web::IdentityBar& bar) {
    const Date today = law::london_date(visit.now);
    const Around all = around(visit.book, person, today);
    if (const std::string where = lives_at(all, today); !where.empty()) bar.facts.push_back({std::string(lives_at_label), Html(where)});
    for (const Told<Alert>& alert : all.alerts) {
        Html words;
        words << web::link(web::to("/items") / alert.item, fmt::format("{}: {}", alert.is.kind.says(), alert.is.says));
        bar.alerts.push_back(words);
    }
}

struct LateAlert {
    SeenChild person;
    ledger::ItemId item;
    Alert alert;
};

/// The alerts that this worker answers for and that should have been looked at again by now.
std::vector<LateAlert> late_alerts(const Visit& visit, Date today) {
    std::vector<LateAlert> late;
    visit.book.each_of(type_of<Alert>(), [&](const Found& found) {
        const auto alert = found.table->item<Alert>(found.row);
        const bool is_mine = alert.owner.item.bytes() == visit.book.viewer().worker.bytes();
        if (!is_mine || alert.ended || !alert.review_on || *alert.review_on > today) return;
        auto person = visit.book.child(visit.book.book().subjects(found).front());
        if (person) late.push_back({std::move(*person), visit.book.book().item_id(found), alert});
    });
    std::sort(late.begin(), late.end(), [](const LateAlert& a, const LateAlert& b) { return a.alert.review_on < b.alert.review_on; });
    return late;
}

Result<Html> show_late_alerts(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const auto late = late_alerts(visit, today);
    Html html;
    if (late.empty()) return html;
    html << web::heading_2("Alerts to look at again") << "<ul class=\"govuk-list\">";
    for (const LateAlert& one : late)
        html << "<li>" << web::link(web::to("/children") / one.person.id, one.person.name) << ": "
             << web::link(web::to("/items") / one.item, one.alert.kind.says()) << ", by " << with_distance(*one.alert.review_on, today) << "</li>";
    html << "</ul>";
    return html;
}

/// Somebody answers for an alert from now on: most often because whoever did has left.
Result<Shown> take_alert_over(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found || &found->type() != &type_of<Alert>() || found->head().has(RowHead::withdrawn))
        return refuse(Refusal::Kind::not_found, "There is no such alert, or none that you may see.", "Look on the family page of the child.");
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(type_of<Alert>(), *entry);
    if (!content) return refuse(content.error());
    const ledger::WorkerId me = visit.book.viewer().worker;
    const auto about = visit.book.book().subjects(*found);
    content->values[*type_of<Alert>().position("owner")] = ledger::ItemId(me.bytes());
    ledger::Change change = change_of(type_of<Alert>(), *id, found->head().version, about, *content, me);
    change.key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait({std::move(change)}, {{visit.now, me, "took an alert over", about, *id}});
    if (!saved) return refuse(saved.error());
    return web::to("/children") / about.front() / "family";
}

}  // namespace

Result<SeenChild> asked_person(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

IdBytes nth_of(const IdBytes& form_key, std::uint8_t nth) {
    IdBytes id = form_key;
    id.bytes[0] = static_cast<std::uint8_t>(id.bytes[0] ^ nth);
    return id;
}

void add_family_pages(Record& record, PageParts& parts) {
    parts.routes.push_back({web::Method::get, "/children/{id}/family", Permission::see_children, show_family, web::Runs::on_a_worker});
    parts.routes.push_back({web::Method::post, "/alerts/{id}/owner", Permission::record_work, [&record](const Visit& visit) { return take_alert_over(record, visit); },
                            web::Runs::on_a_worker});
    parts.add(relative_routes(record));
    parts.add(home_routes(record));
    parts.child_panels.push_back({.key = "who-is-who", .where = ChildPanel::Where::above_the_chronology, .order = 40, .show = show_panel});
    parts.bar_parts.push_back({.order = 10, .add = add_to_bar});
    parts.child_links.push_back({.words = "Family, addresses and professionals", .order = 10,
                                 .to = [](ledger::SubjectId person) { return web::to("/children") / person / "family"; }});
    parts.home_panels.push_back({.key = "alerts-to-review", .order = 30, .needs = Permission::record_work, .show = show_late_alerts});
}

}  // namespace steadfast::record::pages
