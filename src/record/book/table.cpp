#include "record/book/table.hpp"

#include <algorithm>
#include <climits>
#include <cstring>
#include <simdjson.h>

namespace steadfast::record {
namespace {

constexpr std::uint16_t not_in_set = 0x8000;

/// simdjson reads some bytes past the end of a text; this gives it room for that, once.
simdjson::padded_string_view padded(std::string_view text) {
    thread_local std::vector<char> room;
    if (room.size() < text.size() + simdjson::SIMDJSON_PADDING) room.resize(2 * text.size() + simdjson::SIMDJSON_PADDING);
    std::memcpy(room.data(), text.data(), text.size());
    return simdjson::padded_string_view(room.data(), text.size(), room.size());
}

std::vector<std::string> split_at_commas(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return parts;
}

}  // namespace

/// What one field of the body being read holds, before it is put into its column.
struct Table::Cell {
    std::int32_t number = INT_MIN;
    std::uint16_t code = 0;
    TextArena::Place text = 0;
    When when;
    IdBytes link;
};

namespace {
/// The cells of the row being read: one writer, one row at a time.
template <class Cell>
std::vector<Cell>& cells() {
    thread_local std::vector<Cell> row;
    return row;
}

/// Puts a cell into the one of a field's columns that holds what its kind holds.
template <class Column, class Cell, class Put>
void put_cell(Column& column, FieldKind kind, const Cell& cell, const Put& put) {
    switch (kind) {
        case FieldKind::day:
        case FieldKind::number: put(column.numbers, cell.number); break;
        case FieldKind::code:
        case FieldKind::yes_no: put(column.codes, cell.code); break;
        case FieldKind::codes:
        case FieldKind::text: put(column.texts, cell.text); break;
        case FieldKind::when: put(column.whens, cell.when); break;
        case FieldKind::link: put(column.links, cell.link); break;
        case FieldKind::narrative: break;
    }
}
}  // namespace

Table::Table(const ItemType& type, Spine& spine)
    : type_(&type),
      spine_(&spine),
      keeps_parts_(std::ranges::any_of(type.fields(), [](const Field& field) { return field.is_about_each && field.kind != FieldKind::narrative; })),
      columns_(type.fields().size()) {}

std::uint32_t Table::append(const RowHead& head, std::string_view body, std::span<const std::string_view> bodies, std::uint64_t epoch) {
    const auto row = static_cast<std::uint32_t>(heads_.size());
    RowHead marked = head;
    if (body.empty()) marked.flags |= RowHead::destroyed;
    if (!read(body, marked)) marked.flags |= RowHead::unreadable;
    put_cells(row, true, epoch);
    if (keeps_parts_) first_parts_.push_back(append_parts(bodies, marked, epoch), epoch);
    heads_.push_back(marked, epoch);
    return row;
}

void Table::overwrite(std::uint32_t row, const RowHead& head, std::string_view body, std::span<const std::string_view> bodies,
                      std::uint64_t epoch) {
    RowHead marked = head;
    if (body.empty()) marked.flags |= RowHead::destroyed;
    if (!read(body, marked)) marked.flags |= RowHead::unreadable;
    put_cells(row, false, epoch);
    // What stood there before stays behind, read by nobody but older versions.
    if (keeps_parts_) first_parts_.put(row, append_parts(bodies, marked, epoch), epoch);
    heads_.put(row, marked, epoch);
}

std::uint32_t Table::append_parts(std::span<const std::string_view> bodies, RowHead& head, std::uint64_t epoch) {
    if (std::ranges::all_of(bodies, &std::string_view::empty)) return no_part;
    const std::uint32_t first = parts_;
    for (const std::string_view body : bodies) {
        if (!read(body, head)) head.flags |= RowHead::unreadable;
        const auto& cells_now = cells<Cell>();
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (type_->fields()[i].is_about_each) put_cell(columns_[i], type_->fields()[i].kind, cells_now[i], [epoch](auto& column, const auto& value) { column.push_back(value, epoch); });
        ++parts_;
    }
    return first;
}

bool Table::read(std::string_view body, RowHead& head) {
    auto& row = cells<Cell>();
    row.assign(columns_.size(), Cell{});
    if (body.empty()) return true;
    const std::uint32_t shape = shape_of(body);
    if (shape == type_->shape() || !type_->is_declared()) return read_as_it_stands(body, head);
    if (shape > type_->shape()) return false;
    const auto today = brought_to_today(body, shape, type_->earlier_shapes());
    return today && read_as_it_stands(*today, head);
}

bool Table::read_as_it_stands(std::string_view body, RowHead& head) {
    auto& row = cells<Cell>();
    thread_local simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    if (parser.iterate(padded(body)).get(document)) return false;
    simdjson::ondemand::object object;
    if (document.get_object().get(object)) return false;

    // Bodies are written in the declaration's order, so the next field is nearly always the one expected.
    std::size_t expected = 0;
    for (auto member : object) {
        std::string_view key;
        if (member.unescaped_key().get(key)) return false;
        if (key == shape_key) continue;   // The first member, where there is one.
        std::size_t field = expected;
        while (field < columns_.size() && type_->fields()[field].key != key) ++field;
        if (field == columns_.size()) {
            const auto found = type_->position(key);
            if (!found) {
                if (key == "_gone") head.flags |= RowHead::gone;
                else if (key == "_fit_for_each") head.flags |= RowHead::fit_for_each;
                continue;
            }
            field = *found;
        }
        expected = field + 1;

        simdjson::ondemand::value value;
        if (member.value().get(value)) return false;
        bool is_null = false;
        if (value.is_null().get(is_null)) return false;
        if (is_null) continue;
        Cell& cell = row[field];
        std::string_view text;
        switch (type_->fields()[field].kind) {
            case FieldKind::number: {
                std::int64_t number = 0;
                if (value.get(number) || number <= INT_MIN || number > INT_MAX) return false;
                cell.number = static_cast<std::int32_t>(number);
                break;
            }
            case FieldKind::yes_no: {
                bool yes = false;
                if (value.get(yes)) return false;
                cell.code = yes ? 1 : 2;
                break;
            }
            case FieldKind::codes: {
                simdjson::ondemand::array array;
                if (value.get(array)) return false;
                std::string joined;
                for (auto code : array) {
                    if (code.get(text)) return false;
                    if (!joined.empty()) joined += ',';
                    joined += text;
                }
                cell.text = spine_->texts.put(joined);
                break;
            }
            case FieldKind::day: {
                if (value.get(text)) return false;
                const auto date = Date::parse_iso(text);
                if (!date) return false;
                cell.number = date->days_since_1970();
                break;
            }
            case FieldKind::when: {
                if (value.get(text)) return false;
                const auto when = When::parse(text);
                if (!when) return false;
                cell.when = *when;
                break;
            }
            case FieldKind::link: {
                if (value.get(text)) return false;
                const auto link = IdBytes::parse(text);
                if (!link) return false;
                cell.link = *link;
                break;
            }
            case FieldKind::code:
                if (value.get(text)) return false;
                cell.code = code_number(field, text);
                break;
            case FieldKind::text:
                if (value.get(text)) return false;
                cell.text = spine_->texts.put(text);
                break;
            case FieldKind::narrative: break;
        }
    }
    return true;
}

std::uint16_t Table::code_number(std::size_t field, std::string_view code) {
    if (code.empty()) return 0;
    if (const auto position = type_->fields()[field].codes->find(code)) return static_cast<std::uint16_t>(1 + *position);
    auto& given = columns_[field].given;
    for (std::size_t i = 0; i < given.size(); ++i)
        if (spine_->texts.at(given[i]) == code) return static_cast<std::uint16_t>(not_in_set | i);
    if (given.size() >= not_in_set - 1u) return static_cast<std::uint16_t>(not_in_set | (given.size() - 1));
    given.push_back(spine_->texts.put(code));
    return static_cast<std::uint16_t>(not_in_set | (given.size() - 1));
}

void Table::put_cells(std::uint32_t row, bool is_new, std::uint64_t epoch) {
    const auto put = [row, is_new, epoch](auto& column, const auto& value) {
        if (is_new) column.push_back(value, epoch);
        else column.put(row, value, epoch);
    };
    const auto& cells_now = cells<Cell>();
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (!type_->fields()[i].is_about_each) put_cell(columns_[i], type_->fields()[i].kind, cells_now[i], put);
}

std::uint32_t Table::part(std::uint32_t row, std::size_t subject) const {
    if (!keeps_parts_ || first_parts_[row] == no_part) return no_part;
    return first_parts_[row] + static_cast<std::uint32_t>(subject);
}

Value Table::value(std::uint32_t row, std::size_t field) const {
    return type_->fields()[field].is_about_each ? Value() : value_in(columns_[field], row, field);
}

Value Table::value_of_part(std::uint32_t part, std::size_t field) const {
    return type_->fields()[field].is_about_each && part != no_part ? value_in(columns_[field], part, field) : Value();
}

Value Table::value_in(const FieldColumn& column, std::size_t place, std::size_t field) const {
    switch (type_->fields()[field].kind) {
        case FieldKind::day: return column.numbers[place] == INT_MIN ? Value() : Value(Date::from_days(column.numbers[place]));
        case FieldKind::number: return column.numbers[place] == INT_MIN ? Value() : Value(column.numbers[place]);
        case FieldKind::yes_no: return column.codes[place] == 0 ? Value() : Value(column.codes[place] == 1);
        case FieldKind::code:
        case FieldKind::text: {
            const auto words = text_in(column, place, field);
            return words.empty() ? Value() : Value(std::string(words));
        }
        case FieldKind::codes: return column.texts[place] == 0 ? Value() : Value(split_at_commas(spine_->texts.at(column.texts[place])));
        case FieldKind::when: return column.whens[place].is_known() ? Value(column.whens[place]) : Value();
        case FieldKind::link: return column.links[place].is_none() ? Value() : Value(ledger::ItemId(column.links[place]));
        case FieldKind::narrative: return Value();
    }
    return Value();
}

Values Table::values(std::uint32_t row) const {
    Values all;
    all.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) all.push_back(value(row, i));
    return all;
}

