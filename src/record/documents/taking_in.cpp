#include "record/documents/taking_in.hpp"

#include "record/documents/file_type.hpp"
#include "record/documents/kept_file.hpp"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace steadfast::record::documents {
namespace {

constexpr std::size_t longest_name = 200;

/// A name that can stand on a page: UTF-8, no control characters, not endless. A sender may call a file anything.
std::string name_on_pages(std::string_view name) {
    std::string clean(name.substr(0, longest_name));
    while (!clean.empty() && !simdjson::validate_utf8(clean.data(), clean.size())) clean.pop_back();
    std::replace_if(clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, ' ');
    return clean.empty() ? "File without a name" : clean;
}

tl::unexpected<Refusal> wrong(std::string says, std::string what_to_do) {
    return refuse(Refusal::Kind::invalid, std::move(says), std::move(what_to_do));
}

Result<void> have_scanned(const DocumentTerms& terms, Document& document, std::string_view bytes) {
    document.scan.code = "not_scanned";
    if (!terms.scanner) return {};
    const auto verdict = terms.scanner->scan(pieces_of(bytes));
    document.scan.code = verdict ? "clean" : "waiting";
    if (!verdict || verdict->is_clean()) return {};
    return wrong(fmt::format("“{}” has malicious software in it ({}), so it was not filed.", document.file_name, verdict->found),
                 "Don't open it elsewhere. Tell your council's computer support and whoever sent it, and ask for a clean copy.");
}

}  // namespace

Result<Document> take_in(ledger::Documents& kept, const DocumentTerms& terms, Instant now, const GivenFile& file) {
    Document document;
    document.file_name = name_on_pages(file.name);
    if (file.bytes.empty()) return wrong(fmt::format("“{}” is empty.", document.file_name), "Check that it can be opened on your device, then choose it again.");
    if (file.bytes.size() > terms.most_bytes)
        return wrong(fmt::format("“{}” is {}; the largest that can be filed is {}.", document.file_name, size_in_words(file.bytes.size()),
                                 size_in_words(terms.most_bytes)),
                     "Scan it again in grey or with less detail, or file it in parts.");
    const auto type = file_type_of(file.bytes);
    if (!type)
        return wrong(fmt::format("“{}” is not a type of file that can be filed. Its content counts, not its name.", document.file_name),
                     fmt::format("Save it as PDF and choose that. Allowed are: {}.", allowed_file_types()));
    document.file_type = type->media;
    if (auto harmless = have_scanned(terms, document, file.bytes); !harmless) return refuse(harmless.error());
    if (auto done = keep_file(kept, document, now, file.bytes); !done) return refuse(done.error());
    return document;
}

Result<Document> take_in(ledger::Documents& kept, const DocumentTerms& terms, Instant now, const web::UploadedFile& file) {
    const auto mapped = MappedFile::open(file);
    if (!mapped) return refuse(mapped.error());
    return take_in(kept, terms, now, GivenFile{file.file_name(), mapped->bytes()});
}

Result<MappedFile> MappedFile::open(const web::UploadedFile& file) {
    if (file.size() == 0) return MappedFile(nullptr, 0);
    const int descriptor = ::open(file.path().c_str(), O_RDONLY | O_CLOEXEC);
    void* start = descriptor < 0 ? MAP_FAILED : ::mmap(nullptr, static_cast<std::size_t>(file.size()), PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (descriptor >= 0) ::close(descriptor);
    if (start == MAP_FAILED) return refuse(Refusal::Kind::unavailable, "The file could not be read.", "Choose it again.");
    return MappedFile(static_cast<const char*>(start), static_cast<std::size_t>(file.size()));
}

MappedFile::MappedFile(MappedFile&& other) noexcept : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile::~MappedFile() {
    if (start_ != nullptr) ::munmap(const_cast<char*>(start_), size_);
}

std::string size_in_words(std::uint64_t bytes) {
    if (bytes < 1000) return fmt::format("{} bytes", bytes);
    if (bytes < 1024 * 1000) return fmt::format("{} KB", (bytes + 512) / 1024);
    const std::uint64_t tenths = (bytes * 10 + (1 << 19)) >> 20;
    return tenths % 10 == 0 ? fmt::format("{} MB", tenths / 10) : fmt::format("{}.{} MB", tenths / 10, tenths % 10);
}

std::string title_from(std::string_view file_name) {
    const std::size_t dot = file_name.rfind('.');
    std::string title(file_name.substr(0, dot == 0 ? std::string_view::npos : dot));
    std::replace(title.begin(), title.end(), '_', ' ');
    return title;
}

}  // namespace steadfast::record::documents
