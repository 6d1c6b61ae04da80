// Dates: days since 1970-01-01, with or without a time of day.

#include "internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/// 0001-01-01 and 9999-12-31.
#define FIRST_DAY (-719162.0)
#define LAST_DAY 2932896.0

/// Year, month and day of a day number: the proleptic Gregorian calendar in eras of 400 years.
static void calendar(lua_Integer days, int *year, int *month, int *day) {
    days += 719468; // from 0000-03-01
    lua_Integer era = (days >= 0 ? days : days - 146096) / 146097;
    lua_Integer day_of_era = days - era * 146097;
    lua_Integer year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    lua_Integer day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    lua_Integer from_march = (5 * day_of_year + 2) / 153;
    *day = (int)(day_of_year - (153 * from_march + 2) / 5 + 1);
    *month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

/// Minutes since midnight, to the nearest minute.
static int minutes(const cl_date *date) {
    int value = (int)lround((date->days - floor(date->days)) * 1440);
    return value < 1440 ? value : 1439;
}

/// Pushes a date; raises where it is outside the years 1 … 9999.
void cl_push_date(lua_State *L, double days, bool has_time) {
    if (!(days >= FIRST_DAY && days < LAST_DAY + 1)) {
        cl_raise(L, CLUA_FAULT_OVERFLOW, "date", NULL, "the date is outside the years 1 to 9999");
    }
    cl_date *date = lua_newuserdatauv(L, sizeof *date, 0);
    date->kind = CL_DATE;
    date->has_time = has_time;
    date->days = days;
    lua_rawgeti(L, LUA_REGISTRYINDEX, cl_state(L)->date_meta);
    lua_setmetatable(L, -2);
}

/// The date as ISO 8601 writes it. Does not raise.
void cl_date_text(const cl_date *date, char *text, size_t size) {
    int year, month, day;
    calendar((lua_Integer)floor(date->days), &year, &month, &day);
    if (date->has_time) {
        int minute = minutes(date);
        snprintf(text, size, "%04d-%02d-%02dT%02d:%02d", year, month, day, minute / 60, minute % 60);
    } else {
        snprintf(text, size, "%04d-%02d-%02d", year, month, day);
    }
}

static int date_index(lua_State *L) {
    const cl_date *date = lua_touserdata(L, 1);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    int year, month, day;
    calendar((lua_Integer)floor(date->days), &year, &month, &day);
    if (strcmp(name, "year") == 0) {
        lua_pushinteger(L, year);
    } else if (strcmp(name, "month") == 0) {
        lua_pushinteger(L, month);
    } else if (strcmp(name, "day") == 0) {
        lua_pushinteger(L, day);
    } else if (date->has_time && strcmp(name, "hour") == 0) {
        lua_pushinteger(L, minutes(date) / 60);
    } else if (date->has_time && strcmp(name, "minute") == 0) {
        lua_pushinteger(L, minutes(date) % 60);
    } else {
        clua_state *S = cl_state(L);
        cl_set_fault(S, CLUA_FAULT_UNKNOWN_FIELD, name, "date", "a date has no '%s'", name);
        static const char *const names[] = {"year", "month", "day", "hour", "minute"};
        for (int i = 0; i < (date->has_time ? 5 : 3); i++) cl_add_candidate(S, names[i]);
        cl_raise_again(L);
    }
    return 1;
}

/// Raises for an operand that a date cannot meet.
_Noreturn static void refuse(lua_State *L, const char *operation) {
    for (int i = 1; i <= 2; i++) {
        if (!lua_isnil(L, i)) continue;
        cl_raise(L, CLUA_FAULT_NIL_OPERAND, operation, NULL, "a date with a value that was not asked");
    }
    int other = cl_test(L, 1, CL_DATE) ? 2 : 1;
    cl_raise_result(L, operation, strcmp(operation, "subtract") == 0 ? "a date or a number of days"
                                  : strcmp(operation, "add") == 0    ? "a number of days"
                                                                     : "two dates", other);
}

static int add_days(lua_State *L, const cl_date *date, lua_Number days) {
    cl_push_date(L, date->days + days, date->has_time || days != floor(days));
    return 1;
}

static int date_add(lua_State *L) {
    const cl_date *left = cl_test(L, 1, CL_DATE), *right = cl_test(L, 2, CL_DATE);
    if (left && lua_type(L, 2) == LUA_TNUMBER) return add_days(L, left, lua_tonumber(L, 2));
    if (right && lua_type(L, 1) == LUA_TNUMBER) return add_days(L, right, lua_tonumber(L, 1));
    refuse(L, "add");
}

static int date_subtract(lua_State *L) {
    const cl_date *left = cl_test(L, 1, CL_DATE), *right = cl_test(L, 2, CL_DATE);
    if (left && right) {
        double days = left->days - right->days;
        if (left->has_time || right->has_time) {
            lua_pushnumber(L, days);
        } else {
            lua_pushinteger(L, (lua_Integer)days);
        }
        return 1;
    }
    if (left && lua_type(L, 2) == LUA_TNUMBER) return add_days(L, left, -lua_tonumber(L, 2));
    refuse(L, "subtract");
}

static int date_equal(lua_State *L) {
    const cl_date *left = cl_test(L, 1, CL_DATE), *right = cl_test(L, 2, CL_DATE);
    lua_pushboolean(L, left && right && left->days == right->days);
    return 1;
}

static int date_less(lua_State *L) {
    const cl_date *left = cl_test(L, 1, CL_DATE), *right = cl_test(L, 2, CL_DATE);
    if (!left || !right) refuse(L, "compare");
    lua_pushboolean(L, left->days < right->days);
    return 1;
}

static int date_at_most(lua_State *L) {
    const cl_date *left = cl_test(L, 1, CL_DATE), *right = cl_test(L, 2, CL_DATE);
    if (!left || !right) refuse(L, "compare");
    lua_pushboolean(L, left->days <= right->days);
    return 1;
}

static int date_concat(lua_State *L) {
    if (lua_isnil(L, 1) || lua_isnil(L, 2)) refuse(L, "concat");
    cl_to_text(L, 1);
    cl_to_text(L, 2);
    lua_concat(L, 2);
    return 1;
}

/// Makes the metatable of dates.
void cl_date_setup(lua_State *L) {
    static const luaL_Reg events[] = {
        {"__index", date_index}, {"__newindex", cl_read_only}, {"__add", date_add},     {"__sub", date_subtract},
        {"__eq", date_equal},    {"__lt", date_less},          {"__le", date_at_most}, {"__concat", date_concat},
        {NULL, NULL},
    };
    cl_new_meta(L, "date", events);
    cl_state(L)->date_meta = luaL_ref(L, LUA_REGISTRYINDEX);
}
