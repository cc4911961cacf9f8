#include "app/serve/figures.hpp"

#include <fmt/format.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace steadfast::app {

namespace {

const prometheus::Histogram::BucketBoundaries seconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
const prometheus::Histogram::BucketBoundaries group_sizes{1, 2, 5, 10, 20, 50, 100, 200, 512, 5000};

}  // namespace

struct Figures::Inside {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter().Name("steadfast_requests_total").Help("Requests answered, by route and status.").Register(registry);
    prometheus::Family<prometheus::Histogram>& times =
        prometheus::BuildHistogram().Name("steadfast_request_seconds").Help("From a request's arrival to its answer, by route.").Register(registry);
    prometheus::Counter& sign_ins = counter("steadfast_sign_ins_total", "People who signed in.");
    prometheus::Counter& refused = counter("steadfast_sign_ins_refused_total", "Attempts to sign in that were refused.");
    prometheus::Counter& access_lines = counter("steadfast_access_lines_total", "Lines written to the access log for pages that were shown.");
    prometheus::Gauge& items = gauge("steadfast_book_items", "Items held in memory.");
    prometheus::Gauge& bytes = gauge("steadfast_book_bytes", "Memory that those items take.");
    prometheus::Gauge& head = gauge("steadfast_ledger_head", "Sequence of the last entry.");
    prometheus::Histogram& groups = prometheus::BuildHistogram()
                                        .Name("steadfast_commit_group_entries")
                                        .Help("Entries that were committed together.")
                                        .Register(registry)
                                        .Add({}, group_sizes);

    prometheus::Counter& counter(const std::string& name, const std::string& help) {
        return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
    }
    prometheus::Gauge& gauge(const std::string& name, const std::string& help) {
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
    }
};

Figures::Figures() : inside_(std::make_unique<Inside>()) {}
Figures::~Figures() = default;

void Figures::answered(std::string_view route, int status, std::chrono::microseconds took) {
    const std::string label(route);
    inside_->requests.Add({{"route", label}, {"status", fmt::format("{}", status)}}).Increment();
    inside_->times.Add({{"route", label}}, seconds).Observe(static_cast<double>(took.count()) / 1e6);
}

void Figures::signed_in() { inside_->sign_ins.Increment(); }
void Figures::sign_in_refused() { inside_->refused.Increment(); }
void Figures::access_lines_written(std::size_t lines) { inside_->access_lines.Increment(static_cast<double>(lines)); }
void Figures::group_committed(std::size_t entries) { inside_->groups.Observe(static_cast<double>(entries)); }

void Figures::book_is(std::size_t items, std::size_t bytes, ledger::Sequence head) {
    inside_->items.Set(static_cast<double>(items));
    inside_->bytes.Set(static_cast<double>(bytes));
    inside_->head.Set(static_cast<double>(head));
}

std::string Figures::text() const { return prometheus::TextSerializer().Serialize(inside_->registry.Collect()); }

}  // namespace steadfast::app
