#include "record/duty/stage.hpp"

#include <fmt/format.h>

namespace steadfast::record {
namespace {

struct StageName {
    PeriodName period;
    std::string_view words;
};

/// What most binds the council comes first.
constexpr StageName stages[] = {
    {care_period, "Looked after"},
    {protection_plan, "On a child protection plan"},
    {in_need_plan, "On a child in need plan"},
    {episode_of_need, "Open to children's services"},
};

/// The last that has not ended, among the stretches of one period.
std::optional<Stretch> going_on(const Period& period, std::span<const Found> items) {
    std::optional<Stretch> last;
    for (Stretch& stretch : stretches_of(period, items))
        if (!stretch.ended && (!last || !last->began || (stretch.began && last->began->day <= stretch.began->day))) last = std::move(stretch);
    return last;
}

}  // namespace

std::string Stage::in_words() const {
    return since ? fmt::format("{} since {}", words, since->words()) : fmt::format("{}, since when is not recorded", words);
}

std::vector<Stage> stages_of(const Duties& duties, const SeenBook& book, const SeenChild& child) {
    std::vector<Found> items;
    book.each_about(child, duties.concerned(), [&items](const Found& found) {
        if (counts_for_duties(found)) items.push_back(found);
    });
    std::vector<Stage> going;
    for (const StageName& stage : stages) {
        const Period* const period = duties.period(stage.period);
        if (!period) continue;
        if (const auto stretch = going_on(*period, items)) going.push_back({stage.words, stretch->began ? std::optional(stretch->began->day) : std::nullopt, stretch->first});
    }
    return going;
}

std::optional<Stage> stage_of(const Duties& duties, const SeenBook& book, const SeenChild& child) {
    auto going = stages_of(duties, book, child);
    return going.empty() ? std::nullopt : std::optional(std::move(going.front()));
}

}  // namespace steadfast::record
