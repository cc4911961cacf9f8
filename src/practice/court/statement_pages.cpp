#include "practice/court/statement_pages.hpp"

#include "practice/court/begin_statement.hpp"
#include "record/letters/for_somebody.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/saving.hpp"
#include "record/people/family.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Narrative;
using record::Permission;
using record::SeenChild;
using record::type_of;
using record::letters::PaperContent;
using record::letters::PaperForSomebody;
using record::letters::RecipientForm;
using web::Html;

/// The words are prescribed (Family Procedure Rules 2010, rule 17.2 and Practice Direction 17A).
constexpr std::string_view statement_of_truth =
    "I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of court may be brought against anyone who makes, or causes "
    "to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.";

web::Link begin_of(ledger::SubjectId child) { return web::to("/children") / child / "court_statement"; }

// --- beginning one ---

/// Brothers and sisters whom the viewer may see: an application is often about several.
std::vector<SeenChild> siblings(const Visit& visit, const SeenChild& child) {
    const record::Family family = record::family_of(visit.book, child, {.people = 30, .steps = 2});
    std::vector<SeenChild> all;
    for (const std::size_t place : record::siblings_of(family, 0))
        if (!family.people[place].person.died) all.push_back(family.people[place]);
    return all;
}

Page begin_page(const Visit& visit, const SeenChild& child) {
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh());
    web::Checkboxes others{
        .name = "child", .legend = "Who else it is about", .hint = "Each has a part of their own.", .choices = {}};
    for (const SeenChild& one : siblings(visit, child)) others.choices.push_back({one.id.text(), one.name});
    if (!others.choices.empty()) fields << web::checkboxes(others);
    fields << web::button({.label = "Begin"});
    Page page;
    page.title = "Begin a statement for court";
    page.before_main = child_bar(visit, child);
    page.main
        << web::heading_1("Begin a statement for court")
        << web::paragraph(
               "It begins with what the record knows: the children's own words, the family, what the council did and when, and what the latest assessment "
               "concluded. You weigh it, change it and write what is missing; nothing goes out before you print it for somebody.")
        << web::post_form({.action = begin_of(child.id), .token = visit.form_token, .fields = std::move(fields)})
        << web::paragraph(web::link(web::to("/children") / child.id, "Back to the child's page"));
    page.what = "form to begin a statement for court";
    page.about = {child.id};
    return page;
}

Result<Shown> begin(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    std::vector<SeenChild> children{*child};
    const auto ticked = visit.request.form().all("child");
    for (SeenChild& one : siblings(visit, *child))
        if (std::find(ticked.begin(), ticked.end(), one.id.text()) != ticked.end()) children.push_back(std::move(one));
    std::vector<ledger::SubjectId> subjects;
    for (const SeenChild& one : children) subjects.push_back(one.id);
    const ledger::ItemId item = key->nth_item(0);
    auto change = record::change_of(type_of<CourtStatement>(), item, 0, subjects,
                                    statement_from_the_record(record, visit, children), visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "began a statement for court"); !saved)
        return refuse(saved.error());
    return web::to("/items") / item / "change";
}

// --- printing it ---

Result<SeenItem> asked_statement(record::Record& record, const Visit& visit) {
    constexpr std::string_view not_found = "There is no such statement.";
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    auto item = seen_item(record, visit.book, type_of<CourtStatement>(), *id, not_found);
    if (item && !item->is_seen_whole) return refuse(not_seen_whole("statement"));
    return item;
}

/// Numbered through from the first paragraph to the last, as those who argue about it must be able to point to one.
class Paragraphs {
public:
    explicit Paragraphs(PaperContent& out) : out_(out) {}

    void add(std::string_view heading, const std::string& text) {
        if (web::trimmed(text).empty()) return;
        out_.html << web::heading_2(heading);
        out_.words += text + "\n";
        std::string paragraph;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            const auto words = web::trimmed(line);   // A browser ends its lines in two characters.
            if (words.empty()) end(paragraph);
            else paragraph += (paragraph.empty() ? "" : "\n") + std::string(words);
        }
        end(paragraph);
    }

private:
    void end(std::string& paragraph) {
        if (!paragraph.empty())
            out_.html << "<p class=\"govuk-body sf-narrative\">" << std::to_string(++number_) << ". " << paragraph << "</p>";
        paragraph.clear();
    }

    PaperContent& out_;
    int number_ = 0;
};

