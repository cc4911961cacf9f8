#include "record/letters/goes_out.hpp"

#include "record/people/confidential.hpp"

#include <string_view>

namespace steadfast::record::letters {
namespace {

constexpr std::string_view code_of_legal_advice = "legal_advice";   // In whatever list of kinds: of documents, of notes.

bool is_legal_advice(const Found& found) {
    const auto& fields = found.type().fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].key == code_of_legal_advice) {
            const Value value = found.table->value(found.row, i);
            const bool* yes = std::get_if<bool>(&value);
            return yes && *yes;
        }
        if (!fields[i].codes || !fields[i].codes->find(code_of_legal_advice)) continue;
        const Value value = found.table->value(found.row, i);
        const auto* code = std::get_if<std::string>(&value);
        if (code && *code == code_of_legal_advice) return true;
    }
    return false;
}

}  // namespace

GoesOut goes_out(const Found& found) {
    return is_confidential(found) || is_legal_advice(found) ? GoesOut::never : found.type().goes_out();
}

}  // namespace steadfast::record::letters
