#pragma once

#include "record/access/role.hpp"
#include "record/book/book.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

#include <unordered_map>
#include <unordered_set>

namespace steadfast::record {

/// People, places and things by which children are exploited, kept apart from every child's record (decision 23). Whoever is not named for
/// it finds neither it nor anything that belongs to it, whatever their role: whoever began it is named, and names others.
struct Network {
    std::string name;  ///< What those who work on it call it. Never a child's name.
    Narrative known;
    std::optional<Date> began;
    std::optional<Date> closed;
};

/// Somebody who is named for a network, for a time.
struct NetworkPermit {
    Link<Network> network;
    Link<Worker> worker;
    std::optional<Date> from;
    std::optional<Date> to;
    Narrative why;
};

/// Who is named for which network, for all days.
class NamedForNetworks {
public:
    explicit NamedForNetworks(const Book& book);
    /// Worked out anew only where somebody was named or is no more.
    [[nodiscard]] static std::shared_ptr<const NamedForNetworks> of(const Book& book);

    /// Named times end before their last day, like every permit.
    [[nodiscard]] bool is_named(ledger::WorkerId worker, ledger::ItemId network, Date day) const;

private:
    struct Named {
        std::optional<Date> from;
        std::optional<Date> to;
    };
    std::unordered_map<ledger::ItemId, std::unordered_map<ledger::WorkerId, std::vector<Named>>> named_;
};

/// The network that a row is of or belongs to: a network itself; an item about no child, of a kind that goes out never, with a link
/// "network". None for every other row; a row that should say its network and does not is of one for which nobody is named.
[[nodiscard]] std::optional<ledger::ItemId> network_of(const Book& book, const Found& found);

/// Whether it belongs to a network for which the viewer is not named: SeenBook asks of every row.
[[nodiscard]] bool is_of_a_network_closed_to(const Book& book, const Found& found, const Viewer& viewer);

}  // namespace steadfast::record

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::Network>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::NetworkPermit>();
