// Values inwards: from the input buffer, or from a reply, to Lua's stack. CLuaBridge.h tells the shapes.

#include "internal.h"

#include <string.h>

typedef struct {
    const uint8_t *next, *end;
    int depth;
} decoder;

static void decode(lua_State *L, decoder *d);

/// Takes bytes; a buffer that is too short is the bridge's own mistake, yet never read past its end.
static const void *take(lua_State *L, decoder *d, size_t length) {
    if ((size_t)(d->end - d->next) < length) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "a value from the host is cut short");
    }
    const void *bytes = d->next;
    d->next += length;
    return bytes;
}

static uint32_t take_u32(lua_State *L, decoder *d) {
    uint32_t number;
    memcpy(&number, take(L, d, sizeof number), sizeof number);
    return number;
}

static void push_string(lua_State *L, decoder *d) {
    uint32_t length = take_u32(L, d);
    const char *bytes = take(L, d, length);
    lua_pushlstring(L, bytes, length);
}

static void decode_items(lua_State *L, decoder *d) {
    uint32_t count = take_u32(L, d);
    for (uint32_t i = 1; i <= count; i++) {
        decode(L, d);
        lua_rawseti(L, -2, i);
    }
}

static void decode_table(lua_State *L, decoder *d) {
    lua_newtable(L);
    decode_items(L, d);
    uint32_t count = take_u32(L, d);
    for (uint32_t i = 0; i < count; i++) {
        decode(L, d);
        decode(L, d);
        if (lua_isnil(L, -2)) {
            lua_pop(L, 2);
        } else {
            lua_rawset(L, -3);
        }
    }
    uint32_t name = take_u32(L, d);
    take(L, d, name);
}

static void decode_row(lua_State *L, decoder *d) {
    lua_newtable(L);
    uint32_t count = take_u32(L, d);
    for (uint32_t i = 0; i < count; i++) {
        push_string(L, d);
        decode(L, d);
        lua_rawset(L, -3);
    }
    cl_wrap(L, CL_ROW);
}

static void decode_set(lua_State *L, decoder *d) {
    uint32_t count = take_u32(L, d);
    luaL_Buffer names;
    luaL_buffinit(L, &names);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t length = take_u32(L, d);
        const char *bytes = take(L, d, length);
        if (i > 0) luaL_addchar(&names, ' ');
        luaL_addlstring(&names, bytes, length);
    }
    luaL_pushresult(&names);
    size_t length;
    const char *bytes = lua_tolstring(L, -1, &length);
    cl_push_set(L, bytes, length);
    lua_remove(L, -2);
}

static void decode(lua_State *L, decoder *d) {
    luaL_checkstack(L, 8, NULL);
    if (++d->depth > CL_DEPTH + 2) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "a value from the host nests too deeply");
    }
    uint8_t tag = *(const uint8_t *)take(L, d, 1);
    switch (tag) {
    case CLUA_NIL: lua_pushnil(L); break;
    case CLUA_FALSE: lua_pushboolean(L, 0); break;
    case CLUA_TRUE: lua_pushboolean(L, 1); break;
    case CLUA_INTEGER: {
        lua_Integer integer;
        memcpy(&integer, take(L, d, sizeof integer), sizeof integer);
        lua_pushinteger(L, integer);
        break;
    }
    case CLUA_NUMBER: {
        lua_Number number;
        memcpy(&number, take(L, d, sizeof number), sizeof number);
        lua_pushnumber(L, number);
        break;
    }
    case CLUA_STRING: push_string(L, d); break;
    case CLUA_DATE: {
        double days;
        memcpy(&days, take(L, d, sizeof days), sizeof days);
        cl_push_date(L, days, *(const uint8_t *)take(L, d, 1) != 0);
        break;
    }
    case CLUA_SET: decode_set(L, d); break;
    case CLUA_ROW: decode_row(L, d); break;
    case CLUA_TABLE: decode_table(L, d); break;
    case CLUA_LIST:
        lua_newtable(L);
        decode_items(L, d);
        cl_wrap(L, CL_LIST);
        break;
    case CLUA_FUNCTION: cl_push_function(L, (int32_t)take_u32(L, d)); break;
    case CLUA_RECORD: {
        int32_t set = (int32_t)take_u32(L, d);
        cl_push_record(L, set, (int32_t)take_u32(L, d));
        break;
    }
    case CLUA_ROSTER: {
        int32_t set = (int32_t)take_u32(L, d);
        cl_push_roster(L, set, (int32_t)take_u32(L, d)); // asks for its rows later, when the buffer is free
        break;
    }
    case CLUA_OBJECT: cl_push_object(L, (int32_t)take_u32(L, d)); break;
    default: cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "a value from the host has no known type");
    }
    d->depth--;
}

/// Pushes the arguments in the input buffer and gives their number.
int cl_decode_arguments(lua_State *L, size_t length) {
    clua_state *S = cl_state(L);
    decoder d = {S->in.bytes, S->in.bytes + length, 0};
    uint32_t count = take_u32(L, &d);
    if (count > 200) cl_raise(L, CLUA_FAULT_TOO_LARGE, "call", NULL, "too many arguments");
    luaL_checkstack(L, (int)count + 8, NULL);
    for (uint32_t i = 0; i < count; i++) decode(L, &d);
    return (int)count;
}

/// Pushes the value of a reply.
void cl_push_reply(lua_State *L, const clua_reply *reply) {
    clua_state *S = cl_state(L);
    switch (reply->tag) {
    case CLUA_NIL: lua_pushnil(L); break;
    case CLUA_FALSE: lua_pushboolean(L, 0); break;
    case CLUA_TRUE: lua_pushboolean(L, 1); break;
    case CLUA_INTEGER: lua_pushinteger(L, reply->integer); break;
    case CLUA_NUMBER: lua_pushnumber(L, reply->number); break;
    case CLUA_STRING: lua_pushlstring(L, (const char *)S->in.bytes, reply->length); break;
    case CLUA_DATE: cl_push_date(L, reply->number, reply->has_time != 0); break;
    case CLUA_RECORD: cl_push_record(L, reply->first, reply->second); break;
    case CLUA_ROSTER: cl_push_roster(L, reply->first, reply->second); break;
    case CLUA_OBJECT: cl_push_object(L, reply->first); break;
    case CLUA_FUNCTION: cl_push_function(L, reply->first); break;
    default: {
        decoder d = {S->in.bytes, S->in.bytes + reply->length, 0};
        decode(L, &d);
        break;
    }
    }
}

/// Pushes a function that was given out; raises where there is none.
void cl_push_function(lua_State *L, int32_t id) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, cl_state(L)->functions);
    int type = lua_rawgeti(L, -1, id);
    lua_remove(L, -2);
    if (type != LUA_TFUNCTION) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "the function was released");
    }
}

/// The number under which a function is given out, the same each time.
int32_t cl_function_id(lua_State *L, int index) {
    clua_state *S = cl_state(L);
    index = lua_absindex(L, index);
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->functions);
    lua_pushvalue(L, index);
    int32_t id;
    if (lua_rawget(L, -2) == LUA_TNUMBER) {
        id = (int32_t)lua_tointeger(L, -1);
        lua_pop(L, 2);
        return id;
    }
    lua_pop(L, 1);
    id = S->function_count + 1;
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, id);
    lua_pushvalue(L, index);
    lua_pushinteger(L, id);
    lua_rawset(L, -3);
    S->function_count = id;
    lua_pop(L, 1);
    return id;
}