std::optional<Date> Table::day(std::uint32_t row, std::size_t field) const {
    if (type_->fields()[field].is_about_each) return std::nullopt;
    const std::int32_t days = columns_[field].numbers[row];
    return days == INT_MIN ? std::nullopt : std::optional(Date::from_days(days));
}

std::string_view Table::text(std::uint32_t row, std::size_t field) const {
    return type_->fields()[field].is_about_each ? std::string_view() : text_in(columns_[field], row, field);
}

std::string_view Table::text_of_part(std::uint32_t part, std::size_t field) const {
    return type_->fields()[field].is_about_each && part != no_part ? text_in(columns_[field], part, field) : std::string_view();
}

std::string_view Table::text_in(const FieldColumn& column, std::size_t place, std::size_t field) const {
    const Field& declared = type_->fields()[field];
    if (declared.kind != FieldKind::code) return spine_->texts.at(column.texts[place]);
    const std::uint16_t number = column.codes[place];
    if (number == 0) return {};
    if (number & not_in_set) return spine_->texts.at(column.given[number & ~not_in_set]);
    return declared.codes->codes[number - 1u].code;
}

std::optional<Date> Table::happened_on(std::uint32_t row) const {
    const auto field = type_->happened_field();
    if (!field) return std::nullopt;
    const FieldKind kind = type_->fields()[*field].kind;
    if (kind == FieldKind::day) return day(row, *field);
    if (kind == FieldKind::number) return type_->happened(values(row)).first_day();
    return columns_[*field].whens[row].first_day();
}

std::size_t Table::bytes() const {
    std::size_t total = heads_.bytes() + first_parts_.bytes();
    for (const auto& column : columns_)
        total += column.numbers.bytes() + column.codes.bytes() + column.texts.bytes() + column.whens.bytes() + column.links.bytes();
    return total;
}

}  // namespace steadfast::record
