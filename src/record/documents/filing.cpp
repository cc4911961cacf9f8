#include "record/documents/filing.hpp"

#include "record/documents/standing_files.hpp"
#include "record/people/family.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace steadfast::record::documents {

std::vector<SeenChild> others_it_may_be_about(const SeenBook& book, const SeenChild& child) {
    constexpr std::size_t most = 12;   // More than a family is a group, which nobody ticks one by one.
    std::set<ledger::SubjectId> others;
    book.each_about(child, [&](const Found& found) {
        const auto subjects = book.book().subjects(found);
        if (subjects.size() > most) return;
        for (const ledger::SubjectId& subject : subjects) others.insert(book.book().resolved(subject));
    });
    const Family family = family_of(book, child);
    for (const std::size_t sibling : siblings_of(family, 0)) others.insert(family.people[sibling].id);
    others.erase(child.id);
    std::vector<SeenChild> children;
    for (const ledger::SubjectId& other : others)
        if (auto seen = book.child(other); seen && children.size() < most) children.push_back(std::move(*seen));
    std::sort(children.begin(), children.end(), [](const SeenChild& a, const SeenChild& b) { return a.name < b.name; });
    return children;
}

Result<std::vector<SeenChild>> chosen_children(const SeenBook& book, const SeenChild& child, const web::Fields& form) {
    std::vector<SeenChild> children{child};
    for (const auto ticked : form.all("child")) {
        const auto id = ledger::SubjectId::parse(ticked);
        if (!id) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
        auto seen = book.child(*id);
        if (!seen) return refuse(seen.error());
        const auto is_there = [&seen](const SeenChild& one) { return one.id == seen->id; };
        if (std::none_of(children.begin(), children.end(), is_there)) children.push_back(std::move(*seen));
    }
    return children;
}

std::string whose_files(const std::vector<SeenChild>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i > 0) names += i + 1 == children.size() ? " and " : ", ";
        names += children[i].name;
    }
    return fmt::format("This will be in the file{} of {}.", children.size() == 1 ? "" : "s", names);
}

Filing::Filing(ledger::IdempotencyKey key, const std::vector<SeenChild>& children, ledger::WorkerId by) : key_(key), by_(by) {
    for (const SeenChild& child : children) subjects_.push_back(child.id);
}

bool Filing::is_saved_already(const Book& book) const { return book.find(first()).has_value(); }

ledger::ItemId Filing::id_of(std::size_t place) const {
    IdBytes bytes = key_.bytes();
    bytes.bytes[15] = static_cast<std::uint8_t>(bytes.bytes[15] ^ place);
    return ledger::ItemId(bytes);
}

template <class T>
ledger::ItemId Filing::add_item(const T& value) {
    const ledger::ItemId id = id_of(changes_.size());
    ledger::Change change = change_of(value, id, 0, subjects_, by_);
    change.key = ledger::IdempotencyKey(id.bytes());
    changes_.push_back(std::move(change));
    return id;
}

ledger::ItemId Filing::add(const Document& document) {
    kept_.push_back(document.kept_as);
    return add_item(document);
}

ledger::ItemId Filing::add(const FiledEmail& email) { return add_item(email); }

Result<void> Filing::save(Record& record, Instant now, std::string_view what) {
    const auto saved = record.ledger().save_and_wait(std::move(changes_), {{now, by_, std::string(what), subjects_, first()}});
    if (!saved) return refuse(saved.error());
    note_named(record.ledger().store().documents(), kept_);
    return {};
}

Result<Document> document_of(const SeenBook& book, ledger::ItemId id) {
    const auto found = book.item(id);
    if (!found) return refuse(found.error());
    if (&found->type() != &type_of<Document>())
        return refuse(Refusal::Kind::not_found, "There is no such document.", "Look for it in the child's list of documents.");
    return type_of<Document>().item_from<Document>(found->values());
}

}  // namespace steadfast::record::documents
