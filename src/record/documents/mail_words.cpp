#include "record/documents/mail.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <simdjson.h>

namespace steadfast::record::documents {
namespace {

void append_utf8(std::string& out, std::uint32_t point) {
    if (point == 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) point = '?';
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0 | point >> 6);
        out += static_cast<char>(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (point & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 0x3f));
        out += static_cast<char>(0x80 | (point >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (point & 0x3f));
    }
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// How long the letter at the start is, 0 where it is not UTF-8.
std::size_t letter_length(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    return length <= text.size() && simdjson::validate_utf8(text.data(), length) ? length : 0;
}

/// What stands for one letter: "&amp;", "&#233;", "&#xe9;". Its length, 0 where it is no such thing.
std::size_t take_entity(std::string_view text, std::string& out) {
    struct Named {
        std::string_view name;
        std::string_view letter;
    };
    static constexpr std::array named{Named{"&amp;", "&"},      Named{"&lt;", "<"},         Named{"&gt;", ">"},         Named{"&quot;", "\""},     Named{"&apos;", "'"},
                                      Named{"&nbsp;", " "},     Named{"&pound;", "£"},     Named{"&ndash;", "–"},     Named{"&mdash;", "—"},     Named{"&rsquo;", "’"},
                                      Named{"&lsquo;", "‘"},    Named{"&ldquo;", "“"},     Named{"&rdquo;", "”"},     Named{"&hellip;", "…"},    Named{"&euro;", "€"}};
    for (const Named& one : named) {
        if (!text.starts_with(one.name)) continue;
        out += one.letter;
        return one.name.size();
    }
    if (!text.starts_with("&#")) return 0;
    const bool is_hexadecimal = text.size() > 2 && lower(text[2]) == 'x';
    const char* start = text.data() + (is_hexadecimal ? 3 : 2);
    const char* end = text.data() + std::min<std::size_t>(text.size(), 12);
    if (start >= end) return 0;
    std::uint32_t point = 0;
    const auto read = std::from_chars(start, end, point, is_hexadecimal ? 16 : 10);
    if (read.ec != std::errc() || read.ptr == end || *read.ptr != ';') return 0;
    append_utf8(out, point == 160 ? ' ' : point);
    return static_cast<std::size_t>(read.ptr + 1 - text.data());
}

std::string name_of_tag(std::string_view tag) {
    std::string name;
    for (const char letter : tag) {
        const char small = lower(letter);
        const bool belongs = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || (small == '/' && name.empty());
        if (!belongs || name.size() > 12) break;
        name += small;
    }
    return name;
}

bool ends_line(std::string_view tag) {
    static constexpr std::array blocks{"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr", "pre", "section"};
    if (tag.starts_with('/')) tag.remove_prefix(1);
    return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

/// Where what is not for reading ends again; the end of the text where it never does.
std::size_t after_closing(std::string_view html, std::size_t at, std::string_view name) {
    for (; at < html.size(); ++at) {
        if (html[at] != '<' || at + 1 >= html.size() || html[at + 1] != '/') continue;
        if (name_of_tag(html.substr(at + 1)) != "/" + std::string(name)) continue;
        const std::size_t end = html.find('>', at);
        return end == std::string_view::npos ? html.size() : end + 1;
    }
    return html.size();
}

/// Spaces and line ends as a reader sees them: one space, at most one empty line.
std::string tidied(std::string_view text) {
    std::string out;
    int line_ends = 2;   // Nothing empty at the top.
    bool space = false;
    for (const char letter : text) {
        if (letter == '\n') {
            if (line_ends < 2) out += '\n';
            ++line_ends;
            space = false;
        } else if (letter == ' ' || letter == '\t' || letter == '\r') {
            space = true;
        } else {
            if (space && line_ends == 0) out += ' ';
            space = false;
            line_ends = 0;
            out += letter;
        }
    }
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

}  // namespace

std::string kept_words(std::string_view text, std::size_t most) {
    std::string out;
    out.reserve(std::min(text.size(), most));
    while (!text.empty()) {
        const std::size_t length = letter_length(text);
        if (out.size() + std::max<std::size_t>(length, 1) > most) break;
        const auto first = static_cast<unsigned char>(text.front());
        const bool is_control = (first < 0x20 && first != '\n' && first != '\t') || first == 0x7f;
        if (length == 0) out += '?';
        else if (!is_control) out.append(text.substr(0, length));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

std::string words_of_html(std::string_view html) {
    std::string out;
    std::size_t at = 0;
    while (at < html.size() && out.size() < longest_mail_words) {
        const std::string_view rest = html.substr(at);
        if (rest.starts_with("<!--")) {
            const std::size_t end = html.find("-->", at);
            at = end == std::string_view::npos ? html.size() : end + 3;
        } else if (rest.front() == '<') {
            const std::string name = name_of_tag(rest.substr(1));
            const std::size_t end = html.find('>', at);
            at = end == std::string_view::npos ? html.size() : end + 1;
            if (name == "script" || name == "style" || name == "head" || name == "title") at = after_closing(html, at, name);
            if (ends_line(name)) out += '\n';
            if (name == "/td" || name == "/th") out += ' ';
        } else if (const std::size_t length = rest.front() == '&' ? take_entity(rest, out) : 0; length > 0) {
            at += length;
        } else {
            out += rest.front() == '\n' || rest.front() == '\r' ? ' ' : rest.front();
            ++at;
        }
    }
    return kept_words(tidied(out), longest_mail_words);
}

}  // namespace steadfast::record::documents
