#include "practice/case_summary/case_summary.hpp"

using steadfast::practice::CaseSummary;

namespace steadfast::record {

template <>
const ItemType& type_of<CaseSummary>() {
    static const ItemType type({.key = "case_summary", .name = "Case summary", .plural = "Case summaries", .happened = "written_on", .ended = "", .summary = {}, .written = Written::on_its_own_pages},
                               {
                                   field<&CaseSummary::written_on>("written_on", "Written on").required(),
                                   field<&CaseSummary::words>("words", "Summary").required(),
                               });
    return type;
}

}  // namespace steadfast::record
