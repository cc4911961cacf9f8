#include "ledger/postgresql/writer.hpp"

#include "ledger/postgresql/append_statements.hpp"
#include "ledger/postgresql/entry_rows.hpp"
#include "ledger/postgresql/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace steadfast::ledger::postgresql {
namespace {

using namespace std::chrono_literals;

using Clock = std::chrono::steady_clock;   // Measures patience; it never says what the time is.
constexpr auto between_tries = 100ms;

/// A machine that lost its power says no goodbye: within half a minute the server must notice by itself and let go of the
/// lock. Its own default is two hours.
constexpr const char* watching_the_writer =
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET tcp_user_timeout = '20s'";

// 1398031683 and its neighbours spell "STE" and a number: this one is the writer's lock, 1398031684 guards the making of
// tables, 1398031685 an append. The second half tells the stores of one database apart.
constexpr Statement try_writer_lock{"try_writer_lock", "SELECT pg_try_advisory_lock(1398031683, hashtext(current_schema()))"};
constexpr Statement writer_lock_holder{
    "writer_lock_holder",
    "SELECT a.pid, a.application_name || coalesce(' from ' || host(a.client_addr), '') FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
    "WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
    "AND l.classid = 1398031683 AND l.objid::bigint = (hashtext(current_schema())::bigint & 4294967295) AND l.objsubid = 2"};
constexpr Statement hash_at{"hash_at", "SELECT hash FROM entries WHERE seq = $1::bigint"};
constexpr Statement still_there{"still_there", "SELECT 1"};
constexpr Statement any_entry{"any_entry", "SELECT seq FROM entries LIMIT 1"};

bool is_true(const Rows& rows) { return rows.count() == 1 && rows.at(0, 0).text() == std::string_view("\1", 1); }

Head head_before(const Entry& entry) { return {entry.seq - 1, entry.previous_hash}; }
Head head_after(const Entry& entry) { return {entry.seq, entry.hash}; }

}  // namespace

Result<std::unique_ptr<Writer>> Writer::open(std::string address, std::string called, const WriterTerms& terms) {
    std::unique_ptr<Writer> writer(new Writer(std::move(address), std::move(called), terms.patience));
    if (auto ready = writer->connect(terms.may_wait); !ready) return refuse(writer->told_apart(ready.error()));
    return writer;
}

Result<void> Writer::hold_lock() {
    if (const auto there = ask(still_there); !there) return refuse(told_apart(there.error()));
    return {};
}

Result<void> Writer::append(std::span<const Entry> group, std::span<const AccessLine> lines) {
    if (group.empty()) return append_lines(lines);
    if (filling_) return append_to_filling(group, lines);
    return commit(head_before(group.front()), head_after(group.back()), [&] { return months_.make_for(*connection_, lines); },
                  [&](Pipeline& pipeline) { put_group(pipeline, group, lines); });
}

Result<void> Writer::append_lines(std::span<const AccessLine> lines) {
    if (lines.empty()) return {};
    if (auto ready = be_ready(); !ready) return ready;
    const auto done = months_.make_for(*connection_, lines).and_then([&] { return connection_->ask(insert_access_lines, access_rows(lines)); });
    if (!done) return refuse(refusal_of(done.error()));
    return {};
}

Result<void> Writer::append_to_filling(std::span<const Entry> group, std::span<const AccessLine> lines) {
    if (head_before(group.front()) != filled_to_) {
        return refuse(Refusal::Kind::unavailable, "This group does not go on where the filling stands.", "Fill the record again from the start.");
    }
    const auto filled = fill(group);
    if (filled) {
        filled_to_ = head_after(group.back());
        return append_lines(lines);
    }
    // The next connection finds the filling cut, and empties the record again.
    filling_ = false;
    connection_.reset();
    return refuse(refusal_of(filled.error()));
}

Result<void> Writer::destroy(const Entry& order, std::span<const DestroyedParts> parts, std::span<const AccessLine> lines) {
    const auto done = commit(head_before(order), head_after(order), [&] { return months_.make_for(*connection_, lines); },
                             [&](Pipeline& pipeline) {
                                 put_group(pipeline, {&order, 1}, lines);
                                 put_destruction(pipeline, parts);
                             });
    // An update leaves the old row in its page until it is vacuumed. The destruction stands whether or not this succeeds.
    if (done && connection_ && connection_->is_idle()) static_cast<void>(connection_->run("VACUUM entries"));
    return done;
}

Result<void> Writer::destroy_again(std::span<const DestroyedParts> parts) {
    if (auto ready = be_ready(); !ready) return ready;
    const auto destroy_in_transaction = [&]() -> Attempt<void> {
        Pipeline pipeline(*connection_);
        pipeline.send(begin_transaction);
        put_destruction(pipeline, parts);
        pipeline.send(commit_transaction);
        return pipeline.finish();
    };
    const auto done = destroy_in_transaction();
    if (done) {
        static_cast<void>(connection_->run("VACUUM entries"));
        return {};
    }
    if (!done.error().lost) static_cast<void>(connection_->run("ROLLBACK"));
    return refuse(refusal_of(done.error()));
}

