#include "record/calendar/calendar_file.hpp"

#include "web/sign_in/secrets.hpp"

#include <libical/ical.h>
#include <memory>

namespace steadfast::record::calendar {
namespace {

constexpr int seconds_a_minute = 60;

struct FreesComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreesComponent>;

icaltimetype utc(std::int64_t seconds) { return icaltime_from_timet_with_zone(static_cast<time_t>(seconds), 0, icaltimezone_get_utc_timezone()); }

icaltimetype whole_day(Date day) {
    icaltimetype time = icaltime_null_date();
    time.year = day.year();
    time.month = static_cast<int>(day.month());
    time.day = static_cast<int>(day.day());
    time.is_date = 1;
    return time;
}

icaltimetype start_of(const When& when) {
    return when.start().precision == When::Precision::minute ? utc(std::int64_t{when.start().at} * seconds_a_minute) : whole_day(*when.first_day());
}

bool is_known_to_the_day(const When& when) {
    return when.start().precision == When::Precision::minute || when.start().precision == When::Precision::day;
}

/// Nothing about whom: what reads the file sees the key's hash.
std::string uid_of(const CalendarDay& day) {
    const web::Bytes32 hash = web::hash_of_token("calendar " + day.key);
    return web::base64url(std::span(hash).first(16)) + "@steadfast";
}

icalcomponent* event_of(const CalendarDay& day, const std::string& service, icaltimetype now) {
    icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_add_property(event, icalproperty_new_uid(uid_of(day).c_str()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(now));
    icalcomponent_add_property(event, icalproperty_new_dtstart(start_of(day.when)));
    if (day.when.start().precision == When::Precision::minute && day.when.end().precision == When::Precision::minute)
        icalcomponent_add_property(event, icalproperty_new_dtend(utc(std::int64_t{day.when.end().at} * seconds_a_minute)));
    icalcomponent_add_property(event, icalproperty_new_summary(day.words.c_str()));
    icalcomponent_add_property(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    // A whole day is no time that is taken.
    if (day.when.start().precision == When::Precision::day) icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    if (!service.empty()) icalcomponent_add_property(event, icalproperty_new_url((service + day.opens.text()).c_str()));
    return event;
}

}  // namespace

std::string calendar_file(std::span<const CalendarDay> days, std::string_view service, Instant now) {
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Steadfast//What is due//EN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    for (const auto& [name, value] : {std::pair("X-WR-CALNAME", "Steadfast"), std::pair("X-PUBLISHED-TTL", "PT1H")}) {
        icalproperty* property = icalproperty_new_x(value);
        icalproperty_set_x_name(property, name);
        icalcomponent_add_property(calendar.get(), property);
    }
    const icaltimetype stamp = utc(now.seconds());
    for (const CalendarDay& day : days)
        if (is_known_to_the_day(day.when)) icalcomponent_add_component(calendar.get(), event_of(day, std::string(service), stamp));
    const std::unique_ptr<char, decltype(&free)> text(icalcomponent_as_ical_string_r(calendar.get()), &free);
    return text.get();
}

}  // namespace steadfast::record::calendar
