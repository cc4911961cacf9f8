#include "returns/imports/append.hpp"

#include "returns/imports/changes.hpp"
#include "returns/imports/saving.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_set>

namespace steadfast::returns {
namespace {

constexpr std::size_t changes_at_once = 500;   // Of items that people may be working on.

/// One import at a time: two would strike out each other's.
std::mutex& one_at_a_time() {
    static std::mutex mutex;
    return mutex;
}

Result<void> end_batch(record::Record& record, ledger::Kind how, ledger::ItemId import, ledger::WorkerId by) {
    const auto versions = record.ledger().store().latest_versions(std::span(&import, 1));
    if (!versions) return refuse(versions.error());
    ledger::Change change;
    change.kind = how;
    change.item = import;
    change.starts_from = versions->front();
    change.type = record::type_of<Import>().key();
    change.recorded_by = by;
    std::vector<ledger::Change> changes;
    changes.push_back(std::move(change));
    const auto saved = record.ledger().save_and_wait(std::move(changes));
    if (!saved) return refuse(saved.error());
    return {};
}

Result<std::size_t> strike_out_open_batches(record::Record& record, ledger::WorkerId by) {
    const auto batches = record.ledger().store().batches();
    if (!batches) return refuse(batches.error());
    std::size_t struck = 0;
    for (const ledger::Batch& batch : *batches) {
        if (batch.state != ledger::Batch::State::open) continue;
        if (auto ended = end_batch(record, ledger::Kind::batch_struck_out, ledger::ItemId(batch.id.bytes()), by); !ended)
            return refuse(ended.error());
        ++struck;
    }
    return struck;
}

/// Records one plan, step by step.
class Appending {
public:
    Appending(Plan& plan, const record::Book& book, record::Record& record, ledger::ItemId import, ledger::WorkerId by,
              const Progress& progress)
        : plan_(plan),
          book_(book),
          record_(record),
          earlier_(plan.layout.of, book, &record.ledger().store()),
          changes_(plan, book, earlier_, import, by),
          saving_(record.ledger()),
          progress_(progress) {}

    Result<std::size_t> run() {
        if (auto saved = saving_.add(changes_.of_import()); !saved) return refuse(saved.error());
        if (auto saved = save_new(); !saved) return refuse(saved.error());
        if (auto saved = saving_.finish(); !saved) return refuse(saved.error());
        // What people may be working on comes last, so that it is held for as short a time as can be.
        if (auto saved = save_changed(); !saved) return refuse(saved.error());
        if (auto saved = save_overtaken(); !saved) return refuse(saved.error());
        if (counts_moved_) {
            ledger::Change import = changes_.of_import();
            import.starts_from = 1;
            if (auto saved = saving_.add(std::move(import)); !saved) return refuse(saved.error());
        }
        if (auto saved = saving_.finish(); !saved) return refuse(saved.error());
        return saving_.saved() + saved_changed_;
    }

private:
    Result<void> save_new() {
        for (const PlannedChild& child : plan_.children)
            if (child.is_made)
                if (auto saved = saving_.add(changes_.of_made_person(child)); !saved) return saved;
        for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
            PlannedRow& row = plan_.rows[i];
            if (progress_ && i % 10'000 == 0) progress_("Recording", i, plan_.rows.size());
            if (row.verdict == Verdict::added) {
                if (is_in_a_question(static_cast<std::uint32_t>(i))) continue;   // Its body is wanted for the question too.
                if (auto saved = saving_.add(changes_.of_added(row)); !saved) return saved;
            } else if (row.verdict == Verdict::waiting && !row.was_asked) {
                if (auto saved = saving_.add(changes_.of_waiting(row)); !saved) return saved;
            }
        }
        for (const PlannedProposal& proposal : plan_.proposals) {
            if (!proposal.was_asked)
                if (auto saved = saving_.add(changes_.of_proposal(proposal)); !saved) return saved;
            if (auto saved = saving_.add(changes_.of_added(plan_.rows[proposal.row])); !saved) return saved;
        }
        for (const PlannedGone& gone : plan_.gone)
            if (gone.waits && !gone.was_asked)
                if (auto saved = saving_.add(changes_.of_waiting_gone(gone)); !saved) return saved;
        for (ledger::Change& change : changes_.of_coverage())
            if (auto saved = saving_.add(std::move(change)); !saved) return saved;
        return {};
    }

