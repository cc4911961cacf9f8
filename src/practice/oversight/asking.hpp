#pragma once

#include "record/access/role.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/page_parts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::practice {

/// Something that one colleague asks of another about children, to be answered by a day and never by who asked it: a decision, a
/// challenge. Each is an item of its own; the fields that this names by key they all have.
struct AskingRule {
    const record::ItemType* type = nullptr;
    std::string_view place;                     ///< In addresses: "decision".
    std::string_view asks;                      ///< "Ask for a decision"
    std::string_view answers;                   ///< "Decide"
    std::string_view what;                      ///< "a decision", in sentences.
    std::string_view guidance;                  ///< Above the form.
    int usual_working_days = 5;                 ///< The day that the form offers for the answer.
    std::vector<std::string_view>
        asked;        ///< Fields that whoever asks fills, in the form's order; those about each come after them.
    std::vector<std::string_view> answered;     ///< Fields that whoever answers fills.
    std::string_view comes_back_with;  ///< The answer after which it is completed and asked again; empty where there is none.
    bool can_be_taken_further = false;  ///< Where the answer does not settle it.

    /// The fields of its type that the form of those keys leaves out.
    [[nodiscard]] std::vector<std::string_view> not_in(const std::vector<std::string_view>& keys) const;
};
[[nodiscard]] const std::vector<AskingRule>& asking_rules();
[[nodiscard]] const AskingRule* asking_rule_of(const record::ItemType& type);

/// One of them as one viewer may read it.
struct AskedThing {
    const AskingRule* rule = nullptr;
    record::pages::SeenItem item;

    [[nodiscard]] record::Value value(std::string_view key) const;
    [[nodiscard]] std::string words(std::string_view key) const;  ///< Of a page; empty where nothing was recorded.
    [[nodiscard]] ledger::WorkerId worker(std::string_view key) const;
    [[nodiscard]] std::optional<Date> day(std::string_view key) const;

    [[nodiscard]] bool was_dropped() const { return day("dropped_on").has_value(); }
    [[nodiscard]] bool has_answer() const { return record::is_recorded(value("answer")); }
    [[nodiscard]] bool came_back() const;
    [[nodiscard]] bool waits() const { return !was_dropped() && !has_answer(); }
    [[nodiscard]] bool is_settled() const;
};
/// The one in the address.
[[nodiscard]] Result<AskedThing> asked_thing(record::Record& record, const record::pages::Visit& visit);

/// Whether this viewer may answer it: whoever it was asked of, or somebody else who may sign off the work of others, and never who
/// asked it.
[[nodiscard]] Result<void> check_may_answer(const AskedThing& thing, const record::Viewer& viewer);

/// Which of them wait for whom, and which went back to whom. It knows nothing of who may see whom.
template <class Item>
class AskedOf {
public:
    explicit AskedOf(const record::Book& book);

    [[nodiscard]] const std::vector<ledger::ItemId>& waiting_for(ledger::WorkerId worker) const { return of(waiting_, worker); }
    [[nodiscard]] const std::vector<ledger::ItemId>& asked_by(ledger::WorkerId worker) const { return of(asked_, worker); }

private:
    using ByWorker = std::unordered_map<ledger::WorkerId, std::vector<ledger::ItemId>>;
    [[nodiscard]] static const std::vector<ledger::ItemId>& of(const ByWorker& all, ledger::WorkerId worker) {
        static const std::vector<ledger::ItemId> none;
        const auto found = all.find(worker);
        return found == all.end() ? none : found->second;
    }
    ByWorker waiting_;
    ByWorker asked_;
};

/// A line of a list: what is read of one from memory.
struct AskedLine {
    ledger::ItemId item;
    const AskingRule* rule = nullptr;
    std::string about;  ///< Names of the children.
    std::vector<ledger::SubjectId> children;
    std::string in_one_line;
    ledger::WorkerId asked_by;
    ledger::WorkerId of;
    std::optional<Date> asked_on;
    std::optional<Date> by_day;
    std::string answer;  ///< In words; empty while it waits.
    std::optional<Date> answered_on;
    bool needs_the_asker = false;  ///< It came back, or its answer has yet to be taken as it is.
};
/// Those that wait for this viewer's answer, by the day they are needed.
[[nodiscard]] std::vector<AskedLine> asked_of_me(const record::pages::Visit& visit);
/// Those that this viewer asked, the latest first.
[[nodiscard]] std::vector<AskedLine> asked_by_me(const record::pages::Visit& visit);
/// A child's that are open: they wait, came back, or were answered and not yet settled.
[[nodiscard]] std::vector<AskedLine> open_about(const record::pages::Visit& visit, const record::SeenChild& child);

void add_asking_pages(record::Record& record, record::pages::PageParts& parts);
void add_answering_pages(record::Record& record, record::pages::PageParts& parts);
void add_asked_lists(record::Record& record, record::pages::PageParts& parts);

/// The page of one, with the form for its answer where the viewer may give it.
[[nodiscard]] Result<record::pages::Page> asked_page(record::Record& record, const record::pages::Visit& visit,
                                                     const AskedThing& thing, const web::FieldErrors& errors = {},
                                                     const web::Fields* typed = nullptr);

}  // namespace steadfast::practice
