#include "law/age.hpp"
#include "law/london.hpp"
#include "practice/missing/found_button.hpp"
#include "practice/missing/interviews.hpp"
#include "practice/missing/missing_pages.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/settings_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::letters::RecipientForm;
using web::Html;

const web::Link the_list = web::to("/missing");
constexpr std::size_t most_owed_shown = 100;

/// What somebody asked to be shown. Risk "unsaid" is of those whose risk nobody has judged.
struct Asked {
    std::string risk;
    std::string kind;
    bool by_time = false;   ///< Whoever has been gone longest first, whatever the risk.
};

Asked asked_of(const web::Fields& query) {
    Asked asked{.risk = std::string(query.get("risk")), .kind = std::string(query.get("kind")), .by_time = query.get("order") == "time"};
    if (asked.risk != "unsaid" && !missing_risk.find(asked.risk)) asked.risk.clear();
    if (!law::missing_type.find(asked.kind)) asked.kind.clear();
    return asked;
}

std::vector<EpisodeSeen> listed(const Visit& visit, const Asked& asked) {
    std::vector<EpisodeSeen> all = missing_now(visit.book);
    std::erase_if(all, [&asked](const EpisodeSeen& one) {
        const MissingEpisode& episode = one.episode;
        const bool wrong_risk = asked.risk == "unsaid" ? episode.risk.is_recorded() : !asked.risk.empty() && !episode.risk.is(asked.risk);
        return wrong_risk || (!asked.kind.empty() && !episode.kind.is(asked.kind));
    });
    if (asked.by_time)
        std::ranges::stable_sort(all, {}, [](const EpisodeSeen& one) {
            const auto began = went(one.episode);
            return std::pair(began ? began->day : Date::from_days(0), began ? began->minute : std::nullopt);
        });
    return all;
}

Html filter(const Asked& asked) {
    web::Select risk{.name = "risk", .label = "Risk", .choices = {{"", "Any"}}, .chosen = asked.risk};
    for (const web::Choice& one : choices_today(missing_risk)) risk.choices.push_back(one);
    risk.choices.push_back({"unsaid", "Nobody has said"});
    web::Select kind{.name = "kind", .label = "Missing or away", .choices = {{"", "Both"}}, .chosen = asked.kind};
    for (const web::Choice& one : choices_today(law::missing_type)) kind.choices.push_back(one);
    const web::Select order{.name = "order", .label = "First", .choices = {{"risk", "The greatest risk"}, {"time", "Whoever has been gone longest"}}, .chosen = asked.by_time ? "time" : "risk"};
    web::FilterPanel panel{.action = the_list, .fields = Html() << web::select(risk) << web::select(kind) << web::select(order)};
    if (!asked.risk.empty() || !asked.kind.empty() || asked.by_time) panel.clear = the_list;
    return web::filter_panel(panel);
}

std::string age_of(const record::SeenChild& child, Date today) {
    const auto age = child.person.born ? law::age_on(*child.person.born, today) : std::nullopt;
    return age ? std::to_string(*age) : "age not known";
}

web::Colour colour_of(const MissingEpisode& episode) {
    return episode.risk.is("high") ? web::Colour::red : episode.risk.is("medium") ? web::Colour::orange : web::Colour::grey;
}

Html one_missing(const Visit& visit, const EpisodeSeen& one) {
    const MissingEpisode& episode = one.episode;
    Html html;
    html << "<li class=\"sf-visit\"><p class=\"govuk-body\"><strong>" << web::link(web::to("/children") / one.child.id, one.child.name) << "</strong>, " << age_of(one.child, law::london_date(visit.now)) << " "
         << web::tag(episode.risk.is_recorded() ? fmt::format("Risk: {}", episode.risk.says()) : std::string("Risk not said"), colour_of(episode)) << "</p><p class=\"govuk-body\">" << kind_in_words(episode) << " for "
         << how_long(episode, visit.now) << ", since " << in_words(went(episode)) << ". " << web::link(web::to("/missing") / one.id, "What is known", one.child.name) << "</p><p class=\"govuk-body sf-quiet\">";
    const std::string told = last_told(episode);
    html << (told.empty() ? std::string("Nobody has been told, as far as the record says.") : "Last told: " + told + ".");
    if (!episode.police_told_at.is_known() && !told.empty()) html << " The police have not been told.";
    return html << "</p>" << found_button(visit, one, "list") << "</li>";
}

/// Of those whose records are restricted no more is said than that there is somebody, and whom to ring.
Html restricted_ones(const Visit& visit) {
    const auto ring = missing_and_restricted(visit.book);
    if (ring.empty()) return {};
    Html list;
    for (const std::string& one : ring) list << "<li>" << (one.empty() ? std::string("Ask the service manager.") : "Ring " + one) << "</li>";
    return web::inset(Html() << "<p>" << (ring.size() == 1 ? std::string("One more child is missing, whose record is restricted:") : fmt::format("{} more children are missing, whose records are restricted:", ring.size())) << "</p><ul class=\"govuk-list\">" << list << "</ul>");
}

