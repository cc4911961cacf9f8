#include "practice/assessment/writing.hpp"

#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/item/body.hpp"
#include "web/sign_in/secrets.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Found;

const record::ItemType& written() { return record::type_of<WrittenAssessment>(); }
const record::ItemType& counted() { return record::type_of<ChildAndFamilyAssessment>(); }

template <class Thing>
void add_once(std::vector<Thing>& list, const Thing& one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

/// Who wrote, and what a manager authorised, from every version.
Result<void> read_versions(OpenAssessment& assessment, record::Record& record, const record::SeenBook& book, std::uint32_t latest) {
    const auto entries = record.ledger().store().entries_of(assessment.id, book.book().head().seq);
    if (!entries) return refuse(entries.error());
    for (const ledger::Entry& entry : *entries) {
        if (entry.version > latest || entry.kind != ledger::Kind::saved) continue;
        auto content = record::read_entry(written(), entry);
        if (!content) return refuse(content.error());
        const auto version = written().item_from<WrittenAssessment>(content->values);
        if (version.state.is("authorised")) assessment.authorised_version = entry.version;
        else if (!version.state.is("returned")) add_once(assessment.writers, entry.recorded_by);
        if (entry.version != latest) continue;
        assessment.shared = version;
        assessment.about = entry.subjects;
        assessment.content = std::move(*content);
    }
    if (!assessment.shared.assessor.item.is_none()) add_once(assessment.writers, ledger::WorkerId(assessment.shared.assessor.item.bytes()));
    return {};
}

Result<void> look_up_child(AssessedChild& one, record::Record& record, const record::SeenBook& book, ledger::ItemId assessment) {
    std::optional<Found> counted_row;
    book.each_about(one.child, [&](const Found& found) {
        if (&found.type() == &counted() && record::value_by_key(found, "written") == record::Value(assessment)) counted_row = found;
    });
    if (!counted_row) return {};
    const auto entry = record.latest_entry(book.book(), *counted_row);
    if (!entry) return refuse(entry.error());
    auto content = record::read_entry(counted(), *entry);
    if (!content) return refuse(content.error());
    one.counted = book.book().item_id(*counted_row);
    one.counted_version = counted_row->head().version;
    one.counted_content = std::move(*content);
    const auto its = counted().item_from<ChildAndFamilyAssessment>(one.counted_content.values);
    const auto referral = book.item(its.referral.item);
    if (!referral || referral->type().key() != "referral") return {};
    one.referred = record::day_by_key(*referral, "received_on");
    one.is_referral_closed = record::day_by_key(*referral, "closed_on").has_value();
    return {};
}

ledger::IdempotencyKey key_of(std::string_view what, ledger::ItemId id, std::uint32_t version) {
    const auto hash = web::keyed_hash(fmt::format("{} {}", what, version), id.text());
    IdBytes bytes;
    std::memcpy(bytes.bytes.data(), hash.data(), bytes.bytes.size());
    return ledger::IdempotencyKey(bytes);
}

}  // namespace

std::optional<Date> OpenAssessment::referred() const {
    std::optional<Date> first;
    for (const AssessedChild& one : children)
        if (one.referred && !one.is_referral_closed && (!first || *one.referred < *first)) first = one.referred;
    return first;
}

Result<OpenAssessment> open_assessment(record::Record& record, const record::SeenBook& book, ledger::ItemId id) {
    const auto found = book.item(id);
    if (!found) return refuse(found.error());
    if (&found->type() != &written() || found->head().has(record::RowHead::withdrawn))
        return refuse(Refusal::Kind::not_found, "There is no such assessment, or none that you may see.", "Look in the list of assessments.");
    OpenAssessment assessment;
    assessment.id = id;
    assessment.version = found->head().version;
    if (auto read = read_versions(assessment, record, book, assessment.version); !read) return refuse(read.error());
    assessment.content.about.resize(assessment.about.size());
    for (std::size_t i = 0; i < assessment.about.size(); ++i) {
        auto& values = assessment.content.about[i].values;
        values.resize(written().fields().size());
        auto child = book.child(assessment.about[i]);
        if (!child) return refuse(child.error());
        AssessedChild one{.child = std::move(*child), .part = written().item_from<WrittenAssessment>(values), .counted = {}, .counted_content = {}, .referred = std::nullopt};
        if (auto looked = look_up_child(one, record, book, id); !looked) return refuse(looked.error());
        assessment.children.push_back(std::move(one));
    }
    return assessment;
}

std::vector<std::string> missing_before_sending(const OpenAssessment& assessment) {
    std::vector<std::string> missing;
    if (assessment.shared.analysis.text.empty()) missing.emplace_back("The analysis is not written yet.");
    if (assessment.shared.family_words.text.empty()) missing.emplace_back("What the family says is not written yet.");
    for (const AssessedChild& one : assessment.children) {
        const auto says = [&](std::string_view what) { missing.push_back(fmt::format("{}: {}", one.child.name, what)); };
        if (!one.part.seen_on && one.part.not_seen_because.text.empty()) says("say when the child was seen, or why not.");
        else if (!one.part.seen_alone_on && one.part.not_seen_because.text.empty()) says("say when the child was seen alone, or why not.");
        if (one.part.child_words.text.empty()) says("the child's words are not written yet.");
        if (one.part.factors.codes.empty()) says("choose the factors found; there is one for none.");
        if (!one.part.outcome.is_recorded()) says("choose the outcome.");
    }
    return missing;
}

