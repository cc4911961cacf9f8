#pragma once

#include "ledger/entry.hpp"

#include <string>

namespace steadfast::ledger {

/// The hash before the first entry's.
inline constexpr Digest no_hash{};

/// BLAKE2b-256 keyed with the salt over the fourteen canonical bytes of `happened`, then body and narrative, each after
/// its length as eight big-endian bytes. The shared part always has a digest: `happened` is in it even if nothing else is.
[[nodiscard]] Digest shared_digest(const Salt& salt, const When& happened, const Part& part);

/// The same for the part about one subject, which has no `happened`. A part that is empty has no digest: all zero.
[[nodiscard]] Digest subject_digest(const Salt& salt, const Part& part);

/// An entry's header as it is hashed, big-endian throughout and fixed for ever by the vector in chain_test.cpp:
///
///     1  format: 1            16  item             16  key
///     8  seq                   4  version           4  number of subjects, then 16 for each
///     1  kind                 16  batch             4  number of digests, then 32 for each: the shared part's first,
///     2  length of type        8  recorded_at          then each subject's where the entry has parts
///     n  type                 16  recorded_by      32  previous_hash
///
/// It holds random ids and digests only, so it can outlive everything that it speaks of.
[[nodiscard]] std::string header_bytes(const Entry& entry);

/// BLAKE2b-256 over header_bytes.
[[nodiscard]] Digest chain_hash(const Entry& entry);

/// The entry that a change becomes: its parts freshly salted and digested, hashed on to what was there before.
[[nodiscard]] Entry chained(Change change, Sequence seq, Instant recorded_at, const Digest& previous_hash);

/// True where the change says what the entry says: the same header fields, and parts with the same digests under
/// the entry's salts. Never true where a part has been destroyed, since nobody can know any more.
[[nodiscard]] bool says_the_same(const Change& change, const Entry& entry);

}  // namespace steadfast::ledger
