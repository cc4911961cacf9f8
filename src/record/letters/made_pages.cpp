#include "law/london.hpp"
#include "record/access/access_pages.hpp"
#include "record/item/when_in_words.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/made_list.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/lists.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
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

constexpr std::size_t most_children_named = 3;

/// What of it somebody asked to see, out of the address.
struct Asked {
    MadeFilter filter;
    std::string typed_from;
    std::string typed_to;
    web::FieldErrors errors;

    [[nodiscard]] web::Link with(web::Link link) const {
        if (!filter.as.empty()) link = link.with("as", filter.as);
        if (!typed_from.empty()) link = link.with("from", typed_from);
        return typed_to.empty() ? link : link.with("to", typed_to);
    }
};

Asked read_asked(const web::Fields& query) {
    Asked asked;
    const auto read = [&](std::string_view name, std::string& typed) {
        typed = query.get(name);
        const auto day = typed.empty() ? std::nullopt : pages::typed_date(typed);
        if (!typed.empty() && !day) asked.errors.add(std::string(name), "Enter a date, like 27/3/2025");
        return day;
    };
    asked.filter.from = read("from", asked.typed_from);
    asked.filter.to = read("to", asked.typed_to);
    const auto as = query.get("as");
    if (as == "letter" || went_out_as.find(as)) asked.filter.as = as;
    return asked;
}

web::FilterPanel filter(const web::Link& here, const Asked& asked) {
    web::Select as{.name = "as", .label = "As", .choices = {{"", "Anything"}}, .chosen = asked.filter.as};
    for (const law::Code& code : went_out_as.codes) as.choices.push_back({std::string(code.code), std::string(code.says)});
    as.choices.push_back({"letter", "Letter"});
    web::FilterPanel panel{.action = here, .fields = web::select(as)};
    panel.fields << web::text_input({.name = "from", .label = "From", .hint = "For example, 27/3/2025", .error = std::string(asked.errors.at("from")), .value = asked.typed_from, .width = web::Width::ten})
                 << web::text_input({.name = "to", .label = "To", .error = std::string(asked.errors.at("to")), .value = asked.typed_to, .width = web::Width::ten});
    if (asked.with(here).text() != here.text()) panel.clear = here;
    return panel;
}

Html names_of(const MadeLine& line) {
    Html names;
    for (std::size_t i = 0; i < std::min(line.about.size(), most_children_named); ++i)
        names << std::string_view(i == 0 ? "" : ", ") << web::link(web::to("/children") / line.about[i].id, line.about[i].name);
    const std::size_t named = std::min(line.about.size(), most_children_named);
    if (line.children > named) names << (named == 0 ? pages::counted(line.children, "child", "children") : fmt::format(" and {} more", line.children - named));
    return names;
}

Html lines_table(const Visit& visit, std::span<const MadeLine> lines, std::size_t whole, bool names_children, const std::string& when_empty) {
    web::Table table{.caption = pages::counted(whole, "print, list or letter", "prints, lists and letters"), .columns = {{"Made"}, {"What"}, {"For"}, {"By"}}, .rows = {},
                     .first_cell_names_row = false, .when_empty = when_empty};
    if (names_children) table.columns.push_back({"About"});
    for (const MadeLine& line : lines) {
        Html what = line.letter.is_none() ? Html(line.what) : web::link(web::to("/letters") / line.letter, line.what);
        Html recipient = Html() << line.recipient;
        if (!line.may_know.empty()) recipient << "<br><span class=\"sf-quiet\">" << "Names also " << line.may_know << "</span>";
        std::vector<Html> row{Html(in_words(line.made)), Html() << what << ", " << line.as, std::move(recipient), Html(pages::worker_name(visit.book.book(), line.by))};
        if (names_children) row.push_back(names_of(line));
        table.rows.push_back(std::move(row));
    }
    return web::table(table);
}

