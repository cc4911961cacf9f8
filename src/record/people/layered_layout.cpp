#include "record/people/layered_layout.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <numeric>
#include <string>

namespace steadfast::record {
namespace {

/// Graphviz takes its names and values as writable strings and copies them.
char* writable(const char* text) { return const_cast<char*>(text); }

constexpr double points_a_width = 100;

class Drawing {
public:
    explicit Drawing(GVC_t* context) : context_(context), graph_(agopen(writable("family"), Agdirected, nullptr)) {
        declare(AGRAPH, "nodesep", "0.05");
        declare(AGRAPH, "ranksep", "0.3");
        declare(AGRAPH, "rank", "");
        declare(AGRAPH, "splines", "false");   // Only where nodes stand is asked for.
        declare(AGNODE, "label", "");
        declare(AGNODE, "shape", "box");
        declare(AGNODE, "fixedsize", "true");
        declare(AGNODE, "width", "1.25");
        declare(AGNODE, "height", "0.5");
        declare(AGEDGE, "weight", "2");
    }
    ~Drawing() {
        if (is_laid_out_) gvFreeLayout(context_, graph_);
        agclose(graph_);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    /// Rows are kept apart by a chain of their own, so that those without an edge between them stay in their order too.
    void take(const Layered& layered) {
        const std::size_t rows = layered.row_of.empty() ? 0 : 1 + *std::max_element(layered.row_of.begin(), layered.row_of.end());
        Agnode_t* above = nullptr;
        for (std::size_t row = 0; row < rows; ++row) {
            Agraph_t* same = agsubg(graph_, writable(("row" + std::to_string(row)).c_str()), 1);
            agsafeset(same, writable("rank"), writable("same"), writable(""));
            Agnode_t* anchor = agnode(same, writable(("anchor" + std::to_string(row)).c_str()), 1);
            if (above) agedge(graph_, above, anchor, nullptr, 1);
            above = anchor;
            rows_.push_back(same);
        }
        for (std::size_t node = 0; node < layered.row_of.size(); ++node)
            nodes_.push_back(agnode(rows_[layered.row_of[node]], writable(("node" + std::to_string(node)).c_str()), 1));
        for (const auto& [from, to] : layered.edges)
            if (layered.row_of[from] < layered.row_of[to]) agedge(graph_, nodes_[from], nodes_[to], nullptr, 1);
    }
    bool lay_out() {
        is_laid_out_ = gvLayout(context_, graph_, "dot") == 0;
        return is_laid_out_;
    }
    [[nodiscard]] std::vector<double> places() const {
        std::vector<double> places;
        for (Agnode_t* node : nodes_) places.push_back(ND_coord(node).x / points_a_width);
        return places;
    }

private:
    /// An attribute of all graphs, nodes or edges, and what it is where nothing else is said.
    void declare(int of, const char* name, const char* value) { agattr(graph_, of, writable(name), writable(value)); }

    GVC_t* context_;
    Agraph_t* graph_;
    std::vector<Agraph_t*> rows_;
    std::vector<Agnode_t*> nodes_;
    bool is_laid_out_ = false;
};

/// Moves those that stand too near one another to the right, a row at a time.
void part(std::vector<double>& places, const Layered& layered) {
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return layered.row_of[a] != layered.row_of[b] ? layered.row_of[a] < layered.row_of[b] : places[a] < places[b];
    });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (layered.row_of[order[i]] == layered.row_of[order[i - 1]]) places[order[i]] = std::max(places[order[i]], places[order[i - 1]] + 1);
}

}  // namespace

std::optional<std::vector<double>> laid_out(const Layered& layered) {
    if (layered.row_of.size() > most_nodes_laid_out) return std::nullopt;
    static std::mutex one_at_a_time;
    const std::scoped_lock lock(one_at_a_time);
    // Made once: it loads Graphviz's layouts, and would load them anew for each drawing.
    static GVC_t* const context = gvContext();
    if (!context) return std::nullopt;
    Drawing drawing(context);
    drawing.take(layered);
    if (!drawing.lay_out()) return std::nullopt;
    auto places = drawing.places();
    part(places, layered);
    return places;
}

}  // namespace steadfast::record
