#include "record/pages/family/family_view.hpp"

#include "record/pages/child_view.hpp"
#include "record/pages/family/genogram_view.hpp"
#include "record/pages/words.hpp"
#include "record/record.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

web::Link page_of(ledger::SubjectId person) { return web::to("/children") / person; }
web::Link item_page_of(ledger::ItemId item) { return web::to("/items") / item; }

Html not_recorded() { return Html() << "<span class=\"govuk-hint\">Not recorded</span>"; }
Html said(const std::string& words) { return words.empty() ? not_recorded() : Html(words); }

std::string born_in_words(const Person& person, Date today) {
    if (!person.born && person.died) return "Died " + person.died->words();
    if (person.died) return fmt::format("{}, died {}", person.born->words(), person.died->words());
    return person.born || person.expected ? record::pages::born_in_words(person.born, person.expected, today) : "";
}

Html lines(const std::vector<std::string>& all) {
    if (all.empty()) return not_recorded();
    Html html;
    html << "<ul class=\"govuk-list\">";
    for (const std::string& one : all) html << "<li>" << one << "</li>";
    html << "</ul>";
    return html;
}

std::string in_time(std::optional<Date> from, std::optional<Date> to) {
    if (from && to) return fmt::format("{} to {}", from->words(), to->words());
    if (from) return "Since " + from->words();
    if (to) return "Until " + to->words();
    return "";
}

/// What each recorded relationship of somebody with the first is, so that it can be opened and put right.
Html what_they_are_linked(const FamilyPage& page, std::size_t person) {
    Html html;
    html << page.is_what[person];
    for (const FamilyTie& tie : page.family.ties)
        if (tie.is_of(person, 0)) html << " " << web::link(item_page_of(tie.item), "Details", fmt::format("of {}", page.family.people[person].name));
    return html;
}

Html who_is_who(const FamilyPage& page) {
    web::Table table{.caption = "Who is who",
                     .columns = {{"Name"}, {"Is"}, {"Born"}, {"Lives here"}, {"Parental responsibility"}, {"Safe contact"}},
                     .rows = {},
                     .hides_caption = true,
                     .when_empty = "Nobody of the family is on record yet, or nobody whom you may see. Add a relative to begin."};
    for (std::size_t i = 1; i < page.family.people.size(); ++i) {
        const SeenChild& one = page.family.people[i];
        table.rows.push_back({web::link(page_of(one.id), one.name), what_they_are_linked(page, i), said(born_in_words(one.person, page.today)),
                              Html(page.lives_here.contains(one.id) ? "Yes" : "No, as far as is recorded"), said(page.responsibility[i]), lines(page.contact[i])});
    }
    Html html;
    html << web::heading_2("Who is who") << web::table(table);
    if (page.family.is_cut) html << web::inset(Html("There are more people in this family than one page shows. Open the page of one of them to follow the family further."));
    return html;
}

Html way_to_print(const FamilyPage& page) {
    if (page.family.people.size() == 1) return {};
    return Html() << "<p class=\"govuk-body sf-screen-only\">" << web::link(page_of(page.family.people[0].id) / "family" / "print", "Print the family for somebody") << "</p>";
}

std::string described(const FamilyPage& page) {
    std::string words = fmt::format("{} of the family. ", counted(page.family.people.size(), "person", "people"));
    for (std::size_t i = 1; i < page.family.people.size(); ++i) words += fmt::format("{}: {}. ", page.family.people[i].name, page.is_what[i]);
    return words + "The table below says the same.";
}

Html genogram(const FamilyPage& page) {
    Html html;
    html << web::heading_2("Genogram");
    if (page.family.people.size() == 1) return html << web::paragraph(Html("It is drawn as soon as one relative is on record."));
    if (!page.genogram) return html << web::paragraph(Html("This family could not be drawn. The table below says who is who."));
    html << "<div class=\"sf-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Genogram, drawn\">"
         << genogram_view(*page.genogram, fmt::format("Genogram of {}'s family", page.family.people[0].name), described(page)) << "</div>"
         << web::details("How to read it",
                         Html() << "<ul class=\"govuk-list govuk-list--bullet\"><li>A square is a boy or man, a circle a girl or woman, a diamond where the sex is not "
                                   "known, a triangle a pregnancy. The age stands inside; a double line is whose page this is; a cross is who has died.</li>"
                                   "<li>A line joins a couple, broken where they are not married. One stroke through it is a separation, two a divorce.</li>"
                                   "<li>Children hang from their parents' line, twins from one point. A dotted line is another tie, like a carer.</li>"
                                   "<li>A broken line round people shows who lives together now.</li></ul>");
    return html;
}

Html alerts(const FamilyPage& page) {
    if (page.around.alerts.empty()) return {};
    web::Table table{.caption = "Alerts", .columns = {{"Alert"}, {"Since"}, {"Look at it again"}, {"Looked after by"}, {"Look"}}, .rows = {}, .hides_caption = true};
    for (std::size_t i = 0; i < page.around.alerts.size(); ++i) {
        const Told<Alert>& one = page.around.alerts[i];
        Html owner(page.alert_owners[i]);
        if (page.may_record && !page.is_my_alert[i])
            owner << "<div class=\"sf-screen-only\">"
                  << web::post_form({.action = web::to("/alerts") / one.item / "owner", .token = page.form_token,
                                     .fields = web::button({.label = "I look after it from now on", .looks = web::Looks::secondary})})
                  << "</div>";
        table.rows.push_back({Html(fmt::format("{}: {}", one.is.kind.says(), one.is.says)), said(one.is.from ? one.is.from->words() : ""),
                              said(one.is.review_on ? with_distance(*one.is.review_on, page.today) : ""), owner, web::link(item_page_of(one.item), "Open", "this alert")});
    }
    return Html() << web::heading_2("Alerts") << web::table(table);
}

