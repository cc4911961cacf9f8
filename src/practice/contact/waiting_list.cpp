#include "practice/contact/waiting_list.hpp"

#include "law/london.hpp"
#include "record/pages/item_page.hpp"
#include "record/teams/team_tree.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace steadfast::practice {
namespace {

struct OrderWord {
    std::string_view word;
    WaitingOrder order;
};
constexpr OrderWord orders[] = {
    {"child", WaitingOrder::by_child}, {"came", WaitingOrder::by_came}, {"from", WaitingOrder::by_from}, {"danger", WaitingOrder::by_danger}, {"taken", WaitingOrder::by_taken},
};

bool is_that_old(const WaitingRow& row, WaitingAge age, Instant now) {
    const auto came = row.contact.contact.received.first_day();
    const bool is_past = row.contact.by && row.contact.by->is_over(now);
    switch (age) {
        case WaitingAge::any: return true;
        case WaitingAge::came_today: return came && *came == law::london_date(now);
        case WaitingAge::within_its_day: return row.contact.by && !is_past;
        case WaitingAge::past_its_day: return is_past;
    }
    return true;
}

bool is_asked_for(const WaitingRow& row, const WaitingFilter& filter, Instant now) {
    const auto& danger = row.contact.contact.danger;
    if (!filter.danger.empty() && (filter.danger == "unsaid" ? danger.is_recorded() : !danger.is(filter.danger))) return false;
    if (!filter.taken_by.is_none() && row.taken_by != filter.taken_by) return false;
    return is_that_old(row, filter.age, now);
}

/// What stands first: danger, then nobody having said, then none.
int rank_of_danger(const Contact& contact) { return contact.danger.is("yes") ? 0 : contact.danger.is("no") ? 2 : 1; }

void put_in_order(std::vector<WaitingRow>& rows, WaitingOrder order) {
    const auto minutes = [](const WaitingRow& row) {
        const When::Point& start = row.contact.contact.received.start();
        return std::tuple(row.contact.contact.received.first_day(), start.precision == When::Precision::minute ? start.at : 0);
    };
    const auto by = [&rows](auto key) { std::ranges::stable_sort(rows, {}, key); };
    switch (order) {
        case WaitingOrder::by_danger_and_time: return;   // As they came.
        case WaitingOrder::by_child: return by([](const WaitingRow& row) { return std::tuple(row.contact.children.empty(), names_of(row.contact.children)); });
        case WaitingOrder::by_came: return by(minutes);
        case WaitingOrder::by_from: return by([](const WaitingRow& row) { return std::tuple(!row.contact.contact.who_contacted.is_recorded(), row.contact.contact.who_contacted.says()); });
        case WaitingOrder::by_danger: return by([](const WaitingRow& row) { return rank_of_danger(row.contact.contact); });
        case WaitingOrder::by_taken: return by([](const WaitingRow& row) { return std::tuple(row.taken_by.is_none(), row.taken_by_name); });
    }
}

std::unordered_set<ledger::WorkerId> members_within(const record::TeamTree& teams, ledger::ItemId team) {
    std::unordered_set<ledger::WorkerId> members;
    for (const record::TeamTree::Member& member : teams.members())
        if (teams.is_within(member.team, team)) members.insert(member.worker);
    return members;
}

/// Those who took a contact that waits, and the teams that they are in.
void take_choices(WaitingList& list, const record::TeamTree& teams) {
    std::unordered_set<ledger::WorkerId> takers;
    for (const WaitingRow& row : list.rows)
        if (!row.taken_by.is_none() && takers.insert(row.taken_by).second) list.takers.emplace_back(row.taken_by, row.taken_by_name);
    std::ranges::sort(list.takers, {}, [](const auto& one) { return std::tie(one.second, one.first); });
    for (const record::TeamTree::OneTeam& team : teams.teams()) {
        const auto members = members_within(teams, team.id);
        if (std::ranges::any_of(members, [&takers](ledger::WorkerId member) { return takers.contains(member); })) list.teams.emplace_back(team.id, team.team.name);
    }
}

}  // namespace

web::Link WaitingFilter::at(web::Link address, bool with_order) const {
    for (const OrderWord& one : orders)
        if (with_order && one.order == order) address = address.with("order", one.word);
    if (!danger.empty()) address = address.with("danger", danger);
    if (!taken_by.is_none()) address = address.with("taken", taken_by.text());
    if (!team.is_none()) address = address.with("team", team.text());
    for (const AgeWords& one : waiting_ages)
        if (one.age == age && age != WaitingAge::any) address = address.with("age", one.value);
    return address;
}

WaitingFilter read_waiting_filter(const web::Fields& query) {
    WaitingFilter filter;
    for (const OrderWord& one : orders)
        if (query.get("order") == one.word) filter.order = one.order;
    if (const auto danger = query.get("danger"); danger == "unsaid" || immediate_danger.find(danger)) filter.danger = danger;
    if (const auto worker = ledger::WorkerId::parse(query.get("taken"))) filter.taken_by = *worker;
    if (const auto team = ledger::ItemId::parse(query.get("team"))) filter.team = *team;
    for (const AgeWords& one : waiting_ages)
        if (query.get("age") == one.value) filter.age = one.age;
    return filter;
}

WaitingList waiting_list(const record::SeenBook& book, const WaitingFilter& filter, Instant now) {
    WaitingList list;
    const auto checks = checks_in_numbers(book.book(), now);
    for (ContactRow& contact : waiting_contacts(book)) {
        WaitingRow row{std::move(contact), {}, "The public form"};
        if (const auto asked = checks.find(row.contact.item); asked != checks.end()) row.checks = asked->second;
        const auto found = book.book().find(row.contact.item);
        if (found && !row.contact.contact.is_unverified.value_or(false)) {
            row.taken_by = book.book().recorded_by(*found);
            row.taken_by_name = record::pages::worker_name(book.book(), row.taken_by);
        }
        list.rows.push_back(std::move(row));
    }
    list.whole = list.rows.size();
    const record::TeamTree teams(book.book(), law::london_date(now));
    take_choices(list, teams);
    std::erase_if(list.rows, [&](const WaitingRow& row) { return !is_asked_for(row, filter, now); });
    if (!filter.team.is_none()) {
        const auto members = members_within(teams, filter.team);
        std::erase_if(list.rows, [&members](const WaitingRow& row) { return !members.contains(row.taken_by); });
    }
    put_in_order(list.rows, filter.order);
    return list;
}

}  // namespace steadfast::practice
