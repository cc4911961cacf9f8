#include "ledger/documents.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace steadfast::ledger {
namespace {

const Instant kept_at = Instant::from_seconds(1'780'000'000);

/// What both stores promise of documents (documents.hpp), whichever it is.
class AnyDocuments : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        place = place_for(GetParam());
        store = place->open();
    }
    void open_again(Mode mode = Mode::write) {
        store.reset();
        store = place->open(mode);
    }
    Documents& documents() { return store->documents(); }

    static Documents::Next pieces_of(const std::string& text) {
        return [&text, at = std::size_t(0)]() mutable -> Result<std::string> {
            std::string piece = text.substr(std::min(at, text.size()), Documents::longest_piece);
            at += piece.size();
            return piece;
        };
    }
    Result<std::uint64_t> keep(DocumentId id, const std::string& text) { return documents().keep({id, 0, kept_at, false}, pieces_of(text)); }
    std::string whole(DocumentId id) {
        std::string text;
        const auto read = documents().read(id, [&](std::string_view piece) {
            text += piece;
            return true;
        });
        EXPECT_TRUE(read) << read.error().whole();
        return text;
    }
    std::vector<KeptDocument> all() {
        std::vector<KeptDocument> kept;
        EXPECT_TRUE(documents().each([&](const KeptDocument& one) { kept.push_back(one); }));
        return kept;
    }

    std::unique_ptr<PlaceForAStore> place;
    std::unique_ptr<Store> store;
};

/// Longer than what one commit takes, with every byte there is.
std::string long_text() {
    std::string text(5 * 1024 * 1024 + 17, '\0');
    for (std::size_t i = 0; i < text.size(); ++i) text[i] = static_cast<char>((i * 31 + i / 251) & 0xff);
    return text;
}

TEST_P(AnyDocuments, have_none_at_first_and_say_so) {
    EXPECT_TRUE(all().empty());
    const auto read = documents().read(DocumentId::random(), [](std::string_view) { return true; });
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(documents().remove(std::vector{DocumentId::random()}));
}

TEST_P(AnyDocuments, give_back_to_the_byte_what_was_kept_also_after_opening_again) {
    const DocumentId id = DocumentId::random();
    const DocumentId empty = DocumentId::random();
    const std::string text = long_text();
    ASSERT_EQ(*keep(id, text), text.size());
    ASSERT_EQ(*keep(empty, ""), 0u);
    EXPECT_EQ(whole(id), text);
    open_again();
    EXPECT_EQ(whole(id), text);
    EXPECT_EQ(whole(empty), "");
    open_again(Mode::read_only);
    EXPECT_EQ(whole(id), text);
    ASSERT_EQ(all().size(), 2u);
    for (const KeptDocument& kept : all()) EXPECT_EQ(kept.kept_at, kept_at);
}

TEST_P(AnyDocuments, keep_none_over_another) {
    const DocumentId id = DocumentId::random();
    ASSERT_TRUE(keep(id, "first"));
    const auto again = keep(id, "second");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Refusal::Kind::invalid);
    EXPECT_EQ(whole(id), "first");
}

TEST_P(AnyDocuments, hold_nothing_of_one_whose_bytes_stopped_coming) {
    const DocumentId id = DocumentId::random();
    int pieces = 0;
    const auto kept = documents().keep({id, 0, kept_at, false}, [&]() -> Result<std::string> {
        if (++pieces > 20) return refuse(Refusal::Kind::invalid, "The line was cut.");
        return std::string(Documents::longest_piece, 'x');
    });
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().says, "The line was cut.");
    EXPECT_TRUE(all().empty());
    ASSERT_TRUE(keep(id, "whole now")) << "the key is free again";
    EXPECT_EQ(whole(id), "whole now");
}

TEST_P(AnyDocuments, say_which_are_named_and_take_away_what_is_asked) {
    const std::vector ids{DocumentId::random(), DocumentId::random()};
    for (const DocumentId& id : ids) ASSERT_TRUE(keep(id, "words"));
    for (const KeptDocument& kept : all()) EXPECT_FALSE(kept.is_named);
    ASSERT_TRUE(documents().note_named(std::span(ids).first(1), true));
    ASSERT_TRUE(documents().remove(std::span(ids).subspan(1)));
    ASSERT_EQ(all().size(), 1u);
    EXPECT_EQ(all().front().id, ids[0]);
    EXPECT_EQ(all().front().size, 5u);
    EXPECT_TRUE(all().front().is_named);
    EXPECT_FALSE(documents().read(ids[1], [](std::string_view) { return true; }));
    ASSERT_TRUE(documents().note_named(ids, false));
    EXPECT_FALSE(all().front().is_named);
}

TEST_P(AnyDocuments, take_none_in_a_store_opened_for_reading) {
    open_again(Mode::read_only);
    EXPECT_FALSE(keep(DocumentId::random(), "words"));
    EXPECT_FALSE(documents().remove(std::vector{DocumentId::random()}));
}

TEST_P(AnyDocuments, stop_when_they_have_been_read_enough) {
    const DocumentId id = DocumentId::random();
    ASSERT_TRUE(keep(id, long_text()));
    int pieces = 0;
    EXPECT_TRUE(documents().read(id, [&](std::string_view) { return ++pieces < 2; }));
    EXPECT_EQ(pieces, 2);
}

INSTANTIATE_TEST_SUITE_P(Stores, AnyDocuments, testing::ValuesIn(kinds_of_store()), [](const auto& kind) { return kind.param; });

TEST(SqliteDocuments, leave_nothing_of_what_was_removed_in_their_file_or_its_log) {
    const FolderForATest folder;
    const std::string words = "words that the law took";
    auto store = open_store("sqlite:" + folder.path("council"), Mode::write);
    ASSERT_TRUE(store);
    const std::vector ids{DocumentId::random()};
    bool given = false;
    ASSERT_TRUE((*store)->documents().keep({ids[0], 0, kept_at, true}, [&]() -> Result<std::string> {
        return std::exchange(given, true) ? std::string() : words;
    }));
    const auto holds_the_words = [&] {
        std::string bytes;
        for (const char* end : {"", "-wal"}) {
            std::ifstream file(folder.path("council") + "-documents" + end, std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(file), {});
        }
        return bytes.find(words) != std::string::npos;
    };
    EXPECT_TRUE(holds_the_words());
    ASSERT_TRUE((*store)->documents().remove(ids));
    EXPECT_FALSE(holds_the_words());
}

}  // namespace
}  // namespace steadfast::ledger
