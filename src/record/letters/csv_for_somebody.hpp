#pragma once

#include "record/letters/recipient_form.hpp"
#include "record/pages/site.hpp"

#include <functional>
#include <string>
#include <vector>

namespace steadfast::record::letters {

/// A list that any room lets be taken away for a spreadsheet.
struct CsvList {
    std::string title;        ///< "Download: contacts that wait"
    std::string hint;         ///< What stands in it.
    std::string what;         ///< Of what went out: "Contacts that wait: a list".
    std::string file;         ///< "contacts.csv"
    web::Link action;         ///< Where the form is sent, with whatever narrows the list down.
    web::Link back;
    bool asks_for_names = true;
};

struct CsvRows {
    std::vector<std::vector<std::string>> rows;   ///< The first names the columns.
    std::vector<ledger::SubjectId> about;         ///< Each child once.
};

/// The form that asks for whom the list is.
[[nodiscard]] pages::Page csv_form(const pages::Visit& visit, const CsvList& list, const RecipientForm& form = {});

/// Reads that form. The list goes out with the recipient in its first line, and that it did is put on record.
/// @param rows whether it is to have the children's names.
[[nodiscard]] Result<pages::Shown> csv_for_somebody(Record& record, const pages::Visit& visit, const CsvList& list, const std::function<CsvRows(bool with_names)>& rows);

}  // namespace steadfast::record::letters
