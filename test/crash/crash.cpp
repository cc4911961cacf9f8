// Kills writers (and PostgreSQL itself) at random moments and says whether anything acknowledged was lost. script/crash runs it.

#include "ledger/postgresql/scratch_schema.hpp"
#include "postgresql_server.hpp"
#include "trial.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <signal.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace steadfast::crash {
namespace {

using ledger::postgresql::ScratchSchema;
constexpr int rounds_with_one_store = 50;
constexpr std::size_t most_findings_shown = 8;

/// A folder of our own, taken away at the end unless something was found in it.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "steadfast-crash-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the record");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        if (!keep_) std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
    void keep() { keep_ = true; }

private:
    std::string path_;
    bool keep_ = false;
};

struct Score {
    int passed = 0;
    int failed = 0;
    std::size_t acknowledged = 0;
    std::size_t had_been_saved = 0;
    std::size_t had_not_been_saved = 0;

    void say_so_far(const char* store) const {
        fmt::print("{}: {} kills, {} saves acknowledged; of those left unknown {} had been saved and {} had not\n", store, passed + failed,
                   acknowledged, had_been_saved, had_not_been_saved);
    }
};

void show(const std::vector<std::string>& findings) {
    for (std::size_t i = 0; i < findings.size() && i < most_findings_shown; ++i) fmt::print("    {}\n", findings[i]);
    if (findings.size() > most_findings_shown) fmt::print("    and {} more\n", findings.size() - most_findings_shown);
}

void keep_for_inspection(const Trial& trial, Folder& folder) {
    folder.keep();
    std::ofstream(folder.path("log")) << trial.log_text();
    fmt::print("    The client's log is kept in {}.\n", folder.path("log"));
}

class Runs {
public:
    Runs(std::string writer_program, std::uint64_t seed) : program_(std::move(writer_program)), chance_(seed) {}

    Score on_sqlite(int kills) {
        Score score;
        for (int done = 0; done < kills && score.failed == 0; done += rounds_with_one_store) {
            Folder folder;
            Trial trial(program_, "sqlite:" + folder.path("council"), chance_(), {});
            run(trial, std::min(rounds_with_one_store, kills - done), [](int) { return Victim::writer; }, folder, score);
            score.say_so_far("sqlite");
        }
        return score;
    }

    Score on_postgresql(int kills) {
        const auto server = PostgresqlServer::from_environment();
        Score score;
        for (int done = 0; done < kills && score.failed == 0; done += rounds_with_one_store / 2) {
            Folder folder;
            const ScratchSchema schema(server.address());
            Trial trial(program_, schema.address(), chance_(), control_of(server));
            // Two rounds of five take the writer, two the server under a living writer, one both.
            const auto victim = [](int round) { return round % 5 < 2 ? Victim::writer : round % 5 < 4 ? Victim::server : Victim::both; };
            run(trial, std::min(rounds_with_one_store / 2, kills - done), victim, folder, score);
            score.say_so_far("postgresql");
        }
        return score;
    }

    // --- proofs that the test can fail ---

    Score prove_on_sqlite() {
        Score score;
        for (const auto& [sabotage, says] : {std::pair{"synchronous-off", "without synchronising"}, std::pair{"forgetful", "without the idempotency check"}}) {
            Folder folder;
            Trial trial(program_, "sqlite:" + folder.path("council"), chance_(), {});
            if (!is_sound(trial, score)) continue;
            trial.sabotage({sabotage});
            expect_red(trial, fmt::format("sqlite {}", says), Victim::writer, score);
        }
        return score;
    }

