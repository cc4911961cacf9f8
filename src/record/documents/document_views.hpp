#pragma once

#include "record/access/seen_book.hpp"
#include "record/documents/filing.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record::documents {

/// The form that files documents, or changes one.
struct DocumentForm {
    web::Link action;
    web::Link back;
    std::string form_token;
    std::string key;
    std::uint32_t starts_from = 0;         ///< Of the document that is changed; 0: new ones.
    std::string file_name;                 ///< Of the file that stands there now.
    std::vector<SeenChild> children;       ///< Whose page it is, or whose document.
    std::vector<SeenChild> others;         ///< Who may be ticked beside them.
    std::uint64_t most_bytes = 0;
    web::Fields typed;
    web::FieldErrors errors;
};
[[nodiscard]] web::Html document_form_view(const DocumentForm& form);

/// A document in a list.
struct DocumentLine {
    ledger::ItemId id;
    Document document;
    std::vector<std::string> others;       ///< Whose it is too: names.
};

struct DocumentList {
    web::Link here;
    web::Link add;
    bool may_add = false;
    std::vector<DocumentLine> lines;       ///< Latest date first.
    std::size_t whole = 0;                 ///< Without the filter.
    std::vector<std::string> kinds;        ///< Ticked.
    std::string typed_from, typed_to, wrong_from, wrong_to;
    Date today;
};
[[nodiscard]] web::Html document_list_view(const DocumentList& list);

/// A file that stood where another stands now.
struct EarlierFile {
    std::uint32_t version = 0;   ///< The latest with this file.
    Document document;
    Instant replaced_at;
};

/// One document with what can be seen of it.
struct DocumentShown {
    ledger::ItemId id;
    Document document;
    std::uint32_t version = 1;
    std::vector<SeenChild> children;
    std::string filed;                     ///< "Filed 3 March 2026, 14:02 by Amira Khan."
    std::string words;                     ///< Of a plain text: the beginning of it.
    std::vector<EarlierFile> earlier;
    bool may_record = false;
    Date today;
};
[[nodiscard]] web::Html document_view(const DocumentShown& shown);

[[nodiscard]] web::Html scan_tag(const Document& document);

}  // namespace steadfast::record::documents
