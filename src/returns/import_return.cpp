#include "returns/import_return.hpp"

#include "law/london.hpp"
#include "returns/judging/judge.hpp"

#include <algorithm>

namespace steadfast::returns {

bool Imported::has_findings() const {
    return std::any_of(plan.counts.begin(), plan.counts.end(),
                       [](const TableCounts& counts) { return counts.rejected > 0 || counts.waiting > 0; });
}

Result<Imported> import_return(record::Record& record, ImportOrder order, ledger::WorkerId by, RunAs run) {
    const Progress progress = order.progress;
    const auto book = record.book();
    auto plan =
        judge(std::move(order), record.catalogue(), *book, &record.ledger().store(), law::london_date(record.clock().now()));
    if (!plan) return refuse(plan.error());
    Imported imported{std::move(*plan), std::nullopt};
    if (run == RunAs::dry_run || imported.plan.adds_nothing) return imported;
    auto appended = append(imported.plan, book, record, by, progress);
    if (!appended) return refuse(appended.error());
    imported.appended = *appended;
    return imported;
}

}  // namespace steadfast::returns
