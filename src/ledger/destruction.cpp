#include "ledger/destruction.hpp"

#include <fmt/format.h>
#include <simdjson.h>

namespace steadfast::ledger {
namespace {

std::string json_of(const DestroyedParts& parts) {
    return fmt::format(R"({{"seq":{},"shared":{},"subjects":[{}]}})", parts.seq, parts.shared, fmt::join(parts.subjects, ","));
}

std::vector<DestroyedParts> parts_from(simdjson::dom::array list) {
    std::vector<DestroyedParts> parts;
    for (const simdjson::dom::element one : list) {
        DestroyedParts& taken = parts.emplace_back();
        taken.seq = one["seq"].get_uint64();
        taken.shared = one["shared"].get_bool();
        for (const simdjson::dom::element position : simdjson::dom::array(one["subjects"])) {
            const std::uint64_t number = position.get_uint64();
            taken.subjects.push_back(static_cast<std::uint16_t>(number));
        }
    }
    return parts;
}

Result<Digest> check_parts(Store& store, const DestroyedParts& parts) {
    const auto entry = store.entry(parts.seq);
    if (!entry) return refuse(entry.error());
    if (!*entry) return refuse(Refusal::Kind::invalid, fmt::format("There is no entry {}.", parts.seq), "Look again at what is to be destroyed.");
    if ((*entry)->kind == Kind::destroyed)
        return refuse(Refusal::Kind::invalid, "An order of destruction can't be destroyed itself.", "It names nobody and says nothing about anybody.");
    for (const std::uint16_t position : parts.subjects)
        if (position >= (*entry)->parts.size() || (*entry)->parts[position].digest == Digest{})
            return refuse(Refusal::Kind::invalid, fmt::format("Entry {} has no part about subject {}.", parts.seq, position),
                          "Look again at what is to be destroyed.");
    return (*entry)->hash;
}

}  // namespace

Result<void> name_what_goes(Change& order, std::span<const DestroyedParts> parts) {
    if (order.kind != Kind::destroyed || parts.empty())
        return refuse(Refusal::Kind::invalid, "This orders no destruction.", "Name what is to be destroyed.");
    std::string& body = order.shared.body;
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (body.empty()) body = "{}";
    if (parser.parse(body).get(object) != simdjson::SUCCESS || object["destroys"].error() == simdjson::SUCCESS)
        return refuse(Refusal::Kind::invalid, "The order's body is not a JSON object without \"destroys\".", "This is a fault in what was sent.");

    std::string member = object.size() == 0 ? "\"destroys\":[" : ",\"destroys\":[";
    for (std::size_t i = 0; i < parts.size(); ++i) member += (i == 0 ? "" : ",") + json_of(parts[i]);
    body.insert(body.rfind('}'), member + "]");
    return {};
}

Result<std::vector<DestroyedParts>> what_goes(const Entry& order) {
    simdjson::dom::parser parser;
    try {
        const simdjson::dom::element body = parser.parse(order.shared.part.body);
        simdjson::dom::array list;
        if (body["destroys"].get(list) == simdjson::NO_SUCH_FIELD) return std::vector<DestroyedParts>{};
        return parts_from(body["destroys"]);
    } catch (const simdjson::simdjson_error&) {
        return refuse(Refusal::Kind::invalid, fmt::format("What entry {} destroys can't be read.", order.seq), "Restore the latest backup.");
    }
}

Result<void> settle_destructions(Store& store, DestructionRegister& written) {
    for (const Head& order : written.undecided()) {
        const auto entry = store.entry(order.seq);
        if (!entry) return refuse(entry.error());
        const bool committed = *entry && (*entry)->hash == order.hash;
        if (auto done = committed ? written.write_done(order.hash) : written.write_withdrawn(order.hash); !done) return done;
    }
    return {};
}

Result<void> register_destruction(Store& store, DestructionRegister& written, const Entry& order, std::span<const DestroyedParts> parts) {
    if (auto settled = settle_destructions(store, written); !settled) return settled;
    std::vector<DestructionRegister::Line> lines;
    for (const DestroyedParts& part : parts) {
        const auto entry = check_parts(store, part);
        if (!entry) return refuse(entry.error());
        lines.push_back({{order.seq, order.hash}, *entry, part});
    }
    return written.write_ordered(lines);
}

}  // namespace steadfast::ledger
