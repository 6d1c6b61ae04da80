// table.insert, remove, move and unpack with bounded loops. A table's length may be any border: a script can make it
// 2^62 without holding that many values.

#include "internal.h"

#include <limits.h>

/// The length by `#`, of anything that has one. Raises "too large" past the bound of loops.
lua_Integer cl_length(lua_State *L, int index, const char *function) {
    lua_Integer length = luaL_len(L, index);
    if (length > CL_ELEMENTS) {
        cl_raise(L, CLUA_FAULT_TOO_LARGE, function, NULL, "the list is too long for %s", function);
    }
    return length;
}

static void check_count(lua_State *L, lua_Integer count, lua_Integer limit, const char *function) {
    if (count > limit) cl_raise(L, CLUA_FAULT_TOO_LARGE, function, NULL, "too many values for %s", function);
}

static void poll_now_and_then(lua_State *L, lua_Integer i) {
    if ((i & 0xFFF) == 0) cl_poll(L);
}

/// (list, place?, value).
static int table_insert(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer end = cl_length(L, 1, "table.insert") + 1, place = end;
    switch (lua_gettop(L)) {
    case 2: break;
    case 3:
        place = luaL_checkinteger(L, 2);
        luaL_argcheck(L, (lua_Unsigned)place - 1u < (lua_Unsigned)end, 2, "position out of bounds");
        for (lua_Integer i = end; i > place; i--) {
            poll_now_and_then(L, i);
            lua_geti(L, 1, i - 1);
            lua_seti(L, 1, i);
        }
        break;
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    lua_seti(L, 1, place);
    return 0;
}

/// (list, place?) → the value taken out.
static int table_remove(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer size = cl_length(L, 1, "table.remove"), place = luaL_optinteger(L, 2, size);
    if (lua_gettop(L) != 1) {
        luaL_argcheck(L, (lua_Unsigned)place - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
    }
    lua_geti(L, 1, place);
    for (; place < size; place++) {
        poll_now_and_then(L, place);
        lua_geti(L, 1, place + 1);
        lua_seti(L, 1, place);
    }
    lua_pushnil(L);
    lua_seti(L, 1, place);
    return 1;
}

/// (from, first, last, to, other?) → other.
static int table_move(lua_State *L) {
    lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
    int target = lua_isnoneornil(L, 5) ? 1 : 5;
    if (!cl_test(L, 1, CL_ROSTER) && !cl_test(L, 1, CL_LIST)) luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, target, LUA_TTABLE);
    if (last >= first) {
        luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
        lua_Integer count = last - first + 1;
        luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
        check_count(L, count, CL_ELEMENTS, "table.move");
        bool forwards = to > last || to <= first || (target != 1 && !lua_compare(L, 1, target, LUA_OPEQ));
        for (lua_Integer k = 0; k < count; k++) {
            lua_Integer i = forwards ? k : count - 1 - k;
            poll_now_and_then(L, k);
            lua_geti(L, 1, first + i);
            lua_seti(L, target, to + i);
        }
    }
    lua_pushvalue(L, target);
    return 1;
}

/// (list, first?, last?) → the values.
static int table_unpack(lua_State *L) {
    if (lua_isnil(L, 1)) cl_raise(L, CLUA_FAULT_NIL_OPERAND, "iterate", NULL, "unpack of nil");
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_opt(L, luaL_checkinteger, 3, luaL_len(L, 1));
    if (first > last) return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
    if (count >= CL_UNPACK || !lua_checkstack(L, (int)count + 1)) {
        cl_raise(L, CLUA_FAULT_TOO_LARGE, "table.unpack", NULL, "too many values for table.unpack");
    }
    for (; first < last; first++) lua_geti(L, 1, first);
    lua_geti(L, 1, last);
    return (int)count + 1;
}

/// (list, separator?, first?, last?) → Lua's own table.concat, which ends at the first value that is not there.
static int table_concat(lua_State *L) {
    cl_make_room(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "raw concat");
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
}

const luaL_Reg cl_table_functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"remove", table_remove},
    {"move", table_move},     {"unpack", table_unpack}, {"sort", cl_table_sort},
    {NULL, NULL},
};
