#pragma once

#include "base/result.hpp"
#include "ledger/entry.hpp"
#include "web/fields.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Names a draft in an address. It is made from the worker and the form with the council's own secret, so it tells nobody anything.
using DraftId = Id<struct DraftTag>;

/// One opening of a form in one window, from which drafts come one after the other.
using DraftWindow = Id<struct DraftWindowTag>;

/// What is known of a draft without its text.
struct DraftHead {
    DraftId id;
    ledger::WorkerId worker;                 ///< Whose it is. Nobody else ever reads it.
    std::string form;                        ///< The address of its form: "/items/…/change". Random ids alone stand in it.
    std::string name;                        ///< What is being written, without names: "Case note".
    std::vector<ledger::SubjectId> about;    ///< Whom it is about; empty where the form is about nobody yet.
    ledger::ItemId item;                     ///< What is being changed; none for something new.
    Instant begun_at;
    Instant saved_at;
    std::uint64_t revision = 0;              ///< Another one each time it is saved.
    DraftWindow window = {};                 ///< In which it was saved last.
};

/// What somebody typed into a form and has not saved yet.
struct Draft {
    DraftHead head;
    web::Fields fields;
};

/// From the last change on. Said to people wherever a draft is.
constexpr std::int64_t draft_days = 30;
constexpr std::size_t longest_draft = 1'000'000;      ///< Bytes of its fields' names and values together.
constexpr std::size_t most_drafts_of_a_worker = 200;

[[nodiscard]] inline Instant expires(const DraftHead& head) { return head.saved_at.plus_seconds(draft_days * 24 * 3600); }

using DraftSecret = std::array<std::uint8_t, 32>;

/// Encrypts drafts for the shelf, and reads them again. XChaCha20-Poly1305 with a nonce of its own for each text. Ids and times stay
/// outside the encryption, so that the drafts about a child can be found without the secret, but can't be changed without it.
class DraftSeal {
public:
    explicit DraftSeal(const DraftSecret& secret);

    [[nodiscard]] DraftId id_of(ledger::WorkerId worker, std::string_view form) const;
    [[nodiscard]] std::string seal(const Draft& draft) const;
    /// None for what was not sealed with this secret, or was changed since.
    [[nodiscard]] std::optional<Draft> open(std::string_view sealed) const;

private:
    DraftSecret secret_;
};

}  // namespace steadfast::record