struct Part {
    const SeenChild* child;
    CourtStatement says;
};

PaperContent content_of(const SeenItem& item, const std::vector<SeenChild>& about) {
    const auto statement = type_of<CourtStatement>().item_from<CourtStatement>(item.content.values);
    std::vector<Part> parts;
    for (const SeenPart& part : item.children)
        for (const SeenChild& child : about)
            if (child.id == part.child.id)
                parts.push_back({&child, type_of<CourtStatement>().item_from<CourtStatement>(part.values)});
    PaperContent out;
    const auto of_each = [&](Paragraphs& paragraphs, std::string_view heading, const Narrative CourtStatement::* member) {
        for (const Part& part : parts) paragraphs.add(fmt::format("{}: {}", heading, part.child->name), (part.says.*member).text);
    };
    out.html << web::heading_1("Statement of " + (statement.writer.empty() ? std::string("the council") : statement.writer));
    if (!statement.court_and_number.empty()) out.html << web::paragraph(Html(statement.court_and_number));
    if (statement.written_on) out.html << web::paragraph(Html(statement.written_on->words() + "."));
    out.html << "<ul class=\"govuk-list\">";
    for (const Part& part : parts)
        out.html << "<li>" << part.child->name << (part.child->person.born ? ", born " + part.child->person.born->words() : "")
                 << "</li>";
    out.html << "</ul>";
    out.words = statement.writer + "\n" + statement.court_and_number + "\n";
    Paragraphs paragraphs(out);
    paragraphs.add("What the court is asked for", statement.order_sought);
    of_each(paragraphs, "Wishes and feelings", &CourtStatement::wishes);
    paragraphs.add("Why, in short", statement.reasons.text);
    paragraphs.add("The family", statement.family.text);
    paragraphs.add("What led to this application", statement.why_now.text);
    paragraphs.add("Background", statement.background.text);
    paragraphs.add("The harm that the council will seek to establish", statement.harm.text);
    of_each(paragraphs, "What they need", &CourtStatement::needs);
    paragraphs.add("What the parents can give, and why there is a gap", statement.parents_can.text);
    paragraphs.add("Other adults who may care", statement.others.text);
    of_each(paragraphs, "Days in their life", &CourtStatement::timetable);
    paragraphs.add("Where they are to live, and whom they see", statement.plan.text);
    paragraphs.add("Evidence and assessments still needed", statement.evidence.text);
    if (statement.is_true == true)
        out.html << web::heading_2("Statement of truth") << web::paragraph(statement_of_truth) << web::paragraph("Signed:")
                 << web::paragraph("Dated:");
    return out;
}

PaperForSomebody paper_of(const SeenItem& item) {
    return {.title = "Print the statement for court",
            .form_is = "form to print a statement for court",
            .went_out = "Statement for court",
            .address = web::to("/court_statements") / item.id / "print",
            .back = web::to("/items") / item.id,
            .back_words = "Back to the statement",
            .children = item.seen_children(),
            .content = [&item](RecipientForm&, const std::vector<SeenChild>& about) -> Result<PaperContent> {
                return content_of(item, about);
            }};
}

}  // namespace

void add_court_statement_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/court_statement", Permission::record_work,
         [](const Visit& visit) -> Result<Shown> {
             const auto child = asked_child(visit);
             if (!child) return refuse(child.error());
             return begin_page(visit, *child);
         },
         later},
        {post, "/children/{id}/court_statement", Permission::record_work,
         [&record](const Visit& visit) { return begin(record, visit); }, later},
        {get, "/court_statements/{id}/print", Permission::record_work,
         [&record](const Visit& visit) -> Result<Shown> {
             const auto item = asked_statement(record, visit);
             if (!item) return refuse(item.error());
             return show_form_of(visit, paper_of(*item));
         },
         later},
        {post, "/court_statements/{id}/print", Permission::record_work,
         [&record](const Visit& visit) -> Result<Shown> {
             const auto item = asked_statement(record, visit);
             if (!item) return refuse(item.error());
             return make_paper(record, visit, paper_of(*item));
         },
         later},
    });
    parts.child_links.push_back({.words = "Statement for court", .order = 65, .needs = Permission::record_work, .to = begin_of});
}

}  // namespace steadfast::practice
