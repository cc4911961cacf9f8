#include "record/council/council_pages.hpp"

#include "record/council/council.hpp"
#include "record/council/sign_in_settings.hpp"
#include "record/pages/settings_page.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

/// The council that the record has, or the id of the one that it will have.
ledger::ItemId council_item(const Book& book) {
    std::optional<Found> council;
    book.each_of(type_of<Council>(), [&council](const Found& found) { council = found; });
    return council ? book.item_id(*council) : pages::item_called("the council here");
}

void check_number(const Values& values, web::FieldErrors& errors) {
    constexpr std::size_t digits = 3;
    const std::string number = type_of<Council>().item_from<Council>(values).number;
    const bool is_one = number.size() == digits && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!number.empty() && !is_one) errors.add("number", "Enter the three digits, for example 840");
}

}  // namespace

void add_council_pages(Record& record, pages::PageParts& parts) {
    pages::add_settings_page(record, parts,
                             {.type = &type_of<Council>(), .address = web::to("/council"), .words = "Council", .order = 84, .item = council_item,
                              .not_here = {"records_open_to"}, .check = check_number});
    pages::add_settings_page(record, parts,
                             {.type = &type_of<SignInSettings>(), .address = web::to("/sign-in-settings"), .words = "Sign-in settings",
                              .item = [](const Book& book) { return sign_in_settings_of(book).item; }});
}

}  // namespace steadfast::record
