#include "record/letters/made_list.hpp"

#include "record/access/each_about.hpp"
#include "record/item/when_in_words.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/letter.hpp"
#include "record/pages/item_page.hpp"

#include <algorithm>

namespace steadfast::record::letters {
namespace {

std::string for_whom(const std::string& name, const std::string& capacity) { return capacity.empty() ? name : name + " (" + capacity + ")"; }

MadeLine line_of(const SeenBook& book, const Found& found) {
    MadeLine line;
    line.day = found.happened_on();
    if (&found.type() == &type_of<Letter>()) {
        const auto letter = found.table->item<Letter>(found.row);
        line.what = letter.title;
        line.as = "Letter";
        line.recipient = for_whom(letter.recipient, letter.capacity);
        line.may_know = letter.may_know;
        line.by = book.book().recorded_by(found);
        line.letter = book.book().item_id(found);
        if (letter.written_on) line.made = When::day(*letter.written_on);
        line.children = book.book().subjects(found).size();
    } else {
        const auto made = found.table->item<MadeForSomebody>(found.row);
        line.made = made.made;
        line.what = made.what;
        line.as = made.as.says();
        line.recipient = for_whom(made.recipient, made.capacity);
        line.may_know = made.may_know;
        line.by = ledger::WorkerId(made.made_by.item.bytes());
        line.children = static_cast<std::size_t>(std::max(made.children.value_or(0), 0));
    }
    for (const ledger::SubjectId subject : book.book().subjects(found))
        if (auto child = book.child(subject)) line.about.push_back(std::move(*child));
    return line;
}

bool is_asked_for(const MadeFilter& filter, const Found& found) {
    if (found.head().has(RowHead::withdrawn)) return false;
    const bool is_letter = &found.type() == &type_of<Letter>();
    if (!filter.as.empty() && (is_letter ? filter.as != "letter" : found.table->item<MadeForSomebody>(found.row).as.code != filter.as)) return false;
    const auto day = found.happened_on();
    return (!filter.from || (day && *day >= *filter.from)) && (!filter.to || (day && *day <= *filter.to));
}

void put_latest_first(std::vector<MadeLine>& lines) {
    const auto when = [](const MadeLine& line) {
        const When::Point& start = line.made.start();
        return std::pair(line.day, start.precision == When::Precision::minute ? start.at : 0);
    };
    std::ranges::stable_sort(lines, std::greater<>{}, when);
}

}  // namespace

std::vector<MadeLine> made_about(const SeenBook& book, const SeenChild& child, const MadeFilter& filter) {
    std::vector<MadeLine> lines;
    each_about<MadeForSomebody, Letter>(book, child, [&](const Found& found) {
        if (is_asked_for(filter, found)) lines.push_back(line_of(book, found));
    });
    put_latest_first(lines);
    return lines;
}

std::vector<MadeLine> all_made(const SeenBook& book, const MadeFilter& filter) {
    std::vector<MadeLine> lines;
    for (const ItemType* type : {&type_of<MadeForSomebody>(), &type_of<Letter>()})
        book.each_of(*type, [&](const Found& found) {
            if (is_asked_for(filter, found)) lines.push_back(line_of(book, found));
        });
    put_latest_first(lines);
    return lines;
}

std::string made_csv(const SeenBook& book, const std::vector<MadeLine>& lines) {
    std::string csv = csv_line({"Made", "What", "As", "For", "Others it names", "By", "Children's numbers", "Of how many children"});
    for (const MadeLine& line : lines) {
        std::string numbers;
        for (const SeenChild& child : line.about) numbers += (numbers.empty() ? "" : "; ") + child.person.authority_id;
        csv += csv_line({in_words(line.made), line.what, line.as, line.recipient, line.may_know, pages::worker_name(book.book(), line.by), numbers,
                         std::to_string(line.children)});
    }
    return csv;
}

}  // namespace steadfast::record::letters