template <class T, class Row>
Html told(std::string_view heading, const std::vector<Told<T>>& all, std::vector<web::Column> columns, std::string when_empty, const Row& row) {
    web::Table table{.caption = std::string(heading), .columns = std::move(columns), .rows = {}, .hides_caption = true, .when_empty = std::move(when_empty)};
    for (const Told<T>& one : all) table.rows.push_back(row(one));
    Html html;
    html << web::heading_2(heading) << web::table(table);
    return html;
}

Html addresses(const FamilyPage& page) {
    return told<Address>("Addresses", page.around.addresses, {{"Address"}, {"Kind"}, {"When"}, {"Look"}}, "No address is on record, or none that you may see.",
                         [](const Told<Address>& one) {
                             Html where(in_one_line(one.is));
                             if (one.is.is_confidential.value_or(false)) where << " " << web::tag("Confidential", web::Colour::red);
                             return std::vector<Html>{where, Html(one.is.kind.says()), said(in_time(one.is.from, one.is.to)),
                                                      web::link(item_page_of(one.item), "Open", "this address")};
                         });
}

Html contact_ways(const FamilyPage& page) {
    return told<ContactWay>("Ways to make contact", page.around.contact_ways, {{"How"}, {"When"}, {"Look"}}, "No phone number or e-mail address is on record.",
                            [](const Told<ContactWay>& one) {
                                Html how(in_words(one.is));
                                if (one.is.is_not_to_be_used.value_or(false)) how << " " << web::tag("Not to be used", web::Colour::red);
                                return std::vector<Html>{how, said(in_time(one.is.from, one.is.to)), web::link(item_page_of(one.item), "Open", "this way to make contact")};
                            });
}

Html professionals(const FamilyPage& page) {
    return told<Professional>("Professionals", page.around.professionals, {{"Who"}, {"From"}, {"Reach them"}, {"When"}, {"Look"}},
                              "No school, GP or other professional is on record.", [](const Told<Professional>& one) {
                                  std::string who = one.is.name;
                                  if (!one.is.works_as.empty()) who += (who.empty() ? "" : ", ") + one.is.works_as;
                                  std::string reach = one.is.phone;
                                  if (!one.is.email.empty()) reach += (reach.empty() ? "" : ", ") + one.is.email;
                                  std::string from(one.is.kind.says());
                                  if (!one.is.organisation.empty()) from += ": " + one.is.organisation;
                                  return std::vector<Html>{said(who), Html(from), said(reach), said(in_time(one.is.from, one.is.to)),
                                                           web::link(item_page_of(one.item), "Open", "this professional")};
                              });
}

Html names(const FamilyPage& page) {
    return told<Name>("Other names", page.around.names, {{"Name"}, {"Kind"}, {"When"}, {"Look"}}, "No other name is on record.", [](const Told<Name>& one) {
        const std::string gap = one.is.given_name.empty() || one.is.family_name.empty() ? "" : " ";
        return std::vector<Html>{Html(one.is.given_name + gap + one.is.family_name), Html(one.is.kind.says()), said(in_time(one.is.from, one.is.to)),
                                 web::link(item_page_of(one.item), "Open", "this name")};
    });
}

Html what_to_record(const FamilyPage& page) {
    if (!page.may_record) return {};
    const auto person = page_of(page.family.people[0].id);
    Html list;
    list << "<ul class=\"govuk-list\"><li>" << web::link(person / "family" / "address", "Where they live") << "</li>";
    for (const auto& [key, words] : {std::pair("contact_way", "A phone number or e-mail address"), std::pair("professional", "A school, GP or other professional"),
                                     std::pair("name", "Another name"), std::pair("immigration_status", "Immigration status"),
                                     std::pair("interpreter_booking", "An interpreter booked"), std::pair("alert", "An alert")})
        list << "<li>" << web::link(person / "add" / key, words) << "</li>";
    list << "</ul>";
    Html html;
    html << "<div class=\"sf-screen-only\">" << web::button_link(person / "family" / "add", "Add a relative")
         << web::details("Record something else about who they are", list) << "</div>";
    return html;
}

}  // namespace

Html family_view(const FamilyPage& page) {
    Html html;
    html << web::heading_1("Family") << what_to_record(page) << alerts(page) << genogram(page) << way_to_print(page) << who_is_who(page) << addresses(page) << contact_ways(page)
         << professionals(page) << names(page);
    return html;
}

Html family_panel(const FamilyPage& page, const Html& lives_at) {
    const SeenChild& person = page.family.people[0];
    Html who;
    who << "<ul class=\"govuk-list\">";
    constexpr std::size_t most = 8;
    for (std::size_t i = 1; i < page.family.people.size() && i <= most; ++i)
        who << "<li>" << web::link(page_of(page.family.people[i].id), page.family.people[i].name) << ", " << page.is_what[i] << "</li>";
    if (page.family.people.size() > most + 1) who << "<li>and " << counted(page.family.people.size() - most - 1, "other", "others") << "</li>";
    who << "</ul>";
    std::vector<std::string> with;
    for (const SeenChild& one : page.household) with.push_back(one.name);

    Html html;
    html << web::heading_2("Who is who")
         << web::summary_list({{std::string(lives_at_label), lives_at.empty() ? not_recorded() : lives_at},
                               {"Lives with", lines(with)},
                               {"Family", page.family.people.size() > 1 ? who : not_recorded()},
                               {"Safe contact", lines(safe_contact(page.around, page.today))}})
         << "<p class=\"govuk-body\">" << web::link(page_of(person.id) / "family", "Family, genogram, addresses and professionals") << "</p>";
    return html;
}

}  // namespace steadfast::record::pages
