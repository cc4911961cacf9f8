#include "practice/court/chronology_pages.hpp"

#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/letters/for_somebody.hpp"
#include "record/letters/goes_out.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Found;
using record::Permission;
using record::SeenChild;
using record::pages::Shown;
using record::pages::Visit;
using web::Html;

/// What other slices keep, by the keys of their types; a slice that was taken away is simply not found.
constexpr std::string_view milestones[] = {"contact",
                                           "referral",
                                           "early_help",
                                           "child_and_family_assessment",
                                           "strategy_discussion",
                                           "section47_enquiry",
                                           "meeting",
                                           "child_protection_plan",
                                           "child_in_need_plan",
                                           "family_plan",
                                           "police_protection",
                                           "emergency_protection_order",
                                           "section_20_agreement",
                                           "pre_proceedings",
                                           "court_proceedings",
                                           "court_hearing",
                                           "looked_after_episode",
                                           "placed_for_adoption",
                                           "missing_episode",
                                           "serious_incident",
                                           "care_profile",
                                           "key_event"};

constexpr std::size_t most_events = 300;   // A bundle with more is not read by anybody; the dates narrow it down.

bool is_key_event(const Found& found) { return found.type().key() == "key_event"; }

bool belongs(const Found& found) {
    if (found.head().has(record::RowHead::gone) || record::letters::goes_out(found) != record::GoesOut::with_the_record)
        return false;
    if (found.type().key() == "case_note")
        return record::value_by_key(found, "significance") == record::Value(std::string("significant"));
    return std::find(std::begin(milestones), std::end(milestones), found.type().key()) != std::end(milestones);
}

std::string on_one_line(const std::string& words) {
    std::string line;
    for (const char letter : words) line += letter == ' ' ? std::string("\u00a0") : std::string(1, letter);
    return line;
}

std::string without_end(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

std::string detail_of(const Found& found) {
    if (is_key_event(found))
        return without_end(record::words_by_key(found, "what")) + ". " + record::words_by_key(found, "meaning");
    const std::string summary = found.type().summary(found.values());
    return std::string(found.type().name()) + (summary.empty() ? "" : ": " + summary);
}

Html inputs_of(const std::vector<CourtEvent>& events, const std::string& involvement,
               const record::letters::RecipientForm& form) {
    web::Checkboxes boxes{
        .name = "event",
        .legend = "What stands in it",
        .hint = "The few events that a court must know, the earliest first. Untick what does not help it to decide.",
        .error = std::string(form.errors.at("event")),
        .choices = {},
        .small = true};
    for (const CourtEvent& one : events)
        boxes.choices.push_back(
            {one.item.text(), fmt::format("{}: {}", one.day ? one.day->words() : "No day recorded", one.detail)});
    for (const auto ticked : form.typed.all("event")) boxes.ticked.emplace_back(ticked);
    Html html;
    html << web::text_input({.name = "court",
                             .label = "Court, and its number of the case (optional)",
                             .value = std::string(form.typed.get("court"))})
         << (involvement.empty() ? Html()
                                 : web::checkboxes({.name = "involvement",
                                                    .legend = "How it begins",
                                                    .choices = {{"yes", "How long the council has been involved", involvement}},
                                                    .ticked = form.wants("involvement", "yes") ? std::vector<std::string>{"yes"}
                                                                                               : std::vector<std::string>{},
                                                    .small = true}))
         << web::checkboxes(boxes);
    return html;
}

record::letters::PaperContent content_of(const SeenChild& child, const std::vector<CourtEvent>& events, const std::string& known,
                                         const record::letters::RecipientForm& form) {
    record::letters::PaperContent out;
    const std::string court(web::trimmed(form.typed.get("court")));
    const std::string involvement = form.wants("involvement", "yes") ? known : "";
    out.html << web::heading_1("Chronology");
    if (!court.empty()) out.html << web::paragraph(Html(court));
    out.html << web::paragraph(Html(child.name + (child.person.born ? ", born " + child.person.born->words() : "") + "."))
             << record::letters::large_text("How the council was involved", involvement);
    web::Table table{
        .caption = "What happened, the earliest first", .columns = {{"No."}, {"Date"}, {"Event"}, {"Reference"}}, .rows = {}};
    out.words = court + "\n" + involvement + "\n";
    for (const CourtEvent& one : events) {
        if (!form.wants("event", one.item.text())) continue;
        table.rows.push_back({Html(std::to_string(table.rows.size() + 1)),
                              Html(one.day ? on_one_line(one.day->words()) : "Not known"), Html(one.detail),
                              Html("Recorded by " + one.recorded_by)});
        out.words += one.detail + "\n";
    }
    out.html << web::table(table);
    return out;
}

record::letters::PaperForSomebody paper_of(const Visit& visit, const SeenChild& child) {
    auto events = court_events(visit.book, child);
    const web::Link here = web::to("/children") / child.id;
    record::letters::PaperForSomebody paper{.title = "Chronology for court",
                                            .form_is = "form of a chronology for court",
                                            .went_out = "Chronology for court",
                                            .address = here / "court_chronology",
                                            .back = here,
                                            .back_words = "Back to the child's page",
                                            .children = {child},
                                            .content = {}};
    paper.opened_with.add("involvement", "yes");
    for (const CourtEvent& one : events) paper.opened_with.add("event", one.item.text());
    const std::string involvement = involvement_in_words(visit.book, child, law::london_date(visit.now));
    paper.inputs = [events, involvement](const record::letters::RecipientForm& form) {
        return inputs_of(events, involvement, form);
    };
    paper.content = [events, involvement](record::letters::RecipientForm& form,
                                          const std::vector<SeenChild>& about) -> Result<record::letters::PaperContent> {
        if (form.typed.all("event").empty()) form.errors.add("event", "Tick at least one event");
        return content_of(about.front(), events, involvement, form);
    };
    return paper;
}

}  // namespace

