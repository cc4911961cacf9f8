#pragma once

#include "ledger/documents.hpp"
#include "record/documents/document.hpp"
#include "record/documents/document_terms.hpp"
#include "web/uploaded_file.hpp"

#include <string>
#include <string_view>

namespace steadfast::record::documents {

/// A file that somebody gave, its bytes in memory or mapped to it.
struct GivenFile {
    std::string name;
    std::string_view bytes;
};

/// Looks at a file's size and content, has it scanned, and keeps it. What comes back lacks a title, a kind and a date, which
/// people say. Where a scanner is configured and does not answer, the file is kept but may not be opened until it was scanned.
/// Refused (invalid), with nothing kept, where it is empty, too large, of no type on the list, or not harmless.
[[nodiscard]] Result<Document> take_in(ledger::Documents& kept, const DocumentTerms& terms, Instant now, const GivenFile& file);

/// A file that came with a form, without reading it into memory.
[[nodiscard]] Result<Document> take_in(ledger::Documents& kept, const DocumentTerms& terms, Instant now, const web::UploadedFile& file);

/// Its bytes for as long as this lives, read from the disk as they are touched.
class MappedFile {
public:
    [[nodiscard]] static Result<MappedFile> open(const web::UploadedFile& file);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();
    [[nodiscard]] std::string_view bytes() const { return {start_, size_}; }

private:
    MappedFile(const char* start, std::size_t size) : start_(start), size_(size) {}
    const char* start_ = nullptr;
    std::size_t size_ = 0;
};

/// "2.4 MB", "310 KB".
[[nodiscard]] std::string size_in_words(std::uint64_t bytes);

/// What a file is called without its ending, for a title: "Letter from school".
[[nodiscard]] std::string title_from(std::string_view file_name);

}  // namespace steadfast::record::documents
