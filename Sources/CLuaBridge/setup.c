// The making of a state's library: the prelude runs, and the allow-lists are filled from it, from the bounded library
// and from the host's functions.

#include "internal.h"

#include <string.h>

/// Where a name leads: prelude (1), library (2), host functions (3), or nil.
static void look_up(lua_State *L, const char *name) {
    if (strcmp(name, "require") == 0) {
        lua_pushlightuserdata(L, (void *)&cl_require_key);
        return;
    }
    for (int table = 1; table <= 3; table++) {
        lua_pushstring(L, name);
        if (lua_rawget(L, table) != LUA_TNIL) return;
        lua_pop(L, 1);
    }
    lua_pushnil(L);
}

/// A read-only view of the members table on top: table → view.
static void protect(lua_State *L, const char *library) {
    lua_createtable(L, 0, 1);
    lua_pushstring(L, library);
    lua_pushcclosure(L, cl_unknown_member, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, cl_read_only);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

/// Builds the table of the listed names: (1 prelude, 2 library, 3 host, …) → registry reference. The members of
/// `string` become the methods of strings where `methods` says so.
static int build_names(lua_State *L, clua_names names, bool methods) {
    lua_newtable(L); // names
    lua_newtable(L); // libraries → members
    int table = lua_absindex(L, -2), libraries = lua_absindex(L, -1);
    for (const char *name = names.bytes; name < names.bytes + names.length; name += strlen(name) + 1) {
        look_up(L, name);
        if (lua_isnil(L, -1)) {
            cl_raise(L, CLUA_FAULT_LIBRARY, name, NULL, "the list of allowed names has '%s', which nothing defines",
                     name);
        }
        const char *dot = strchr(name, '.');
        if (!dot) {
            lua_setfield(L, table, name);
            continue;
        }
        lua_pushlstring(L, name, (size_t)(dot - name));
        if (lua_rawget(L, libraries) == LUA_TNIL) {
            lua_pop(L, 1);
            lua_newtable(L);
            lua_pushlstring(L, name, (size_t)(dot - name));
            lua_pushvalue(L, -2);
            lua_rawset(L, libraries);
        }
        lua_insert(L, -2);
        lua_setfield(L, -2, dot + 1);
        lua_pop(L, 1);
    }
    for (lua_pushnil(L); lua_next(L, libraries);) {
        const char *library = lua_tostring(L, -2);
        lua_pushvalue(L, -1);
        protect(L, library);
        lua_setfield(L, table, library);
        lua_pop(L, 1);
    }
    if (methods) {
        if (lua_getfield(L, libraries, "string") == LUA_TNIL) {
            lua_pop(L, 1);
            lua_newtable(L);
            protect(L, "string");
        }
        cl_set_string_methods(L);
    }
    lua_pop(L, 1);
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

/// (level) → file, line of the script's frame that many scripts' frames out (1: the innermost), or nil.
static int where(lua_State *L) {
    lua_Integer wanted = luaL_optinteger(L, 1, 1);
    lua_Debug frame;
    for (int level = 1; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.source[0] != '@' || frame.currentline <= 0 || --wanted > 0) continue;
        lua_pushstring(L, frame.source + 1);
        lua_pushinteger(L, frame.currentline);
        return 2;
    }
    lua_pushnil(L);
    return 1;
}

/// pcall for the prelude: a stop, a missing value and "not ready" go on; a fault gives false and its message.
static int protected_call(lua_State *L) {
    clua_state *S = cl_state(L);
    luaL_checkany(L, 1);
    cl_check_stack(L, "pcall");
    lua_pushcfunction(L, cl_handler);
    lua_insert(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 1);
    if (status == LUA_OK) {
        lua_pushboolean(L, 1);
        lua_replace(L, 1);
        return lua_gettop(L);
    }
    cl_note_status(S, status);
    if (S->stop || S->signal != CL_SIGNAL_FAULT) cl_raise_again(L);
    S->signal = CL_SIGNAL_NONE;
    lua_pushboolean(L, 0);
    lua_pushstring(L, S->fault.message);
    return 2;
}

/// Runs the prelude in the globals: raw functions (but for what would catch a stop, or reads or writes files),
/// `library` (the bounded ones), the host's functions, `where`.
static void run_prelude(lua_State *L, const clua_library *library) {
    lua_pushglobaltable(L);
    lua_pushcfunction(L, where);
    lua_setfield(L, -2, "where");
    lua_pushcfunction(L, protected_call);
    lua_setfield(L, -2, "pcall");
    static const char *const taken[] = {"xpcall", "dofile", "loadfile", "print", "warn", NULL};
    for (const char *const *name = taken; *name; name++) {
        lua_pushnil(L);
        lua_setfield(L, -2, *name);
    }
    lua_pushvalue(L, 2);
    lua_setfield(L, -2, "library");
    lua_pushvalue(L, 3);
    lua_setfield(L, -2, "host");
    for (const luaL_Reg *entry = cl_record_functions; entry->name; entry++) {
        lua_pushcfunction(L, entry->func);
        lua_setfield(L, -2, entry->name);
    }
    for (lua_pushnil(L); lua_next(L, 3);) {
        lua_pushvalue(L, -2);
        if (lua_rawget(L, -4) == LUA_TNIL) {
            lua_pushvalue(L, -3);
            lua_pushvalue(L, -3);
            lua_rawset(L, -6);
        }
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
    int status = luaL_loadbufferx(L, library->prelude, library->prelude_length, "=prelude", "t");
    if (status != LUA_OK) {
        cl_raise(L, CLUA_FAULT_SYNTAX, NULL, NULL, "%s", lua_tostring(L, -1));
    }
    lua_call(L, 0, 1);
    if (lua_istable(L, -1)) lua_replace(L, 1);
}

static int set_up(lua_State *L) {
    const clua_library *library = lua_touserdata(L, 1);
    clua_state *S = cl_state(L);
    lua_settop(L, 0);
    lua_newtable(L);
    S->functions = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_newtable(L); // 1: what the prelude exposes
    cl_open_library(L); // 2: name → bounded function
    lua_newtable(L); // 3: host functions
    int32_t index = 0;
    clua_names host = library->host_functions;
    for (const char *name = host.bytes; name < host.bytes + host.length; name += strlen(name) + 1) {
        lua_pushinteger(L, index++);
        lua_pushcclosure(L, cl_host_function, 1);
        lua_setfield(L, 3, name);
    }
    lua_newtable(L);
    lua_Integer reason = 0;
    clua_names reasons = library->reasons;
    for (const char *name = reasons.bytes; name < reasons.bytes + reasons.length; name += strlen(name) + 1) {
        lua_pushstring(L, name);
        lua_rawseti(L, -2, ++reason);
    }
    S->reason_names = luaL_ref(L, LUA_REGISTRYINDEX);
    cl_nil_setup(L);
    cl_date_setup(L);
    cl_container_setup(L);
    cl_object_setup(L);
    cl_record_setup(L);
    run_prelude(L, library);
    S->module_names = build_names(L, library->module_names, false);
    S->script_names = build_names(L, library->script_names, true);
    return 0;
}

clua_outcome clua_set_up(clua_state *S, const clua_library *library) {
    return cl_enter(S, set_up, (void *)library, UINT64_MAX / 2);
}
