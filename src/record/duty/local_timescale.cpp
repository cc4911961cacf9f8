#include "record/duty/local_timescale.hpp"

#include "record/book/derived_from.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <tuple>

namespace steadfast::record {
namespace {

using Unit = law::TimeLimit::Unit;

constexpr law::Code interval_unit_codes[] = {
    {.code = "working_days", .says = "working days"}, {.code = "days", .says = "days"},   {.code = "weeks", .says = "weeks"},
    {.code = "months", .says = "months"},             {.code = "hours", .says = "hours"},
};

/// In the order of the codes.
constexpr Unit units[] = {Unit::working_days, Unit::days, Unit::weeks, Unit::months, Unit::hours};

std::optional<Unit> unit_of(std::string_view code) {
    const auto place = interval_unit.find(code);
    return place ? std::optional(units[*place]) : std::nullopt;
}

/// A timescale with a council's own limits, and the texts that it points to.
struct Versions {
    std::vector<std::string> says;
    std::vector<law::Timescale> all;   ///< The newest first; the last is what stands where nothing was said.
};

std::unique_ptr<const Versions> versions_of(const law::Timescale& timescale, const std::vector<LocalTimescales::Said>& said) {
    auto versions = std::make_unique<Versions>();
    for (const auto& one : said) versions->says.push_back(says_with(timescale, one.limit));
    for (std::size_t i = 0; i < said.size(); ++i) {
        law::Timescale& version = versions->all.emplace_back(timescale);
        version.says = versions->says[i];
        version.steps = timescale.steps.with_last(said[i].limit);
        version.in_force_from = said[i].from;
        version.before = {};
    }
    versions->all.push_back(timescale);
    versions->all.front().before = std::span<const law::Timescale>(versions->all).subspan(1);
    return versions;
}

/// What tells two councils' versions of a timescale, or two times of one council, apart.
using Spelling = std::pair<const law::Timescale*, std::vector<std::tuple<std::int32_t, int, Unit>>>;

/// Versions are kept for good, because whoever reads a page may still point to one after the council has changed it. There are as
/// many as there were changes.
const Versions& kept_versions(const law::Timescale& timescale, const std::vector<LocalTimescales::Said>& said) {
    static std::mutex mutex;
    static std::map<Spelling, std::unique_ptr<const Versions>> kept;
    Spelling spelling{&timescale, {}};
    for (const auto& one : said) spelling.second.emplace_back(one.from.days_since_1970(), one.limit.count, one.limit.unit);
    const std::lock_guard hold(mutex);
    std::unique_ptr<const Versions>& versions = kept[spelling];
    if (!versions) versions = versions_of(timescale, said);
    return *versions;
}

}  // namespace

constinit const law::CodeSet interval_unit{"interval_unit", "Unit of an interval", "Steadfast", interval_unit_codes};

template <>
const ItemType& type_of<LocalTimescale>() {
    static const ItemType type({.key = "local_timescale",
                                .name = "Interval of this council",
                                .plural = "Intervals of this council",
                                .happened = "from",
                                .ended = "",
                                .summary = {"timescale", "count", "unit"},
                                .written = Written::by_its_room},
                               {
                                   field<&LocalTimescale::timescale>("timescale", "Duty").required(),
                                   field<&LocalTimescale::count>("count", "How many").required(),
                                   field<&LocalTimescale::unit>("unit", "Of what").required(),
                                   field<&LocalTimescale::from>("from", "From").required().with_hint("Whatever is counted from this day or later goes by it"),
                                   field<&LocalTimescale::why>("why", "Why").required().with_hint("Who decided it, and when. An inspector may ask"),
                               });
    return type;
}

std::string_view unit_code(Unit unit) {
    const auto* const place = std::ranges::find(units, unit);
    return place == std::end(units) ? std::string_view() : interval_unit.codes[static_cast<std::size_t>(place - units)].code;
}

std::optional<law::TimeLimit> limit_of(const LocalTimescale& local) {
    const auto unit = unit_of(local.unit.code);
    if (!unit || !local.count || *local.count < 1 || *local.count > most_local_count) return std::nullopt;
    return law::TimeLimit{*local.count, *unit};
}

LocalTimescales::LocalTimescales(const Book& book) {
    book.each_of(type_of<LocalTimescale>(), [&](const Found& found) {
        const auto local = found.table->item<LocalTimescale>(found.row);
        const auto limit = limit_of(local);
        if (limit && local.from) said_[local.timescale].push_back({book.item_id(found), *local.from, *limit, found.head().seq});
    });
    for (auto& [key, said] : said_)
        std::ranges::sort(said, std::greater(), [](const Said& one) { return std::tuple(one.from, one.seq); });
}

std::shared_ptr<const LocalTimescales> LocalTimescales::of(const Book& book) { return derived_from<LocalTimescales, LocalTimescale>(book); }

const std::vector<LocalTimescales::Said>& LocalTimescales::said_of(std::string_view timescale_key) const {
    static const std::vector<Said> nothing;
    const auto found = said_.find(std::string(timescale_key));
    return found == said_.end() ? nothing : found->second;
}

const law::Timescale& as_the_council_has_it(const Book& book, const law::Timescale& timescale) {
    if (!timescale.is_local()) return timescale;
    const auto local = LocalTimescales::of(book);
    const auto& said = local->said_of(timescale.key);
    return said.empty() ? timescale : kept_versions(timescale, said).all.front();
}

std::string says_with(const law::Timescale& timescale, law::TimeLimit limit) {
    // Read as "every week" rather than "every 1 week".
    const std::string words = limit.words();
    const bool is_one = limit.count == 1 && timescale.local_says.find("every {}") != std::string_view::npos;
    return fmt::format(fmt::runtime(timescale.local_says), is_one ? words.substr(2) : words);
}

}  // namespace steadfast::record
