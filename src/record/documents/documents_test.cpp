#include "record/documents/filing.hpp"
#include "record/documents/kept_file.hpp"
#include "record/documents/standing_files.hpp"
#include "record/documents/taking_in.hpp"
#include "record/documents/waiting_scans.hpp"
#include "record/item/round_trip.hpp"
#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record::documents {
namespace {

const Catalogue& catalogue() {
    static const Catalogue made = [] {
        Catalogue all;
        add_items(all);
        return all;
    }();
    return made;
}

/// Says what it was told to say, or nothing.
class ScannerForTests final : public VirusScanner {
public:
    Result<ScanVerdict> scan(const Next& next) override {
        std::string whole;
        for (auto piece = next(); piece && !piece->empty(); piece = next()) whole += *piece;
        if (is_away) return refuse(Refusal::Kind::unavailable, "The scanner does not answer.");
        return ScanVerdict{whole.find("worm") != std::string::npos ? "A.Worm" : ""};
    }
    bool is_away = false;
};

class Papers : public testing::Test {
protected:
    ledger::Store& store() { return council.record().ledger().store(); }
    Result<Document> take(std::string_view bytes, std::string name = "letter from school.txt") {
        return take_in(store().documents(), terms, council.now(), GivenFile{std::move(name), bytes});
    }
    Document taken(std::string_view bytes) {
        auto document = take(bytes);
        EXPECT_TRUE(document) << document.error().whole();
        document->title = "Letter";
        document->kind.code = "letter";
        document->dated = Date::of(2026, 2, 27);
        return *document;
    }
    ledger::ItemId filed(const Document& document, std::vector<ledger::SubjectId> about) {
        const auto item = council.add(std::move(about), document);
        note_named(store().documents(), {document.kept_as});
        return item;
    }
    Document as_recorded(ledger::ItemId item) { return *document_of(council.seen(), item); }
    std::size_t kept() {
        std::size_t count = 0;
        EXPECT_TRUE(store().documents().each([&count](const ledger::KeptDocument&) { ++count; }));
        return count;
    }

