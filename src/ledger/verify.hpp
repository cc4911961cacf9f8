#pragma once

#include "ledger/destruction_register.hpp"
#include "ledger/signed_head.hpp"
#include "ledger/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace steadfast::ledger {

/// Something in the record that is not as it was recorded.
struct Finding {
    enum class What : std::uint8_t {
        missing,                  ///< Entries that should stand here are gone.
        header_changed,           ///< Who, when, what kind, about whom or in which place: not as hashed. Also entries put in or exchanged.
        shared_part_changed,      ///< Body, narrative or `happened`.
        subject_part_changed,     ///< What is said about one subject.
        destroyed_without_order,  ///< Text was taken away, and no entry (and no register) orders it.
        not_destroyed,            ///< Text stands that an entry orders to be destroyed.
        version_wrong,            ///< An item's versions do not count up by one.
        key_used_twice,
        index_wrong,              ///< An index of the store, or what it knows of a batch, does not say what the entries say.
        signature_wrong,          ///< A head in the record is not signed by its key.
        tail_cut,                 ///< A signed head or an anchor knows later entries.
        rewritten,                ///< An entry has another hash than a signed head or an anchor saw there.
        unreadable,               ///< The store could not read this place.
    };
    What what = What::missing;
    Sequence seq = 0;    ///< 0 where it is about no one entry.
    ItemId item;         ///< None where it is not known.
    std::string says;    ///< One sentence; names the place, never a person or a text.
};

struct Verification {
    Head head;                        ///< The last entry that was checked.
    std::vector<Finding> findings;    ///< In order of discovery, at most most_findings.
    std::uint64_t found = 0;          ///< All of them.
    bool indexes_checked = false;     ///< Indexes are only compared where every entry could be read.
    [[nodiscard]] bool is_sound() const { return found == 0; }

    static constexpr std::size_t most_findings = 1000;
};

/// What the record is held against besides itself.
struct HeldAgainst {
    std::optional<PublicKey> key;                      ///< Whose signatures the signed heads must bear.
    std::vector<Anchor> anchors;                       ///< read_anchors
    std::vector<DestructionRegister::Line> destroyed;  ///< DestructionRegister::in_force: what restore destroyed again.
};

/// Entries checked so far, and all.
using Progress = std::function<void(Sequence done, Sequence all)>;

/// Reads the whole record and recomputes every digest and hash, then compares the store's indexes. The record may be
/// in use: it is checked up to the entry that is the last at the start. Takes about 100 bytes of memory an entry.
/// Refused where the store can't be asked at all; what is wrong inside it are findings.
[[nodiscard]] Result<Verification> verify(Store& store, const HeldAgainst& against, const Progress& progress = {});

}  // namespace steadfast::ledger
