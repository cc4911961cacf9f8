#pragma once

#include "record/calendar/calendar_day.hpp"
#include "record/decisions/decision_rule.hpp"
#include "record/documents/document_terms.hpp"
#include "record/duty/duties.hpp"
#include "record/meetings/meeting_rule.hpp"
#include "record/pages/site.hpp"
#include "record/plans/plan_rule.hpp"
#include "web/components/subject.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::pages {

/// A section that a room puts on the child's page: its heading and what stands below it. Nothing is shown of an empty one.
struct ChildPanel {
    /// The main column tells the story in the order of importance; what helps with it stands beside, and below on a phone.
    enum class Where : std::uint8_t { above_what_is_due, above_the_chronology, beside };

    std::string_view key;   ///< "alerts": marks the section, so that an address can point to it.
    Where where = Where::above_the_chronology;
    int order = 0;          ///< Lower ones stand first; those with the same order as they were added.
    std::function<Result<web::Html>(const Visit&, const SeenChild&)> show;
};

/// A section of the first page, for whom it concerns: "Drafts", "Needs you".
struct HomePanel {
    std::string_view key;
    int order = 0;
    Permission needs = Permission::see_children;
    std::function<Result<web::Html>(const Visit&)> show;
};

/// What a room has waiting for somebody who decides, as lines of one list on their first page, the most urgent first: how much, with the
/// link to where it is done. It names no child: the list behind the link does, and is logged.
struct WaitingPart {
    int order = 0;
    Permission needs = Permission::see_children;
    std::function<web::Html(const Visit&)> lines;   ///< "<li>…</li>"; empty where nothing waits.
};

/// A section of the team board, above who holds how much: what a manager must know first of the children whom the team holds, or who wait in it.
struct BoardPanel {
    std::string_view key;
    int order = 0;
    std::function<Result<web::Html>(const Visit&, const std::vector<ledger::SubjectId>& children)> show;
};

/// What a room says on the bar above every page about a child: a fact, an alert in words, a link.
struct BarPart {
    int order = 0;
    std::function<void(const Visit&, const SeenChild&, web::IdentityBar&)> add;
};

/// One of the pages about a child beside the first, in the plain list of links on it: "Family", "Who has looked at this record".
struct ChildLink {
    std::string words;
    int order = 0;
    Permission needs = Permission::see_children;
    std::function<web::Link(ledger::SubjectId)> to;
};

/// A page that can be opened from everywhere, in the frame's navigation.
struct NavigationPlace {
    std::string words;
    web::Link link;
    int order = 0;
    Permission needs = Permission::see_children;
    /// How much waits there for this person, shown as "Imports (3 waiting)"; none, or 0, where they can do nothing about it.
    std::function<std::size_t(const Book&, const Viewer&)> waiting = {};
    std::string_view key = "";   ///< "g h": the keys that open it where scripts run.
    bool is_setting = false;     ///< It stands on the page of settings, and the navigation has one link to that.
};

/// A day that says how things stand with a child, in a column of somebody's caseload: "Last seen".
struct CaseloadDay {
    std::string key;          ///< In the address, to sort by it.
    std::string words;
    std::string when_never;   ///< "Not yet"
    std::function<std::optional<Date>(const Visit&, const SeenChild&)> of;
};

/// Items of a type that have a page of their own, with more on it than their fields: a document with its preview.
struct OwnPage {
    const ItemType* type = nullptr;
    std::function<web::Link(ledger::ItemId)> to;
};

/// What the rooms put into the pages: their own routes, and their sections of the pages that belong to no one room.
/// Filled once before the service starts; every Visit reads it.
struct PageParts {
    explicit PageParts(const Duties& all_duties) : duties(all_duties) {}

    const Duties& duties;   ///< Of all slices.
    std::vector<PageRoute> routes;
    std::vector<ChildPanel> child_panels;
    std::vector<HomePanel> home_panels;
    std::vector<WaitingPart> waiting;
    std::vector<BoardPanel> board_panels;
    std::vector<BarPart> bar_parts;
    std::vector<ChildLink> child_links;
    std::vector<NavigationPlace> places;
    std::vector<OwnPage> own_pages;
    documents::DocumentTerms documents;   ///< How this server takes documents in.
    std::vector<CaseloadDay> caseload_days;
    /// What a room puts on the calendar of whoever visits, from one day to another inclusive.
    std::vector<std::function<std::vector<calendar::CalendarDay>(const Visit&, Date first, Date last)>> calendar_days;
    std::vector<plans::PlanRule> plan_rules;      ///< At most one for each kind of plan.
    std::vector<meetings::MeetingRule> meeting_rules;   ///< At most one for each kind of meeting.
    std::vector<decisions::DecisionRule> decision_rules;   ///< At most one for each matter.
    /// What a manager should know of a worker's day, on the team board: "2 visits today". Empty where there is nothing.
    std::vector<std::function<std::string(const Visit&, ledger::WorkerId)>> of_workers_day;

    void add(std::vector<PageRoute> more);
    /// Puts every list into its order. After the last part was added.
    void arrange();
};

/// What record itself shows: search, people, the child's page, and the generic pages of every item type.
/// The record must outlive the parts.
void add_pages(Record& record, PageParts& parts);

/// The sections of one place on a child's page, in order. One that can't be shown says so in its place: the rest of the page
/// is worth having.
[[nodiscard]] web::Html child_panels(const Visit& visit, const SeenChild& child, ChildPanel::Where where);

/// The sections of the first page that this visitor may have.
[[nodiscard]] web::Html home_panels(const Visit& visit);

/// The sections of the team board, about these children.
[[nodiscard]] web::Html board_panels(const Visit& visit, const std::vector<ledger::SubjectId>& children);

/// The plain list of links to the other pages about a child; empty where there is none.
[[nodiscard]] web::Html child_links(const Visit& visit, const SeenChild& child);

}  // namespace steadfast::record::pages