    RecordForTests council{catalogue()};
    ledger::SubjectId amira = council.add_child();
    std::shared_ptr<ScannerForTests> scanner = std::make_shared<ScannerForTests>();
    DocumentTerms terms;
};

TEST_F(Papers, go_to_the_ledger_and_back_unchanged) {
    expect_there_and_back<Document>();
    expect_there_and_back<FiledEmail>();
}

TEST_F(Papers, are_read_back_to_the_byte_and_known_by_their_content) {
    const std::string words = "Dear Ms Khan, Amira has settled well.\n";
    const Document document = taken(words);
    EXPECT_EQ(document.file_type, "text/plain");
    EXPECT_EQ(document.bytes, static_cast<std::int32_t>(words.size()));
    EXPECT_TRUE(document.scan.is("not_scanned"));
    EXPECT_EQ(*read_file(store().documents(), as_recorded(filed(document, {amira}))), words);
    EXPECT_TRUE(check_files(store())->empty());
}

TEST_F(Papers, have_digests_that_say_nothing_without_their_salt) {
    const Document one = taken("the same words");
    const Document other = taken("the same words");
    EXPECT_NE(one.digest, other.digest);
    EXPECT_NE(one.kept_as, other.kept_as);
}

TEST_F(Papers, that_are_empty_too_large_or_of_a_wrong_type_are_refused_with_what_to_do) {
    terms.most_bytes = 1000;
    for (const auto& [bytes, says] : {std::pair<std::string, std::string>{"", "is empty"},
                                      {std::string(1001, 'x'), "the largest that can be filed is 1 KB"},
                                      {std::string("MZ\0\0", 4), "Save it as PDF"}}) {
        const auto document = take(bytes);
        ASSERT_FALSE(document);
        EXPECT_EQ(document.error().kind, Refusal::Kind::invalid);
        EXPECT_NE(document.error().whole().find(says), std::string::npos) << document.error().whole();
        EXPECT_FALSE(document.error().what_to_do.empty());
    }
    EXPECT_EQ(kept(), 0u);
}

TEST_F(Papers, with_malicious_software_in_them_are_not_filed) {
    terms.scanner = scanner;
    EXPECT_TRUE(taken("harmless").scan.is("clean"));
    const auto document = take("a worm");
    ASSERT_FALSE(document);
    EXPECT_NE(document.error().says.find("A.Worm"), std::string::npos);
    EXPECT_EQ(kept(), 1u);
}

TEST_F(Papers, wait_unopened_for_a_scanner_that_is_away_and_are_scanned_later) {
    terms.scanner = scanner;
    scanner->is_away = true;
    const auto harmless = filed(taken("harmless"), {amira});
    const auto harmful = filed(taken("a worm"), {amira});
    EXPECT_FALSE(as_recorded(harmless).may_be_opened());

    const auto still = scan_waiting_files(council.record(), *scanner, council.worker());
    ASSERT_TRUE(still);
    EXPECT_EQ(still->still_waiting, 2u);
    scanner->is_away = false;
    const auto done = scan_waiting_files(council.record(), *scanner, council.worker());
    ASSERT_TRUE(done) << done.error().whole();
    EXPECT_EQ(done->clean, 1u);
    EXPECT_EQ(done->found, 1u);
    EXPECT_TRUE(as_recorded(harmless).may_be_opened());
    EXPECT_FALSE(as_recorded(harmful).may_be_opened());
    EXPECT_EQ(as_recorded(harmful).found, "A.Worm");
    EXPECT_EQ(as_recorded(harmful).title, "Letter");
}

TEST_F(Papers, that_are_missing_or_changed_are_named_by_verify_and_not_shown) {
    const auto missing = filed(taken("this goes"), {amira});
    const std::vector key{*ledger::DocumentId::parse(as_recorded(missing).kept_as)};
    ASSERT_TRUE(store().documents().remove(key));
    const auto findings = check_files(store());
    ASSERT_TRUE(findings);
    ASSERT_EQ(findings->size(), 1u);
    EXPECT_NE(findings->front().find("is missing"), std::string::npos);
    EXPECT_FALSE(read_file(store().documents(), as_recorded(missing)));

    bool given = false;
    ASSERT_TRUE(store().documents().keep({key.front(), 0, council.now(), true}, [&]() -> Result<std::string> {
        return std::exchange(given, true) ? "" : "this came";
    }));
    EXPECT_NE(check_files(store())->front().find("was changed"), std::string::npos);
    EXPECT_FALSE(read_file(store().documents(), as_recorded(missing)));
}

TEST_F(Papers, that_were_never_saved_go_after_a_day_and_no_others) {
    const auto named = filed(taken("named"), {amira});
    Document replaced = taken("the file before");
    const auto item = filed(replaced, {amira});
    const Document now = taken("the file now");
    council.amend(item, {amira}, now);
    static_cast<void>(taken("left over"));
    ASSERT_EQ(kept(), 4u);
    EXPECT_EQ(*remove_left_over_files(store(), council.now(), LookAt::unnamed), 0u) << "a save may be on its way";
    EXPECT_EQ(*remove_left_over_files(store(), council.now().plus_seconds(1), LookAt::all), 1u);
    EXPECT_EQ(kept(), 3u) << "also the file of the version before";
    EXPECT_TRUE(read_file(store().documents(), as_recorded(named)));
    EXPECT_TRUE(read_file(store().documents(), replaced));
}

TEST_F(Papers, of_a_form_that_was_sent_twice_are_filed_once) {
    const auto key = ledger::IdempotencyKey::random();
    const auto child = council.seen().child(amira);
    ASSERT_TRUE(child);
    Filing first(key, {*child}, council.worker());
    EXPECT_FALSE(first.is_saved_already(*council.record().book()));
    first.add(taken("one"));
    first.add(taken("two"));
    ASSERT_TRUE(first.save(council.record(), council.now(), "filed documents"));
    EXPECT_TRUE(Filing(key, {*child}, council.worker()).is_saved_already(*council.record().book()));
    std::size_t filed = 0;
    council.seen().each_of(type_of<Document>(), [&filed](const Found&) { ++filed; });
    EXPECT_EQ(filed, 2u);
}

TEST_F(Papers, offer_the_children_whose_records_share_something) {
    const auto sam = council.add_child();
    static_cast<void>(council.add_child());
    static_cast<void>(filed(taken("about both"), {amira, sam}));
    const auto others = others_it_may_be_about(council.seen(), *council.seen().child(amira));
    ASSERT_EQ(others.size(), 1u);
    EXPECT_EQ(others.front().id, sam);
}

TEST(SizeInWords, is_what_people_say) {
    EXPECT_EQ(size_in_words(999), "999 bytes");
    EXPECT_EQ(size_in_words(25u << 20), "25 MB");
    EXPECT_EQ(size_in_words(2'500'000), "2.4 MB");
    EXPECT_EQ(size_in_words(310'000), "303 KB");
    EXPECT_EQ(title_from("Letter_from school.final.pdf"), "Letter from school.final");
    EXPECT_EQ(title_from(".pdf"), ".pdf");
}

}  // namespace
}  // namespace steadfast::record::documents
