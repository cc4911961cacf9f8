#include "demo/case.hpp"
#include "law/working_days.hpp"
#include "practice/transfers/transfers.hpp"

#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<std::string_view, 4> neighbours{"Marshland County Council", "Wendmere Borough Council", "Ousebridge City Council", "Hallow District Council"};
constexpr double conference_in_time = 85;

}  // namespace

void tell_transfer_in(const Case& what, const std::vector<Child*>& children, Date notified) {
    Dice& dice = what.dice();
    const std::string_view authority = dice.one_of(neighbours);
    const Date conference = law::add_working_days(notified, dice.happens_in(conference_in_time) ? dice.between(9, 15) : dice.between(16, 24));
    for (const Child* child : children) {
        practice::TransferIn transfer;
        Written written;
        transfer.notified_on = notified;
        transfer.authority = authority;
        transfer.with.code = "protection_plan";
        transfer.moved_on = notified.plus_days(-dice.between(1, 9));
        transfer.acknowledged_on = law::add_working_days(notified, 0);
        what.story.save(written, transfer, {child->subject}, what.front_door(), what.story.typed_up(law::add_working_days(notified, 0), Typed::at_once));
        transfer.documents_on = law::add_working_days(notified, 5);
        transfer.conference_on = conference;
        transfer.taken_over_on = conference;
        what.story.save(written, transfer, {child->subject}, what.social_worker(conference), what.story.typed_up(conference, Typed::at_once));
    }
}

void tell_transfer_out(const Case& what, const Child& child, Date closed) {
    practice::TransferOut transfer;
    Written written;
    transfer.told_on = closed.plus_days(-21);
    transfer.authority = what.dice().one_of(neighbours);
    transfer.with.code = "in_need";
    transfer.moved_on = closed.plus_days(-24);
    transfer.documents_on = closed.plus_days(-14);
    transfer.acknowledged_on = closed.plus_days(-12);
    transfer.taken_over_on = closed;
    what.story.save(written, transfer, {child.subject}, what.social_worker(closed), what.story.typed_up(closed, Typed::at_once));
}

}  // namespace steadfast::demo
