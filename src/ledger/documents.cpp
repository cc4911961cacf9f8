#include "ledger/documents.hpp"

#include "ledger/store.hpp"

#include <deque>

namespace steadfast::ledger {

// What is read comes by a visit and what is kept is asked for, so some pieces must wait between the two: a document's worth at
// most, which a backup can afford.
Result<void> copy_document(Store& from, Store& to, const KeptDocument& document) {
    std::deque<std::string> pieces;
    const auto read = from.documents().read(document.id, [&](std::string_view piece) {
        pieces.emplace_back(piece);
        return true;
    });
    if (!read) return read;
    const auto kept = to.documents().keep(document, [&]() -> Result<std::string> {
        if (pieces.empty()) return std::string();
        std::string piece = std::move(pieces.front());
        pieces.pop_front();
        return piece;
    });
    if (!kept) return refuse(kept.error());
    return {};
}

}  // namespace steadfast::ledger
