#include "demo/assessment_text.hpp"

#include "law/working_days.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<std::string_view, 3> analyses{
    "The children are loved and their days have become unpredictable. What harms them most is the shouting at night; what protects them is their grandmother's house and school.",
    "Money worries and tiredness stand behind most of what was seen. With help in the mornings the parents can keep the children safe, and they want it.",
    "What was told could not be borne out. The children are well, are seen by many, and say so themselves."};
constexpr std::array<std::string_view, 3> children_say{"I want it to be quiet at night.", "I like school best, and my dog.", "Mum is better now. I help her with the little ones."};

}  // namespace

AssessmentText::AssessmentText(const Case& what, std::vector<Child*> children, Date began, Moment at, std::string_view outcome)
    : what_(what), children_(std::move(children)), began_(began), outcome_(outcome) {
    text_.began = began;
    text_.finish_by = law::add_working_days(began, 35);
    text_.assessor.item = ledger::ItemId(what.social_worker(began).bytes());
    text_.looks_at.text = "How each child is at home and at school, what the parents can give, who else helps, and what happened in the weeks before.";
    text_.who_takes_part.text = "Parents and children at home; school and health visitor by letter within ten days.";
    text_.state.code = "writing";
    parts_.resize(children_.size());
    save(what.social_worker(began), at);
}

void AssessmentText::fill_parts(Date seen, const std::vector<std::string>& factors) {
    for (std::size_t i = 0; i < children_.size(); ++i) {
        const bool is_born = children_[i]->born < seen;
        if (is_born) parts_[i].seen_on = seen;
        if (is_born && what_.dice().happens_in(80)) parts_[i].seen_alone_on = seen;
        else parts_[i].not_seen_because.text = is_born ? "Too young to be seen without a parent." : "Not born yet.";
        parts_[i].child_words.text = is_born ? what_.dice().one_of(children_say) : "Not born yet.";
        parts_[i].factors.codes = factors;
        parts_[i].outcome.code = outcome_;
    }
}

void AssessmentText::finish(Date authorised, Moment at, const std::vector<std::string>& factors) {
    const Date sent = std::max(began_, law::add_working_days(authorised, -3));
    fill_parts(std::max(began_, sent.plus_days(-10)), factors);
    text_.family_words.text = "The mother says that the nights are the worst. The father says that he wants help with money, and that nobody asked before.";
    text_.analysis.text = what_.dice().one_of(analyses);
    text_.state.code = "sent";
    text_.sent = When::day(sent);
    text_.sent_by.item = ledger::ItemId(what_.social_worker(sent).bytes());
    save(what_.social_worker(sent), what_.story.typed_up(sent, Typed::at_once));
    if (what_.dice().happens_in(12)) {
        text_.state.code = "returned";
        text_.returned_because.text = "Say what each parent makes of it, apart from the other.";
        save(what_.manager(), {law::add_working_days(sent, 1), 1});
        text_.state.code = "sent";
        text_.returned_because.text.clear();
        text_.family_words.text += " Asked alone, each says that the other is trying.";
        save(what_.social_worker(sent), {law::add_working_days(sent, 2), 1});
    }
    text_.state.code = "authorised";
    text_.authorised = When::day(authorised);
    text_.authorised_by.item = ledger::ItemId(what_.manager().bytes());
    save(what_.manager(), at);
}

void AssessmentText::save(ledger::WorkerId by, Moment at) {
    const record::ItemType& type = record::type_of<practice::WrittenAssessment>();
    record::Content content;
    content.values = type.values_of(text_);
    std::vector<ledger::SubjectId> subjects;
    for (std::size_t i = 0; i < children_.size(); ++i) {
        subjects.push_back(children_[i]->subject);
        record::Content& about = content.about.emplace_back();
        about.values = type.values_of(parts_[i]);
    }
    what_.story.save(written_, type, content, std::move(subjects), by, at);
}

}  // namespace steadfast::demo
