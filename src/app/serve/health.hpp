#pragma once

#include "app/serve/figures.hpp"
#include "app/site/site.hpp"
#include "web/router.hpp"

namespace steadfast::app {

/// Who may read the figures.
enum class FiguresFor { this_machine, anybody };

/// GET /healthz: 200 while the record is open and its store answers, else 503 with why. GET /standby: 503, since this is
/// the one that writes. GET /metrics: for Prometheus.
void add_health_routes(web::Router& router, AccessTable& access, record::Record& record, const Site& site, Figures& figures, FiguresFor who);

/// GET /healthz while the record is not open yet: 503 with how far it has come. What is given must outlive the router.
void add_opening_routes(web::Router& router, const std::function<std::string()>& how_far);

/// True for an address of this machine's own: 127.0.0.0/8 or ::1.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace steadfast::app
