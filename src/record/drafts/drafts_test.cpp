#include "record/drafts/drafts.hpp"

#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace steadfast::record {
namespace {

using testing::HasSubstr;
using testing::Not;

class DraftsOnAShelf : public testing::Test {
protected:
    DraftsOnAShelf() {
        path_ = (std::filesystem::temp_directory_path() / ("drafts_" + IdBytes::random().text())).string();
        open();
    }
    ~DraftsOnAShelf() override {
        drafts_.reset();
        store_.reset();
        for (const auto* end : {"", "-lock", "-access", "-wal", "-shm", "-access-wal", "-access-shm"}) std::filesystem::remove(path_ + end);
    }
    void open(const DraftSecret& secret = {7}) {
        drafts_.reset();
        store_.reset();
        store_ = ledger::open_store("sqlite:" + path_, ledger::Mode::write).value();
        drafts_ = Drafts::open(*store_, secret).value();
    }
    DraftAsked note(const std::string& words) const {
        return {.worker = evie_, .form = "/children/1/add/case_note", .name = "Case note", .about = {sam_}, .fields = {{"words", words}}, .window = window_};
    }
    std::string words(std::string_view form = "/children/1/add/case_note") const {
        const auto draft = drafts_->find(evie_, form, at_).value();
        return draft ? std::string(draft->fields.get("words")) : "no draft";
    }

