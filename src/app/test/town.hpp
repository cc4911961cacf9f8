#pragma once

#include "app/catalogue.hpp"
#include "app/serve/health.hpp"
#include "app/test/browser.hpp"
#include "app/test/folder.hpp"
#include "record/people/person.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace steadfast::app {

inline constexpr auto password = "seven quiet lighthouses";
inline constexpr auto typed_password = "seven+quiet+lighthouses";

/// A council with its site, and nobody at the network.
struct Town {
    TestFolder folder;
    StandingClock clock{Instant::parse_iso("2026-03-31T09:00:00Z").value()};
    std::unique_ptr<record::Record> record = record::Record::open(folder.store_address(), whole_catalogue(), clock).value();
    web::Passwords passwords{web::PasswordCost::least()};
    Enrolment enrolment{*record, Credentials(record->ledger().store(), passwords)};
    ledger::WorkerId by = command_line_worker(*record).value();
    Figures figures;
    web::Assets assets = loaded_assets();
    Site site{*record, passwords, assets, {}, figures};
    web::Router router;
    AccessTable access;

    Town() {
        EXPECT_TRUE(record->open_drafts({1, 2, 3}));
        assets.add_routes(router);
        site.add_routes(router, access);
        add_health_routes(router, access, *record, site, figures, FiguresFor::this_machine);
    }
    web::Assets loaded_assets() const {
        for (const char* name : {"steadfast.css", "steadfast.js", "search.js", "favicon.svg"}) std::ofstream(folder / name) << "/* " << name << " */";
        return web::Assets::load(folder.path()).value();
    }
    ledger::WorkerId add_worker(const std::string& sign_in, const std::string& role) {
        record::Worker worker;
        worker.name = "Amira Khan";
        worker.sign_in_name = sign_in;
        worker.works_as.code = role;
        return enrolment.add(worker, password, by).value();
    }
    ledger::ItemId add_child() {
        record::Person person;
        person.given_name = "Sam";
        person.family_name = "Okafor";
        const auto id = ledger::ItemId::random();
        EXPECT_TRUE(record->ledger().save_and_wait({record::change_of(person, id, 0, {record::subject_of(id)}, by)}));
        return id;
    }
    std::vector<ledger::AccessLine> access_lines(std::optional<ledger::SubjectId> child = std::nullopt) {
        return record->ledger().store().access_lines(child, Instant(), clock.now().plus_seconds(1), 100).value();
    }
    TestBrowser browser() const { return TestBrowser(router, clock); }
    TestBrowser signed_in(const std::string& sign_in) const {
        TestBrowser one = browser();
        EXPECT_EQ(one.sign_in(sign_in, typed_password).status(), 303);
        return one;
    }
};

}  // namespace steadfast::app
