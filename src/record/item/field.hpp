#pragma once

#include "record/item/values.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>
#include <vector>

namespace steadfast::record {

enum class Permission : std::uint8_t;

enum class FieldKind : std::uint8_t { day, when, number, yes_no, code, codes, text, narrative, link };

/// A column of a return's table that a field is read from: {"ssda903", "episodes", "DECOM"}.
struct Column {
    std::string_view of_return;
    std::string_view table;
    std::string_view name;
};

/// What a text field's own rule makes of a text that somebody typed: the text as it is kept ("9434765919"), or what is wrong
/// with it, in a whole sentence that says what would be right.
using TextCheck = tl::expected<std::string, std::string> (*)(std::string_view typed);

/// One field of an item, declared once. Form, JSON body, import, summary, comparison and schema all come from here.
struct Field {
    std::string_view key;          ///< In the body, for ever: never reused for something else.
    std::string_view label;        ///< In a practitioner's words.
    std::string_view hint;
    FieldKind kind = FieldKind::text;
    const law::CodeSet* codes = nullptr;
    bool is_required = false;
    bool is_natural_key = false;   ///< With the child, tells one imported row from another.
    bool is_return_year = false;   ///< Filled with the year of the return that is being imported.
    bool is_for_the_program = false;   ///< Shown to nobody: under which key a file is kept, its digest.
    bool is_about_each = false;    ///< Stands in the part about each subject rather than in the shared part.
    bool is_recorder = false;      ///< A worker: whoever first records the item, unless its form lets them name a colleague (pages/named_worker.hpp).
    bool is_asked_later = false;   ///< Nobody knows it yet when the item is first recorded: its form asks from the first change on.
    std::optional<Permission> named_may = {};   ///< Of that worker: what their role must allow; none: to record work.
    TextCheck check = nullptr;     ///< Of a text field, where its text follows a rule of its own.
    std::string_view not_before = {};    ///< Of a day: the key of the day that it may be on or after, and not before.
    std::string_view needed_where = {};  ///< Asked for where the yes-or-no field of this key says yes, or where another field of this key says anything.
    std::vector<Column> columns;

    Value (*get)(const void* item) = nullptr;
    void (*set)(void* item, const Value& value) = nullptr;

    // Said in the declaration, one after the other, on the field's one line.
    [[nodiscard]] Field required() && { is_required = true; return std::move(*this); }
    [[nodiscard]] Field natural_key() && { is_natural_key = is_required = true; return std::move(*this); }
    [[nodiscard]] Field return_year() && { is_return_year = is_natural_key = true; return std::move(*this); }
    /// Known to returns by it, and yet nobody must have one: an adult of the family has no number here.
    [[nodiscard]] Field natural_key_of_some() && { is_natural_key = true; return std::move(*this); }
    [[nodiscard]] Field the_recorder() && { is_recorder = true; return std::move(*this); }
    /// The same, and they are one whose role allows something: an enquiry is led by a qualified social worker.
    [[nodiscard]] Field the_recorder_who_may(Permission permission) && { named_may = permission; is_recorder = true; return std::move(*this); }
    [[nodiscard]] Field asked_later() && { is_asked_later = true; return std::move(*this); }
    /// What somebody types is held to a rule; what a return brings is kept as it is, and so is what stands already.
    [[nodiscard]] Field checked_by(TextCheck rule) && { check = rule; return std::move(*this); }
    [[nodiscard]] Field not_before_the(std::string_view day_key) && { not_before = day_key; return std::move(*this); }
    [[nodiscard]] Field required_where(std::string_view yes_no_key) && { needed_where = yes_no_key; return std::move(*this); }
    [[nodiscard]] Field for_the_program() && { is_for_the_program = true; return std::move(*this); }
    [[nodiscard]] Field about_each() && { is_about_each = true; return std::move(*this); }
    [[nodiscard]] Field with_hint(std::string_view text) && { hint = text; return std::move(*this); }
    [[nodiscard]] Field from(std::string_view of_return, std::string_view table, std::string_view name) && {
        columns.push_back({of_return, table, name});
        return std::move(*this);
    }
};

/// How a member of a plain struct is held: its kind, and its way to and from a Value.
template <class Member>
struct Held;

template <>
struct Held<std::optional<Date>> {
    static constexpr FieldKind kind = FieldKind::day;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const std::optional<Date>& member) { return member ? Value(*member) : Value(); }
    static void set(std::optional<Date>& member, const Value& value) {
        const Date* date = std::get_if<Date>(&value);
        member = date ? std::optional(*date) : std::nullopt;
    }
};