Result<void> check_may_authorise(const OpenAssessment& assessment, const record::Viewer& viewer) {
    if (!may(viewer, record::Permission::authorise_assessments))
        return refuse(Refusal::Kind::not_allowed, "A manager authorises an assessment.", "Ask yours.");
    if (std::find(assessment.writers.begin(), assessment.writers.end(), viewer.worker) != assessment.writers.end())
        return refuse(Refusal::Kind::not_allowed, "You wrote some of this assessment, so somebody else authorises it.", "Ask another manager.");
    if (!assessment.shared.state.is("sent"))
        return refuse(Refusal::Kind::clash, "This assessment does not wait for authorisation.", "Open it again and read where it stands.");
    return {};
}

std::vector<ledger::Change> authorised_changes(const OpenAssessment& assessment, const std::string& words, Instant now, ledger::WorkerId by) {
    record::Content content = assessment.content;
    WrittenAssessment shared = assessment.shared;
    shared.state.code = "authorised";
    shared.authorised = law::london_minute(now);
    shared.authorised_by.item = ledger::ItemId(by.bytes());
    shared.manager_words.text = words;
    shared.returned_because.text.clear();
    content.values = written().values_of(shared);
    std::vector<ledger::Change> changes{record::change_of(written(), assessment.id, assessment.version, assessment.about, content, by)};
    changes.back().key = key_of("authorised", assessment.id, assessment.version);
    for (const AssessedChild& one : assessment.children) {
        if (one.counted.is_none()) continue;   // Taken off the child's record meanwhile: nothing of theirs counts.
        record::Content child_content = one.counted_content;
        auto its = counted().item_from<ChildAndFamilyAssessment>(child_content.values);
        if (!its.authorised_on) its.authorised_on = law::london_date(now);
        its.factors = one.part.factors;
        its.outcome = one.part.outcome;
        its.seen_on = one.part.seen_on;
        its.seen_alone_on = one.part.seen_alone_on;
        child_content.values = counted().values_of(its);
        child_content.is_gone = false;
        changes.push_back(record::change_of(counted(), one.counted, one.counted_version, {one.child.id}, child_content, by));
        changes.back().key = key_of("authorised", one.counted, one.counted_version);
    }
    return changes;
}

std::vector<Assessable> assessable_with(const record::SeenBook& book, const record::SeenChild& child) {
    std::vector<ledger::SubjectId> together{child.id};
    book.each_about(child, [&](const Found& found) {
        for (const auto other : book.book().subjects(found)) add_once(together, book.book().resolved(other));
    });
    std::vector<Assessable> assessable;
    for (const auto id : together) {
        auto one = book.child(id);
        if (!one) continue;
        std::optional<Assessable> open;
        std::vector<std::pair<ledger::ItemId, ledger::ItemId>> assessed;   // The referral, the assessment.
        book.each_about(*one, [&](const Found& found) {
            if (found.head().has(record::RowHead::gone)) return;
            const auto item = book.book().item_id(found);
            if (&found.type() == &counted()) {
                const auto its = counted().item_from<ChildAndFamilyAssessment>(found.values());
                assessed.emplace_back(its.referral.item, its.written.item);
            }
            const bool is_open = found.type().key() == "referral" && !record::day_by_key(found, "closed_on") &&
                                 record::value_by_key(found, "no_further_action") != record::Value(true);
            if (is_open) open = Assessable{.child = *one, .referral = item, .referred = record::day_by_key(found, "received_on"), .under_way = std::nullopt};
        });
        if (!open) continue;
        for (const auto& [referral, text] : assessed)
            if (referral == open->referral) open->under_way = text;
        assessable.push_back(std::move(*open));
    }
    return assessable;
}

std::vector<ledger::Change> begun_changes(const std::vector<Assessable>& children, ledger::ItemId id, const std::string& known, Date began, ledger::WorkerId by) {
    std::vector<ledger::SubjectId> about;
    for (const Assessable& one : children) about.push_back(one.child.id);
    WrittenAssessment text;
    text.began = began;
    text.looks_at.text = known;
    text.assessor.item = ledger::ItemId(by.bytes());
    text.state.code = "writing";
    std::vector<ledger::Change> changes{record::change_of(text, id, 0, about, by)};
    changes.back().key = ledger::IdempotencyKey(id.bytes());
    for (const Assessable& one : children) {
        ChildAndFamilyAssessment its;
        its.referral.item = one.referral;
        its.began = began;
        its.written.item = id;
        const auto key = key_of("assessment of " + one.child.id.text(), id, 0);
        changes.push_back(record::change_of(its, ledger::ItemId(key.bytes()), 0, {one.child.id}, by));
        changes.back().key = key;
    }
    return changes;
}

}  // namespace steadfast::practice
