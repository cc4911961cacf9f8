#include "ledger/postgresql/access_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace steadfast::ledger::postgresql {
namespace {

int month_of(Instant at) {
    const std::chrono::sys_days day(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(at.seconds()))));
    const std::chrono::year_month_day date(day);
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::string name_of(int month) { return fmt::format("access_log_{:04}_{:02}", month / 12, month % 12 + 1); }

std::string first_day_of(int month) { return fmt::format("{:04}-{:02}-01 00:00:00+00", month / 12, month % 12 + 1); }

/// PostgreSQL's own spelling of an array, which unlike the binary one may stand in a column of arrays of several lengths.
std::string spelled(std::span<const SubjectId> children) {
    std::string text = "{";
    for (const SubjectId& child : children) {
        if (text.size() > 1) text += ',';
        text += child.text();
    }
    return text + '}';
}

const Statement select_access_months{
    "select_access_months",
    "SELECT month.relname::text FROM pg_inherits JOIN pg_class month ON month.oid = inhrelid WHERE inhparent = 'access_log'::regclass"};

const Statement delete_access_lines{"delete_access_lines", "DELETE FROM access_log WHERE at < $1::timestamptz"};

}  // namespace

const Statement insert_access_lines{
    "insert_access_lines",
    "INSERT INTO access_log (at, who, item, what, children) "
    "SELECT at, who, item, what, children::uuid[] "
    "FROM unnest($1::timestamptz[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS line (at, who, item, what, children)"};

// A child's lines are few among all lines of any span of time, which the server does not know: it would go by the time.
const Statement find_lines_about_child{
    "find_lines_about_child",
    "WITH about AS MATERIALIZED (SELECT at, line, who, item, what, children FROM access_log WHERE children @> ARRAY[$4::uuid]) "
    "SELECT at, who, item, what, children FROM about WHERE at >= $1::timestamptz AND at <= $2::timestamptz "
    "ORDER BY at DESC, line DESC LIMIT $3::bigint"};

const Statement find_lines{
    "find_lines",
    "SELECT at, who, item, what, children FROM access_log WHERE at >= $1::timestamptz AND at <= $2::timestamptz "
    "ORDER BY at DESC, line DESC LIMIT $3::bigint"};

Fields access_rows(std::span<const AccessLine> lines) {
    Fields at;
    Fields who;
    Fields item;
    Fields what;
    Fields children;
    for (const AccessLine& line : lines) {
        at.timestamp(line.at);
        who.uuid(line.who.bytes());
        item.uuid_or_null(line.item.bytes());
        what.text(line.what);
        children.text(spelled(line.children));
    }
    Fields parameters;
    parameters.array(Element::timestamp, at)
        .array(Element::uuid, who)
        .array(Element::uuid, item)
        .array(Element::text, what)
        .array(Element::text, children);
    return parameters;
}

Fields access_question(std::optional<SubjectId> child, Instant from, Instant to, std::size_t most) {
    Fields parameters;
    parameters.timestamp(from).timestamp(to).int8(static_cast<std::int64_t>(std::min<std::size_t>(most, 1'000'000'000)));
    if (child) parameters.uuid(child->bytes());
    return parameters;
}

std::vector<AccessLine> take_access_lines(const Rows& rows) {
    std::vector<AccessLine> lines;
    std::vector<Field> children;
    for (int row = 0; row < rows.count(); ++row) {
        AccessLine line;
        line.at = rows.at(row, 0).timestamp();
        line.who = WorkerId(rows.at(row, 1).uuid());
        line.item = ItemId(rows.at(row, 2).uuid());
        line.what = rows.at(row, 3).text();
        rows.at(row, 4).array_into(children);
        for (const Field& child : children) line.children.emplace_back(child.uuid());
        lines.push_back(std::move(line));
    }
    return lines;
}

Attempt<void> remove_access_lines(Connection& connection, Instant before) {
    const auto months = connection.ask(select_access_months);
    if (!months) return tl::unexpected(months.error());
    const std::string first_kept = name_of(month_of(before));
    for (int row = 0; row < months->count(); ++row) {
        const std::string month(months->at(row, 0).text());
        // Their names are made here, and sort as the months do. The table stays: whoever knows of it may write into it again.
        if (month.size() != first_kept.size() || month >= first_kept) continue;
        if (auto emptied = connection.run(fmt::format("TRUNCATE {}", month)); !emptied) return emptied;
    }
    if (const auto removed = connection.ask(delete_access_lines, Fields().timestamp(before)); !removed) return tl::unexpected(removed.error());
    // A row that was removed stands in its page until it is vacuumed.
    return connection.run("VACUUM access_log");
}

Attempt<void> AccessMonths::make_for(Connection& connection, std::span<const AccessLine> lines) {
    const std::scoped_lock lock(mutex_);
    for (const AccessLine& line : lines) {
        const int month = month_of(line.at);
        if (made_.contains(month)) continue;
        // Two processes that meet a new month together would otherwise both make it, and one would fail.
        const auto made = connection.run(
            fmt::format("BEGIN; SELECT pg_advisory_xact_lock(1398031684, hashtext(current_schema())); "
                        "CREATE TABLE IF NOT EXISTS {} PARTITION OF access_log FOR VALUES FROM ('{}') TO ('{}'); COMMIT",
                        name_of(month), first_day_of(month), first_day_of(month + 1)));
        if (!made) {
            if (!made.error().lost) static_cast<void>(connection.run("ROLLBACK"));
            return made;
        }
        made_.insert(month);
    }
    return {};
}

Attempt<void> AccessMonths::append(Connection& connection, std::span<const AccessLine> lines) {
    return make_for(connection, lines).and_then([&] { return connection.ask(insert_access_lines, access_rows(lines)).map([](const Rows&) {}); });
}

}  // namespace steadfast::ledger::postgresql
