#pragma once

#include "record/documents/filed_email.hpp"
#include "record/pages/site.hpp"

#include <string>
#include <vector>

namespace steadfast::record::documents {

/// Who else a paper about this child may well be about: brothers and sisters, and whoever shares something on record with the child
/// already. Those whom the viewer may see, in the order of their names.
[[nodiscard]] std::vector<SeenChild> others_it_may_be_about(const SeenBook& book, const SeenChild& child);

/// The child of the page and whoever was ticked beside them, each as the viewer may see them. Refused (not_found) where one of
/// those ticked may not be seen.
[[nodiscard]] Result<std::vector<SeenChild>> chosen_children(const SeenBook& book, const SeenChild& child, const web::Fields& form);

/// "This will be in the files of Amira Khan and Sam Khan."
[[nodiscard]] std::string whose_files(const std::vector<SeenChild>& children);

/// What is filed together: an e-mail with its attachments, some scans. All of it is saved, or nothing.
class Filing {
public:
    /// @param key of the form: the ids of what is saved follow from it, so that a form sent twice files once.
    Filing(ledger::IdempotencyKey key, const std::vector<SeenChild>& children, ledger::WorkerId by);

    /// Whether a form with this key was saved before.
    [[nodiscard]] bool is_saved_already(const Book& book) const;
    ledger::ItemId add(const Document& document);
    ledger::ItemId add(const FiledEmail& email);
    [[nodiscard]] ledger::ItemId first() const { return id_of(0); }
    [[nodiscard]] std::size_t size() const { return changes_.size(); }

    [[nodiscard]] Result<void> save(Record& record, Instant now, std::string_view what);

private:
    template <class T>
    ledger::ItemId add_item(const T& value);
    [[nodiscard]] ledger::ItemId id_of(std::size_t place) const;

    ledger::IdempotencyKey key_;
    std::vector<ledger::SubjectId> subjects_;
    ledger::WorkerId by_;
    std::vector<ledger::Change> changes_;
    std::vector<std::string> kept_;   // Keys of the files.
};

/// The document as the record has it now, where the viewer may see all whom it is about.
[[nodiscard]] Result<Document> document_of(const SeenBook& book, ledger::ItemId id);

}  // namespace steadfast::record::documents
