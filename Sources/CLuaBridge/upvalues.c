// What a function's upvalues hold, as hashes: a formula may not change an upvalue, since figures must not depend on
// the order of records. Primitive upvalues and the contents of plain tables count, through upvalue functions too.

#include "internal.h"

#include <string.h>

/// Values looked at in one snapshot; what lies beyond is not compared.
#define NODES 100000
#define DEPTH 40

typedef struct {
    int visited; ///< stack index of a table: pointers seen
    int nodes;
    uint32_t count;
} snapshot;

static uint64_t mix(uint64_t hash, uint64_t value) {
    hash ^= value + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
    hash ^= hash >> 30;
    hash *= 0xBF58476D1CE4E5B9u;
    hash ^= hash >> 27;
    return hash;
}

static uint64_t hash_bytes(const char *bytes, size_t length) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    return mix(hash, length);
}

/// Whether the table or function at the index is met for the first time.
static bool first_visit(lua_State *L, int index, snapshot *s) {
    lua_pushlightuserdata(L, (void *)lua_topointer(L, index));
    lua_pushvalue(L, -1);
    bool seen = lua_rawget(L, s->visited) != LUA_TNIL;
    lua_pop(L, 1);
    if (!seen) {
        lua_pushboolean(L, 1);
        lua_rawset(L, s->visited);
    } else {
        lua_pop(L, 1);
    }
    return !seen;
}

static uint64_t hash_value(lua_State *L, int index, snapshot *s, int depth);

/// A plain table by its contents, in whatever order; one with a metatable is one of the bridge's or the prelude's.
static uint64_t hash_table(lua_State *L, int index, snapshot *s, int depth) {
    uint64_t identity = mix(5, (uint64_t)(uintptr_t)lua_topointer(L, index));
    if (lua_getmetatable(L, index)) {
        lua_pop(L, 1);
        return identity;
    }
    if (!first_visit(L, index, s)) return identity;
    uint64_t contents = 0;
    for (lua_pushnil(L); lua_next(L, index);) {
        uint64_t entry = mix(hash_value(L, -2, s, depth + 1), 7);
        contents += mix(entry, hash_value(L, -1, s, depth + 1));
        lua_pop(L, 1);
    }
    return mix(identity, contents);
}

static uint64_t hash_function(lua_State *L, int index, snapshot *s, int depth) {
    uint64_t hash = mix(6, (uint64_t)(uintptr_t)lua_topointer(L, index));
    if (!first_visit(L, index, s)) return hash;
    for (int i = 1; lua_getupvalue(L, index, i); i++) {
        hash = mix(hash, hash_value(L, -1, s, depth + 1));
        lua_pop(L, 1);
    }
    return hash;
}

static uint64_t hash_userdata(lua_State *L, int index) {
    const cl_record *record = cl_test(L, index, CL_RECORD);
    if (record) return mix(mix(8, (uint32_t)record->set), (uint32_t)record->row);
    const cl_date *date = cl_test(L, index, CL_DATE);
    uint64_t bits = (uint64_t)(uintptr_t)lua_topointer(L, index);
    if (date) memcpy(&bits, &date->days, sizeof bits);
    return mix(9, bits);
}

static uint64_t hash_value(lua_State *L, int index, snapshot *s, int depth) {
    index = lua_absindex(L, index);
    if (++s->nodes > NODES || depth > DEPTH) return 1;
    luaL_checkstack(L, 8, NULL);
    switch (lua_type(L, index)) {
    case LUA_TNIL: return 2;
    case LUA_TBOOLEAN: return mix(3, (uint64_t)lua_toboolean(L, index));
    case LUA_TNUMBER: {
        if (lua_isinteger(L, index)) return mix(4, (uint64_t)lua_tointeger(L, index));
        double number = lua_tonumber(L, index);
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        return mix(10, bits);
    }
    case LUA_TSTRING: {
        size_t length;
        const char *bytes = lua_tolstring(L, index, &length);
        return hash_bytes(bytes, length);
    }
    case LUA_TTABLE: return hash_table(L, index, s, depth);
    case LUA_TFUNCTION: return hash_function(L, index, s, depth);
    case LUA_TUSERDATA: return hash_userdata(L, index);
    default: return mix(11, (uint64_t)(uintptr_t)lua_topointer(L, index));
    }
}

/// Writes the upvalues of the function at the index, and of the functions among them, into the output buffer.
static void list_upvalues(lua_State *L, int index, snapshot *s, int depth) {
    clua_state *S = cl_state(L);
    index = lua_absindex(L, index);
    if (depth > DEPTH || lua_iscfunction(L, index) || !first_visit(L, index, s)) return;
    luaL_checkstack(L, 8, NULL);
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, index, i)); i++) {
        bool function = lua_type(L, -1) == LUA_TFUNCTION && !lua_iscfunction(L, -1);
        uint64_t hash = function ? mix(6, (uint64_t)(uintptr_t)lua_topointer(L, -1)) : hash_value(L, -1, s, 0);
        uint32_t length = (uint32_t)strlen(name);
        cl_append(L, &S->out, &length, sizeof length);
        cl_append(L, &S->out, name, length);
        cl_append(L, &S->out, &hash, sizeof hash);
        s->count++;
        if (function) list_upvalues(L, -1, s, depth + 1);
        lua_pop(L, 1);
    }
}

static int upvalues(lua_State *L) {
    int32_t id = *(const int32_t *)lua_touserdata(L, 1);
    clua_state *S = cl_state(L);
    lua_settop(L, 0);
    lua_newtable(L);
    snapshot s = {1, 0, 0};
    S->out.length = 0;
    cl_append(L, &S->out, &s.count, sizeof s.count);
    cl_push_function(L, id);
    list_upvalues(L, 2, &s, 0);
    memcpy(S->out.bytes, &s.count, sizeof s.count);
    return 0;
}

clua_outcome clua_upvalues(clua_state *S, int32_t function) {
    return cl_enter(S, upvalues, &function, UINT64_MAX / 2);
}
