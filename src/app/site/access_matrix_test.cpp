// Every route, for every role, for every relationship to a child: what the decision (docs/adr/0011) says, worked out here a second
// time from a table, held against what the service answers. A route that is not in the table fails.
#include "app/catalogue.hpp"
#include "app/serve/health.hpp"
#include "app/site/site.hpp"
#include "app/test/browser.hpp"
#include "app/test/filed_papers.hpp"
#include "app/test/folder.hpp"
#include "app/test/routes_elsewhere.hpp"
#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/council/council.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/people/person.hpp"
#include "record/teams/team.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace steadfast::app {
namespace {

using record::Link;
using record::Sight;
using How = record::Sight::How;

/// How the workers of the test stand to one of its children.
enum class Relation : std::uint8_t { none, allocated, team_mate, leads_above, panel_member, former, denied, restricted, named, allocated_restricted, emergency, sealed, named_for_seal };

constexpr std::array relations{Relation::none, Relation::allocated, Relation::team_mate, Relation::leads_above, Relation::panel_member, Relation::former, Relation::denied,
                               Relation::restricted, Relation::named, Relation::allocated_restricted, Relation::emergency, Relation::sealed, Relation::named_for_seal};

/// What a role is in this matter.
struct RoleRow {
    std::string_view role_code;
    How without_a_part;         ///< An unrestricted record of somebody they have nothing to do with, where the council keeps these apart.
    How restricted;             ///< A restricted record that they are not within.
    bool has_adoption_work = false;
};
constexpr std::array role_rows{
    RoleRow{"administrator", How::not_found, How::not_found},
    RoleRow{"social_worker", How::exists, How::not_found},
    RoleRow{"team_manager", How::exists, How::not_found},
    RoleRow{"reviewing_officer", How::exists, How::not_found},
    RoleRow{"analyst", How::seen, How::not_found},
    RoleRow{"governance", How::seen, How::seen},
    RoleRow{"front_door_worker", How::seen, How::exists},
    RoleRow{"night_team", How::seen, How::exists},
    RoleRow{"family_support_worker", How::exists, How::not_found},
    RoleRow{"personal_adviser", How::exists, How::not_found},
    RoleRow{"business_support", How::not_found, How::not_found},
    RoleRow{"adoption_worker", How::exists, How::not_found, true},
    RoleRow{"service_manager", How::seen, How::not_found},
    RoleRow{"director", How::seen, How::seen},
    RoleRow{"designated_officer", How::seen, How::not_found},
};

How expected(const RoleRow& role, Relation relation) {
    if (role.role_code == "administrator") return How::not_found;
    switch (relation) {
        case Relation::none:
        case Relation::former: return role.without_a_part;
        case Relation::allocated:
        case Relation::team_mate:
        case Relation::leads_above:
        case Relation::panel_member:
        case Relation::named:
        case Relation::allocated_restricted:
        case Relation::emergency: return How::seen;
        case Relation::denied:
        case Relation::sealed: return How::not_found;
        case Relation::restricted: return role.restricted;
        case Relation::named_for_seal: return role.has_adoption_work ? How::seen : How::not_found;
    }
    return How::not_found;
}

constexpr auto password = "seven quiet lighthouses";

struct Child {
    ledger::SubjectId id;
    ledger::ItemId note;
    FiledPapers papers;
    std::string name;

    /// What of this child a route is asked for.
    const ledger::ItemId& item_for(std::string_view path) const {
        if (path.starts_with("/documents/")) return papers.document;
        if (path.starts_with("/emails/")) return papers.email;
        if (path.starts_with("/plans/")) return papers.plan;
        if (path.starts_with("/actions/")) return papers.action;
        if (path.starts_with("/meetings/")) return papers.meeting;
        if (path.starts_with("/invitations/")) return papers.invitation;
        if (path.starts_with("/asked/")) return papers.asked;
        return path.starts_with("/letters/") ? papers.letter : note;
    }
};

/// A council of one worker a role and one child a relationship, of whom each worker stands in that relationship.
class MatrixTown {
public:
    MatrixTown() {
        EXPECT_TRUE(record_->open_drafts({1, 2, 3}));
        assets_.add_routes(router);
        site_.add_routes(router, access);
        add_health_routes(router, access, *record_, site_, figures_, FiguresFor::this_machine);
        record::Council council;
        council.records_open_to.code = "those_with_a_part";
        save(council, {});
        for (const RoleRow& row : role_rows) workers_.push_back(add_worker(row.role_code));
        for (const Relation relation : relations) relate(relation, children_[relation] = add_child());
    }

