#include "app/site/frame.hpp"

#include "record/council/council.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::app {
namespace {

using record::Permission;

std::string_view title_of(int status) {
    switch (status) {
        case 400: return "There is a problem with what was sent";
        case 403: return "You can't do that here";
        case 404: return "Page not found";
        case 405: return "That can't be done at this address";
        case 409: return "Somebody changed it first";
        case 413: return "That is too large";
        case 429: return "Too many attempts";
        case 503: return "The service is not available";
        default: return "Something went wrong";
    }
}

}  // namespace

static const web::Link settings_list = web::to("/settings");

std::vector<web::Place> places_for(const record::pages::PageParts& parts, const record::Book& book, const record::Viewer& viewer,
                                   std::string_view path) {
    std::vector<web::Place> places;
    bool keeps_settings = false;
    bool is_in_settings = path == settings_list.text();
    for (const record::pages::NavigationPlace& place : parts.places) {
        if (!may(viewer, place.needs)) continue;
        if (place.is_setting) {
            keeps_settings = true;
            is_in_settings = is_in_settings || place.link.text() == path;
            continue;
        }
        const std::size_t waiting = place.waiting ? place.waiting(book, viewer) : 0;
        places.push_back({waiting == 0 ? place.words : fmt::format("{} ({} waiting)", place.words, waiting), place.link, place.link.text() == path, place.key});
    }
    if (keeps_settings) places.push_back({"Settings", settings_list, is_in_settings, ""});
    return places;
}

web::Shell Frame::shell_of(const record::Book* book, const Looking& looking) const {
    web::Shell shell;
    if (book) {
        const record::Council council = record::council_of(*book);
        shell.organisation = council.name;
        if (council.people_are_invented.value_or(false)) shell.banner = "Everybody in this record is invented.";
    }
    if (!looking.name.empty()) {
        shell.signed_in_as = looking.name;
        shell.token = looking.form_token;
        shell.sign_out = web::to("/sign-out");
        shell.account = web::to("/account");
        if (book) shell.navigation = places_for(parts_, *book, looking.viewer, looking.path);
        if (may(looking.viewer, Permission::see_children) && looking.path != "/" && looking.path != "/search")
            shell.search = web::SearchBox{.action = web::to("/search"), .label = "Find a child", .token = looking.form_token, .is_small = true};
    }
    shell.styles.push_back(assets_.link("steadfast.css"));
    if (has_colour_) shell.styles.push_back(assets_.link("brand.css"));
    shell.scripts.push_back(assets_.link("steadfast.js"));
    if (!looking.name.empty()) shell.scripts.push_back(assets_.link("search.js"));
    shell.icon = assets_.link("favicon.svg");
    return shell;
}

web::Html Frame::around(const record::Book& book, const Looking& looking, const record::pages::Page& page) const {
    web::Shell shell = shell_of(&book, looking);
    shell.title = page.title;
    shell.main = page.main;
    shell.before_main = page.before_main;
    shell.printed_for = page.printed_for;
    if (shell.printed_for.empty() && !looking.name.empty()) shell.printed_for = "Printed for " + looking.name;
    return web::shell(shell);
}

web::Html Frame::error(const record::Book* book, const Looking& looking, int status, std::string_view says) const {
    web::Shell shell = shell_of(book, looking);
    shell.title = title_of(status);
    shell.main << web::heading_1(shell.title) << web::paragraph(web::Html(says));
    if (!looking.name.empty()) shell.main << web::paragraph(web::link(web::to("/"), "Go to the first page"));
    return web::shell(shell);
}

}  // namespace steadfast::app
