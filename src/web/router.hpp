#pragma once

#include "web/reply.hpp"
#include "web/request.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace steadfast::web {

using Answer = std::function<void(const Request&, Reply)>;

/// Where a route's function runs: on the thread that reads the connections, which must not be kept waiting, or on one of
/// the few worker threads for what takes long (a password, a large file).
enum class Runs { at_once, on_a_worker };

/// Who may call it: told by how the route was given, so that a test can list what is open to anybody.
enum class Entry { open, signed_in };

/// An answer that lets in only who is signed in. A Door makes it.
struct BehindTheDoor {
    Answer answer;
};

struct RouteTerms {
    Runs runs = Runs::at_once;
    std::size_t most_body = 1 << 20;  ///< Bytes; more is refused with 413. Uploads ask for more.
};

struct Route {
    Method method;
    std::string path;  ///< "/children/{id}"
    Answer answer;
    RouteTerms terms;
    Entry entry;
    std::vector<std::pair<std::size_t, std::string>> names;  ///< Which segments are named, and how.
};

/// Which function answers which address. A literal segment wins over a named one.
class Router {
public:
    /// A path is "/" or segments, each a literal or a "{name}". A fault if it is malformed or already taken.
    Router& add(Method method, std::string path, Answer answer, RouteTerms terms = {}, Entry entry = Entry::open);
    Router& add(Method method, std::string path, BehindTheDoor answer, RouteTerms terms = {}) {
        return add(method, std::move(path), std::move(answer.answer), terms, Entry::signed_in);
    }

    /// The function may answer later through its Reply or return a Response.
    template <class Function>
    Router& get(std::string path, Function function, RouteTerms terms = {}) {
        return add(Method::get, std::move(path), answer_of(std::move(function)), terms);
    }
    template <class Function>
    Router& post(std::string path, Function function, RouteTerms terms = {}) {
        return add(Method::post, std::move(path), answer_of(std::move(function)), terms);
    }

    struct Match {
        const Route* route;
        Fields path_fields;
    };
    struct NoSuchPath {};
    struct OtherMethods {
        std::string allow;  ///< "GET, HEAD, POST"
    };
    using Found = std::variant<Match, NoSuchPath, OtherMethods>;
    [[nodiscard]] Found find(Method method, const std::vector<std::string>& segments) const;

    [[nodiscard]] const std::deque<Route>& routes() const { return routes_; }

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
        std::unique_ptr<Node> named;
        std::map<Method, const Route*> routes;
    };

    template <class Function>
    static auto answer_of(Function function) {
        if constexpr (std::is_same_v<Function, BehindTheDoor>) {
            return function;
        } else if constexpr (std::is_invocable_r_v<Response, Function, const Request&>) {
            return Answer([function = std::move(function)](const Request& request, Reply reply) { reply(function(request)); });
        } else {
            return Answer(std::move(function));
        }
    }
    static const Node* walk(const Node& node, const std::vector<std::string>& segments, std::size_t depth);

    Node root_;
    std::deque<Route> routes_;
};

}  // namespace steadfast::web
