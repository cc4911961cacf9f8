#pragma once

#include "base/result.hpp"
#include "base/when.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::documents {

/// An e-mail taken apart, all of it valid UTF-8 but the attachments.
struct Mail {
    struct Attachment {
        std::string name;    ///< As its sender called it; may be empty.
        std::string bytes;
    };
    std::string subject;
    std::string sender;
    std::string recipients;
    When sent;               ///< Unknown where the message does not say.
    std::string words;       ///< As plain text, whatever it was written in.
    std::vector<Attachment> attachments;
};

/// Reads a message as RFC 5322 and MIME write it (.eml). Refused (invalid) where it has no headers of one.
/// Hostile input: what nests deeper, has more parts or is longer than any letter is left out, never followed without end.
[[nodiscard]] Result<Mail> read_eml(std::string_view bytes);

/// Reads a message as Outlook keeps it (.msg): Microsoft's compound file (MS-CFB) with the properties of MS-OXMSG. Refused
/// (invalid) where it is not one, or is damaged. Messages inside it are left out.
[[nodiscard]] Result<Mail> read_msg(std::string_view bytes);

/// The words of a page without its markup; nothing is fetched or run. Any bytes will do; what is not UTF-8 becomes "?".
[[nodiscard]] std::string words_of_html(std::string_view html);

constexpr std::size_t longest_mail_words = 500'000;   ///< Bytes; the original, which is kept, has the rest.
constexpr std::size_t most_attachments = 100;

/// Text that may stand in an entry: UTF-8 without control characters but line ends and tabs, at most so many bytes.
[[nodiscard]] std::string kept_words(std::string_view text, std::size_t most);

}  // namespace steadfast::record::documents