template <>
struct Held<When> {
    static constexpr FieldKind kind = FieldKind::when;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const When& member) { return member.is_known() ? Value(member) : Value(); }
    static void set(When& member, const Value& value) {
        const When* when = std::get_if<When>(&value);
        member = when ? *when : When();
    }
};

template <>
struct Held<std::optional<std::int32_t>> {
    static constexpr FieldKind kind = FieldKind::number;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const std::optional<std::int32_t>& member) { return member ? Value(*member) : Value(); }
    static void set(std::optional<std::int32_t>& member, const Value& value) {
        const std::int32_t* number = std::get_if<std::int32_t>(&value);
        member = number ? std::optional(*number) : std::nullopt;
    }
};

template <>
struct Held<std::optional<bool>> {
    static constexpr FieldKind kind = FieldKind::yes_no;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const std::optional<bool>& member) { return member ? Value(*member) : Value(); }
    static void set(std::optional<bool>& member, const Value& value) {
        const bool* yes = std::get_if<bool>(&value);
        member = yes ? std::optional(*yes) : std::nullopt;
    }
};

template <>
struct Held<std::string> {
    static constexpr FieldKind kind = FieldKind::text;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const std::string& member) { return member.empty() ? Value() : Value(member); }
    static void set(std::string& member, const Value& value) {
        const std::string* text = std::get_if<std::string>(&value);
        member = text ? *text : std::string();
    }
};

template <>
struct Held<Narrative> {
    static constexpr FieldKind kind = FieldKind::narrative;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const Narrative& member) { return Held<std::string>::get(member.text); }
    static void set(Narrative& member, const Value& value) { Held<std::string>::set(member.text, value); }
};

template <const law::CodeSet& Set>
struct Held<Coded<Set>> {
    static constexpr FieldKind kind = FieldKind::code;
    static constexpr const law::CodeSet* codes = &Set;
    static Value get(const Coded<Set>& member) { return Held<std::string>::get(member.code); }
    static void set(Coded<Set>& member, const Value& value) { Held<std::string>::set(member.code, value); }
};

template <const law::CodeSet& Set>
struct Held<CodedList<Set>> {
    static constexpr FieldKind kind = FieldKind::codes;
    static constexpr const law::CodeSet* codes = &Set;
    static Value get(const CodedList<Set>& member) { return member.codes.empty() ? Value() : Value(member.codes); }
    static void set(CodedList<Set>& member, const Value& value) {
        const auto* list = std::get_if<std::vector<std::string>>(&value);
        member.codes = list ? *list : std::vector<std::string>();
    }
};

template <class T>
struct Held<Link<T>> {
    static constexpr FieldKind kind = FieldKind::link;
    static constexpr const law::CodeSet* codes = nullptr;
    static Value get(const Link<T>& member) { return member.item.is_none() ? Value() : Value(member.item); }
    static void set(Link<T>& member, const Value& value) {
        const ledger::ItemId* item = std::get_if<ledger::ItemId>(&value);
        member.item = item ? *item : ledger::ItemId();
    }
};

template <class Pointer>
struct MemberOf;
template <class Struct, class Member>
struct MemberOf<Member Struct::*> {
    using struct_type = Struct;
    using member_type = Member;
};

/// field<&Review::held_on>("held_on", "Date of the review"): the kind follows from the member's type.
template <auto Pointer>
[[nodiscard]] Field field(std::string_view key, std::string_view label) {
    using Struct = typename MemberOf<decltype(Pointer)>::struct_type;
    using Member = typename MemberOf<decltype(Pointer)>::member_type;
    Field field;
    field.key = key;
    field.label = label;
    field.kind = Held<Member>::kind;
    field.codes = Held<Member>::codes;
    field.get = [](const void* item) { return Held<Member>::get(static_cast<const Struct*>(item)->*Pointer); };
    field.set = [](void* item, const Value& value) { Held<Member>::set(static_cast<Struct*>(item)->*Pointer, value); };
    return field;
}

}  // namespace steadfast::record
