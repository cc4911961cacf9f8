#include "record/meetings/invitation_form.hpp"

#include "law/london.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/pages/family/around.hpp"
#include "record/pages/item_page.hpp"
#include "record/people/family.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::meetings {
namespace {

constexpr std::size_t most_offered = 40;

class Offers {
public:
    Offers(const pages::Visit& visit, const OpenMeeting& meeting) : visit_(visit), meeting_(meeting), today_(law::london_date(visit.now)) {}

    std::vector<Offer> all() && {
        for (const MeetingsChild& one : meeting_.children) add_child(one.child);
        for (const MeetingsChild& one : meeting_.children) add_family(one.child);
        for (const MeetingsChild& one : meeting_.children) add_workers(one.child);
        for (const MeetingsChild& one : meeting_.children) add_professionals(one.child);
        return std::move(offers_);
    }

private:
    void add(std::string value, Invitation invitation, std::string hint) {
        const bool is_there = std::any_of(offers_.begin(), offers_.end(), [&value](const Offer& one) { return one.value == value; });
        const bool is_invited = std::any_of(meeting_.invited.begin(), meeting_.invited.end(), [&invitation](const Invited& one) {
            if (!invitation.worker.item.is_none()) return one.invitation.worker == invitation.worker;
            return one.invitation.who == invitation.who && one.invitation.capacity == invitation.capacity;
        });
        if (!is_there && !is_invited && !invitation.who.empty() && offers_.size() < most_offered) offers_.push_back({std::move(value), std::move(hint), std::move(invitation)});
    }

    void add_child(const SeenChild& child) {
        Invitation invitation;
        invitation.who = child.name;
        invitation.standing.code = "child";
        add("person-" + child.id.text(), invitation, "Whose meeting it is");
    }

    void add_family(const SeenChild& child) {
        const Family family = family_of(visit_.book, child, {.people = 20, .steps = 1});
        for (std::size_t i = 1; i < family.people.size(); ++i) {
            const SeenChild& relative = family.people[i];
            if (relative.person.died) continue;
            Invitation invitation;
            invitation.who = relative.name;
            invitation.standing.code = "family";
            invitation.capacity = what_they_are(family, i, 0, today_);
            add("person-" + relative.id.text(), invitation, fmt::format("{} of {}", invitation.capacity, child.name));
        }
    }

    void add_workers(const SeenChild& child) {
        for (const Holding& holding : Caseloads::of(visit_.book.book(), today_)->of_child(child.id)) {
            if (holding.worker == ledger::WorkerId()) continue;
            Invitation invitation;
            invitation.worker.item = ledger::ItemId(holding.worker.bytes());
            invitation.who = pages::worker_name(visit_.book.book(), holding.worker);
            invitation.standing.code = "worker";
            invitation.capacity = std::string(allocated_as.says(holding.as_what));
            add("worker-" + holding.worker.text(), invitation, fmt::format("{} of {}", invitation.capacity, child.name));
        }
    }

    void add_professionals(const SeenChild& child) {
        for (const auto& [item, professional] : pages::around(visit_.book, child, today_).professionals) {
            if (!professional.is_true_on(today_)) continue;
            Invitation invitation;
            invitation.standing.code = professional.kind.is("advocate") ? "advocate" : "professional";
            invitation.agency = professional.kind;
            invitation.who = professional.name.empty() ? std::string(professional.kind.says()) : professional.name;
            invitation.capacity = professional.works_as;
            if (!professional.organisation.empty()) invitation.capacity += (invitation.capacity.empty() ? "" : ", ") + professional.organisation;
            add("professional-" + item.text(), invitation, invitation.capacity);
        }
    }

    const pages::Visit& visit_;
    const OpenMeeting& meeting_;
    Date today_;
    std::vector<Offer> offers_;
};

}  // namespace

std::vector<Offer> offers_for(const pages::Visit& visit, const OpenMeeting& meeting) { return Offers(visit, meeting).all(); }

}  // namespace steadfast::record::meetings