    const ledger::WorkerId evie_ = ledger::WorkerId::random();
    const ledger::SubjectId sam_ = ledger::SubjectId::random();
    const DraftWindow window_ = DraftWindow::random();
    const Instant at_ = Instant::parse_iso("2026-11-22T14:32:00Z").value();
    std::string path_;
    std::unique_ptr<ledger::Store> store_;
    std::unique_ptr<Drafts> drafts_;
};

TEST_F(DraftsOnAShelf, outlive_a_restart_word_for_word) {
    const std::string text = "She said \"no\"\n\xc3\xa9 & <b> \x01 =;";
    ASSERT_TRUE(drafts_->keep_and_wait(note(text), at_));
    open();
    EXPECT_EQ(words(), text);
    const auto heads = drafts_->of(evie_, at_);
    ASSERT_EQ(heads.size(), 1u);
    EXPECT_EQ(heads[0].form, "/children/1/add/case_note");
    EXPECT_EQ(heads[0].name, "Case note");
    EXPECT_EQ(heads[0].about, std::vector{sam_});
    EXPECT_EQ(heads[0].saved_at, at_);
}

TEST_F(DraftsOnAShelf, are_not_to_be_read_in_the_store) {
    ASSERT_TRUE(drafts_->keep_and_wait(note("unmistakable words"), at_));
    const auto shelved = store_->all(ledger::Shelf::drafts).value();
    ASSERT_EQ(shelved.size(), 1u);
    EXPECT_THAT(shelved[0].bytes, Not(HasSubstr("unmistakable")));
    EXPECT_THAT(shelved[0].bytes, Not(HasSubstr("case_note")));
    EXPECT_EQ(shelved[0].expires, at_.plus_seconds(30 * 24 * 3600));
    open({8});
    EXPECT_EQ(words(), "no draft");
    EXPECT_EQ(drafts_->unreadable(), 1u) << "kept, for the key may come back";
    open();
    EXPECT_EQ(words(), "unmistakable words");
}

TEST_F(DraftsOnAShelf, that_somebody_changed_in_the_store_are_not_believed) {
    ASSERT_TRUE(drafts_->keep_and_wait(note("mine"), at_));
    auto shelved = store_->all(ledger::Shelf::drafts).value().at(0);
    for (std::size_t place : {std::size_t{5}, std::size_t{80}, shelved.bytes.size() - 1}) {
        auto changed = shelved;
        changed.bytes[place] = static_cast<char>(changed.bytes[place] ^ 1);
        ASSERT_TRUE(store_->put(ledger::Shelf::drafts, changed));
        open();
        EXPECT_EQ(words(), "no draft") << "byte " << place;
    }
    for (std::size_t length : {std::size_t{0}, std::size_t{3}, std::size_t{70}, std::size_t{100}}) {
        auto cut = shelved;
        cut.bytes.resize(length);
        ASSERT_TRUE(store_->put(ledger::Shelf::drafts, cut));
        open();
        EXPECT_EQ(words(), "no draft") << length << " bytes";
    }
}

TEST_F(DraftsOnAShelf, are_one_for_each_worker_and_form_and_nobody_else_s) {
    ASSERT_TRUE(drafts_->keep_and_wait(note("first"), at_));
    ASSERT_TRUE(drafts_->keep_and_wait(note("second"), at_));
    auto elsewhere = note("of another form");
    elsewhere.form = "/items/2/change";
    ASSERT_TRUE(drafts_->keep_and_wait(elsewhere, at_));
    EXPECT_EQ(words(), "second");
    EXPECT_EQ(words("/items/2/change"), "of another form");
    const auto somebody = ledger::WorkerId::random();
    EXPECT_FALSE(drafts_->find(somebody, "/children/1/add/case_note", at_)->has_value());
    const auto id = drafts_->of(evie_, at_).at(0).id;
    EXPECT_FALSE(drafts_->find(somebody, id, at_)->has_value());
    drafts_->discard(somebody, id);
    EXPECT_EQ(drafts_->of(evie_, at_).size(), 2u);
}

TEST_F(DraftsOnAShelf, of_another_window_are_never_overwritten_unasked) {
    const auto first = drafts_->keep_and_wait(note("typed on the phone"), at_);
    auto laptop = note("typed on the laptop");
    laptop.window = DraftWindow::random();
    EXPECT_EQ(drafts_->keep_and_wait(laptop, at_).error().kind, Refusal::Kind::clash);
    EXPECT_EQ(words(), "typed on the phone");
    laptop.goes_on_from = first->revision;
    EXPECT_TRUE(drafts_->keep_and_wait(laptop, at_)) << "the laptop has seen what the phone wrote";
    EXPECT_EQ(drafts_->keep_and_wait(note("typed on the phone again"), at_).error().kind, Refusal::Kind::clash);
    auto wanted = note("typed on the phone again");
    wanted.replaces_any = true;
    EXPECT_TRUE(drafts_->keep_and_wait(wanted, at_));
    EXPECT_EQ(words(), "typed on the phone again");
}

TEST_F(DraftsOnAShelf, go_when_their_form_is_saved_and_do_not_come_back_late) {
    auto late = note("typed");
    late.save_key = ledger::IdempotencyKey::random();
    ASSERT_TRUE(drafts_->keep_and_wait(late, at_));
    drafts_->form_was_saved(evie_, late.form, late.save_key);
    EXPECT_EQ(words(), "no draft");
    EXPECT_EQ(drafts_->keep_and_wait(late, at_).error().kind, Refusal::Kind::clash) << "sent before the save, arrived after it";
    ASSERT_TRUE(drafts_->settle(std::chrono::seconds(10)));
    EXPECT_TRUE(store_->all(ledger::Shelf::drafts)->empty());
    late.save_key = ledger::IdempotencyKey::random();
    EXPECT_TRUE(drafts_->keep_and_wait(late, at_)) << "the next note about the same child";
}

TEST_F(DraftsOnAShelf, expire_thirty_days_after_the_last_change) {
    ASSERT_TRUE(drafts_->keep_and_wait(note("old"), at_));
    const Instant last_moment = at_.plus_seconds(30 * 24 * 3600 - 1);
    drafts_->remove_expired(last_moment);
    EXPECT_TRUE(drafts_->find(evie_, "/children/1/add/case_note", last_moment)->has_value());
    EXPECT_FALSE(drafts_->find(evie_, "/children/1/add/case_note", last_moment.plus_seconds(1))->has_value()) << "not shown even before it is removed";
    drafts_->remove_expired(last_moment.plus_seconds(1));
    ASSERT_TRUE(drafts_->settle(std::chrono::seconds(10)));
    EXPECT_TRUE(store_->all(ledger::Shelf::drafts)->empty());
}

TEST_F(DraftsOnAShelf, can_be_found_by_whom_and_what_they_are_about) {
    auto change = note("a change");
    change.form = "/items/2/change";
    change.item = ledger::ItemId::random();
    change.about = {ledger::SubjectId::random()};
    ASSERT_TRUE(drafts_->keep_and_wait(note("a note"), at_));
    ASSERT_TRUE(drafts_->keep_and_wait(change, at_));
    EXPECT_EQ(drafts_->about(sam_, at_).size(), 1u);
    EXPECT_EQ(drafts_->about(ledger::SubjectId::random(), at_).size(), 0u);
    ASSERT_EQ(drafts_->on(change.item, at_).size(), 1u);
    EXPECT_EQ(drafts_->on(change.item, at_)[0].worker, evie_);
}

TEST_F(DraftsOnAShelf, have_limits_that_say_what_to_do) {
    EXPECT_THAT(drafts_->keep_and_wait(note(std::string(longest_draft, 'a')), at_).error().whole(), HasSubstr("too long"));
    for (std::size_t i = 0; i < most_drafts_of_a_worker; ++i) {
        auto one = note("x");
        one.form = "/items/" + std::to_string(i) + "/change";
        drafts_->keep(one, at_, [](const Result<DraftHead>&) {});
    }
    EXPECT_THAT(drafts_->keep_and_wait(note("one more"), at_).error().whole(), HasSubstr("as many drafts as can be kept"));
    auto first = note("again");
    first.form = "/items/0/change";
    EXPECT_TRUE(drafts_->keep_and_wait(first, at_)) << "what is there already may go on";
}

/// A store whose shelves can be taken away, and that counts how often it was written to.
class ShelfThatFails final : public ledger::Store {
public:
    bool fails = false;
    int writes = 0;
    std::vector<ledger::Shelved> shelf;

