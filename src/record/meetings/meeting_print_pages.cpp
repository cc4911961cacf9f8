#include "law/london.hpp"
#include "record/item/when_in_words.hpp"
#include "record/letters/goes_out.hpp"
#include "record/letters/in_full.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/people/chronology.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace steadfast::record::meetings {
namespace {

using letters::InFull;
using letters::Recipient;
using letters::RecipientForm;
using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr int days_of_papers = 365;
constexpr std::size_t most_papers = 40;
constexpr std::size_t longest_line = 200;

/// Something on the record that can go into somebody's papers for a meeting.
struct Paper {
    ledger::ItemId item;
    std::string says;
};

bool has_long_texts(const ItemType& type) {
    return std::any_of(type.fields().begin(), type.fields().end(), [](const Field& field) { return field.kind == FieldKind::narrative; });
}

/// What was written about the children in the last year, the latest first. Documents go as files, and are named in a letter.
std::vector<Paper> papers_of(const Visit& visit, const OpenMeeting& meeting) {
    const Date today = law::london_date(visit.now);
    std::vector<Paper> papers;
    std::set<ledger::ItemId> taken{meeting.id()};
    for (const MeetingsChild& one : meeting.children) {
        for (const ChronologyLine& line : chronology_of(visit.book, one.child, {.kinds = {}, .from = today.plus_days(-days_of_papers), .to = today}).lines) {
            const auto found = visit.book.book().find(line.item);
            if (papers.size() == most_papers || !found || letters::goes_out(*found) != GoesOut::with_the_record || !has_long_texts(*line.type) || !taken.insert(line.item).second) continue;
            papers.push_back({line.item, fmt::format("{}: {}", line.happened ? line.happened->words() : "No day", line.type->name())});
        }
    }
    return papers;
}

/// What goes out to one recipient.
struct Printed {
    std::string what;                               ///< invitation, papers or record.
    std::vector<const MeetingsChild*> children;
    std::vector<InFull> papers;
    std::vector<InFull> record;                     ///< The meeting itself, and what its kind decided.
    std::string ring;

    [[nodiscard]] std::vector<SeenChild> about() const {
        std::vector<SeenChild> about;
        for (const MeetingsChild* one : children) about.push_back(one->child);
        return about;
    }
};

std::string names_of(const std::vector<const MeetingsChild*>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i) names += (i == 0 ? "" : i + 1 == children.size() ? " and " : ", ") + children[i]->child.name;
    return names;
}

Html form_view(const Visit& visit, const OpenMeeting& meeting, const RecipientForm& form) {
    std::vector<web::Choice> what{{"invitation", "The invitation"}, {"papers", "The invitation with papers", "What you tick below, in full"}};
    if (meeting.shared.was_held()) what.push_back({"record", "The record of the meeting"});
    Html fields;
    fields << letters::recipient_inputs(form)
           << web::radios({.name = "what", .legend = "What goes out", .error = std::string(form.errors.at("what")), .choices = std::move(what), .chosen = std::string(form.typed.get("what"))});
    if (meeting.children.size() > 1) {
        web::Checkboxes about{.name = "about", .legend = "About which children", .hint = "What is about one of the others alone is left out.", .error = std::string(form.errors.at("about")), .choices = {}};
        for (const MeetingsChild& one : meeting.children) about.choices.push_back({one.child.id.text(), one.child.name});
        for (const auto ticked : form.typed.all("about")) about.ticked.emplace_back(ticked);
        fields << web::checkboxes(about);
    }
    web::Checkboxes papers{.name = "paper", .legend = "Papers", .hint = "Each recipient's own: tick what this one needs and may read.", .error = std::string(form.errors.at("paper")), .choices = {}, .small = true};
    for (const Paper& one : papers_of(visit, meeting)) papers.choices.push_back({one.item.text(), one.says});
    for (const auto ticked : form.typed.all("paper")) papers.ticked.emplace_back(ticked);
    if (!papers.choices.empty()) fields << web::checkboxes(papers);
    fields << web::text_input({.name = "ring", .label = "Whom to ring to answer or ask", .hint = "Name and telephone number", .error = std::string(form.errors.at("ring")), .value = std::string(form.typed.get("ring"))})
           << letters::may_know_input(form) << web::button({.label = "Show what is to be printed"});
    Html main;
    main << web::error_summary(form.errors) << web::heading_1(fmt::format("{}: print for somebody", meeting.heading()))
         << web::post_form({.action = web::to("/meetings") / meeting.id() / "print", .token = visit.form_token, .fields = std::move(fields)})
         << web::paragraph(web::link(web::to("/meetings") / meeting.id(), "Back to the meeting"));
    return main;
}

