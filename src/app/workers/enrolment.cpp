#include "app/workers/enrolment.hpp"

#include "app/workers/kept_sessions.hpp"
#include "law/london.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

namespace steadfast::app {
namespace {

using record::Worker;

/// The author of the command line's entries has an id of its own, the same in every council.
ledger::WorkerId command_line_id() { return *ledger::WorkerId::parse("00000000000000000000636f6d6d616e"); }

std::mutex one_at_a_time;

KnownWorker known(const record::Book& book, const record::Found& found) {
    return {ledger::WorkerId(book.item_id(found).bytes()), found.head().version,
            record::type_of<Worker>().item_from<Worker>(found.values())};
}

Result<void> check_sign_in_name(std::string_view name) {
    const bool is_spelt_well = !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
    });
    if (is_spelt_well) return {};
    return refuse(Refusal::Kind::invalid, "A sign-in name has letters, digits, full stops, hyphens, \"_\" and \"@\", at most 100.",
                  "For example amira.khan.");
}

Result<void> check_role(std::string_view code) {
    if (record::role.find(code)) return {};
    std::string roles;
    for (const law::Code& role : record::role.codes) roles += fmt::format("{}{}", roles.empty() ? "" : ", ", role.code);
    return refuse(Refusal::Kind::invalid, fmt::format("There is no role '{}'.", code), fmt::format("The roles are {}.", roles));
}

Result<void> save(record::Record& record, ledger::Change change) {
    const auto saved = record.ledger().save_and_wait({std::move(change)});
    if (!saved) return refuse(saved.error());
    return {};
}

}  // namespace

std::optional<KnownWorker> worker_with_id(const record::Book& book, ledger::WorkerId id) {
    const auto found = book.find(ledger::ItemId(id.bytes()));
    if (!found || &found->type() != &record::type_of<Worker>() || !book.is_visible(*found->table, found->row)) return std::nullopt;
    return known(book, *found);
}

std::optional<KnownWorker> worker_signing_in_as(const record::Book& book, std::string_view sign_in_name) {
    const std::string name = plain_sign_in_name(sign_in_name);
    std::optional<KnownWorker> latest;
    if (name.empty()) return latest;
    book.each_of(record::type_of<Worker>(), [&](const record::Found& found) {
        KnownWorker worker = known(book, found);
        // A name may be given again once whoever had it has left: the latest to be added has it.
        if (worker.worker.sign_in_name == name) latest = std::move(worker);
    });
    return latest;
}

std::vector<KnownWorker> all_workers(const record::Book& book) {
    std::vector<KnownWorker> workers;
    book.each_of(record::type_of<Worker>(), [&](const record::Found& found) {
        KnownWorker worker = known(book, found);
        if (worker.id != command_line_id()) workers.push_back(std::move(worker));
    });
    return workers;
}

std::string plain_sign_in_name(std::string_view typed) {
    while (!typed.empty() && (typed.front() == ' ' || typed.front() == '\t')) typed.remove_prefix(1);
    while (!typed.empty() && (typed.back() == ' ' || typed.back() == '\t')) typed.remove_suffix(1);
    std::string name;
    for (const char c : typed) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

Result<ledger::WorkerId> command_line_worker(record::Record& record) {
    const ledger::WorkerId id = command_line_id();
    const std::lock_guard hold(one_at_a_time);
    if (worker_with_id(*record.book(), id)) return id;
    Worker worker;
    worker.name = "The command line";
    worker.works_as.code = "administrator";
    if (auto saved = save(record, record::change_of(worker, ledger::ItemId(id.bytes()), 0, {}, id)); !saved) return refuse(saved.error());
    return id;
}

Result<ledger::WorkerId> Enrolment::add(Worker worker, std::string_view password, ledger::WorkerId by) {
    worker.sign_in_name = plain_sign_in_name(worker.sign_in_name);
    if (auto checked = check_sign_in_name(worker.sign_in_name); !checked) return refuse(checked.error());
    if (auto checked = check_role(worker.works_as.code); !checked) return refuse(checked.error());
    if (worker.name.empty()) return refuse(Refusal::Kind::invalid, "A worker has a name.");

    const std::lock_guard hold(one_at_a_time);
    const Date today = law::london_date(record_.clock().now());
    if (const auto other = worker_signing_in_as(*record_.book(), worker.sign_in_name); other && other->works_here_on(today))
        return refuse(Refusal::Kind::clash, fmt::format("Somebody signs in as {} already.", worker.sign_in_name), "Choose another name to sign in with.");

    const auto id = ledger::WorkerId::random();
    // The hash first: one that belongs to nobody does no harm, a worker without one could not sign in.
    if (auto kept = credentials_.keep(id, worker.sign_in_name, password); !kept) return refuse(kept.error());
    if (auto saved = save(record_, record::change_of(worker, ledger::ItemId(id.bytes()), 0, {}, by)); !saved) {
        (void)credentials_.forget(id);
        return refuse(saved.error());
    }
    return id;
}

Result<void> Enrolment::change_password(std::string_view sign_in_name, std::string_view password) {
    const auto worker = worker_signing_in_as(*record_.book(), sign_in_name);
    if (!worker) return refuse(Refusal::Kind::not_found, "Nobody signs in with that name.", "See worker list.");
    if (auto kept = credentials_.keep(worker->id, worker->worker.sign_in_name, password); !kept) return kept;
    // Whoever signed in with the old password may be why it was changed.
    return end_kept_sessions(record_.ledger().store(), worker->id);
}

Result<void> Enrolment::end(std::string_view sign_in_name, Date left, ledger::WorkerId by) {
    const std::lock_guard hold(one_at_a_time);
    const auto book = record_.book();
    const auto worker = worker_signing_in_as(*book, sign_in_name);
    if (!worker) return refuse(Refusal::Kind::not_found, "Nobody signs in with that name.", "See worker list.");
    if (worker->worker.left == left) return {};

    const auto& type = record::type_of<Worker>();
    const ledger::ItemId item(worker->id.bytes());
    const auto entry = record_.latest_entry(*book, *book->find(item));
    if (!entry) return refuse(entry.error());
    auto content = record::read_part(type, entry->shared.part);
    if (!content) return refuse(content.error());
    content->values[*type.position("left")] = left;
    if (auto saved = save(record_, record::change_of(type, item, worker->version, {}, *content, by)); !saved) return saved;
    if (law::london_date(record_.clock().now()) < left) return {};
    return end_kept_sessions(record_.ledger().store(), worker->id);
}

}  // namespace steadfast::app
