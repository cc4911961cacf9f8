#include "returns/imports/answering.hpp"

#include "returns/imports/taking.hpp"

#include <fmt/format.h>

namespace steadfast::returns {
namespace {

std::string_view code_of(Answer answer) {
    switch (answer) {
        case Answer::take_the_file: return "take_the_file";
        case Answer::keep_ours: return "keep_ours";
        case Answer::leave_out: return "leave_out";
        case Answer::overtaken: return "overtaken";
    }
    return "";
}

}  // namespace

std::optional<Answer> answer_from(std::string_view code) {
    for (const Answer answer : {Answer::take_the_file, Answer::keep_ours, Answer::leave_out, Answer::overtaken})
        if (code_of(answer) == code) return answer;
    return std::nullopt;
}

Result<void> answer_question(record::Record& record, Answering answering) {
    const auto book = record.book();
    auto row = asked_row(record, *book, answering.question);
    if (!row) return refuse(row.error());
    if (!row->waits())
        return refuse(Refusal::Kind::clash, "This question was answered before.", "Look at what was decided.");
    std::vector<ledger::Change> changes;
    if (answering.answer == Answer::take_the_file) {
        if (answering.saw && *answering.saw != row->held_version())
            return refuse(Refusal::Kind::clash, "What the record says here has changed since you looked.",
                          "Look at what stands there now, and answer again.");
        auto taken = changes_of_taking(record, *row, answering.by);
        if (!taken) return refuse(taken.error());
        changes = std::move(*taken);
    }
    row->asks.changed.text.clear();
    for (const ledger::Change& change : changes)
        row->asks.changed.text += fmt::format("{} {}\n", change.item.text(), change.starts_from + 1);
    row->asks.answer.code = code_of(answering.answer);
    changes.push_back(record::change_of(row->asks, row->question, row->version, row->subjects, answering.by));
    changes.back().key = ledger::IdempotencyKey::random();
    const auto saved = record.ledger().save_and_wait(std::move(changes), std::move(answering.lines));
    if (!saved) return refuse(saved.error());
    return {};
}

std::size_t questions_waiting(const record::Book& book) {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    const std::size_t answer = *type.position("answer");
    std::size_t waiting = 0;
    book.each_of(type, [&](const record::Found& found) { waiting += found.table->text(found.row, answer).empty() ? 1 : 0; });
    return waiting;
}

}  // namespace steadfast::returns
