#include "record/documents/filed_mail.hpp"

#include "record/documents/file_type.hpp"

#include <fmt/format.h>

namespace steadfast::record::documents {
namespace {

std::string or_else(std::string text, std::string_view where_empty) { return text.empty() ? std::string(where_empty) : std::move(text); }

Document of_mail(Document document, std::string title, std::string_view kind, const FiledEmail& email, Date sent, ledger::ItemId id) {
    document.title = std::move(title);
    document.kind.code = email.legal_advice.value_or(false) ? "legal_advice" : kind;
    document.dated = sent;
    document.from_whom = email.sender;
    document.email.item = id;
    return document;
}

}  // namespace

Result<Mail> read_mail(const GivenFile& file) {
    const auto type = file_type_of(file.bytes);
    if (type && type->ending == "eml") return read_eml(file.bytes);
    if (type && type->ending == "msg") return read_msg(file.bytes);
    return refuse(Refusal::Kind::invalid, fmt::format("“{}” is not an e-mail.", kept_words(file.name, 200)),
                  "Drag the message out of your mail program, or save it there as .msg or .eml, and choose that. Other files go under Documents.");
}

Result<void> put_mail(Filing& filing, ledger::Documents& kept, const DocumentTerms& terms, Instant now, Date today, const GivenFile& file, bool is_legal_advice) {
    auto mail = read_mail(file);
    if (!mail) return refuse(mail.error());
    // The message holds its attachments, so that a scanner that finds something in one finds it here.
    auto original = take_in(kept, terms, now, file);
    if (!original) return refuse(original.error());

    FiledEmail email;
    email.subject = or_else(std::move(mail->subject), "(no subject)");
    email.sender = or_else(std::move(mail->sender), "Not said");
    email.recipients = std::move(mail->recipients);
    email.sent = mail->sent;
    email.words.text = std::move(mail->words);
    if (is_legal_advice) email.legal_advice = true;
    std::vector<Document> attachments;
    for (const Mail::Attachment& attachment : mail->attachments) {
        auto taken = take_in(kept, terms, now, GivenFile{attachment.name, attachment.bytes});
        if (taken) attachments.push_back(std::move(*taken));
        else if (taken.error().kind == Refusal::Kind::invalid) email.left_out.text += (email.left_out.text.empty() ? "" : "\n") + taken.error().says;
        else return refuse(taken.error());
    }
    const Date sent = email.sent.first_day().value_or(today);
    const ledger::ItemId id = filing.add(email);
    filing.add(of_mail(std::move(*original), fmt::format("{} (as it came)", email.subject), "email", email, sent, id));
    for (Document& attachment : attachments) {
        std::string title = or_else(title_from(attachment.file_name), "Attachment");
        filing.add(of_mail(std::move(attachment), std::move(title), "other", email, sent, id));
    }
    return {};
}

}  // namespace steadfast::record::documents
