#include "ledger/postgresql/postgresql_store.hpp"

#include "ledger/postgresql/check_before_reading.hpp"
#include "ledger/postgresql/entry_rows.hpp"
#include "ledger/postgresql/pool.hpp"
#include "ledger/postgresql/postgresql_documents.hpp"
#include "ledger/postgresql/schema.hpp"
#include "ledger/postgresql/shelved_rows.hpp"
#include "ledger/postgresql/store_statements.hpp"
#include "ledger/postgresql/writer.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace steadfast::ledger {
namespace postgresql {
namespace {

constexpr std::size_t most_idle_connections = 6;
constexpr std::int64_t rows_at_a_time = 10'000;
constexpr std::int64_t entries_at_a_time = 500;   // With narratives of 20 KB that is 10 MB.
constexpr auto between_looks = std::chrono::milliseconds(50);

std::string name_of_this_process(Mode mode) {
    std::array<char, 40> host{};
    gethostname(host.data(), host.size() - 1);
    return fmt::format("steadfast {} on {}, process {}", mode == Mode::write ? "writer" : "reader", host.data(), getpid());
}

/// Sequences are unsigned and may be asked for up to "the end"; the database's are signed.
std::int64_t in_range(Sequence seq) {
    return static_cast<std::int64_t>(std::min<Sequence>(seq, static_cast<Sequence>(std::numeric_limits<std::int64_t>::max() - 1)));
}

template <std::size_t Size>
std::array<std::uint8_t, Size> array_of(const Field& field) {
    std::array<std::uint8_t, Size> array{};
    std::ranges::copy(field.bytes().first(std::min(Size, field.bytes().size())), array.begin());
    return array;
}

template <class Ids>
Fields uuids(const Ids& ids) {
    Fields fields;
    for (const auto& id : ids) fields.uuid(id.bytes());
    return fields;
}

bool is_true(const Field& field) { return field.text() == std::string_view("\1", 1); }

Entry entry_in(const Rows& rows, int row) {
    std::array<Field, columns_of_whole_entries> fields;
    rows.row_into(row, fields);
    return take_entry(fields);
}

Head head_in(const Rows& rows) {
    if (rows.count() == 0) return {};
    return {static_cast<Sequence>(rows.at(0, 0).int8()), array_of<32>(rows.at(0, 1))};
}

class PostgresqlStore final : public Store {
public:
    PostgresqlStore(std::string address, std::unique_ptr<Writer> writer)
        : pool_(std::move(address), name_of_this_process(Mode::read_only), most_idle_connections), writer_(std::move(writer)) {}

    Result<void> hold_lock() override {
        return as_writer([&] { return writer_->hold_lock(); });
    }

    // --- the chain ---

    Result<Head> head() override {
        return for_the_writer(select_head).map(head_in);
    }

    Result<std::vector<std::uint32_t>> latest_versions(std::span<const ItemId> items) override {
        return for_the_writer(select_latest_versions, Fields().array(Element::uuid, uuids(items))).map([](const Rows& rows) {
            std::vector<std::uint32_t> versions;
            for (int row = 0; row < rows.count(); ++row) versions.push_back(static_cast<std::uint32_t>(rows.at(row, 0).int4()));
            return versions;
        });
    }

    Result<std::vector<std::optional<Entry>>> saved_under(std::span<const IdempotencyKey> keys) override {
        return for_the_writer(select_saved_under, Fields().array(Element::uuid, uuids(keys))).map([&](const Rows& rows) {
            std::vector<std::optional<Entry>> entries(keys.size());
            for (int row = 0; row < rows.count(); ++row) {
                const auto place = static_cast<std::size_t>(rows.at(row, columns_of_whole_entries).int8()) - 1;
                if (place < entries.size()) entries[place] = entry_in(rows, row);
            }
            return entries;
        });
    }

