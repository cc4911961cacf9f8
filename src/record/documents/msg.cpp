#include "record/documents/compound_file.hpp"
#include "record/documents/mail.hpp"

#include <fmt/format.h>
#include <unicode/unistr.h>

namespace steadfast::record::documents {
namespace {

using Node = CompoundFile::Node;

// Properties by their numbers in MS-OXPROPS.
constexpr unsigned subject = 0x0037, sender_name = 0x0c1a, sender_address = 0x0c1f, sender_smtp = 0x5d01, shown_to = 0x0e04, shown_copies = 0x0e03,
                   body = 0x1000, html_body = 0x1013, attached = 0x3701, long_file_name = 0x3707, file_name = 0x3704;
constexpr unsigned submitted_at = 0x0039, delivered_at = 0x0e06;
constexpr unsigned wide_text = 0x001f, narrow_text = 0x001e, binary = 0x0102, time_of_day = 0x0040;
constexpr std::size_t top_header = 32;        // Before the fixed properties of the message itself.
constexpr std::size_t fixed_property = 16;

std::string stream_name(unsigned property, unsigned type) { return fmt::format("__substg1.0_{:04X}{:04X}", property, type); }

std::string from_wide(const std::string& bytes) {
    icu::UnicodeString text;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        text.append(static_cast<char16_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8));
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

/// Windows' Western letters, which the narrow texts of messages from England are in.
std::string from_narrow(const std::string& bytes) {
    std::string utf8;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), "windows-1252").toUTF8String(utf8);
    return utf8;
}

std::string text_in(const CompoundFile& file, const Node& storage, unsigned property, std::size_t most) {
    if (const Node* wide = file.find(storage, stream_name(property, wide_text))) return kept_words(from_wide(file.read(*wide)), most);
    if (const Node* narrow = file.find(storage, stream_name(property, narrow_text))) return kept_words(from_narrow(file.read(*narrow)), most);
    return "";
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size; ++i) number |= std::uint64_t(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

When time_in(const CompoundFile& file) {
    const Node* fixed = file.find(file.root(), "__properties_version1.0");
    if (!fixed) return {};
    const std::string bytes = file.read(*fixed);
    When delivered;
    for (std::size_t at = top_header; at + fixed_property <= bytes.size(); at += fixed_property) {
        const auto type = number_at(bytes, at, 2);
        const auto property = number_at(bytes, at + 2, 2);
        if (type != time_of_day || (property != submitted_at && property != delivered_at)) continue;
        // Tenths of microseconds since 1601.
        const std::uint64_t seconds_since_1601 = number_at(bytes, at + 8, 8) / 10'000'000;
        constexpr std::uint64_t from_1601_to_1970 = 11'644'473'600;
        constexpr std::uint64_t to_2200 = from_1601_to_1970 + 7'258'118'400;
        if (seconds_since_1601 < from_1601_to_1970 || seconds_since_1601 >= to_2200) continue;
        const When when = When::minute(Instant::from_seconds(static_cast<std::int64_t>(seconds_since_1601 - from_1601_to_1970)), 0);
        if (property == submitted_at) return when;
        delivered = when;
    }
    return delivered;
}

std::string sender_in(const CompoundFile& file) {
    const std::string name = text_in(file, file.root(), sender_name, 300);
    std::string address = text_in(file, file.root(), sender_smtp, 300);
    if (address.empty()) address = text_in(file, file.root(), sender_address, 300);
    if (address.find('@') == std::string::npos || address == name) return name;   // A name in the sender's own directory says nothing to us.
    return name.empty() ? address : fmt::format("{} <{}>", name, address);
}

std::string words_in(const CompoundFile& file) {
    std::string words = text_in(file, file.root(), body, longest_mail_words);
    if (!words.empty()) return words;
    if (const Node* html = file.find(file.root(), stream_name(html_body, binary))) return words_of_html(file.read(*html));
    return words_of_html(text_in(file, file.root(), html_body, longest_mail_words));
}

/// @param most bytes of all together: several names can lead to the same bytes, and a small file to endless ones.
std::vector<Mail::Attachment> attachments_in(const CompoundFile& file, std::size_t most) {
    std::vector<Mail::Attachment> attachments;
    std::size_t taken = 0;
    for (const std::uint32_t number : file.root().inside) {
        const Node& storage = file.node(number);
        if (!storage.is_storage || !storage.name.starts_with("__attach_version1.0_") || attachments.size() == most_attachments) continue;
        const Node* bytes = file.find(storage, stream_name(attached, binary));
        if (!bytes || bytes->size > most - taken) continue;
        taken += static_cast<std::size_t>(bytes->size);
        std::string name = text_in(file, storage, long_file_name, 200);
        if (name.empty()) name = text_in(file, storage, file_name, 200);
        attachments.push_back({std::move(name), file.read(*bytes)});
    }
    return attachments;
}

}  // namespace

Result<Mail> read_msg(std::string_view bytes) {
    const auto file = CompoundFile::open(bytes);
    if (!file || !file->find(file->root(), "__properties_version1.0"))
        return refuse(Refusal::Kind::invalid, "This file is not an Outlook message, or it is damaged.", "Save the message again from Outlook, or as .eml.");
    Mail mail;
    mail.subject = text_in(*file, file->root(), subject, 300);
    mail.sender = sender_in(*file);
    mail.recipients = text_in(*file, file->root(), shown_to, 2'000);
    const std::string copies = text_in(*file, file->root(), shown_copies, 2'000);
    if (!copies.empty()) mail.recipients += (mail.recipients.empty() ? "" : "; ") + copies;
    mail.sent = time_in(*file);
    mail.words = words_in(*file);
    mail.attachments = attachments_in(*file, bytes.size());
    return mail;
}

}  // namespace steadfast::record::documents
