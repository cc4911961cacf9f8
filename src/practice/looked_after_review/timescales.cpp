#include "practice/looked_after_review/timescales.hpp"

namespace steadfast::practice {

using namespace law::literals;

namespace {

// From general knowledge of the regulations, which the 2010 ones revoked: the first review within four weeks, the
// second within three months of it, then every six months. They decide for children looked after from before 2011.
constinit const law::Timescale before_2011[] = {{
    .key = "looked_after_review",
    .name = "Looked-after review",
    .says = "Reviews: within 4 weeks of starting to be looked after, then within 3 months, then every 6 months",
    .source = "Review of Children's Cases Regulations 1991 (SI 1991/895), regulation 3",
    .steps = {law::within(4_weeks), law::then(3_months), law::then_every(6_months)},
    .in_force_from = law::calendar_day(1991, 10, 14),
}};

}  // namespace

// Regulation 33: the council must first review the case within 20 working days of the date on which the child becomes
// looked after; the second review must be no more than three months after the first, and later ones at intervals of
// no more than six months. In force from 1 April 2011.
constinit const law::Timescale looked_after_review{
    .key = "looked_after_review",
    .name = "Looked-after review",
    .says = "Reviews: within 20 working days of starting to be looked after, then within 3 months, then every 6 months",
    .source = "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 33",
    .steps = {law::within(20_working_days), law::then(3_months), law::then_every(6_months)},
    .in_force_from = law::calendar_day(2011, 4, 1),
    .before = before_2011,
};

}  // namespace steadfast::practice
