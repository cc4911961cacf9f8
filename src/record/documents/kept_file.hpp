#pragma once

#include "base/result.hpp"
#include "ledger/documents.hpp"
#include "record/documents/document.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace steadfast::record::documents {

/// The salted digest of a file, taken as its bytes go by: it says nothing of the file to whoever lacks the salt, which is destroyed
/// with the entry that holds it.
class FileDigest {
public:
    explicit FileDigest(const std::array<std::uint8_t, 16>& salt);
    ~FileDigest();
    FileDigest(const FileDigest&) = delete;
    FileDigest& operator=(const FileDigest&) = delete;

    void add(std::string_view bytes);
    [[nodiscard]] std::string finish();   ///< Hexadecimal.

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Keeps a file's bytes under a new key, on the disk when it returns, and writes key, size, salt and digest into the document.
/// What no entry names after a day is taken away again (left_over.hpp).
[[nodiscard]] Result<void> keep_file(ledger::Documents& kept, Document& document, Instant now, const ledger::Documents::Next& next);
/// The same from bytes that are in memory.
[[nodiscard]] Result<void> keep_file(ledger::Documents& kept, Document& document, Instant now, std::string_view bytes);

/// A file's bytes, whole, once they are known to be the ones that were kept. Refused (unavailable) where they are not, with what
/// to do; the limit on a file's size is what bounds this.
[[nodiscard]] Result<std::string> read_file(ledger::Documents& kept, const Document& document);

/// The bytes of a text, piece by piece.
[[nodiscard]] ledger::Documents::Next pieces_of(std::string_view bytes);

}  // namespace steadfast::record::documents