Result<void> Writer::start_filling() {
    if (auto ready = be_ready(); !ready) return ready;
    const auto there = connection_->ask(any_entry);
    if (!there) return refuse(refusal_of(there.error()));
    if (there->count() != 0) {
        return refuse(Refusal::Kind::invalid, "The record is not empty, and only an empty one can be filled.", "Save or import into it instead.");
    }
    const auto dropped = drop_indexes_for_filling(*connection_);
    if (!dropped) return refuse(refusal_of(dropped.error()));
    filling_ = true;
    filled_to_ = {};
    return {};
}

Result<void> Writer::finish_filling() {
    if (!filling_) return refuse(Refusal::Kind::invalid, "Nothing is being filled.", "Start a filling first.");
    filling_ = false;
    const auto built = build_indexes_after_filling(*connection_);
    if (built) return {};
    connection_.reset();
    return refuse(refusal_of(built.error()));
}

Result<Rows> Writer::ask(const Statement& statement, const Fields& parameters) {
    for (int tries = 0;; ++tries) {
        if (auto ready = be_ready(); !ready) return refuse(ready.error());
        auto rows = connection_->ask(statement, parameters);
        if (rows) return std::move(*rows);
        if (!rows.error().lost || tries > 0) return refuse(refusal_of(rows.error()));
    }
}

Result<void> Writer::be_ready() {
    if (connection_ && connection_->is_idle() && has_lock_) return {};
    filling_ = false;   // A filling does not outlive its connection.
    return connect();
}

Result<void> Writer::connect(const MayWait& may_wait) {
    const int lost_process = connection_ && has_lock_ ? connection_->server_process() : 0;
    connection_.reset();
    has_lock_ = another_writes_ = false;
    auto opened = Connection::open(address_, called_);
    if (!opened) return refuse(refusal_of(opened.error()));
    connection_ = std::move(*opened);
    if (auto durable = insist_on_durability(*connection_); !durable) return durable;
    if (auto watched = connection_->run(watching_the_writer); !watched) return refuse(refusal_of(watched.error()));
    if (auto locked = wait_for_lock(lost_process, may_wait); !locked) return locked;
    auto prepared = connection_->run("SET lock_timeout = '10s'")
                        .and_then([&] { return make_store(*connection_); })
                        .and_then([&] { return prepare_appending(*connection_); });
    if (!prepared) {
        connection_.reset();
        return refuse(refusal_of(prepared.error()));
    }
    auto emptied = empty_what_a_cut_filling_left();
    if (!emptied) connection_.reset();
    return emptied;
}

Result<void> Writer::wait_for_lock(int lost_process, const MayWait& may_wait) {
    // Asked for again and again, because a session that the server keeps waiting for a lock would keep it from tidying up.
    for (const auto started = Clock::now();; std::this_thread::sleep_for(between_tries)) {
        const bool may_try = !may_wait || may_wait();
        if (may_try) {
            const auto locked = take_lock();
            if (!locked) return refuse(refusal_of(locked.error()));
            if (*locked) return {};
            if (may_wait) continue;
        }
        const auto who = holder();
        if (!who) return refuse(refusal_of(who.error()));
        // A server process needs a moment to notice that its client was killed, and longer if it is in the middle of a commit.
        const bool is_our_last = *who && (*who)->server_process == lost_process;
        if (may_try && Clock::now() - started < (is_our_last ? 3000ms : 500ms)) continue;
        another_writes_ = true;
        return refuse(Refusal::Kind::unavailable,
                      fmt::format("Another process writes to this record: {}.", *who ? (*who)->called : "one that has just changed"),
                      "Give commands on its machine, or stop it first.");
    }
}

Refusal Writer::told_apart(Refusal refusal) const {
    if (another_writes_) refusal.kind = Refusal::Kind::clash;
    return refusal;
}

Attempt<bool> Writer::take_lock() {
    return connection_->ask(try_writer_lock).map([&](const Rows& rows) { return has_lock_ = is_true(rows); });
}

Attempt<std::optional<Writer::Holder>> Writer::holder() {
    return connection_->ask(writer_lock_holder).map([](const Rows& rows) -> std::optional<Holder> {
        if (rows.count() == 0) return std::nullopt;
        return Holder{rows.at(0, 0).int4(), std::string(rows.at(0, 1).text())};
    });
}

Result<void> Writer::empty_what_a_cut_filling_left() {
    const auto state = state_of_store(*connection_);
    if (!state) return refuse(refusal_of(state.error()));
    if (state->version > present_version) {
        return refuse(Refusal::Kind::invalid, "The record was written by a later version of this program.", "Use that version or a newer one.");
    }
    if (!state->filling) return {};
    const auto emptied = empty_after_cut_filling(*connection_);
    if (!emptied) return refuse(refusal_of(emptied.error()));
    return {};
}

