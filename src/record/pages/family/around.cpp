#include "record/pages/family/around.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

template <class T>
bool take(const SeenBook& book, const Found& found, std::vector<Told<T>>& into) {
    if (&found.type() != &type_of<T>()) return false;
    into.push_back({book.book().item_id(found), found.table->item<T>(found.row)});
    return true;
}

template <class T>
void put_true_ones_first(std::vector<Told<T>>& all, Date today) {
    std::stable_sort(all.begin(), all.end(), [today](const auto& a, const auto& b) {
        const bool now = a.is.is_true_on(today);
        return now != b.is.is_true_on(today) ? now : a.is.from > b.is.from;
    });
}

}  // namespace

Around around(const SeenBook& book, const SeenChild& person, Date today) {
    Around all;
    book.each_about(person, [&](const Found& found) {
        (void)(take(book, found, all.addresses) || take(book, found, all.contact_ways) || take(book, found, all.professionals) ||
               take(book, found, all.names) || take(book, found, all.alerts));
    });
    put_true_ones_first(all.addresses, today);
    put_true_ones_first(all.contact_ways, today);
    put_true_ones_first(all.professionals, today);
    std::erase_if(all.alerts, [today](const Told<Alert>& alert) { return !alert.is.is_true_on(today); });
    return all;
}

std::string lives_at(const Around& around, Date today) {
    std::string words;
    for (const Told<Address>& address : around.addresses) {
        if (!is_lived_at(address.is) || !address.is.is_true_on(today)) continue;
        if (!words.empty()) words += "; ";
        words += in_one_line(address.is);
        if (address.is.is_confidential.value_or(false)) words += " (confidential)";
    }
    return words;
}

std::string in_words(const ContactWay& way) {
    std::string words = fmt::format("{} {}", way.kind.says(), way.number_or_address);
    if (!way.whose.empty()) words += fmt::format(" ({})", way.whose);
    if (way.is_not_to_be_used.value_or(false)) return words + ": not to be used, " + way.not_to_be_used_because;
    if (way.safety.is_recorded()) words += fmt::format(": {}", way.safety.is("with_care") ? std::string("safe only like this") : std::string(way.safety.says()));
    if (!way.how_it_is_safe.empty()) words += ": " + way.how_it_is_safe;
    return words;
}

std::vector<std::string> safe_contact(const Around& around, Date today) {
    std::vector<std::string> ways;
    for (const Told<ContactWay>& way : around.contact_ways)
        if (way.is.is_true_on(today) && !way.is.is_not_to_be_used.value_or(false)) ways.push_back(in_words(way.is));
    return ways;
}

std::optional<web::Link> to_ring(std::string_view number) {
    constexpr std::size_t fewest_digits = 3;   // 999
    std::string dialled;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || (c == '+' && dialled.empty())) dialled += c;
    return dialled.size() < fewest_digits ? std::nullopt : web::Link::outside("tel:" + dialled);
}

}  // namespace steadfast::record::pages
