#include "practice/pre_proceedings/begin_pages.hpp"

#include "law/london.hpp"
#include "practice/pre_proceedings/pre_proceedings.hpp"
#include "record/access/each_about.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/saving.hpp"
#include "record/referrals/open_referral.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::SeenChild;
using web::Html;

web::Link begin_of(ledger::SubjectId child) { return web::to("/children") / child / "pre_proceedings"; }
web::Link form_of(ledger::ItemId item) { return web::to("/items") / item / "change"; }

/// What is under way and not decided; none where nothing is.
std::optional<ledger::ItemId> under_way(const record::SeenBook& book, const SeenChild& child) {
    std::optional<ledger::ItemId> found_one;
    record::each_about<PreProceedings>(book, child, [&](const record::Found& found) {
        if (!found.table->item<PreProceedings>(found.row).decided_on) found_one = book.book().item_id(found);
    });
    return found_one;
}

/// What can be begun about the child in the address: its referral.
Result<ledger::ItemId> referral_of(const Visit& visit, const SeenChild& child) {
    const ledger::ItemId referral = record::open_referral(visit.book, child);
    if (!referral.is_none()) return referral;
    return refuse(Refusal::Kind::not_allowed, "No referral of this child is open.",
                  "Record the contact at the front door first, and decide to assess.");
}

Page page_of(const Visit& visit, const SeenChild& child, const web::FieldErrors& errors) {
    web::Fields typed = visit.request.form();
    if (!typed.has("began-day")) type_day(typed, "began", law::london_date(visit.now));
    Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh())
           << web::date_input({.name = "began",
                               .legend = "Began on",
                               .hint = "The day on which it was decided",
                               .error = std::string(errors.at("began")),
                               .wrong_part = errors.part_of("began"),
                               .typed = web::TypedDate::in(typed, "began")})
           << web::button({.label = "Begin"});
    Page page;
    page.title = "Begin pre-proceedings";
    page.before_main = child_bar(visit, child);
    page.main
        << web::error_summary(errors) << web::heading_1("Begin pre-proceedings")
        << web::paragraph(
               "A last chance for a family, with a lawyer of their own, to put things right before the council goes to court. The letter, the meetings and what was decided are "
               "written on the form that follows. Legal advice to the council belongs into a legal planning meeting, which goes out with no print.")
        << web::post_form({.action = begin_of(child.id), .token = visit.form_token, .fields = std::move(fields)});
    page.what = "form to begin pre-proceedings";
    page.about = {child.id};
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show(const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    if (const auto known = under_way(visit.book, *child)) return form_of(*known);
    if (const auto referral = referral_of(visit, *child); !referral) return refuse(referral.error());
    return page_of(visit, *child, {});
}

Result<Shown> begin(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    if (const auto known = under_way(visit.book, *child)) return form_of(*known);
    const auto referral = referral_of(visit, *child);
    if (!referral) return refuse(referral.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    web::FormReader form(visit.request.form());
    const auto began = form.required_date("began", "Began on");
    if (began && *began > law::london_date(visit.now)) form.refuse("began-day", "Began on must be today or in the past");
    if (!form.errors().empty()) return page_of(visit, *child, form.errors());
    PreProceedings begun;
    begun.referral.item = *referral;
    begun.began = began;
    const ledger::ItemId item = key->nth_item(0);
    auto change = record::change_of(begun, item, 0, {child->id}, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "began pre-proceedings"); !saved)
        return refuse(saved.error());
    return form_of(item);
}

}  // namespace

void add_pre_proceedings_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/pre_proceedings", Permission::record_work, show, later},
        {post, "/children/{id}/pre_proceedings", Permission::record_work,
         [&record](const Visit& visit) { return begin(record, visit); }, later},
    });
    parts.child_links.push_back({.words = "Pre-proceedings", .order = 63, .needs = Permission::record_work, .to = begin_of});
}

}  // namespace steadfast::practice
