#include "app/site/site.hpp"
#include "law/london.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

namespace steadfast::app {
namespace {

web::Html workers_view(const std::vector<KnownWorker>& workers, Date today) {
    web::Table table{.caption = "Workers", .columns = {{.name = "Name"}, {.name = "Signs in as"}, {.name = "Role"}, {.name = "Works here"}},
                     .hides_caption = true};
    for (const KnownWorker& known : workers) {
        const record::Worker& worker = known.worker;
        const bool is_here = known.works_here_on(today);
        table.rows.push_back({web::Html(worker.name), web::Html(worker.sign_in_name), web::Html(worker.works_as.says()),
                              web::Html(is_here ? std::string("Yes") : "Left on " + worker.left->words())});
    }
    web::Html main;
    main << web::heading_1("Workers")
         << web::paragraph(web::Html("Workers are added, given a new password and ended at the server's command line: steadfast worker --help."))
         << web::table(table);
    return main;
}

}  // namespace

void add_workers_page(record::pages::PageParts& parts) {
    constexpr auto needs = record::Permission::keep_workers;
    parts.routes.push_back({web::Method::get, "/workers", needs, [](const record::pages::Visit& visit) {
                                record::pages::Page page;
                                page.title = "Workers";
                                page.main = workers_view(all_workers(visit.book.book()), law::london_date(visit.now));
                                return Result<record::pages::Shown>(std::move(page));
                            }});
    parts.places.push_back({.words = "Workers", .link = web::to("/workers"), .order = 80, .needs = needs});
}

}  // namespace steadfast::app