    TestBrowser signed_in(std::size_t worker) {
        TestBrowser browser(router, clock_);
        browser.remote_address = fmt::format("192.0.2.{}", worker + 1);   // Each at a desk of their own.
        EXPECT_EQ(browser.sign_in(std::string(role_rows[worker].role_code), "seven+quiet+lighthouses").status(), 303);
        EXPECT_EQ(browser.get("/account").status(), 200);   // For the token of its forms.
        return browser;
    }
    const Child& child(Relation relation) { return children_.at(relation); }

    web::Router router;
    AccessTable access;

private:
    web::Assets loaded_assets() const {
        for (const char* name : {"steadfast.css", "steadfast.js", "search.js", "favicon.svg"}) std::ofstream(folder_ / name) << "/* " << name << " */";
        return web::Assets::load(folder_.path()).value();
    }
    template <class T>
    ledger::ItemId save(const T& value, std::vector<ledger::SubjectId> about, ledger::ItemId item = ledger::ItemId::random()) {
        EXPECT_TRUE(record_->ledger().save_and_wait({record::change_of(value, item, 0, std::move(about), by_)}));
        return item;
    }
    ledger::WorkerId add_worker(std::string_view role_code) {
        record::Worker worker;
        worker.name = fmt::format("The {}", role_code);
        worker.sign_in_name = role_code;
        worker.works_as.code = role_code;
        return enrolment_.add(worker, password, by_).value();
    }
    Child add_child() {
        record::Person person;
        person.given_name = fmt::format("Zebedee{}x", children_.size());
        person.family_name = "Quillfeather";
        const auto id = ledger::ItemId::random();
        save(person, {record::subject_of(id)}, id);
        const record::ItemType& note = *whole_catalogue().find("missing_episode");
        record::Content content;
        content.values.resize(note.fields().size());
        content.values[*note.happened_field()] = Date::of(2026, 3, 1).value();
        const auto item = ledger::ItemId::random();
        EXPECT_TRUE(record_->ledger().save_and_wait({record::change_of(note, item, 0, {record::subject_of(id)}, content, by_)}));
        return {record::subject_of(id), item, file_papers(*record_, record::subject_of(id), person.given_name, by_), person.given_name};
    }
    static Link<record::Worker> link(ledger::WorkerId worker) { return {ledger::ItemId(worker.bytes())}; }

    void allocate(const Child& child, ledger::WorkerId worker, std::string_view as_what, std::optional<Date> to = std::nullopt) {
        record::Allocation allocation;
        allocation.worker = link(worker);
        allocation.as_what.code = as_what;
        allocation.from = began_;
        allocation.to = to;
        save(allocation, {child.id});
    }
    void join(ledger::WorkerId worker, ledger::ItemId team, bool leads) {
        record::TeamMembership membership;
        membership.worker = link(worker);
        membership.team.item = team;
        membership.from = began_;
        membership.leads = leads;
        save(membership, {});
    }
    void restrict_record(const Child& child) {
        record::Restriction restriction;
        restriction.from = began_;
        restriction.ring = "Fatima Noor, 01632 960001";
        restriction.why.text = "A parent works at the council.";
        save(restriction, {child.id});
    }
    void name(const Child& child, ledger::WorkerId worker, std::string_view opens) {
        record::Permit permit;
        permit.worker = link(worker);
        permit.opens.code = opens;
        permit.from = began_;
        save(permit, {child.id});
    }
    /// Somebody else holds the child; each worker is in a team of theirs, or leads one above it.
    void relate_by_team(const Child& child, bool leads) {
        const auto holder = ledger::WorkerId::random();
        record::Team team;
        team.name = "Service";
        const auto above = save(team, {});
        team.part_of.item = above;
        const auto below = save(team, {});
        join(holder, below, false);
        allocate(child, holder, "allocated_worker");
        for (const ledger::WorkerId worker : workers_) join(worker, leads ? above : below, leads);
    }
    void relate(Relation relation, const Child& child) {
        const bool is_restricted = relation == Relation::restricted || relation == Relation::named || relation == Relation::allocated_restricted || relation == Relation::emergency;
        if (is_restricted) restrict_record(child);
        if (relation == Relation::team_mate || relation == Relation::leads_above) relate_by_team(child, relation == Relation::leads_above);
        for (const ledger::WorkerId worker : workers_) {
            if (relation == Relation::allocated || relation == Relation::allocated_restricted || relation == Relation::denied || relation == Relation::sealed)
                allocate(child, worker, "second_worker");
            if (relation == Relation::panel_member) allocate(child, worker, "panel_member");
            if (relation == Relation::former) allocate(child, worker, "second_worker", today_);
            if (relation == Relation::named) name(child, worker, "restricted");
            if (relation == Relation::named_for_seal) name(child, worker, "sealed");
            if (relation == Relation::denied) {
                record::ConflictOfInterest conflict;
                conflict.worker = link(worker);
                conflict.from = began_;
                save(conflict, {child.id});
            }
            if (relation != Relation::emergency && relation != Relation::denied && relation != Relation::sealed) continue;
            record::EmergencyAccess opened;   // It passes neither a denial nor a seal.
            opened.worker = link(worker);
            opened.began = When::minute(clock_.now(), 60);
            opened.reason = "A test.";
            save(opened, {child.id});
        }
        if (relation != Relation::sealed && relation != Relation::named_for_seal) return;
        record::AdoptionSeal seal;
        seal.from = began_;
        save(seal, {child.id});
    }

