#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace steadfast::ledger {

/// The random key under which a document's bytes are kept. An entry names it, with a salted digest of the bytes.
using DocumentId = Id<struct DocumentTag>;

struct KeptDocument {
    DocumentId id;
    std::uint64_t size = 0;   ///< Bytes.
    Instant kept_at;
    bool is_named = false;    ///< An entry is known to name it. What none names long after it was kept is left over from a cut.
};

/// Bytes too long for the chain: scans, letters, photographs. Each is written once under a key of its own, before the entry that
/// names it is saved, and never changed; what they mean and whose they are stands in that entry alone.
///
/// May be used from any thread at any time. A failure is a Refusal of kind unavailable; what was being kept is then not there.
class Documents {
public:
    virtual ~Documents() = default;

    /// The next bytes, at most longest_piece of them; empty after the last.
    using Next = std::function<Result<std::string>()>;
    /// Keeps a document piece by piece, so that it is never whole in memory. On the disk when it returns; `size` is what came.
    /// Refused (invalid) where there is one under that key, and where a piece was refused, as that was.
    [[nodiscard]] virtual Result<std::uint64_t> keep(const KeptDocument& document, const Next& next) = 0;

    /// False stops.
    using VisitPiece = std::function<bool(std::string_view)>;
    /// Its bytes in order. Refused (not_found) where there is no such document, also where it is removed meanwhile.
    [[nodiscard]] virtual Result<void> read(DocumentId id, const VisitPiece& visit) = 0;

    using Visit = std::function<void(const KeptDocument&)>;
    /// All that were kept whole, in no promised order.
    [[nodiscard]] virtual Result<void> each(const Visit& visit) = 0;

    /// Says that entries name them, or (before a destruction) that soon none may. Those that are not there are left out.
    [[nodiscard]] virtual Result<void> note_named(std::span<const DocumentId> ids, bool are_named) = 0;
    /// Takes them away for good. Those that are not there are left out.
    [[nodiscard]] virtual Result<void> remove(std::span<const DocumentId> ids) = 0;

    static constexpr std::size_t longest_piece = 256 * 1024;
};

class Store;
/// Copies a document from one store to another, as it is known there.
[[nodiscard]] Result<void> copy_document(Store& from, Store& to, const KeptDocument& document);

}  // namespace steadfast::ledger
