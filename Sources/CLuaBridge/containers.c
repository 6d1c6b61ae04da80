// Read-only values with parts: sets (select_multiple), rows (strict tables) and lists. Each is a userdata whose user
// value 1 is a Lua table that no script reaches; a set's user value 2 is the table of its choices, if known.

#include "internal.h"

#include <string.h>

/// A metatable with the events given: … → …, table.
void cl_new_meta(lua_State *L, const char *name, const luaL_Reg *events) {
    lua_newtable(L);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    for (; events->name; events++) {
        lua_pushcfunction(L, events->func);
        lua_setfield(L, -2, events->name);
    }
}

/// Wraps the table on top: table → userdata.
void cl_wrap(lua_State *L, cl_kind kind) {
    clua_state *S = cl_state(L);
    cl_wrapper *wrapper = lua_newuserdatauv(L, sizeof *wrapper, kind == CL_SET ? 2 : 1);
    wrapper->kind = (uint32_t)kind;
    lua_insert(L, -2);
    lua_setiuservalue(L, -2, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, kind == CL_SET ? S->set_meta : kind == CL_ROW ? S->row_meta : S->list_meta);
    lua_setmetatable(L, -2);
}

/// Pushes a set of the names, which are separated by spaces. The bytes must not move meanwhile.
void cl_push_set(lua_State *L, const char *names, size_t length) {
    lua_newtable(L);
    const char *end = names + length;
    lua_Integer count = 0;
    while (names < end) {
        const char *space = memchr(names, ' ', (size_t)(end - names));
        const char *stop = space ? space : end;
        if (stop > names) {
            lua_pushlstring(L, names, (size_t)(stop - names));
            lua_pushvalue(L, -1);
            if (lua_rawget(L, -3) == LUA_TNIL) {
                lua_pop(L, 1);
                lua_pushvalue(L, -1);
                lua_rawseti(L, -3, ++count);
                lua_pushboolean(L, 1);
                lua_rawset(L, -3);
            } else {
                lua_pop(L, 2);
            }
        }
        names = stop < end ? stop + 1 : end;
    }
    cl_wrap(L, CL_SET);
}

/// Tells the set on top which names its question offers.
void cl_set_choices(lua_State *L, const cl_set *set, int32_t field) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, set->choices);
    lua_rawgeti(L, -1, field + 1);
    lua_remove(L, -2);
    lua_setiuservalue(L, -2, 2);
}

/// Raises "unknown field" with the string keys of the table on top as candidates.
_Noreturn static void unknown(lua_State *L, const char *of) {
    clua_state *S = cl_state(L);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : cl_type_name(L, 2);
    cl_sorted_keys(L, -1, (lua_Integer)lua_rawlen(L, -1));
    cl_set_fault(S, CLUA_FAULT_UNKNOWN_FIELD, name, of, "this %s has no '%s'", of, name);
    for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
        if (lua_type(L, -1) == LUA_TSTRING) cl_add_candidate(S, lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    cl_raise_again(L);
}

static int set_index(lua_State *L) {
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    if (lua_type(L, 2) != LUA_TSTRING) {
        lua_pushnil(L);
    } else if (lua_rawget(L, -2) == LUA_TBOOLEAN) {
        return 1;
    }
    if (lua_getiuservalue(L, 1, 2) == LUA_TTABLE) {
        lua_pushvalue(L, 2);
        if (lua_rawget(L, -2) == LUA_TNIL) {
            lua_pop(L, 1);
            unknown(L, "set");
        }
    }
    lua_pushboolean(L, 0);
    return 1;
}

static int set_equal(lua_State *L) {
    bool equal = cl_test(L, 1, CL_SET) && cl_test(L, 2, CL_SET);
    if (equal) {
        lua_getiuservalue(L, 1, 1);
        lua_getiuservalue(L, 2, 1);
        lua_Integer count = (lua_Integer)lua_rawlen(L, 3);
        equal = count == (lua_Integer)lua_rawlen(L, 4);
        for (lua_Integer i = 1; equal && i <= count; i++) {
            lua_rawgeti(L, 3, i);
            equal = lua_rawget(L, 4) == LUA_TBOOLEAN;
            lua_pop(L, 1);
        }
    }
    lua_pushboolean(L, equal);
    return 1;
}

static int row_index(lua_State *L) {
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 1);
        unknown(L, "row");
    }
    return 1;
}

static int list_index(lua_State *L) {
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    return 1;
}

static int part_count(lua_State *L) {
    lua_getiuservalue(L, 1, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

/// Makes the metatables of sets, rows and lists.
void cl_container_setup(lua_State *L) {
    clua_state *S = cl_state(L);
    static const luaL_Reg sets[] = {
        {"__index", set_index}, {"__newindex", cl_read_only}, {"__len", part_count}, {"__eq", set_equal}, {NULL, NULL},
    };
    static const luaL_Reg rows[] = {{"__index", row_index}, {"__newindex", cl_read_only}, {NULL, NULL}};
    static const luaL_Reg lists[] = {
        {"__index", list_index}, {"__newindex", cl_read_only}, {"__len", part_count}, {NULL, NULL},
    };
    cl_new_meta(L, "set", sets);
    S->set_meta = luaL_ref(L, LUA_REGISTRYINDEX);
    cl_new_meta(L, "row", rows);
    S->row_meta = luaL_ref(L, LUA_REGISTRYINDEX);
    cl_new_meta(L, "list", lists);
    S->list_meta = luaL_ref(L, LUA_REGISTRYINDEX);
}
