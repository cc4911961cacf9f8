#include "web/components/table.hpp"

namespace steadfast::web {

namespace {

// On a phone each row is a card, which the style sheet lays out: what is no table to the eye any more has to be said to be one, or it is none
// to a screen reader either.

void write_head(Html& html, const Column& column) {
    html << "<th scope=\"col\" role=\"columnheader\" class=\"govuk-table__header"
         << (column.is_number ? Markup(" govuk-table__header--numeric") : Markup(""))
         << (column.sort ? Markup(" sf-sortable\"") : Markup("\""));
    if (column.sorted == Sorted::ascending) html << " aria-sort=\"ascending\"";
    if (column.sorted == Sorted::descending) html << " aria-sort=\"descending\"";
    html << ">";
    if (column.sort) {
        html << "<a class=\"govuk-link sf-sort\"" << href(*column.sort) << ">" << column.name;
        if (column.sorted == Sorted::ascending) html << "<span aria-hidden=\"true\"> ▲</span>";
        if (column.sorted == Sorted::descending) html << "<span aria-hidden=\"true\"> ▼</span>";
        html << "</a>";
    } else {
        html << column.name;
    }
    html << "</th>";
}

void write_row(Html& html, const Table& table, const std::vector<Html>& cells) {
    html << "<tr role=\"row\" class=\"govuk-table__row\">";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool names_row = i == 0 && table.first_cell_names_row;
        const bool is_number = i < table.columns.size() && table.columns[i].is_number;
        html << (names_row   ? Markup("<th scope=\"row\" role=\"rowheader\" class=\"govuk-table__header\"")
                 : is_number ? Markup("<td role=\"cell\" class=\"govuk-table__cell govuk-table__cell--numeric\"")
                             : Markup("<td role=\"cell\" class=\"govuk-table__cell\""));
        if (!names_row && i < table.columns.size()) html << attribute("data-column", table.columns[i].name);
        html << ">" << cells[i] << (names_row ? Markup("</th>") : Markup("</td>"));
    }
    html << "</tr>";
}

void write_rows(Html& html, const std::vector<SummaryRow>& rows) {
    html << "<dl class=\"govuk-summary-list\">";
    for (const auto& row : rows) {
        html << (row.action ? Markup("<div class=\"govuk-summary-list__row\">")
                            : Markup("<div class=\"govuk-summary-list__row govuk-summary-list__row--no-actions\">"))
             << "<dt class=\"govuk-summary-list__key\">" << row.key << "</dt><dd class=\"govuk-summary-list__value\">"
             << row.value << "</dd>";
        if (row.action)
            html << "<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\"" << href(row.action->link) << ">"
                 << row.action->words << "<span class=\"govuk-visually-hidden\"> " << row.key << "</span></a></dd>";
        html << "</div>";
    }
    html << "</dl>";
}

}  // namespace

Html table(const Table& table) {
    Html html;
    if (table.rows.empty()) return std::move(html) << "<p class=\"govuk-body sf-empty\">" << table.when_empty << "</p>";
    html.reserve(400 + 120 * table.columns.size() + 200 * table.rows.size());
    // It can be wider than a phone: then it scrolls, and whoever has no mouse must be able to reach it.
    html << "<div class=\"sf-scroll\" role=\"region\" tabindex=\"0\"" << attribute("aria-label", table.caption)
         << "><table role=\"table\" class=\"govuk-table sf-cards\">"
         << (table.hides_caption ? Markup("<caption class=\"govuk-table__caption govuk-visually-hidden\">")
                                 : Markup("<caption class=\"govuk-table__caption govuk-table__caption--m\">"))
         << table.caption
         << "</caption><thead role=\"rowgroup\" class=\"govuk-table__head\"><tr role=\"row\" class=\"govuk-table__row\">";
    for (const auto& column : table.columns) write_head(html, column);
    html << "</tr></thead><tbody role=\"rowgroup\" class=\"govuk-table__body\">";
    for (const auto& row : table.rows) write_row(html, table, row);
    return std::move(html) << "</tbody></table></div>";
}

Html summary_list(const std::vector<SummaryRow>& rows) {
    Html html;
    write_rows(html, rows);
    return html;
}

Html summary_card(std::string_view title, const std::vector<SummaryRow>& rows) {
    Html html;
    html
        << "<div class=\"govuk-summary-card\"><div class=\"govuk-summary-card__title-wrapper\"><h2 class=\"govuk-summary-card__title\">"
        << title << "</h2></div><div class=\"govuk-summary-card__content\">";
    write_rows(html, rows);
    return std::move(html) << "</div></div>";
}

Html comparison(const Comparison& comparison) {
    Html html;
    html
        << "<div class=\"sf-scroll\" role=\"region\" tabindex=\"0\"" << attribute("aria-label", comparison.caption)
        << "><table class=\"govuk-table sf-comparison\"><caption class=\"govuk-table__caption govuk-table__caption--m\">"
        << comparison.caption
        << "</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\"></td><th scope=\"col\" class=\"govuk-table__header\">"
        << comparison.before << "</th><th scope=\"col\" class=\"govuk-table__header\">" << comparison.after
        << "</th></tr></thead><tbody class=\"govuk-table__body\">";
    for (const auto& row : comparison.rows) {
        html << (row.is_changed ? Markup("<tr class=\"govuk-table__row sf-changed\">")
                                : Markup("<tr class=\"govuk-table__row\">"))
             << "<th scope=\"row\" class=\"govuk-table__header\">" << row.what;
        if (row.is_changed) html << " <span class=\"sf-changed__word\">" << comparison.changed_word << "</span>";
        html << "</th><td class=\"govuk-table__cell\">" << row.before << "</td><td class=\"govuk-table__cell\">" << row.after
             << "</td></tr>";
    }
    return std::move(html) << "</tbody></table></div>";
}

}  // namespace steadfast::web