    TestFolder folder_;
    StandingClock clock_{Instant::parse_iso("2026-03-31T09:00:00Z").value()};
    const std::optional<Date> today_ = Date::of(2026, 3, 31);
    const std::optional<Date> began_ = Date::of(2026, 1, 5);
    std::unique_ptr<record::Record> record_ = record::Record::open(folder_.store_address(), whole_catalogue(), clock_).value();
    web::Passwords passwords_{web::PasswordCost::least()};
    Enrolment enrolment_{*record_, Credentials(record_->ledger().store(), passwords_)};
    ledger::WorkerId by_ = command_line_worker(*record_).value();
    Figures figures_;
    web::Assets assets_ = loaded_assets();
    Site site_{*record_, passwords_, assets_, {}, figures_};
    std::vector<ledger::WorkerId> workers_;
    std::map<Relation, Child> children_;
};

MatrixTown& town() {
    static MatrixTown town;
    return town;
}

bool is_about_a_child(const std::string& path) { return path == "/children/{id}" || path.starts_with("/children/{id}/"); }

/// The address with every named segment filled.
/// @param from the item that an address below a child's begins with.
std::string address(std::string path, const std::string& id, const std::string& from = "") {
    const auto fill = [&path](std::string_view segment, const std::string& with) {
        for (auto at = path.find(segment); at != std::string::npos; at = path.find(segment)) path.replace(at, segment.size(), with);
    };
    fill("{id}", id);
    fill("/ask/{kind}", "/ask/decision");
    fill("{kind}", "missing_episode");
    fill("{other}", id);
    if (!from.empty()) fill("{from}", from);
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) path.replace(open, path.find('}', open) + 1 - open, ledger::ItemId::random().text());
    return path;
}

const record::Permission* permission_of(const AccessRow& row) { return std::get_if<record::Permission>(&row.access); }

TEST(AccessMatrix, knows_every_role) {
    std::set<std::string_view> rows;
    for (const RoleRow& row : role_rows) rows.insert(row.role_code);
    for (const law::Code& code : record::role.codes) EXPECT_TRUE(rows.contains(code.code)) << code.code << " has no row";
    EXPECT_EQ(rows.size(), record::role.codes.size());
}

TEST(AccessMatrix, knows_what_every_route_is_about) {
    for (const AccessRow& row : town().access) {
        if (!permission_of(row) || is_about_a_child(row.path)) continue;
        EXPECT_TRUE(routes_elsewhere().contains(row.path)) << row.path << " has no row: say what it is about.";
    }
}

/// What somebody who does not see the child must not be told, whatever they ask for.
void expect_nothing_told(const web::Response& answer, const Child& child, const std::string& asked) {
    EXPECT_EQ(std::string(answer.body_text()).find(child.name), std::string::npos) << asked << " tells the name";
}

