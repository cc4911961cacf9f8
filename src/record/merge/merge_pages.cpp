#include "record/merge/merge_pages.hpp"

#include "law/london.hpp"
#include "record/merge/merge_view.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/page_parts.hpp"

#include <algorithm>
#include <set>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t most_pairs = 100;

Result<SeenChild> asked_child(const Visit& visit, std::string_view name) {
    const auto id = visit.request.at<ledger::SubjectId>(name);
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

std::size_t items_about(const SeenBook& book, const SeenChild& child) {
    std::set<std::uint32_t> items;   // What is about two and was saved twice may be met twice.
    book.each_about(child, [&items](const Found& found) {
        if (&found.type() != &type_of<Person>()) items.insert(found.head().item);
    });
    return items.size();
}

KnownOf known(const SeenChild& child) {
    return known_of(child.person, {});
}

Page page_of(std::string title, web::Html main, std::string what, std::vector<ledger::SubjectId> about, bool is_wrong = false) {
    Page page;
    page.title = is_wrong ? "Error: " + title : std::move(title);
    page.main = std::move(main);
    page.what = std::move(what);
    page.about = std::move(about);
    if (is_wrong) page.status = 422;
    return page;
}

// --- finding them ---

Result<Shown> show_pairs(const Visit& visit) {
    const LikelyPairs likely = likely_pairs(visit.book, most_pairs);
    std::vector<ledger::SubjectId> about;
    for (const LikelyPair& pair : likely.pairs)
        for (const auto& id : {pair.one.id, pair.other.id})
            if (std::find(about.begin(), about.end(), id) == about.end()) about.push_back(id);
    return page_of("Likely duplicates", likely_pairs_view(likely, most_pairs), about.empty() ? "" : "list of likely duplicates", std::move(about));
}

SamePerson same_person(const Visit& visit, const SeenChild& child) {
    SamePerson same{.child = child, .likely = likely_to_be(*PeopleIndex::of(visit.book.book()), visit.book, child.person, {}, law::london_date(visit.now)), .typed_number = "",
                    .wrong_number = "", .form_token = visit.form_token};
    std::erase_if(same.likely, [&child](const LikelyPerson& one) { return one.child.id == child.id; });
    return same;
}

Page same_person_page(const Visit& visit, const SamePerson& same) {
    std::vector<ledger::SubjectId> about{same.child.id};
    for (const LikelyPerson& one : same.likely) about.push_back(one.child.id);
    Page page = page_of("Another record of the same person", same_person_view(same), "search for another record of the same person", std::move(about), !same.wrong_number.empty());
    page.before_main = child_bar(visit, same.child);
    return page;
}

Result<Shown> show_same_person(const Visit& visit) {
    const auto child = asked_child(visit, "id");
    if (!child) return refuse(child.error());
    return same_person_page(visit, same_person(visit, *child));
}

Result<Shown> pick_by_number(const Visit& visit) {
    const auto child = asked_child(visit, "id");
    if (!child) return refuse(child.error());
    const std::string_view number = web::trimmed(visit.request.form().get("number"));
    std::optional<ledger::SubjectId> other;
    visit.book.each_person([&](const Found& found) {
        const auto position = type_of<Person>().position("authority_id");
        const auto id = subject_of(visit.book.book().item_id(found));
        if (!number.empty() && found.table->text(found.row, *position) == number && id != child->id) other = id;
    });
    if (other) return web::to("/children") / child->id / "same" / *other;
    SamePerson same = same_person(visit, *child);
    same.typed_number = std::string(number.substr(0, 40));
    same.wrong_number = number.empty() ? "Give the number of the other record" : "Nobody else has this number. Check it on the other record's page";
    return same_person_page(visit, same);
}

// --- two of them ---

Result<TwoRecords> two_records(const Visit& visit) {
    auto one = asked_child(visit, "id");
    if (!one) return refuse(one.error());
    auto other = asked_child(visit, "other");
    if (!other) return refuse(other.error());
    if (one->id == other->id) return refuse(Refusal::Kind::invalid, "These are one record already.", "Open the child's page to see what was joined.");
    TwoRecords two{.one = *one, .other = *other, .likeness = likeness_of(known(*one), known(*other)), .form_token = visit.form_token};
    two.items_of_one = items_about(visit.book, *one);
    two.items_of_other = items_about(visit.book, *other);
    return two;
}

web::Link form_of(const TwoRecords& two, std::string_view form) { return (web::to("/children") / two.one.id / "same" / two.other.id).with("form", form); }

/// The two forms are kept each by itself; what was left in them stands there again.
void open_drafts(Record& record, const Visit& visit, TwoRecords& two) {
    for (const std::string_view form : {"join", "apart"}) {
        const auto draft = draft_of(record, visit, form_of(two, form));
        if (!draft) continue;
        two.notices << draft_notice(draft->head);
        for (const auto& [name, value] : draft->fields)
            if (!belongs_to_the_keeping(name)) two.typed.add(name, value);
    }
}

Page two_records_page(Record& record, const Visit& visit, TwoRecords two) {
    const auto keeping = [&](std::string_view form) {
        return keeps_itself(record, visit, {.address = form_of(two, form), .name = "One person or two", .about = {two.one.id, two.other.id}}, visit.request.form());
    };
    two.keeps_joining = keeping("join");
    two.keeps_apart = keeping("apart");
    return page_of("One person or two?", two_records_view(two), "two records side by side", {two.one.id, two.other.id}, !two.errors.empty());
}

Result<Shown> show_two(Record& record, const Visit& visit) {
    auto two = two_records(visit);
    if (!two) return refuse(two.error());
    two->key = ledger::IdempotencyKey::random().text();
    open_drafts(record, visit, *two);
    return two_records_page(record, visit, std::move(*two));
}

void check_joining(TwoRecords& two) {
    const auto kept = two.typed.get("kept");
    if (kept != "one" && kept != "other") two.errors.add("kept", "Choose the record that is kept");
    // A fact of the record that is kept can't be taken over into itself.
    const std::string_view wrong = kept == "other" ? "other-" : "one-";
    for (const auto value : two.typed.all("fact"))
        if (value.starts_with(wrong)) {
            two.errors.add("fact", "Tick only facts of the record that is not kept");
            break;
        }
    if (web::trimmed(two.typed.get("because")).empty()) two.errors.add("because", "Say how it is known that they are one person");
}

Result<Shown> join(Record& record, const Visit& visit, const TwoRecords& two, const ledger::IdempotencyKey& key) {
    const SeenChild& kept = two.keeps_other() ? two.other : two.one;
    const SeenChild& other = two.keeps_other() ? two.one : two.other;
    MergeAsked asked{.kept = kept.id, .other = other.id, .facts_of_other = {}, .because = std::string(web::trimmed(two.typed.get("because"))), .key = key};
    const auto differing = differing_facts(kept, other);
    for (const auto value : two.typed.all("fact")) {
        const auto fact = value.substr(std::min(value.size(), value.find('-') + 1));
        if (std::find(differing.begin(), differing.end(), fact) != differing.end()) asked.facts_of_other.push_back(fact);
    }
    const auto merged = merge_records(record, visit.book, asked, visit.now);
    if (!merged) return refuse(merged.error());
    form_was_saved(record, visit, form_of(two, "join"));
    return web::to("/children") / kept.id;
}

Result<Shown> say_they_are_two(Record& record, const Visit& visit, const TwoRecords& two, const ledger::IdempotencyKey& key) {
    const NotTheSame not_the_same{.because = {std::string(web::trimmed(two.typed.get("why_two")))}};
    const ledger::ItemId item(key.bytes());
    if (!record.book()->find(item)) {
        const auto by = visit.book.viewer().worker;
        ledger::Change change = change_of(not_the_same, item, 0, {two.one.id, two.other.id}, by);
        change.key = key;
        const auto saved = record.ledger().save_and_wait({std::move(change)}, {{visit.now, by, "said that two records are of two people", {two.one.id, two.other.id}, item}});
        if (!saved) return refuse(saved.error());
    }
    form_was_saved(record, visit, form_of(two, "apart"));
    return web::to("/people/duplicates");
}

Result<Shown> decide(Record& record, const Visit& visit) {
    auto two = two_records(visit);
    if (!two) return refuse(two.error());
    two->typed = visit.request.form();
    two->key = std::string(two->typed.get("save_key"));
    const auto key = ledger::IdempotencyKey::parse(two->key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    if (two->typed.get("step") == "two_people") {
        if (web::trimmed(two->typed.get("why_two")).empty()) two->errors.add("why_two", "Say how it is known that they are two people");
        if (!two->errors.empty()) return two_records_page(record, visit, std::move(*two));
        return say_they_are_two(record, visit, *two, *key);
    }
    check_joining(*two);
    if (two->errors.empty() && two->typed.get("step") == "join") return join(record, visit, *two, *key);
    two->is_second_step = two->errors.empty();
    return two_records_page(record, visit, std::move(*two));
}

// --- what was joined ---

MergeInWords in_words_of(Record& record, const SeenBook& book, const MergeOnRecord& merge) {
    MergeInWords words{.merge = merge};
    words.by = worker_name(book.book(), merge.by);
    words.may_undo = !merge.merge.undone_on && may(book.viewer(), Permission::merge_records);
    if (const auto row = book.book().find(item_of(merge.other))) {
        const auto person = row->table->item<Person>(row->row);
        words.other_name = name_of(person) + (person.authority_id.empty() ? "" : ", " + person.authority_id);
    }
    const auto row = book.book().find(merge.item);
    if (!row) return words;
    // Who joined them, when and why stands in the first version; why they were taken apart in the last.
    const auto versions = record.ledger().store().entries_of(merge.item, row->head().seq);
    if (!versions || versions->empty()) return words;
    words.by = worker_name(book.book(), versions->front().recorded_by);
    words.on = law::london_date(versions->front().recorded_at).words();
    if (const auto content = read_entry(type_of<RecordMerge>(), versions->front()))
        words.because = type_of<RecordMerge>().item_from<RecordMerge>(content->values).because.text;
    if (const auto content = read_entry(type_of<RecordMerge>(), versions->back()))
        words.undone_because = type_of<RecordMerge>().item_from<RecordMerge>(content->values).undone_because.text;
    return words;
}

Result<web::Html> merges_of_child(Record& record, const Visit& visit, const SeenChild& child) {
    std::vector<MergeInWords> words;
    for (const MergeOnRecord& merge : merges_of(visit.book, child)) words.push_back(in_words_of(record, visit.book, merge));
    return merges_panel(child, words);
}

Result<TakingApart> taking_apart(Record& record, const Visit& visit) {
    const auto child = asked_child(visit, "id");
    if (!child) return refuse(child.error());
    const auto item = visit.request.at<ledger::ItemId>("item");
    if (!item) return refuse(item.error());
    for (const MergeOnRecord& merge : merges_of(visit.book, *child))
        if (merge.item == *item)
            return TakingApart{.child = *child, .merge = in_words_of(record, visit.book, merge), .typed = "", .wrong = "", .key = ledger::IdempotencyKey::random().text(),
                               .form_token = visit.form_token};
    return refuse(Refusal::Kind::not_found, "There is no such joining of records.", "Open the child's page to see what was joined.");
}

web::Link address_of(const TakingApart& taking) { return web::to("/children") / taking.child.id / "joined" / taking.merge.merge.item; }

Page taking_apart_page(Record& record, const Visit& visit, TakingApart taking) {
    taking.keeping = keeps_itself(record, visit, {.address = address_of(taking), .name = "Take two records apart", .about = {taking.child.id}}, visit.request.form());
    Page page = page_of("Take two records apart again", taking_apart_view(taking), "form to take two records apart", {taking.child.id}, !taking.wrong.empty());
    page.before_main = child_bar(visit, taking.child);
    return page;
}

Result<Shown> show_taking_apart(Record& record, const Visit& visit) {
    auto taking = taking_apart(record, visit);
    if (!taking) return refuse(taking.error());
    const OpenedForm form = opened_form(record, visit, address_of(*taking), false);
    taking->typed = std::string(form.typed.get("because"));
    taking->key = form.key;
    taking->notice = form.notice;
    return taking_apart_page(record, visit, std::move(*taking));
}

Result<Shown> take_apart(Record& record, const Visit& visit) {
    auto taking = taking_apart(record, visit);
    if (!taking) return refuse(taking.error());
    taking->key = std::string(visit.request.form().get("save_key"));
    taking->typed = std::string(web::trimmed(visit.request.form().get("because")));
    const auto key = ledger::IdempotencyKey::parse(taking->key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    if (taking->typed.empty()) {
        taking->wrong = "Say why they are two people after all";
        return taking_apart_page(record, visit, std::move(*taking));
    }
    const auto unmerged = unmerge_records(record, visit.book, taking->merge.merge, taking->typed, *key, visit.now);
    if (!unmerged) return refuse(unmerged.error());
    form_was_saved(record, visit, address_of(*taking));
    return web::to("/children") / taking->merge.merge.kept;
}

}  // namespace

void add_merge_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    const Permission needs = Permission::merge_records;
    const auto with_record = [&record](Result<Shown> (*show)(Record&, const Visit&)) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    parts.add({
        {get, "/people/duplicates", needs, show_pairs, web::Runs::on_a_worker},
        {get, "/children/{id}/same", needs, show_same_person, web::Runs::on_a_worker},
        {post, "/children/{id}/same", needs, pick_by_number, web::Runs::on_a_worker},
        {get, "/children/{id}/same/{other}", needs, with_record(show_two), web::Runs::on_a_worker},
        {post, "/children/{id}/same/{other}", needs, with_record(decide), web::Runs::on_a_worker},
        {get, "/children/{id}/joined/{item}", needs, with_record(show_taking_apart)},
        {post, "/children/{id}/joined/{item}", needs, with_record(take_apart), web::Runs::on_a_worker},
    });
    parts.child_panels.push_back({.key = "joined-records", .where = ChildPanel::Where::beside, .order = 90, .show = [&record](const Visit& visit, const SeenChild& child) {
                                      return merges_of_child(record, visit, child);
                                  }});
    parts.child_links.push_back({.words = "Another record of the same person", .order = 90, .needs = needs, .to = [](ledger::SubjectId child) {
                                     return web::to("/children") / child / "same";
                                 }});
    parts.places.push_back({.words = "Likely duplicates", .link = web::to("/people/duplicates"), .order = 60, .needs = needs});
}

}  // namespace steadfast::record::pages
