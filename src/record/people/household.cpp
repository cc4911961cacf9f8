#include "record/access/each_about.hpp"
#include "record/people/address.hpp"
#include "record/people/family.hpp"
#include "record/record.hpp"

#include <algorithm>
#include <set>

namespace steadfast::record {
namespace {

struct Place {
    std::string place;           ///< As place_of says it.
    std::uint32_t row = 0;
    std::string postcode;        ///< As recorded: to pass over most rows without reading them.
    std::string uprn;
};

std::vector<Place> places_of(const SeenBook& book, const SeenChild& person, Date day) {
    std::vector<Place> places;
    each_about<Address>(book, person, [&](const Found& found) {
        const auto address = found.table->item<Address>(found.row);
        if (is_lived_at(address) && address.is_true_on(day)) places.push_back({place_of(address), found.row, address.postcode, address.uprn});
    });
    return places;
}

/// The same letters and digits, whatever their size and the spaces between.
bool same_postcode(std::string_view a, std::string_view b) {
    const auto next = [](std::string_view text, std::size_t& at) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
        if (at == text.size()) return '\0';
        const char letter = text[at++];
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    };
    for (std::size_t i = 0, k = 0;;) {
        const char left = next(a, i);
        if (left != next(b, k)) return false;
        if (left == '\0') return true;
    }
}

/// Whether a row may be one of the places: a glance at two columns, because every address there is comes by.
class MayBe {
public:
    explicit MayBe(const std::vector<Place>& places) : places_(places) {}
    [[nodiscard]] bool here(const Table& table, std::uint32_t row) const {
        const auto postcode = table.text(row, postcode_);
        const auto uprn = table.text(row, uprn_);
        return std::any_of(places_.begin(), places_.end(), [&](const Place& place) {
            return (!uprn.empty() && uprn == place.uprn) || (!postcode.empty() && !place.postcode.empty() && same_postcode(postcode, place.postcode));
        });
    }

private:
    const std::vector<Place>& places_;
    const std::size_t postcode_ = *type_of<Address>().position("postcode");
    const std::size_t uprn_ = *type_of<Address>().position("uprn");
};

}  // namespace

std::vector<SeenChild> household_of(const SeenBook& book, const SeenChild& person, Date day) {
    std::vector<SeenChild> household;
    std::set<ledger::SubjectId> there{person.id};
    const auto add_everybody = [&](const Found& found) {
        for (const ledger::SubjectId subject : book.book().subjects(found)) {
            if (!there.insert(book.book().resolved(subject)).second) continue;
            auto seen = book.child(subject);
            if (seen && !(seen->person.died && *seen->person.died <= day)) household.push_back(std::move(*seen));
        }
    };
    const auto places = places_of(book, person, day);
    const Table* addresses = book.book().table<Address>();
    if (places.empty() || !addresses) return household;

    const MayBe may_be(places);
    for (std::uint32_t row = 0; row < addresses->size(); ++row) {
        const bool is_one_of_them = std::any_of(places.begin(), places.end(), [row](const Place& place) { return place.row == row; });
        if (!is_one_of_them && !may_be.here(*addresses, row)) continue;
        const Found at{addresses, row};
        const auto found = book.item(book.book().item_id(at));
        if (!found || !book.book().is_visible(*addresses, row)) continue;
        const auto address = addresses->item<Address>(row);
        if (!is_lived_at(address) || !address.is_true_on(day)) continue;
        const std::string place = place_of(address);
        const bool is_the_same = std::any_of(places.begin(), places.end(), [&](const Place& one) { return !place.empty() && one.place == place; });
        if (is_one_of_them || is_the_same) add_everybody(*found);
    }
    return household;
}

}  // namespace steadfast::record
