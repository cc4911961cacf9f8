#pragma once

#include "record/pages/lists.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::returns::pages {

enum class QuestionOrder { by_child, by_why, latest_first };
enum class QuestionState { waiting, answered };

/// Which questions somebody wants to see, as the address says it: keys and random ids alone.
struct QuestionFilter {
    QuestionState state = QuestionState::waiting;
    QuestionOrder order = QuestionOrder::by_child;
    std::string why;          ///< A code of question_why; empty: any.
    std::string of_return;    ///< "ssda903"
    std::string table;        ///< "episodes"
    ledger::ItemId import;    ///< None: of any import.

    [[nodiscard]] static QuestionFilter in(const web::Fields& fields);   ///< Of a query, or of a form that carries it along.
    [[nodiscard]] web::Link on(web::Link link) const;                    ///< The address with this filter in its query.
    [[nodiscard]] bool narrows() const { return !why.empty() || !of_return.empty() || !table.empty() || !import.is_none(); }
};

struct QuestionRow {
    ledger::ItemId question;
    ledger::SubjectId child;       ///< None where the child is not on record.
    std::string child_name;
    std::string child_number;      ///< As the file gives it.
    std::string what;              ///< "Looked-after episode"
    std::string why;
    std::string of_return;         ///< "SSDA903 return 2024-25"
    std::string place;             ///< "episodes.csv, line 17"; empty where a row is gone.
    std::string decided;           ///< In words; empty while it waits.
    std::string decided_by;
    Instant decided_at;
};

/// One choice of a filter, with how many questions it would leave.
struct FilterChoice {
    std::string value;
    std::string words;
    std::size_t count = 0;
};

struct QuestionList {
    QuestionFilter filter;
    record::pages::PageOf page;
    std::vector<QuestionRow> rows;
    std::vector<FilterChoice> whys;      ///< Of all questions in this state, before the filter.
    std::vector<FilterChoice> returns;
    std::vector<FilterChoice> tables;
    std::size_t waiting = 0;             ///< In all, that the viewer may see.
    std::size_t answered = 0;
    std::size_t hidden = 0;              ///< Waiting, and about children whom the viewer may not see.
    ledger::ItemId next;                 ///< The question after `after` in this order, or the first; none where there is none.
};

/// @param after the question that was answered last, whose place in the order tells the next; may be none.
[[nodiscard]] QuestionList question_list(const record::SeenBook& book, const record::Catalogue& catalogue, const QuestionFilter& filter,
                                         std::size_t page, ledger::ItemId after);

}  // namespace steadfast::returns::pages
