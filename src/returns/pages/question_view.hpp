#pragma once

#include "returns/pages/question.hpp"

namespace steadfast::returns::pages {

/// What stands round a question: how its visitor came here, and what went wrong with their answer.
struct QuestionFrame {
    QuestionFilter filter;          ///< Of the list that they came from.
    std::string form_token;
    std::string error;              ///< Why the answer was not taken; empty where none was given.
    std::string chosen;             ///< The code that was chosen, shown again.
    bool was_taken_back = false;
};

[[nodiscard]] web::Html question_view(const QuestionPage& page, const QuestionFrame& frame);

}  // namespace steadfast::returns::pages
