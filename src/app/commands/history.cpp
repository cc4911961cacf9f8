#include "app/catalogue.hpp"
#include "app/commands/commands.hpp"
#include "law/london.hpp"
#include "record/item/body.hpp"
#include "record/workers/worker.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <limits>
#include <unordered_map>

namespace steadfast::app {
namespace {

constexpr ledger::Sequence to_the_end = std::numeric_limits<ledger::Sequence>::max();

std::string_view in_words(ledger::Kind kind) {
    switch (kind) {
        case ledger::Kind::saved: return "saved";
        case ledger::Kind::withdrawn: return "recorded in error";
        case ledger::Kind::moved: return "moved to other children";
        case ledger::Kind::merged: return "merged";
        case ledger::Kind::unmerged: return "unmerged";
        case ledger::Kind::destroyed: return "ordered a destruction";
        case ledger::Kind::batch_closed: return "closed an import";
        case ledger::Kind::batch_struck_out: return "struck out an import";
    }
    return "of an unknown kind";
}

/// Names of workers from their own entries, so that no Book need be opened.
class WorkerNames {
public:
    explicit WorkerNames(ledger::Store& store) : store_(store) {}

    const std::string& of(ledger::WorkerId worker) {
        const auto [place, is_new] = names_.try_emplace(worker);
        if (is_new) place->second = look_up(worker);
        return place->second;
    }

private:
    std::string look_up(ledger::WorkerId worker) {
        const auto& type = record::type_of<record::Worker>();
        const auto entries = store_.entries_of(ledger::ItemId(worker.bytes()), to_the_end);
        if (entries && !entries->empty() && entries->back().type == type.key()) {
            const auto content = record::read_part(type, entries->back().shared.part);
            if (content) return type.item_from<record::Worker>(content->values).name;
        }
        return "a worker who is not on record (" + worker.text() + ")";
    }
    ledger::Store& store_;
    std::unordered_map<ledger::WorkerId, std::string> names_;
};

/// What a version holds, by field; nothing where it was destroyed or can't be read.
struct Held {
    std::optional<record::Content> shared;
    std::vector<record::Content> parts;

    [[nodiscard]] bool differs(const Held& before, std::size_t field) const {
        if (shared->values[field] != before.shared->values[field]) return true;
        for (std::size_t i = 0; i < std::max(parts.size(), before.parts.size()); ++i) {
            if (value(i, field) != before.value(i, field)) return true;
        }
        return false;
    }

private:
    [[nodiscard]] record::Value value(std::size_t part, std::size_t field) const {
        return part < parts.size() ? parts[part].values[field] : record::Value();
    }
};

Held held(const record::ItemType& type, const ledger::Entry& entry) {
    Held held;
    if (entry.shared.destroyed) return held;
    auto shared = record::read_part(type, entry.shared.part);
    if (!shared) return held;
    held.shared = std::move(*shared);
    for (const ledger::KeptPart& kept : entry.parts) {
        auto part = record::read_part(type, kept.part);
        held.parts.push_back(part ? std::move(*part) : record::Content{.values = record::Values(type.fields().size())});
    }
    return held;
}

std::string changed_fields(const record::ItemType& type, const Held& now, const Held& before) {
    std::string labels;
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (now.differs(before, i)) labels += fmt::format("{}{}", labels.empty() ? "" : "; ", type.fields()[i].label);
    if (now.shared->is_gone != before.shared->is_gone) labels += labels.empty() ? "Gone from its return" : "; gone from its return";
    return labels.empty() ? "no field" : labels;
}

class History final : public StoreCommand {
public:
    explicit History(ledger::ItemId item) : item_(item) {}

    Ending run(ledger::Store& store, const std::string&, Output& output) override {
        const auto entries = store.entries_of(item_, to_the_end);
        if (!entries) return could_not(output, entries.error());
        if (entries->empty())
            return could_not(output, {Refusal::Kind::not_found, "Nothing was ever recorded under that id.", "Copy the id from the item's page."});

        const record::ItemType* type = whole_catalogue().find(entries->front().type);
        output.say(fmt::format("{} {}", type ? type->name() : std::string_view(entries->front().type), item_.text()));
        WorkerNames names(store);
        Held before;
        for (const ledger::Entry& entry : *entries) {
            output.say(fmt::format("seq {}, version {}: {} on {} by {}{}", entry.seq, entry.version, in_words(entry.kind),
                                   law::london_date_and_time(entry.recorded_at), names.of(entry.recorded_by),
                                   entry.batch.is_none() ? "" : fmt::format(", in import {}", entry.batch.text())));
            if (type) before = tell_changes(*type, entry, std::move(before), output);
        }
        return Ending::well;
    }

private:
    static Held tell_changes(const record::ItemType& type, const ledger::Entry& entry, Held before, Output& output) {
        Held now = held(type, entry);
        if (entry.shared.destroyed) {
            output.say("    destroyed");
        } else if (!now.shared) {
            output.say("    its text can't be read by this release");
        } else if (entry.kind == ledger::Kind::saved || entry.kind == ledger::Kind::moved) {
            if (!before.shared) before.shared = record::Content{.values = record::Values(type.fields().size())};
            output.say(fmt::format("    {}: {}", entry.version == 1 ? "recorded" : "changed", changed_fields(type, now, before)));
        } else {
            return before;
        }
        return now;
    }

    ledger::ItemId item_;
};

}  // namespace

void declare_history(const Declaring& declaring) {
    auto id = std::make_shared<std::string>();
    CLI::App& history = *declaring.program.add_subcommand("history", "Every version of one item: when, by whom, which fields");
    history.add_option("ITEM", *id, "The item's id: 32 digits and letters, as in the address of its page")
        ->required()
        ->type_name("")
        ->check([](const std::string& text) { return ledger::ItemId::parse(text) ? "" : "'" + text + "' is no id"; });
    history.footer("It says which fields changed and not what they hold: reading about a child is for people who are signed in.\n"
                   "Example:\n  steadfast history 5f0c1e0bb1de4a7f9f0e8d3a2b1c4d5e");
    history.callback([id, declaring] { declaring.choose(std::make_unique<History>(*ledger::ItemId::parse(*id))); });
}

}  // namespace steadfast::app
