#pragma once

#include "record/pages/page_parts.hpp"
#include "record/record.hpp"
#include "web/assets.hpp"
#include "web/components/shell.hpp"

#include <string>
#include <vector>

namespace steadfast::app {

/// Who is looking, as far as the frame of a page must know.
struct Looking {
    std::string name;         ///< Empty: nobody is signed in.
    std::string form_token;
    record::Viewer viewer;
    std::string_view path;    ///< Where they are, to mark it in the navigation.
};

/// What stands round every page: whose record it is, the way about, the style sheets.
class Frame {
public:
    /// What is given must outlive the frame.
    Frame(const web::Assets& assets, const record::pages::PageParts& parts, bool has_colour) : assets_(assets), parts_(parts), has_colour_(has_colour) {}

    /// A whole page.
    [[nodiscard]] web::Html around(const record::Book& book, const Looking& looking, const record::pages::Page& page) const;
    /// A page about nobody.
    [[nodiscard]] web::Html around(const record::Book& book, const Looking& looking, std::string title, web::Html main) const {
        record::pages::Page page;
        page.title = std::move(title);
        page.main = std::move(main);
        return around(book, looking, page);
    }
    /// A page that says why something was not done; `book` may be none while the record is not open.
    [[nodiscard]] web::Html error(const record::Book* book, const Looking& looking, int status, std::string_view says) const;

private:
    [[nodiscard]] web::Shell shell_of(const record::Book* book, const Looking& looking) const;
    const web::Assets& assets_;
    const record::pages::PageParts& parts_;
    bool has_colour_;
};

/// The pages that somebody may open straight from the frame, in its order.
[[nodiscard]] std::vector<web::Place> places_for(const record::pages::PageParts& parts, const record::Book& book, const record::Viewer& viewer,
                                                 std::string_view path);

}  // namespace steadfast::app
