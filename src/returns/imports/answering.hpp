#pragma once

#include "record/record.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace steadfast::returns {

/// What a person decided about a row that waits.
enum class Answer {
    take_the_file,   ///< It is the same child, or the same thing: the row is recorded as it was given.
    keep_ours,       ///< The record is right and stays as it is.
    leave_out,       ///< The row is not recorded.
    overtaken,       ///< Nobody's answer: later files of the same year no longer ask it.
};

[[nodiscard]] std::optional<Answer> answer_from(std::string_view code);   ///< "take_the_file" and so on: the codes of question_answer

/// One person's answer to one question.
struct Answering {
    ledger::ItemId question;
    Answer answer = Answer::leave_out;
    ledger::WorkerId by;
    /// The version of what the row would change, as it was shown (0: nothing was there). Taking the file is refused where
    /// that has changed since. None: whatever it is now.
    std::optional<std::uint32_t> saw = std::nullopt;
    std::vector<ledger::AccessLine> lines = {};
};

/// Answers one question and, where the file is taken, records what the row gives; both together or neither. The same
/// question is not asked again. Refuses a question that was answered before, and what changes_of_taking refuses.
[[nodiscard]] Result<void> answer_question(record::Record& record, Answering answering);

/// Takes an answer back: what it recorded is as it was before, in new versions, and the question waits again. Refuses
/// where somebody has changed what it recorded since, or has recorded something about a child whom it brought.
[[nodiscard]] Result<void> take_back_answer(record::Record& record, ledger::ItemId question, ledger::WorkerId by,
                                            std::vector<ledger::AccessLine> lines = {});

/// How many questions wait for an answer.
[[nodiscard]] std::size_t questions_waiting(const record::Book& book);

}  // namespace steadfast::returns