Html owed(const Visit& visit, std::vector<ledger::SubjectId>& about) {
    const Date today = law::london_date(visit.now);
    const auto all = owed_interviews(visit.parts.duties, visit.book, today);
    web::Table table{.caption = "Back, and the return interview not held yet", .columns = {{"Child"}, {"Came back"}, {"Return interview"}, {"Owed by"}}, .rows = {},
                     .when_empty = "No return interview is owed. Whoever comes back stands here until one is held or refused."};
    for (std::size_t i = 0; i < std::min(all.size(), most_owed_shown); ++i) {
        const auto& [episode, standing] = all[i];
        const auto by = episode.episode.interview_by.item;
        Html state;
        if (standing.is_late(visit.now)) state << web::tag("Late", web::Colour::red) << " ";
        state << standing.words(visit.now);
        table.rows.push_back({web::link((web::to("/missing") / episode.id).at("interview"), episode.child.name), Html(in_words(came_back(episode.episode))), std::move(state),
                              Html(by.is_none() ? std::string("Nobody yet") : worker_name(visit.book.book(), ledger::WorkerId(by.bytes())))});
        about.push_back(episode.child.id);
    }
    Html html = Html() << web::heading_2(fmt::format("Return interviews ({})", all.size())) << web::table(table);
    if (all.size() > most_owed_shown) html << web::paragraph(Html(fmt::format("And {} more, which fell due later.", all.size() - most_owed_shown)));
    return html;
}

Result<Shown> show_list(const Visit& visit) {
    const Asked asked = asked_of(visit.request.query());
    const auto all = listed(visit, asked);
    const bool is_narrowed = !asked.risk.empty() || !asked.kind.empty();
    Page page;
    page.title = "Missing children";
    Html list = restricted_ones(visit);
    if (all.empty()) list << web::paragraph(Html(is_narrowed ? "Nobody who is missing fits the filter." : "No child whom you may see is missing. Whoever is reported missing stands here until somebody presses Found."));
    list << "<ul class=\"govuk-list sf-visits\">";
    for (const EpisodeSeen& one : all) {
        list << one_missing(visit, one);
        page.about.push_back(one.child.id);
    }
    list << "</ul><p class=\"govuk-body\">" << web::link(web::to("/missing/for"), "Print or download the list for somebody") << "</p>";
    if (may(visit.book.viewer(), Permission::allocate)) list << "<p class=\"govuk-body\">" << web::link(web::to("/missing/patterns"), "What times away have in common") << "</p>";
    list << owed(visit, page.about);
    page.main << found_notice(visit) << web::heading_1(fmt::format("Missing now ({})", all.size())) << web::with_side(list, filter(asked));
    if (const auto found = ledger::ItemId::parse(visit.request.query().get("found")))
        if (const auto episode = episode_seen(visit.book, *found)) page.about.push_back(episode->child.id);   // The notice names them.
    page.what = "list of missing children";
    return page;
}

// --- for somebody ---

