#include "practice/contact/contact_list.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Found;

const record::ItemType& contacts() { return record::type_of<Contact>(); }

bool is_waiting(const Found& found) {
    static const std::size_t decision = contacts().position("decision").value();
    return found.table->text(found.row, decision).empty();
}

Instant runs_out(const ContactRow& row) { return row.by ? row.by->runs_out() : Instant(); }

std::optional<Date> day_decided(const Found& found) {
    static const std::size_t decided = contacts().position("decided").value();
    const record::Value value = found.table->value(found.row, decided);
    const When* when = std::get_if<When>(&value);
    return when ? when->first_day() : std::nullopt;
}

bool is_asked_for(const DecidedFilter& filter, const Found& found) {
    static const std::size_t decision = contacts().position("decision").value();
    const auto code = found.table->text(found.row, decision);
    if (code.empty()) return false;
    if (!filter.decisions.empty() && std::find(filter.decisions.begin(), filter.decisions.end(), code) == filter.decisions.end()) return false;
    if (!filter.from && !filter.to) return true;
    const auto day = day_decided(found);
    return day && (!filter.from || *day >= *filter.from) && (!filter.to || *day <= *filter.to);
}

}  // namespace

ContactRow contact_row(const record::SeenBook& book, const Found& found) {
    ContactRow row{.item = book.book().item_id(found), .contact = contacts().item_from<Contact>(found.values()), .children = {}, .by = std::nullopt};
    for (const auto subject : book.book().subjects(found))
        if (auto child = book.child(subject)) row.children.push_back(std::move(*child));
    row.by = decide_by(row.contact.received);
    return row;
}

std::vector<ContactRow> waiting_contacts(const record::SeenBook& book) {
    std::vector<ContactRow> rows;
    book.each_of(contacts(), [&](const Found& found) {
        if (is_waiting(found)) rows.push_back(contact_row(book, found));
    });
    const auto before = [](const ContactRow& a, const ContactRow& b) {
        const bool a_is_in_danger = a.contact.danger.is("yes");
        const bool b_is_in_danger = b.contact.danger.is("yes");
        return a_is_in_danger != b_is_in_danger ? a_is_in_danger : runs_out(a) < runs_out(b);
    };
    std::stable_sort(rows.begin(), rows.end(), before);
    return rows;
}

std::size_t count_waiting(const record::Book& book, const record::Viewer& viewer) {
    if (!may(viewer, record::Permission::record_work)) return 0;
    std::size_t waiting = 0;
    book.each_of(contacts(), [&waiting](const Found& found) { waiting += is_waiting(found); });
    return waiting;
}

DecidedPage decided_contacts(const record::SeenBook& book, const DecidedFilter& filter, std::size_t page) {
    constexpr std::size_t rows_a_page = 50;
    std::vector<std::pair<std::optional<Date>, Found>> chosen;
    book.each_of(contacts(), [&](const Found& found) {
        if (is_asked_for(filter, found)) chosen.emplace_back(day_decided(found), found);
    });
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    DecidedPage shown{.rows = {}, .whole = chosen.size(), .pages = std::max<std::size_t>(1, (chosen.size() + rows_a_page - 1) / rows_a_page)};
    shown.page = std::clamp<std::size_t>(page, 1, shown.pages);
    for (std::size_t i = (shown.page - 1) * rows_a_page; i < std::min(chosen.size(), shown.page * rows_a_page); ++i) shown.rows.push_back(contact_row(book, chosen[i].second));
    return shown;
}

std::string names_of(const std::vector<record::SeenChild>& children) {
    std::string names;
    for (const record::SeenChild& child : children) names += (names.empty() ? "" : ", ") + child.name;
    return names.empty() ? "Nobody on record yet" : names;
}

}  // namespace steadfast::practice
