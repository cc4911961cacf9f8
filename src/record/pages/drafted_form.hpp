#pragma once

#include "record/drafts/draft.hpp"
#include "record/pages/site.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record::pages {

/// A form whose text is kept as somebody types. Any form becomes one:
///
///     opened:   draft = draft_of(record, visit, form.address); its fields fill the inputs, draft_notice(…) stands above them
///     shown:    keeps_itself(record, visit, form, typed) inside the form, after its button
///     saved:    form_was_saved(record, visit, form.address)
///
/// With scripts it is sent a second after the last key; without, its own button does the same. Opening the same address again, on any
/// device, gives the text back.
struct DraftedForm {
    web::Link address;                        ///< Where GET opens the form. It says what the draft is a draft of.
    std::string name;                         ///< What is being written, without names: "Case note".
    std::vector<ledger::SubjectId> about;     ///< Whom the visitor may see and the form is about.
    ledger::ItemId item = {};                 ///< What is being changed; none for something new.
};

/// The visitor's own draft of a form; none where there is none, or where the form that it was of has been saved.
[[nodiscard]] std::optional<Draft> draft_of(Record& record, const Visit& visit, const web::Link& address);

/// "This is your draft, saved 14:32 on 22 November", and a way to start afresh.
[[nodiscard]] web::Html draft_notice(const DraftHead& draft);

/// What makes a form keep itself. @param typed what stands in the form: after a mistake, what was sent.
[[nodiscard]] web::Html keeps_itself(Record& record, const Visit& visit, const DraftedForm& form, const web::Fields& typed);

/// What a form opens with: what came back with a mistake, or else what its writer left there, or nothing.
struct OpenedForm {
    web::Fields typed;
    std::string key;       ///< For its input "save_key".
    web::Html notice;      ///< Stands above it where it is a draft.
};
[[nodiscard]] OpenedForm opened_form(Record& record, const Visit& visit, const web::Link& address, bool comes_back);

/// Removes the draft: its text stands on the record now.
void form_was_saved(Record& record, const Visit& visit, const web::Link& address);

/// "Evie Jones has unsaved text here since 14:20": what colleagues are writing on the same item; empty where nobody is.
[[nodiscard]] web::Html others_who_write(Record& record, const Visit& visit, ledger::ItemId item);

/// The inputs that belong to the keeping and not to what is kept.
[[nodiscard]] bool belongs_to_the_keeping(std::string_view input);

}  // namespace steadfast::record::pages
