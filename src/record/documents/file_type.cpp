#include "record/documents/file_type.hpp"

#include <algorithm>
#include <array>
#include <simdjson.h>

namespace steadfast::record::documents {
namespace {

using enum FileType::Preview;

constexpr FileType pdf{"application/pdf", "PDF", "pdf", page};
constexpr FileType jpeg{"image/jpeg", "JPEG picture", "jpg", image};
constexpr FileType png{"image/png", "PNG picture", "png", image};
constexpr FileType gif{"image/gif", "GIF picture", "gif", image};
constexpr FileType webp{"image/webp", "WebP picture", "webp", image};
constexpr FileType heic{"image/heic", "HEIC picture", "heic"};
constexpr FileType tiff{"image/tiff", "TIFF picture", "tif"};
constexpr FileType docx{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document", "docx"};
constexpr FileType xlsx{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook", "xlsx"};
constexpr FileType pptx{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint", "pptx"};
constexpr FileType odt{"application/vnd.oasis.opendocument.text", "OpenDocument text", "odt"};
constexpr FileType ods{"application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet", "ods"};
constexpr FileType outlook{"application/vnd.ms-outlook", "Outlook message", "msg"};
constexpr FileType mail{"message/rfc822", "E-mail", "eml"};
constexpr FileType rtf{"application/rtf", "Rich text", "rtf"};
constexpr FileType text{"text/plain", "Plain text", "txt", FileType::Preview::words};

constexpr std::array all{pdf, jpeg, png, gif, webp, heic, tiff, docx, xlsx, pptx, odt, ods, outlook, mail, rtf, text};

bool has_at(std::string_view bytes, std::size_t at, std::string_view wanted) { return bytes.size() >= at + wanted.size() && bytes.substr(at, wanted.size()) == wanted; }

bool holds(std::string_view bytes, std::string_view wanted) { return bytes.find(wanted) != std::string_view::npos; }

/// A name as a compound file (Word 97, Outlook) spells it: two bytes a letter.
bool holds_wide(std::string_view bytes, std::string_view wanted) {
    std::string wide;
    for (const char letter : wanted) {
        wide += letter;
        wide += '\0';
    }
    return holds(bytes, wide);
}

/// Names inside a ZIP stand in it as they are, whatever is compressed.
std::optional<FileType> zip_type(std::string_view bytes) {
    constexpr std::string_view first_name_says = "mimetype";
    if (has_at(bytes, 30, first_name_says)) {
        const std::string_view said = bytes.substr(38, 100);
        if (holds(bytes, "Basic/script") || holds(bytes, "Scripts/")) return std::nullopt;
        if (said.starts_with(odt.media)) return odt;
        if (said.starts_with(ods.media)) return ods;
        return std::nullopt;
    }
    if (!holds(bytes, "[Content_Types].xml") || holds(bytes, "vbaProject.bin")) return std::nullopt;
    if (holds(bytes, "word/document.xml")) return docx;
    if (holds(bytes, "xl/workbook.xml") || holds(bytes, "xl/workbook.bin")) return xlsx;
    if (holds(bytes, "ppt/presentation.xml")) return pptx;
    return std::nullopt;
}

/// Outlook's messages name their streams so; Word 97 and its like carry macros unseen and are refused.
std::optional<FileType> compound_type(std::string_view bytes) {
    if (holds_wide(bytes, "__properties_version1.0")) return outlook;
    return std::nullopt;
}

std::optional<FileType> boxed_type(std::string_view bytes) {
    const std::string_view brand = bytes.substr(8, 4);
    for (const std::string_view known : {"heic", "heix", "mif1", "heim", "heis"})
        if (brand == known) return heic;
    return std::nullopt;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Where a browser or a shell would see something to run, it is not plain text to us.
bool could_run(std::string_view words) {
    std::string start(words.substr(0, 2048));
    std::transform(start.begin(), start.end(), start.begin(), lower);
    if (start.starts_with("#!")) return true;
    for (const std::string_view sign : {"<!doctype html", "<html", "<script", "<svg", "<?xml", "<?php", "@echo off", "<body", "<iframe"})
        if (holds(start, sign)) return true;
    return false;
}

bool begins_as_mail(std::string_view words) {
    int known = 0;
    std::size_t at = 0;
    // A message begins with its headers; the first line without a colon ends them.
    for (int line = 0; line < 200 && at < words.size(); ++line) {
        const std::size_t end = std::min(words.find('\n', at), words.size());
        std::string_view one = words.substr(at, end - at);
        at = end + 1;
        if (one.ends_with('\r')) one.remove_suffix(1);
        if (one.empty()) break;
        if (one.front() == ' ' || one.front() == '\t') continue;
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos || one.substr(0, colon).find(' ') != std::string_view::npos) return false;
        std::string name(one.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(), lower);
        for (const std::string_view header : {"from", "to", "date", "subject", "message-id", "received", "mime-version", "return-path"})
            known += name == header ? 1 : 0;
    }
    return known >= 2;
}

std::optional<FileType> text_type(std::string_view bytes) {
    // A message says its own encodings inside; its headers are ASCII.
    if (begins_as_mail(bytes)) return mail;
    if (!simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
    const bool has_controls = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    if (has_controls || could_run(bytes)) return std::nullopt;
    return text;
}

}  // namespace

std::optional<FileType> file_type_of(std::string_view bytes) {
    if (bytes.empty()) return std::nullopt;
    if (bytes.starts_with("%PDF-")) return pdf;
    if (bytes.starts_with("\xff\xd8\xff")) return jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return png;
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif;
    if (bytes.starts_with("RIFF") && has_at(bytes, 8, "WEBP")) return webp;
    if (has_at(bytes, 0, std::string_view("II*\0", 4)) || has_at(bytes, 0, std::string_view("MM\0*", 4))) return tiff;
    if (bytes.starts_with("PK\x03\x04")) return zip_type(bytes);
    if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return compound_type(bytes);
    if (has_at(bytes, 4, "ftyp")) return boxed_type(bytes);
    if (bytes.starts_with("{\\rtf")) return rtf;
    return text_type(bytes);
}

std::optional<FileType> file_type_named(std::string_view media) {
    const auto found = std::find_if(all.begin(), all.end(), [media](const FileType& type) { return type.media == media; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::string_view allowed_file_types() {
    return "PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), OpenDocument (odt, ods), pictures (JPEG, PNG, GIF, WebP, HEIC, TIFF), e-mail (eml, msg), "
           "rich text and plain text";
}

std::string_view accepted_endings() {
    return ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.jpg,.jpeg,.png,.gif,.webp,.heic,.tif,.tiff,.eml,.msg,.rtf,.txt,.csv,image/*";
}

}  // namespace steadfast::record::documents
