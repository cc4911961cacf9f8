#include "record/documents/file_type.hpp"

#include <gtest/gtest.h>

namespace steadfast::record::documents {
namespace {

std::string_view media_of(std::string_view bytes) {
    const auto type = file_type_of(bytes);
    return type ? type->media : "refused";
}

/// A ZIP's first file header, and its name; what follows does not matter here.
std::string zip_with(std::initializer_list<std::string_view> names) {
    std::string bytes;
    for (const auto name : names) {
        bytes += std::string("PK\x03\x04", 4) + std::string(22, '\0');
        bytes += static_cast<char>(name.size());
        bytes += std::string(3, '\0');
        bytes += name;
    }
    return bytes;
}

TEST(FileType, is_told_from_the_content_and_never_from_a_name) {
    EXPECT_EQ(media_of("%PDF-1.7\n..."), "application/pdf");
    EXPECT_EQ(media_of("\xff\xd8\xff\xe0 JFIF"), "image/jpeg");
    EXPECT_EQ(media_of("\x89PNG\r\n\x1a\n...."), "image/png");
    EXPECT_EQ(media_of("GIF89a...."), "image/gif");
    EXPECT_EQ(media_of(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16)), "image/webp");
    EXPECT_EQ(media_of(std::string("\0\0\0\x18" "ftypheic", 12)), "image/heic");
    EXPECT_EQ(media_of("{\\rtf1 hello}"), "application/rtf");
    EXPECT_EQ(media_of("Seen at school today.\nAll well – said so twice.\n"), "text/plain");
    EXPECT_EQ(media_of(zip_with({"[Content_Types].xml", "word/document.xml"})), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(media_of(zip_with({"[Content_Types].xml", "xl/workbook.xml"})), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    EXPECT_EQ(media_of(zip_with({"mimetypeapplication/vnd.oasis.opendocument.text"})), "application/vnd.oasis.opendocument.text");
    EXPECT_EQ(media_of("Received: from a\r\n by b\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nHello <html>"), "message/rfc822");
}

TEST(FileType, that_could_run_is_refused_whatever_it_is_called) {
    EXPECT_EQ(media_of(std::string("MZ\x90\0\x03\0\0\0", 8)), "refused");
    EXPECT_EQ(media_of("\x7f" "ELF\x02\x01"), "refused");
    EXPECT_EQ(media_of("#!/bin/sh\nrm -r /\n"), "refused");
    EXPECT_EQ(media_of("<!DOCTYPE html><p>Hello"), "refused");
    EXPECT_EQ(media_of("  <svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"), "refused");
    EXPECT_EQ(media_of("<?xml version=\"1.0\"?><a/>"), "refused");
    EXPECT_EQ(media_of("@echo off\r\ndel *.*\r\n"), "refused");
    EXPECT_EQ(media_of(zip_with({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"})), "refused") << "macros";
    EXPECT_EQ(media_of(zip_with({"setup.exe"})), "refused");
    EXPECT_EQ(media_of(std::string("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) + std::string(600, '\0')), "refused") << "Word 97";
    EXPECT_EQ(media_of(std::string("words\0words", 11)), "refused");
    EXPECT_EQ(media_of("\xc3\x28 no letters"), "refused");
    EXPECT_EQ(media_of(""), "refused");
}

TEST(FileType, is_found_again_by_the_name_that_was_recorded) {
    EXPECT_EQ(file_type_named("application/pdf")->ending, "pdf");
    EXPECT_FALSE(file_type_named("text/html"));
    EXPECT_FALSE(file_type_named(""));
}

TEST(FileType, stands_the_shortest_of_files) {
    const std::string_view longest = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    for (std::size_t size = 0; size <= longest.size(); ++size) static_cast<void>(file_type_of(longest.substr(0, size)));
    for (const std::string_view begins : {"RIFF", "PK\x03\x04", "PK\x03\x04 and no more", "1234ftyp"}) EXPECT_EQ(media_of(std::string(begins)), begins == "RIFF" ? "text/plain" : media_of(begins));
}

}  // namespace
}  // namespace steadfast::record::documents
