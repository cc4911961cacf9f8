#include "record/search/search_view.hpp"

#include "record/search/add_person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

SearchShown a_search() {
    SearchShown shown;
    shown.typed = "Sam Okafor";
    shown.sought.today = Date::of(2026, 3, 31).value();
    shown.may_add = true;
    return shown;
}

TEST(SearchView, leads_to_adding_somebody_whom_nobody_has_on_record) {
    EXPECT_THAT(search_view(a_search()).text(), AllOf(HasSubstr("Nobody on record fits"), HasSubstr("/people/add")));
}

TEST(SearchView, leads_to_no_second_record_beside_one_that_may_not_be_opened) {
    SearchShown shown = a_search();
    shown.found.only_exist = {"Ring 01632 960100."};
    EXPECT_THAT(search_view(shown).text(), AllOf(HasSubstr("There is a record that you may not open"), HasSubstr("Ring 01632 960100."), Not(HasSubstr("Nobody on record fits")), Not(HasSubstr("/people/add"))));
}

TEST(AddPersonView, asks_to_ring_first_where_a_record_that_may_not_be_opened_fits) {
    AddPerson form;
    form.was_searched = true;
    form.today = Date::of(2026, 3, 31).value();
    EXPECT_THAT(add_person_view(form).text(), HasSubstr("Nobody on record has a name like this"));
    form.found.only_exist = {"Ring 01632 960100."};
    EXPECT_THAT(add_person_view(form).text(), AllOf(HasSubstr("ring first"), HasSubstr("I rang, and it is somebody else"), Not(HasSubstr("Nobody on record has a name like this"))));
}

}  // namespace
}  // namespace steadfast::record::pages
