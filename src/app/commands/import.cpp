#include "app/commands/commands.hpp"
#include "app/workers/enrolment.hpp"
#include "returns/import_return.hpp"
#include "returns/imports/answering.hpp"
#include "returns/report.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace steadfast::app {
namespace {

/// What was said on the command line.
struct ImportOptions {
    std::vector<std::string> paths;
    int year = 0;
    bool dry_run = false;
    bool keep_unknown = false;
    bool accept_gone = false;
    std::string findings;
};

class ImportReturn final : public RecordCommand {
public:
    ImportReturn(returns::Return of, const ImportOptions& options, const Surroundings& surroundings)
        : of_(of), options_(options), findings_(surroundings.at(options.findings)) {
        for (const std::string& path : options.paths) paths_.push_back(surroundings.at(path));
    }

    [[nodiscard]] bool runs_alone() const override { return true; }
    [[nodiscard]] bool may_begin_a_record() const override { return !options_.dry_run; }

    Ending run(record::Record& record, Output& output) override {
        returns::ImportOrder order;
        order.of = of_;
        auto sources = returns::read_sources(paths_, order.limits);
        if (!sources) return could_not(output, sources.error());
        for (const std::string& name : sources->passed_over) output.complain(fmt::format("{} is neither .csv nor .xml and was passed over.", name));
        order.files = std::move(sources->files);
        if (options_.year != 0) order.year = options_.year;
        order.keep_unknown = options_.keep_unknown;
        order.accept_gone = options_.accept_gone;
        order.progress = [&output](std::string_view phase, std::size_t done, std::size_t of) { output.progress({phase, done, of}); };

        const auto by = options_.dry_run ? Result<ledger::WorkerId>(ledger::WorkerId()) : command_line_worker(record);
        if (!by) return could_not(output, by.error());
        const auto imported = returns::import_return(record, std::move(order), *by, options_.dry_run ? returns::RunAs::dry_run : returns::RunAs::import);
        if (!imported) return could_not(output, imported.error());
        const Ending ending = report(*imported, output);
        if (!options_.dry_run) say_what_waits(*record.book(), output);
        return ending;
    }

private:
    Ending report(const returns::Imported& imported, Output& output) const {
        for (const std::string& remark : imported.plan.remarks) output.say(remark);
        output.say(returns::reconciliation_of(imported.plan));
        if (!imported.plan.findings.empty()) {
            if (const auto written = returns::write_findings(imported.plan, findings_); !written) return could_not(output, written.error());
            output.say(fmt::format("{} findings, each with its file, line, column and reason: {}", imported.plan.findings.size(), findings_.string()));
        }
        if (options_.dry_run) output.say("Nothing was recorded: this was a dry run.");
        else if (!imported.appended) output.say("Nothing was recorded: the record holds all of it already.");
        else output.say(fmt::format("Recorded in {} entries. The import is item {}.", imported.appended->entries, imported.appended->import.text()));
        return imported.has_findings() ? Ending::findings : Ending::well;
    }

    static void say_what_waits(const record::Book& book, Output& output) {
        const std::size_t waiting = returns::questions_waiting(book);
        if (waiting == 0) return;
        output.say(fmt::format("{} for a person to decide. Whoever may import and see children, such as a performance analyst, answers on the page Imports (/imports).",
                               waiting == 1 ? "1 question waits" : fmt::format("{} questions wait", waiting)));
    }

    returns::Return of_;
    ImportOptions options_;
    std::filesystem::path findings_;
    std::vector<std::filesystem::path> paths_;
};

void declare_return(CLI::App& parent, const Declaring& declaring, returns::Return of, const char* name, const char* what, const char* paths,
                    const char* examples) {
    CLI::App& command = *parent.add_subcommand(name, what);
    auto options = std::make_shared<ImportOptions>();
    options->findings = fmt::format("{}-findings.csv", name);
    command.add_option("PATH", options->paths, paths)->required()->type_name("");
    command.add_option("--year", options->year, "The return year, by the year in which it ends: 2025 is April 2024 to March 2025")
        ->check(CLI::Range(2010, 2100))->type_name("YEAR");
    command.add_flag("--dry-run", options->dry_run, "Judge everything, record nothing");
    command.add_flag("--keep-unknown", options->keep_unknown, "Keep columns that the return does not know as they are given; otherwise they refuse their file");
    command.add_flag("--accept-gone", options->accept_gone, "Believe files that lack most of what an earlier file of the same year had");
    command.add_option("--findings", options->findings, fmt::format("Where to list what was rejected, kept as given or waits for a person ({})", options->findings))
        ->type_name("FILE");
    command.footer(fmt::format("Everything is read and judged before anything is recorded; it is recorded whole or not at all.\n"
                               "Exit code 1: recorded, and something was rejected or waits for a person.\nExamples:\n{}", examples));
    command.callback([options, declaring, of] { declaring.choose(std::make_unique<ImportReturn>(of, *options, declaring.surroundings)); });
}

}  // namespace

void declare_import(const Declaring& declaring) {
    CLI::App& command = *declaring.program.add_subcommand("import", "Bring in a council's own statutory files");
    command.require_subcommand(1);
    command.footer("Example:\n  steadfast import ssda903 2024-25/ --year 2025 --dry-run\nEach return says more with --help.");
    declare_return(command, declaring, returns::Return::ssda903, "ssda903", "The return on looked-after children: CSV tables or the XML form",
                   "A folder of .csv and .xml files, or the files themselves; tables are known by their header row",
                   "  steadfast import ssda903 2024-25/ --year 2025 --dry-run\n  steadfast import ssda903 2024-25/ --year 2025");
    declare_return(command, declaring, returns::Return::cin_census, "cin-census", "The children in need census", "The census's XML file",
                   "  steadfast import cin-census CIN_2025.xml");
}

}  // namespace steadfast::app
