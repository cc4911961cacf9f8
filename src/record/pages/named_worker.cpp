#include "record/pages/named_worker.hpp"

#include "law/london.hpp"
#include "record/workers/colleagues.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

bool names_a_worker(const ItemType& type) {
    return std::ranges::any_of(type.fields(), [](const Field& field) { return field.is_recorder; });
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
    if (!names_a_worker(type)) return {};
    const auto book = record.book();
    const ledger::WorkerId visitor = visit.book.viewer().worker;
    std::vector<web::Choice> workers{{visitor.text(), fmt::format("{} (you)", visit.worker_name)}};
    for (const Colleague& one : colleagues_who_may(*book, law::london_date(visit.now), Permission::record_work))
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
                        .hint = "Somebody who may open this record",
                        .error = std::string(form.errors.at(name)),
                        .choices = std::move(choices),
                        .chosen = chosen});
}

void name_worker(ItemForm& form, Content& content, const Content* recorded, ledger::WorkerId visitor) {
    for (std::size_t i = 0; i < form.type->fields().size(); ++i) {
        const Field& field = form.type->fields()[i];
        if (!field.is_recorder) continue;
        const std::string now = recorded ? id_in(recorded, i) : visitor.text();
        const auto named = form.typed.get(field.key);
        if (named.empty() || named == now) {
            if (!recorded) content.values[i] = ledger::ItemId(visitor.bytes());
        } else if (is_offered(form.workers, named)) {
            content.values[i] = *ledger::ItemId::parse(named);
        } else {
            form.errors.add(std::string(field.key), "Choose somebody who may open the record of everybody this is about");
        }
    }
}

}  // namespace steadfast::record::pages
