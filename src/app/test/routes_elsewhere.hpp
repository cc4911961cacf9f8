#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace steadfast::app {

/// What the routes that are not about the child in their address are about. Those under /children/{id} are about that child.
enum class About : std::uint8_t { nobody, a_childs_item, something_else };
inline const std::map<std::string, About>& routes_elsewhere() {
    static const std::map<std::string, About> rows{
        {"/", About::nobody}, {"/search", About::nobody}, {"/people", About::nobody}, {"/people/add", About::nobody}, {"/people/export", About::nobody}, {"/people/duplicates", About::nobody}, {"/lists", About::nobody}, {"/calendar", About::nobody}, {"/calendar/stop", About::nobody}, {"/kinds/{kind}", About::nobody}, {"/kinds/{kind}/export", About::nobody}, {"/access-log/export", About::nobody}, {"/made", About::nobody}, {"/made/export", About::nobody},
        {"/items/{id}", About::a_childs_item}, {"/items/{id}/compare", About::a_childs_item}, {"/items/{id}/change", About::a_childs_item},
        {"/items/{id}/withdraw", About::a_childs_item}, {"/items/{id}/dispute", About::a_childs_item}, {"/items/{id}/move", About::a_childs_item},
        {"/items/{id}/undo", About::a_childs_item}, {"/items/{id}/print", About::a_childs_item},
        {"/court_statements/{id}/print", About::a_childs_item}, {"/letters_before_proceedings/{id}/print", About::a_childs_item},
        {"/documents/{id}", About::a_childs_item}, {"/documents/{id}/file", About::a_childs_item}, {"/documents/{id}/shown", About::a_childs_item},
        {"/documents/{id}/change", About::a_childs_item}, {"/emails/{id}", About::a_childs_item}, {"/letters/{id}", About::a_childs_item},
        {"/letter-templates", About::nobody}, {"/letter-templates/add", About::nobody}, {"/letter-templates/{id}", About::something_else},
        {"/drafts", About::nobody}, {"/drafts/as-typed", About::nobody}, {"/drafts/token", About::nobody}, {"/drafts/signed-in", About::nobody},
        {"/drafts/{id}/discard", About::something_else},
        {"/workers", About::nobody}, {"/sign-in-settings", About::nobody}, {"/teams", About::nobody}, {"/teams/{id}", About::something_else}, {"/teams/{id}/members", About::something_else},
        {"/teams/{id}/members/end", About::something_else}, {"/board", About::nobody}, {"/board/nobody", About::nobody}, {"/board/workers/{id}", About::something_else},
        {"/allocations/{id}/end", About::something_else}, {"/access-log", About::nobody}, {"/records-open-to", About::nobody}, {"/alerts/{id}/owner", About::something_else}, {"/emergency-access", About::nobody},
        {"/emergency-access/{id}", About::something_else}, {"/imports", About::nobody}, {"/imports/questions", About::nobody}, {"/imports/questions/{id}", About::something_else},
        {"/imports/questions/{id}/take-back", About::something_else},
        {"/front-door", About::nobody}, {"/front-door/export", About::nobody}, {"/front-door/contact", About::nobody}, {"/front-door/decided", About::nobody}, {"/front-door/settings", About::nobody}, {"/council", About::nobody}, {"/intervals", About::nobody}, {"/in-time", About::nobody}, {"/in-time/export", About::nobody}, {"/in-time/{key}/export", About::something_else}, {"/due", About::nobody}, {"/in-time/{key}", About::something_else}, {"/intervals/{key}", About::something_else}, {"/drift/settings", About::nobody}, {"/settings", About::nobody},
        {"/night", About::nobody}, {"/night/hand-over", About::nobody}, {"/handovers/{id}/take", About::something_else}, {"/messages/{id}/done", About::something_else},
        {"/contacts", About::nobody}, {"/contacts/{id}", About::something_else}, {"/contacts/{id}/change", About::something_else},
        {"/contacts/{id}/decision", About::something_else}, {"/contacts/{id}/hand-over", About::something_else},
        {"/assessments", About::nobody}, {"/assessments/{id}", About::something_else}, {"/assessments/{id}/authorise", About::something_else},
        {"/assessments/{id}/send", About::something_else}, {"/assessments/{id}/write", About::something_else},
        {"/plans/{id}", About::a_childs_item}, {"/plans/{id}/change", About::a_childs_item}, {"/plans/{id}/review", About::a_childs_item}, {"/plans/{id}/end", About::a_childs_item},
        {"/plans/{id}/print", About::a_childs_item}, {"/plans/{id}/actions", About::a_childs_item}, {"/actions/{id}", About::a_childs_item}, {"/actions/{id}/done", About::a_childs_item},
        {"/networks", About::nobody}, {"/networks/add", About::nobody}, {"/networks/{id}", About::something_else}, {"/networks/{id}/change", About::something_else}, {"/networks/{id}/add/{kind}", About::something_else},
        {"/networks/{id}/kept/{item}/change", About::something_else}, {"/networks/{id}/named", About::something_else}, {"/networks/{id}/panel", About::something_else}, {"/networks/nobody", About::nobody}, {"/exploitation_links/{id}/change", About::a_childs_item}, {"/networks/{id}/named/end", About::something_else},
        {"/adult_cases", About::nobody}, {"/adult_cases/add", About::nobody}, {"/adult_cases/{id}", About::something_else}, {"/adult_cases/{id}/change", About::something_else},
        {"/adult_cases/{id}/add/{kind}", About::something_else}, {"/adult_cases/{id}/kept/{item}/change", About::something_else}, {"/adult_cases/{id}/named", About::something_else},
        {"/adult_cases/{id}/named/end", About::something_else}, {"/adult_cases/nobody", About::nobody},
        {"/missing", About::nobody}, {"/missing/for", About::nobody}, {"/missing/patterns", About::nobody}, {"/missing/settings", About::nobody}, {"/missing/{id}", About::a_childs_item},
        {"/missing/{id}/found", About::a_childs_item}, {"/missing/{id}/found/undo", About::a_childs_item}, {"/missing/{id}/back", About::a_childs_item}, {"/missing/{id}/told", About::a_childs_item},
        {"/missing/{id}/interviewer", About::a_childs_item}, {"/missing/{id}/offer", About::a_childs_item}, {"/missing/{id}/answer", About::a_childs_item}, {"/missing/{id}/interview", About::a_childs_item},
        {"/actions/{id}/drop", About::a_childs_item}, {"/actions/{id}/reopen", About::a_childs_item}, {"/actions/{id}/change", About::a_childs_item},
        {"/meetings/{id}", About::a_childs_item}, {"/meetings/{id}/change", About::a_childs_item}, {"/meetings/{id}/held", About::a_childs_item}, {"/meetings/{id}/call-off", About::a_childs_item},
        {"/meetings/{id}/takes-place", About::a_childs_item}, {"/meetings/{id}/invitations", About::a_childs_item}, {"/meetings/{id}/print", About::a_childs_item},
        {"/asked", About::nobody}, {"/asked/{id}", About::a_childs_item}, {"/asked/{id}/answer", About::a_childs_item}, {"/asked/{id}/change", About::a_childs_item},
        {"/asked/{id}/settle", About::a_childs_item}, {"/asked/{id}/drop", About::a_childs_item},
        {"/early-help", About::nobody}, {"/early-help/export", About::nobody}, {"/early-help/{id}", About::a_childs_item}, {"/early-help/{id}/change", About::a_childs_item}, {"/early-help/{id}/assessment", About::a_childs_item},
        {"/early-help/{id}/oversight", About::a_childs_item}, {"/early-help/{id}/step-up", About::a_childs_item}, {"/early-help/{id}/end", About::a_childs_item}, {"/contacts/{id}/early-help", About::something_else},
        {"/contacts/{id}/checks", About::something_else}, {"/checks/{id}", About::a_childs_item}, {"/checks/{id}/answer", About::a_childs_item},
        {"/invitations/{id}", About::a_childs_item}, {"/invitations/{id}/remove", About::a_childs_item},
    };
    return rows;
}

}  // namespace steadfast::app
