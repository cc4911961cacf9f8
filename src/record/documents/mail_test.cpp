#include "record/documents/compound_file.hpp"
#include "record/documents/filed_mail.hpp"
#include "record/documents/mail.hpp"

#include <gtest/gtest.h>

#include <random>

namespace steadfast::record::documents {
namespace {

const std::string two_attachments =
    "Received: from mail.example.org\r\n"
    "From: =?utf-8?Q?Zo=C3=AB?= Reed <office@school.example>\r\n"
    "To: Tom Reed <tom.reed@council.example>\r\n"
    "Cc: nurse@health.example\r\n"
    "Subject: =?utf-8?B?QW1pcmEgYW5kIFNhbSDigJMgYXR0ZW5kYW5jZQ==?=\r\n"
    "Date: Tue, 3 Mar 2026 14:02:00 +0000\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=outer\r\n\r\n"
    "--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n"
    "--inner\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBoth were in on Monday. Caf=E9 club too.\r\n"
    "--inner\r\nContent-Type: text/html\r\n\r\n<p>Both <b>were</b> in</p><img src=\"https://elsewhere.example/t.gif\">\r\n--inner--\r\n"
    "--outer\r\nContent-Type: text/plain; name=register.txt\r\nContent-Disposition: attachment; filename=register.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nTW9uZGF5OiBpbgo=\r\n"
    "--outer\r\nContent-Type: application/pdf; name=\"plan.pdf\"\r\nContent-Disposition: attachment; filename=\"plan.pdf\"\r\n\r\n%PDF-1.4\r\n%%EOF\r\n"
    "--outer--\r\n";

TEST(Eml, is_read_with_its_words_and_its_attachments) {
    const auto mail = read_eml(two_attachments);
    ASSERT_TRUE(mail) << mail.error().whole();
    EXPECT_EQ(mail->subject, "Amira and Sam – attendance");
    EXPECT_EQ(mail->sender, "Zoë Reed <office@school.example>");
    EXPECT_EQ(mail->recipients, "Tom Reed <tom.reed@council.example>, nurse@health.example");
    EXPECT_EQ(mail->sent.text(), "2026-03-03T14:02+00:00");
    EXPECT_EQ(mail->words, "Both were in on Monday. Café club too.");
    ASSERT_EQ(mail->attachments.size(), 2u);
    EXPECT_EQ(mail->attachments[0].name, "register.txt");
    EXPECT_EQ(mail->attachments[0].bytes, "Monday: in\n");
    EXPECT_EQ(mail->attachments[1].name, "plan.pdf");
    EXPECT_TRUE(mail->attachments[1].bytes.starts_with("%PDF-1.4"));
}

TEST(Eml, of_a_page_is_read_as_words_without_anything_from_elsewhere) {
    const auto mail = read_eml("From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                               "<html><head><title>no</title><style>p{}</style></head><body><p>Dear&nbsp;Tom,</p><script>bad()</script><p>Two &lt; three &#8211; &pound;5.<br>Yours</p></body></html>");
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->words, "Dear Tom,\n\nTwo < three – £5.\nYours");
    EXPECT_FALSE(mail->sent.is_known());
}

TEST(Eml, nested_without_end_is_read_as_far_as_anybody_would) {
    std::string bytes = "From: a@b.example\r\nSubject: deep\r\n";
    for (int i = 0; i < 300; ++i) bytes += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
    bytes += "Content-Type: text/plain\r\n\r\nat the bottom\r\n";
    const auto mail = read_eml(bytes);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->words, "");
}

TEST(Eml, is_refused_where_it_is_something_else) {
    EXPECT_FALSE(read_eml(""));
    EXPECT_FALSE(read_eml("Just some words."));
    EXPECT_FALSE(read_mail({"letter.pdf", "%PDF-1.4"}));
    EXPECT_FALSE(read_msg("no compound file"));
}

// --- Outlook's messages ---

/// Writes the smallest compound file there can be: one sector each for the table, and for every stream its own.
class MsgForTests {
public:
    std::uint32_t add(std::string_view name, unsigned kind, std::string bytes, std::uint32_t child = none, std::uint32_t right = none) {
        nodes_.push_back({std::string(name), kind, std::move(bytes), child, right});
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    void set(std::uint32_t node, std::uint32_t child, std::uint32_t right) {
        nodes_[node].child = child;
        nodes_[node].right = right;
    }
    std::string bytes() const {
        std::vector<std::uint32_t> table;
        std::string sectors;
        const auto put = [&](std::string text) {
            const auto start = static_cast<std::uint32_t>(table.size());
            text.resize((text.size() + 511) / 512 * 512, '\0');
            for (std::size_t i = 0; i < text.size() / 512; ++i) table.push_back(i + 1 == text.size() / 512 ? 0xfffffffe : start + static_cast<std::uint32_t>(i) + 1);
            sectors += text;
            return start;
        };
        table.push_back(0xfffffffd);   // The table's own sector comes first.
        std::string small;
        std::vector<std::uint32_t> small_table;
        std::string directory;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
        for (const Node& node : nodes_) {
            if (node.kind != 2) {
                places.emplace_back(0, 0);
            } else if (node.bytes.size() >= 4096) {
                places.emplace_back(put(node.bytes), static_cast<std::uint32_t>(node.bytes.size()));
            } else {
                const auto start = static_cast<std::uint32_t>(small_table.size());
                std::string padded = node.bytes;
                padded.resize(std::max<std::size_t>(1, (padded.size() + 63) / 64) * 64, '\0');
                for (std::size_t i = 0; i < padded.size() / 64; ++i) small_table.push_back(i + 1 == padded.size() / 64 ? 0xfffffffe : start + static_cast<std::uint32_t>(i) + 1);
                small += padded;
                places.emplace_back(start, static_cast<std::uint32_t>(node.bytes.size()));
            }
        }
        places[0] = {put(small), static_cast<std::uint32_t>(small.size())};
        std::string small_table_bytes;
        for (const auto next : small_table) add_long(small_table_bytes, next);
        const auto small_table_at = put(small_table_bytes);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            std::string entry;
            for (const char letter : nodes_[i].name) entry += std::string{letter, '\0'};
            entry.resize(64, '\0');
            entry += static_cast<char>(2 * (nodes_[i].name.size() + 1));
            entry += '\0';
            entry += static_cast<char>(nodes_[i].kind);
            entry += '\1';
            for (const std::uint32_t number : {none, nodes_[i].right, nodes_[i].child}) add_long(entry, number);
            entry.resize(116, '\0');
            add_long(entry, places[i].first);
            add_long(entry, places[i].second);
            entry.resize(128, '\0');
            directory += entry;
        }
        const auto directory_at = put(directory);
        std::string header = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        header.resize(512, '\xff');
        for (std::size_t at = 8; at < 76; ++at) header[at] = '\0';
        header[30] = 9;
        const auto at = [&header](std::size_t place, std::uint32_t number) {
            for (int i = 0; i < 4; ++i) header[place + static_cast<std::size_t>(i)] = static_cast<char>(number >> (8 * i));
        };
        at(48, directory_at);
        at(60, small_table_at);
        at(68, 0xfffffffe);
        at(76, 0);
        std::string table_bytes;
        for (const auto next : table) add_long(table_bytes, next);
        table_bytes.resize(512, '\xff');
        return header + table_bytes + sectors;
    }
    static constexpr std::uint32_t none = 0xffffffff;

private:
    struct Node {
        std::string name;
        unsigned kind;
        std::string bytes;
        std::uint32_t child, right;
    };
    static void add_long(std::string& out, std::uint32_t number) {
        for (int i = 0; i < 4; ++i) out += static_cast<char>(number >> (8 * i));
    }
    std::vector<Node> nodes_;
};

std::string wide(std::string_view text) {
    std::string out;
    for (const char letter : text) out += std::string{letter, '\0'};
    return out;
}

std::string a_message() {
    MsgForTests msg;
    const auto root = msg.add("Root Entry", 5, "");
    std::string fixed(32, '\0');
    fixed += std::string("\x40\x00\x39\x00\x06\0\0\0", 8);
    // 3 March 2026, 14:02 UTC in tenths of microseconds since 1601.
    const std::uint64_t ticks = (1'772'546'520ull + 11'644'473'600ull) * 10'000'000ull;
    for (int i = 0; i < 8; ++i) fixed += static_cast<char>(ticks >> (8 * i));
    const auto properties = msg.add("__properties_version1.0", 2, fixed);
    const auto subject = msg.add("__substg1.0_0037001F", 2, wide("Attendance"));
    const auto sender = msg.add("__substg1.0_0C1A001F", 2, wide("School office"));
    const auto smtp = msg.add("__substg1.0_5D01001F", 2, wide("office@school.example"));
    const auto to = msg.add("__substg1.0_0E04001E", 2, "Tom Reed \x96 team");
    const auto words = msg.add("__substg1.0_1000001F", 2, wide("Both were in. " + std::string(3000, 'x')));
    const auto attach = msg.add("__attach_version1.0_#00000000", 1, "");
    const auto bytes = msg.add("__substg1.0_37010102", 2, "Monday: in\n");
    const auto name = msg.add("__substg1.0_3707001F", 2, wide("register.txt"));
    msg.set(root, properties, MsgForTests::none);
    msg.set(properties, MsgForTests::none, subject);
    msg.set(subject, MsgForTests::none, sender);
    msg.set(sender, MsgForTests::none, smtp);
    msg.set(smtp, MsgForTests::none, to);
    msg.set(to, MsgForTests::none, words);
    msg.set(words, MsgForTests::none, attach);
    msg.set(attach, bytes, MsgForTests::none);
    msg.set(bytes, MsgForTests::none, name);
    return msg.bytes();
}

TEST(Msg, is_read_with_its_words_and_its_attachments) {
    const auto mail = read_msg(a_message());
    ASSERT_TRUE(mail) << mail.error().whole();
    EXPECT_EQ(mail->subject, "Attendance");
    EXPECT_EQ(mail->sender, "School office <office@school.example>");
    EXPECT_EQ(mail->recipients, "Tom Reed – team");
    EXPECT_EQ(mail->sent.text(), "2026-03-03T14:02+00:00");
    EXPECT_TRUE(mail->words.starts_with("Both were in. xxx"));
    EXPECT_EQ(mail->words.size(), 3014u);
    ASSERT_EQ(mail->attachments.size(), 1u);
    EXPECT_EQ(mail->attachments[0].name, "register.txt");
    EXPECT_EQ(mail->attachments[0].bytes, "Monday: in\n");
}

TEST(Msg, cut_or_changed_anywhere_is_read_or_refused_but_never_read_past_its_end) {
    const std::string whole = a_message();
    for (std::size_t size = 0; size < whole.size(); size += 61) static_cast<void>(read_msg(whole.substr(0, size)));
    std::mt19937 dice(20260303);
    for (int i = 0; i < 3000; ++i) {
        std::string changed = whole;
        for (int bytes = 0; bytes < 4; ++bytes) changed[dice() % changed.size()] = static_cast<char>(dice());
        const auto mail = read_msg(changed);
        if (!mail) continue;
        for (const auto& attachment : mail->attachments) EXPECT_LE(attachment.bytes.size(), changed.size());
    }
}

TEST(KeptWords, are_utf8_without_control_characters_whatever_comes) {
    EXPECT_EQ(kept_words("a\x01" "b\xff" "c\n", 100), "ab?c\n");
    EXPECT_EQ(kept_words("café", 4), "caf");
    EXPECT_EQ(words_of_html("&#0;&#x110000;&#xd800; &amp;amp; &bogus; <"), "??? &amp; &bogus;");
    EXPECT_EQ(words_of_html("<script>never ends"), "");
}

}  // namespace
}  // namespace steadfast::record::documents