Result<void> Writer::commit(const Head& before, const Head& after, const std::function<Attempt<void>()>& prepare,
                            const std::function<void(Pipeline&)>& work) {
    constexpr int most_tries = 3;
    Failure last_failure;
    for (int tries = 0; tries < most_tries; ++tries) {
        if (auto ready = be_ready(); !ready) return ready;
        if (auto prepared = prepare(); !prepared) {
            last_failure = prepared.error();
            if (last_failure.lost) continue;   // Nothing was sent yet: a fresh connection may do.
            return refuse(refusal_of(last_failure));
        }
        const auto outcome = [&]() -> Attempt<void> {
            Pipeline pipeline(*connection_);
            pipeline.send(begin_transaction);
            pipeline.send(expect_head, head_fields(before));
            work(pipeline);
            pipeline.send(commit_transaction);
            return pipeline.finish();
        }();
        if (outcome) return {};
        last_failure = outcome.error();
        if (!last_failure.lost) {
            static_cast<void>(connection_->run("ROLLBACK"));
            return refuse(refusal_of(last_failure));
        }
        switch (look_for(after)) {
            case Found::there: return {};
            case Found::not_there: continue;
            case Found::not_known:
                return refuse(Refusal::Kind::unavailable, "The database went away in the middle of saving, and whether this was saved is not known.",
                              "Save it again once the database is back: it will not be saved twice.");
        }
    }
    return refuse(refusal_of(last_failure));
}

Writer::Found Writer::look_for(const Head& head) {
    const int lost_process = connection_->server_process();
    const auto until = Clock::now() + patience_;
    do {
        if (const auto found = look_once(head, lost_process); found != Found::not_known) return found;
        std::this_thread::sleep_for(between_tries);
    } while (Clock::now() < until);
    return Found::not_known;
}

Writer::Found Writer::look_once(const Head& head, int lost_process) {
    connection_.reset();
    has_lock_ = false;
    auto opened = Connection::open(address_, called_);
    if (!opened) return Found::not_known;
    connection_ = std::move(*opened);
    // The lock outlives our connection for as long as the server still works on what we sent: only when it is free,
    // or another has it, is the outcome settled.
    const auto locked = take_lock();
    if (!locked) return Found::not_known;
    if (!*locked) {
        const auto who = holder();
        if (!who || !*who || (*who)->server_process == lost_process) return Found::not_known;
    }
    Fields seq;
    seq.int8(static_cast<std::int64_t>(head.seq));
    const auto rows = connection_->ask(hash_at, seq);
    // What comes next takes a connection that has been checked and prepared whole.
    connection_.reset();
    has_lock_ = false;
    if (!rows) return Found::not_known;
    const bool is_there = rows->count() == 1 && std::ranges::equal(rows->at(0, 0).bytes(), head.hash);
    return is_there ? Found::there : Found::not_there;
}

Attempt<void> Writer::fill(std::span<const Entry> group) {
    // Until it is finished a filling is thrown away after a cut, so it need not wait for the disk.
    constexpr const char* begin = "BEGIN; SET LOCAL synchronous_commit = off";
    constexpr std::size_t enough = 64 * 1024;
    const auto rows_of = [&](auto&& put_rows) {
        return [&, put_rows, at = std::size_t{0}](std::string& buffer) mutable {
            while (at < group.size() && buffer.size() < enough) put_rows(group[at++], buffer);
            return at < group.size();
        };
    };
    Fields row;
    const auto entry_rows = rows_of([&](const Entry& entry, std::string& buffer) {
        row.clear();
        put_entry(entry, row);
        buffer.append("\0\23", 2).append(row.encoded());
    });
    const auto subject_rows = rows_of([&](const Entry& entry, std::string& buffer) {
        for (const SubjectId& subject : entry.subjects) {
            row.clear();
            row.uuid(subject.bytes()).int8(static_cast<std::int64_t>(entry.seq));
            buffer.append("\0\2", 2).append(row.encoded());
        }
    });
    const auto add_batches = [&]() -> Attempt<void> {
        const auto batches = batch_rows(group);
        if (!batches) return {};
        return connection_->ask(insert_batches, *batches).map([](const Rows&) {});
    };
    auto filled = connection_->run(begin)
                      .and_then([&] { return connection_->copy_in("COPY entries FROM STDIN (FORMAT binary)", entry_rows); })
                      .and_then([&] { return connection_->copy_in("COPY entry_subjects FROM STDIN (FORMAT binary)", subject_rows); })
                      .and_then(add_batches)
                      .and_then([&] { return connection_->run("COMMIT"); });
    if (!filled && !filled.error().lost) static_cast<void>(connection_->run("ROLLBACK"));
    return filled;
}

}  // namespace steadfast::ledger::postgresql
