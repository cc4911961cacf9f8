#include "record/letters/recipient_form.hpp"

#include "web/components/fields.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

constexpr std::size_t longest_name = 200;

}  // namespace

bool RecipientForm::wants(std::string_view name, std::string_view value) const {
    const auto all = typed.all(name);
    return std::find(all.begin(), all.end(), value) != all.end();
}

web::Html form_key_input(const RecipientForm& form) {
    const auto typed = ledger::IdempotencyKey::parse(form.typed.get("save_key"));
    return web::hidden_input("save_key", (typed ? *typed : ledger::IdempotencyKey::random()).text());
}

web::Html recipient_inputs(const RecipientForm& form) {
    web::Html html;
    html << form_key_input(form)
         << web::text_input({.name = "recipient", .label = "Who it is for", .error = std::string(form.errors.at("recipient")), .value = std::string(form.typed.get("recipient"))})
         << web::text_input({.name = "capacity", .label = "Who they are to the child (optional)", .hint = "For example, mother, solicitor or new school",
                             .error = std::string(form.errors.at("capacity")), .value = std::string(form.typed.get("capacity"))});
    return html;
}

web::Html may_know_input(const RecipientForm& form) {
    if (form.to_think_about.empty()) return {};
    std::string names;
    for (const std::string& name : form.to_think_about) names += (names.empty() ? "" : ", ") + name;
    return web::checkboxes({.name = "may_know", .legend = fmt::format("It names {}", names), .hint = "Tick this, or leave out the part that names them",
                            .error = std::string(form.errors.at("may_know")), .choices = {{"yes", "The recipient may know what it says of them"}},
                            .ticked = form.wants("may_know", "yes") ? std::vector<std::string>{"yes"} : std::vector<std::string>{}, .small = true});
}

Recipient read_recipient(RecipientForm& form) {
    const web::FormReader reader(form.typed);
    Recipient recipient{reader.text("recipient"), reader.text("capacity"), ""};
    if (recipient.name.empty()) form.errors.add("recipient", "Enter who it is for");
    if (recipient.name.size() > longest_name) form.errors.add("recipient", "Use 200 letters or fewer");
    if (recipient.capacity.size() > longest_name) form.errors.add("capacity", "Use 200 letters or fewer");
    return recipient;
}

void look_through(RecipientForm& form, const SeenBook& book, std::span<const SeenChild> about, const Recipient& recipient, std::string_view words, std::string_view place) {
    const Reach reach = reach_of(book, about, recipient, words);
    for (const std::string& forbidden : reach.forbidden) form.errors.add(std::string(place), forbidden);
    form.to_think_about = reach.to_think_about;
    if (!form.to_think_about.empty() && !form.wants("may_know", "yes")) form.errors.add("may_know", "Say that the recipient may know what it says of others");
}

}  // namespace steadfast::record::letters
