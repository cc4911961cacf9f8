#include "record/access/network.hpp"

#include "law/london.hpp"
#include "record/book/derived_from.hpp"

#include <algorithm>

namespace steadfast::record {

NamedForNetworks::NamedForNetworks(const Book& book) {
    book.each_of(type_of<NetworkPermit>(), [this](const Found& found) {
        const auto permit = found.table->item<NetworkPermit>(found.row);
        named_[permit.network.item][ledger::WorkerId(permit.worker.item.bytes())].push_back({permit.from, permit.to});
    });
}

std::shared_ptr<const NamedForNetworks> NamedForNetworks::of(const Book& book) {
    return derived_from<NamedForNetworks, NetworkPermit>(book);
}

bool NamedForNetworks::is_named(ledger::WorkerId worker, ledger::ItemId network, Date day) const {
    const auto workers = named_.find(network);
    if (workers == named_.end()) return false;
    const auto times = workers->second.find(worker);
    return times != workers->second.end() && std::ranges::any_of(times->second, [day](const Named& one) {
               return one.from && *one.from <= day && (!one.to || day < *one.to);
           });
}

std::optional<ledger::ItemId> network_of(const Book& book, const Found& found) {
    // Asked of every row that anybody reads, so nearly every type answers by its declaration alone.
    if (found.type().goes_out() != GoesOut::never) return std::nullopt;
    if (&found.type() == &type_of<Network>()) return book.item_id(found);
    const auto link = found.type().position("network");
    if (!link || !book.subjects(found).empty()) return std::nullopt;
    const Value value = found.table->value(found.row, *link);
    const auto* network = std::get_if<ledger::ItemId>(&value);
    return network ? *network : ledger::ItemId();
}

bool is_of_a_network_closed_to(const Book& book, const Found& found, const Viewer& viewer) {
    const auto network = network_of(book, found);
    return network && !NamedForNetworks::of(book)->is_named(viewer.worker, *network, law::london_date(viewer.now));
}

template <>
const ItemType& type_of<Network>() {
    static const ItemType type(
        {.key = "exploitation_network",
         .name = "Network",
         .plural = "Networks",
         .happened = "began",
         .ended = "closed",
         .summary = {"name"},
         .written = Written::by_its_room,
         .tells = Tells::what_is_planned,
         .goes_out = GoesOut::never},
        {
            field<&Network::name>("name", "What you call it")
                .required()
                .with_hint("A word that tells nobody anything: a colour, a tree. Never a child's name"),
            field<&Network::known>("known", "What is known of it").with_hint("Only those who are named for it read this"),
            field<&Network::began>("began", "Known since").required(),
            field<&Network::closed>("closed", "No longer worked on, since").not_before_the("began"),
        });
    return type;
}

template <>
const ItemType& type_of<NetworkPermit>() {
    static const ItemType type({.key = "exploitation_network_permit",
                                .name = "Named for a network",
                                .plural = "People named for networks",
                                .happened = "from",
                                .ended = "to",
                                .summary = {"from"},
                                .written = Written::by_its_room,
                                .tells = Tells::what_is_planned,
                                .goes_out = GoesOut::never},
                               {
                                   field<&NetworkPermit::network>("network", "Network"),
                                   field<&NetworkPermit::worker>("worker", "Worker"),
                                   field<&NetworkPermit::from>("from", "From").required(),
                                   field<&NetworkPermit::to>("to", "Until"),
                                   field<&NetworkPermit::why>("why", "Why they are named").required(),
                               });
    return type;
}

}  // namespace steadfast::record