TEST(AccessMatrix, answers_every_route_about_a_child_as_the_decision_says) {
    std::size_t asked_in_all = 0;
    for (std::size_t worker = 0; worker < role_rows.size(); ++worker) {
        TestBrowser browser = town().signed_in(worker);
        for (const AccessRow& row : town().access) {
            const bool is_item = routes_elsewhere().contains(row.path) && routes_elsewhere().at(row.path) == About::a_childs_item;
            if (!permission_of(row) || !(is_about_a_child(row.path) || is_item)) continue;
            const bool may_use = may({ledger::WorkerId(), role_rows[worker].role_code}, *permission_of(row));
            for (const Relation relation : relations) {
                const Child& child = town().child(relation);
                const How how = expected(role_rows[worker], relation);
                const std::string target = address(row.path, is_item ? child.item_for(row.path).text() : child.id.text(), child.note.text());
                const auto answer = row.method == web::Method::get ? browser.get(target) : browser.post(target, "");
                const std::string asked = fmt::format("{} {} as {} in relation {}", web::name_of(row.method), row.path, role_rows[worker].role_code, static_cast<int>(relation));
                ++asked_in_all;
                if (!may_use) {
                    EXPECT_EQ(answer.status(), 403) << asked;
                    expect_nothing_told(answer, child, asked);
                } else if (how == How::seen) {
                    EXPECT_THAT(std::string(answer.body_text()), testing::Not(testing::HasSubstr("There is no such record, or none that you may see"))) << asked;
                    EXPECT_LT(answer.status(), 500) << asked;
                } else if (row.path == "/children/{id}/emergency" && how == How::exists) {
                    EXPECT_TRUE(answer.status() == 200 || answer.status() == 422) << asked << answer.status();
                    expect_nothing_told(answer, child, asked);
                } else {
                    EXPECT_EQ(answer.status(), how == How::exists && !is_item ? 403 : 404) << asked;
                    expect_nothing_told(answer, child, asked);
                }
            }
        }
    }
    EXPECT_GT(asked_in_all, 3000u);
}

TEST(AccessMatrix, shows_no_list_to_anybody_with_a_child_on_it_whom_they_may_not_see) {
    for (std::size_t worker = 0; worker < role_rows.size(); ++worker) {
        TestBrowser browser = town().signed_in(worker);
        for (const AccessRow& row : town().access) {
            if (!permission_of(row) || row.method != web::Method::get || is_about_a_child(row.path) || routes_elsewhere().at(row.path) != About::nobody) continue;
            const auto answer = browser.get(address(row.path, ""));
            for (const Relation relation : relations)
                if (expected(role_rows[worker], relation) != How::seen)
                    expect_nothing_told(answer, town().child(relation), fmt::format("{} as {}, relation {}", row.path, role_rows[worker].role_code, static_cast<int>(relation)));
        }
        const auto found = browser.post("/search", "words=quillfeather");
        for (const Relation relation : relations) {
            const bool is_shown = std::string(found.body_text()).find(town().child(relation).name) != std::string::npos;
            EXPECT_EQ(is_shown, expected(role_rows[worker], relation) == How::seen) << role_rows[worker].role_code << " relation " << static_cast<int>(relation);
        }
    }
}

/// The forms of a page with room for more than a line, of which no draft is kept.
std::size_t forms_that_lose_words(std::string_view page) {
    std::size_t forms = 0;
    for (auto at = page.find("<form"); at != std::string_view::npos; at = page.find("<form", at + 1)) {
        const std::string_view form = page.substr(at, page.find("</form>", at) - at);
        if (form.find("<textarea") != std::string_view::npos && form.find("data-draft-button") == std::string_view::npos) ++forms;
    }
    return forms;
}

TEST(AccessMatrix, has_no_form_that_loses_what_somebody_writes_at_length) {
    for (std::size_t worker = 0; worker < role_rows.size(); ++worker) {
        if (!may({ledger::WorkerId(), role_rows[worker].role_code}, record::Permission::keep_drafts)) continue;
        TestBrowser browser = town().signed_in(worker);
        for (const AccessRow& row : town().access) {
            if (!permission_of(row) || row.method != web::Method::get) continue;
            const bool is_item = routes_elsewhere().contains(row.path) && routes_elsewhere().at(row.path) == About::a_childs_item;
            for (const Relation relation : {Relation::allocated, Relation::restricted}) {
                const Child& child = town().child(relation);
                const auto answer = browser.get(address(row.path, is_item ? child.item_for(row.path).text() : child.id.text(), child.note.text()));
                EXPECT_EQ(forms_that_lose_words(answer.body_text()), 0u) << row.path << " as " << role_rows[worker].role_code;
            }
        }
    }
}

TEST(AccessMatrix, shows_a_child_by_name_to_whoever_may_see_them) {
    for (std::size_t worker = 0; worker < role_rows.size(); ++worker) {
        TestBrowser browser = town().signed_in(worker);
        for (const Relation relation : relations) {
            if (expected(role_rows[worker], relation) != How::seen) continue;
            const Child& child = town().child(relation);
            const auto answer = browser.get("/children/" + child.id.text());
            EXPECT_EQ(answer.status(), 200) << role_rows[worker].role_code << static_cast<int>(relation);
            EXPECT_THAT(std::string(answer.body_text()), testing::HasSubstr(child.name)) << role_rows[worker].role_code;
        }
    }
}

}  // namespace
}  // namespace steadfast::app
