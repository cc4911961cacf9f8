#include "practice/transfers/transfers.hpp"

#include "record/people/checks.hpp"

using steadfast::practice::PlacedHere;
using steadfast::practice::TransferIn;
using steadfast::practice::TransferOut;

namespace steadfast::practice {
namespace {

constexpr law::Code transferred_with_codes[] = {
    {.code = "protection_plan", .says = "Child protection plan"},
    {.code = "in_need", .says = "Child in need plan"},
    {.code = "looked_after", .says = "Looked after"},
    {.code = "enquiry", .says = "Section 47 enquiry or assessment under way"},
    {.code = "nothing", .says = "Nothing any more; for information"},
};

}  // namespace

constinit const law::CodeSet transferred_with{"transferred_with", "What the child was under", "Steadfast", transferred_with_codes};

}  // namespace steadfast::practice

namespace steadfast::record {
template <>
const ItemType& type_of<TransferIn>() {
    static const ItemType type(
        {.key = "transfer_in", .name = "Transfer in", .plural = "Transfers in", .happened = "notified_on", .ended = "taken_over_on", .summary = {"authority", "with", "taken_over_on"}},
        {
            field<&TransferIn::notified_on>("notified_on", "Day on which the other authority told us").required(),
            field<&TransferIn::authority>("authority", "Other authority").with_hint("Type a part of its name, and choose it").required().checked_by(checked_authority),
            field<&TransferIn::authority_number>("authority_number", "Its number at the Department for Education").with_hint("Three digits, if you know them"),
            field<&TransferIn::their_worker>("their_worker", "Their worker, and how to reach them"),
            field<&TransferIn::with>("with", "What the child was under there"),
            field<&TransferIn::moved_on>("moved_on", "Day on which the child moved here"),
            field<&TransferIn::acknowledged_on>("acknowledged_on", "Acknowledged to the other authority on"),
            field<&TransferIn::documents_on>("documents_on", "All documents received on"),
            field<&TransferIn::documents>("documents", "Documents received, and those still missing"),
            field<&TransferIn::conference_on>("conference_on", "Child protection conference here on"),
            field<&TransferIn::taken_over_on>("taken_over_on", "Taken over on"),
            field<&TransferIn::notes>("notes", "Notes"),
        });
    return type;
}

template <>
const ItemType& type_of<TransferOut>() {
    static const ItemType type(
        {.key = "transfer_out", .name = "Transfer out", .plural = "Transfers out", .happened = "told_on", .ended = "taken_over_on", .summary = {"authority", "with", "taken_over_on"}},
        {
            field<&TransferOut::told_on>("told_on", "Day on which we told the other authority").required(),
            field<&TransferOut::authority>("authority", "Other authority").with_hint("Type a part of its name, and choose it").required().checked_by(checked_authority),
            field<&TransferOut::authority_number>("authority_number", "Its number at the Department for Education").with_hint("Three digits, if you know them"),
            field<&TransferOut::their_worker>("their_worker", "Their worker, and how to reach them"),
            field<&TransferOut::with>("with", "What the child is under here"),
            field<&TransferOut::moved_on>("moved_on", "Day on which the child moved away"),
            field<&TransferOut::documents_on>("documents_on", "All documents sent on"),
            field<&TransferOut::documents>("documents", "Documents sent, and those still to send"),
            field<&TransferOut::acknowledged_on>("acknowledged_on", "Acknowledged by the other authority on"),
            field<&TransferOut::conference_on>("conference_on", "Their child protection conference on").with_hint("A plan here goes on until then"),
            field<&TransferOut::taken_over_on>("taken_over_on", "Taken over by them on"),
            field<&TransferOut::notes>("notes", "Notes"),
        });
    return type;
}

template <>
const ItemType& type_of<PlacedHere>() {
    static const ItemType type(
        {.key = "placed_here", .name = "Placed here by another authority", .plural = "Children placed here by other authorities", .happened = "began", .ended = "ended", .summary = {"authority", "ended"}},
        {
            field<&PlacedHere::notified_on>("notified_on", "Day on which the other authority told us"),
            field<&PlacedHere::authority>("authority", "Authority that looks after the child").with_hint("Type a part of its name, and choose it").required().checked_by(checked_authority),
            field<&PlacedHere::authority_number>("authority_number", "Its number at the Department for Education").with_hint("Three digits, if you know them"),
            field<&PlacedHere::their_worker>("their_worker", "Their worker, and how to reach them"),
            field<&PlacedHere::began>("began", "Placed here since").required(),
            field<&PlacedHere::acknowledged_on>("acknowledged_on", "Acknowledged to the other authority on"),
            field<&PlacedHere::provider>("provider", "Home, agency or school").with_hint("Its name; the address belongs to where the child lives"),
            field<&PlacedHere::ended>("ended", "Left on"),
            field<&PlacedHere::notes>("notes", "Notes"),
        });
    return type;
}

}  // namespace steadfast::record
