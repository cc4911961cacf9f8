#include "record/pages/item_view.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace steadfast::record::pages {
namespace {

using web::Html;

web::Link address_of(const ItemPage& page) { return web::to("/items") / page.id; }

std::string_view what_it_did(const VersionShown& version) {
    switch (version.kind) {
        case ledger::Kind::withdrawn: return "Recorded in error";
        case ledger::Kind::moved: return "Moved to another child's record";
        default: return version.version == 1 ? "Recorded" : "Changed";
    }
}

Html value_of(const FieldInWords& field) {
    Html value;
    if (!field.link.is_none()) {
        value << web::link(web::to("/items") / field.link, "Open", field.field->label);
    } else if (field.words.empty()) {
        value << "<span class=\"govuk-hint\">Not recorded</span>";
    } else if (field.field->kind == FieldKind::narrative) {
        value << "<div class=\"sf-narrative\">" << field.words << "</div>";
    } else {
        value << field.words;
    }
    return value;
}

std::vector<web::SummaryRow> rows_of(const std::vector<FieldInWords>& fields, const std::string& unknown) {
    std::vector<web::SummaryRow> rows;
    for (const FieldInWords& field : fields) rows.push_back({std::string(field.field->label), value_of(field)});
    if (!unknown.empty()) rows.push_back({"From a later release", Html(unknown)});
    return rows;
}

Html part_of(const PartShown& part) {
    const std::string title = fmt::format("Only about {}", part.name);
    if (!part.is_destroyed) return web::summary_card(title, rows_of(part.fields, part.unknown));
    Html html;
    html << web::inset(Html() << "<p>" << title << ": this was lawfully destroyed.</p>");
    return html;
}

Html content_of(const VersionShown& version) {
    if (version.is_destroyed) return web::inset(Html("This version was lawfully destroyed. Only that it was recorded remains."));
    if (version.kind == ledger::Kind::withdrawn) {
        Html html;
        html << "<p class=\"govuk-body\">" << version.withdrawn_because << "</p>";
        return html;
    }
    if (!version.unreadable.empty()) {
        Html html;
        html
            << web::warning(
                   "This was recorded in a form that this release can't read. It is shown as it stands and can't be changed here.")
            << "<pre class=\"sf-narrative\">" << version.unreadable << "</pre>";
        return html;
    }
    Html html;
    if (version.withholds_shared)
        html << web::inset(Html(
            "This is also about somebody whose record you may not see. Only what it says about those whom you may see is shown."));
    else html << web::summary_list(rows_of(version.fields, version.unknown));
    for (const PartShown& part : version.about) html << part_of(part);
    if (version.is_fit_for_each)
        html << web::hint(
            "Whoever recorded this marked what is about all of them as fit to be read by each of them and their family.");
    return html;
}

Html provenance(const VersionShown& version) {
    Html html;
    const std::string from = version.is_from_import ? ", from a statutory return." : ".";
    html << "<p class=\"govuk-body\">" << what_it_did(version) << " " << law::london_date_and_time(version.recorded_at) << " by "
         << version.recorded_by << from << "</p>";
    if (!version.because.empty()) html << "<p class=\"govuk-body\">Why: " << version.because << "</p>";
    return html;
}

/// Whoever disagrees is heard where the text stands.
Html disputes(const ItemPage& page) {
    Html html;
    for (const DisputeShown& dispute : page.disputes) {
        Html words;
        words << "<h2 class=\"govuk-heading-s\">" << dispute.by_whom
              << " disagrees with this</h2><div class=\"sf-narrative govuk-body\">" << dispute.words << "</div>";
        if (!dispute.answer.empty())
            words << "<h3 class=\"govuk-heading-s\">What we answered</h3><div class=\"sf-narrative govuk-body\">"
                  << dispute.answer << "</div>";
        words << "<p>" << (dispute.said_on ? "Said on " + dispute.said_on->words_with_weekday() + ". " : std::string())
              << web::link(web::to("/items") / dispute.item, "Open", "what " + dispute.by_whom + " said") << "</p>";
        html << web::inset(words);
    }
    return html;
}

Html versions_table(const ItemPage& page, const VersionShown& shown) {
    web::Table table{.caption = "Versions", .columns = {{"Version"}, {"When"}, {"By"}, {"What"}, {"Look"}}, .rows = {}};
    for (std::size_t i = 0; i < page.versions.size(); ++i) {
        const VersionShown& version = page.versions[i];
        Html look;
        if (version.version == shown.version) look << "Shown here";
        else
            look << web::link(address_of(page).with("version", version.version), "Show",
                              fmt::format("version {}", version.version));
        if (i + 1 < page.versions.size()) {
            const auto before = page.versions[i + 1].version;
            look << " "
                 << web::link((address_of(page) / "compare").with("before", before).with("after", version.version), "Compare",
                              fmt::format("version {} with version {}", before, version.version));
        }
        table.rows.push_back({Html(std::to_string(version.version)), Html(law::london_date_and_time(version.recorded_at)),
                              Html(version.recorded_by),
                              Html(version.is_from_import ? fmt::format("{}, from a return", what_it_did(version))
                                                          : std::string(what_it_did(version))),
                              std::move(look)});
    }
    return web::table(table);
}

Html what_to_do_with(const ItemPage& page) {
    Html html;
    if (page.is_withdrawn || page.type->written() == Written::by_its_room) return html;
    html << "<p class=\"govuk-body\">";
    if (check_may_be_changed(page) && page.type->written() == Written::on_forms)
        html << web::button_link(address_of(page) / "change", "Change", web::Looks::secondary) << " ";
    html << web::link(address_of(page) / "withdraw", "Recorded in error?") << "</p>";
    if (page.children.empty()) return html;
    html << "<ul class=\"govuk-list\">";
    if (page.type->goes_out() != GoesOut::never)
        html << "<li>" << web::link(address_of(page) / "print", "Print for somebody") << "</li>";
    // Who somebody is can be wrong, and yet belongs to nobody else.
    if (page.type != &type_of<Person>())
        html << "<li>" << web::link(address_of(page) / "move", "On the wrong child? Move it") << "</li>";
    html << "<li>" << web::link(address_of(page) / "dispute", "Somebody disagrees with this") << "</li></ul>";
    return html;
}

Html states(const ItemPage& page, const VersionShown& shown) {
    Html html;
    if (page.is_withdrawn)
        html << web::warning(
            "This was recorded in error. It stands on no child's record; you see it because you may look into what was withdrawn.");
    if (!page.type->is_declared())
        html << web::inset(Html(
            "This release of the program does not know this kind of record. It is shown as it stands and can't be changed here."));
    if (shown.is_gone) html << web::inset(Html("The return that this came from was filed again without it."));
    if (shown.version != page.versions.front().version)
        html << web::inset(Html() << "<p>This is version " << shown.version << " of " << page.versions.front().version << ". "
                                  << web::link(address_of(page), "Show the latest") << "</p>");
    return html;
}

std::string version_name(const VersionShown& version) {
    return fmt::format("Version {}, {}, by {}", version.version, law::london_date_and_time(version.recorded_at),
                       version.recorded_by);
}

const FieldInWords* same_field(const std::vector<FieldInWords>& fields, const Field* field) {
    for (const FieldInWords& one : fields)
        if (one.field == field) return &one;
    return nullptr;
}

std::string words_in(const FieldInWords* field) {
    if (!field) return "";
    return field->link.is_none() ? field->words : field->link.text();
}

/// The fields of two states, a row each. @param of "Amira Khan: " where they are about one child alone.
void compare_fields(web::Comparison& comparison, const std::string& of, const std::vector<FieldInWords>& before,
                    const std::vector<FieldInWords>& after) {
    for (const FieldInWords& field : before.size() > after.size() ? before : after) {
        const std::string was = words_in(same_field(before, field.field));
        const std::string is = words_in(same_field(after, field.field));
        comparison.rows.push_back({of + std::string(field.field->label), Html(was.empty() ? "Not recorded" : was),
                                   Html(is.empty() ? "Not recorded" : is), was != is});
    }
}

const PartShown* same_child(const VersionShown& version, ledger::SubjectId id) {
    for (const PartShown& part : version.about)
        if (part.id == id) return &part;
    return nullptr;
}

void compare_parts(web::Comparison& comparison, const VersionShown& before, const VersionShown& after) {
    const std::vector<FieldInWords> nothing;
    for (const PartShown& part : after.about) {
        const PartShown* was = same_child(before, part.id);
        compare_fields(comparison, part.name + ": ", was ? was->fields : nothing, part.fields);
    }
    for (const PartShown& part : before.about)
        if (!same_child(after, part.id)) compare_fields(comparison, part.name + ": ", part.fields, nothing);
}

}  // namespace

