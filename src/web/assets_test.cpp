#include "web/assets.hpp"

#include "web/gzip.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::web {

using testing::MatchesRegex;

namespace {

Response get(const Assets& assets, const std::string& path, Fields headers = {}) {
    Router router;
    assets.add_routes(router);
    RequestParts parts;
    parts.target = path;
    parts.headers = std::move(headers);
    auto request = std::move(*Request::read(std::move(parts)));
    auto found = router.find(Method::get, request.segments());
    auto& match = std::get<Router::Match>(found);
    request.name_path_fields(std::move(match.path_fields));
    struct Kept final : Reply::Taker {
        void take(Response response) override { answer = std::move(response); }
        void let_go() override {}
        std::optional<Response> answer;
    };
    const auto kept = std::make_shared<Kept>();
    match.route->answer(request, Reply(kept));
    return std::move(*kept->answer);
}

Assets some() {
    Assets assets;
    EXPECT_TRUE(assets.add("style.css", std::string(5000, 'x')));
    EXPECT_TRUE(assets.add("mark.svg", "<svg/>"));
    return assets;
}

}  // namespace

TEST(Assets, are_named_by_their_content_and_kept_for_ever) {
    const auto assets = some();
    EXPECT_THAT(assets.link("style.css").text(), MatchesRegex("/assets/style-[0-9a-f]{12}\\.css"));
    const auto answer = get(assets, assets.link("style.css").text());
    EXPECT_EQ(answer.body_text(), std::string(5000, 'x'));
    EXPECT_EQ(answer.header("content-type"), "text/css; charset=utf-8");
    EXPECT_EQ(answer.header("cache-control"), "public, max-age=31536000, immutable");
    Assets changed;
    EXPECT_TRUE(changed.add("style.css", "other"));
    EXPECT_NE(changed.link("style.css"), assets.link("style.css"));
}

TEST(Assets, are_sent_small_and_not_at_all_to_who_has_them) {
    const auto assets = some();
    const auto small = get(assets, assets.link("style.css").text(), {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(small.header("content-encoding"), "gzip");
    EXPECT_EQ(small.body_text(), gzipped(std::string(5000, 'x'), 9));
    const auto known = get(assets, assets.link("style.css").text(), {{"If-None-Match", std::string(small.header("etag"))}});
    EXPECT_EQ(known.status(), 304);
    EXPECT_EQ(known.body_text(), "");
    EXPECT_EQ(get(assets, assets.link("mark.svg").text(), {{"Accept-Encoding", "gzip"}}).header("content-encoding"), "")
        << "too short to get smaller";
}

TEST(Assets, are_those_of_the_folder_and_no_others) {
    const auto folder = std::filesystem::temp_directory_path() / IdBytes::random().text();
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "a.css") << "a{}";
    std::ofstream(folder / "secret.pem") << "key";
    const auto assets = Assets::load(folder);
    ASSERT_TRUE(assets);
    EXPECT_EQ(get(*assets, assets->link("a.css").text()).body_text(), "a{}");
    EXPECT_THROW(static_cast<void>(assets->link("secret.pem")), std::invalid_argument);
    EXPECT_EQ(get(*assets, "/assets/..%2Fsecret.pem").status(), 404);
    EXPECT_EQ(get(*assets, "/assets/secret.pem").status(), 404);
    std::filesystem::remove_all(folder);
    EXPECT_FALSE(Assets::load(folder));
}

TEST(BrandStyle, takes_only_colours_that_white_words_can_be_read_on) {
    EXPECT_EQ(*brand_style("#24506B"), ":root{--brand-colour:#24506b}");
    EXPECT_TRUE(brand_style("#767676"));
    EXPECT_FALSE(brand_style("#777777"));
    for (const std::string_view bad : {"#ffff00", "red", "#12345", "#12345g", "#1 2345", "}body{x", "", "#+12345"})
        EXPECT_FALSE(brand_style(bad)) << bad;
}

}  // namespace steadfast::web
