#pragma once

#include "record/merge/record_merge.hpp"
#include "record/search/duplicates.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// Two records beside each other, and the form that joins them or says that they are of two people.
struct TwoRecords {
    SeenChild one;
    SeenChild other;
    Likeness likeness;
    std::size_t items_of_one = 0;     ///< What is recorded about each, besides who they are.
    std::size_t items_of_other = 0;
    web::Fields typed;
    web::FieldErrors errors;
    bool is_second_step = false;      ///< It was filled in; what it will do is shown before it is done.
    std::string key;
    std::string form_token;
    web::Html notices = {};           ///< Where a draft stands in one of its forms.
    web::Html keeps_joining = {};     ///< What keeps the form that joins them…
    web::Html keeps_apart = {};       ///< …and the one that says that they are two.

    [[nodiscard]] bool keeps_other() const { return typed.get("kept") == "other"; }
};
[[nodiscard]] web::Html two_records_view(const TwoRecords& two);

/// Whom the record of one child may be joined with.
struct SamePerson {
    SeenChild child;
    std::vector<LikelyPerson> likely;
    std::string typed_number;
    std::string wrong_number;
    std::string form_token;
};
[[nodiscard]] web::Html same_person_view(const SamePerson& same);

[[nodiscard]] web::Html likely_pairs_view(const LikelyPairs& likely, std::size_t most);

/// One merge in words, for the child's page and the page that takes it apart.
struct MergeInWords {
    MergeOnRecord merge;
    std::string because;
    std::string undone_because;
    std::string by;
    std::string on;
    std::string other_name;    ///< As the other record has it.
    bool may_undo = false;
};
[[nodiscard]] web::Html merges_panel(const SeenChild& child, const std::vector<MergeInWords>& merges);

struct TakingApart {
    SeenChild child;
    MergeInWords merge;
    std::string typed;
    std::string wrong;
    std::string key;
    std::string form_token;
    web::Html notice = {};
    web::Html keeping = {};
};
[[nodiscard]] web::Html taking_apart_view(const TakingApart& taking);

}  // namespace steadfast::record::pages
