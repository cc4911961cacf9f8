#include "returns/judging/matching.hpp"

#include "record/record.hpp"
#include "returns/judging/compare.hpp"

#include <algorithm>

namespace steadfast::returns {

using record::RowHead;

TableMatcher::TableMatcher(const Matching& with, std::uint16_t table)
    : with_(with),
      number_(table),
      table_(with.plan.layout.tables[table]),
      held_(with.book.table(*table_.type)),
      touched_(held_ == nullptr ? 0 : held_->size(), false) {}

Result<void> TableMatcher::match(std::span<const std::uint32_t> rows) {
    for (const std::uint32_t number : rows) make_ready(number);
    if (table_.is_person) {
        for (const std::uint32_t number : rows)
            if (auto matched = match_person(number); !matched) return matched;
        return {};
    }
    keyed_.reserve(rows.size());
    for (const std::uint32_t number : rows) {
        const PlannedRow& row = with_.plan.rows[number];
        if (row.verdict != Verdict::undecided && row.verdict != Verdict::waiting) continue;
        keyed_.push_back({row.key, number, false});
    }
    add_held();
    std::sort(keyed_.begin(), keyed_.end());
    for (std::size_t i = 0; i < keyed_.size();) {
        std::size_t end = i + 1;
        while (end < keyed_.size() && keyed_[end].key == keyed_[i].key) ++end;
        if (auto matched = match_group(std::span(keyed_).subspan(i, end - i)); !matched) return matched;
        i = end;
    }
    // What stands in a repeated row belongs to the first, whose item is known by now.
    for (const auto& [number, first] : repeats_) with_.plan.rows[number].item = with_.plan.rows[first].item;
    return {};
}

void TableMatcher::make_ready(std::uint32_t number) {
    Plan& plan = with_.plan;
    PlannedRow& row = plan.rows[number];
    if (row.verdict == Verdict::rejected || row.verdict == Verdict::repeated) return;
    PlannedChild& child = plan.children[row.child];
    row.item = table_.is_person ? record::item_of(child.subject) : ledger::ItemId(plan.item_ids.next());
    const bool has_link = table_.link_field && row.within != PlannedRow::none;
    const PlannedRow* within = has_link ? &plan.rows[row.within] : nullptr;
    if (has_link || (table_.year_field && !plan.year_was_given)) set_in_body(row, has_link);
    row.key = with_.hasher.of_item(child.subject, within != nullptr ? within->item : ledger::ItemId(), row.key);

    if (within != nullptr && within->verdict == Verdict::left_out) {
        row.verdict = Verdict::left_out;
        return;
    }
    std::optional<Reason> reason;
    if (row.verdict == Verdict::waiting) reason = row.waits_for;   // Two rows describe the child.
    else if (child.waits_for || with_.waiting.waits(row.child, number_)) reason = row.waits_for;
    else if (within != nullptr && within->verdict == Verdict::waiting) reason = Reason::belongs_to_waiting;
    row.verdict = Verdict::undecided;
    if (reason) static_cast<void>(must_wait(row, *reason, ledger::ItemId()));
    if (table_.is_person) child.subject = record::subject_of(row.item);
}

/// A link is known only once what it points to is matched, and a year only once all files are read.
void TableMatcher::set_in_body(PlannedRow& row, bool with_link) {
    record::Content content = given_by(row);
    if (with_link) content.values[*table_.link_field] = with_.plan.rows[row.within].item;
    if (table_.year_field) content.values[*table_.year_field] = static_cast<std::int32_t>(with_.plan.year.ends_in());
    row.body = record::write_shared(*table_.type, content).body;
}

/// Asks a question about a row, unless a person has answered it: then the row goes on, or is left out as they said.
bool TableMatcher::must_wait(PlannedRow& row, Reason reason, const ledger::ItemId& about) {
    const std::string digest =
        digest_of_question(with_.plan, number_, with_.plan.children[row.child].number, reason, row.body, about);
    const auto* asked = with_.asked.find(digest);
    if (asked != nullptr && asked->answer == AskedQuestions::Answer::take_the_file) return false;
    row.waits_for = reason;
    if (asked != nullptr && !asked->would_be.is_none()) row.item = asked->would_be;
    row.was_asked = asked != nullptr;
    // It is the same child, and what the record says of them is right: nothing else of theirs need wait.
    if (asked != nullptr && asked->answer == AskedQuestions::Answer::keep_ours && table_.is_person && is_about_who_the_child_is(reason))
        with_.plan.children[row.child].waits_for.reset();
    row.verdict = asked != nullptr && asked->answer != AskedQuestions::Answer::none_yet ? Verdict::left_out : Verdict::waiting;
    return true;
}

/// The items of the type that are about the children of the files.
void TableMatcher::add_held() {
    if (held_ == nullptr || held_->size() == 0) return;
    for (std::uint32_t i = 0; i < with_.plan.children.size(); ++i) children_.emplace(with_.plan.children[i].subject, i);
    for (std::uint32_t row = 0; row < held_->size(); ++row) {
        const record::Found found{held_, row};
        const bool counts = with_.book.is_visible(*held_, row) ||
                            (held_->head(row).has(RowHead::withdrawn) && with_.book.find(with_.book.item_id(found)));
        if (!counts || held_->head(row).has(RowHead::destroyed) || held_->head(row).has(RowHead::unreadable)) continue;
        std::optional<KeyHash> fields;
        for (const ledger::SubjectId& subject : with_.book.subjects(found)) {
            if (!children_.contains(subject)) continue;
            const record::Values values = held_->values(row);
            if (!fields) fields = with_.hasher.of_fields(*table_.type, table_.key_fields, values);
            ledger::ItemId within;
            if (table_.link_field)
                if (const auto* link = std::get_if<ledger::ItemId>(&values[*table_.link_field])) within = *link;
            if (table_.year_field &&
                values[*table_.year_field] != record::Value(static_cast<std::int32_t>(with_.plan.year.ends_in())))
                continue;
            keyed_.push_back({with_.hasher.of_item(subject, within, *fields), row, true});
        }
    }
}

Result<void> TableMatcher::match_group(std::span<const Keyed> group) {
    std::vector<std::uint32_t> held;
    std::vector<std::uint32_t> rows;
    bool any_waits = false;
    for (const Keyed& one : group) {
        if (one.is_held) held.push_back(one.number);
        else if (with_.plan.rows[one.number].verdict == Verdict::waiting) any_waits = true;
        else rows.push_back(one.number);
    }
    // What a waiting row may be about is not gone.
    if (any_waits)
        for (const std::uint32_t one : held) touched_[one] = true;
    if (rows.empty()) return {};

    // The usual case first: one row, and no item or one.
    if (rows.size() > 1) drop_repeats(rows);
    if (rows.size() == 1 && held.size() <= 1) {
        PlannedRow& row = with_.plan.rows[rows.front()];
        if (!held.empty()) return pair(row, held.front());
        row.verdict = Verdict::added;
        return {};
    }

    // What was withdrawn is paired last.
    std::stable_partition(held.begin(), held.end(),
                          [this](std::uint32_t one) { return !held_->head(one).has(RowHead::withdrawn); });
    for (std::size_t i = 0; i < rows.size();) {
        const record::Values given = given_by(with_.plan.rows[rows[i]]).values;
        const auto same = std::find_if(held.begin(), held.end(), [&](std::uint32_t one) {
            return !merge(table_, with_.plan.provided[number_], held_->values(one), given).differs;
        });
        if (same == held.end()) {
            ++i;
            continue;
        }
        if (auto paired = pair(with_.plan.rows[rows[i]], *same); !paired) return paired;
        held.erase(same);
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        PlannedRow& row = with_.plan.rows[rows[i]];
        if (i < held.size()) {
            if (auto paired = pair(row, held[i]); !paired) return paired;
            continue;
        }
        row.verdict = Verdict::added;
    }
    return {};
}

void TableMatcher::drop_repeats(std::vector<std::uint32_t>& rows) {
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t number : rows) {
        PlannedRow& row = with_.plan.rows[number];
        const auto first =
            std::find_if(kept.begin(), kept.end(), [&](std::uint32_t one) { return with_.plan.rows[one].body == row.body; });
        if (first != kept.end()) {
            row.verdict = Verdict::repeated;
            repeats_.push_back({number, *first});
            with_.plan.findings.push_back({Reason::said_twice, row.file, row.table, Finding::none, row.at, ""});
            continue;
        }
        if (!kept.empty()) with_.plan.findings.push_back({Reason::same_key, row.file, row.table, Finding::none, row.at, ""});
        kept.push_back(number);
    }
    rows = std::move(kept);
}

