#include "targets.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace steadfast::fuzz {
namespace {

std::vector<std::string> corpus(const std::string& name) {
    std::vector<std::filesystem::path> files;
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(STEADFAST_FIXTURES) / name))
        files.push_back(file.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return texts;
}

/// Small changes of what a reader looks out for, the same on every run. The long search is script/fuzz.
std::string changed(std::string text, std::mt19937& random, const std::vector<std::string>& others) {
    static const std::vector<std::string> pieces{
        ",",   "\"",           "\n",   "\r\n",         "<",        ">",    "</",
        "/>",  "<!DOCTYPE a>", "&lt;", "\xEF\xBB\xBF", "\xFF\xFE", "\xEB", std::string(1, '\0'),
        "]]>", "<![CDATA["};
    for (std::uint32_t i = 0, times = 1 + random() % 4; i < times; ++i) {
        const std::size_t at = text.empty() ? 0 : random() % text.size();
        switch (random() % 5) {
            case 0: text.insert(at, pieces[random() % pieces.size()]); break;
            case 1: text.erase(at, random() % 20); break;
            case 2:
                if (!text.empty()) text[at] = static_cast<char>(random());
                break;
            case 3: text.insert(at, text.substr(at, random() % 200)); break;
            default: {
                const std::string& other = others[random() % others.size()];
                text = text.substr(0, at) + other.substr(std::min(other.size(), random() % (other.size() + 1)));
            }
        }
    }
    return text;
}

void run(const std::string& name, void (*target)(std::string_view)) {
    const auto texts = corpus(name);
    ASSERT_GE(texts.size(), 4u);
    for (const std::string& text : texts) target(text);
    std::mt19937 random(2026);
    for (int round = 0; round < 3000; ++round) target(changed(texts[random() % texts.size()], random, texts));
}

TEST(AnyBytes, are_read_as_a_table_or_refused) { run("returns/corpus/csv", read_csv); }
TEST(AnyBytes, are_read_as_a_form_or_refused) { run("returns/corpus/form", read_form); }
TEST(AnyBytes, are_read_as_an_email_or_refused) { run("mail/corpus/eml", read_eml); }
TEST(AnyBytes, are_read_as_a_message_of_outlooks_or_refused) { run("mail/corpus/msg", read_msg); }

}  // namespace
}  // namespace steadfast::fuzz
