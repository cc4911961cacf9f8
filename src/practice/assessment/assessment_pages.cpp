#include "practice/assessment/assessment_pages.hpp"

#include "record/access/each_about.hpp"
#include "law/london.hpp"
#include "practice/assessment/assessment_view.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/two_texts.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace steadfast::practice {
namespace {

using record::Permission;
using record::Record;
using record::pages::Page;
using record::pages::Shown;
using record::pages::Visit;

std::uint32_t number(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string name_of_worker(const Visit& visit, const record::Link<record::Worker>& worker) {
    return worker.item.is_none() ? "" : record::pages::worker_name(visit.book.book(), ledger::WorkerId(worker.item.bytes()));
}

web::Link address_of(const OpenAssessment& assessment) { return web::to("/assessments") / assessment.id; }

ledger::AccessLine line(const Visit& visit, std::string what, const OpenAssessment& assessment) {
    return {visit.now, visit.book.viewer().worker, std::move(what), assessment.about, assessment.id};
}

Page page_about(const OpenAssessment& assessment, web::Html main, std::string title, std::string what) {
    Page page;
    page.title = std::move(title);
    page.main = std::move(main);
    page.what = std::move(what);
    page.about = assessment.about;
    page.item = assessment.id;
    return page;
}

Result<OpenAssessment> asked(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return open_assessment(record, visit.book, *id);
}

/// What a manager has begun to say about it, kept as they type like every long text.
void keep_managers_words(Record& record, const Visit& visit, AssessmentShown& shown) {
    const web::Link address = address_of(shown.assessment);
    if (!visit.request.form().has("manager_words"))
        if (const auto draft = record::pages::draft_of(record, visit, address)) {
            shown.typed_words = draft->fields.get("manager_words");
            shown.notices << record::pages::draft_notice(draft->head);
        }
    shown.keeping = record::pages::keeps_itself(record, visit, {.address = address, .name = "Words about an assessment", .about = shown.assessment.about}, visit.request.form());
}

Page assessment_page(Record& record, const Visit& visit, const OpenAssessment& assessment, web::FieldErrors errors) {
    AssessmentShown shown{.assessment = assessment, .assessor = name_of_worker(visit, assessment.shared.assessor),
                          .authorised_by = name_of_worker(visit, assessment.shared.authorised_by), .form_token = visit.form_token, .errors = std::move(errors),
                          .today = law::london_date(visit.now)};
    const auto may_authorise = check_may_authorise(assessment, visit.book.viewer());
    shown.may_record = may(visit.book.viewer(), Permission::record_work);
    shown.may_authorise = may_authorise.has_value();
    if (!may_authorise) shown.why_not = may_authorise.error().whole();
    shown.typed_words = visit.request.form().get("manager_words");
    if (shown.may_authorise) keep_managers_words(record, visit, shown);
    Page page = page_about(assessment, assessment_view(shown), "Assessment", "assessment");
    if (!shown.errors.empty()) page.status = 422;
    return page;
}

Result<Shown> show_assessment(Record& record, const Visit& visit) {
    const auto assessment = asked(record, visit);
    if (!assessment) return refuse(assessment.error());
    return assessment_page(record, visit, *assessment, {});
}

std::vector<record::pages::AboutWhom> each_of(const OpenAssessment& assessment) {
    std::vector<record::pages::AboutWhom> each;
    for (const AssessedChild& one : assessment.children) each.push_back({one.child.id, one.child.name});
    return each;
}

web::Link address_of_form(const OpenAssessment& assessment) { return address_of(assessment) / "write"; }

record::pages::DraftedForm drafted(const OpenAssessment& assessment) {
    return {.address = address_of_form(assessment), .name = "Assessment", .about = assessment.about, .item = assessment.id};
}

Page form_page(Record& record, const Visit& visit, AssessmentForm& form, std::string what) {
    const OpenAssessment& assessment = form.assessment;
    form.notices << record::pages::others_who_write(record, visit, assessment.id);
    form.keeping = record::pages::keeps_itself(record, visit, drafted(assessment), form.typed);
    return page_about(assessment, assessment_form_view(form), "Write the assessment", std::move(what));
}

Result<Shown> show_form(Record& record, const Visit& visit) {
    const auto assessment = asked(record, visit);
    if (!assessment) return refuse(assessment.error());
    AssessmentForm form{.assessment = *assessment, .typed = record::pages::typed_from(record::type_of<WrittenAssessment>(), assessment->content, each_of(*assessment)),
                              .errors = {}, .form_token = visit.form_token, .key = ledger::IdempotencyKey::random().text(), .starts_from = assessment->version};
    if (const auto draft = record::pages::draft_of(record, visit, address_of_form(*assessment))) {
        form.typed = draft->fields;
        form.key = std::string(draft->fields.get("save_key"));
        form.starts_from = number(draft->fields.get("starts_from"));
        form.notices << record::pages::draft_notice(draft->head);
    }
    return form_page(record, visit, form, "form of an assessment");
}

/// Where the assessment stands follows from what is done with it; no form asks for it.
constexpr std::array<std::string_view, 8> of_its_state{"assessor", "state", "sent", "sent_by", "returned_because", "authorised", "authorised_by", "manager_words"};

bool is_written_by_hand(const record::Field& field) { return std::find(of_its_state.begin(), of_its_state.end(), field.key) == of_its_state.end(); }

/// The text as it was typed, over one that was recorded. Errors stand at their fields.
record::Content read_text(const OpenAssessment& assessment, const web::Fields& typed, const record::Content& recorded, web::FieldErrors& errors) {
    const record::ItemType& type = record::type_of<WrittenAssessment>();
    record::Content content = recorded;
    content.about.resize(assessment.children.size());
    record::FormRead read = record::read_form(type, typed, &content.values);
    errors = std::move(read.errors);
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (is_written_by_hand(type.fields()[i]) && !type.fields()[i].is_about_each) content.values[i] = std::move(read.values[i]);
    for (std::size_t i = 0; i < assessment.children.size(); ++i) {
        auto& values = content.about[i].values;
        values.resize(type.fields().size());
        record::FormRead about = record::read_form_about(type, typed, assessment.about[i], assessment.children[i].child.name, &values);
        for (const auto& error : about.errors) errors.add(error.field, error.says);
        values = std::move(about.values);
    }
    return content;
}

/// Whatever was authorised or sent before, this text is neither: a manager looks at it again.
Result<Shown> save_text(Record& record, const Visit& visit, const OpenAssessment& assessment, const ledger::IdempotencyKey& key, std::uint32_t starts_from, record::Content content) {
    const record::ItemType& type = record::type_of<WrittenAssessment>();
    record::set_by_key(type, content.values, "state", std::string("writing"));
    for (const auto cleared : {"sent", "sent_by", "authorised", "authorised_by"}) record::set_by_key(type, content.values, cleared, record::Value());
    ledger::Change change = record::change_of(type, assessment.id, starts_from, assessment.about, content, visit.book.viewer().worker);
    change.key = key;
    const auto saved = record.ledger().save_and_wait({change}, {line(visit, "saved assessment", assessment)});
    if (!saved) return refuse(saved.error());
    record::pages::form_was_saved(record, visit, address_of_form(assessment));
    return address_of(assessment);
}

/// Somebody else saved since this text was begun: what both changed, its writer chooses.
Result<Shown> put_together(Record& record, const Visit& now, const ledger::IdempotencyKey& key) {
    const auto assessment = asked(record, now);
    if (!assessment) return refuse(assessment.error());
    const auto item = record::pages::asked_item(record, now);
    if (!item) return refuse(item.error());
    record::pages::ItemForm form{.type = item->type, .action = address_of_form(*assessment), .back = address_of(*assessment), .form_token = now.form_token, .each = each_of(*assessment)};
    form.typed = now.request.form();
    form.starts_from = number(form.typed.get("starts_from"));
    form.key = key.text();
    form.keeping = record::pages::keeps_itself(record, now, drafted(*assessment), form.typed);
    form.not_asked.assign(of_its_state.begin(), of_its_state.end());
    auto texts = record::pages::two_texts(record, now, *item, form, [&assessment](record::pages::ItemForm& sent, const record::Content& begun_from, const record::Content&) {
        return read_text(*assessment, sent.typed, begun_from, sent.errors);
    });
    if (!texts) return refuse(texts.error());
    if (!texts->settled) return std::move(texts->page);
    auto saved = save_text(record, now, *assessment, key, texts->now_there, *texts->settled);
    if (!saved && saved.error().kind == Refusal::Kind::clash) return std::move(texts->page);
    return saved;
}

Result<Shown> save_form(Record& record, const Visit& visit) {
    const auto assessment = asked(record, visit);
    if (!assessment) return refuse(assessment.error());
    AssessmentForm form{.assessment = *assessment, .typed = visit.request.form(), .errors = {}, .form_token = visit.form_token,
                        .key = std::string(visit.request.form().get("save_key")), .starts_from = number(visit.request.form().get("starts_from"))};
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");

    record::Content content = read_text(*assessment, form.typed, assessment->content, form.errors);
    if (!form.errors.empty()) {
        Page page = form_page(record, visit, form, "form with something to put right");
        page.status = 422;
        return page;
    }
    if (!form.typed.has("merged_with")) {
        auto saved = save_text(record, visit, *assessment, *key, form.starts_from, std::move(content));
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return put_together(record, record::pages::as_it_is_now(record, visit), *key);
}

/// Saves where the assessment stands, starting from the version that the person was shown.
Result<Shown> save_state(Record& record, const Visit& visit, const OpenAssessment& assessment, const WrittenAssessment& stands, std::string what) {
    record::Content content = assessment.content;
    content.values = record::type_of<WrittenAssessment>().values_of(stands);
    ledger::Change change = record::change_of(record::type_of<WrittenAssessment>(), assessment.id, number(visit.request.form().get("starts_from")), assessment.about, content,
                                              visit.book.viewer().worker);
    change.key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait({change}, {line(visit, std::move(what), assessment)});
    if (!saved) return refuse(saved.error());
    return address_of(assessment);
}

Result<Shown> send(Record& record, const Visit& visit) {
    const auto assessment = asked(record, visit);
    if (!assessment) return refuse(assessment.error());
    const auto& state = assessment->shared.state;
    if (state.is("sent") || state.is("authorised")) return address_of(*assessment);
    web::FieldErrors errors;
    for (const auto& missing : missing_before_sending(*assessment)) errors.add("still-to-do", missing);
    if (!errors.empty()) return assessment_page(record, visit, *assessment, std::move(errors));
    WrittenAssessment stands = assessment->shared;
    stands.state.code = "sent";
    stands.sent = law::london_minute(visit.now);
    stands.sent_by.item = ledger::ItemId(visit.book.viewer().worker.bytes());
    return save_state(record, visit, *assessment, stands, "sent assessment for authorisation");
}

Result<Shown> authorise(Record& record, const Visit& visit) {
    const auto assessment = asked(record, visit);
    if (!assessment) return refuse(assessment.error());
    if (auto may_authorise = check_may_authorise(*assessment, visit.book.viewer()); !may_authorise) return refuse(may_authorise.error());
    if (number(visit.request.form().get("starts_from")) != assessment->version)
        return refuse(Refusal::Kind::clash, "Somebody changed this assessment while you were reading it.", "Open it again: what you authorise is what you have read.");
    const std::string words(web::trimmed(visit.request.form().get("manager_words")));
    if (visit.request.form().get("do") == "return") {
        web::FieldErrors errors;
        if (words.empty()) errors.add("manager_words", "Enter what is to be changed");
        if (!errors.empty()) return assessment_page(record, visit, *assessment, std::move(errors));
        WrittenAssessment stands = assessment->shared;
        stands.state.code = "returned";
        stands.returned_because.text = words;
        auto returned = save_state(record, visit, *assessment, stands, "returned assessment");
        if (returned) record::pages::form_was_saved(record, visit, address_of(*assessment));
        return returned;
    }
    const auto saved = record.ledger().save_and_wait(authorised_changes(*assessment, words, visit.now, visit.book.viewer().worker), {line(visit, "authorised assessment", *assessment)});
    if (!saved) return refuse(saved.error());
    record::pages::form_was_saved(record, visit, address_of(*assessment));
    return address_of(*assessment);
}

/// The day of the referral that a child's assessment of this text answers.
std::optional<Date> referred_of(const record::SeenBook& book, const record::SeenChild& child, ledger::ItemId text) {
    std::optional<Date> referred;
    record::each_about<ChildAndFamilyAssessment>(book, child, [&](const record::Found& found) {
        if (record::value_by_key(found, "written") != record::Value(text)) return;
        const record::Value link = record::value_by_key(found, "referral");
        const auto* item = std::get_if<ledger::ItemId>(&link);
        if (const auto referral = item ? book.item(*item) : Result<record::Found>(refuse(Refusal::Kind::not_found, "")); referral && referral->type().key() == "referral")
            referred = record::day_by_key(*referral, "received_on");
    });
    return referred;
}

/// The state's code as the table holds it: no allocation, for every page's navigation asks.
std::string_view state_of(const record::Found& found) {
    static const std::size_t state = record::type_of<WrittenAssessment>().position("state").value();
    return found.table->text(found.row, state);
}

Result<Shown> show_list(const Visit& visit) {
    std::vector<AssessmentRow> rows;
    visit.book.each_of(record::type_of<WrittenAssessment>(), [&](const record::Found& found) {
        if (state_of(found) == "authorised") return;
        AssessmentRow row{.id = visit.book.book().item_id(found), .children = {}, .text = record::type_of<WrittenAssessment>().item_from<WrittenAssessment>(found.values()),
                          .assessor = "", .referred = std::nullopt};
        row.assessor = name_of_worker(visit, row.text.assessor);
        for (const auto subject : visit.book.book().subjects(found)) {
            auto child = visit.book.child(subject);
            if (!child) continue;
            const auto referred = referred_of(visit.book, *child, row.id);
            if (referred && (!row.referred || *referred < *row.referred)) row.referred = referred;
            row.children.push_back(std::move(*child));
        }
        rows.push_back(std::move(row));
    });
    std::stable_sort(rows.begin(), rows.end(), [](const AssessmentRow& a, const AssessmentRow& b) {
        if (a.text.state.is("sent") != b.text.state.is("sent")) return a.text.state.is("sent");
        return a.referred.value_or(Date::from_days(0)) < b.referred.value_or(Date::from_days(0));
    });
    Page page;
    page.title = "Assessments";
    page.main = assessments_view(rows, law::london_date(visit.now));
    page.what = "list of assessments";
    for (const AssessmentRow& row : rows)
        for (const record::SeenChild& child : row.children)
            if (std::find(page.about.begin(), page.about.end(), child.id) == page.about.end()) page.about.push_back(child.id);
    return page;
}

std::size_t waiting_for_authorisation(const record::Book& book, const record::Viewer& viewer) {
    if (!may(viewer, Permission::authorise_assessments)) return 0;
    std::size_t waiting = 0;
    book.each_of(record::type_of<WrittenAssessment>(), [&](const record::Found& found) { waiting += state_of(found) == "sent"; });
    return waiting;
}

web::Html to_authorise(const Visit& visit) {
    const std::size_t waiting = waiting_for_authorisation(visit.book.book(), visit.book.viewer());
    if (waiting == 0) return {};
    return web::Html() << "<li>" << web::link(web::to("/assessments"), record::pages::counted(waiting, "assessment waits", "assessments wait") + " to be authorised") << "</li>";
}

/// On the child's page: the assessment that is under way, or the way to begin one where a referral is open.
Result<web::Html> panel(const Visit& visit, const record::SeenChild& child) {
    web::Html html;
    record::each_about<WrittenAssessment>(visit.book, child, [&](const record::Found& found) {
        const auto state = record::words_by_key(found, "state");
        if (state != assessment_state.says("authorised"))
            html << web::paragraph(web::Html() << web::link(web::to("/assessments") / visit.book.book().item_id(found), "Assessment") << ": " << state);
    });
    if (html.empty() && may(visit.book.viewer(), Permission::record_work)) {
        const auto assessable = assessable_with(visit.book, child);
        if (!assessable.empty() && assessable.front().child.id == child.id && !assessable.front().under_way)
            html << web::paragraph(web::button_link(web::to("/children") / child.id / "assess", "Begin the assessment", web::Looks::secondary));
    }
    if (html.empty()) return html;
    return std::move(web::Html() << web::heading_2("Assessment") << html);
}

}  // namespace

void add_assessment_pages(Record& record, record::pages::PageParts& parts) {
    using enum web::Method;
    using web::Runs;
    const auto with = [&record](auto function) { return [&record, function](const Visit& visit) { return function(record, visit); }; };
    parts.add({
        {get, "/assessments", Permission::see_children, show_list, Runs::on_a_worker},
        {get, "/assessments/{id}", Permission::see_children, with(show_assessment), Runs::on_a_worker},
        {get, "/assessments/{id}/write", Permission::record_work, with(show_form), Runs::on_a_worker},
        {post, "/assessments/{id}/write", Permission::record_work, with(save_form), Runs::on_a_worker},
        {post, "/assessments/{id}/send", Permission::record_work, with(send), Runs::on_a_worker},
        {post, "/assessments/{id}/authorise", Permission::authorise_assessments, with(authorise), Runs::on_a_worker},
    });
    parts.add(begin_routes(record));
    parts.child_panels.push_back({.key = "assessment", .where = record::pages::ChildPanel::Where::above_what_is_due, .order = 40, .show = panel});
    parts.waiting.push_back({.order = 15, .needs = Permission::authorise_assessments, .lines = to_authorise});
    parts.places.push_back({.words = "Assessments", .link = web::to("/assessments"), .order = 25, .needs = Permission::record_work, .waiting = waiting_for_authorisation});
}

}  // namespace steadfast::practice
