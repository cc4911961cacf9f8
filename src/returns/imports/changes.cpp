#include "returns/imports/changes.hpp"

#include "record/people/person.hpp"
#include "returns/imports/asked_questions.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/judging/compare.hpp"
#include "returns/judging/judge.hpp"
#include "returns/report.hpp"

#include <fmt/format.h>
#include <simdjson.h>

namespace steadfast::returns {
namespace {

constexpr std::size_t items_of_a_coverage = 30'000;   // 32 bytes each: just under a megabyte.

std::optional<std::int32_t> number(std::size_t count) { return static_cast<std::int32_t>(count); }

}  // namespace

Changes::Changes(const Plan& plan, const record::Book& book, const EarlierImports& earlier, ledger::ItemId import,
                 ledger::WorkerId by)
    : plan_(plan), book_(book), earlier_(earlier), import_(import), by_(by) {
    for (const ReadFile& file : plan.files) lines_.emplace_back(file.text);
}

ledger::Change Changes::of_import() const {
    TableCounts all;
    for (const TableCounts& counts : plan_.counts) all += counts;
    Import import;
    import.of_return = key_of(plan_.layout.of);
    import.return_year = plan_.year.ends_in();
    import.files_digest = files_digest_of(plan_);
    import.read = number(all.read);
    import.added = number(all.added);
    import.changed = number(all.changed);
    import.unchanged = number(all.unchanged + all.repeated + all.left_out);
    import.gone = number(all.gone);
    import.rejected = number(all.rejected);
    import.waiting = number(all.waiting);
    for (const ReadFile& file : plan_.files)
        import.files.text +=
            fmt::format("{}: {} bytes, {}, digest {}\n", file.name, file.bytes, name_of(file.encoding), file.digest);
    for (const std::string& header : plan_.headers) import.files.text += header + "\n";
    import.reconciliation.text = reconciliation_of(plan_);
    ledger::Change change = record::change_of(import, import_, 0, {}, by_);
    change.batch = ledger::BatchId(import_.bytes());
    return change;
}

std::vector<ledger::Change> Changes::of_coverage() const {
    std::vector<ledger::Change> changes;
    for (std::size_t first = 0; first < plan_.covered.size(); first += items_of_a_coverage) {
        ImportCoverage coverage;
        coverage.import.item = import_;
        coverage.number = number(changes.size() + 1);
        const std::size_t last = std::min(plan_.covered.size(), first + items_of_a_coverage);
        coverage.items.text.reserve((last - first) * 32);
        for (std::size_t i = first; i < last; ++i) coverage.items.text += plan_.covered[i].text();
        changes.push_back(record::change_of(coverage, ledger::ItemId::random(), 0, {}, by_));
        changes.back().batch = ledger::BatchId(import_.bytes());
    }
    return changes;
}

ledger::Change Changes::of_made_person(const PlannedChild& child) const {
    record::Person person;
    person.authority_id = child.number;
    person.born = child.born;
    ledger::Change change = record::change_of(person, record::item_of(child.subject), 0, {child.subject}, by_);
    change.batch = ledger::BatchId(import_.bytes());
    return change;
}

ledger::Change Changes::of_added(PlannedRow& row) const {
    ledger::Change change;
    change.item = row.item;
    change.type = plan_.layout.tables[row.table].type->key();
    change.subjects = {plan_.children[row.child].subject};
    change.happened = row.happened;
    change.recorded_by = by_;
    change.batch = ledger::BatchId(import_.bytes());
    change.shared.body = std::move(row.body);
    return change;
}

Result<ledger::Change> Changes::of_changed(const PlannedRow& row, std::uint32_t starts_from) const {
    const record::Found found = held(row.table, row.existing);
    const auto entry = latest(found);
    if (!entry) return refuse(entry.error());
    auto content = record::read_part(found.type(), entry->shared.part);
    if (!content) return refuse(content.error());
    ledger::Part part;
    part.body = row.body;
    auto given = record::read_part(found.type(), part);
    if (!given) return refuse(given.error());
    content->values = merge(plan_.layout.tables[row.table], plan_.provided[row.table], content->values, given->values).values;
    content->unknown = join_unknown(content->unknown, given->unknown);
    content->is_gone = false;
    return new_version(found, std::move(*content), *entry, starts_from);
}

Result<ledger::Change> Changes::of_gone(const PlannedGone& gone, std::uint32_t starts_from) const {
    const record::Found found = held(gone.table, gone.existing);
    const auto entry = latest(found);
    if (!entry) return refuse(entry.error());
    auto content = record::read_part(found.type(), entry->shared.part);
    if (!content) return refuse(content.error());
    content->is_gone = true;
    return new_version(found, std::move(*content), *entry, starts_from);
}

Result<ledger::Change> Changes::new_version(const record::Found& found, record::Content content, const ledger::Entry& latest,
                                            std::uint32_t starts_from) const {
    ledger::Change change = record::change_of(found.type(), latest.item, starts_from, latest.subjects, content, by_);
    for (const ledger::KeptPart& part : latest.parts) change.parts.push_back(part.part);
    change.batch = ledger::BatchId(import_.bytes());
    return change;
}

Result<ledger::Entry> Changes::latest(const record::Found& found) const { return earlier_.entry_of(found); }

ledger::Change Changes::of_waiting(const PlannedRow& row) const {
    const PlannedChild& child = plan_.children[row.child];
    ImportQuestion asks;
    asks.table = plan_.layout.tables[row.table].table;
    asks.why.code = key_of(row.waits_for);
    asks.file = plan_.files[row.file].name;
    asks.line = static_cast<std::int32_t>(lines_[row.file].position(row.at).line);
    asks.child_number = child.number;
    asks.born = row.born;
    asks.about.item = asked_about(row);
    asks.would_be.item = row.item;
    asks.digest = digest_of_row(plan_, row);
    asks.row.text = row.body;
    return question(std::move(asks), has_person(child) ? std::vector{child.subject} : std::vector<ledger::SubjectId>());
}

Result<ledger::Change> Changes::of_overtaken(ledger::ItemId question) const {
    const auto found = book_.find(question);
    if (!found) return refuse(Refusal::Kind::clash, "A question that these files no longer ask has just gone.", "Import again.");
    const auto entry = latest(*found);
    if (!entry) return refuse(entry.error());
    auto content = record::read_part(found->type(), entry->shared.part);
    if (!content) return refuse(content.error());
    auto asks = found->type().item_from<ImportQuestion>(content->values);
    asks.answer.code = "overtaken";
    content->values = found->type().values_of(asks);
    return new_version(*found, std::move(*content), *entry, found->head().version);
}

ledger::Change Changes::of_waiting_gone(const PlannedGone& gone) const {
    ImportQuestion asks;
    asks.table = plan_.layout.tables[gone.table].table;
    asks.why.code = key_of(Reason::gone_but_edited);
    asks.about.item = gone.item;
    asks.digest = digest_of_question(plan_, gone.table, "", Reason::gone_but_edited, "", gone.item);
    return question(std::move(asks), book_.subjects(held(gone.table, gone.existing)));
}

ledger::Change Changes::of_proposal(const PlannedProposal& proposal) const {
    const PlannedRow& row = plan_.rows[proposal.row];
    const PlannedChild& child = plan_.children[row.child];
    ImportQuestion asks;
    asks.table = plan_.layout.tables[row.table].table;
    asks.why.code = key_of(Reason::perhaps_corrected_key);
    asks.file = plan_.files[row.file].name;
    asks.line = static_cast<std::int32_t>(lines_[row.file].position(row.at).line);
    asks.child_number = child.number;
    asks.about.item = proposal.item;
    asks.fresh.item = row.item;
    asks.digest = digest_of_question(plan_, row.table, child.number, Reason::perhaps_corrected_key, row.body, proposal.item);
    asks.row.text = row.body;
    return question(std::move(asks), {child.subject});
}

ledger::Change Changes::question(ImportQuestion asks, std::vector<ledger::SubjectId> about) const {
    asks.import.item = import_;
    const TableLayout& table = plan_.layout.tables[*plan_.layout.table(asks.table)];
    const auto& provided = plan_.provided[*plan_.layout.table(asks.table)];
    for (std::size_t i = 0; i < provided.size(); ++i)
        if (!provided[i]) asks.not_in_file += (asks.not_in_file.empty() ? "" : ",") + std::string(table.type->fields()[i].key);
    asks.of_return = key_of(plan_.layout.of);
    asks.return_year = plan_.year.ends_in();
    ledger::Change change = record::change_of(asks, ledger::ItemId::random(), 0, std::move(about), by_);
    change.batch = ledger::BatchId(import_.bytes());
    return change;
}

bool Changes::has_person(const PlannedChild& child) const {
    return child.existing != PlannedRow::none || child.is_made ||
           (child.described_by != PlannedRow::none && plan_.rows[child.described_by].verdict == Verdict::added);
}

record::Found Changes::held(std::uint16_t table, std::uint32_t existing) const {
    return {book_.table(*plan_.layout.tables[table].type), existing};
}

std::string join_unknown(const std::string& held, const std::string& given) {
    if (held.empty() || given.empty()) return held.empty() ? given : held;
    simdjson::dom::parser parser;
    simdjson::dom::parser parser_of_given;
    simdjson::dom::object members;
    simdjson::dom::object newer;
    if (parser.parse("{" + held + "}").get(members) || parser_of_given.parse("{" + given + "}").get(newer)) return given;
    std::string joined;
    for (const auto member : members) {
        simdjson::dom::element replaced;
        if (!newer.at_key(member.key).get(replaced)) continue;
        record::append_json_string(joined, member.key);
        joined += ':';
        joined += simdjson::to_string(member.value);
        joined += ',';
    }
    return joined + given;
}

}  // namespace steadfast::returns
