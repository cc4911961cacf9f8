#include "law/london.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/family/family_pages.hpp"
#include "record/pages/family/genogram_view.hpp"
#include "record/people/confidential.hpp"
#include "record/people/family.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

/// A family with what each of it is to the first.
struct Relatives {
    Family family;
    std::vector<std::string> are;   ///< By place; the first is nothing to themselves.
};

Relatives relatives_of(const SeenBook& book, const SeenChild& child, Date today) {
    Relatives all{family_of(book, child), {}};
    for (std::size_t i = 0; i < all.family.people.size(); ++i) {
        std::string is = i == 0 ? "" : what_they_are(all.family, i, 0, today);
        // By whom somebody is related may be somebody who is left out.
        if (is.starts_with("Through ")) is = "Relative";
        all.are.push_back(std::move(is));
    }
    return all;
}

/// The first, and those who were chosen; nothing tells that there are others.
Relatives only(const Relatives& all, const RecipientForm& form) {
    Relatives some;
    std::vector<std::optional<std::size_t>> place(all.family.people.size());
    for (std::size_t i = 0; i < all.family.people.size(); ++i) {
        if (i > 0 && !form.wants("person", all.family.people[i].id.text())) continue;
        place[i] = some.family.people.size();
        some.family.people.push_back(all.family.people[i]);
        some.family.through.push_back(0);
        some.are.push_back(all.are[i]);
    }
    for (FamilyTie tie : all.family.ties) {
        if (!place[tie.person] || !place[tie.relative]) continue;
        tie.person = *place[tie.person];
        tie.relative = *place[tie.relative];
        some.family.ties.push_back(std::move(tie));
    }
    return some;
}

/// Who lives together tells where somebody lives: not where an address of any of them is kept confidential, now or before.
std::set<ledger::SubjectId> household_that_may_be_drawn(const SeenBook& book, const SeenChild& child, Date today) {
    std::set<ledger::SubjectId> people{child.id};
    for (const SeenChild& one : household_of(book, child, today)) people.insert(one.id);
    bool is_secret = false;
    for (const ledger::SubjectId& one : people) book.book().each_about(one, [&is_secret](const Found& found) { is_secret = is_secret || is_confidential(found); });
    return is_secret ? std::set<ledger::SubjectId>() : people;
}

Page form_page(const Visit& visit, const Relatives& all, const RecipientForm& form) {
    const SeenChild& child = all.family.people.front();
    const web::Link family = web::to("/children") / child.id / "family";
    web::Checkboxes people{.name = "person", .legend = "Who stands in it", .hint = "Tick those whom the recipient may know of. Nobody else is named or drawn.",
                           .error = std::string(form.errors.at("person")), .choices = {}};
    for (std::size_t i = 1; i < all.family.people.size(); ++i) people.choices.push_back({all.family.people[i].id.text(), fmt::format("{}, {}", all.family.people[i].name, all.are[i])});
    for (const auto ticked : form.typed.all("person")) people.ticked.emplace_back(ticked);
    Page page;
    page.title = "Print the family for somebody";
    page.before_main = pages::child_bar(visit, child);
    page.main << web::error_summary(form.errors) << web::heading_1("Print the family for somebody");
    if (people.choices.empty()) {
        page.main << web::paragraph(Html("Nobody of the family is on record yet, or nobody whom you may see."));
    } else {
        Html fields;
        fields << recipient_inputs(form) << web::checkboxes(people) << web::button({.label = "Show what is to be printed"});
        page.main << web::post_form({.action = family / "print", .token = visit.form_token, .fields = std::move(fields)});
    }
    page.main << web::paragraph(web::link(family, "Back to the family"));
    page.what = "form to print the family";
    for (const SeenChild& one : all.family.people) page.about.push_back(one.id);
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Html who_is_who(const Relatives& chosen) {
    web::Table table{.caption = "Who is who", .columns = {{"Name"}, {"Is"}, {"Born"}}, .rows = {}};
    for (std::size_t i = 1; i < chosen.family.people.size(); ++i) {
        const auto& born = chosen.family.people[i].person.born;
        table.rows.push_back({Html(chosen.family.people[i].name), Html(chosen.are[i]), Html(born ? born->words() : "Not recorded")});
    }
    return web::table(table);
}

Page print_page(const Visit& visit, const Relatives& chosen, const Recipient& recipient, const std::string& trouble) {
    const Date today = law::london_date(visit.now);
    const SeenChild& child = chosen.family.people.front();
    const std::string line = made_for(recipient, std::span(&child, 1), today, visit.worker_name);
    const auto household = household_that_may_be_drawn(visit.book, child, today);
    Html content;
    content << web::heading_1("The family of " + child.name);
    if (const auto genogram = genogram_of(chosen.family, household, today))
        content << "<div class=\"sf-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Genogram, drawn\">"
                << pages::genogram_view(*genogram, fmt::format("Genogram of {}'s family", child.name), "The table below says the same.") << "</div>";
    content << who_is_who(chosen);
    Page page;
    page.title = "Print the family for somebody";
    page.before_main << "<div class=\"sf-screen-only\">" << pages::child_bar(visit, child) << "</div>";
    // That something is kept secret is no matter of the recipient's either.
    page.main << "<div class=\"sf-screen-only\">"
              << web::inset(Html(fmt::format("This is for {}. Print it, or save the print as PDF. Read it through first: it goes out as it stands.{}", recipient.name,
                                             household.empty() ? " Who lives with whom is not drawn, because an address is kept confidential." : "")))
              << (trouble.empty() ? Html() : web::warning(trouble))
              << "</div>" << on_each_page(line, content);
    page.what = "family printed for somebody";
    for (const SeenChild& one : chosen.family.people) page.about.push_back(one.id);
    page.printed_for = line;
    return page;
}

Result<Shown> show_form(const Visit& visit) {
    const auto child = pages::asked_person(visit);
    if (!child) return refuse(child.error());
    return form_page(visit, relatives_of(visit.book, *child, law::london_date(visit.now)), {});
}

Result<Shown> print(Record& record, const Visit& visit) {
    const auto child = pages::asked_person(visit);
    if (!child) return refuse(child.error());
    const Relatives all = relatives_of(visit.book, *child, law::london_date(visit.now));
    RecipientForm form{.typed = visit.request.form(), .errors = {}, .to_think_about = {}};
    const Recipient recipient = read_recipient(form);
    const Relatives chosen = only(all, form);
    if (chosen.family.people.size() == 1) form.errors.add("person", "Tick at least one person");
    if (!form.errors.empty()) return form_page(visit, all, form);
    WentOut out{.what = "The family and its genogram", .recipient = recipient};
    for (const SeenChild& one : chosen.family.people) out.about.push_back(one.id);
    return print_page(visit, chosen, recipient, note_that_it_went_out(record, visit, out));
}

}  // namespace

std::vector<pages::PageRoute> family_print_routes(Record& record) {
    using enum web::Method;
    return {
        {get, "/children/{id}/family/print", Permission::see_children, show_form, web::Runs::on_a_worker},
        // The recipient's name may not stand in an address, so what is shown is asked for as a form is.
        {post, "/children/{id}/family/print", Permission::see_children, [&record](const Visit& visit) { return print(record, visit); }, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::letters
