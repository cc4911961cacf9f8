#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/item/withdrawal.hpp"
#include "record/meetings/invitation_form.hpp"
#include "record/meetings/meeting_form.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <array>

namespace steadfast::record::meetings {
namespace {

using pages::FormKey;
using pages::NewValue;
using pages::Page;
using pages::Shown;
using pages::Visit;

constexpr std::size_t longest_line = 300;
/// What the page of one invitation asks, in this order.
constexpr std::array<std::string_view, 7> asked{"answer", "answered_on", "answer_words", "report_on", "came", "record_sent_on", "capacity"};

const Field& declared(std::string_view key) { return type_of<Invitation>().fields()[*type_of<Invitation>().position(key)]; }

// --- inviting ---

/// Somebody whom the record does not know: a name and a standing, typed.
std::optional<Invitation> typed_by_name(web::FormReader& form, const Visit& visit) {
    Invitation invitation;
    invitation.who = form.text("who");
    if (invitation.who.empty()) return std::nullopt;
    if (invitation.who.size() > longest_line) form.refuse("who", "Say in fewer words who it is");
    invitation.standing.code = form.text("standing");
    if (!invited_as.find(invitation.standing.code)) form.refuse("standing", "Choose in what standing they are invited");
    invitation.capacity = form.text("capacity");
    if (invitation.capacity.size() > longest_line) form.refuse("capacity", "Say in fewer words who they are");
    invitation.agency.code = form.text("agency");
    if (invitation.agency.is_recorded() && !professional_kind.find(invitation.agency.code)) form.refuse("agency", "Choose an agency from the list");
    if (invitation.standing.is("worker")) invitation.worker.item = read_chair(visit.book.book(), law::london_date(visit.now), invitation.who).colleague;
    return invitation;
}

Result<Shown> invite(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting_to_change(record, visit);
    if (!meeting) return refuse(meeting.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Link back = (web::to("/meetings") / meeting->id()).at("people");
    if (visit.book.book().find(key->nth_item(0))) return back;   // The button was pressed twice.
    web::FormReader form(visit.request.form());
    std::vector<Invitation> invited;
    const auto ticked = visit.request.form().all("invite");
    for (const Offer& offer : offers_for(visit, *meeting))
        if (std::find(ticked.begin(), ticked.end(), offer.value) != ticked.end()) invited.push_back(offer.invitation);
    if (auto by_name = typed_by_name(form, visit)) invited.push_back(std::move(*by_name));
    else if (invited.empty()) form.refuse("who", "Tick somebody, or enter a name");
    if (!form.errors().empty()) {
        auto page = meeting_page(record, visit, *meeting, visit.request.form(), form.errors());
        if (!page) return refuse(page.error());
        return std::move(*page);
    }
    std::vector<ledger::Change> changes;
    for (Invitation& one : invited) {
        one.meeting.item = meeting->id();
        one.invited_on = law::london_date(visit.now);
        if (meeting->shared.was_held()) one.came.code = "in_person";   // Added afterwards, because they were there.
        changes.push_back(change_of(one, key->nth_item(changes.size()), 0, meeting->item.about, visit.book.viewer().worker));
    }
    if (auto saved = pages::save_together(record, visit, *key, std::move(changes), "invited people to a meeting"); !saved) return refuse(saved.error());
    return back;
}

// --- one invitation ---

struct AskedInvitation {
    OpenMeeting meeting;
    const Invited* invited = nullptr;
};

Result<AskedInvitation> asked_invitation(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto no_such = [] { return refuse(Refusal::Kind::not_found, "There is no such invitation, or none that you may see.", "Look on the meeting's page."); };
    const auto found = visit.book.item(*id);
    if (!found || &found->type() != &type_of<Invitation>() || found->head().has(RowHead::withdrawn)) return no_such();
    auto meeting = meeting_to_change(record, visit.book, found->table->item<Invitation>(found->row).meeting.item);
    if (!meeting) return refuse(meeting.error());
    AskedInvitation asked_for{.meeting = std::move(*meeting), .invited = nullptr};
    asked_for.invited = asked_for.meeting.invitation(*id);
    if (!asked_for.invited) return no_such();
    return asked_for;
}

Page invitation_page(const Visit& visit, const OpenMeeting& meeting, const Invited& invited, const web::Fields& typed, const web::FieldErrors& errors) {
    web::Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh());
    for (const auto key : asked) fields << pages::input_of(declared(key), typed, errors);
    fields << web::button({.label = "Save"});
    web::Html remove;
    remove << web::hidden_input("save_key", FormKey::fresh()) << web::button({.label = "Take them off the list", .looks = web::Looks::secondary});
    const web::Link here = web::to("/invitations") / invited.id;
    web::Html main;
    main << web::error_summary(errors) << web::heading_1(invited.invitation.who) << web::paragraph(web::Html() << web::link(web::to("/meetings") / meeting.id(), meeting.heading()))
         << web::post_form({.action = here, .token = visit.form_token, .fields = std::move(fields)})
         << web::post_form({.action = here / "remove", .token = visit.form_token, .fields = std::move(remove)})
         << web::paragraph(web::link((web::to("/meetings") / meeting.id()).at("people"), "Go back without saving"));
    Page page = page_about(visit, meeting, "Invitation to a meeting", std::move(main), "invitation to a meeting");
    page.item = invited.id;
    if (!errors.empty()) page.status = 422;
    return page;
}

Result<Shown> open_invitation(Record& record, const Visit& visit) {
    const auto one = asked_invitation(record, visit);
    if (!one) return refuse(one.error());
    Content content;
    content.values = type_of<Invitation>().values_of(one->invited->invitation);
    return invitation_page(visit, one->meeting, *one->invited, pages::typed_from(type_of<Invitation>(), content, {}), {});
}

Result<Shown> save_invitation(Record& record, const Visit& visit) {
    const auto one = asked_invitation(record, visit);
    if (!one) return refuse(one.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& typed = visit.request.form();
    const Values recorded = type_of<Invitation>().values_of(one->invited->invitation);
    const FormRead read = read_form(type_of<Invitation>(), typed, &recorded);
    web::FieldErrors errors;
    std::vector<NewValue> values;
    for (const auto field : asked) {
        const auto place = *type_of<Invitation>().position(field);
        for (const auto& error : read.errors)
            if (std::string_view(error.field).starts_with(field) && (error.field.size() == field.size() || error.field[field.size()] == '-')) errors.add(error.field, error.says);
        values.push_back({field, read.values[place]});
    }
    if (!errors.empty()) return invitation_page(visit, one->meeting, *one->invited, typed, errors);
    Invitation after = type_of<Invitation>().item_from<Invitation>(read.values);
    if (after.answer.is_recorded() && !after.answered_on)
        for (NewValue& value : values)
            if (value.field == "answered_on") value.value = law::london_date(visit.now);
    const auto found = visit.book.item(one->invited->id);
    if (!found) return refuse(found.error());
    auto change = pages::with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    if (auto saved = pages::save_together(record, visit, *key, {std::move(*change)}, "said what came of an invitation"); !saved) return refuse(saved.error());
    return (web::to("/meetings") / one->meeting.id()).at("people");
}

Result<Shown> take_off_the_list(Record& record, const Visit& visit) {
    const auto one = asked_invitation(record, visit);
    if (!one) return refuse(one.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto withdrawal = withdrawal_of(type_of<Invitation>().key(), one->invited->id, one->invited->version, one->meeting.item.about, "Taken off the list of people invited", visit.book.viewer().worker);
    if (auto saved = pages::save_together(record, visit, *key, {std::move(withdrawal)}, "took somebody off a meeting's list"); !saved) return refuse(saved.error());
    return (web::to("/meetings") / one->meeting.id()).at("people");
}

}  // namespace

std::vector<pages::PageRoute> invitation_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {post, "/meetings/{id}/invitations", needs, with(invite), later},
        {get, "/invitations/{id}", needs, with(open_invitation), later},
        {post, "/invitations/{id}", needs, with(save_invitation), later},
        {post, "/invitations/{id}/remove", needs, with(take_off_the_list), later},
    };
}

}  // namespace steadfast::record::meetings
