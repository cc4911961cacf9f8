#include "returns/judging/compare.hpp"

#include "law/code_sets.hpp"

#include <algorithm>

namespace steadfast::returns {
namespace {

/// The order of several codes means nothing.
bool same_codes(const law::CodeSet& set, const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto sorted = [&set](const std::vector<std::string>& codes) {
        std::vector<std::string_view> present;
        for (const auto& code : codes) present.push_back(set.present(code));
        std::sort(present.begin(), present.end());
        return present;
    };
    return sorted(a) == sorted(b);
}

bool says_nothing(const record::Field& field, const record::Value& given) {
    if (!record::is_recorded(given)) return true;
    const auto* code = std::get_if<std::string>(&given);
    return code != nullptr && field.codes == &law::sex && law::sex.present(*code) == "U";
}

bool is_why_no_number(const record::Field& field) { return field.codes == &law::upn_unknown; }

}  // namespace

Merged merge(const TableLayout& table, const std::vector<bool>& provided, const record::Values& held,
             const record::Values& given) {
    Merged merged;
    merged.values = held;
    const auto& fields = table.type->fields();
    const auto number = table.type->position("upn");
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!provided[i] || fields[i].kind == record::FieldKind::narrative || same_value(fields[i], held[i], given[i])) continue;
        if (table.is_person && says_nothing(fields[i], given[i])) {
            const bool number_came = is_why_no_number(fields[i]) && number && record::is_recorded(given[*number]);
            if (!number_came) {
                merged.keeps_more = merged.keeps_more || record::is_recorded(held[i]);
                continue;
            }
        }
        merged.values[i] = given[i];
        merged.differs = true;
    }
    return merged;
}

bool same_value(const record::Field& field, const record::Value& a, const record::Value& b) {
    if (a == b) return true;
    if (field.codes == nullptr) return false;
    const auto* one = std::get_if<std::string>(&a);
    const auto* other = std::get_if<std::string>(&b);
    if (one != nullptr && other != nullptr) return field.codes->same(*one, *other);
    const auto* some = std::get_if<std::vector<std::string>>(&a);
    const auto* others = std::get_if<std::vector<std::string>>(&b);
    return some != nullptr && others != nullptr && same_codes(*field.codes, *some, *others);
}

}  // namespace steadfast::returns