    Score prove_on_postgresql() {
        const auto server = PostgresqlServer::from_environment();
        const ScratchSchema schema(server.address());
        Score score;
        Trial trial(program_, schema.address(), chance_(), control_of(server));
        if (!is_sound(trial, score)) return score;
        // The store insists on its session's setting, so the sabotage sits in the transaction itself.
        const bool is_sabotaged =
            schema.run("ALTER SYSTEM SET wal_writer_delay = '10s'") && schema.run("SELECT pg_reload_conf()") &&
            schema.run("CREATE FUNCTION hurry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                       "PERFORM set_config('synchronous_commit', 'off', true); RETURN NULL; END $$; "
                       "CREATE TRIGGER hurry BEFORE INSERT ON entries EXECUTE FUNCTION hurry()");
        if (!is_sabotaged) {
            fmt::print("postgresql: the sabotage could not be set up\n");
            ++score.failed;
            return score;
        }
        expect_red(trial, "postgresql with synchronous_commit off", Victim::both, score);
        schema.run("ALTER SYSTEM RESET wal_writer_delay");
        schema.run("SELECT pg_reload_conf()");
        return score;
    }

private:
    static Trial::Server control_of(const PostgresqlServer& server) {
        return {[server] { server.kill_everything(); }, [server] { server.start(); }};
    }

    template <class Victims>
    void run(Trial& trial, int rounds, Victims victim, Folder& folder, Score& score) {
        for (int round = 0; round < rounds; ++round) {
            const auto findings = trial.round(victim(round));
            if (findings.empty()) {
                ++score.passed;
                continue;
            }
            ++score.failed;
            fmt::print("after kill {}:\n", score.passed + score.failed);
            show(findings);
            keep_for_inspection(trial, folder);
            break;   // What follows a loss proves nothing.
        }
        score.acknowledged += trial.client().acknowledged();
        score.had_been_saved += trial.client().had_been_saved();
        score.had_not_been_saved += trial.client().had_not_been_saved();
    }

    /// Makes the record, and shows that what turns red afterwards was green before.
    static bool is_sound(Trial& trial, Score& score) {
        const auto findings = trial.round(Victim::writer);
        show(findings);
        score.failed += findings.empty() ? 0 : 1;
        return findings.empty();
    }

    static void expect_red(Trial& trial, const std::string& what, Victim victim, Score& score) {
        constexpr int enough = 20;
        for (int round = 0; round < enough; ++round) {
            const auto findings = trial.round(victim);
            if (findings.empty()) continue;
            fmt::print("{}: turned red after {} {}, as it must\n    {}\n", what, round + 1, round == 0 ? "kill" : "kills", findings.front());
            ++score.passed;
            return;
        }
        fmt::print("{}: stayed green for {} kills, so this test proves nothing\n", what, enough);
        ++score.failed;
    }

    const std::string program_;
    std::mt19937_64 chance_;
};

int run(int count, char** arguments) {
    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, nullptr, _IOLBF, 0);
    int on_sqlite = 0;
    int on_postgresql = 0;
    bool prove = false;
    auto seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    std::string writer = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "crash_writer").string();
    CLI::App command("Kills writers at random moments and says whether anything acknowledged was lost.");
    command.add_option("--sqlite", on_sqlite, "how many kills on SQLite");
    command.add_option("--postgresql", on_postgresql, "how many kills on PostgreSQL");
    command.add_flag("--prove", prove, "sabotage what is tested in three ways and expect to notice");
    command.add_option("--seed", seed, "what the client asks and when it kills");
    CLI11_PARSE(command, count, arguments);

    fmt::print("seed {}\n", seed);
    Runs runs(writer, seed);
    Score whole;
    const auto add = [&](const Score& score) {
        whole.passed += score.passed;
        whole.failed += score.failed;
    };
    if (on_sqlite > 0) add(runs.on_sqlite(on_sqlite));
    if (on_postgresql > 0) add(runs.on_postgresql(on_postgresql));
    if (prove) {
        add(runs.prove_on_sqlite());
        add(runs.prove_on_postgresql());
    }
    fmt::print("{} passed, {} failed\n", whole.passed, whole.failed);
    return whole.failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace steadfast::crash

int main(int count, char** arguments) {
    try {
        return steadfast::crash::run(count, arguments);
    } catch (const std::exception& fault) {
        fmt::print(stderr, "{}\n", fault.what());
        return 2;
    }
}