    Result<void> put_and_remove(ledger::Shelf, std::span<const ledger::Shelved> puts, std::span<const std::string>) override {
        ++writes;
        if (fails) return refuse(Refusal::Kind::unavailable, "The disk is full.");
        for (const auto& one : puts) shelf.push_back(one);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return {};
    }
    Result<std::vector<ledger::Shelved>> all(ledger::Shelf) override { return std::vector<ledger::Shelved>(); }
    Result<void> put(ledger::Shelf, const ledger::Shelved&) override { return {}; }
    Result<std::optional<ledger::Shelved>> get(ledger::Shelf, std::string_view) override { return std::nullopt; }
    Result<void> remove(ledger::Shelf, std::string_view) override { return {}; }

    // None of the rest is asked by drafts.
    Result<void> hold_lock() override { return {}; }
    Result<ledger::Head> head() override { return ledger::Head(); }
    Result<std::vector<std::uint32_t>> latest_versions(std::span<const ledger::ItemId>) override { return std::vector<std::uint32_t>(); }
    Result<std::vector<std::optional<ledger::Entry>>> saved_under(std::span<const ledger::IdempotencyKey>) override { return std::vector<std::optional<ledger::Entry>>(); }
    Result<void> append(std::span<const ledger::Entry>, std::span<const ledger::AccessLine>) override { return {}; }
    Result<void> start_filling() override { return {}; }
    Result<void> finish_filling() override { return {}; }
    Result<void> read(ledger::Sequence, ledger::Sequence, const Visit&) override { return {}; }
    Result<void> read_whole(ledger::Sequence, ledger::Sequence, const VisitWhole&) override { return {}; }
    Result<std::vector<ledger::Entry>> entries_about(ledger::SubjectId, ledger::Sequence) override { return std::vector<ledger::Entry>(); }
    Result<std::vector<ledger::Entry>> entries_of(ledger::ItemId, ledger::Sequence) override { return std::vector<ledger::Entry>(); }
    Result<std::optional<ledger::Entry>> entry(ledger::Sequence) override { return std::nullopt; }
    Result<ledger::Sequence> last_recorded_by(Instant) override { return ledger::Sequence(0); }
    Result<std::vector<ledger::Batch>> batches() override { return std::vector<ledger::Batch>(); }
    Result<void> read_subject_index(const VisitSubject&) override { return {}; }
    Result<ledger::Head> follow(ledger::Sequence, int) override { return ledger::Head(); }
    Result<void> destroy(const ledger::Entry&, std::span<const ledger::DestroyedParts>, std::span<const ledger::AccessLine>) override { return {}; }
    Result<void> destroy_again(std::span<const ledger::DestroyedParts>) override { return {}; }
    Result<void> keep_signed_head(const ledger::SignedHead&) override { return {}; }
    Result<std::vector<ledger::SignedHead>> signed_heads() override { return std::vector<ledger::SignedHead>(); }
    Result<void> append_access(std::span<const ledger::AccessLine>) override { return {}; }
    Result<std::vector<ledger::AccessLine>> access_lines(std::optional<ledger::SubjectId>, Instant, Instant, std::size_t) override { return std::vector<ledger::AccessLine>(); }
    Result<void> read_access(Instant, Instant, const VisitAccess&) override { return {}; }
    Result<void> remove_access(Instant) override { return {}; }
    ledger::Documents& documents() override { throw std::logic_error("a draft asked for a document"); }
};

TEST(Drafts, of_many_who_type_at_once_cost_the_store_few_writes) {
    ShelfThatFails store;
    const auto drafts = Drafts::open(store, {7}).value();
    std::atomic<int> answered = 0;
    for (int i = 0; i < 500; ++i)
        drafts->keep({.worker = ledger::WorkerId::random(), .form = "/a", .name = "Note", .fields = {{"words", std::string(5000, 'a')}}},
                     Instant::from_seconds(1), [&answered](const Result<DraftHead>& head) { answered += head ? 1 : 0; });
    ASSERT_TRUE(drafts->settle(std::chrono::seconds(10)));
    EXPECT_EQ(answered, 500);
    EXPECT_LT(store.writes, 30);
}

TEST(Drafts, that_could_not_be_written_say_so_and_are_written_later) {
    ShelfThatFails store;
    const auto drafts = Drafts::open(store, {7}).value();
    const auto window = DraftWindow::random();
    const DraftAsked asked{.worker = ledger::WorkerId::random(), .form = "/a", .name = "Note", .fields = {{"words", "kept"}}, .window = window};
    store.fails = true;
    EXPECT_EQ(drafts->keep_and_wait(asked, Instant::from_seconds(1)).error().kind, Refusal::Kind::unavailable);
    EXPECT_EQ(drafts->find(asked.worker, "/a", Instant::from_seconds(2))->value().fields.get("words"), "kept");
    store.fails = false;
    EXPECT_TRUE(drafts->settle(std::chrono::seconds(10)));
    EXPECT_EQ(store.shelf.size(), 1u);
    EXPECT_TRUE(drafts->keep_and_wait(asked, Instant::from_seconds(3))) << "the same window tries again";
}

}  // namespace
}  // namespace steadfast::record
