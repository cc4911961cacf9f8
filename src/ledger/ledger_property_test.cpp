#include "ledger/chain.hpp"
#include "ledger/ledger.hpp"
#include "ledger/stores_under_test.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <atomic>
#include <map>
#include <thread>

namespace steadfast::ledger {
namespace {

/// What somebody may ask, by small numbers so that they meet each other often.
struct Ask {
    unsigned item = 0;
    std::uint32_t starts_from = 0;
    unsigned key = 0;       ///< 0 is none.
    unsigned words = 0;     ///< What it says.
    bool with_next = false; ///< Saved together with the next one.
};

std::ostream& operator<<(std::ostream& out, const Ask& ask) {
    return out << "{item " << ask.item << " from " << ask.starts_from << " key " << ask.key << " words " << ask.words
               << (ask.with_next ? " with next}" : "}");
}

IdBytes numbered(unsigned number) {
    IdBytes bytes;
    if (number != 0) bytes.bytes[15] = static_cast<std::uint8_t>(number);
    if (number != 0) bytes.bytes[0] = 1;
    return bytes;
}

Change change_of(const Ask& ask) {
    Change change;
    change.item = ItemId(numbered(ask.item + 1));
    change.starts_from = ask.starts_from;
    change.type = "visit";
    change.subjects = {SubjectId(numbered(1))};
    change.recorded_by = some_worker();
    change.key = IdempotencyKey(numbered(ask.key));
    change.shared.body = "{\"words\":" + std::to_string(ask.words) + "}";
    return change;
}

/// All that the ledger promises about versions and keys, in a few lines that have no groups, threads or files.
class Model {
public:
    enum class Outcome { saved, repeated, clash, key_taken };

    Outcome save(const std::vector<Ask>& asks) {
        std::size_t known = 0;
        std::size_t same = 0;
        for (const Ask& ask : asks) {
            const auto before = saved_.find(ask.key);
            if (ask.key == 0 || before == saved_.end()) continue;
            ++known;
            same += before->second.item == ask.item && before->second.starts_from == ask.starts_from && before->second.words == ask.words;
        }
        if (known != 0) return same == asks.size() ? Outcome::repeated : Outcome::key_taken;

        auto versions = versions_;
        auto saved = saved_;
        for (const Ask& ask : asks) {
            if (versions[ask.item] != ask.starts_from) return Outcome::clash;
            ++versions[ask.item];
            if (ask.key != 0 && !saved.emplace(ask.key, ask).second) return Outcome::key_taken;
        }
        versions_ = std::move(versions);
        saved_ = std::move(saved);
        count_ += asks.size();
        return Outcome::saved;
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::uint32_t version(unsigned item) const { return versions_.contains(item) ? versions_.at(item) : 0; }

private:
    std::map<unsigned, std::uint32_t> versions_;
    std::map<unsigned, Ask> saved_;
    std::size_t count_ = 0;
};

Model::Outcome outcome_of(const Result<std::vector<Receipt>>& answer) {
    if (answer) return answer->at(0).repeated ? Model::Outcome::repeated : Model::Outcome::saved;
    return answer.error().kind == Refusal::Kind::clash ? Model::Outcome::clash : Model::Outcome::key_taken;
}

}  // namespace
}  // namespace steadfast::ledger

namespace rc {
template <>
struct Arbitrary<steadfast::ledger::Ask> {
    static Gen<steadfast::ledger::Ask> arbitrary() {
        using steadfast::ledger::Ask;
        return gen::build<Ask>(gen::set(&Ask::item, gen::inRange(0u, 3u)), gen::set(&Ask::starts_from, gen::inRange(0u, 4u)),
                               gen::set(&Ask::key, gen::inRange(0u, 8u)), gen::set(&Ask::words, gen::inRange(0u, 2u)),
                               gen::set(&Ask::with_next, gen::weightedElement<bool>({{3, false}, {1, true}})));
    }
};
}  // namespace rc

namespace steadfast::ledger {
namespace {

std::vector<std::vector<Ask>> saves_of(const std::vector<Ask>& asks) {
    std::vector<std::vector<Ask>> saves(1);
    for (const Ask& ask : asks) {
        saves.back().push_back(ask);
        if (!ask.with_next) saves.emplace_back();
    }
    if (saves.back().empty()) saves.pop_back();
    return saves;
}

/// Asks all at once, so that the ledger puts them into groups as it likes; it must still answer as if one after another.
void answers_as_the_model(const std::string& kind, const std::vector<Ask>& asks, std::size_t open_again_after) {
    const auto place = place_for(kind);
    const StandingClock clock(Instant::from_seconds(1'780'000'000));
    auto ledger = std::make_unique<Ledger>(place->open(), clock);
    Model model;
    const auto saves = saves_of(asks);
    std::vector<Model::Outcome> answers(saves.size());
    for (std::size_t i = 0; i < saves.size(); ++i) {
        if (i == open_again_after) {
            ledger.reset();   // Answers all that waits.
            ledger = std::make_unique<Ledger>(place->open(), clock);
        }
        std::vector<Change> changes;
        for (const Ask& ask : saves[i]) changes.push_back(change_of(ask));
        ledger->save(std::move(changes), {}, [&answers, i](const Result<std::vector<Receipt>>& answer) { answers[i] = outcome_of(answer); });
    }
    ledger.reset();
    for (std::size_t i = 0; i < saves.size(); ++i) RC_ASSERT(answers[i] == model.save(saves[i]));

    const auto store = place->open();
    RC_ASSERT(store->head()->seq == model.count());
    for (unsigned item = 0; item < 3; ++item)
        RC_ASSERT(store->latest_versions(std::vector{ItemId(numbered(item + 1))})->at(0) == model.version(item));
    RC_ASSERT(verify(*store, {})->is_sound());
}

class AnyLedgerProperty : public testing::TestWithParam<std::string> {};

TEST_P(AnyLedgerProperty, any_saves_repeats_and_clashes_are_answered_as_a_simple_model_would) {
    // To make a durable store anew takes long, so of a hundred cases, which grow, every second or sixth is tried.
    const unsigned one_in = GetParam() == "sqlite" ? 2 : 6;
    unsigned tried = 0;
    const bool held = rc::check([&](const std::vector<Ask>& asks) {
        if (++tried % one_in == 0) answers_as_the_model(GetParam(), asks, asks.size() / 2);
    });
    EXPECT_TRUE(held);
}

TEST_P(AnyLedgerProperty, threads_that_save_the_same_items_lose_nothing_and_gain_nothing) {
    const auto place = place_for(GetParam());
    const StandingClock clock(Instant::from_seconds(1'780'000'000));
    std::array<std::atomic<std::uint32_t>, 3> saved{};
    {
        Ledger ledger(place->open(), clock);
        std::vector<std::thread> threads;
        for (unsigned thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                for (unsigned i = 0; i < 40; ++i) {
                    const unsigned item = (thread + i) % 3;
                    const Change change = change_of({item, saved[item], 0, thread * 100 + i, false});
                    if (ledger.save_and_wait({change})) ++saved[item];
                }
            });
        for (auto& thread : threads) thread.join();
    }
    const auto store = place->open();
    for (unsigned item = 0; item < 3; ++item) {
        EXPECT_EQ(store->latest_versions(std::vector{ItemId(numbered(item + 1))})->at(0), saved[item]);
        EXPECT_GT(saved[item], 9u);
    }
    EXPECT_TRUE(verify(*store, {})->is_sound());
}

INSTANTIATE_TEST_SUITE_P(Stores, AnyLedgerProperty, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace steadfast::ledger
