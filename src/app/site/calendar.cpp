#include "app/site/site.hpp"

#include "law/london.hpp"
#include "record/calendar/calendar_file.hpp"
#include "record/calendar/calendar_pages.hpp"
#include "record/calendar/feeds.hpp"

namespace steadfast::app {

void Site::add_calendar(web::Router& router, AccessTable& access) {
    access.push_back({web::Method::get, "/calendar/{secret}", OpenToAnybody{}});
    router.add(web::Method::get, "/calendar/{secret}", door_.open([this](const web::Request& request, web::Reply reply) { show_calendar(request, std::move(reply)); }),
               {.runs = web::Runs::on_a_worker});
}

void Site::show_calendar(const web::Request& request, web::Reply reply) const {
    const auto whose = record::calendar::Feeds(record_.ledger().store()).whose(request.at("secret"));
    if (!whose) return reply(web::Response::text(whose.error().whole(), 503));
    const auto book = record_.book();
    const auto known = *whose ? worker_with_id(*book, **whose) : std::nullopt;
    const record::Viewer viewer = known ? viewer_of(*known, request.received()) : record::Viewer{};
    // Whoever has left, or now works with something else, has no calendar; nor has an address that was never made. All the same to whoever asks.
    if (!known || !known->works_here_on(law::london_date(request.received())) || !may(viewer, record::Permission::see_children))
        return reply(web::Response::text("There is no such calendar.", 404));

    const record::pages::Visit visit{request, record::SeenBook(book, viewer), known->worker.name, "", request.received(), parts_};
    const auto days = record::calendar::days_of(visit);
    reply(web::Response::bytes(record::calendar::calendar_file(days, record::calendar::service_of(request), request.received()), "text/calendar; charset=utf-8"));
}

}  // namespace steadfast::app
