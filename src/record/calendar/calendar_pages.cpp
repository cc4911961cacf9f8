#include "record/calendar/calendar_pages.hpp"

#include "law/london.hpp"
#include "record/calendar/feeds.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::record::calendar {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

const web::Link calendar = web::to("/calendar");

Html what_it_is() {
    return Html() << web::paragraph("Outlook and the calendars of phones can fetch an address of your own and keep up with it: what is due for your children, your visits and your meetings.")
                  << web::paragraph("No name, no place and no word that anybody wrote leaves Steadfast with it: an entry says “Core group” or “Due: Looked-after review (2 children)”, and opens "
                                    "the page here, for whoever is signed in and may see it.");
}

Html form_of(const Visit& visit, const web::Link& to, std::string label, web::Looks looks) {
    return web::post_form({.action = to, .token = visit.form_token, .fields = web::button({.label = std::move(label), .looks = looks})});
}

Page page_of(Html main) {
    Page page;
    page.title = "Your calendar";
    page.main << web::heading_1("Your calendar") << std::move(main);
    return page;
}

Result<Shown> show(Record& record, const Visit& visit) {
    const auto made = Feeds(record.ledger().store()).made(visit.book.viewer().worker);
    if (!made) return refuse(made.error());
    Html main;
    if (visit.request.query().get("done") == "stopped") main << web::notification(web::Notice::success, "The address is taken back. A calendar that still asks for it is told that there is nothing.");
    main << what_it_is();
    if (!*made) {
        main << form_of(visit, calendar, "Make an address", web::Looks::main);
        return page_of(std::move(main));
    }
    main << web::paragraph(Html() << "You have had an address since " << pages::with_distance(law::london_date(**made), law::london_date(visit.now)) << ". It was shown when it was made, and is kept nowhere.")
         << web::heading_2("If you lost it, or somebody else has it") << web::paragraph("Make another: the one that you have now opens nothing from then on.")
         << form_of(visit, calendar, "Make another address", web::Looks::secondary) << form_of(visit, calendar / "stop", "Take the address back", web::Looks::warning);
    return page_of(std::move(main));
}

Result<Shown> make(Record& record, const Visit& visit) {
    const auto secret = Feeds(record.ledger().store()).make(visit.book.viewer().worker, visit.now);
    if (!secret) return refuse(secret.error());
    const web::Link address = calendar / *secret;
    Html main;
    main << web::notification(web::Notice::success, "Your calendar has an address. Copy it now: it is not shown again.")
         << web::text_input({.name = "address", .label = "The address", .hint = "Whoever has it can see when something is due for you, though not for whom. Give it to your own calendar alone.",
                             .value = service_of(visit.request) + address.text(), .spellcheck = false})
         << web::heading_2("Where to put it") << "<ul class=\"govuk-list govuk-list--bullet\"><li>Outlook: Add calendar, then Subscribe from web</li>"
         << "<li>iPhone: Settings, Calendar, Accounts, Add account, Other, Add subscribed calendar</li><li>Google Calendar: Other calendars, From URL</li></ul>"
         << web::paragraph(Html() << "You can " << web::link(calendar, "take it back") << " at any time. When you leave, it opens nothing.");
    return page_of(std::move(main));
}

Result<Shown> stop(Record& record, const Visit& visit) {
    if (auto stopped = Feeds(record.ledger().store()).stop(visit.book.viewer().worker); !stopped) return refuse(stopped.error());
    return calendar.with("done", "stopped");
}

}  // namespace

std::string service_of(const web::Request& request) {
    const std::string_view host = request.header("Host");
    const bool is_plain = !host.empty() && std::ranges::all_of(host, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':'; });
    if (!is_plain) return "";
    const bool is_this_machine = host.starts_with("localhost") || host.starts_with("127.");
    return (is_this_machine ? "http://" : "https://") + std::string(host);
}

void add_pages(Record& record, pages::PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::see_children;
    parts.add({
        {get, "/calendar", needs, [&record](const Visit& visit) { return show(record, visit); }, web::Runs::on_a_worker},
        {post, "/calendar", needs, [&record](const Visit& visit) { return make(record, visit); }, web::Runs::on_a_worker},
        {post, "/calendar/stop", needs, [&record](const Visit& visit) { return stop(record, visit); }, web::Runs::on_a_worker},
    });
}

}  // namespace steadfast::record::calendar
