#pragma once

#include "record/record.hpp"

#include <cstddef>

namespace steadfast::returns {

/// What a person decided about a row that waits.
enum class Answer {
    take_the_file,   ///< It is the same child, or the same thing: the row is recorded as it was given.
    keep_ours,       ///< The record is right and stays as it is.
    leave_out,       ///< The row is not recorded.
};

/// Answers one question and, where the file is taken, records what the row gives; both together or neither. The same
/// question is not asked again. Refuses a question that was answered before, a row whose child stands twice in the
/// record, and a row whose referral or plan waits itself.
[[nodiscard]] Result<void> answer_question(record::Record& record, ledger::ItemId question, Answer answer, ledger::WorkerId by);

/// How many questions wait for an answer.
[[nodiscard]] std::size_t questions_waiting(const record::Book& book);

}  // namespace steadfast::returns
