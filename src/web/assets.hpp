#pragma once

#include "base/result.hpp"
#include "web/link.hpp"
#include "web/router.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace steadfast::web {

/// The style sheets, scripts and pictures of the pages: read once, kept in memory plain and gzipped, and named by their
/// content ("/assets/steadfast-3f2a….css"), so that a browser may keep them for ever and still has the newest.
class Assets {
public:
    /// Every file of the folder whose ending says what it is (css, js, svg, png, woff2, txt).
    [[nodiscard]] static Result<Assets> load(const std::filesystem::path& folder);

    /// One more, made rather than read: "brand.css".
    Result<void> add(std::string_view name, std::string content);

    /// Where a page finds it. A fault if there is none of that name.
    [[nodiscard]] Link link(std::string_view name) const;
    /// Answers GET /assets/{name}. What is added later is not served.
    void add_routes(Router& router) const;

private:
    struct File {
        std::string content_type;
        std::string etag;
        Response::Shared plain;
        Response::Shared small;  ///< Gzipped; none where that would not be smaller.
    };
    using Files = std::map<std::string, File, std::less<>>;
    static Response answer(const Files& files, const Request& request);

    Files files_;                                               ///< By the name with the digest in it.
    std::map<std::string, std::string, std::less<>> addresses_; ///< From the plain name to that one.
};

/// A style sheet that gives the header a colour of the organisation's own, "#24506b". Refuses a colour on which white words
/// can't be read (contrast under 4.5 to 1, WCAG 2.2 level AA).
[[nodiscard]] Result<std::string> brand_style(std::string_view colour);

}  // namespace steadfast::web
