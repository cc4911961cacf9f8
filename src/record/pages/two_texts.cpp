#include "record/pages/two_texts.hpp"

#include "record/pages/clash_view.hpp"
#include "record/pages/item_visit.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

/// A field that the form does not ask for is nobody's change: it is as they left it.
void take_what_is_not_asked(const ItemForm& form, Content& content, const Content& theirs) {
    for (std::size_t i = 0; i < form.type->fields().size(); ++i) {
        if (!form.leaves_out(form.type->fields()[i].key)) continue;
        content.values[i] = theirs.values[i];
        for (std::size_t child = 0; child < std::min(content.about.size(), theirs.about.size()); ++child)
            if (i < content.about[child].values.size() && i < theirs.about[child].values.size()) content.about[child].values[i] = theirs.about[child].values[i];
    }
}

Page both_beside(const Visit& visit, const ItemPage& item, const ItemForm& form, Merged merged, bool asks_again) {
    const VersionShown& latest = item.versions.front();
    ClashPage shown{.type = item.type, .who = latest.recorded_by, .when = latest.recorded_at, .started_from = form.starts_from, .now_there = latest.version,
                    .merged = std::move(merged), .typed = form.typed, .action = form.action, .back = form.back, .form_token = form.form_token, .key = form.key,
                    .goes_into = form.goes_into, .keeping = form.keeping, .asks_again = asks_again};
    Page page = page_about(visit, item, clash_view(shown), "two texts to choose from");
    page.status = 409;
    return page;
}

}  // namespace

Result<TwoTexts> two_texts(Record& record, const Visit& now, const ItemPage& item, const ItemForm& form, const ReadOver& read) {
    const std::uint32_t latest = item.versions.front().version;
    const auto theirs = content_of_version(record, item, latest);
    if (!theirs) return refuse(theirs.error());
    const auto begun_from = entry_of_version(record, item, form.starts_from);
    if (!begun_from) return refuse(begun_from.error());
    auto base = read_entry(*item.type, *begun_from);
    if (!base) return refuse(base.error());
    if (begun_from->subjects != subjects_of(item))
        return refuse(Refusal::Kind::clash, "This was moved to another child while you were writing.", "Your text is kept as a draft: copy from it what belongs here.");

    ItemForm sent = form;
    sent.errors = {};
    Content mine = read(sent, *base, *theirs);
    take_what_is_not_asked(form, mine, *theirs);
    take_what_is_not_asked(form, *base, *theirs);
    Merged merged = merge(*item.type, item.about, *base, *theirs, mine, form.typed);

    TwoTexts texts{.now_there = latest, .settled = std::nullopt, .page = {}};
    const bool has_seen_it = number_in(form.typed.get("merged_with")) == latest;
    const bool is_all_mine = merged.both.empty() && merged.only_theirs.empty();
    if (is_all_mine || (has_seen_it && merged.is_decided())) texts.settled = merged.content;
    texts.page = both_beside(now, item, form, std::move(merged), has_seen_it);
    return texts;
}

Visit as_it_is_now(Record& record, const Visit& visit) {
    return {visit.request, SeenBook(record.book(), visit.book.viewer()), visit.worker_name, visit.form_token, visit.now, visit.parts};
}

}  // namespace steadfast::record::pages
