#include "record/search/text_pages.hpp"

#include "record/pages/child_view.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/words.hpp"
#include "record/search/text_search.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t most_shown = 50;

Html form(const SeenChild& child, std::string_view typed, const std::string& form_token, std::string wrong = "") {
    Html fields;
    fields << web::text_input({.name = "find", .label = "Words in this record", .hint = "Such as a school, a place or what somebody said", .error = std::move(wrong),
                               .value = std::string(typed), .autocomplete = "off"})
           << web::button({.label = "Find in this record", .looks = web::Looks::secondary});
    return web::post_form({.action = web::to("/children") / child.id / "find", .token = form_token, .fields = fields});
}

Html in_words(const Excerpt& excerpt) {
    Html html;
    html << "<p class=\"govuk-body sf-narrative\">";
    if (excerpt.begins_inside) html << "… ";
    for (const Excerpt::Piece& piece : excerpt.pieces) {
        if (piece.is_found) html << "<mark>" << piece.text << "</mark>";
        else html << piece.text;
    }
    if (excerpt.ends_inside) html << " …";
    html << "</p>";
    return html;
}

Html one_found(const Visit& visit, const TextFound& found) {
    const auto happened = found.row.happened_on();
    Html html;
    html << "<li>" << web::heading_3(found.row.type().name()) << "<p class=\"govuk-hint\">" << (happened ? happened->words_with_weekday() : std::string("No date recorded"))
         << ", " << found.field;
    if (found.only_about)
        if (const auto child = visit.book.child(*found.only_about)) html << ", only about " << child->name;
    html << "</p>" << in_words(found.excerpt) << "<p class=\"govuk-body\">"
         << web::link(web::to("/items") / found.item, "Open it", std::string(found.row.type().name()) + (happened ? " of " + happened->words() : "")) << "</p></li>";
    return html;
}

Html found_view(const Visit& visit, const SeenChild& child, std::string_view typed, const TextsFound& texts, const std::string& wrong) {
    web::FieldErrors errors;
    if (!wrong.empty()) errors.add("find", wrong);
    Html html;
    html << web::error_summary(errors) << web::heading_1("Find in this record") << form(child, typed, visit.form_token, wrong);
    if (!wrong.empty()) return html;
    if (texts.whole == 0)
        return html << web::paragraph(Html("Nothing in this record that you may read holds all of these words. Try the beginning of one word. Documents and other children's records are not searched."));
    html << web::heading_2(texts.whole > texts.found.size() ? fmt::format("The latest {} of {}", texts.found.size(), counted(texts.whole, "entry", "entries"))
                                                            : counted(texts.whole, "entry", "entries"))
         << "<ul class=\"govuk-list\">";
    for (const TextFound& one : texts.found) html << one_found(visit, one);
    html << "</ul>";
    return html;
}

Result<Shown> find(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const std::string_view typed = web::trimmed(visit.request.form().get("find")).substr(0, 200);
    const std::string wrong = typed.empty() ? "Give a word to look for" : "";
    const auto texts = search_texts(record, visit.book, *child, typed, most_shown);
    if (!texts) return refuse(texts.error());
    Page page;
    page.title = wrong.empty() ? "Find in this record" : "Error: Find in this record";
    page.before_main = child_bar(visit, *child);
    page.main = found_view(visit, *child, typed, *texts, wrong);
    page.what = "search in a child's record";
    page.about = {child->id};
    if (!wrong.empty()) page.status = 422;
    return page;
}

}  // namespace

void add_text_pages(Record& record, PageParts& parts) {
    parts.add({{web::Method::post, "/children/{id}/find", Permission::see_children, [&record](const Visit& visit) { return find(record, visit); }, web::Runs::on_a_worker}});
    parts.child_panels.push_back({.key = "find-in-record", .where = ChildPanel::Where::beside, .order = 80, .show = [](const Visit& visit, const SeenChild& child) -> Result<Html> {
                                      Html html;
                                      html << web::heading_2("Find in this record") << form(child, "", visit.form_token);
                                      return html;
                                  }});
}

}  // namespace steadfast::record::pages
