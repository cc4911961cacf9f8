#include "app/commands/commands.hpp"
#include "app/workers/enrolment.hpp"
#include "app/workers/kept_sessions.hpp"
#include "app/workers/second_factor.hpp"
#include "law/london.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

const web::Passwords& passwords() {
    static const web::Passwords the_one;
    return the_one;
}

Enrolment enrolment(record::Record& record) { return Enrolment(record, Credentials(record.ledger().store(), passwords())); }

struct PasswordOption {
    std::string sign_in_name;
    std::string file;

    [[nodiscard]] PasswordWanted wanted(const Surroundings& surroundings) const {
        PasswordWanted wanted{fmt::format("Password for {}", sign_in_name), std::nullopt};
        if (!file.empty()) wanted.file = surroundings.at(file);
        return wanted;
    }
    void declare(CLI::App& command) {
        command.add_option("--password-file", file, "Read the password from this file's first line (otherwise it is asked for)")
            ->type_name("FILE");
    }
};

class AddWorker final : public RecordCommand {
public:
    AddWorker(record::Worker worker, PasswordWanted wanted) : worker_(std::move(worker)), wanted_(std::move(wanted)) {}
    bool may_begin_a_record() const override { return true; }
    std::optional<PasswordWanted> wants_password() const override { return wanted_; }
    void take_password(std::string password) override { password_ = std::move(password); }

    Ending run(record::Record& record, Output& output) override {
        const auto by = command_line_worker(record);
        if (!by) return could_not(output, by.error());
        const auto added = enrolment(record).add(worker_, password_, *by);
        if (!added) return could_not(output, added.error());
        output.say(fmt::format("{} can sign in as {}.", worker_.name, plain_sign_in_name(worker_.sign_in_name)));
        return Ending::well;
    }

private:
    record::Worker worker_;
    PasswordWanted wanted_;
    std::string password_;
};

class ChangePassword final : public RecordCommand {
public:
    ChangePassword(std::string sign_in_name, PasswordWanted wanted) : sign_in_name_(std::move(sign_in_name)), wanted_(std::move(wanted)) {}
    std::optional<PasswordWanted> wants_password() const override { return wanted_; }
    void take_password(std::string password) override { password_ = std::move(password); }

    Ending run(record::Record& record, Output& output) override {
        const auto changed = enrolment(record).change_password(sign_in_name_, password_);
        if (!changed) return could_not(output, changed.error());
        output.say(fmt::format("{} has a new password.", plain_sign_in_name(sign_in_name_)));
        return Ending::well;
    }

private:
    std::string sign_in_name_;
    PasswordWanted wanted_;
    std::string password_;
};

class TakeOffApp final : public RecordCommand {
public:
    explicit TakeOffApp(std::string sign_in_name) : sign_in_name_(std::move(sign_in_name)) {}

    Ending run(record::Record& record, Output& output) override {
        const auto known = worker_signing_in_as(*record.book(), plain_sign_in_name(sign_in_name_));
        if (!known) return could_not(output, Refusal{Refusal::Kind::not_found, "Nobody signs in with that name.", "See worker list."});
        ledger::Store& store = record.ledger().store();
        const auto taken = take_off_second_factor(store, known->id);
        if (!taken) return could_not(output, taken.error());
        // Whoever has the phone may be signed in with it.
        if (const auto ended = end_kept_sessions(store, known->id); !ended) return could_not(output, ended.error());
        output.say(*taken ? fmt::format("{} signs in with the password alone.", known->worker.sign_in_name)
                          : fmt::format("{} had no authenticator app.", known->worker.sign_in_name));
        return Ending::well;
    }

private:
    std::string sign_in_name_;
};

class EndWorker final : public RecordCommand {
public:
    EndWorker(std::string sign_in_name, std::optional<Date> on) : sign_in_name_(std::move(sign_in_name)), on_(on) {}

    Ending run(record::Record& record, Output& output) override {
        const Date left = on_ ? *on_ : law::london_date(record.clock().now());
        const auto by = command_line_worker(record);
        if (!by) return could_not(output, by.error());
        const auto ended = enrolment(record).end(sign_in_name_, left, *by);
        if (!ended) return could_not(output, ended.error());
        output.say(fmt::format("From {} on {} can't sign in.", left.words(), plain_sign_in_name(sign_in_name_)));
        return Ending::well;
    }

private:
    std::string sign_in_name_;
    std::optional<Date> on_;
};

class ListWorkers final : public RecordCommand {
public:
    Ending run(record::Record& record, Output& output) override {
        const Date today = law::london_date(record.clock().now());
        const auto workers = all_workers(*record.book());
        if (workers.empty()) output.complain("There is no worker yet. See worker add --help.");
        for (const KnownWorker& known : workers) {
            const record::Worker& worker = known.worker;
            output.say(fmt::format("{:<24} {:<32} {}{}", worker.sign_in_name, worker.works_as.says(), worker.name,
                                   known.works_here_on(today) ? "" : fmt::format(" (left on {})", worker.left->words())));
        }
        return Ending::well;
    }
};

