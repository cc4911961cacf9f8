#include "practice/contact/two_texts_of_contact.hpp"

#include "record/pages/item_visit.hpp"

namespace steadfast::practice {
namespace {

using record::Content;
using record::pages::ItemForm;

std::string decision_in(const Content& content) { return record::type_of<Contact>().item_from<Contact>(content.values).decision.code; }

bool both_decided(const ContactForm& form, const Content& begun_from, const Content& theirs) {
    const std::string before = decision_in(begun_from);
    return form.may_decide && decision_in(theirs) != before && form.typed.get("decision") != before;
}

}  // namespace

Result<std::optional<record::pages::TwoTexts>> two_texts_of_contact(record::Record& record, const record::pages::Visit& now, const record::pages::ItemPage& item,
                                                                    ContactForm& form, const ItemForm& sent) {
    const auto begun_from = record::pages::entry_of_version(record, item, form.starts_from);
    if (!begun_from) return refuse(begun_from.error());
    const auto base = record::pages::content_of_version(record, item, form.starts_from);
    if (!base) return refuse(base.error());
    const auto theirs = record::pages::content_of_version(record, item, item.versions.front().version);
    if (!theirs) return refuse(theirs.error());
    if (begun_from->subjects != record::pages::subjects_of(item) || both_decided(form, *base, *theirs)) return std::nullopt;
    auto texts = record::pages::two_texts(record, now, item, sent, [&form, &now](ItemForm&, const Content& begun, const Content&) {
        Content mine = begun;
        mine.values = read_contact(form, now, &begun.values);
        return mine;
    });
    if (!texts) return refuse(texts.error());
    return std::move(*texts);
}

}  // namespace steadfast::practice
