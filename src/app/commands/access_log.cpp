#include "app/commands/commands.hpp"
#include "app/workers/enrolment.hpp"
#include "law/london.hpp"
#include "record/access/access_retention.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

/// The longest that a rule of law asks of a child's record that is no adoption's: to the 75th birthday.
constexpr std::int32_t years_of_a_looked_after_childs_record = 75;

std::string kept_for(std::optional<std::int32_t> years) {
    if (!years) return "The access log is kept for ever: nobody has said otherwise.";
    return fmt::format("The access log is kept for {} {}.", *years, *years == 1 ? "year" : "years");
}

class ShowAccessLog final : public RecordCommand {
public:
    Ending run(record::Record& record, Output& output) override {
        const auto standing = record::access_log_standing(record, record.clock().now());
        if (!standing) return could_not(output, standing.error());
        output.say(kept_for(standing->years));
        output.say(standing->oldest ? fmt::format("{} lines, the oldest of {}.", standing->lines, law::london_date_and_time(*standing->oldest)) : "It has no lines.");
        if (standing->sealed_up_to) output.say(fmt::format("Sealed up to {}.", law::london_date_and_time(*standing->sealed_up_to)));
        if (standing->removed_before) output.say(fmt::format("Removed before {}.", law::london_date_and_time(*standing->removed_before)));
        if (standing->may_go_before)
            output.say(fmt::format("{} lines before {} are older than that and can be removed.", standing->lines_that_may_go,
                                   law::london_date_and_time(*standing->may_go_before)));
        return Ending::well;
    }
};

class KeepAccessLog final : public RecordCommand {
public:
    KeepAccessLog(std::optional<std::int32_t> years, std::string because) : years_(years), because_(std::move(because)) {}

    Ending run(record::Record& record, Output& output) override {
        const auto by = command_line_worker(record);
        if (!by) return could_not(output, by.error());
        if (auto kept = record::keep_access_log_for(record, years_, because_, *by); !kept) return could_not(output, kept.error());
        output.say(years_ ? kept_for(years_) : "The access log is kept for ever.");
        if (years_ && *years_ < years_of_a_looked_after_childs_record)
            output.complain("A looked-after child's record is kept until their 75th birthday, an adoption's for 100 years: who read it would be known for less.");
        return Ending::well;
    }

private:
    std::optional<std::int32_t> years_;
    std::string because_;
};

class RemoveAccessLines final : public RecordCommand {
public:
    bool runs_alone() const override { return true; }

    Ending run(record::Record& record, Output& output) override {
        const auto by = command_line_worker(record);
        if (!by) return could_not(output, by.error());
        const auto stood = record::remove_old_access_lines(record, record.clock().now(), *by);
        if (!stood) return could_not(output, stood.error());
        if (stood->may_go_before)
            output.say(fmt::format("Removed {} lines before {}.", stood->lines_that_may_go, law::london_date_and_time(*stood->may_go_before)));
        else
            output.say("There is no sealed hour that is older than the access log is kept.");
        return Ending::well;
    }
};

void declare_show(CLI::App& group, const Declaring& declaring) {
    CLI::App& show = *group.add_subcommand("show", "How long it is kept, from when it is, and what is older");
    show.footer("Example:\n  steadfast access-log show");
    show.callback([declaring] { declaring.choose(std::make_unique<ShowAccessLog>()); });
}

void declare_keep(CLI::App& group, const Declaring& declaring) {
    struct Said {
        std::int32_t years = 0;
        bool for_ever = false;
        std::string because;
    };
    auto said = std::make_shared<Said>();
    CLI::App& keep = *group.add_subcommand("keep", "Say how long it is kept");
    auto& how_long = *keep.add_option_group("how long");
    how_long.add_option("--years", said->years, "So many whole years")
        ->type_name("YEARS")
        ->check(CLI::Range(record::fewest_years_of_access_log, record::most_years_of_access_log));
    how_long.add_flag("--for-ever", said->for_ever, "All of it");
    how_long.require_option(1);
    keep.add_option("--because", said->because, "The policy that says so, or who decided it")->required()->type_name("WORDS");
    keep.footer("Nothing is removed by this. Who read a looked-after child's record is best known as long as the record is kept: until the\n"
                "75th birthday, and for an adoption 100 years.\n"
                "Example:\n  steadfast access-log keep --years 100 --because \"Retention schedule, line 14\"");
    keep.callback([said, declaring] {
        declaring.choose(std::make_unique<KeepAccessLog>(said->for_ever ? std::nullopt : std::optional(said->years), said->because));
    });
}

void declare_remove(CLI::App& group, const Declaring& declaring) {
    CLI::App& remove = *group.add_subcommand("remove", "Remove what is older than it is kept, for good");
    remove.footer("Whole sealed hours only. An entry says what was removed, so that verify tells it from a line that was taken away otherwise.\n"
                  "Look first with: steadfast access-log show\n"
                  "Example:\n  steadfast access-log remove");
    remove.callback([declaring] { declaring.choose(std::make_unique<RemoveAccessLines>()); });
}

}  // namespace

void declare_access_log(const Declaring& declaring) {
    CLI::App& group = *declaring.program.add_subcommand("access-log", "Who read what: how long that is kept");
    group.require_subcommand(1);
    declare_show(group, declaring);
    declare_keep(group, declaring);
    declare_remove(group, declaring);
    group.footer("Example:\n  steadfast access-log show");
}

}  // namespace steadfast::app
