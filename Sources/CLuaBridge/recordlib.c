// The record library: count, sum, any, all over rosters and lists; any_of, all_of over fields; known and reason.
// The meaning of missing values is that of the missing rule: any is true if any member is, whatever the order, else
// missing if one is missing, else false; all is its dual; count and sum are missing if one is.

#include "internal.h"

#include <limits.h>

/// The number of members of the roster or list at 1; nil (not asked) has none.
static lua_Integer member_count(lua_State *L, const char *function) {
    if (lua_isnil(L, 1)) return 0;
    if (cl_test(L, 1, CL_ROSTER)) {
        cl_read read = cl_resolve_roster(L, 1);
        if (read != CL_READ_VALUE) cl_raise_read(L, read);
        const cl_roster *roster = lua_touserdata(L, 1);
        return roster->count > 0 ? roster->count : 0;
    }
    if (!lua_istable(L, 1) && !cl_test(L, 1, CL_LIST)) cl_raise_result(L, function, "a roster or a list", 1);
    return cl_length(L, 1, function);
}

/// Pushes member `i` of what is at 1.
static void push_member(lua_State *L, lua_Integer i) {
    const cl_roster *roster = cl_test(L, 1, CL_ROSTER);
    if (roster) {
        cl_push_record(L, roster->set, cl_roster_row(L, 1, i));
    } else {
        lua_geti(L, 1, i);
    }
}

/// Whether the condition on top holds; nil counts as false, anything but a boolean is a fault.
static bool condition(lua_State *L, const char *function) {
    int type = lua_type(L, -1);
    if (type != LUA_TBOOLEAN && type != LUA_TNIL) cl_raise_result(L, function, "a condition (true or false)", -1);
    return lua_toboolean(L, -1);
}

static void check_function(lua_State *L, const char *function) {
    if (lua_type(L, 2) != LUA_TFUNCTION) cl_raise_result(L, function, "a function", 2);
    cl_check_stack(L, function);
}

/// (roster, f?) → how many members there are for which f is true.
static int record_count(lua_State *L) {
    lua_settop(L, 2);
    lua_Integer members = member_count(L, "count"), count = 0;
    if (lua_isnil(L, 2)) {
        lua_pushinteger(L, members);
        return 1;
    }
    check_function(L, "count");
    for (lua_Integer i = 1; i <= members; i++) {
        lua_pushvalue(L, 2);
        push_member(L, i);
        lua_call(L, 1, 1);
        count += condition(L, "count");
        lua_settop(L, 2);
    }
    lua_pushinteger(L, count);
    return 1;
}

/// (roster, f) → the sum of f in the order of the members, as Lua's `+` from 0; nil adds nothing.
static int record_sum(lua_State *L) {
    lua_settop(L, 2);
    lua_Integer members = member_count(L, "sum"), whole = 0;
    lua_Number number = 0;
    bool is_whole = true;
    check_function(L, "sum");
    for (lua_Integer i = 1; i <= members; i++) {
        lua_pushvalue(L, 2);
        push_member(L, i);
        lua_call(L, 1, 1);
        if (lua_isnil(L, -1)) {
            // not asked: adds nothing
        } else if (lua_type(L, -1) != LUA_TNUMBER) {
            cl_raise_result(L, "sum", "a number", -1);
        } else if (is_whole && lua_isinteger(L, -1)) {
            if (__builtin_add_overflow(whole, lua_tointeger(L, -1), &whole)) {
                cl_raise(L, CLUA_FAULT_OVERFLOW, "sum", NULL, "the sum is too large for a whole number");
            }
        } else {
            number = (is_whole ? (lua_Number)whole : number) + lua_tonumber(L, -1);
            is_whole = false;
        }
        lua_settop(L, 2);
    }
    if (is_whole) {
        lua_pushinteger(L, whole);
    } else {
        lua_pushnumber(L, number);
    }
    return 1;
}

