#include "record/duty/interval_pages.hpp"

#include "law/london.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/item/body.hpp"
#include "record/item/form.hpp"
#include "record/pages/inputs.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/saving.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record {
namespace {

using namespace pages;
using web::Html;

const web::Link all_intervals = web::to("/intervals");

/// The duties of which a council says itself how often they are owed, by their names.
std::vector<const law::Timescale*> local_ones(const Duties& duties) {
    std::vector<const law::Timescale*> local;
    for (const BoundDuty& bound : duties.all())
        if (bound.duty->timescale->is_local()) local.push_back(bound.duty->timescale);
    std::ranges::sort(local, {}, &law::Timescale::name);
    return local;
}

law::TimeLimit last_limit(const law::Timescale& timescale) { return timescale.steps.at(timescale.steps.size())->limit; }

// --- all of them ---

Html since_when(const Book& book, const law::Timescale& timescale, Date today) {
    const auto local = LocalTimescales::of(book);
    for (const LocalTimescales::Said& one : local->said_of(timescale.key))
        if (one.from <= today) return Html("Since " + one.from.words());
    return Html("Usual: nothing else was said here");
}

Result<Shown> show_all(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    web::Table table{.caption = "What no law fixes, and how often this council does it",
                     .columns = {{.name = "Duty"}, {.name = "Now"}, {.name = "Since when"}, {.name = "Where it comes from"}},
                     .rows = {},
                     .when_empty = "Every duty that this record knows is fixed by law."};
    for (const law::Timescale* const usual : local_ones(visit.parts.duties)) {
        const law::Timescale* const now = as_the_council_has_it(visit.book.book(), *usual).in_force_on(today);
        table.rows.push_back({web::link(all_intervals / usual->key, std::string(usual->name)), Html(std::string(now ? now->says : usual->says)),
                              since_when(visit.book.book(), *usual, today), Html(std::string(usual->source))});
    }
    Page page;
    page.title = "Intervals";
    page.main << web::heading_1("Intervals")
              << web::paragraph("How often this council visits, reviews and supervises where no law says so. What the law fixes can't be changed here.")
              << web::table(table);
    return page;
}

// --- one of them ---

Result<const law::Timescale*> asked_for(const Visit& visit) {
    const auto local = local_ones(visit.parts.duties);
    const auto found = std::ranges::find(local, visit.request.at("key"), &law::Timescale::key);
    if (found == local.end()) return refuse(Refusal::Kind::not_found, "There is no such interval.", "Choose one from the list of intervals.");
    return *found;
}

/// What was said so far, each with whoever said it and why.
Result<Html> said_so_far(Record& record, const Visit& visit, const law::Timescale& timescale) {
    const Book& book = visit.book.book();
    web::Table table{.caption = "What was said so far", .columns = {{.name = "From"}, {.name = "How often"}, {.name = "Why"}, {.name = "Said by"}}, .rows = {},
                     .when_empty = "Nothing yet: the usual interval counts."};
    const auto local = LocalTimescales::of(book);
    for (const LocalTimescales::Said& one : local->said_of(timescale.key)) {
        const auto found = book.find(one.item);
        if (!found) continue;
        const auto entry = record.latest_entry(book, *found);
        if (!entry) return refuse(entry.error());
        const auto content = read_entry(type_of<LocalTimescale>(), *entry);
        if (!content) return refuse(content.error());
        const Date recorded = law::london_date(Instant::from_seconds(found->head().recorded_at));
        table.rows.push_back({Html(one.from.words()), Html(says_with(timescale, one.limit)), Html(type_of<LocalTimescale>().item_from<LocalTimescale>(content->values).why.text),
                              Html(fmt::format("{}, {}", worker_name(book, book.recorded_by(*found)), recorded.words()))});
    }
    return web::table(table);
}

/// What the form holds before anybody has typed: what counts today.
web::Fields as_it_counts(const Visit& visit, const law::Timescale& timescale) {
    const law::Timescale* const now = as_the_council_has_it(visit.book.book(), timescale).in_force_on(law::london_date(visit.now));
    const law::TimeLimit limit = last_limit(now ? *now : timescale);
    web::Fields typed;
    typed.add("count", std::to_string(limit.count));
    typed.add("unit", std::string(unit_code(limit.unit)));
    return typed;
}

Result<Shown> page_of(Record& record, const Visit& visit, const law::Timescale& timescale, const web::Fields& typed, const web::FieldErrors& errors,
                      const std::string& key) {
    auto said = said_so_far(record, visit, timescale);
    if (!said) return refuse(said.error());
    Html fields;
    fields << web::hidden_input("save_key", key);
    for (const Field& field : type_of<LocalTimescale>().fields())
        if (field.key != "timescale") fields << input_of(field, typed, errors);
    fields << web::button({.label = "Save"});
    Page page;
    page.title = "Interval";
    page.main << web::error_summary(errors) << web::heading_1(timescale.name)
              << web::paragraph(Html(fmt::format("Usual: {}. {}.", timescale.says, timescale.source)))
              << web::paragraph("A change counts for whatever is counted from its day on, also with children whom you work with already. What fell due before stays as it was.")
              << web::post_form({.action = all_intervals / timescale.key, .token = visit.form_token, .fields = std::move(fields)}) << *said;
    page.status = errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> show_one(Record& record, const Visit& visit) {
    const auto timescale = asked_for(visit);
    if (!timescale) return refuse(timescale.error());
    return page_of(record, visit, **timescale, as_it_counts(visit, **timescale), {}, FormKey::fresh());
}

Result<Shown> save_one(Record& record, const Visit& visit) {
    const auto timescale = asked_for(visit);
    if (!timescale) return refuse(timescale.error());
    const ItemType& type = type_of<LocalTimescale>();
    web::Fields typed = visit.request.form();
    typed.add("timescale", std::string((*timescale)->key));
    FormRead read = read_form(type, typed);
    const auto said = type.item_from<LocalTimescale>(read.values);
    if (read.errors.at("count").empty() && !limit_of({.timescale = {}, .from = {}, .count = said.count, .unit = {"days"}, .why = {}}))
        read.errors.add("count", fmt::format("Enter a whole number from 1 to {}", most_local_count));
    if (!read.errors.empty()) return page_of(record, visit, **timescale, typed, read.errors, std::string(typed.get("save_key")));
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    auto change = change_of(said, key->nth_item(0), 0, {}, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "said an interval"); !saved) return refuse(saved.error());
    return all_intervals;
}

}  // namespace

void add_interval_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    parts.places.push_back({.words = "Intervals", .link = all_intervals, .order = 86, .needs = Permission::keep_settings, .is_setting = true});
    parts.add({
        {get, "/intervals", Permission::keep_settings, show_all},
        {get, "/intervals/{key}", Permission::keep_settings, [&record](const Visit& visit) { return show_one(record, visit); }, web::Runs::on_a_worker},
        {post, "/intervals/{key}", Permission::keep_settings, [&record](const Visit& visit) { return save_one(record, visit); }, web::Runs::on_a_worker},
    });
}

}  // namespace steadfast::record