struct Part {
    pages::PageOf page;
    std::span<const MadeLine> lines;
};
Part part_of(const Visit& visit, const std::vector<MadeLine>& lines) {
    Part part{.page = {.page = 1, .whole = lines.size()}, .lines = {}};
    part.page.page = std::clamp<std::size_t>(pages::number_in(visit.request.query().get("page")), 1, std::max<std::size_t>(1, part.page.pages()));
    part.lines = std::span(lines).subspan(part.page.first(), part.page.last() - part.page.first());
    return part;
}

Html export_link(const web::Link& here) { return Html() << "<p class=\"govuk-body sf-screen-only\">" << web::link(here / "export", "Download for a spreadsheet") << "</p>"; }

Result<Shown> show_about_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    if (!pages::may_see_who_looked(visit.book, child->id))
        return refuse(Refusal::Kind::not_allowed, "What went out is shown to those who work with the child, and to managers.", "Ask the child's worker or their manager.");
    const web::Link here = web::to("/children") / child->id / "made";
    const Asked asked = read_asked(visit.request.query());
    const auto lines = asked.errors.empty() ? made_about(visit.book, *child, asked.filter) : std::vector<MadeLine>();
    const Part part = part_of(visit, lines);
    Page page;
    page.title = "Printed and sent";
    page.before_main = pages::child_bar(visit, *child);
    page.main << web::error_summary(asked.errors) << web::heading_1("Printed and sent")
              << web::paragraph(Html("Every print, list and letter about this child that was made for somebody.")) << web::filter_panel(filter(here, asked))
              << lines_table(visit, part.lines, lines.size(), false, "Nothing like this was made for anybody. A print stands here once it is made, a letter once it is saved.")
              << web::pagination({.page = part.page.page, .pages = part.page.pages(), .list = asked.with(here), .of = "prints and letters"}) << export_link(here);
    page.what = "what was printed and sent";
    page.about = {child->id};
    page.status = asked.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show_all(const Visit& visit) {
    const web::Link here = web::to("/made");
    const Asked asked = read_asked(visit.request.query());
    const auto lines = asked.errors.empty() ? all_made(visit.book, asked.filter) : std::vector<MadeLine>();
    const Part part = part_of(visit, lines);
    Page page;
    page.title = "Printed and sent";
    page.main << web::error_summary(asked.errors) << web::heading_1("Printed and sent")
              << web::paragraph(Html(fmt::format("Every print, list and letter that was made for somebody. A list of more than {} children is on none's record: it stands here alone.",
                                                 most_on_whose_record)))
              << web::filter_panel(filter(here, asked)) << lines_table(visit, part.lines, lines.size(), true, "Nothing fits. Try more days, or anything.")
              << web::pagination({.page = part.page.page, .pages = part.page.pages(), .list = asked.with(here), .of = "prints and letters"}) << export_link(here);
    page.what = "list of what was printed and sent";
    for (const MadeLine& line : part.lines)
        for (const SeenChild& child : line.about)
            if (std::ranges::find(page.about, child.id) == page.about.end()) page.about.push_back(child.id);
    page.status = asked.errors.empty() ? 200 : 422;
    return page;
}

}  // namespace

void add_made_pages(pages::PageParts& parts) {
    using enum web::Method;
    parts.add({
        {get, "/children/{id}/made", Permission::see_children, show_about_child, web::Runs::on_a_worker},
        {get, "/made", Permission::see_audit, show_all, web::Runs::on_a_worker},
    });
    parts.child_panels.push_back({"printed-and-sent", pages::ChildPanel::Where::beside, 91, [](const Visit& visit, const SeenChild& child) -> Result<Html> {
                                      if (!pages::may_see_who_looked(visit.book, child.id)) return Html();
                                      return Html() << web::paragraph(web::link(web::to("/children") / child.id / "made", "What was printed and sent"));
                                  }});
    parts.places.push_back({.words = "Printed and sent", .link = web::to("/made"), .order = 76, .needs = Permission::see_audit});
}

}  // namespace steadfast::record::letters