/// any (`wanted` true) and all (`wanted` false): each member's function is called protected.
static int any_or_all(lua_State *L, const char *function, bool wanted) {
    clua_state *S = cl_state(L);
    lua_settop(L, 2);
    lua_Integer members = member_count(L, function);
    check_function(L, function);
    lua_pushcfunction(L, cl_handler); // 3
    int reason = -1;
    for (lua_Integer i = 1; i <= members; i++) {
        lua_pushvalue(L, 2);
        push_member(L, i);
        int status = lua_pcall(L, 1, 1, 3);
        if (status != LUA_OK) {
            cl_note_status(S, status);
            if (S->stop || S->signal != CL_SIGNAL_MISSING) cl_raise_again(L);
            S->signal = CL_SIGNAL_NONE;
            if (reason < 0) reason = S->reason;
        } else if (condition(L, function) == wanted) {
            lua_pushboolean(L, wanted);
            return 1;
        }
        lua_settop(L, 3);
    }
    if (reason >= 0) cl_raise_missing(L, (uint8_t)reason);
    lua_pushboolean(L, !wanted);
    return 1;
}

/// (roster, f) → whether f is true for any member.
static int record_any(lua_State *L) {
    return any_or_all(L, "any", true);
}

/// (roster, f) → whether f is true for all members.
static int record_all(lua_State *L) {
    return any_or_all(L, "all", false);
}

/// The record at 1 and the code of the field named at `key`.
static cl_set *field_of(lua_State *L, const char *function, int key, int32_t *code) {
    const cl_record *record = cl_test(L, 1, CL_RECORD);
    if (!record) {
        if (lua_isnil(L, 1)) cl_raise(L, CLUA_FAULT_NIL_OPERAND, function, NULL, "%s of nil", function);
        cl_raise_result(L, function, "a record", 1);
    }
    cl_set *set = cl_state(L)->sets[record->set];
    *code = cl_field_code(L, set, key);
    return set;
}

static int any_or_all_of(lua_State *L, const char *function, bool wanted) {
    clua_state *S = cl_state(L);
    int count = lua_gettop(L), reason = -1;
    bool found = false;
    if (count == 0) luaL_checkany(L, 1);
    for (int key = 2; key <= count; key++) {
        int32_t code;
        cl_set *set = field_of(L, function, key, &code);
        if (found) continue; // the names that follow are still checked
        cl_read read = cl_read_code(L, set, ((const cl_record *)lua_touserdata(L, 1))->row, code);
        if (read == CL_READ_MISSING) {
            if (reason < 0) reason = S->reason;
        } else if (read != CL_READ_VALUE) {
            cl_raise_read(L, read);
        } else {
            found = condition(L, function) == wanted;
            lua_settop(L, count);
        }
    }
    if (!found && reason >= 0) cl_raise_missing(L, (uint8_t)reason);
    lua_pushboolean(L, found ? wanted : !wanted);
    return 1;
}

/// (record, name …) → whether any of the fields is true.
static int record_any_of(lua_State *L) {
    return any_or_all_of(L, "any_of", true);
}

/// (record, name …) → whether all of the fields are true.
static int record_all_of(lua_State *L) {
    return any_or_all_of(L, "all_of", false);
}

/// (record, name) → whether the field has a value.
static int record_known(lua_State *L) {
    int32_t code;
    lua_settop(L, 2);
    cl_set *set = field_of(L, "known", 2, &code);
    cl_read read = cl_look_at_code(L, set, ((const cl_record *)lua_touserdata(L, 1))->row, code);
    if (read == CL_READ_NOT_READY || read == CL_READ_FAULT) cl_raise_read(L, read);
    lua_pushboolean(L, read == CL_READ_VALUE && !lua_isnil(L, -1));
    return 1;
}

/// (record, name) → the name of the reason why the field has no value, or nil.
static int record_reason(lua_State *L) {
    int32_t code;
    lua_settop(L, 2);
    cl_set *set = field_of(L, "reason", 2, &code);
    clua_state *S = cl_state(L);
    cl_read read = cl_look_at_code(L, set, ((const cl_record *)lua_touserdata(L, 1))->row, code);
    if (read == CL_READ_NOT_READY || read == CL_READ_FAULT) cl_raise_read(L, read);
    if (read == CL_READ_VALUE) {
        lua_pushnil(L);
        return 1;
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->reason_names);
    lua_rawgeti(L, -1, S->reason + 1);
    return 1;
}

const luaL_Reg cl_record_functions[] = {
    {"count", record_count},   {"sum", record_sum},     {"any", record_any},     {"all", record_all},
    {"any_of", record_any_of}, {"all_of", record_all_of}, {"known", record_known}, {"reason", record_reason},
    {NULL, NULL},
};
