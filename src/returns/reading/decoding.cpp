#include "returns/reading/decoding.hpp"

#include <fmt/format.h>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

namespace steadfast::returns {
namespace {

bool begins_with(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

/// What people pick by mistake, by its first bytes.
std::optional<std::string_view> what_else_it_is(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (begins_with(bytes, "PK\x03\x04"sv)) return "an Excel workbook or a ZIP archive";
    if (begins_with(bytes, "\xD0\xCF\x11\xE0"sv)) return "an old Excel workbook";
    if (begins_with(bytes, "%PDF-"sv)) return "a PDF";
    if (begins_with(bytes, "\x1F\x8B"sv)) return "a compressed file";
    return std::nullopt;
}

/// UTF-16 without a mark: a return is mostly ASCII, so every other byte is zero.
std::optional<Encoding> utf_16_by_its_zeros(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 4096);
    if (start.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < start.size(); ++i)
        if (start[i] == '\0') (i % 2 == 0 ? even : odd) += 1;
    const std::size_t most = start.size() / 2;
    if (odd * 10 > most * 8 && even * 10 < most) return Encoding::utf_16_little_endian;
    if (even * 10 > most * 8 && odd * 10 < most) return Encoding::utf_16_big_endian;
    return std::nullopt;
}

bool is_utf_8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    std::int64_t at = 0;
    while (at < size) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 character = 0;
        // The macro counts in 32 bits; a window of four bytes holds any one character.
        std::int32_t within = 0;
        const auto window = static_cast<std::int32_t>(std::min<std::int64_t>(4, size - at));
        U8_NEXT(bytes + at, within, window, character);
        if (character < 0) return false;
        at += within;
    }
    return true;
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_for(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &error));
    // A byte or unit that stands for nothing ends the conversion: it is never guessed.
    if (U_SUCCESS(error)) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

Result<std::string> convert(std::string_view bytes, const char* from, Encoding encoding) {
    const Converter source = converter_for(from);
    const Converter target = converter_for("UTF-8");
    if (!source || !target)
        return refuse(Refusal::Kind::unavailable, "The character tables that read this file are not installed.", "Install ICU.");

    std::string text(bytes.size() * 3 + 16, '\0');
    const char* in = bytes.data();
    char* out = text.data();
    UChar between[1024];
    UChar* written = between;
    UChar* taken = between;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(target.get(), source.get(), &out, text.data() + text.size(), &in, bytes.data() + bytes.size(), between, &taken,
                   &written, between + 1024, true, true, &error);
    if (U_FAILURE(error))
        return refuse(
            Refusal::Kind::invalid,
            fmt::format("It begins like {} text, but byte {} is no character of it.", name_of(encoding), in - bytes.data()),
            "Export the file again, as UTF-8 if the system offers that.");
    text.resize(static_cast<std::size_t>(out - text.data()));
    return text;
}

/// The first control character that no text has, if there is one.
std::optional<std::size_t> control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return i;
        if (c == 0x7f) return i;
        // The second row of controls, U+0080 to U+009F, stands as two bytes.
        if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return i;
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf_8: return "UTF-8";
        case Encoding::utf_8_with_mark: return "UTF-8 with a byte-order mark";
        case Encoding::utf_16_little_endian: return "UTF-16 (little-endian)";
        case Encoding::utf_16_big_endian: return "UTF-16 (big-endian)";
        case Encoding::windows_1252: return "Windows-1252";
    }
    return "";
}

Result<Decoded> decode(std::string bytes) {
    using namespace std::string_view_literals;
    if (const auto other = what_else_it_is(bytes))
        return refuse(Refusal::Kind::invalid, fmt::format("This is {}, not a text file.", *other),
                      "Save each table as CSV (UTF-8), or export the XML form.");

    Decoded decoded;
    std::string_view rest = bytes;
    const char* convert_from = nullptr;
    if (begins_with(rest, "\xEF\xBB\xBF"sv)) {
        decoded.from = Encoding::utf_8_with_mark;
        bytes.erase(0, 3);
    } else if (begins_with(rest, "\xFF\xFE"sv) || begins_with(rest, "\xFE\xFF"sv)) {
        decoded.from = rest[0] == '\xFF' ? Encoding::utf_16_little_endian : Encoding::utf_16_big_endian;
        rest.remove_prefix(2);
    } else if (const auto zeros = utf_16_by_its_zeros(rest)) {
        decoded.from = *zeros;
    } else if (!is_utf_8(rest)) {
        decoded.from = Encoding::windows_1252;
    }
    if (decoded.from == Encoding::utf_16_little_endian) convert_from = "UTF-16LE";
    if (decoded.from == Encoding::utf_16_big_endian) convert_from = "UTF-16BE";
    if (decoded.from == Encoding::windows_1252) convert_from = "windows-1252";

    if (convert_from != nullptr) {
        auto converted = convert(rest, convert_from, decoded.from);
        if (!converted) return refuse(converted.error());
        decoded.text = std::move(*converted);
    } else {
        if (decoded.from == Encoding::utf_8_with_mark && !is_utf_8(bytes))
            return refuse(Refusal::Kind::invalid, "It says that it is UTF-8, and is not.", "Export the file again.");
        decoded.text = std::move(bytes);
    }
    if (const auto at = control_character(decoded.text))
        return refuse(Refusal::Kind::invalid,
                      fmt::format("This is not a text file: at byte {} it holds a character that no text has.", *at),
                      "Export the file again. If it opens well in a spreadsheet, save it from there as CSV (UTF-8).");
    return decoded;
}

}  // namespace steadfast::returns
