#include "app/commands/commands.hpp"
#include "app/commands/serve_options.hpp"

#include <CLI/CLI.hpp>

namespace steadfast::app {
namespace {

class Serve final : public ProgramCommand {
public:
    explicit Serve(ServeTerms terms) : terms_(std::move(terms)) {}

    Ending run(const std::string& store_address, Output& output) override {
        return serve(store_address, terms_, output, [&output](const std::string& address) { output.say("Serving on " + address); });
    }

private:
    ServeTerms terms_;
};

}  // namespace

void declare_serve(const Declaring& declaring) {
    CLI::App& command = *declaring.program.add_subcommand("serve", "Serve the record to people's browsers, until Ctrl-C or SIGTERM");
    auto options = declare_serve_options(command);
    command.add_flag("--standby", options->stands_by,
                     "While another server writes to this record, follow it, and take over when it stops (PostgreSQL)");
    command.footer("It speaks plain HTTP to a proxy (nginx, caddy) that speaks TLS to people; say --behind-tls then.\n"
                   "GET /healthz says 200 once the record is open; GET /metrics is for Prometheus on this machine.\n"
                   "With --standby it says 503 there until it has taken over, and GET /standby says 200 while it follows well.\n"
                   "Start every server of one record so: the first writes, and the next one takes its place.\n"
                   "Other commands may be given meanwhile: they run inside the server.\n"
                   "Examples:\n"
                   "  steadfast serve --store sqlite:/var/lib/steadfast/record.sqlite\n"
                   "  steadfast serve --store postgresql://steadfast@db1,db2/record --behind-tls --standby");
    command.callback([options, declaring] { declaring.choose(std::make_unique<Serve>(options->terms(declaring.surroundings))); });
}

}  // namespace steadfast::app
