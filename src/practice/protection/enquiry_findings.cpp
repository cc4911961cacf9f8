#include "practice/protection/enquiry_findings.hpp"

#include "law/london.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/timescales.hpp"
#include "practice/protection/under_way.hpp"
#include "practice/protection/written_enquiry.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/saving.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Found;
using record::SeenBook;
using record::SeenChild;

/// What a child's enquiry found, as far as it is written.
struct Findings {
    Found enquiry;
    std::optional<ledger::ItemId> written;   ///< None where nothing is written of it.
    std::string outcome;   ///< A code of enquiry_outcome; empty where none is recorded.

    [[nodiscard]] bool needs_no_conference() const { return outcome == "not_substantiated" || outcome == "no_continuing_risk"; }
};

std::optional<Findings> findings_of(const SeenBook& book, const SeenChild& child) {
    const auto enquiry = enquiry_under_way(book, child, law::london_date(book.viewer().now));
    const auto began = enquiry ? enquiry->happened_on() : std::nullopt;
    if (!began) return std::nullopt;
    Findings findings{.enquiry = *enquiry, .written = {}, .outcome = {}};
    if (const auto written = written_of_enquiry(book, child, *began)) {
        findings.written = book.book().item_id(*written);
        const record::Value outcome = record::value_by_key(*written, "outcome");
        if (const auto* code = std::get_if<std::string>(&outcome)) findings.outcome = *code;
    }
    return findings;
}

std::optional<ledger::ItemId> to_read(const SeenBook& book, const SeenChild& child) {
    const auto findings = findings_of(book, child);
    return findings ? findings->written : std::nullopt;
}

std::string follows(const SeenBook& book, const SeenChild& child) {
    const auto findings = findings_of(book, child);
    if (!findings) return "";
    if (findings->needs_no_conference()) return fmt::format("{} needs no conference, and that is put on record.", child.name);
    if (findings->outcome.empty())
        return fmt::format(
            "Nothing follows for {}: what the enquiry found of {} is not recorded. Send it back to have it written.", child.name,
            child.name);
    const auto due = initial_conference.steps.at(1)->limit.from(*findings->enquiry.happened_on());
    return fmt::format("{} is owed a child protection conference by {}.", child.name, due.words_with_weekday());
}

Result<std::vector<ledger::Change>> when_agreed(record::Record& record, const SeenBook& book, const SeenChild& child, Date day) {
    std::vector<ledger::Change> changes;
    const auto findings = findings_of(book, child);
    if (!findings || findings->outcome.empty()) return changes;
    std::vector<record::pages::NewValue> values{{"findings_agreed_on", day},
                                                {"findings_agreed_by", ledger::ItemId(book.viewer().worker.bytes())}};
    if (findings->needs_no_conference()) values.push_back({"conference_not_required", true});
    auto change = record::pages::with_values(record, book.book(), findings->enquiry, values, book.viewer().worker);
    if (!change) return refuse(change.error());
    changes.push_back(std::move(*change));
    return changes;
}

}  // namespace

record::decisions::DecisionRule rule_of_enquiry_findings() {
    return {.about_what = "enquiry", .to_read = to_read, .follows = follows, .when_agreed = when_agreed};
}

}  // namespace steadfast::practice
