#include "app/serve/health.hpp"

namespace steadfast::app {
namespace {

web::Response health(record::Record& record, const Site& site) {
    if (const auto head = record.ledger().store().head(); !head) return web::Response::text(head.error().says + "\n", 503);
    if (const auto trouble = site.store_trouble(); !trouble.empty()) return web::Response::text(trouble + "\n", 503);
    return web::Response::text("open\n");
}

web::Response figures_now(record::Record& record, Figures& figures) {
    const auto book = record.book();
    figures.book_is(book->items_held(), book->bytes(), book->head().seq);
    return web::Response::bytes(figures.text(), "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace

void add_health_routes(web::Router& router, AccessTable& access, record::Record& record, const Site& site, Figures& figures, FiguresFor who) {
    access.push_back({web::Method::get, "/healthz", OpenToAnybody{}});
    router.get("/healthz", [&record, &site](const web::Request&) { return health(record, site); }, {.runs = web::Runs::on_a_worker});

    access.push_back({web::Method::get, "/standby", OpenToAnybody{}});
    router.get("/standby", [](const web::Request&) { return web::Response::text("This server writes.\n", 503); });

    access.push_back({web::Method::get, "/metrics", OpenToAnybody{}});
    router.get("/metrics",
               [&record, &figures, who](const web::Request& request) {
                   if (who == FiguresFor::this_machine && !is_loopback(request.remote_address())) return web::Response::nothing(404);
                   return figures_now(record, figures);
               },
               {.runs = web::Runs::on_a_worker});
}

void add_opening_routes(web::Router& router, const std::function<std::string()>& how_far) {
    router.get("/healthz", [how_far](const web::Request&) { return web::Response::text(how_far() + "\n", 503); });
}

bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

}  // namespace steadfast::app
