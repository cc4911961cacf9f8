#include "record/pages/draft_pages.hpp"

#include "law/london.hpp"
#include "record/drafts/drafts.hpp"
#include "record/item/body.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/typed_words.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <memory>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t longest_address = 300;
constexpr std::size_t longest_name = 100;
constexpr std::size_t most_children = 100;
constexpr std::size_t most_on_the_first_page = 5;

/// A draft that the visitor may still be shown, with the names of whom it is about.
struct MyDraft {
    DraftHead head;
    std::vector<SeenChild> children;
};

tl::unexpected<Refusal> not_a_form_of_ours() {
    return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
}

/// An address of a form: words and ids, no query, nothing that anybody typed.
/// A path here; and where several forms stand on a page, which of them: "?form=restrict".
bool is_form_address(std::string_view address) {
    const auto stands_in_one = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' || c == '-' || c == '?' || c == '='; };
    return address.size() <= longest_address && web::Link::inside(address) && std::all_of(address.begin(), address.end(), stands_in_one);
}

/// What a request asks to be kept. Whom it says to be about, the visitor must be able to see.
Result<DraftAsked> asked_in(const Visit& visit, const web::Fields& form) {
    DraftAsked asked{.worker = visit.book.viewer().worker, .form = std::string(form.get("draft_form")), .name = std::string(form.get("draft_name")),
                     .replaces_any = form.get("draft_replaces") == "yes"};
    if (!is_form_address(asked.form) || asked.name.empty() || asked.name.size() > longest_name) return not_a_form_of_ours();
    for (std::string_view rest = form.get("draft_about"); !rest.empty();) {
        const auto space = std::min(rest.find(' '), rest.size());
        const auto subject = ledger::SubjectId::parse(rest.substr(0, space));
        if (!subject || asked.about.size() == most_children) return not_a_form_of_ours();
        if (const auto child = visit.book.child(*subject); !child) return refuse(child.error());
        asked.about.push_back(*subject);
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    // Whoever is ticked on the form is in it too.
    auto ticked = form.all("children");
    for (const auto text : form.all("child")) ticked.push_back(text);
    for (const auto text : ticked) {
        const auto subject = ledger::SubjectId::parse(text);
        const bool is_new = subject && asked.about.size() < most_children && std::find(asked.about.begin(), asked.about.end(), *subject) == asked.about.end();
        if (is_new && visit.book.child(*subject)) asked.about.push_back(*subject);
    }
    if (const auto item = ledger::ItemId::parse(form.get("draft_item"))) {
        if (const auto found = visit.book.item(*item); !found) return refuse(found.error());
        asked.item = *item;
    }
    const auto revision = form.get("draft_revision");
    std::from_chars(revision.data(), revision.data() + revision.size(), asked.goes_on_from);
    asked.window = DraftWindow::parse(form.get("draft_window")).value_or(DraftWindow());
    asked.save_key = ledger::IdempotencyKey::parse(form.get("save_key")).value_or(ledger::IdempotencyKey());
    for (const auto& [name, value] : form)
        if (!belongs_to_the_keeping(name)) asked.fields.add(name, value);
    return asked;
}

std::string json_of(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
    std::string json;
    for (const auto& [key, value] : members) {
        json += json.empty() ? '{' : ',';
        append_json_string(json, key);
        json += ':';
        append_json_string(json, value);
    }
    return json + '}';
}

web::Response answer_to_script(const Result<DraftHead>& kept) {
    if (!kept) return web::Response::json(json_of({{"says", kept.error().whole()}}), web::status_of(kept.error().kind));
    return web::Response::json(json_of({{"saved", law::london_time(kept->saved_at)}, {"revision", std::to_string(kept->revision)}}));
}

void keep_as_typed(Record& record, const Visit& visit, web::Reply reply) {
    auto asked = asked_in(visit, visit.request.form());
    if (!asked) return reply(answer_to_script(refuse(asked.error())));
    const auto held = std::make_shared<web::Reply>(std::move(reply));
    record.drafts()->keep(std::move(*asked), visit.now, [held](const Result<DraftHead>& kept) { (*held)(answer_to_script(kept)); });
}

/// The same for a page without scripts: its own button.
Result<Shown> keep_and_show_again(Record& record, const Visit& visit) {
    auto asked = asked_in(visit, visit.request.form());
    if (!asked) return refuse(asked.error());
    const auto form = web::Link::inside(asked->form);
    const auto kept = record.drafts()->keep_and_wait(std::move(*asked), visit.now);
    if (!kept) return refuse(kept.error());
    return *form;
}

/// A script whose worker had to sign in again, in another window, asks for what its form must now carry.
void tell_token(const Visit& visit, web::Reply reply) {
    reply(web::Response::json(json_of({{"token", visit.form_token}, {"worker", visit.book.viewer().worker.text()}})));
}

Result<Shown> show_signed_in(const Visit&) {
    Page page;
    page.title = "You are signed in again";
    page.main << web::heading_1("You are signed in again") << web::paragraph("Close this window and go on in the one with your text. It is saved as soon as you are back there.");
    return page;
}

/// Whoever may no longer see a child is not shown that they once wrote about them. What they wrote is kept.
std::vector<MyDraft> my_drafts(Record& record, const Visit& visit) {
    std::vector<MyDraft> mine;
    if (!record.drafts()) return mine;
    for (DraftHead& head : record.drafts()->of(visit.book.viewer().worker, visit.now)) {
        MyDraft draft{std::move(head), {}};
        for (const ledger::SubjectId subject : draft.head.about)
            if (auto child = visit.book.child(subject)) draft.children.push_back(std::move(*child));
        if (draft.children.size() == draft.head.about.size()) mine.push_back(std::move(draft));
    }
    return mine;
}

std::string about_whom(const MyDraft& draft) {
    std::string names;
    for (std::size_t i = 0; i < draft.children.size(); ++i) {
        if (i > 0) names += i + 1 == draft.children.size() ? " and " : ", ";
        names += draft.children[i].name;
    }
    return names;
}

std::string saved_in_words(const DraftHead& head) {
    return fmt::format("{} on {}", law::london_time(head.saved_at), law::london_date(head.saved_at).words());
}

web::Link form_of(const DraftHead& head) { return web::Link::inside(head.form).value_or(web::to("/drafts")); }

Result<Shown> show_my_drafts(Record& record, const Visit& visit) {
    const auto mine = my_drafts(record, visit);
    web::Table table{.caption = "Drafts", .columns = {{"What"}, {"About"}, {"Saved"}, {"Kept until"}, {"Do"}}, .rows = {}, .hides_caption = true,
                     .when_empty = "You have no drafts. What you type into a form and do not save is kept here by itself."};
    Page page;
    for (const MyDraft& draft : mine) {
        const std::string names = about_whom(draft);
        web::Html things;
        things << web::link(web::to("/drafts") / draft.head.id / "discard", "Read it or throw it away", draft.head.name + " about " + names);
        table.rows.push_back({web::link(form_of(draft.head), "Go on: " + draft.head.name), web::Html(names), web::Html(saved_in_words(draft.head)),
                              web::Html(law::london_date(expires(draft.head)).words()), std::move(things)});
        for (const SeenChild& child : draft.children)
            if (std::find(page.about.begin(), page.about.end(), child.id) == page.about.end()) page.about.push_back(child.id);
    }
    page.title = "My drafts";
    page.main << web::heading_1("My drafts")
              << web::paragraph(fmt::format("Nobody else sees these. Each is kept for {} days after you last changed it.", draft_days)) << web::table(table);
    if (!page.about.empty()) page.what = "their own drafts";
    return page;
}

Result<web::Html> drafts_waiting(Record& record, const Visit& visit) {
    const auto mine = my_drafts(record, visit);
    web::Html html;
    if (mine.empty()) return html;
    html << web::heading_2("Drafts") << "<ul class=\"govuk-list\">";
    for (std::size_t i = 0; i < std::min(mine.size(), most_on_the_first_page); ++i) {
        const std::string names = about_whom(mine[i]);
        html << "<li>" << web::link(form_of(mine[i].head), names.empty() ? mine[i].head.name : mine[i].head.name + " about " + names) << ", saved "
             << saved_in_words(mine[i].head) << "</li>";
    }
    html << "</ul>";
    if (mine.size() > most_on_the_first_page)
        html << web::paragraph(web::link(web::to("/drafts"), fmt::format("All your drafts ({})", mine.size())));
    return html;
}

Result<Shown> show_discard(Record& record, const Visit& visit, bool discards) {
    const auto id = visit.request.at<DraftId>("id");
    if (!id) return refuse(id.error());
    const auto mine = my_drafts(record, visit);
    const auto found = std::find_if(mine.begin(), mine.end(), [&id](const MyDraft& draft) { return draft.head.id == *id; });
    if (found == mine.end()) return refuse(Refusal::Kind::not_found, "There is no such draft of yours.", "It may have been saved, thrown away, or kept for its whole time.");
    if (discards) {
        record.drafts()->discard(visit.book.viewer().worker, *id);
        return web::to("/drafts");
    }
    const auto draft = record.drafts()->find(visit.book.viewer().worker, *id, visit.now);
    if (!draft) return refuse(draft.error());
    const std::string names = about_whom(*found);
    web::Html fields;
    fields << web::button({.label = "Throw it away", .looks = web::Looks::warning}) << web::paragraph(web::link(form_of(found->head), "Go back to it"));
    Page page;
    page.title = "Throw a draft away";
    page.main << web::heading_1("Throw this draft away?")
              << web::paragraph(fmt::format("{}{}, saved {}. It is on nobody's record yet, and can't be brought back.", found->head.name,
                                            names.empty() ? "" : " about " + names, saved_in_words(found->head)))
              << web::post_form({.action = web::to("/drafts") / *id / "discard", .token = visit.form_token, .fields = std::move(fields)});
    // Its form may be gone by now: the plan has ended, the item was taken off the record.
    if (const web::Html words = *draft ? typed_words((*draft)->fields) : web::Html(); !words.empty()) page.main << web::heading_2("What you typed, to be copied") << words;
    for (const SeenChild& child : found->children) page.about.push_back(child.id);
    if (!page.about.empty()) page.what = "their own draft";
    return page;
}

}  // namespace

