#include "ledger/sqlite/access_tables.hpp"

#include <algorithm>
#include <limits>

namespace steadfast::ledger::sqlite {
namespace {

std::vector<SubjectId> children_in(std::span<const std::uint8_t> bytes) {
    std::vector<SubjectId> children;
    for (std::size_t at = 0; at + 16 <= bytes.size(); at += 16) children.push_back(*SubjectId::from(bytes.subspan(at, 16)));
    return children;
}

}  // namespace

void make_access_tables(Connection& connection) {
    connection.run("CREATE TABLE access_lines(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who BLOB NOT NULL, doing INTEGER NOT NULL,"
                   " children BLOB NOT NULL, item BLOB);"
                   "CREATE TABLE access_children(child BLOB NOT NULL, at INTEGER NOT NULL, id INTEGER NOT NULL,"
                   " PRIMARY KEY(child, at, id)) WITHOUT ROWID;"
                   "CREATE TABLE access_doings(id INTEGER PRIMARY KEY, doing TEXT NOT NULL);"
                   "CREATE INDEX access_lines_by_time ON access_lines(at)");
}

void drop_access_tables(Connection& connection) {
    connection.run("DROP TABLE access_lines; DROP TABLE access_children; DROP TABLE access_doings");
}

AccessTables::AccessTables(Connection& connection)
    : connection_(connection),
      doings_(connection, "SELECT id, doing FROM access_doings WHERE id >= $1 ORDER BY id", "INSERT INTO access_doings VALUES($1, $2)") {}

void AccessTables::insert(std::span<const AccessLine> lines) {
    if (lines.empty()) return;
    std::int64_t id = connection_.number("SELECT max(id) FROM access_lines");
    auto add = connection_.query("INSERT INTO access_lines VALUES($1, $2, $3, $4, $5, $6)");
    auto add_child = connection_.query("INSERT OR IGNORE INTO access_children VALUES($1, $2, $3)");
    std::string children;
    for (const AccessLine& line : lines) {
        children.clear();
        for (const SubjectId& child : line.children) children.append(reinterpret_cast<const char*>(child.bytes().bytes.data()), 16);
        const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(children.data()), children.size());
        const std::int64_t doing = doings_.number(line.what);
        const std::int64_t at = line.at.microseconds();
        ++id;
        if (line.item.is_none()) add.with(id, at, line.who, doing, bytes, nullptr).run();
        else add.with(id, at, line.who, doing, bytes, line.item).run();
        for (const SubjectId& child : line.children) add_child.with(child, at, id).run();
    }
}

std::size_t AccessTables::remove(Instant before, std::size_t most) {
    struct Line {
        std::int64_t id;
        std::int64_t at;
        std::vector<SubjectId> children;
    };
    std::vector<Line> lines;
    {
        auto query = connection_.query("SELECT id, at, children FROM access_lines WHERE at < $1 ORDER BY at LIMIT $2");
        query.with(before.microseconds(), static_cast<std::int64_t>(most));
        while (query.step()) lines.push_back({query.number(0), query.number(1), children_in(query.bytes(2))});
    }
    for (const Line& line : lines) {
        for (const SubjectId& child : line.children)
            connection_.query("DELETE FROM access_children WHERE child = $1 AND at = $2 AND id = $3").with(child, line.at, line.id).run();
        connection_.query("DELETE FROM access_lines WHERE id = $1").with(line.id).run();
    }
    return lines.size();
}

void AccessTables::forget() { doings_.forget(); }

std::vector<AccessLine> AccessTables::lines(const std::optional<SubjectId>& child, Instant from, Instant to, std::size_t most) {
    const auto limit = static_cast<std::int64_t>(std::min<std::size_t>(most, std::numeric_limits<std::int32_t>::max()));
    std::vector<AccessLine> lines;
    auto query = child ? connection_.query("SELECT l.at, l.who, l.doing, l.children, l.item FROM access_children c JOIN access_lines l ON l.id = c.id"
                                           " WHERE c.child = $4 AND c.at BETWEEN $1 AND $2 ORDER BY c.at DESC, c.id DESC LIMIT $3")
                       : connection_.query("SELECT at, who, doing, children, item FROM access_lines"
                                           " WHERE at BETWEEN $1 AND $2 ORDER BY at DESC, id DESC LIMIT $3");
    query.with(from.microseconds(), to.microseconds(), limit);
    if (child) query.bind(4, *child);
    while (query.step()) lines.push_back(line_from(query));
    return lines;
}

void AccessTables::visit(Instant from, Instant to, const std::function<void(const AccessLine&)>& visit) {
    auto query = connection_.query("SELECT at, who, doing, children, item FROM access_lines WHERE at BETWEEN $1 AND $2 ORDER BY id");
    query.with(from.microseconds(), to.microseconds());
    while (query.step()) visit(line_from(query));
}

AccessLine AccessTables::line_from(const Query& row) {
    AccessLine line;
    line.at = Instant::from_microseconds(row.number(0));
    line.who = row.id<WorkerTag>(1);
    line.what = doings_.value(row.number(2));
    line.children = children_in(row.bytes(3));
    if (!row.is_null(4)) line.item = row.id<ItemTag>(4);
    return line;
}

}  // namespace steadfast::ledger::sqlite
