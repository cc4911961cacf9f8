#include "returns/imports/asked_questions.hpp"

#include "returns/imports/import_question.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace steadfast::returns {
namespace {

AskedQuestions::Answer answer_from(std::string_view code) {
    if (code == "take_the_file") return AskedQuestions::Answer::take_the_file;
    if (code == "keep_ours") return AskedQuestions::Answer::keep_ours;
    if (code == "leave_out") return AskedQuestions::Answer::leave_out;
    return AskedQuestions::Answer::none_yet;
}

}  // namespace

std::string_view key_of(Reason reason) {
    switch (reason) {
        case Reason::born_differs_from_record: return "born_differs_from_record";
        case Reason::born_differs_in_file: return "born_differs_in_file";
        case Reason::sex_differs_from_record: return "sex_differs_from_record";
        case Reason::sex_differs_in_file: return "sex_differs_in_file";
        case Reason::two_people_with_number: return "two_people_with_number";
        case Reason::recorded_in_error: return "recorded_in_error";
        case Reason::described_twice: return "described_twice";
        case Reason::edited_since: return "edited_since";
        case Reason::gone_but_edited: return "gone_but_edited";
        case Reason::belongs_to_waiting: return "belongs_to_waiting";
        case Reason::perhaps_corrected_key: return "perhaps_corrected_key";
        default: return "child_waits";
    }
}

AskedQuestions::AskedQuestions(Return of, const record::Book& book) {
    const record::ItemType& type = record::type_of<ImportQuestion>();
    book.each_of(type, [&](const record::Found& found) {
        const auto question = type.item_from<ImportQuestion>(found.values());
        // What later files no longer asked may be asked again by files after those.
        if (question.of_return != key_of(of) || question.answer.code == "overtaken") return;
        by_digest_[question.digest] = {answer_from(question.answer.code), question.would_be.item};
        if (!question.answer.is_recorded())
            waiting_.push_back({book.item_id(found), question.return_year.value_or(0), question.table, question.why.code, question.child_number, question.digest});
    });
}

const AskedQuestions::Asked* AskedQuestions::find(const std::string& digest) const {
    const auto found = by_digest_.find(digest);
    return found == by_digest_.end() ? nullptr : &found->second;
}

std::string digest_of_question(const Plan& plan, std::uint16_t table, std::string_view child_number, Reason why,
                               std::string_view row, const ledger::ItemId& about) {
    // Lengths stand before the texts, so that no two questions read alike.
    const std::string all =
        fmt::format("{}|{}|{}|{}:{}|{}|{}:{}|{}", key_of(plan.layout.of), plan.year.ends_in(), plan.layout.tables[table].table,
                    child_number.size(), child_number, key_of(why), row.size(), row, about.text());
    IdBytes digest;
    crypto_generichash(digest.bytes.data(), digest.bytes.size(), reinterpret_cast<const unsigned char*>(all.data()), all.size(),
                       nullptr, 0);
    return digest.text();
}

ledger::ItemId asked_about(const PlannedRow& row) {
    const bool is_about_one = row.waits_for == Reason::edited_since || row.waits_for == Reason::recorded_in_error;
    return is_about_one && row.existing != PlannedRow::none ? row.item : ledger::ItemId();
}

std::string digest_of_row(const Plan& plan, const PlannedRow& row) {
    return digest_of_question(plan, row.table, plan.children[row.child].number, row.waits_for, row.body, asked_about(row));
}

}  // namespace steadfast::returns
