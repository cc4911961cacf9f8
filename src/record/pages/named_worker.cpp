#include "record/pages/named_worker.hpp"

#include "law/london.hpp"
#include "record/workers/colleagues.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

const Field* field_that_names(const ItemType& type) {
    const auto field = std::ranges::find_if(type.fields(), &Field::is_recorder);
    return field == type.fields().end() ? nullptr : &*field;
}

bool may_open_all(const SeenBook& book, std::span<const AboutWhom> about) {
    return std::ranges::all_of(about, [&book](const AboutWhom& one) { return book.child(one.id).has_value(); });
}

bool is_offered(const std::vector<web::Choice>& workers, std::string_view id) {
    return std::ranges::any_of(workers, [id](const web::Choice& one) { return one.value == id; });
}

std::string id_in(const Content* content, std::size_t field) {
    const auto* item = content ? std::get_if<ledger::ItemId>(&content->values[field]) : nullptr;
    return item ? item->text() : "";
}

}  // namespace

std::vector<web::Choice> workers_to_name(Record& record, const Visit& visit, const ItemType& type,
                                         std::span<const AboutWhom> about) {
    const Field* const named = field_that_names(type);
    if (!named) return {};
    const Permission needed = named->named_may.value_or(Permission::record_work);
    const auto book = record.book();
    const ledger::WorkerId visitor = visit.book.viewer().worker;
    std::vector<web::Choice> workers;
    if (may(visit.book.viewer(), needed)) workers.push_back({visitor.text(), fmt::format("{} (you)", visit.worker_name)});
    else workers.push_back({"", "Choose a colleague"});
    for (const Colleague& one : colleagues_who_may(*book, law::london_date(visit.now), needed))
        if (one.id != visitor && may_open_all(SeenBook(book, {one.id, one.role_code, visit.now}), about))
            workers.push_back({one.id.text(), fmt::format("{}, {}", one.name, one.role)});
    return workers;
}

web::Html worker_input(const Field& field, const ItemForm& form) {
    const std::string name(field.key);
    auto choices = form.workers;
    const std::string chosen(form.typed.get(name));
    if (!chosen.empty() && !is_offered(choices, chosen) && form.starts_from > 0)
        choices.insert(choices.begin(), {"", "Whoever it is now"});
    return web::select({.name = name,
                        .label = std::string(field.label),
                        .hint = field.hint.empty() ? std::string("Somebody who may open this record") : std::string(field.hint),
                        .error = std::string(form.errors.at(name)),
                        .choices = std::move(choices),
                        .chosen = chosen});
}

void name_worker(ItemForm& form, Content& content, const Content* recorded, ledger::WorkerId visitor) {
    for (std::size_t i = 0; i < form.type->fields().size(); ++i) {
        const Field& field = form.type->fields()[i];
        if (!field.is_recorder) continue;
        const auto named = form.typed.get(field.key);
        if (recorded && (named.empty() || named == id_in(recorded, i))) continue;   // Whoever it is stays.
        const std::string wanted(named.empty() ? visitor.text() : std::string(named));
        if (is_offered(form.workers, wanted)) content.values[i] = *ledger::ItemId::parse(wanted);
        else
            form.errors.add(std::string(field.key),
                            "Choose somebody who may open the record of everybody this is about, and whose role allows it");
    }
}

}  // namespace steadfast::record::pages
