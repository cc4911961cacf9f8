#include "record/documents/mail.hpp"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace steadfast::record::documents {
namespace {

constexpr int deepest = 20;
constexpr std::size_t longest_header = 2'000;

struct Unreferenced {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unreferenced>;

struct Freed {
    void operator()(char* text) const { g_free(text); }
};
using OwnedText = std::unique_ptr<char, Freed>;

std::string text_of(const char* text, std::size_t most = longest_header) { return text == nullptr ? "" : kept_words(text, most); }

std::string bytes_of(GMimeObject* part) {
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (GMIME_IS_PART(part)) {
        GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part));
        if (content != nullptr) g_mime_data_wrapper_write_to_stream(content, stream.get());
    } else if (GMIME_IS_MESSAGE_PART(part)) {
        GMimeMessage* inside = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        if (inside != nullptr) g_mime_object_write_to_stream(GMIME_OBJECT(inside), nullptr, stream.get());
    }
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return array == nullptr || array->data == nullptr ? "" : std::string(reinterpret_cast<const char*>(array->data), array->len);
}

/// Gathers what a message holds, part by part.
class Parts {
public:
    void take(GMimeObject* part, int depth) {
        if (part == nullptr || depth > deepest) return;
        if (GMIME_IS_MULTIPART(part)) {
            const int count = g_mime_multipart_get_count(GMIME_MULTIPART(part));
            for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(GMIME_MULTIPART(part), i), depth + 1);
        } else if (GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment(GMIME_PART(part))) {
            take_text(part);
        } else {
            attach(part);
        }
    }
    std::string words() const { return plain.empty() ? words_of_html(html) : plain; }

    std::string plain;
    std::string html;
    std::vector<Mail::Attachment> attachments;

private:
    void take_text(GMimeObject* part) {
        const OwnedText text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
        GMimeContentType* type = g_mime_object_get_content_type(part);
        const bool is_html = type != nullptr && g_mime_content_type_is_type(type, "text", "html");
        std::string& into = is_html ? html : plain;
        // Further texts are mostly what a mailing list or a scanner puts below; they are read on.
        if (text && into.size() < longest_mail_words) into += (into.empty() ? "" : "\n") + kept_words(text.get(), longest_mail_words - into.size());
    }
    void attach(GMimeObject* part) {
        if (attachments.size() == most_attachments) return;
        std::string name;
        if (GMIME_IS_PART(part)) name = text_of(g_mime_part_get_filename(GMIME_PART(part)), 200);
        else if (GMIME_IS_MESSAGE_PART(part)) name = "message.eml";
        attachments.push_back({std::move(name), bytes_of(part)});
    }
};

std::string addresses(InternetAddressList* list) {
    if (list == nullptr) return "";
    const OwnedText text(internet_address_list_to_string(list, nullptr, FALSE));
    return text_of(text.get());
}

When sent_at(GMimeMessage* message) {
    GDateTime* date = g_mime_message_get_date(message);
    if (date == nullptr) return {};
    const std::int64_t seconds = g_date_time_to_unix(date);
    const auto offset = static_cast<int>(g_date_time_get_utc_offset(date) / G_TIME_SPAN_MINUTE);
    constexpr std::int64_t first = 0;                  // A message from before 1970, or from 2200 on, has a broken clock.
    constexpr std::int64_t last = 7'258'118'400;
    if (seconds < first || seconds >= last || offset < -14 * 60 || offset > 14 * 60) return {};
    return When::minute(Instant::from_seconds(seconds), offset);
}

void start_once() {
    static std::once_flag started;
    std::call_once(started, [] { g_mime_init(); });
}

}  // namespace

Result<Mail> read_eml(std::string_view bytes) {
    start_once();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    const auto not_one = [] {
        return refuse(Refusal::Kind::invalid, "This file is not an e-mail.", "Save the message from your mail program as .eml or .msg, and choose that.");
    };
    if (!message) return not_one();
    Mail mail;
    mail.subject = text_of(g_mime_message_get_subject(message.get()), 300);
    mail.sender = addresses(g_mime_message_get_from(message.get()));
    mail.recipients = addresses(g_mime_message_get_to(message.get()));
    const std::string copied = addresses(g_mime_message_get_cc(message.get()));
    if (!copied.empty()) mail.recipients += (mail.recipients.empty() ? "" : ", ") + copied;
    mail.sent = sent_at(message.get());
    if (mail.sender.empty() && mail.recipients.empty() && mail.subject.empty()) return not_one();
    Parts parts;
    parts.take(g_mime_message_get_mime_part(message.get()), 0);
    mail.words = parts.words();
    mail.attachments = std::move(parts.attachments);
    return mail;
}

}  // namespace steadfast::record::documents