Result<void> TableMatcher::match_person(std::uint32_t number) {
    PlannedRow& row = with_.plan.rows[number];
    if (row.verdict != Verdict::undecided) return {};
    const PlannedChild& child = with_.plan.children[row.child];
    if (child.existing != PlannedRow::none) return pair(row, child.existing);
    row.verdict = Verdict::added;
    return {};
}

Result<void> TableMatcher::pair(PlannedRow& row, std::uint32_t held) {
    const record::Found found{held_, held};
    const RowHead& head = held_->head(held);
    touched_[held] = true;
    row.item = with_.book.item_id(found);
    row.existing = held;
    if (head.has(RowHead::withdrawn)) {
        static_cast<void>(must_wait(row, Reason::recorded_in_error, row.item));
        if (row.verdict == Verdict::undecided) row.verdict = Verdict::changed;
        return {};
    }

    const record::Content given = given_by(row);
    const Merged merged = merge(table_, with_.plan.provided[number_], held_->values(held), given.values);
    const auto unknown = unknown_differs(row, given, held);
    if (!unknown) return refuse(unknown.error());
    if (merged.keeps_more) with_.plan.findings.push_back({Reason::number_kept, row.file, row.table, Finding::none, row.at, ""});
    if (!merged.differs && !*unknown && !head.has(RowHead::gone)) {
        row.verdict = Verdict::unchanged;
        return {};
    }
    if (std::binary_search(with_.covered_after.begin(), with_.covered_after.end(), row.item)) {
        with_.plan.findings.push_back({Reason::later_year_says_otherwise, row.file, row.table, Finding::none, row.at, ""});
        row.verdict = Verdict::unchanged;
        return {};
    }
    if (with_.book.batch(found).is_none()) {
        const auto undoes = would_undo_an_edit(held, merged.values);
        if (!undoes) return refuse(undoes.error());
        if (*undoes && must_wait(row, Reason::edited_since, row.item)) return {};
    }
    row.verdict = Verdict::changed;
    return {};
}