std::vector<CourtEvent> court_events(const record::SeenBook& book, const SeenChild& child) {
    std::vector<CourtEvent> events;
    book.each_about(child, [&](const Found& found) {
        if (belongs(found))
            events.push_back({book.book().item_id(found), &found.type(), found.happened_on(), detail_of(found),
                              record::pages::worker_name(book.book(), book.book().recorded_by(found))});
    });
    std::stable_sort(events.begin(), events.end(), [](const CourtEvent& a, const CourtEvent& b) {
        if (a.day.has_value() != b.day.has_value()) return a.day.has_value();   // What nobody dated stands last.
        return a.day < b.day;
    });
    if (events.size() > most_events) events.erase(events.begin(), events.end() - static_cast<std::ptrdiff_t>(most_events));
    return events;
}

std::string involvement_in_words(const record::SeenBook& book, const SeenChild& child, Date today) {
    std::optional<Date> first;
    std::size_t referrals = 0;
    std::size_t protection_plans = 0;
    book.each_about(child, [&](const Found& found) {
        if (found.head().has(record::RowHead::gone)) return;
        const auto key = found.type().key();
        referrals += key == "referral";
        protection_plans += key == "child_protection_plan";
        const auto day = found.happened_on();
        if ((key == "referral" || key == "contact") && day && (!first || *day < *first)) first = day;
    });
    if (!first) return "";
    std::string words = fmt::format("The first contact about {} on record is of {}, {}. ", child.name, first->words(),
                                    record::pages::from_today(*first, today));
    words += fmt::format("There {} {} since", referrals == 1 ? "was" : "were",
                         record::pages::counted(referrals, "referral", "referrals"));
    if (protection_plans > 0)
        words +=
            fmt::format(", and {}", record::pages::counted(protection_plans, "child protection plan", "child protection plans"));
    return words + ".";
}

void add_court_chronology_pages(record::Record& record, record::pages::PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    const auto asked = [](const Visit& visit) -> Result<record::letters::PaperForSomebody> {
        const auto child = record::pages::asked_child(visit);
        if (!child) return refuse(child.error());
        return paper_of(visit, *child);
    };
    parts.add({
        {get, "/children/{id}/court_chronology", Permission::record_work,
         [asked](const Visit& visit) -> Result<Shown> {
             const auto paper = asked(visit);
             if (!paper) return refuse(paper.error());
             return show_form_of(visit, *paper);
         },
         later},
        {post, "/children/{id}/court_chronology", Permission::record_work,
         [asked, &record](const Visit& visit) -> Result<Shown> {
             const auto paper = asked(visit);
             if (!paper) return refuse(paper.error());
             return make_paper(record, visit, *paper);
         },
         later},
    });
    parts.child_links.push_back(
        {.words = "Chronology for court", .order = 64, .needs = Permission::record_work, .to = [](ledger::SubjectId child) {
             return web::to("/children") / child / "court_chronology";
         }});
}

}  // namespace steadfast::practice