    Result<Known> known(std::span<const ItemId> items, std::span<const IdempotencyKey> keys) override {
        Known known;
        bool any_taken = false;
        const Fields asked = Fields().array(Element::uuid, uuids(items)).array(Element::uuid, uuids(keys));
        const auto rows = for_the_writer(select_known, asked);
        if (!rows) return refuse(rows.error());
        known.versions.resize(items.size());
        for (int row = 0; row < rows->count(); ++row) {
            const auto place = static_cast<std::size_t>(rows->at(row, 0).int8()) - 1;
            if (is_true(rows->at(row, 2))) any_taken = any_taken || !rows->at(row, 1).is_null();
            else if (place < items.size()) known.versions[place] = static_cast<std::uint32_t>(rows->at(row, 1).int8());
        }
        if (!any_taken) {
            known.saved_under.resize(keys.size());
            return known;
        }
        auto saved = saved_under(keys);
        if (!saved) return refuse(saved.error());
        known.saved_under = std::move(*saved);
        return known;
    }

    Result<void> append(std::span<const Entry> group, std::span<const AccessLine> lines) override {
        return as_writer([&] { return writer_->append(group, lines); });
    }
    Result<void> start_filling() override { return as_writer([&] { return writer_->start_filling(); }); }
    Result<void> finish_filling() override { return as_writer([&] { return writer_->finish_filling(); }); }

    // --- reading ---

    Result<void> read(Sequence from, Sequence to, const Visit& visit) override {
        return on_any_connection([&](Connection& connection) { return copy_views(connection, from, to, visit); });
    }

    Result<void> read_whole(Sequence from, Sequence to, const VisitWhole& visit) override {
        for (Sequence next = from; next <= to;) {
            const auto rows = ask(select_whole, Fields().int8(in_range(next)).int8(in_range(to)).int8(entries_at_a_time));
            if (!rows) return refuse(rows.error());
            for (int row = 0; row < rows->count(); ++row) {
                const Entry entry = entry_in(*rows, row);
                next = entry.seq + 1;
                if (!visit(entry)) return {};
            }
            if (rows->count() < entries_at_a_time) return {};
        }
        return {};
    }

    Result<std::vector<Entry>> entries_about(SubjectId subject, Sequence up_to) override {
        return entries(select_about, subject.bytes(), up_to);
    }
    Result<std::vector<Entry>> entries_of(ItemId item, Sequence up_to) override { return entries(select_of, item.bytes(), up_to); }

    Result<std::optional<Entry>> entry(Sequence seq) override {
        return ask(select_whole, Fields().int8(in_range(seq)).int8(in_range(seq)).int8(1)).map([](const Rows& rows) -> std::optional<Entry> {
            if (rows.count() == 0) return std::nullopt;
            return entry_in(rows, 0);
        });
    }

