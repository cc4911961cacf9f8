#include "practice/protection/under_way.hpp"

#include "record/access/each_about.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/written_enquiry.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Found;
using record::SeenBook;
using record::SeenChild;
using record::type_of;

template <class T>
void each_row(const SeenBook& book, const SeenChild& child, const std::function<void(const Found&, const T&)>& visit) {
    record::each_about<T>(book, child, [&](const Found& found) {
        if (!found.head().has(record::RowHead::gone)) visit(found, found.table->template item<T>(found.row));
    });
}

}  // namespace

std::optional<Found> enquiry_under_way(const SeenBook& book, const SeenChild& child, Date day) {
    std::optional<Found> latest;
    std::optional<Date> began;
    each_row<Section47Enquiry>(book, child, [&](const Found& found, const Section47Enquiry& enquiry) {
        const bool is_open = !enquiry.conference_on && !enquiry.conference_not_required.value_or(false);
        if (!is_open || !enquiry.began || *enquiry.began > day || (began && *began >= *enquiry.began)) return;
        latest = found;
        began = enquiry.began;
    });
    return latest;
}

std::optional<Found> written_of_enquiry(const SeenBook& book, const SeenChild& child, Date began) {
    std::optional<Found> latest;
    record::each_about<WrittenEnquiry>(book, child, [&](const Found& found) {
        const auto day = found.happened_on();
        if (day && *day >= began && (!latest || *day > *latest->happened_on())) latest = found;
    });
    return latest;
}

std::optional<Found> protection_plan_in_force(const SeenBook& book, const SeenChild& child) {
    std::optional<Found> in_force;
    each_row<ChildProtectionPlan>(book, child, [&](const Found& found, const ChildProtectionPlan& plan) {
        if (plan.began && !plan.ended) in_force = found;
    });
    return in_force;
}

int earlier_protection_plans(const SeenBook& book, const SeenChild& child) {
    int on_record = 0;
    int said = 0;   // One that an earlier authority made is on no record here but in a later plan's own count.
    each_row<ChildProtectionPlan>(book, child, [&](const Found&, const ChildProtectionPlan& plan) {
        ++on_record;
        said = std::max(said, plan.earlier_plans.value_or(0) + 1);
    });
    return std::max(on_record, said);
}

}  // namespace steadfast::practice
