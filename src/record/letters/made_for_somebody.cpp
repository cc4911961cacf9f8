#include "record/letters/made_for_somebody.hpp"

#include "law/london.hpp"
#include "record/pages/saving.hpp"
#include "web/sign_in/secrets.hpp"

#include <algorithm>
#include <cstring>

using steadfast::record::letters::MadeForSomebody;

namespace steadfast::record {
namespace letters {
namespace {

constexpr law::Code ways_out[] = {
    {.code = "print", .says = "Print"},
    {.code = "spreadsheet", .says = "Spreadsheet"},
};

/// The same for the same thing from one opening of a form. Keyed with that form's random key, so that it tells nobody anything.
IdBytes id_of(const std::string& form_key, const WentOut& out) {
    std::string text = out.what + '\n' + std::string(out.as) + '\n' + out.recipient.name + '\n' + out.recipient.capacity + '\n';
    for (const ledger::SubjectId child : out.about) text += child.text();
    const auto hash = web::keyed_hash(text, form_key);
    IdBytes id;
    std::memcpy(id.bytes.data(), hash.data(), id.bytes.size());
    return id;
}

}  // namespace

constinit const law::CodeSet went_out_as{"went_out_as", "As", "Steadfast", ways_out};

std::string note_that_it_went_out(Record& record, const pages::Visit& visit, const WentOut& out) {
    const auto typed = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    const IdBytes id = id_of(typed ? typed->text() : pages::FormKey::fresh(), out);
    if (record.book()->find(ledger::ItemId(id))) return "";
    MadeForSomebody made;
    made.made = law::london_minute(visit.now);
    made.made_by.item = ledger::ItemId(visit.book.viewer().worker.bytes());
    made.what = out.what;
    made.as.code = out.as;
    made.recipient = out.recipient.name;
    made.capacity = out.recipient.capacity;
    for (const std::string& name : out.may_know) made.may_know += (made.may_know.empty() ? "" : ", ") + name;
    made.children = static_cast<std::int32_t>(out.about.size());
    const bool is_on_record = out.about.size() <= most_on_whose_record;
    ledger::Change change = change_of(made, ledger::ItemId(id), 0, is_on_record ? out.about : std::vector<ledger::SubjectId>(), visit.book.viewer().worker);
    change.key = ledger::IdempotencyKey(id);
    // The page or the file has its own line in the access log, so this writes none.
    const auto saved = record.ledger().save_and_wait({std::move(change)});
    // Somebody who pressed twice at once is told of nothing: the other press noted it.
    if (saved || saved.error().kind == Refusal::Kind::clash) return "";
    return "That this was made could not be noted on the record. Say so to information governance.";
}

}  // namespace letters

template <>
const ItemType& type_of<MadeForSomebody>() {
    static const ItemType type({.key = "made_for_somebody",
                                .name = "Made for somebody",
                                .plural = "Made for somebody",
                                .happened = "made",
                                .ended = "",
                                .summary = {"what", "recipient"},
                                .written = Written::by_its_room},
                               {
                                   field<&MadeForSomebody::made>("made", "Made").required(),
                                   field<&MadeForSomebody::made_by>("made_by", "By").the_recorder(),
                                   field<&MadeForSomebody::what>("what", "What").required(),
                                   field<&MadeForSomebody::as>("as", "As"),
                                   field<&MadeForSomebody::recipient>("recipient", "For").required(),
                                   field<&MadeForSomebody::capacity>("capacity", "Who they are to the child"),
                                   field<&MadeForSomebody::may_know>("may_know", "Others it names, of whom the recipient may know"),
                                   field<&MadeForSomebody::children>("children", "Of how many children"),
                               });
    return type;
}

}  // namespace steadfast::record