    Result<Sequence> last_recorded_by(Instant at) override {
        // Instants never fall along the chain, so halving finds the place without an index of its own.
        Sequence low = 0;   // Recorded at or before the instant, or before everything.
        const auto last = ask(select_head).map(head_in);
        if (!last) return refuse(last.error());
        Sequence high = last->seq;
        while (low < high) {
            const Sequence middle = low + (high - low + 1) / 2;
            const auto rows = ask(select_recorded_at, Fields().int8(in_range(middle)));
            if (!rows) return refuse(rows.error());
            if (rows->count() == 0 || rows->at(0, 1).timestamp() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    Result<std::vector<Batch>> batches() override {
        return ask(select_batches).map([](const Rows& rows) {
            std::vector<Batch> batches;
            for (int row = 0; row < rows.count(); ++row) {
                batches.push_back({BatchId(rows.at(row, 0).uuid()), static_cast<Sequence>(rows.at(row, 1).int8()),
                                   static_cast<Sequence>(rows.at(row, 2).int8()), static_cast<Sequence>(rows.at(row, 3).int8()),
                                   static_cast<Batch::State>(rows.at(row, 4).int2())});
            }
            return batches;
        });
    }

    Result<void> read_subject_index(const VisitSubject& visit) override {
        SubjectId subject;
        Sequence seq = 0;
        for (;;) {
            const auto rows = ask(select_subject_index, Fields().uuid(subject.bytes()).int8(in_range(seq)).int8(rows_at_a_time));
            if (!rows) return refuse(rows.error());
            for (int row = 0; row < rows->count(); ++row) {
                subject = SubjectId(rows->at(row, 0).uuid());
                seq = static_cast<Sequence>(rows->at(row, 1).int8());
                visit(subject, seq);
            }
            if (rows->count() < rows_at_a_time) return {};
        }
    }

    Result<Head> follow(Sequence after, int milliseconds) override {
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
        const auto behind = ask(select_behind);
        if (!behind) return refuse(behind.error());
        if (auto latest = check_while_following(behind->at(0, 0).int8(), is_true(behind->at(0, 1))); !latest) {
            std::this_thread::sleep_until(until);
            return refuse(latest.error());
        }
        // A look costs the server some tens of microseconds, works on a standby, and notices a lost connection, as LISTEN would not.
        for (;;) {
            const auto found = ask(select_head).map(head_in);
            if (!found || found->seq > after || std::chrono::steady_clock::now() >= until) return found;
            std::this_thread::sleep_for(between_looks);
        }
    }

    // --- destruction and signed heads ---

    Result<void> destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines) override {
        return as_writer([&] { return writer_->destroy(order, parts, lines); });
    }
    Result<void> destroy_again(std::span<const DestroyedParts> parts) override {
        return as_writer([&] { return writer_->destroy_again(parts); });
    }
    Result<void> keep_signed_head(const SignedHead& head) override {
        return change(insert_signed_head,
                      Fields().int8(in_range(head.head.seq)).bytes(head.head.hash).timestamp(head.signed_at).bytes(head.signature));
    }
    Result<std::vector<SignedHead>> signed_heads() override {
        return ask(select_signed_heads).map([](const Rows& rows) {
            std::vector<SignedHead> heads;
            for (int row = 0; row < rows.count(); ++row) {
                heads.push_back({{static_cast<Sequence>(rows.at(row, 0).int8()), array_of<32>(rows.at(row, 1))},
                                 rows.at(row, 2).timestamp(), array_of<64>(rows.at(row, 3))});
            }
            return heads;
        });
    }

    // --- the access log ---

    Result<void> append_access(std::span<const AccessLine> lines) override {
        if (lines.empty()) return {};
        return on_any_connection([&](Connection& connection) { return months_.append(connection, lines); });
    }
    Result<std::vector<AccessLine>> access_lines(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most) override {
        return ask(child ? find_lines_about_child : find_lines, access_question(child, from, to, most)).map(take_access_lines);
    }

    Result<void> read_access(Instant from, Instant to, const VisitAccess& visit) override {
        Instant at = from;
        std::int64_t line = 0;   // Lines are numbered from 1.
        for (;;) {
            const auto rows = ask(select_access_log, Fields().timestamp(at).int8(line).timestamp(to).int8(rows_at_a_time));
            if (!rows) return refuse(rows.error());
            for (const AccessLine& read : take_access_lines(*rows)) visit(read);
            if (rows->count() < rows_at_a_time) return {};
            at = rows->at(rows->count() - 1, 0).timestamp();
            line = rows->at(rows->count() - 1, 5).int8();
        }
    }
    Result<void> remove_access(Instant before) override {
        if (!writer_) return opened_for_reading_only();
        return on_any_connection([&](Connection& connection) { return remove_access_lines(connection, before); });
    }

    // --- shelves ---

    Result<void> put(Shelf shelf, const Shelved& shelved) override { return put_and_remove(shelf, std::span(&shelved, 1), {}); }
    Result<std::optional<Shelved>> get(Shelf shelf, std::string_view key) override {
        return ask(select_shelved, Fields().int2(static_cast<std::int16_t>(shelf)).bytes(bytes_of(key)))
            .map([](const Rows& rows) -> std::optional<Shelved> {
                if (rows.count() == 0) return std::nullopt;
                return shelved_in(rows, 0);
            });
    }
    Result<std::vector<Shelved>> all(Shelf shelf) override {
        return ask(select_shelf, Fields().int2(static_cast<std::int16_t>(shelf))).map([](const Rows& rows) {
            std::vector<Shelved> shelved;
            for (int row = 0; row < rows.count(); ++row) shelved.push_back(shelved_in(rows, row));
            return shelved;
        });
    }
    Result<void> remove(Shelf shelf, std::string_view key) override {
        const std::string one(key);
        return put_and_remove(shelf, {}, std::span(&one, 1));
    }
    Result<void> put_and_remove(Shelf shelf, std::span<const Shelved> puts, std::span<const std::string> removes) override {
        const auto number = static_cast<std::int16_t>(shelf);
        if (!puts.empty())
            if (auto done = change(upsert_several_shelved, several_shelved(number, puts)); !done) return done;
        if (removes.empty()) return {};
        Fields keys;
        for (const std::string& key : removes) keys.bytes(bytes_of(key));
        return change(delete_several_shelved, Fields().int2(number).array(Element::bytes, keys));
    }
    Documents& documents() override { return documents_; }

private:
    Result<Rows> ask(const Statement& statement, const Fields& parameters = {}) {
        auto rows = pool_.ask(statement, parameters);
        if (!rows) return refuse(refusal_of(rows.error()));
        return std::move(*rows);
    }

    /// What the writer decides from must come from the server that it appends to, even in the middle of a failover.
    Result<Rows> for_the_writer(const Statement& statement, const Fields& parameters = {}) {
        if (!writer_) return ask(statement, parameters);
        const std::scoped_lock lock(writer_mutex_);
        return writer_->ask(statement, parameters);
    }

    Result<void> as_writer(const std::function<Result<void>()>& work) {
        if (!writer_) return opened_for_reading_only();
        const std::scoped_lock lock(writer_mutex_);
        return work();
    }

    /// Small changes outside the chain: each may be done twice without harm. They go where the writer's lock is, so that a
    /// writer whom another has replaced can't put back what that one removed.
    Result<void> change(const Statement& statement, const Fields& parameters) {
        if (!writer_) return opened_for_reading_only();
        return for_the_writer(statement, parameters).map([](const Rows&) {});
    }

    static tl::unexpected<Refusal> opened_for_reading_only() {
        return refuse(Refusal::Kind::not_allowed, "The record was opened for reading only.", "Use the server that writes to it.");
    }

    /// Tries once more on a fresh connection where one that stood idle turns out to have been cut before it did anything.
    Result<void> on_any_connection(const std::function<Attempt<void>(Connection&)>& work) {
        for (std::size_t tries = 0;; ++tries) {
            auto connection = pool_.borrow();
            if (!connection) return refuse(refusal_of(connection.error()));
            const auto done = work(**connection);
            if (done) return {};
            if (!done.error().lost || tries > most_idle_connections) return refuse(refusal_of(done.error()));
        }
    }

    Attempt<void> copy_views(Connection& connection, Sequence& from, Sequence to, const Visit& visit) {
        ViewReader reader(types_);
        return connection.copy_out(fmt::format("COPY (SELECT {} FROM entries WHERE seq BETWEEN {} AND {} ORDER BY seq) TO STDOUT (FORMAT binary)",
                                               view_columns, in_range(from), in_range(to)),
                                   [&](std::string_view row) {
                                       std::array<Field, columns_of_view> fields;
                                       if (!take_copied_row(row, fields)) return;
                                       const EntryView& view = reader.take(fields);
                                       visit(view);
                                       from = view.seq + 1;   // Should the connection die, the next one goes on from here.
                                   });
    }

    Result<std::vector<Entry>> entries(const Statement& statement, const IdBytes& id, Sequence up_to) {
        return ask(statement, Fields().uuid(id).int8(in_range(up_to))).map([](const Rows& rows) {
            std::vector<Entry> entries;
            entries.reserve(static_cast<std::size_t>(rows.count()));
            for (int row = 0; row < rows.count(); ++row) entries.push_back(entry_in(rows, row));
            return entries;
        });
    }

    Pool pool_;
    TypeNames types_;
    AccessMonths months_;
    std::mutex writer_mutex_;
    std::unique_ptr<Writer> writer_;
    PostgresqlDocuments documents_{pool_, writer_ ? Mode::write : Mode::read_only};
};

}  // namespace
}  // namespace postgresql

Result<std::unique_ptr<Store>> open_postgresql_store(std::string_view address, Mode mode, const WriterTerms& terms) {
    using namespace postgresql;
    const std::string text(address);
    std::unique_ptr<Writer> writer;
    if (mode == Mode::write) {
        auto opened = Writer::open(text, name_of_this_process(Mode::write), terms);
        if (!opened) return refuse(opened.error());
        writer = std::move(*opened);
    } else if (auto readable = check_before_reading(text, name_of_this_process(mode)); !readable) {
        return refuse(readable.error());
    }
    return std::make_unique<PostgresqlStore>(text, std::move(writer));
}

}  // namespace steadfast::ledger