Html item_view(const ItemPage& page, const VersionShown& shown, bool may_record, Date) {
    Html html;
    html << web::heading_1(page.type->name()) << states(page, shown) << content_of(shown) << provenance(shown) << disputes(page);
    const bool is_latest = shown.version == page.versions.front().version;
    if (may_record && is_latest) html << what_to_do_with(page);
    html << versions_table(page, shown);
    return html;
}

Html compare_view(const ItemPage& page, const VersionShown& before, const VersionShown& after) {
    web::Comparison comparison{.caption = fmt::format("{}: what changed", page.type->name()),
                               .before = version_name(before),
                               .after = version_name(after),
                               .rows = {}};
    compare_fields(comparison, "", before.fields, after.fields);
    compare_parts(comparison, before, after);
    Html html;
    html << web::heading_1(fmt::format("{}: versions side by side", page.type->name())) << web::comparison(comparison)
         << "<p class=\"govuk-body\">" << web::link(address_of(page), "Back to the latest") << "</p>";
    return html;
}

Html saved_view(const ItemPage& page, const std::string& form_token, const std::string& key) {
    Html fields;
    fields << web::hidden_input("version", std::to_string(page.versions.front().version)) << web::hidden_input("save_key", key)
           << "<button type=\"submit\" class=\"sf-plain-button\">Undo</button>";
    return web::notification(
        web::Notice::success,
        Html() << "<div class=\"sf-saved\"><p class=\"govuk-notification-banner__heading\">Saved.</p>"
               << web::post_form({.action = address_of(page) / "undo", .token = form_token, .fields = std::move(fields)})
               << "</div>");
}

Html withdraw_view(const ItemPage& page, const std::string& form_token, const OpenedForm& form, const Html& keeping,
                   const std::string& error, const Html& taken_along) {
    Html fields;
    fields << web::hidden_input("starts_from", std::to_string(page.versions.front().version))
           << web::hidden_input("save_key", form.key)
           << web::text_area({.name = "because",
                              .label = "What was wrong",
                              .hint = "For example: this was about another child with the same name",
                              .error = error,
                              .value = std::string(form.typed.get("because"))})
           << taken_along << web::button({.label = "Take it off the record", .looks = web::Looks::warning}) << keeping
           << "<p class=\"govuk-body\">" << web::link(address_of(page), "Go back, it is right") << "</p>";
    web::FieldErrors errors;
    if (!error.empty()) errors.add("because", error);
    Html html;
    html
        << web::error_summary(errors) << web::heading_1("Recorded in error")
        << "<p class=\"govuk-body\">It comes off every page, duty and return. What stood there, and who took it off and why, is kept for audit.</p>"
        << form.notice
        << web::post_form({.action = address_of(page) / "withdraw", .token = form_token, .fields = std::move(fields)});
    return html;
}

}  // namespace steadfast::record::pages
