#include "record/meetings/open_meeting.hpp"

#include "record/access/each_about.hpp"
#include "record/book/derived_from.hpp"
#include "record/item/by_key.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace steadfast::record::meetings {
namespace {

constexpr int days_back = 42;   // For so long a meeting asks what came of it; after that it is on the child's page alone.

std::vector<Invited> invited_to(const SeenBook& book, const std::vector<SeenChild>& children, ledger::ItemId meeting) {
    std::vector<Invited> invited;
    std::set<ledger::ItemId> taken;
    for (const SeenChild& child : children) {
        each_about<Invitation>(book, child, [&](const Found& found) {
            Invited one{book.book().item_id(found), found.head().version, found.table->item<Invitation>(found.row)};
            if (one.invitation.meeting.item == meeting && taken.insert(one.id).second) invited.push_back(std::move(one));
        });
    }
    const auto place = [](const Invited& one) {
        std::size_t standing = 0;
        while (standing < invited_as.codes.size() && invited_as.codes[standing].code != one.invitation.standing.code) ++standing;
        return std::tuple(standing, std::string_view(one.invitation.who), one.id);
    };
    std::sort(invited.begin(), invited.end(), [&place](const Invited& a, const Invited& b) { return place(a) < place(b); });
    return invited;
}

/// Minutes for sorting: what has no time of the day comes before what has one.
std::tuple<Date, std::int32_t> moment_of(const When& when) {
    const When::Point& start = when.start();
    return {when.first_day().value_or(Date::from_days(1'000'000)), start.precision == When::Precision::minute ? start.at : 0};
}

void by_when(std::vector<MeetingLine>& lines) {
    std::sort(lines.begin(), lines.end(), [](const MeetingLine& a, const MeetingLine& b) {
        return std::tuple(moment_of(a.meeting.planned_for), a.id) < std::tuple(moment_of(b.meeting.planned_for), b.id);
    });
}

MeetingLine line_of(const SeenBook& book, const Found& found) {
    MeetingLine line{book.book().item_id(found), found.table->item<Meeting>(found.row), {}};
    for (const ledger::SubjectId subject : book.book().subjects(found))
        if (auto child = book.child(subject)) line.children.push_back(std::move(*child));
    return line;
}

/// Which meetings each worker leads or called together, and to which each is invited. They know nothing of who may see whom.
class LedMeetings {
public:
    explicit LedMeetings(const Book& book) {
        book.each_of(type_of<Meeting>(), [&](const Found& found) {
            const auto meeting = found.table->item<Meeting>(found.row);
            if (!meeting.is_to_come()) return;
            for (const ledger::ItemId worker : {meeting.chair.item, meeting.called_by.item})
                if (!worker.is_none()) by_worker[ledger::WorkerId(worker.bytes())].push_back(book.item_id(found));
        });
    }
    std::unordered_map<ledger::WorkerId, std::vector<ledger::ItemId>> by_worker;
};
class InvitedWorkers {
public:
    explicit InvitedWorkers(const Book& book) {
        book.each_of(type_of<Invitation>(), [&](const Found& found) {
            const auto invitation = found.table->item<Invitation>(found.row);
            if (!invitation.worker.item.is_none() && !invitation.answer.is("no")) by_worker[ledger::WorkerId(invitation.worker.item.bytes())].push_back(invitation.meeting.item);
        });
    }
    std::unordered_map<ledger::WorkerId, std::vector<ledger::ItemId>> by_worker;
};

}  // namespace

std::string OpenMeeting::heading() const { return shared.kind.is_recorded() ? std::string(shared.kind.says()) : "Meeting"; }

const Invited* OpenMeeting::invitation(ledger::ItemId id) const {
    const auto found = std::find_if(invited.begin(), invited.end(), [&id](const Invited& one) { return one.id == id; });
    return found == invited.end() ? nullptr : &*found;
}

