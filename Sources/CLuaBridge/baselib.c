// The basic functions that differ from Lua's: no addresses, `pairs` in order, errors as recorded faults.

#include "internal.h"

#include <string.h>

/// Pushes the text of a value, never with an address: a class name, or the type. Only the prelude's own __tostring is
/// called. Gives 1.
int cl_to_text(lua_State *L, int index) {
    index = lua_absindex(L, index);
    switch (lua_type(L, index)) {
    case LUA_TNIL: case LUA_TBOOLEAN: case LUA_TNUMBER: case LUA_TSTRING:
        luaL_tolstring(L, index, NULL);
        return 1;
    case LUA_TTABLE:
        if (luaL_getmetafield(L, index, "__tostring") == LUA_TFUNCTION) {
            cl_check_stack(L, "tostring");
            lua_pushvalue(L, index);
            lua_call(L, 1, 1);
            if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "'__tostring' must return a string");
        } else if (luaL_getmetafield(L, index, "__name") != LUA_TSTRING) {
            lua_pushliteral(L, "table");
        }
        return 1;
    case LUA_TUSERDATA: break;
    default:
        lua_pushstring(L, luaL_typename(L, index));
        return 1;
    }
    const cl_record *record = cl_test(L, index, CL_RECORD);
    const cl_roster *roster = cl_test(L, index, CL_ROSTER);
    const cl_date *date = cl_test(L, index, CL_DATE);
    if (date) {
        char text[32];
        cl_date_text(date, text, sizeof text);
        lua_pushstring(L, text);
    } else if (record) {
        lua_pushfstring(L, "record of %s", cl_state(L)->sets[record->set]->name);
    } else if (roster) {
        lua_pushfstring(L, "roster of %s", cl_state(L)->sets[roster->set]->name);
    } else if (cl_test(L, index, CL_SET)) {
        luaL_Buffer text;
        lua_getiuservalue(L, index, 1);
        int names = lua_absindex(L, -1);
        lua_Integer count = (lua_Integer)lua_rawlen(L, names);
        luaL_buffinit(L, &text);
        for (lua_Integer i = 1; i <= count; i++) {
            if (i > 1) luaL_addchar(&text, ' ');
            lua_rawgeti(L, names, i);
            luaL_addvalue(&text);
        }
        luaL_pushresult(&text);
        lua_remove(L, names);
    } else {
        lua_pushstring(L, cl_type_name(L, index));
    }
    return 1;
}

static int base_tostring(lua_State *L) {
    luaL_checkany(L, 1);
    return cl_to_text(L, 1);
}

/// Raises the script's own error: only a string is shown, of anything else its type. `level` as in Lua's error().
_Noreturn static void raise_error(lua_State *L, int index, lua_Integer level) {
    clua_state *S = cl_state(L);
    if (lua_type(L, index) == LUA_TSTRING) {
        size_t length;
        const char *text = lua_tolstring(L, index, &length);
        cl_set_fault(S, CLUA_FAULT_RAISED, NULL, NULL, "%s", "");
        cl_set_message(S, text, length);
    } else {
        cl_set_fault(S, CLUA_FAULT_RAISED, NULL, NULL, "an error with a %s", cl_type_name(L, index));
        cl_copy(S->fault.got, sizeof S->fault.got, cl_type_name(L, index));
    }
    S->fault_level = level > 1 && level < 100 ? (int)level + 1 : 2;
    cl_raise_again(L);
}

/// (message, level?) → raises it.
static int base_error(lua_State *L) {
    lua_Integer level = luaL_optinteger(L, 2, 1);
    lua_settop(L, 1);
    raise_error(L, 1, level);
}

/// (value, message?, …) → all of them if the value is true.
static int base_assert(lua_State *L) {
    luaL_checkany(L, 1);
    if (lua_toboolean(L, 1)) return lua_gettop(L);
    if (lua_gettop(L) < 2) lua_pushliteral(L, "assertion failed!");
    raise_error(L, 2, 1);
}

/// A loop over nil (a value that was not asked) is the fault "nil operand", as arithmetic with it is.
static void check_not_nil(lua_State *L, const char *function) {
    luaL_checkany(L, 1);
    if (lua_isnil(L, 1)) {
        cl_raise(L, CLUA_FAULT_NIL_OPERAND, "iterate", NULL, "%s over nil (a value that was not asked)", function);
    }
}

static int next_place(lua_State *L) {
    lua_Integer place = luaL_checkinteger(L, 2) + 1;
    lua_pushinteger(L, place);
    return lua_geti(L, 1, place) == LUA_TNIL ? 1 : 2;
}

/// (list) → iterator, list, 0.
static int base_ipairs(lua_State *L) {
    check_not_nil(L, "ipairs");
    lua_settop(L, 1);
    lua_pushcfunction(L, next_place);
    lua_insert(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/// (table, …), upvalues the table, its sorted keys and the number of those done → the next key and value.
static int next_key(lua_State *L) {
    lua_Integer done = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        done++;
        if (lua_rawgeti(L, lua_upvalueindex(2), done) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
        lua_pop(L, 2); // taken away during the loop
    }
    lua_pushinteger(L, done);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

/// (table or read-only value) → iterator: numbers, strings by bytes, booleans.
static int base_pairs(lua_State *L) {
    check_not_nil(L, "pairs");
    lua_settop(L, 1);
    if (cl_test(L, 1, CL_ROSTER) || cl_test(L, 1, CL_LIST)) return base_ipairs(L);
    if (cl_test(L, 1, CL_ROW) || cl_test(L, 1, CL_SET)) {
        lua_getiuservalue(L, 1, 1);
        lua_Integer names = cl_test(L, 1, CL_SET) ? (lua_Integer)lua_rawlen(L, 2) : 0;
        cl_sorted_keys(L, 2, names);
    } else {
        luaL_checktype(L, 1, LUA_TTABLE);
        if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
            cl_check_stack(L, "pairs");
            lua_pushvalue(L, 1);
            lua_call(L, 1, 3);
            return 3;
        }
        lua_pushvalue(L, 1);
        cl_sorted_keys(L, 1, 0);
    }
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_key, 3);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

const luaL_Reg cl_base_functions[] = {
    {"tostring", base_tostring}, {"error", base_error}, {"assert", base_assert},
    {"ipairs", base_ipairs},     {"pairs", base_pairs}, {NULL, NULL},
};
