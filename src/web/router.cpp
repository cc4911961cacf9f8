#include "web/router.hpp"

#include <stdexcept>

namespace steadfast::web {

namespace {

bool is_named(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

void check(std::string_view segment, std::string_view path) {
    if (segment.empty() || (!is_named(segment) && segment.find_first_of("{}?#%") != std::string_view::npos))
        throw std::invalid_argument("no path of a route: " + std::string(path));
}

std::vector<std::string> segments_of(const std::string& path) {
    auto segments = path_segments(path);
    if (!segments) throw std::invalid_argument("no path of a route: " + path);
    for (const auto& segment : *segments) check(segment, path);
    return std::move(*segments);
}

}  // namespace

Router& Router::add(Method method, std::string path, Answer answer, RouteTerms terms, Entry entry) {
    Route& route = routes_.emplace_back(Route{method, std::move(path), std::move(answer), terms, entry, {}});
    Node* node = &root_;
    std::size_t depth = 0;
    for (const auto& segment : segments_of(route.path)) {
        if (is_named(segment)) route.names.emplace_back(depth, segment.substr(1, segment.size() - 2));
        auto& next = is_named(segment) ? node->named : node->literal[segment];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
        ++depth;
    }
    if (!node->routes.emplace(method, &route).second) throw std::invalid_argument("two routes answer " + route.path);
    return *this;
}

Router::Found Router::find(Method method, const std::vector<std::string>& segments) const {
    const Node* node = walk(root_, segments, 0);
    if (node == nullptr) return NoSuchPath{};

    const auto found = node->routes.find(method);
    if (found == node->routes.end()) {
        OtherMethods others;
        for (const auto& [other, route] : node->routes) {
            if (!others.allow.empty()) others.allow += ", ";
            others.allow += other == Method::get ? "GET, HEAD" : std::string(name_of(other));
        }
        return others;
    }

    Match match{found->second, {}};
    for (const auto& [depth, name] : match.route->names) match.path_fields.add(name, segments[depth]);
    return match;
}

const Router::Node* Router::walk(const Node& node, const std::vector<std::string>& segments, std::size_t depth) {
    if (depth == segments.size()) return node.routes.empty() ? nullptr : &node;
    if (const auto literal = node.literal.find(segments[depth]); literal != node.literal.end())
        if (const Node* found = walk(*literal->second, segments, depth + 1)) return found;
    if (node.named && !segments[depth].empty()) return walk(*node.named, segments, depth + 1);
    return nullptr;
}

}  // namespace steadfast::web