Page form_page(const Visit& visit, const RecipientForm& form) {
    const auto ticked = [&form](std::string_view name) { return form.wants(name, "yes") ? std::vector<std::string>{"yes"} : std::vector<std::string>{}; };
    Html fields;
    fields << record::letters::recipient_inputs(form)
           << web::checkboxes({.name = "names", .legend = "Names", .hint = "Without them each row has the child's number alone", .choices = {{"yes", "With the children's names"}}, .ticked = ticked("names"), .small = true})
           << web::button({.label = "Show what is to be printed", .name = "as", .value = "print"}) << " "
           << web::button({.label = "Download for a spreadsheet (CSV)", .looks = web::Looks::secondary, .name = "as", .value = "csv"});
    Page page;
    page.title = "Missing children, for somebody";
    page.main << web::error_summary(form.errors) << web::heading_1("The list of missing children, for somebody")
              << web::paragraph(Html("Who is missing now whom you may see, since when, the risk, and whom we told last. No place and no word of anybody's is in it."))
              << web::post_form({.action = web::to("/missing/for"), .token = visit.form_token, .fields = std::move(fields)}) << web::paragraph(web::link(the_list, "Back to the list"));
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

std::vector<std::string> cells_of(const EpisodeSeen& one, bool with_names, Instant now) {
    std::vector<std::string> cells{one.child.person.authority_id};
    if (with_names) cells.push_back(one.child.name);
    const std::string told = last_told(one.episode);
    for (std::string& cell : std::vector<std::string>{age_of(one.child, law::london_date(now)), kind_in_words(one.episode), in_words(went(one.episode)), how_long(one.episode, now),
                                                      one.episode.risk.is_recorded() ? std::string(one.episode.risk.says()) : std::string("Not said"), one.episode.police_reference, told.empty() ? std::string("Nobody") : told})
        cells.push_back(std::move(cell));
    return cells;
}

std::vector<std::string> columns_of(bool with_names) {
    std::vector<std::string> columns{"Number"};
    if (with_names) columns.emplace_back("Child");
    for (const auto* const one : {"Age", "Missing or away", "Since", "Gone for", "Risk", "Police reference", "Last told"}) columns.emplace_back(one);
    return columns;
}

Result<Shown> make_for(const Visit& visit) {
    RecipientForm form{.typed = visit.request.form(), .errors = {}, .to_think_about = {}};
    const record::letters::Recipient recipient = record::letters::read_recipient(form);
    if (!form.errors.empty()) return form_page(visit, form);
    const bool with_names = form.wants("names", "yes");
    const auto all = missing_now(visit.book);
    std::vector<ledger::SubjectId> about;
    for (const EpisodeSeen& one : all) about.push_back(one.child.id);
    if (form.typed.get("as") == "csv") {
        std::string csv = std::string(record::letters::csv_start) + record::letters::csv_line({fmt::format("For {}. Made {} by {}.", recipient.name, law::london_date_and_time(visit.now), visit.worker_name)}) +
                          record::letters::csv_line(columns_of(with_names));
        for (const EpisodeSeen& one : all) csv += record::letters::csv_line(cells_of(one, with_names, visit.now));
        return SentFile{.response = web::Response::download(std::move(csv), "text/csv; charset=utf-8", "missing.csv"), .what = "list downloaded for somebody", .about = std::move(about), .item = {}};
    }
    web::Table table{.caption = "Missing on " + law::london_date_and_time(visit.now), .columns = {}, .rows = {}, .when_empty = "Nobody is missing."};
    for (std::string& name : columns_of(with_names)) table.columns.push_back({std::move(name)});
    for (const EpisodeSeen& one : all) {
        std::vector<Html> row;
        for (const std::string& cell : cells_of(one, with_names, visit.now)) row.emplace_back(cell);
        table.rows.push_back(std::move(row));
    }
    // The line of a list names whom it is for and who made it; the reference of each child stands in its row.
    const std::string line = fmt::format("For {}{}. {}. Printed {} by {}.", recipient.name, recipient.capacity.empty() ? "" : " (" + recipient.capacity + ")", counted(all.size(), "child", "children"), law::london_date(visit.now).words(), visit.worker_name);
    Page page;
    page.title = "Missing children, for somebody";
    page.main << "<div class=\"sf-screen-only\">"
              << web::inset(Html() << "<p>" << fmt::format("This is for {}. Print it, or save the print as PDF.", recipient.name) << "</p><p>" << web::link(the_list, "Back to the list") << "</p>") << "</div>"
              << record::letters::on_each_page(line, Html() << web::heading_1("Missing children") << web::table(table));
    page.what = "list printed for somebody";
    page.about = std::move(about);
    page.printed_for = line;
    return page;
}

std::size_t waiting(const record::Book& book, const record::Viewer& viewer) {
    // The book outlives the question, so nothing is owned here.
    return missing_now(record::SeenBook(std::shared_ptr<const record::Book>(std::shared_ptr<const record::Book>(), &book), viewer)).size();
}

void check(const record::Values& values, web::FieldErrors& errors) {
    constexpr std::int32_t most = 1'000;
    const auto settings = record::type_of<MissingSettings>().item_from<MissingSettings>(values);
    if (settings.many_times && (*settings.many_times < 2 || *settings.many_times > most)) errors.add("many_times", "Enter a number from 2 to 1,000");
    if (settings.in_days && (*settings.in_days < 1 || *settings.in_days > most)) errors.add("in_days", "Enter a number from 1 to 1,000");
}

Html what_it_is_for() {
    return web::paragraph(Html("When a child has been missing so often, a sentence says so on the child's page and to the manager on the team board. No law fixes the number: it is this council's own procedure."));
}

}  // namespace

void add_missing_list(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/missing", Permission::see_children, show_list, later},
        {get, "/missing/for", Permission::see_children, [](const Visit& visit) -> Result<Shown> { return form_page(visit, {}); }},
        {post, "/missing/for", Permission::see_children, make_for, later},
    });
    parts.places.push_back({.words = "Missing", .link = the_list, .order = 14, .needs = Permission::see_children, .waiting = waiting, .key = "g m"});
    add_settings_page(record, parts, {.type = &record::type_of<MissingSettings>(), .address = web::to("/missing/settings"), .words = "Missing children settings", .order = 84,
                                      .needs = Permission::keep_front_door, .item = [](const record::Book&) { return missing_settings_item(); }, .check = check, .above = what_it_is_for});
}

void add_missing_pages(Record& record, PageParts& parts) {
    add_missing_list(record, parts);
    add_episode_pages(record, parts);
    add_report_pages(record, parts);
    add_interview_pages(record, parts);
    add_pattern_pages(parts);
    add_missing_panels(parts);
}

}  // namespace steadfast::practice