/// What columns that the return does not know held, the Book does not hold.
Result<bool> TableMatcher::unknown_differs(const PlannedRow&, const record::Content& given, std::uint32_t held) const {
    if (given.unknown.empty()) return false;
    const auto whole = with_.earlier.whole({held_, held});
    if (!whole) return refuse(whole.error());
    return whole->unknown.find(given.unknown) == std::string::npos;
}

/// A person saved the item last. Their edit is undone where the row changes a field that they changed since the last
/// import; an item that no import ever brought is theirs in every field.
Result<bool> TableMatcher::would_undo_an_edit(std::uint32_t held, const record::Values& merged) const {
    const record::Values ours = held_->values(held);
    const auto last = with_.earlier.last_imported(with_.book.item_id({held_, held}), *table_.type);
    if (!last) return refuse(last.error());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const record::Field& field = table_.type->fields()[i];
        if (field.kind == record::FieldKind::narrative || same_value(field, ours[i], merged[i])) continue;
        if (!*last || !same_value(field, ours[i], (*last)->values[i])) return true;
    }
    return false;
}

record::Content TableMatcher::given_by(const PlannedRow& row) const {
    ledger::Part part;
    part.body = row.body;
    auto content = record::read_part(*table_.type, part);
    // The body was written by this very run.
    if (!content) throw std::logic_error(content.error().says);
    return std::move(*content);
}

}  // namespace steadfast::returns
