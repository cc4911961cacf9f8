#include "app/catalogue.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/serve_options.hpp"
#include "app/program.hpp"
#include "app/workers/credentials.hpp"
#include "demo/council.hpp"
#include "law/london.hpp"
#include "record/council/council.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <set>

namespace steadfast::app {
namespace {

constexpr std::uint64_t seed = 1;

/// One of each role: whom a visitor may sign in as.
std::vector<demo::Colleague> guests(const demo::Staff& staff) {
    std::vector<demo::Colleague> guests;
    std::set<std::string> roles;
    for (const demo::Colleague& colleague : staff.all())
        if (!colleague.left && roles.insert(colleague.role_code).second) guests.push_back(colleague);
    return guests;
}

bool is_invented(const record::Book& book) {
    bool invented = false;
    book.each_of(record::type_of<record::Council>(), [&invented](const record::Found& found) {
        invented |= found.table->item<record::Council>(found.row).people_are_invented.value_or(false);
    });
    return invented;
}

class Demo final : public ProgramCommand {
public:
    Demo(demo::Size size, ServeTerms terms) : size_(size), terms_(std::move(terms)) {}

    Ending run(const std::string& store_address, Output& output) override {
        const demo::Order order{seed, law::london_date(SystemClock().now()), size_};
        if (const auto made = make(store_address, order, output); !made) return could_not(output, made.error());
        return serve(store_address, terms_, output, {}, [&output, &order](const std::string& address) { welcome(address, order, output); });
    }

private:
    /// Makes the council where the store is empty; leaves one that is there, and refuses a record of real people.
    static Result<void> make(const std::string& store_address, const demo::Order& order, Output& output) {
        StandingClock clock(SystemClock().now());
        auto record = record::Record::open(store_address, whole_catalogue(), clock, opening_on(output));
        if (!record) return refuse(record.error());
        if ((*record)->book()->head().seq > 0) {
            if (is_invented(*(*record)->book())) return {};
            return refuse(Refusal::Kind::invalid, "This store holds a record that is not a demonstration.",
                          "Give another place for it with --store, or serve that record with steadfast serve.");
        }
        const auto made = demo::make_council(order, **record, clock, [&output](std::size_t done, std::size_t of) {
            output.progress({"Inventing a council", done, of});
        });
        if (!made) return refuse(made.error());
        output.say(fmt::format("{} has {} children and {} entries. Everybody in it is invented.", demo::council_name, made->children, made->entries));

        const web::Passwords passwords;
        Credentials credentials((*record)->ledger().store(), passwords);
        for (const demo::Colleague& guest : guests(demo::staff_of(order)))
            if (const auto kept = credentials.keep(guest.id, guest.sign_in_name, guest.password); !kept) return refuse(kept.error());
        return {};
    }

    static void welcome(const std::string& address, const demo::Order& order, Output& output) {
        output.say(fmt::format("\n{} is at {}\nEverybody in it is invented. Sign in as any of these; Ctrl-C stops it.\n", demo::council_name, address));
        output.say(fmt::format("  {:<30} {:<26} {}", "Role", "Sign-in name", "Password"));
        for (const demo::Colleague& guest : guests(demo::staff_of(order)))
            output.say(fmt::format("  {:<30} {:<26} {}", record::role.says(guest.role_code), guest.sign_in_name, guest.password));
    }

    demo::Size size_;
    ServeTerms terms_;
};

}  // namespace

void declare_demo(const Declaring& declaring) {
    CLI::App& command = *declaring.program.add_subcommand("demo", "Make a council of invented people, unless it is there, and serve it");
    auto size = std::make_shared<std::string>(declaring.surroundings.environment("STEADFAST_SIZE"));
    if (size->empty()) *size = "small";
    command.add_option("--size", *size, "small, medium or large: about 2,000, 20,000 or 100,000 children (otherwise what STEADFAST_SIZE says, or small)")
        ->type_name("SIZE");
    auto options = declare_serve_options(command);
    command.footer("Examples:\n  steadfast demo\n  steadfast demo --store sqlite:large.sqlite --size large --port 8090");
    command.callback([size, options, declaring] {
        const auto known = demo::size_called(*size);
        if (!known) throw CLI::ValidationError("--size: '" + *size + "' is not small, medium or large");
        declaring.choose(std::make_unique<Demo>(*known, options->terms(declaring.surroundings)));
    });
}

}  // namespace steadfast::app
