#include "record/pages/about_several.hpp"

#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/pages/also_about.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

std::vector<std::string> names_of(const std::vector<AboutWhom>& about) {
    std::vector<std::string> names;
    for (const AboutWhom& one : about) names.push_back(one.name);
    return names;
}

/// Whether an error is at an input of a field that another page asks for: "planned_for-day" is one of planned_for.
bool is_left_out(const ItemForm& form, std::string_view input) {
    return std::any_of(form.not_asked.begin(), form.not_asked.end(), [&input](std::string_view key) {
        return input.starts_with(key) && (input.size() == key.size() || input[key.size()] == '-');
    });
}

}  // namespace

std::vector<SeenChild> SeenItem::seen_children() const {
    std::vector<SeenChild> seen;
    for (const SeenPart& one : children) seen.push_back(one.child);
    return seen;
}

std::vector<std::string> SeenItem::names() const {
    std::vector<std::string> names;
    for (const SeenPart& one : children) names.push_back(one.child.name);
    return names;
}

Result<SeenItem> seen_item(Record& record, const SeenBook& book, const ItemType& type, ledger::ItemId id, std::string_view not_found) {
    const auto found = book.item(id);
    if (!found || &found->type() != &type || found->head().has(RowHead::withdrawn)) return refuse(Refusal::Kind::not_found, std::string(not_found), "Look on the child's page.");
    const auto entry = record.latest_entry(book.book(), *found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(type, *entry);
    if (!content) return refuse(content.error());
    SeenItem item{.id = id, .version = found->head().version, .content = std::move(*content), .children = {}, .about = entry->subjects};
    item.is_seen_whole = book.may_see_everybody(item.about);
    item.content.about.resize(item.about.size());
    for (std::size_t i = 0; i < item.about.size(); ++i) {
        Values& values = item.content.about[i].values;
        values.resize(type.fields().size());
        if (auto child = book.child(item.about[i])) item.children.push_back({std::move(*child), values});
    }
    return item;
}

Refusal not_seen_whole(std::string_view what) {
    return {Refusal::Kind::not_allowed, fmt::format("This {} is also about somebody whose record you may not see, so you can't change it.", what),
            "Ask the child's worker or their manager."};
}

ItemForm form_about_several(const Visit& visit, const ItemType& type, const SeenChild& first, web::Link action, web::Link back, std::vector<std::string_view> not_asked) {
    ItemForm form{.type = &type, .action = std::move(action), .back = std::move(back), .form_token = visit.form_token, .first_name = first.name};
    form.not_asked = std::move(not_asked);
    return form;
}

void offer_children(const Visit& visit, const SeenChild& first, ItemForm& form) {
    form.can_be_about_several = true;
    if (form.also.empty()) form.also = also_about(visit.book, first, law::london_date(visit.now), form.typed);
    form.each = {{first.id, first.name}};
    std::vector<AboutWhom> ticked = form.each;
    for (const AlsoAbout& one : form.also) {
        form.each.push_back(one.whom);
        if (one.is_ticked) ticked.push_back(one.whom);
    }
    form.goes_into = goes_into(names_of(ticked));
    if (form.each.size() > ticked.size()) form.goes_into += " Ticking another child puts it into that child's file too.";
}

std::vector<SeenChild> chosen_children(const Visit& visit, const SeenChild& first, const ItemForm& form) {
    std::vector<SeenChild> children{first};
    for (const AlsoAbout& one : form.also) {
        if (!one.is_ticked) continue;
        if (auto child = visit.book.child(one.whom.id)) children.push_back(std::move(*child));
    }
    return children;
}

Content read_about_several(ItemForm& form, const std::vector<SeenChild>& children, const Content* recorded) {
    const ItemType& type = *form.type;
    Content content = recorded ? *recorded : Content();
    content.values.resize(type.fields().size());
    content.about.resize(children.size());
    FormRead read = read_form(type, form.typed, recorded ? &recorded->values : nullptr);
    for (const auto& error : read.errors)
        if (!is_left_out(form, error.field)) form.errors.add(error.field, error.says);
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (!type.fields()[i].is_about_each && !form.leaves_out(type.fields()[i].key)) content.values[i] = std::move(read.values[i]);
    for (std::size_t child = 0; child < children.size(); ++child) {
        Values& values = content.about[child].values;
        values.resize(type.fields().size());
        FormRead about = read_form_about(type, form.typed, children[child].id, children[child].name, &values);
        for (const auto& error : about.errors) form.errors.add(error.field, error.says);
        for (std::size_t i = 0; i < type.fields().size(); ++i)
            if (type.fields()[i].is_about_each && !form.leaves_out(type.fields()[i].key)) values[i] = std::move(about.values[i]);
    }
    content.is_fit_for_each = children.size() > 1 && form.typed.has("fit_for_each");
    return content;
}

void type_day(web::Fields& typed, std::string_view name, Date day) {
    const web::TypedDate parts = web::TypedDate::of(day);
    typed.add(std::string(name) + "-day", parts.day);
    typed.add(std::string(name) + "-month", parts.month);
    typed.add(std::string(name) + "-year", parts.year);
}

Result<SeenChild> asked_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

}  // namespace steadfast::record::pages
