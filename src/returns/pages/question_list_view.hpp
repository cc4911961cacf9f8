#pragma once

#include "returns/pages/question_list.hpp"

namespace steadfast::returns::pages {

/// What was just decided, said on top of the list.
struct JustAnswered {
    ledger::ItemId question;
    std::string decided;      ///< "The file is right"
    bool took_the_file = false;
};

[[nodiscard]] web::Html question_list_view(const QuestionList& list, const std::optional<JustAnswered>& just);

}  // namespace steadfast::returns::pages
