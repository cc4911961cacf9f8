#include "record/letters/for_somebody.hpp"

#include "law/london.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "record/pages/child_view.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::string_view about_whom = "about";

Page page_with(const Visit& visit, const PaperForSomebody& paper, const std::vector<SeenChild>& about) {
    Page page;
    page.title = paper.title;
    for (const SeenChild& child : about) {
        page.before_main << pages::child_bar(visit, child);
        page.about.push_back(child.id);
    }
    return page;
}

Html which_children(const PaperForSomebody& paper, const RecipientForm& form) {
    web::Checkboxes boxes{.name = std::string(about_whom),
                          .legend = "About which children",
                          .hint = "What is about one of the others alone is left out.",
                          .error = std::string(form.errors.at(about_whom)),
                          .choices = {}};
    for (const SeenChild& child : paper.children) boxes.choices.push_back({child.id.text(), child.name});
    for (const auto ticked : form.typed.all(about_whom)) boxes.ticked.emplace_back(ticked);
    return web::checkboxes(boxes);
}

std::vector<SeenChild> chosen_children(const PaperForSomebody& paper, const RecipientForm& form) {
    if (paper.children.size() < 2) return paper.children;
    std::vector<SeenChild> chosen;
    std::copy_if(paper.children.begin(), paper.children.end(), std::back_inserter(chosen),
                 [&form](const SeenChild& child) { return form.wants(about_whom, child.id.text()); });
    return chosen;
}

Page form_page(const Visit& visit, const PaperForSomebody& paper, const RecipientForm& form) {
    Html fields;
    fields << recipient_inputs(form);
    if (paper.children.size() > 1) fields << which_children(paper, form);
    if (paper.inputs) fields << paper.inputs(form);
    fields << may_know_input(form) << web::button({.label = "Show what is to be printed"});
    Page page = page_with(visit, paper, paper.children);
    page.main << web::error_summary(form.errors) << web::heading_1(paper.title)
              << web::post_form({.action = paper.address, .token = visit.form_token, .fields = std::move(fields)})
              << web::paragraph(web::link(paper.back, paper.back_words));
    page.what = paper.form_is;
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Page paper_page(const Visit& visit, const PaperForSomebody& paper, const std::vector<SeenChild>& about,
                const PaperContent& content, const Recipient& recipient, const std::string& trouble) {
    const std::string line = made_for(recipient, about, law::london_date(visit.now), visit.worker_name);
    Page page = page_with(visit, paper, about);
    // The bar has the child's numbers and more: it is for the screen alone.
    page.before_main = Html() << "<div class=\"sf-screen-only\">" << page.before_main << "</div>";
    page.main
        << "<div class=\"sf-screen-only\">"
        << web::inset(
               Html()
               << "<p>"
               << fmt::format(
                      "This is for {}. Print it, or save the print as PDF. Read it through first: it goes out as it stands.",
                      recipient.name)
               << "</p><p>" << web::link(paper.back, paper.back_words) << "</p>")
        << (trouble.empty() ? Html() : web::warning(trouble)) << "</div>" << on_each_page(line, content.html);
    page.what = paper.went_out + " printed for somebody";
    page.printed_for = line;
    return page;
}

}  // namespace

Result<Shown> show_form_of(const Visit& visit, const PaperForSomebody& paper) {
    RecipientForm form{.typed = paper.opened_with, .errors = {}, .to_think_about = {}};
    for (const SeenChild& child : paper.children) form.typed.add(std::string(about_whom), child.id.text());
    return form_page(visit, paper, form);
}

Result<Shown> make_paper(Record& record, const Visit& visit, const PaperForSomebody& paper) {
    RecipientForm form{.typed = visit.request.form(), .errors = {}, .to_think_about = {}};
    const Recipient recipient = read_recipient(form);
    const auto about = chosen_children(paper, form);
    if (about.empty()) {
        form.errors.add(std::string(about_whom), "Tick at least one child");
        return form_page(visit, paper, form);
    }
    const auto content = paper.content(form, about);
    if (!content) return refuse(content.error());
    if (form.errors.empty()) look_through(form, visit.book, about, recipient, content->words, "recipient");
    if (!form.errors.empty()) return form_page(visit, paper, form);
    WentOut out{.what = paper.went_out, .recipient = recipient, .may_know = form.to_think_about};
    for (const SeenChild& child : about) out.about.push_back(child.id);
    return paper_page(visit, paper, about, *content, recipient, note_that_it_went_out(record, visit, out));
}

Html large_text(std::string_view heading, std::string_view text) {
    Html html;
    if (text.empty()) return html;
    return std::move(html << web::heading_2(heading) << "<p class=\"govuk-body-l sf-narrative\">" << text << "</p>");
}

}  // namespace steadfast::record::letters