void declare_add(CLI::App& group, const Declaring& declaring) {
    struct Options {
        record::Worker worker;
        PasswordOption password;
    };
    auto options = std::make_shared<Options>();
    CLI::App& add = *group.add_subcommand("add", "Let a worker sign in: the first administrator too");
    add.add_option("--name", options->worker.name, "Their name, as colleagues know them")->required()->type_name("NAME");
    add.add_option("--sign-in", options->password.sign_in_name, "What they type to sign in: amira.khan")->required()->type_name("NAME");
    std::string roles = "Their role:";
    for (const law::Code& role : record::role.codes) roles += fmt::format(" {}", role.code);
    add.add_option("--as", options->worker.works_as.code, roles)->required()->type_name("ROLE");
    options->password.declare(add);
    add.footer("The password is asked for at the terminal and not shown; it is never an argument, for arguments can be seen by others.\n"
               "Examples:\n"
               "  steadfast worker add --name \"Amira Khan\" --sign-in amira.khan --as administrator\n"
               "  steadfast worker add --name \"Tom Reed\" --sign-in tom.reed --as social_worker --password-file tom.password\n"
               "  pass show steadfast/tom | steadfast worker add --name \"Tom Reed\" --sign-in tom.reed --as social_worker");
    add.callback([options, declaring] {
        options->worker.sign_in_name = options->password.sign_in_name;
        declaring.choose(std::make_unique<AddWorker>(options->worker, options->password.wanted(declaring.surroundings)));
    });
}

void declare_password(CLI::App& group, const Declaring& declaring) {
    auto options = std::make_shared<PasswordOption>();
    CLI::App& password = *group.add_subcommand("password", "Give a worker a new password");
    password.add_option("SIGN-IN", options->sign_in_name, "What they type to sign in")->required()->type_name("");
    options->declare(password);
    password.footer("Example:\n  steadfast worker password amira.khan");
    password.callback([options, declaring] {
        declaring.choose(std::make_unique<ChangePassword>(options->sign_in_name, options->wanted(declaring.surroundings)));
    });
}

void declare_end(CLI::App& group, const Declaring& declaring) {
    struct Options {
        std::string sign_in_name;
        std::string on;
    };
    auto options = std::make_shared<Options>();
    CLI::App& end = *group.add_subcommand("end", "A worker has left: they can't sign in any more");
    end.add_option("SIGN-IN", options->sign_in_name, "What they typed to sign in")->required()->type_name("");
    end.add_option("--on", options->on, "The day from which on, as 2026-03-31 (otherwise today)")
        ->type_name("DAY")
        ->check([](const std::string& text) { return Date::parse_iso(text) ? "" : "'" + text + "' is no day such as 2026-03-31"; });
    end.footer("A session of theirs that is running ends at once. Everything they recorded stays.\n"
               "Examples:\n"
               "  steadfast worker end amira.khan\n"
               "  steadfast worker end amira.khan --on 2026-03-31");
    end.callback([options, declaring] { declaring.choose(std::make_unique<EndWorker>(options->sign_in_name, Date::parse_iso(options->on))); });
}

void declare_take_off_app(CLI::App& group, const Declaring& declaring) {
    auto sign_in_name = std::make_shared<std::string>();
    CLI::App& command = *group.add_subcommand("no-second-factor", "Take the authenticator app off a worker's account: the phone is lost");
    command.add_option("SIGN-IN", *sign_in_name, "What they type to sign in")->required()->type_name("");
    command.footer("Make sure who asks: ring them back on the number that you have. Every session of theirs ends.\n"
                   "Example:\n  steadfast worker no-second-factor amira.khan");
    command.callback([sign_in_name, declaring] { declaring.choose(std::make_unique<TakeOffApp>(*sign_in_name)); });
}

void declare_list(CLI::App& group, const Declaring& declaring) {
    CLI::App& list = *group.add_subcommand("list", "Who can sign in, with what role");
    list.footer("Example:\n  steadfast worker list");
    list.callback([declaring] { declaring.choose(std::make_unique<ListWorkers>()); });
}

}  // namespace

void declare_worker(const Declaring& declaring) {
    CLI::App& group = *declaring.program.add_subcommand("worker", "Who can sign in");
    group.require_subcommand(1);
    declare_add(group, declaring);
    declare_list(group, declaring);
    declare_password(group, declaring);
    declare_end(group, declaring);
    declare_take_off_app(group, declaring);
    group.footer("Example:\n  steadfast worker add --name \"Amira Khan\" --sign-in amira.khan --as administrator");
}

}  // namespace steadfast::app
