#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record::documents {

/// What sort of paper it is.
extern const law::CodeSet document_kind;
/// Whether malicious software was looked for in a file.
extern const law::CodeSet document_scan;

struct FiledEmail;

/// A file on a child's record: a scan, a photograph, a report that somebody sent. The bytes are kept apart under a random key
/// (ledger/documents.hpp); this says whose they are, what they are, and by a salted digest that they are still the same.
/// A replaced file is a new version; the file of the version before it stays where it was.
struct Document {
    std::string title;
    Coded<document_kind> kind;
    std::optional<Date> dated;           ///< The date on it; where it has none, the day it came.
    std::string from_whom;
    std::string file_name;               ///< As its sender called it.
    std::string file_type;               ///< By its content, never as claimed: "application/pdf".
    std::optional<std::int32_t> bytes;
    Coded<document_scan> scan;
    std::string found;                   ///< What the scanner called what it found.
    Link<FiledEmail> email;              ///< The e-mail that it came with.
    std::string kept_as;                 ///< Key of its bytes.
    std::string salt;                    ///< 16 random bytes, hexadecimal.
    std::string digest;                  ///< BLAKE2b-256 of the bytes under the salt, hexadecimal.

    /// Nobody may open a file in which something was found, or which a scanner has yet to look at.
    [[nodiscard]] bool may_be_opened() const { return scan.is("clean") || scan.is("not_scanned"); }
};

}  // namespace steadfast::record::documents

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::documents::Document>();