Result<OpenMeeting> open_meeting(Record& record, const SeenBook& book, ledger::ItemId id) {
    auto item = pages::seen_item(record, book, type_of<Meeting>(), id, "There is no such meeting, or none that you may see.");
    if (!item) return refuse(item.error());
    OpenMeeting meeting{.item = std::move(*item), .shared = {}, .children = {}, .invited = {}};
    meeting.shared = type_of<Meeting>().item_from<Meeting>(meeting.item.content.values);
    for (const pages::SeenPart& one : meeting.item.children) meeting.children.push_back({one.child, type_of<Meeting>().item_from<Meeting>(one.values)});
    meeting.invited = invited_to(book, meeting.item.seen_children(), id);
    return meeting;
}

Result<OpenMeeting> meeting_to_change(Record& record, const SeenBook& book, ledger::ItemId id) {
    auto meeting = open_meeting(record, book, id);
    if (meeting && !meeting->item.is_seen_whole) return refuse(pages::not_seen_whole("meeting"));
    return meeting;
}

Result<std::optional<pages::SeenItem>> outcome_of(Record& record, const SeenBook& book, const OpenMeeting& meeting, const MeetingRule& rule) {
    if (!rule.outcome || meeting.children.empty()) return std::nullopt;
    std::optional<ledger::ItemId> item;
    for (const MeetingsChild& one : meeting.children) {
        book.each_about(one.child, [&](const Found& found) {
            if (&found.type() == rule.outcome && value_by_key(found, "meeting") == Value(meeting.id())) item = book.book().item_id(found);
        });
    }
    if (!item) return std::nullopt;
    auto outcome = pages::seen_item(record, book, *rule.outcome, *item, "What was decided there could not be found.");
    if (!outcome) return refuse(outcome.error());
    return std::optional(std::move(*outcome));
}

std::optional<Date> MeetingLine::day() const { return meeting.was_held() ? meeting.held_at.first_day() : meeting.planned_for.first_day(); }

std::vector<MeetingLine> meetings_of(const SeenBook& book, const SeenChild& child) {
    std::vector<MeetingLine> to_come;
    std::vector<MeetingLine> others;
    each_about<Meeting>(book, child, [&](const Found& found) {
        MeetingLine line = line_of(book, found);
        (line.meeting.is_to_come() ? to_come : others).push_back(std::move(line));
    });
    by_when(to_come);
    std::sort(others.begin(), others.end(), [](const MeetingLine& a, const MeetingLine& b) { return std::tuple(b.day(), b.id) < std::tuple(a.day(), a.id); });
    for (MeetingLine& line : others) to_come.push_back(std::move(line));
    return to_come;
}

MyMeetings meetings_of_worker(const SeenBook& book, ledger::WorkerId worker, Date today, int days_ahead) {
    std::set<ledger::ItemId> items;
    const auto led = derived_from<LedMeetings, Meeting>(book.book());
    const auto invited = derived_from<InvitedWorkers, Invitation>(book.book());
    for (const auto* of : {&led->by_worker, &invited->by_worker})
        if (const auto found = of->find(worker); found != of->end()) items.insert(found->second.begin(), found->second.end());
    MyMeetings mine;
    for (const ledger::ItemId item : items) {
        const auto found = book.item(item);
        if (!found || &found->type() != &type_of<Meeting>() || found->head().has(RowHead::withdrawn)) continue;
        MeetingLine line = line_of(book, *found);
        const auto day = line.meeting.planned_for.first_day();
        if (!line.meeting.is_to_come() || line.children.empty() || !day || *day > today.plus_days(days_ahead) || *day < today.plus_days(-days_back)) continue;
        (*day == today ? mine.today : *day > today ? mine.next : mine.untold).push_back(std::move(line));
    }
    for (auto* lines : {&mine.today, &mine.next, &mine.untold}) by_when(*lines);
    return mine;
}

}  // namespace steadfast::record::meetings
