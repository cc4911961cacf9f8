#include "record/slice.hpp"
#include "practice/court/chronology_pages.hpp"
#include "practice/court/hearings_ahead.hpp"
#include "practice/court/legal_planning.hpp"
#include "practice/court/panel.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/court/section_20.hpp"
#include "practice/court/statement.hpp"
#include "practice/court/statement_pages.hpp"
#include "practice/court/timescales.hpp"

namespace steadfast::practice {
namespace {

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    add_court_panel(parts);
    add_hearings_ahead(parts);
    add_court_chronology_pages(record, parts);
    add_court_statement_pages(record, parts);
}

}  // namespace

const record::Slice& slice_of_court() {
    static const record::Slice slice{
        .key = "court",
        .name = "Court",
        .items = {&record::type_of<Section20Agreement>(), &record::type_of<LegalPlanning>(), &record::type_of<CourtProceedings>(),
                  &record::type_of<CourtHearing>(), &record::type_of<CourtStatement>()},
        .duties = duties_of_court(),
        .add_pages = add_pages,
    };
    return slice;
}

}  // namespace steadfast::practice
