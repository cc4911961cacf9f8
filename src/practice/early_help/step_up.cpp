#include "practice/early_help/step_up.hpp"

#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/referrals/open_referral.hpp"

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::set_by_key;
using Changes = std::vector<ledger::Change>;

constexpr std::string_view from_early_help = "5D";   // Of law::referral_source.

std::string whole_text(const StepUp& step) {
    return step.summary.empty() ? step.why : "Why more is needed\n" + step.why + "\n\n" + step.summary;
}

Result<ledger::Change> help_with(record::Record& record, const Visit& visit, const EarlyHelpSeen& seen,
                                 const std::vector<NewValue>& values) {
    const auto found = visit.book.item(seen.id());
    if (!found) return refuse(found.error());
    return with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
}

/// What slices know of one another is the key of an item's type: a council without it can't be asked for one.
Result<const record::ItemType*> type_called(record::Record& record, std::string_view key, std::string_view what) {
    if (const record::ItemType* type = record.catalogue().find(key)) return type;
    return refuse(Refusal::Kind::not_found, std::string(what), "Tell the front door by telephone.");
}

ledger::Change referral_of(const record::ItemType& type, const Visit& visit, const record::SeenChild& child, const StepUp& step,
                           ledger::ItemId id) {
    const Date today = law::london_date(visit.now);
    record::Content content;
    content.values.resize(type.fields().size());
    set_by_key(type, content.values, "received_on", today);
    set_by_key(type, content.values, "decided_on", today);
    set_by_key(type, content.values, "no_further_action", false);
    set_by_key(type, content.values, "who_referred", std::string(from_early_help));
    if (!step.primary_need.empty()) set_by_key(type, content.values, "primary_need", step.primary_need);
    return record::change_of(type, id, 0, {child.id}, content, visit.book.viewer().worker);
}

}  // namespace

Result<Changes> stepped_up(record::Record& record, const Visit& visit, const EarlyHelpSeen& seen, const StepUp& step,
                           const FormKey& key) {
    const auto type = type_called(record, "referral", "This council keeps no referrals.");
    if (!type) return refuse(type.error());
    auto help = help_with(
        record, visit, seen,
        {{"ended", law::london_date(visit.now)}, {"outcome", std::string("step_up")}, {"outcome_words", whole_text(step)}});
    if (!help) return refuse(help.error());
    Changes changes{std::move(*help)};
    for (const record::SeenChild& child : step.children)
        if (record::open_referral(visit.book, child).is_none())
            changes.push_back(referral_of(**type, visit, child, step, key.nth_item(changes.size())));
    return changes;
}

Result<Changes> more_asked_for(record::Record& record, const Visit& visit, const EarlyHelpSeen& seen, const StepUp& step,
                               const FormKey& key) {
    const auto type = type_called(record, "contact", "This council keeps no contacts.");
    if (!type) return refuse(type.error());
    const ledger::ItemId contact = key.nth_item(1);
    auto help = help_with(record, visit, seen, {{"step_up_contact", contact}});
    if (!help) return refuse(help.error());
    record::Content content;
    content.values.resize((*type)->fields().size());
    const auto set = [&](std::string_view field, record::Value value) {
        set_by_key(**type, content.values, field, std::move(value));
    };
    set("received", law::london_minute(visit.now));
    set("who_contacted", std::string(from_early_help));
    set("agency", std::string("Early help"));
    set("contacted_by", visit.worker_name);
    set("worries", whole_text(step));
    std::vector<ledger::SubjectId> about;
    for (const record::SeenChild& child : step.children) about.push_back(child.id);
    return Changes{std::move(*help), record::change_of(**type, contact, 0, about, content, visit.book.viewer().worker)};
}

}  // namespace steadfast::practice