Page form_page(const Visit& visit, const OpenMeeting& meeting, const RecipientForm& form) {
    Page page = page_about(visit, meeting, "Print a meeting for somebody", form_view(visit, meeting, form), "form to print a meeting");
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Html large(std::string_view heading, std::string_view text) {
    if (text.empty()) return {};
    return Html() << web::heading_2(heading) << "<p class=\"govuk-body-l sf-narrative\">" << text << "</p>";
}

Html content_of(const OpenMeeting& meeting, const Printed& out) {
    const Meeting& shared = meeting.shared;
    Html html;
    html << web::heading_1(fmt::format("{} for {}", meeting.heading(), names_of(out.children)));
    if (out.what == "record") {
        for (const InFull& one : out.record) html << letters::in_full_view(one);
        std::string came;
        for (const Invited& one : meeting.invited)
            if (one.invitation.was_there()) came += (came.empty() ? "" : "; ") + one.invitation.who + (one.invitation.capacity.empty() ? "" : " (" + one.invitation.capacity + ")");
        return std::move(html << large("Who was there", came) << large("If you disagree or have a question, ring", out.ring));
    }
    html << "<p class=\"govuk-body-l\">" << std::string_view(shared.called_off_on ? "This meeting was called off." : "You are invited to this meeting.") << "</p>" << large("When", in_words(shared.planned_for)) << large("Where", shared.place)
         << large("Who leads it", shared.chaired_by) << large("What it is for", shared.what_for.text);
    for (const MeetingsChild* one : out.children) html << large("What " + one->child.name + " wants it to know", one->part.child_words.text);
    html << large("To answer or ask, ring", out.ring);
    if (!out.papers.empty()) html << web::heading_2("Papers");
    for (const InFull& one : out.papers) html << letters::in_full_view(one);
    return html;
}

/// Everything of it that somebody wrote, to be held against addresses and names.
std::string words_of(const OpenMeeting& meeting, const Printed& out) {
    std::string words = meeting.shared.place + "\n" + meeting.shared.what_for.text + "\n" + out.ring;
    for (const MeetingsChild* one : out.children) words += "\n" + one->part.child_words.text;
    for (const auto* texts : {&out.papers, &out.record})
        for (const InFull& one : *texts) words += "\n" + one.words();
    return words;
}

Result<Printed> printed(Record& record, const Visit& visit, const OpenMeeting& meeting, RecipientForm& form) {
    Printed out{.what = std::string(form.typed.get("what")), .children = {}, .papers = {}, .record = {}, .ring = std::string(web::trimmed(form.typed.get("ring")))};
    if (out.what != "invitation" && out.what != "papers" && !(out.what == "record" && meeting.shared.was_held())) form.errors.add("what", "Choose what goes out");
    for (const MeetingsChild& one : meeting.children)
        if (meeting.children.size() == 1 || form.wants("about", one.child.id.text())) out.children.push_back(&one);
    if (out.children.empty()) form.errors.add("about", "Tick at least one child");
    if (out.ring.size() > longest_line) form.errors.add("ring", "Use 200 letters or fewer");
    const auto about = out.about();
    std::vector<ledger::ItemId> in_record{meeting.id()};
    if (const MeetingRule* const rule = rule_of(visit, meeting.shared.kind.code)) {
        const auto outcome = outcome_of(record, visit.book, meeting, *rule);
        if (!outcome) return refuse(outcome.error());
        if (*outcome) in_record.insert(in_record.begin(), (**outcome).id);
    }
    const auto take = [&](const std::vector<ledger::ItemId>& items, std::vector<InFull>& into) -> Result<void> {
        for (const ledger::ItemId item : items) {
            auto one = letters::in_full(record, visit, item, about);
            if (!one) return refuse(one.error());
            into.push_back(std::move(*one));
        }
        return {};
    };
    if (out.what == "record")
        if (auto taken = take(in_record, out.record); !taken) return refuse(taken.error());
    if (out.what != "papers") return out;
    std::vector<ledger::ItemId> wanted;
    for (const Paper& one : papers_of(visit, meeting))
        if (form.wants("paper", one.item.text())) wanted.push_back(one.item);
    if (wanted.empty()) form.errors.add("paper", "Tick what goes with the invitation");
    if (auto taken = take(wanted, out.papers); !taken) return refuse(taken.error());
    return out;
}

Result<Shown> show_form(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting(record, visit);
    if (!meeting) return refuse(meeting.error());
    RecipientForm form{.typed = {{"what", meeting->shared.was_held() ? "record" : "invitation"}, {"ring", visit.worker_name}}, .errors = {}, .to_think_about = {}};
    if (const auto id = ledger::ItemId::parse(visit.request.query().get("invitation"))) {
        if (const Invited* const one = meeting->invitation(*id)) {
            form.typed.add("recipient", one->invitation.who);
            form.typed.add("capacity", one->invitation.capacity);
        }
    }
    for (const MeetingsChild& one : meeting->children) form.typed.add("about", one.child.id.text());
    return form_page(visit, *meeting, form);
}

Result<Shown> print(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting(record, visit);
    if (!meeting) return refuse(meeting.error());
    RecipientForm form{.typed = visit.request.form(), .errors = {}, .to_think_about = {}};
    const Recipient recipient = letters::read_recipient(form);
    const auto out = printed(record, visit, *meeting, form);
    if (!out) return refuse(out.error());
    const auto children = out->about();
    if (form.errors.empty()) letters::look_through(form, visit.book, children, recipient, words_of(*meeting, *out), out->what == "papers" ? "paper" : "ring");
    if (!form.errors.empty()) return form_page(visit, *meeting, form);
    const std::string line = letters::made_for(recipient, children, law::london_date(visit.now), visit.worker_name);
    letters::WentOut went_out{.what = fmt::format("{}: {}", meeting->heading(), out->what == "record" ? "the record" : out->what == "papers" ? "invitation with papers" : "invitation"),
                              .recipient = recipient, .may_know = form.to_think_about};
    for (const SeenChild& child : children) went_out.about.push_back(child.id);
    const std::string trouble = letters::note_that_it_went_out(record, visit, went_out);
    Html main;
    main << "<div class=\"sf-screen-only\">" << (trouble.empty() ? Html() : web::warning(trouble))
         << web::inset(Html() << "<p>" << fmt::format("This is for {}. Print it, or save the print as PDF. Read it through first: it goes out as it stands.", recipient.name) << "</p><p>"
                              << web::link(web::to("/meetings") / meeting->id(), "Back to the meeting") << "</p>")
         << "</div>" << letters::on_each_page(line, content_of(*meeting, *out));
    Page page = page_about(visit, *meeting, "Print a meeting for somebody", std::move(main), "meeting printed for somebody");
    // The bar has the child's numbers and more: it is for the screen alone.
    page.before_main = web::Html() << "<div class=\"sf-screen-only\">" << page.before_main << "</div>";
    page.printed_for = line;
    return page;
}

}  // namespace

std::vector<pages::PageRoute> meeting_print_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/meetings/{id}/print", Permission::see_children, [&record](const Visit& visit) { return show_form(record, visit); }, later},
        {post, "/meetings/{id}/print", Permission::see_children, [&record](const Visit& visit) { return print(record, visit); }, later},
    };
}

}  // namespace steadfast::record::meetings
