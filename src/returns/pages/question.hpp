#pragma once

#include "record/pages/site.hpp"
#include "returns/imports/answering.hpp"
#include "returns/imports/asked_row.hpp"
#include "returns/pages/question_list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::returns::pages {

/// One field in the words of its declaration, as the file has it and as the record has it.
struct ComparedField {
    std::string label;
    std::string file;            ///< Empty: the file leaves it blank.
    std::string record;          ///< Empty: nothing is recorded.
    ledger::ItemId file_link;    ///< Where the field is another entry.
    ledger::ItemId record_link;
    bool in_file = true;         ///< False: the file has no such column, and the record's stays whatever is answered.
    bool differs = false;
};

/// One of the answers that make sense for a question, and what it will do.
struct Choice {
    Answer answer = Answer::leave_out;
    std::string label;
    std::string does;
};

/// Another question, to be answered first or beside this one.
struct OtherQuestion {
    ledger::ItemId question;
    std::string what;
    std::string why;
    bool waits = true;   ///< False: it was answered, and what it asks about was left out.
    bool raises = true;  ///< False: it waits only because another does.
};

/// Something that an answer recorded.
struct RecordedItem {
    ledger::ItemId item;
    std::string what;
};

/// Everything that the page of a question shows, finished, and only what its viewer may see.
struct QuestionPage {
    ledger::ItemId question;
    Reason why = Reason::child_waits;
    std::string why_says;                           ///< "Another birth date than in the record"
    std::string what;                               ///< "Looked-after episode"
    std::string of_return;
    std::string place;                              ///< "episodes.csv, line 17"
    std::string child_number;
    std::optional<Date> born;                       ///< Beside the row, as the file gives it.
    std::optional<record::SeenChild> child;         ///< None: not on record.
    std::vector<record::SeenChild> same_number;     ///< Two or more: they must be merged first.
    std::vector<ComparedField> who;                 ///< Birth date and sex beside the row, against the child's.
    std::vector<ComparedField> fields;              ///< Those that differ first.
    bool has_row = false;
    bool is_held = false;                           ///< The record has what the row is about.
    bool is_withdrawn = false;                      ///< What the record had was taken off as recorded in error, and is not shown.
    ledger::ItemId held;
    std::string held_by;                            ///< Who saved it last, and when.
    Instant held_at;
    bool held_from_import = false;                  ///< Nobody has changed it since a return brought it.
    std::uint32_t saw = 0;
    ledger::ItemId fresh;                           ///< The new entry, where a key may have been corrected.
    std::vector<Choice> choices;
    bool belongs_to_waiting = false;                ///< What the row belongs to is not on record: the row can't be taken yet.
    std::vector<OtherQuestion> first;               ///< What asks about that.
    std::vector<OtherQuestion> beside;              ///< About the same child.
    std::optional<Answer> decided;                  ///< None while it waits.
    std::string decided_says;
    std::string decided_by;
    ledger::WorkerId decided_by_worker;
    Instant decided_at;
    std::vector<RecordedItem> recorded;             ///< What the answer recorded, as far as the viewer may see it.

    [[nodiscard]] std::vector<ledger::SubjectId> about() const;   ///< For the access log.
    [[nodiscard]] bool offers(Answer answer) const;
};

/// Opens a question as somebody. Refuses whoever may not see children, and what is about a child whom they may not see.
[[nodiscard]] Result<QuestionPage> question_page(record::Record& record, const record::SeenBook& book, ledger::ItemId question);

/// Which answers a question has, in words that say what each will do.
[[nodiscard]] std::vector<Choice> choices_for(const QuestionPage& page);

}  // namespace steadfast::returns::pages