    /// Where a person answers one of them at this moment, theirs stays.
    Result<void> save_overtaken() {
        for (const ledger::ItemId& question : plan_.overtaken) {
            auto change = changes_.of_overtaken(question);
            if (!change) return refuse(change.error());
            const auto saved = record_.ledger().save_and_wait({std::move(*change)});
            if (!saved && saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
            if (saved) ++saved_changed_;
        }
        return {};
    }

    bool is_in_a_question(std::uint32_t row) {
        if (proposed_.empty())
            for (const PlannedProposal& proposal : plan_.proposals) proposed_.insert(proposal.row);
        return proposed_.contains(row);
    }

    struct Pending {
        PlannedRow* row = nullptr;
        PlannedGone* gone = nullptr;
        [[nodiscard]] ledger::ItemId item() const { return row != nullptr ? row->item : gone->item; }
        [[nodiscard]] std::uint16_t table() const { return row != nullptr ? row->table : gone->table; }
        [[nodiscard]] std::uint32_t existing() const { return row != nullptr ? row->existing : gone->existing; }
    };

    Result<void> save_changed() {
        std::vector<Pending> pending;
        for (PlannedRow& row : plan_.rows)
            if (row.verdict == Verdict::changed) pending.push_back({&row, nullptr});
        for (PlannedGone& gone : plan_.gone)
            if (!gone.waits) pending.push_back({nullptr, &gone});
        for (std::size_t first = 0; first < pending.size(); first += changes_at_once) {
            if (progress_) progress_("Recording changes", first, pending.size());
            const std::size_t count = std::min(changes_at_once, pending.size() - first);
            if (auto saved = save_group(std::span(pending).subspan(first, count)); !saved) return saved;
        }
        return {};
    }

    /// A clash means that a person saved one of them since the plan was judged. Theirs stays and the row asks.
    Result<void> save_group(std::span<const Pending> group) {
        for (int attempt = 0; attempt < 5; ++attempt) {
            const auto versions = versions_of(group);
            if (!versions) return refuse(versions.error());
            std::vector<ledger::Change> changes;
            for (std::size_t i = 0; i < group.size(); ++i) {
                if (is_over(group[i])) continue;
                const auto held = changes_.held(group[i].table(), group[i].existing());
                const auto moved = moved_on(held, (*versions)[i]);
                if (!moved) return refuse(moved.error());
                if (*moved) {
                    if (auto asked = ask_instead(group[i]); !asked) return asked;
                    continue;
                }
                auto change = group[i].row != nullptr ? changes_.of_changed(*group[i].row, (*versions)[i])
                                                      : changes_.of_gone(*group[i].gone, (*versions)[i]);
                if (!change) return refuse(change.error());
                changes.push_back(std::move(*change));
            }
            if (changes.empty()) return {};
            const std::size_t count = changes.size();
            const auto saved = record_.ledger().save_and_wait(std::move(changes));
            if (saved) {
                saved_changed_ += count;
                return {};
            }
            if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
        }
        return refuse(Refusal::Kind::clash, "People kept changing what the import was changing.",
                      "Import again when it is quieter.");
    }

    Result<std::vector<std::uint32_t>> versions_of(std::span<const Pending> group) {
        std::vector<ledger::ItemId> items;
        for (const Pending& one : group) items.push_back(one.item());
        return record_.ledger().store().latest_versions(items);
    }

    static bool is_over(const Pending& one) {
        return one.row != nullptr ? one.row->verdict != Verdict::changed : one.gone->waits;
    }

    /// Versions of an import that was struck out do not count as anybody's.
    Result<bool> moved_on(const record::Found& held, std::uint32_t latest) {
        if (latest == held.head().version) return false;
        const auto entries =
            record_.ledger().store().entries_of(book_.item_id(held), std::numeric_limits<ledger::Sequence>::max() >> 1);
        if (!entries) return refuse(entries.error());
        const auto batches = record_.ledger().store().batches();
        if (!batches) return refuse(batches.error());
        return std::any_of(entries->begin(), entries->end(), [&](const ledger::Entry& entry) {
            if (entry.version <= held.head().version) return false;
            return std::none_of(batches->begin(), batches->end(), [&](const ledger::Batch& batch) {
                return batch.id == entry.batch && batch.state == ledger::Batch::State::struck_out;
            });
        });
    }

    Result<void> ask_instead(const Pending& one) {
        counts_moved_ = true;
        TableCounts& counts = plan_.counts[one.table()];
        if (one.row != nullptr) {
            one.row->verdict = Verdict::waiting;
            one.row->waits_for = Reason::edited_since;
            --counts.changed;
            ++counts.waiting;
            plan_.findings.push_back({Reason::edited_since, one.row->file, one.row->table, Finding::none, one.row->at, ""});
            return saving_.add(changes_.of_waiting(*one.row));
        }
        one.gone->waits = true;
        --counts.gone;
        plan_.findings.push_back({Reason::gone_but_edited, Finding::none, one.gone->table, Finding::none, 0, ""});
        return saving_.add(changes_.of_waiting_gone(*one.gone));
    }

    Plan& plan_;
    const record::Book& book_;
    record::Record& record_;
    EarlierImports earlier_;
    Changes changes_;
    Saving saving_;
    const Progress& progress_;
    std::unordered_set<std::uint32_t> proposed_;
    std::size_t saved_changed_ = 0;
    bool counts_moved_ = false;
};

}  // namespace

Result<std::size_t> strike_out_cut_imports(record::Record& record, ledger::WorkerId by) {
    const std::unique_lock hold(one_at_a_time(), std::try_to_lock);
    if (!hold) return std::size_t{0};   // One is under way, and it is not cut.
    return strike_out_open_batches(record, by);
}

Result<Appended> append(Plan& plan, std::shared_ptr<const record::Book> book, record::Record& record, ledger::WorkerId by,
                        const Progress& progress) {
    const std::unique_lock hold(one_at_a_time(), std::try_to_lock);
    if (!hold) return refuse(Refusal::Kind::clash, "Another import is under way.", "Wait until it is done, then import again.");
    if (auto struck = strike_out_open_batches(record, by); !struck) return refuse(struck.error());

    const ledger::ItemId import = ledger::ItemId::random();
    const bool is_empty = record.ledger().head().seq == 0;
    if (is_empty)
        if (auto filling = record.ledger().start_filling(); !filling) return refuse(filling.error());
    Result<std::size_t> entries = Appending(plan, *book, record, import, by, progress).run();
    Result<void> ended;
    if (entries) ended = end_batch(record, ledger::Kind::batch_closed, import, by);
    if (is_empty) {
        const auto finished = record.ledger().finish_filling();
        if (!finished && ended) ended = refuse(finished.error());
    }
    if (entries && ended) return Appended{import, *entries + 1};
    // A store that is away can't be told now; the next import, or the next start, strikes it out.
    static_cast<void>(strike_out_open_batches(record, by));
    return refuse(entries ? ended.error() : entries.error());
}

}  // namespace steadfast::returns
