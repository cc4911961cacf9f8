#include "record/documents/document.hpp"

using steadfast::record::documents::Document;

namespace steadfast::record::documents {
namespace {

constexpr law::Code document_kind_codes[] = {
    {.code = "report", .says = "Report or assessment"},
    {.code = "plan", .says = "Plan"},
    {.code = "minutes", .says = "Minutes or notes of a meeting"},
    {.code = "letter", .says = "Letter"},
    {.code = "email", .says = "E-mail"},
    {.code = "consent", .says = "Consent or agreement"},
    {.code = "court", .says = "Court paper"},
    {.code = "legal_advice", .says = "Legal advice to the council: goes out with no print"},
    {.code = "identity", .says = "Birth certificate or identity"},
    {.code = "health", .says = "Health"},
    {.code = "education", .says = "School or nursery"},
    {.code = "photograph", .says = "Photograph or drawing"},
    {.code = "other", .says = "Something else"},
};

constexpr law::Code document_scan_codes[] = {
    {.code = "clean", .says = "Scanned: nothing found"},
    {.code = "waiting", .says = "Not scanned yet"},
    {.code = "found", .says = "Malicious software found"},
    {.code = "not_scanned", .says = "Not scanned: this council runs no scanner"},
};

}  // namespace

constinit const law::CodeSet document_kind{"document_kind", "Kind of document", "Steadfast's own", document_kind_codes};
constinit const law::CodeSet document_scan{"document_scan", "Scan", "Steadfast's own", document_scan_codes};

}  // namespace steadfast::record::documents

namespace steadfast::record {

template <>
const ItemType& type_of<Document>() {
    static const ItemType type({.key = "document",
                                .name = "Document",
                                .plural = "Documents",
                                .happened = "dated",
                                .ended = "",
                                .summary = {"kind", "title"},
                                .written = Written::on_its_own_pages},
                               {
                                   field<&Document::title>("title", "What it is").required(),
                                   field<&Document::kind>("kind", "Kind of document").required(),
                                   field<&Document::dated>("dated", "Date on it").required(),
                                   field<&Document::from_whom>("from_whom", "Who it is from"),
                                   field<&Document::file_name>("file_name", "Name of the file"),
                                   field<&Document::file_type>("file_type", "Type of file, by its content"),
                                   field<&Document::bytes>("bytes", "Size in bytes"),
                                   field<&Document::scan>("scan", "Scan for malicious software"),
                                   field<&Document::found>("found", "What the scan found"),
                                   field<&Document::email>("email", "E-mail that it came with"),
                                   field<&Document::kept_as>("kept_as", "Key of the file").for_the_program(),
                                   field<&Document::salt>("salt", "Salt of the digest").for_the_program(),
                                   field<&Document::digest>("digest", "Digest of the file").for_the_program(),
                               });
    return type;
}

}  // namespace steadfast::record
