#include "practice/contact/contact_form.hpp"

#include "law/london.hpp"
#include "law/working_days.hpp"
#include "record/item/form.hpp"
#include "record/pages/item_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::pages::Visit;

constexpr std::size_t most_found = 12;
constexpr std::size_t most_children = 40;

/// Fields that no input of the form shows: the service fills them.
constexpr std::array<std::string_view, 4> filled_by_the_service{"reference", "is_unverified", "decided", "decided_by"};
constexpr std::array<std::string_view, 5> of_the_decision{"threshold", "threshold_why", "decision", "decision_why", "passed_to"};

std::size_t position(std::string_view key) { return record::type_of<Contact>().position(key).value(); }

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void add_child(ContactForm& form, const Visit& visit, ledger::SubjectId id) {
    if (form.children.size() >= most_children) return;
    auto child = visit.book.child(id);
    if (!child) return;   // Not found, or not for this viewer: nothing is said of it.
    const bool is_there = std::any_of(form.children.begin(), form.children.end(), [&](const record::SeenChild& one) { return one.id == child->id; });
    if (!is_there) form.children.push_back(std::move(*child));
}

void read_new_children(ContactForm& form, Date today) {
    for (std::size_t number = 1; number <= most_new_children; ++number) {
        NewChild child{.number = number, .person = {}};
        web::FormReader reader(form.typed);
        child.person.given_name = reader.text(child.input("given_name"));
        child.person.family_name = reader.text(child.input("family_name"));
        child.person.sex.code = reader.text(child.input("sex"));
        child.person.born = reader.date(child.input("born"), "Date of birth");
        child.person.expected = reader.date(child.input("expected"), "Expected date of birth");
        const auto is_date_typed = [&](std::string_view day) { return !web::TypedDate::in(form.typed, child.input(day)).empty(); };
        const bool is_typed = is_date_typed("born") || is_date_typed("expected");
        if (child.person.given_name.empty() && child.person.family_name.empty() && !is_typed) continue;
        for (const auto& error : reader.errors()) form.errors.add(error.field, error.says);
        if (child.person.born && *child.person.born > today)
            form.errors.add(child.input("born") + "-day", "Date of birth is in the future. For a child who is not yet born give the expected date");
        if (child.person.born && child.person.expected)
            form.errors.add(child.input("expected") + "-day", "Give the date of birth or the expected date, not both");
        if (child.person.given_name.size() > record::longest_text || child.person.family_name.size() > record::longest_text)
            form.errors.add(child.input("given_name"), "A name must be 1,000 characters or fewer");
        if (child.person.sex.is_recorded() && !law::sex.find(child.person.sex.code)) child.person.sex.code.clear();
        form.new_children.push_back(std::move(child));
    }
}

/// A decision needs its reason, and one that opens a referral needs children to open it on.
void judge_decision(ContactForm& form, const record::Values& values) {
    const auto contact = record::type_of<Contact>().item_from<Contact>(values);
    if (contact.threshold.is_recorded() && contact.threshold_why.text.empty()) form.errors.add("threshold_why", "Enter what in the threshold guide says so");
    if (!contact.is_decided()) {
        if (!contact.decision_why.text.empty()) form.errors.add("decision", "Choose what you decided, or leave the reason empty until you have");
        return;
    }
    if (contact.decision_why.text.empty()) form.errors.add("decision_why", "Enter why you decided so");
    const bool opens_referral = contact.decision.is("assessment") || contact.decision.is("to_worker");
    if (opens_referral && form.children.empty() && form.new_children.empty())
        form.errors.add("search", "Find or add the children first: a referral stands on each child's record. You can save the contact without a decision");
}

}  // namespace

std::string NewChild::input(std::string_view field_key) const { return fmt::format("new-{}-{}", number, field_key); }

bool is_of_the_decision(std::string_view input) { return is_among(of_the_decision, input); }

bool is_out_of_hours(Instant at) {
    const std::string time = law::london_time(at);
    return !law::is_working_day(law::london_date(at)) || time < "08:30" || time >= "17:30";
}

ContactForm open_new(const Visit& visit) {
    Contact contact;
    contact.received = law::london_minute(visit.now);
    if (is_out_of_hours(visit.now)) contact.taken_at_night = true;
    record::Content content;
    content.values = record::type_of<Contact>().values_of(contact);
    ContactForm form;
    form.typed = record::pages::typed_from(record::type_of<Contact>(), content, {});
    form.form_token = visit.form_token;
    form.key = ledger::IdempotencyKey::random().text();
    form.may_decide = may(visit.book.viewer(), record::Permission::decide_contacts);
    return form;
}

ContactForm open_recorded(const Visit& visit, const record::Content& recorded, const std::vector<ledger::SubjectId>& about, ledger::ItemId contact,
                          std::uint32_t version) {
    ContactForm form;
    form.typed = record::pages::typed_from(record::type_of<Contact>(), recorded, {});
    form.form_token = visit.form_token;
    form.key = ledger::IdempotencyKey::random().text();
    form.starts_from = version;
    form.contact = contact;
    form.is_new = false;
    form.may_decide = may(visit.book.viewer(), record::Permission::decide_contacts);
    form.is_unverified = recorded.values[position("is_unverified")] == record::Value(true);
    for (const auto id : about) add_child(form, visit, id);
    return form;
}

ContactForm form_with(const Visit& visit, web::Fields typed) {
    ContactForm form;
    form.typed = std::move(typed);
    form.form_token = visit.form_token;
    form.key = form.typed.get("save_key");
    form.may_decide = may(visit.book.viewer(), record::Permission::decide_contacts);
    const auto version = form.typed.get("starts_from");
    std::from_chars(version.data(), version.data() + version.size(), form.starts_from);
    for (const auto ticked : form.typed.all("child"))
        if (const auto id = ledger::SubjectId::parse(ticked)) add_child(form, visit, *id);
    form.searched = std::string(web::trimmed(form.typed.get("search")));
    if (form.typed.get("do") == "find") form.found = record::search_people(visit.book, form.searched, most_found);
    read_new_children(form, law::london_date(visit.now));
    return form;
}

record::Values read_contact(ContactForm& form, const Visit& visit, const record::Values* recorded) {
    const record::ItemType& type = record::type_of<Contact>();
    record::Values nothing(type.fields().size());
    const record::Values& before = recorded ? *recorded : nothing;
    record::FormRead read = record::read_form(type, form.typed, &before);
    for (const auto& error : read.errors) form.errors.add(error.field, error.says);

    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        const auto key = type.fields()[i].key;
        if (is_among(filled_by_the_service, key) || (!form.may_decide && is_among(of_the_decision, key))) read.values[i] = before[i];
    }
    if (form.typed.has("has_spoken")) read.values[position("is_unverified")] = false;
    if (form.may_decide) judge_decision(form, read.values);
    if (read.values[position("decision")] != before[position("decision")]) {
        const bool is_decided = record::is_recorded(read.values[position("decision")]);
        read.values[position("decided")] = is_decided ? record::Value(law::london_minute(visit.now)) : record::Value();
        read.values[position("decided_by")] = is_decided ? record::Value(ledger::ItemId(visit.book.viewer().worker.bytes())) : record::Value();
    }
    return std::move(read.values);
}

}  // namespace steadfast::practice
