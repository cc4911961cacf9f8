// Finding people among a million, as one types: by half a name, by two parts in any order, by names that sound alike, by dates,
// numbers and postcodes; beside SQLite's full-text index (FTS5) asked for the beginnings of the same words.
//
//   search_bench [PEOPLE]      1,000,000 unless said otherwise; the record is kept in STEADFAST_BENCH_FOLDER (a temporary
//                              folder unless set) and used again if it is there.

#include "figure.hpp"

#include "record/items.hpp"
#include "record/people/person.hpp"
#include "record/record.hpp"
#include "record/search/people_search.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <random>
#include <sqlite3.h>

namespace steadfast::bench {
namespace {

const Date today = *Date::of(2026, 3, 2);

template <class T>
void demand(const Result<T>& result) {
    if (result) return;
    fmt::print(stderr, "{}\n", result.error().whole());
    std::exit(2);
}

/// Names as unequal as people's are: of the first thousand names each is rarer than the one before it.
class Names {
public:
    Names() {
        const std::vector<std::string> known{"Mohammed", "Muhammad", "Oliver", "Amira",  "Olivia",  "George", "Amelia", "Noah",  "Ayesha", "Zainab",
                                             "William",  "Jack",     "Leo",    "Fatima", "Krzysztof", "Siân", "Llewelyn", "Sarah", "Joanna", "Rebecca"};
        given_ = known;
        const std::vector<std::string> begin{"Al", "Be", "Ca", "Da", "El", "Fa", "Ga", "Ha", "Is", "Jo", "Ka", "La", "Ma", "Na", "Or", "Pe", "Ra", "Sa", "Ta", "Za"};
        const std::vector<std::string> middle{"", "li", "ri", "na", "mo", "sha", "ve", "bre", "dri", "ther", "nn", "ly", "zi"};
        const std::vector<std::string> end{"n", "a", "ah", "th", "d", "ya", "k", "sz", "l", "ne", "ey", "m", "o"};
        for (const auto& a : begin)
            for (const auto& b : middle)
                for (const auto& c : end) given_.push_back(a + b + c);
        std::shuffle(given_.begin() + 20, given_.end(), random_);
        const std::vector<std::string> known_families{"Smith", "Khan", "Jones", "Ahmed", "Hussain", "Patel", "Chaudhry", "Reed", "Begum", "Kowalski"};
        family_ = known_families;
        const std::vector<std::string> last{"son", "field", "ham", "ski", "ton", "berg", "well", "ley", "wood", "er", "ov", "escu", "wala", "zadeh", "man", "s"};
        for (std::size_t i = 0; i < 40'000; ++i)
            family_.push_back(begin[random_() % begin.size()] + middle[random_() % middle.size()] + middle[random_() % middle.size()] + last[random_() % last.size()]);
    }
    const std::string& given() { return given_[unequal(given_.size())]; }
    const std::string& family() { return family_[unequal(family_.size())]; }
    std::mt19937& random() { return random_; }

private:
    std::size_t unequal(std::size_t of) {
        const double share = static_cast<double>(random_()) / 4294967296.0;
        return std::min(of - 1, static_cast<std::size_t>(std::pow(static_cast<double>(of), share)) - 1);
    }
    std::mt19937 random_{2026};
    std::vector<std::string> given_;
    std::vector<std::string> family_;
};

void make(const std::string& address, std::size_t people) {
    auto store = ledger::open_store(address, ledger::Mode::write);
    demand(store);
    const SystemClock clock;
    ledger::Ledger ledger(std::move(*store), clock);
    demand(ledger.start_filling());
    Names names;
    const auto somebody = ledger::WorkerId::random();
    for (std::size_t made = 0; made < people;) {
        std::vector<ledger::Change> group;
        for (; group.size() < 600 && made < people; ++made) {
            record::Person person;
            person.given_name = names.given();
            person.family_name = names.family();
            if (names.random()() % 10 == 0) person.known_as = names.given();
            person.born = Date::of(1985, 1, 1)->plus_days(static_cast<int>(names.random()() % 15'000));
            person.sex = {names.random()() % 2 ? "1" : "2"};
            person.authority_id = std::to_string(1'000'000 + made);
            if (names.random()() % 2) person.upn = fmt::format("A{:012}", 123'000'000'000 + made);
            const auto item = ledger::ItemId::random();
            group.push_back(record::change_of(person, item, 0, {record::subject_of(item)}, somebody));
        }
        demand(ledger.save_and_wait(std::move(group)));
    }
    demand(ledger.finish_filling());
}

/// What people type, letter by letter and whole.
std::vector<std::string> questions() {
    Names names;
    for (int i = 0; i < 1000; ++i) (void)names.given();
    std::vector<std::string> all;
    for (int i = 0; i < 120; ++i) {
        const std::string given = names.given();
        const std::string family = names.family();
        for (const std::size_t letters : {2u, 3u, 4u}) all.push_back(given.substr(0, letters));
        all.push_back(given);
        all.push_back(given + " " + family.substr(0, 2));
        all.push_back(given + " " + family);
        all.push_back(family.substr(0, 3) + " " + given.substr(0, 3));
        all.push_back(family);
        all.push_back(given + " " + fmt::format("{}/{}/{}", 1 + names.random()() % 28, 1 + names.random()() % 12, 1990 + names.random()() % 30));
        all.push_back(std::to_string(1'000'000 + names.random()() % 1'000'000));
        all.push_back("about " + std::to_string(2000 + names.random()() % 20) + " " + given);
    }
    all.insert(all.end(), {"Mo Ahmed", "Bill Smith", "Sian", "Llywelyn Jones", "Kristof", "Choudhury", "Mohamed Hussein", "s", "a", "sm"});
    return all;
}

struct Times {
    double median = 0;
    double at_99 = 0;
    std::size_t found = 0;
};
template <class Ask>
Times time_of(const std::vector<std::string>& asked, const Ask& ask) {
    Times times;
    std::vector<double> each;
    for (int round = 0; round < 3; ++round) {
        for (const std::string& one : asked) {
            const double began = seconds();
            times.found += ask(one);
            each.push_back((seconds() - began) * 1000);
        }
    }
    std::sort(each.begin(), each.end());
    times.median = each[each.size() / 2];
    times.at_99 = each[each.size() * 99 / 100];
    return times;
}

/// The same names in SQLite's full-text index with indexes for the beginnings of words, asked for the fifty best.
class FullText {
public:
    explicit FullText(const record::Book& book) {
        sqlite3_open_v2(":memory:", &connection_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        run("CREATE VIRTUAL TABLE people USING fts5(names, prefix='2 3', tokenize='unicode61 remove_diacritics 2')");
        run("BEGIN");
        sqlite3_stmt* insert = nullptr;
        sqlite3_prepare_v2(connection_, "INSERT INTO people(names) VALUES (?)", -1, &insert, nullptr);
        book.each_of(record::type_of<record::Person>(), [&](const record::Found& found) {
            const auto person = found.table->item<record::Person>(found.row);
            const std::string names = person.given_name + " " + person.family_name + " " + person.known_as + " " + person.authority_id;
            sqlite3_bind_text(insert, 1, names.data(), static_cast<int>(names.size()), SQLITE_TRANSIENT);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        });
        sqlite3_finalize(insert);
        run("COMMIT");
        run("INSERT INTO people(people) VALUES ('optimize')");
        sqlite3_prepare_v2(connection_, "SELECT rowid FROM people WHERE people MATCH ? ORDER BY rank LIMIT 50", -1, &select_, nullptr);
    }
    ~FullText() {
        sqlite3_finalize(select_);
        sqlite3_close(connection_);
    }
    FullText(const FullText&) = delete;
    FullText& operator=(const FullText&) = delete;

    std::size_t ask(const std::string& typed) {
        std::string match;
        std::string word;
        for (const char c : typed + " ") {
            if (c != ' ') {
                word += c;
                continue;
            }
            if (!word.empty()) match += "\"" + word + "\"* ";
            word.clear();
        }
        sqlite3_bind_text(select_, 1, match.data(), static_cast<int>(match.size()), SQLITE_TRANSIENT);
        std::size_t found = 0;
        while (sqlite3_step(select_) == SQLITE_ROW) ++found;
        sqlite3_reset(select_);
        return found;
    }

private:
    void run(const char* statement) { sqlite3_exec(connection_, statement, nullptr, nullptr, nullptr); }
    sqlite3* connection_ = nullptr;
    sqlite3_stmt* select_ = nullptr;
};

void run(const std::string& path, std::size_t people) {
    if (!std::filesystem::exists(path)) make("sqlite:" + path, people);
    record::Catalogue catalogue;
    record::add_items(catalogue);
    const SystemClock clock;
    auto record = record::Record::open("sqlite:" + path, catalogue, clock);
    demand(record);
    const auto book = (*record)->book();

    record::PeopleIndex index;
    const double began = seconds();
    index.make(book);
    print({.name = "making the index of people", .figure = seconds() - began, .unit = "s", .target = 10, .less_is_better = true});
    print({.name = "the index of people in memory, a person", .figure = static_cast<double>(index.published()->bytes()) / static_cast<double>(people),
           .unit = "bytes", .target = 250, .less_is_better = true});

    const auto asked = questions();
    FullText full_text(*book);
    const Times reference = time_of(asked, [&](const std::string& typed) { return full_text.ask(typed); });
    const record::SeenBook seen(book, {ledger::WorkerId::random(), "social_worker"});
    const Times ours = time_of(asked, [&](const std::string& typed) { return search_people(index, seen, {.typed = typed, .today = today}).people.size(); });
    if (ours.found == 0 || reference.found == 0) std::exit(1);
    print({.name = "finding people, median", .figure = ours.median, .unit = "ms", .reference = reference.median, .reference_name = "SQLite FTS5, beginnings",
           .less_is_better = true});
    print({.name = "finding people, 99 in 100", .figure = ours.at_99, .unit = "ms", .reference = reference.at_99, .reference_name = "SQLite FTS5, beginnings",
           .target = 20, .less_is_better = true});

    // Somebody is renamed while others search.
    record::Person person;
    person.given_name = "Renamed";
    std::vector<double> saves;
    for (int i = 0; i < 300; ++i) {
        const auto item = ledger::ItemId::random();
        auto change = record::change_of(person, item, 0, {record::subject_of(item)}, ledger::WorkerId::random());
        change.key = ledger::IdempotencyKey::random();
        const double save = seconds();
        demand((*record)->ledger().save_and_wait({std::move(change)}));
        saves.push_back((seconds() - save) * 1000);
    }
    std::sort(saves.begin(), saves.end());
    print({.name = "saving a person among a million, found at once", .figure = saves[saves.size() / 2], .unit = "ms", .less_is_better = true});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** words) {
    using namespace steadfast;
    const std::size_t people = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000;
    const char* said = std::getenv("STEADFAST_BENCH_FOLDER");
    const auto folder = said ? std::filesystem::path(said) : std::filesystem::temp_directory_path() / ("search_bench_" + IdBytes::random().text());
    std::filesystem::create_directories(folder);
    bench::run((folder / fmt::format("people-{}.sqlite", people)).string(), people);
    if (!said) std::filesystem::remove_all(folder);
    return 0;
}
