#include "record/access/access_pages.hpp"
#include "record/council/council.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::record::pages {
namespace {

using web::Html;

std::optional<Found> council_in(const Book& book) {
    std::optional<Found> council;
    book.each_of(type_of<Council>(), [&council](const Found& found) { council = found; });
    return council;
}

Result<Shown> show_policy(const Visit& visit, const web::FieldErrors& errors) {
    const bool is_open = visit.book.access().is_open_to_every_practitioner();
    web::Radios ways{.name = "records_open_to", .legend = "Who may open an unrestricted record?", .error = std::string(errors.at("records_open_to")), .choices = {},
                     .chosen = is_open ? "every_practitioner" : "those_with_a_part"};
    for (const law::Code& code : records_open_to.codes) ways.choices.push_back({std::string(code.code), std::string(code.says)});
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << web::radios(ways) << web::button({.label = "Save"});
    Page page;
    page.title = "Who may open records";
    page.main << web::error_summary(errors) << web::heading_1("Who may open records")
              << web::paragraph(Html("A restricted or sealed record, and whoever is kept out of one, stay as they are whatever you choose here. It acts at once."))
              << web::post_form({.action = web::to("/records-open-to"), .token = visit.form_token, .fields = std::move(fields)});
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> save_policy(Record& record, const Visit& visit) {
    web::FormReader form(visit.request.form());
    const std::string chosen = form.text("records_open_to");
    if (!records_open_to.find(chosen)) form.refuse("records_open_to", "Choose who may open an unrestricted record");
    if (!form.errors().empty()) return show_policy(visit, form.errors());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto council = council_in(visit.book.book());
    if (!council)
        return refuse(Refusal::Kind::not_allowed, "The council has no record of its own yet.", "Ask whoever looks after Steadfast to give its name first.");
    auto change = with_values(record, visit.book.book(), *council, {{"records_open_to", chosen}}, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = save_together(record, visit, *key, {std::move(*change)}, "changed who may open records"); !saved) return refuse(saved.error());
    return web::to("/records-open-to");
}

}  // namespace

void add_policy_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::see_audit;
    parts.add({
        {get, "/records-open-to", needs, [](const Visit& visit) { return show_policy(visit, {}); }},
        {post, "/records-open-to", needs, [&record](const Visit& visit) { return save_policy(record, visit); }, web::Runs::on_a_worker},
    });
    parts.places.push_back({.words = "Who may open records", .link = web::to("/records-open-to"), .order = 76, .needs = needs, .is_setting = true});
}

}  // namespace steadfast::record::pages
