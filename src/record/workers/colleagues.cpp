#include "record/workers/colleagues.hpp"

#include "record/workers/worker.hpp"

#include <algorithm>

namespace steadfast::record {

namespace {

std::vector<Colleague> colleagues(const Book& book, std::optional<Date> day) {
    std::vector<Colleague> all;
    book.each_of(type_of<Worker>(), [&](const Found& found) {
        const auto worker = found.table->item<Worker>(found.row);
        // Without a sign-in name it is nobody: the author of what is done at the command line.
        if (worker.sign_in_name.empty() || (day && worker.left && *worker.left <= *day)) return;
        all.push_back({ledger::WorkerId(book.item_id(found).bytes()), worker.name, worker.works_as.code, std::string(worker.works_as.says()), worker.sign_in_name});
    });
    std::sort(all.begin(), all.end(), [](const Colleague& a, const Colleague& b) { return a.name != b.name ? a.name < b.name : a.id < b.id; });
    return all;
}

}  // namespace

std::vector<Colleague> colleagues_on(const Book& book, Date day) { return colleagues(book, day); }

std::vector<Colleague> colleagues_who_may(const Book& book, Date day, Permission permission) {
    std::vector<Colleague> all = colleagues_on(book, day);
    std::erase_if(all, [permission](const Colleague& one) { return !may(Viewer{one.id, one.role_code}, permission); });
    return all;
}

std::vector<Colleague> everybody_ever(const Book& book) { return colleagues(book, std::nullopt); }

const Colleague* find_colleague(const std::vector<Colleague>& colleagues, std::string_view id_or_name) {
    const auto id = ledger::WorkerId::parse(id_or_name);
    const auto found = std::find_if(colleagues.begin(), colleagues.end(), [&](const Colleague& one) { return id ? one.id == *id : one.sign_in_name == id_or_name; });
    return found == colleagues.end() ? nullptr : &*found;
}

}  // namespace steadfast::record
