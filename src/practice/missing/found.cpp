#include "practice/missing/found.hpp"

#include "law/london.hpp"
#include "practice/missing/interviews.hpp"

namespace steadfast::practice {

using record::pages::FormKey;
using record::pages::Visit;

Result<void> record_found(record::Record& record, const Visit& visit, const FormKey& key, ledger::ItemId id) {
    constexpr int most_tries = 5;
    const Date today = law::london_date(visit.now);
    Result<void> saved;
    for (int tries = 0; tries < most_tries; ++tries) {
        const record::SeenBook book(record.book(), visit.book.viewer());
        const auto episode = episode_seen(book, id);
        if (!episode) return refuse(episode.error());
        if (!episode->episode.is_open()) return {};
        const auto owes = who_owes_the_interview(book, episode->child, today);
        auto change = record::pages::with_values(record, book.book(), episode->found,
                                                 {{"found", today}, {"found_at", law::london_minute(visit.now)}, {"is_followed_up", true}, {"interview_by", ledger::ItemId(owes.bytes())}},
                                                 book.viewer().worker);
        if (!change) return refuse(change.error());
        saved = record::pages::save_together(record, visit, key, {std::move(*change)}, "recorded as found");
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return saved;
}

Result<void> undo_found(record::Record& record, const Visit& visit, const FormKey& key, const EpisodeSeen& episode) {
    auto change = record::pages::with_values(record, visit.book.book(), episode.found,
                                             {{"found", record::Value()}, {"found_at", record::Value()}, {"is_followed_up", record::Value()}, {"interview_by", record::Value()}},
                                             visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    return record::pages::save_together(record, visit, key, {std::move(*change)}, "took back that the child was found");
}

}  // namespace steadfast::practice
