#include "record/letters/in_full.hpp"

#include "record/pages/item_page.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {

std::string InFull::words() const {
    std::string all = what + "\n";
    for (const auto& [label, says] : fields) all += says + "\n";
    return all;
}

Result<InFull> in_full(Record& record, const pages::Visit& visit, ledger::ItemId item, std::span<const SeenChild> about) {
    const auto page = pages::item_page(record, visit.book, item, Codes::left_out);
    if (!page) return refuse(page.error());
    const auto found = visit.book.book().find(item);
    const auto happened = found ? found->happened_on() : std::nullopt;
    InFull text{.when = happened ? happened->words() : "Not known", .what = std::string(page->type->name()), .fields = {}};
    const auto take = [&text](const std::vector<pages::FieldInWords>& fields, const std::string& of_whom) {
        for (const pages::FieldInWords& one : fields)
            if (!one.words.empty() && one.link.is_none()) text.fields.emplace_back(of_whom.empty() ? std::string(one.field->label) : fmt::format("{} ({})", one.field->label, of_whom), one.words);
    };
    const pages::VersionShown& latest = page->versions.front();
    take(latest.fields, "");
    for (const pages::PartShown& part : latest.about) {
        const auto whose = std::find_if(about.begin(), about.end(), [&](const SeenChild& child) { return visit.book.book().resolved(part.id) == child.id; });
        if (whose != about.end()) take(part.fields, about.size() > 1 ? whose->name : "");
    }
    for (const pages::DisputeShown& dispute : page->disputes) text.fields.emplace_back(fmt::format("{} disagrees", dispute.by_whom), dispute.words);
    return text;
}

web::Html in_full_view(const InFull& one) {
    std::vector<web::SummaryRow> rows;
    for (const auto& [label, says] : one.fields) rows.push_back({label, web::Html() << "<span class=\"sf-narrative\">" << says << "</span>"});
    web::Html html;
    return std::move(html << "<h3 class=\"govuk-heading-s\">" << one.when << ": " << one.what << "</h3>" << web::summary_list(rows));
}

}  // namespace steadfast::record::letters
