#include "app/catalogue.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/serve_options.hpp"
#include "app/workers/credentials.hpp"
#include "demo/council.hpp"
#include "law/london.hpp"
#include "ledger/store.hpp"
#include "record/council/council.hpp"
#include "record/item/body.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <simdjson.h>

#include <set>

namespace steadfast::app {
namespace {

/// Which council a store holds, so that a later start can still say who signs in there.
constexpr auto settings_key = "demo";

std::string order_as_json(const demo::Order& order) { return fmt::format(R"({{"seed":{},"today":"{}","size":"{}"}})", order.seed, order.today.iso(), order.scale().name); }

std::optional<demo::Order> order_from_json(const std::string& json) {
    simdjson::dom::parser parser;
    simdjson::dom::element whole;
    std::uint64_t seed = 0;
    std::string_view today;
    if (parser.parse(json).get(whole) || whole["seed"].get(seed) || whole["today"].get(today)) return std::nullopt;
    std::string_view size;
    if (whole["size"].get(size)) size = "small";   // All had the workers of the smallest, before the larger ones had more.
    const auto day = Date::parse_iso(today);
    const auto known = demo::size_called(size);
    return day && known ? std::optional(demo::Order{seed, *day, *known}) : std::nullopt;
}

class Demo final : public ProgramCommand {
public:
    Demo(demo::Order order, ServeTerms terms) : order_(order), terms_(std::move(terms)) { terms_.log = Log::Detail::troubles; }

    Ending run(const std::string& store_address, Output& output) override {
        const auto order = find_or_make(store_address, output);
        if (!order) return could_not(output, order.error());
        return serve(store_address, terms_, output, [&](const std::string& address) { tell(address, *order, output); });
    }

private:
    /// The order of the council that is in the store, made first where the store is empty.
    Result<demo::Order> find_or_make(const std::string& store_address, Output& output) const {
        {
            auto store = ledger::open_store(store_address, ledger::Mode::write);
            if (!store) return refuse(store.error());
            const auto head = (*store)->head();
            if (!head) return refuse(head.error());
            if (head->seq != 0) return order_in(**store);
        }
        if (auto made = make(store_address, output); !made) return refuse(made.error());
        return order_;
    }

    static Result<demo::Order> order_in(ledger::Store& store) {
        const auto kept = store.get(ledger::Shelf::settings, settings_key);
        if (!kept) return refuse(kept.error());
        const auto order = *kept ? order_from_json((*kept)->bytes) : std::nullopt;
        if (!order)
            return refuse(Refusal::Kind::not_allowed, "There is a record in this store that no demonstration made.",
                          "Serve it with steadfast serve, or name another store for the demonstration.");
        return *order;
    }

    Result<void> make(const std::string& store_address, Output& output) const {
        auto opened = ledger::open_store(store_address, ledger::Mode::write);
        if (!opened) return refuse(opened.error());
        ledger::Store& store = **opened;
        const demo::Workplace place(order_);
        const auto made = demo::make_council(place, store, [&output](std::string_view what, std::size_t done, std::size_t of) {
            output.progress({what, done, of});
        });
        if (!made) return refuse(made.error());
        output.say(fmt::format("{} people, {} of them children, and {} entries.", made->people, made->children, made->entries));

        // These passwords are printed, so nothing is lost by hashing them cheaply; each is hashed anew when it is first used.
        const web::Passwords cheap(web::PasswordCost::least());
        Credentials credentials(store, cheap);
        for (const demo::Colleague& colleague : place.staff().all()) {
            if (colleague.left) continue;
            if (auto kept = credentials.keep(colleague.id, colleague.sign_in_name, colleague.password); !kept) return kept;
        }
        // Last, so that a council is whole if this says that it is one.
        return store.put(ledger::Shelf::settings, {settings_key, order_as_json(order_), std::nullopt});
    }

    static void tell(const std::string& address, const demo::Order& order, Output& output) {
        output.say(fmt::format("\n{}: everybody in it is invented.\n\n    {}\n\nSign in as one of", order.scale().council, address));
        output.say(fmt::format("    {:<26} {:<26} {}", "Sign-in name", "Password", "Role"));
        std::set<std::string> told;
        const demo::Staff staff = demo::Staff(order);
        for (const demo::Colleague& colleague : staff.all()) {
            if (colleague.left || !told.insert(colleague.role_code).second) continue;
            output.say(fmt::format("    {:<26} {:<26} {}", colleague.sign_in_name, colleague.password, record::role.says(colleague.role_code)));
        }
        output.say("\nCtrl-C stops it. What was recorded is there again at the next start.");
    }

    demo::Order order_;
    ServeTerms terms_;
};

struct DemoOptions {
    std::string size;
    std::uint64_t seed = 1;
    std::string today;
    std::string council;

    [[nodiscard]] demo::Order order(const Surroundings& surroundings) const {
        std::string wanted = size.empty() ? surroundings.environment("STEADFAST_SIZE") : size;
        if (wanted.empty()) wanted = "small";
        auto known = demo::size_called(wanted);
        if (!known) throw CLI::ValidationError("--size: '" + wanted + "' is neither small nor medium nor large");
        if (!council.empty()) known = demo::size_called(council);
        const auto day = Date::parse_iso(today);
        return {seed, day ? *day : law::london_date(SystemClock().now()), *known};
    }
};

}  // namespace

void declare_demo(const Declaring& declaring) {
    auto own = std::make_shared<DemoOptions>();
    CLI::App& command = *declaring.program.add_subcommand("demo", "Make a council of invented people, unless it is there, and serve it until Ctrl-C");
    command.add_option("--size", own->size, "small (about 2,000 children), medium (20,000) or large (100,000); otherwise what STEADFAST_SIZE says, or small")
        ->type_name("SIZE");
    command.add_option("--council", own->council, "county: 60,000 people and ten years of a large county's record, with all the mess of a real one; otherwise as --size says")
        ->type_name("NAME")
        ->check(CLI::IsMember({"county"}));
    command.add_option("--seed", own->seed, "Another number makes another council; the same makes the same")->type_name("NUMBER");
    command.add_option("--date", own->today, "The day on which the council's record ends, as 2026-03-31 (otherwise today)")
        ->type_name("DAY")
        ->check([](const std::string& text) { return Date::parse_iso(text) ? "" : "'" + text + "' is no day such as 2026-03-31"; });
    auto options = declare_serve_options(command);
    command.footer("It prints the address and who can sign in. A second start serves what is there.\n"
                   "Examples:\n"
                   "  steadfast demo\n"
                   "  steadfast demo --store sqlite:large.sqlite --size large --port 8090\n"
                   "  steadfast demo --store sqlite:county.sqlite --council county");
    command.callback([own, options, declaring] {
        declaring.choose(std::make_unique<Demo>(own->order(declaring.surroundings), options->terms(declaring.surroundings)));
    });
}

}  // namespace steadfast::app
