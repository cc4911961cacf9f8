#include "practice/pre_proceedings/letter_pages.hpp"

#include "practice/pre_proceedings/letter_before.hpp"
#include "record/access/each_about.hpp"
#include "record/item/when_in_words.hpp"
#include "record/letters/for_somebody.hpp"
#include "record/pages/about_several.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::SeenChild;
using record::type_of;
using record::letters::large_text;
using record::letters::PaperContent;
using record::letters::PaperForSomebody;
using record::letters::RecipientForm;
using web::Html;

/// A parent, and whoever has parental responsibility, gets it whatever they earn, once this letter was sent (Court orders and pre-proceedings, 2014,
/// chapter 2; the legal aid regulations that it rests on were not read here).
constexpr std::string_view take_it_to_a_lawyer =
    "Take this letter to a lawyer now. You do not pay for this advice, whatever you earn. Your lawyer can come with you to the meeting.";
constexpr std::string_view why_this_letter =
    "We are so worried that we think of asking a court to decide. We have not asked it yet. This letter says what worries us and what you can do so that we do not have to.";

Result<SeenItem> asked_letter(record::Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    auto item = seen_item(record, visit.book, type_of<LetterBefore>(), *id, "There is no such letter.");
    if (item && !item->is_seen_whole) return refuse(not_seen_whole("letter"));
    return item;
}

std::string names_of(const std::vector<SeenChild>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i)
        names += (i == 0 ? "" : i + 1 == children.size() ? " and " : ", ") + children[i].name;
    return names;
}

std::string meeting_in_words(const LetterBefore& letter) {
    if (!letter.meeting_at.is_known()) return "";
    return fmt::format(
        "{}{}{}. Please come, with your lawyer. You may bring somebody whom you trust. Tell us if you need an interpreter, or help to get there.",
        record::in_words(letter.meeting_at), letter.meeting_place.empty() ? "" : ", ", letter.meeting_place);
}

PaperContent content_of(const SeenItem& item, const RecipientForm& form, const std::vector<SeenChild>& about) {
    const auto letter = type_of<LetterBefore>().item_from<LetterBefore>(item.content.values);
    PaperContent out;
    const auto add = [&out](std::string_view heading, std::string_view text) {
        out.html << large_text(heading, text);
        out.words += std::string(text) + "\n";
    };
    out.html << web::heading_1("About " + names_of(about));
    if (letter.written_on) out.html << "<p class=\"govuk-body-l\">" << letter.written_on->words() << "</p>";
    out.html << "<p class=\"govuk-body-l\">Dear " << web::trimmed(form.typed.get("recipient"))
             << ",</p><p class=\"govuk-body-l\">" << why_this_letter << "</p><p class=\"govuk-body-l\"><strong>"
             << take_it_to_a_lawyer << "</strong> " << letter.lawyers << "</p>";
    out.words += letter.lawyers + "\n";
    for (const SeenPart& part : item.children)
        for (const SeenChild& child : about)
            if (child.id == part.child.id)
                add("What " + child.name + " says", type_of<LetterBefore>().item_from<LetterBefore>(part.values).child_says.text);
    add("What worries us", letter.worries.text);
    add("What we have done to help", letter.helped.text);
    add("What must change, and by when", letter.must_change.text);
    add("When we meet to talk about it", meeting_in_words(letter));
    if (letter.family_meeting_offered == true)
        add("Your family's own plan",
            "Your family and friends can meet, without us if you want, and make a plan of their own for how the children are safe. " +
                letter.family_meeting);
    add("If you have a question, ring", letter.ring);
    return out;
}

PaperForSomebody paper_of(const SeenItem& item) {
    return {.title = "Print the letter before proceedings",
            .form_is = "form to print a letter before proceedings",
            .went_out = "Letter before proceedings",
            .address = web::to("/letters_before_proceedings") / item.id / "print",
            .back = web::to("/items") / item.id,
            .back_words = "Back to the letter",
            .children = item.seen_children(),
            .content = [&item](RecipientForm& form, const std::vector<SeenChild>& about) -> Result<PaperContent> {
                return content_of(item, form, about);
            }};
}

Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    Html lines;
    record::each_about<LetterBefore>(visit.book, child, [&](const record::Found& found) {
        const auto letter = found.table->item<LetterBefore>(found.row);
        const auto item = visit.book.book().item_id(found);
        lines << "<li>" << web::link(web::to("/items") / item, "Letter before proceedings");
        if (letter.written_on) lines << " of " << letter.written_on->words();
        lines << (letter.sent_on ? ", sent on " + letter.sent_on->words() : std::string(", not sent yet")) << ". "
              << web::link(web::to("/letters_before_proceedings") / item / "print", "Print it for a parent") << "</li>";
    });
    Html html;
    if (lines.empty()) return html;
    return std::move(html << web::heading_2("Before going to court") << "<ul class=\"govuk-list govuk-list--bullet\">" << lines
                          << "</ul>");
}

}  // namespace

void add_letter_before_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/letters_before_proceedings/{id}/print", Permission::record_work,
         [&record](const Visit& visit) -> Result<Shown> {
             const auto item = asked_letter(record, visit);
             if (!item) return refuse(item.error());
             return show_form_of(visit, paper_of(*item));
         },
         later},
        {post, "/letters_before_proceedings/{id}/print", Permission::record_work,
         [&record](const Visit& visit) -> Result<Shown> {
             const auto item = asked_letter(record, visit);
             if (!item) return refuse(item.error());
             return make_paper(record, visit, paper_of(*item));
         },
         later},
    });
    parts.child_panels.push_back(
        {.key = "before-court", .where = ChildPanel::Where::above_the_chronology, .order = 19, .show = on_childs_page});
}

}  // namespace steadfast::practice
