#include "record/meetings/meeting_pages.hpp"

#include "law/london.hpp"
#include "record/meetings/meeting_view.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/saving.hpp"

#include <algorithm>

namespace steadfast::record::meetings {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;

using Lines = std::vector<std::pair<std::string, std::string>>;

Lines lines_of(const ItemType& type, const Values& values, bool about_each) {
    Lines lines;
    for (std::size_t i = 0; i < type.fields().size() && i < values.size(); ++i) {
        const Field& field = type.fields()[i];
        if (field.is_about_each != about_each || field.kind == FieldKind::link || type.happened_field() == i) continue;
        if (std::string words = in_words(field, values[i]); !words.empty()) lines.emplace_back(field.label, std::move(words));
    }
    return lines;
}

DecidedInWords decided_in_words(const ItemType& type, const pages::SeenItem& outcome) {
    DecidedInWords decided{.of_all = lines_of(type, outcome.content.values, false), .of_each = {}};
    for (const pages::SeenPart& one : outcome.children) decided.of_each.push_back({one.child.name, lines_of(type, one.values, true)});
    return decided;
}

Result<Shown> show_meeting(Record& record, const Visit& visit) {
    const auto meeting = asked_meeting(record, visit);
    if (!meeting) return refuse(meeting.error());
    auto page = meeting_page(record, visit, *meeting, {}, {});
    if (!page) return refuse(page.error());
    return std::move(*page);
}

Result<Shown> show_meetings(const Visit& visit) {
    const auto child = pages::asked_child(visit);
    if (!child) return refuse(child.error());
    Page page;
    page.title = "Meetings";
    page.before_main = pages::child_bar(visit, *child);
    page.main = meetings_view(meetings_of(visit.book, *child), *child, may(visit.book.viewer(), Permission::record_work), law::london_date(visit.now));
    page.what = "meetings about the child";
    page.about = {child->id};
    return page;
}

}  // namespace

Result<OpenMeeting> asked_meeting(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return open_meeting(record, visit.book, *id);
}

Result<OpenMeeting> asked_meeting_to_change(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return meeting_to_change(record, visit.book, *id);
}

Page page_about(const Visit& visit, const OpenMeeting& meeting, std::string title, web::Html main, std::string what) {
    Page page;
    page.title = std::move(title);
    // As on a plan's page: several bars would fill a phone's screen.
    if (meeting.children.size() == 1) page.before_main = pages::child_bar(visit, meeting.children.front().child);
    page.main = std::move(main);
    page.what = std::move(what);
    for (const MeetingsChild& one : meeting.children) page.about.push_back(one.child.id);
    page.item = meeting.id();
    return page;
}

Result<Page> meeting_page(Record& record, const Visit& visit, const OpenMeeting& meeting, const web::Fields& typed, const web::FieldErrors& errors) {
    const MeetingRule* const rule = rule_of(visit, meeting.shared.kind.code);
    MeetingShown shown{.meeting = meeting, .rule = rule, .decided = {}, .to_put_right = {}, .may_record = may(visit.book.viewer(), Permission::record_work), .form_token = visit.form_token,
                       .key = pages::FormKey::fresh(), .offers = {}, .typed = typed, .errors = errors, .today = law::london_date(visit.now)};
    if (shown.may_record && meeting.item.is_seen_whole) shown.offers = offers_for(visit, meeting);
    if (rule) {
        const auto outcome = outcome_of(record, visit.book, meeting, *rule);
        if (!outcome) return refuse(outcome.error());
        if (*outcome) shown.decided = decided_in_words(*rule->outcome, **outcome);
        const auto children = meeting.item.seen_children();
        const auto held_on = meeting.shared.held_at.first_day();
        // A reader of one part alone can't tell what the others lack.
        if (rule->to_put_right && held_on && meeting.item.is_seen_whole)
            shown.to_put_right = rule->to_put_right(visit.book, {.id = meeting.id(), .held_on = *held_on, .children = children, .outcome = *outcome ? &(**outcome).content : nullptr, .invited = meeting.invited});
    }
    Page page = page_about(visit, meeting, "Meeting", meeting_view(shown), "meeting");
    if (!errors.empty()) page.status = 422;
    return page;
}

const MeetingRule* rule_of(const Visit& visit, std::string_view kind) {
    for (const MeetingRule& rule : visit.parts.meeting_rules)
        if (rule.kind == kind) return &rule;
    return nullptr;
}

void add_pages(Record& record, pages::PageParts& parts) {
    using enum web::Method;
    parts.add({
        {get, "/meetings/{id}", Permission::see_children, [&record](const Visit& visit) { return show_meeting(record, visit); }, web::Runs::on_a_worker},
        {get, "/children/{id}/meetings", Permission::see_children, show_meetings},
    });
    for (auto routes : {meeting_form_routes(record), held_routes(record), invitation_routes(record), meeting_print_routes(record)}) parts.add(std::move(routes));
    parts.own_pages.push_back({&type_of<Meeting>(), [](ledger::ItemId item) { return web::to("/meetings") / item; }});
    parts.own_pages.push_back({&type_of<Invitation>(), [](ledger::ItemId item) { return web::to("/invitations") / item; }});
    parts.child_links.push_back({.words = "Meetings", .order = 16, .to = [](ledger::SubjectId child) { return web::to("/children") / child / "meetings"; }});
    add_meeting_panels(parts);
}

}  // namespace steadfast::record::meetings
