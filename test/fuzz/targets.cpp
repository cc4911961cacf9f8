#include "targets.hpp"

#include "practice/slices.hpp"
#include "record/documents/file_type.hpp"
#include "record/documents/mail.hpp"
#include "record/items.hpp"
#include "returns/layout/read_tables.hpp"
#include "returns/reading/decoding.hpp"
#include "returns/reading/lines.hpp"

#include <cstdlib>
#include <simdjson.h>

namespace steadfast::fuzz {
namespace {

using namespace returns;

const ReturnLayout& layout(Return of) {
    static const record::Catalogue catalogue = [] {
        record::Catalogue made;
        record::add_items(made);
        practice::add_items(made);
        return made;
    }();
    static const ReturnLayout ssda903 = layout_of(Return::ssda903, catalogue);
    static const ReturnLayout census = layout_of(Return::cin_census, catalogue);
    return of == Return::ssda903 ? ssda903 : census;
}

void demand(bool holds) {
    if (!holds) std::abort();
}

using Read = Result<FileFound> (*)(const Reading&, std::uint16_t, const ReadFile&);

void read(std::string_view bytes, Return of, Read how) {
    auto decoded = decode(std::string(bytes));
    if (!decoded) return demand(!decoded.error().says.empty());
    ReadFile file;
    file.text = std::move(decoded->text);
    demand(file.text.find('\0') == std::string::npos);
    const Lines lines(file.text);
    const Limits limits;
    std::uint32_t rows = 0;
    for (const bool keep_unknown : {false, true}) {
        rows = 0;
        const Reading reading{
            layout(of), limits, keep_unknown,
            [&](const GivenRow& row) -> Result<std::uint32_t> {
                demand(row.table < layout(of).tables.size());
                demand(row.within == GivenRow::no_row || row.within < rows);
                for (const GivenCell& cell : row.cells) {
                    demand(cell.column < layout(of).tables[row.table].columns.size());
                    demand(!cell.text.empty() && cell.text.size() <= file.text.size() && cell.at < file.text.size());
                }
                demand(row.at <= file.text.size() && lines.position(row.at).line >= 1);
                return rows++;
            },
            [&](const Finding& finding) { demand(finding.at <= file.text.size()); }};
        const auto found = how(reading, 0, file);
        if (!found) demand(!found.error().says.empty());
    }
}

void demand_fit(std::string_view text) {
    demand(simdjson::validate_utf8(text.data(), text.size()));
    demand(text.find('\0') == std::string_view::npos);
}

void read_mail(std::string_view bytes, Result<record::documents::Mail> (*how)(std::string_view)) {
    const auto mail = how(bytes);
    if (!mail) return demand(!mail.error().says.empty());
    for (const std::string* text : {&mail->subject, &mail->sender, &mail->recipients, &mail->words}) demand_fit(*text);
    demand(mail->words.size() <= record::documents::longest_mail_words && mail->attachments.size() <= record::documents::most_attachments);
    for (const auto& attachment : mail->attachments) {
        demand_fit(attachment.name);
        demand(attachment.bytes.size() <= 2 * bytes.size() + 10'000);   // A message inside is written anew.
        static_cast<void>(record::documents::file_type_of(attachment.bytes));
    }
}

}  // namespace

void read_eml(std::string_view bytes) { read_mail(bytes, record::documents::read_eml); }
void read_msg(std::string_view bytes) { read_mail(bytes, record::documents::read_msg); }

void read_csv(std::string_view bytes) { read(bytes, Return::ssda903, read_csv_table); }

void read_form(std::string_view bytes) {
    read(bytes, Return::ssda903, read_ssda903_form);
    read(bytes, Return::cin_census, read_cin_census_form);
}

}  // namespace steadfast::fuzz
