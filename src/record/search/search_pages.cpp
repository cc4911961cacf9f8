#include "record/search/search_pages.hpp"

#include "law/london.hpp"
#include "record/pages/page_parts.hpp"
#include "record/search/open_to_services.hpp"
#include "record/search/search_view.hpp"

#include <algorithm>
#include <charconv>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t people_a_page = 50;
constexpr std::size_t people_as_one_types = 8;
constexpr int oldest_age = 130;

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<int> age(std::string_view typed, std::string& wrong) {
    if (typed.empty()) return std::nullopt;
    const auto years = whole_number(typed);
    if (years && *years >= 0 && *years <= oldest_age) return years;
    wrong = "Give an age in whole years, such as 7";
    return std::nullopt;
}

SearchShown read_form(const Visit& visit) {
    const web::Fields& form = visit.request.form();
    SearchShown shown;
    shown.typed = std::string(form.get("words").substr(0, 200));
    shown.typed_youngest = std::string(form.get("youngest").substr(0, 10));
    shown.typed_oldest = std::string(form.get("oldest").substr(0, 10));
    shown.form_token = visit.form_token;
    shown.sought = {.typed = shown.typed, .today = law::london_date(visit.now)};
    shown.sought.youngest = age(shown.typed_youngest, shown.wrong_youngest);
    shown.sought.oldest = age(shown.typed_oldest, shown.wrong_oldest);
    if (law::sex.find(form.get("sex"))) shown.sought.sex = std::string(form.get("sex"));
    const auto open = form.get("open");
    shown.sought.open = open == "open" ? PeopleSought::Open::open : open == "closed" ? PeopleSought::Open::closed : PeopleSought::Open::either;
    // The few that the script shows below the box are the first of the same answer.
    shown.sought.most = form.get("as_typed").empty() ? people_a_page : people_as_one_types;
    const int page = std::clamp(whole_number(form.get("page")).value_or(1), 1, static_cast<int>(most_people_counted / people_a_page));
    shown.sought.first = (static_cast<std::size_t>(page) - 1) * shown.sought.most;
    return shown;
}

Result<Shown> show_search(const Visit& visit) {
    SearchShown shown = read_form(visit);
    shown.found = search_people(visit.book, shown.sought, open_to_services(visit.parts.duties));
    shown.may_add = may(visit.book.viewer(), Permission::record_work);
    Page page;
    page.title = "Find a child";
    page.main = search_view(shown);
    page.what = "search for people";
    for (const PersonFound& person : shown.found.people) page.about.push_back(person.id);
    if (!shown.wrong_youngest.empty() || !shown.wrong_oldest.empty()) page.status = 422;
    return page;
}

Result<Shown> show_empty_search(const Visit& visit) {
    Page page;
    page.title = "Find a child";
    SearchShown shown{.sought = {.typed = "", .today = law::london_date(visit.now)}, .found = {}, .form_token = visit.form_token};
    page.main = search_view(shown);
    return page;
}

}  // namespace

std::vector<PageRoute> search_routes() {
    using enum web::Method;
    return {
        {get, "/search", Permission::see_children, show_empty_search},
        {post, "/search", Permission::see_children, show_search, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::pages
