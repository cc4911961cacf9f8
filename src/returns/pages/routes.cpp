#include "returns/pages/routes.hpp"

#include "law/london.hpp"
#include "record/pages/child_view.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/pages/imports_view.hpp"
#include "returns/pages/question_list_view.hpp"
#include "returns/pages/question_view.hpp"
#include "returns/pages/words.hpp"

#include <charconv>

namespace steadfast::returns::pages {
namespace {

using record::pages::Page;
using record::pages::PageRoute;
using record::pages::Shown;
using record::pages::Visit;

template <class Number>
Number number(std::string_view text, Number otherwise) {
    Number value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::size_t page_number(const web::Request& request) { return std::max<std::size_t>(1, number<std::size_t>(request.query().get("page"), 1)); }

Result<Shown> show_imports(record::Record& record, const Visit& visit) {
    const auto imports = imports_page(record, visit.book, page_number(visit.request));
    if (!imports) return refuse(imports.error());
    Page page;
    page.title = "Imports";
    page.main = imports_view(*imports);
    return page;
}

/// What was decided about a question just now, where the address says which and the viewer may see it.
std::optional<JustAnswered> just_answered(const record::SeenBook& book, ledger::ItemId question) {
    const auto found = book.item(question);
    if (!found || &found->type() != &record::type_of<ImportQuestion>()) return std::nullopt;
    const auto asks = found->table->item<ImportQuestion>(found->row);
    if (!asks.answer.is_recorded()) return std::nullopt;
    return JustAnswered{question, decided_in_words(asks.why.code, asks.answer.code), asks.answer.code == "take_the_file"};
}

Result<Shown> show_questions(record::Record& record, const Visit& visit) {
    if (!may_answer(visit.book.viewer()))
        return refuse(Refusal::Kind::not_allowed, "Questions show what is recorded about children, and your role does not include that.",
                      "Somebody whose role includes both children and imports, such as a performance analyst, can answer them.");
    const auto answered = ledger::ItemId::parse(visit.request.query().get("answered")).value_or(ledger::ItemId());
    const QuestionList list =
        question_list(visit.book, record.catalogue(), QuestionFilter::in(visit.request.query()), page_number(visit.request), answered);
    Page page;
    page.title = "Questions that imports ask";
    page.main = question_list_view(list, just_answered(visit.book, answered));
    page.what = "questions of imports";
    for (const QuestionRow& row : list.rows)
        if (!row.child.is_none() && std::find(page.about.begin(), page.about.end(), row.child) == page.about.end()) page.about.push_back(row.child);
    return page;
}

Page page_of(const QuestionPage& question, const QuestionFrame& frame, const Visit& visit, int status) {
    Page page;
    page.title = frame.error.empty() ? "Question about an imported row" : "Error: Question about an imported row";
    if (question.child) page.before_main = record::pages::child_bar(visit, *question.child);
    page.main = question_view(question, frame);
    page.what = "question of an import";
    page.about = question.about();
    page.item = question.question;
    page.status = status;
    return page;
}

QuestionFrame frame_of(const Visit& visit) {
    return {.filter = QuestionFilter::in(visit.request.query()), .form_token = visit.form_token, .error = "", .chosen = ""};
}

Result<QuestionPage> asked_question(record::Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return question_page(record, visit.book, *id);
}

Result<Shown> show_question(record::Record& record, const Visit& visit) {
    const auto question = asked_question(record, visit);
    if (!question) return refuse(question.error());
    QuestionFrame frame = frame_of(visit);
    frame.was_taken_back = visit.request.query().has("taken-back") && !question->decided;
    return page_of(*question, frame, visit, 200);
}

ledger::AccessLine line_of(const Visit& visit, const QuestionPage& question, std::string what) {
    return {visit.now, visit.book.viewer().worker, std::move(what), question.about(), question.question};
}

/// The page once more with why the answer was not taken, against the record as it is by now: that may be the reason.
Result<Shown> once_more(record::Record& record, const Visit& visit, ledger::ItemId id, QuestionFrame frame, const Refusal& refusal) {
    if (refusal.kind == Refusal::Kind::unavailable) return refuse(refusal);
    const record::SeenBook now(record.book(), visit.book.viewer());
    const auto question = question_page(record, now, id);
    if (!question) return refuse(question.error());
    frame.error = refusal.whole();
    if (question->decided)
        frame.error = "Somebody answered this question before you. Your answer was not saved; theirs stands below, and can be taken back.";
    return page_of(*question, frame, visit, 409);
}

Result<Shown> save_answer(record::Record& record, const Visit& visit) {
    const auto question = asked_question(record, visit);
    if (!question) return refuse(question.error());
    QuestionFrame frame = frame_of(visit);
    frame.chosen = visit.request.form().get("answer");
    const auto answer = answer_from(frame.chosen);
    const web::Link list = frame.filter.on(web::to("/imports/questions")).with("answered", question->question.text());
    // The same answer sent twice is one answer.
    if (question->decided && question->decided == answer && question->decided_by_worker == visit.book.viewer().worker) return list;
    if (!question->decided && (!answer || !question->offers(*answer))) {
        frame.error = "Choose what is right";
        return page_of(*question, frame, visit, 422);
    }
    const auto saved = answer_question(record, {.question = question->question,
                                                .answer = answer.value_or(Answer::leave_out),
                                                .by = visit.book.viewer().worker,
                                                .saw = number<std::uint32_t>(visit.request.form().get("saw"), 0),
                                                .lines = {line_of(visit, *question, "answered a question of an import")}});
    if (!saved) return once_more(record, visit, question->question, std::move(frame), saved.error());
    return list;
}

Result<Shown> take_back(record::Record& record, const Visit& visit) {
    const auto question = asked_question(record, visit);
    if (!question) return refuse(question.error());
    const QuestionFrame frame = frame_of(visit);
    QuestionFilter waiting = frame.filter;
    waiting.state = QuestionState::waiting;
    const web::Link there = waiting.on(web::to("/imports/questions") / question->question).with("taken-back", 1);
    if (!question->decided) return there;
    const auto taken = take_back_answer(record, question->question, visit.book.viewer().worker,
                                        {line_of(visit, *question, "took back the answer to a question of an import")});
    if (taken) return there;
    if (taken.error().kind == Refusal::Kind::unavailable) return refuse(taken.error());
    QuestionFrame again = frame;
    again.error = taken.error().whole();
    return page_of(*question, again, visit, 409);
}

}  // namespace

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = record::Permission::import_returns;
    constexpr auto later = web::Runs::on_a_worker;   // They read the store, look through every question, or wait for the disk.
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    parts.add({
        {get, "/imports", needs, with(show_imports), later},
        {get, "/imports/questions", needs, with(show_questions), later},
        {get, "/imports/questions/{id}", needs, with(show_question), later},
        {post, "/imports/questions/{id}", needs, with(save_answer), later},
        {post, "/imports/questions/{id}/take-back", needs, with(take_back), later},
    });
    // A number stands there only for somebody who can do something about it.
    const auto waiting = [](const record::Book& book, const record::Viewer& viewer) { return may_answer(viewer) ? questions_waiting(book) : 0; };
    parts.places.push_back({.words = "Imports", .link = web::to("/imports"), .order = 90, .needs = needs, .waiting = waiting});
}

}  // namespace steadfast::returns::pages