void keep_unsent(Record& record, const Visit& visit, const web::Fields& typed, std::function<void(Result<web::Link>)> done) {
    auto asked = asked_in(visit, typed);
    if (!asked) return done(refuse(asked.error()));
    if (!record.drafts()) return done(refuse(Refusal::Kind::unavailable, "Drafts can't be kept here.", "Go back to the page before, and copy your text."));
    const web::Link form = *web::Link::inside(asked->form);
    record.drafts()->keep(std::move(*asked), visit.now, [form, done = std::move(done)](const Result<DraftHead>& kept) {
        if (kept) done(form);
        else done(refuse(kept.error()));
    });
}

void add_draft_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::keep_drafts;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/drafts", needs, [&record](const Visit& visit) { return show_my_drafts(record, visit); }},
        {post, "/drafts", needs, [&record](const Visit& visit) { return keep_and_show_again(record, visit); }, later},
        {.method = post, .path = "/drafts/as-typed", .needs = needs, .show = {}, .answer = [&record](const Visit& visit, web::Reply reply) {
             keep_as_typed(record, visit, std::move(reply));
         }},
        {.method = get, .path = "/drafts/token", .needs = needs, .show = {}, .answer = tell_token},
        {get, "/drafts/signed-in", needs, show_signed_in},
        {get, "/drafts/{id}/discard", needs, [&record](const Visit& visit) { return show_discard(record, visit, false); }},
        {post, "/drafts/{id}/discard", needs, [&record](const Visit& visit) { return show_discard(record, visit, true); }, later},
    });
    parts.home_panels.push_back({.key = "drafts", .order = 40, .needs = needs, .show = [&record](const Visit& visit) { return drafts_waiting(record, visit); }});
}

}  // namespace steadfast::record::pages
