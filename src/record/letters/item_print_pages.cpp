#include "record/people/own_words.hpp"
#include "record/letters/for_somebody.hpp"
#include "record/letters/goes_out.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/pages/item_visit.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::letters {
namespace {

using pages::FieldInWords;
using pages::ItemPage;
using pages::PartShown;
using pages::Shown;
using pages::Visit;
using web::Html;

/// Long texts stand as text below a heading, short facts together in a list, each in the order of the form.
class Written {
public:
    explicit Written(PaperContent& out) : out_(out) {}
    ~Written() { end_list(); }
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;

    void add(const std::vector<FieldInWords>& fields) {
        for (const FieldInWords& one : fields) {
            // A link's words are a name of something else on the record, which is not what was printed.
            if (one.words.empty() || !one.link.is_none() || holds_own_words(*one.field)) continue;
            out_.words += one.words + "\n";
            if (one.field->kind != FieldKind::narrative) {
                rows_.push_back({std::string(one.field->label), Html(one.words)});
                continue;
            }
            end_list();
            out_.html << large_text(one.field->label, one.words);
        }
    }
    void end_list() {
        if (!rows_.empty()) out_.html << web::summary_list(rows_);
        rows_.clear();
    }

private:
    PaperContent& out_;
    std::vector<web::SummaryRow> rows_;
};

void add_own_words(PaperContent& out, const std::vector<FieldInWords>& fields, const std::string& of_whom) {
    for (const FieldInWords& one : fields) {
        if (!holds_own_words(*one.field) || one.words.empty()) continue;
        out.html << large_text(of_whom.empty() ? std::string(one.field->label) : fmt::format("{}: {}", of_whom, one.field->label),
                               one.words);
        out.words += one.words + "\n";
    }
}

/// The parts about those who were chosen, in their order.
std::vector<const PartShown*> parts_of(const Visit& visit, const pages::VersionShown& version,
                                       const std::vector<SeenChild>& about) {
    std::vector<const PartShown*> parts;
    for (const SeenChild& child : about)
        for (const PartShown& part : version.about)
            if (visit.book.book().resolved(part.id) == child.id) parts.push_back(&part);
    return parts;
}

std::string names_of(const std::vector<SeenChild>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i)
        names += (i == 0 ? "" : i + 1 == children.size() ? " and " : ", ") + children[i].name;
    return names;
}

PaperContent content_of(const Visit& visit, const ItemPage& page, const std::vector<SeenChild>& about) {
    const pages::VersionShown& latest = page.versions.front();
    const auto parts = parts_of(visit, latest, about);
    const bool are_several = about.size() > 1;
    const auto found = visit.book.book().find(page.id);
    const auto happened = found ? found->happened_on() : std::nullopt;
    PaperContent out;
    out.html << web::heading_1(page.type->name()) << "<p class=\"govuk-body-l\">"
             << fmt::format("About {}{}.", names_of(about), happened ? ". " + happened->words_with_weekday() : "") << "</p>";
    add_own_words(out, latest.fields, "");
    for (const PartShown* part : parts) add_own_words(out, part->fields, are_several ? part->name : "");
    Written(out).add(latest.fields);
    for (const PartShown* part : parts) {
        if (are_several) out.html << web::heading_2("About " + part->name);
        Written(out).add(part->fields);
    }
    for (const pages::DisputeShown& dispute : page.disputes) {
        out.html << large_text(fmt::format("{} disagrees", dispute.by_whom), dispute.words);
        out.words += dispute.words + "\n";
    }
    return out;
}

Result<ItemPage> item_that_may_go_out(Record& record, const Visit& visit) {
    auto page = pages::asked_item(record, visit);
    if (!page) return page;
    const auto found = visit.book.book().find(page->id);
    if (page->children.empty() || page->is_withdrawn || !found || !page->type->is_declared() ||
        page->type->written() == steadfast::record::Written::by_its_room)
        return refuse(Refusal::Kind::not_found, "There is nothing here that can be printed for somebody.");
    if (goes_out(*found) == GoesOut::never)
        return refuse(
            Refusal::Kind::not_allowed, "This goes out with no print.",
            "It is legal advice to the council, kept confidential, or was told to it under seal. Whoever may read the record reads it there.");
    // A return's codes are for analysts.
    return pages::item_page(record, visit.book, page->id, Codes::left_out);
}

PaperForSomebody paper_of(const Visit& visit, const ItemPage& page) {
    const web::Link here = web::to("/items") / page.id;
    return {.title = "Print for somebody: " + std::string(page.type->name()),
            .form_is = "form to print one thing for somebody",
            .went_out = std::string(page.type->name()),
            .address = here / "print",
            .back = here,
            .back_words = "Back to it",
            .children = page.children,
            .content = [&visit, &page](RecipientForm&, const std::vector<SeenChild>& about) -> Result<PaperContent> {
                return content_of(visit, page, about);
            }};
}

}  // namespace

std::vector<pages::PageRoute> item_print_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/items/{id}/print", Permission::see_children,
         [&record](const Visit& visit) -> Result<Shown> {
             const auto page = item_that_may_go_out(record, visit);
             if (!page) return refuse(page.error());
             return show_form_of(visit, paper_of(visit, *page));
         },
         later},
        {post, "/items/{id}/print", Permission::see_children,
         [&record](const Visit& visit) -> Result<Shown> {
             const auto page = item_that_may_go_out(record, visit);
             if (!page) return refuse(page.error());
             return make_paper(record, visit, paper_of(visit, *page));
         },
         later},
    };
}

}  // namespace steadfast::record::letters
