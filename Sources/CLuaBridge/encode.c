// Values outwards: from Lua's stack into the output buffer. CLuaBridge.h tells the shapes.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    int nodes;
    int depth;
    const void *path[CL_DEPTH];
} encoder;

static void encode(lua_State *L, int index, encoder *e);

static void append_tag(lua_State *L, uint8_t tag) {
    cl_append(L, &cl_state(L)->out, &tag, sizeof tag);
}

static void append_u32(lua_State *L, size_t number) {
    uint32_t value = (uint32_t)number;
    cl_append(L, &cl_state(L)->out, &value, sizeof value);
}

static void append_string(lua_State *L, const char *bytes, size_t length) {
    append_u32(L, length);
    cl_append(L, &cl_state(L)->out, bytes, length);
}

static void append_pair(lua_State *L, clua_tag tag, int32_t first, int32_t second) {
    append_tag(L, (uint8_t)tag);
    cl_append(L, &cl_state(L)->out, &first, sizeof first);
    cl_append(L, &cl_state(L)->out, &second, sizeof second);
}

_Noreturn static void refuse(lua_State *L, const char *got, const char *message) {
    clua_state *S = cl_state(L);
    cl_set_fault(S, CLUA_FAULT_VALUE, NULL, NULL, "%s", message);
    cl_copy(S->fault.got, sizeof S->fault.got, got);
    cl_raise_again(L);
}

/// So many keys of a table are sorted in place; more than that on the heap.
#define FEW_KEYS 16

/// A key for sorting; the table keeps the string alive.
typedef struct {
    int type; ///< 0 integer, 1 float, 2 string, 3 boolean
    union {
        lua_Integer integer;
        lua_Number number;
        bool boolean;
        struct {
            const char *bytes;
            size_t length;
        } string;
    };
} sort_key;

/// Compares an integer with a float exactly.
static int compare_mixed(lua_Integer i, lua_Number n) {
    if (n >= 0x1p63) return -1;
    if (n < -0x1p63) return 1;
    lua_Integer whole = (lua_Integer)n;
    if (i != whole) return i < whole ? -1 : 1;
    lua_Number rest = n - (lua_Number)whole;
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

static int compare_keys(const void *left, const void *right) {
    const sort_key *a = left, *b = right;
    int a_class = a->type < 2 ? 0 : a->type, b_class = b->type < 2 ? 0 : b->type;
    if (a_class != b_class) return a_class - b_class;
    if (a_class == 3) return (int)a->boolean - (int)b->boolean;
    if (a_class == 2) {
        size_t shorter = a->string.length < b->string.length ? a->string.length : b->string.length;
        int order = memcmp(a->string.bytes, b->string.bytes, shorter);
        if (order != 0) return order;
        return (a->string.length > b->string.length) - (a->string.length < b->string.length);
    }
    if (a->type == 0 && b->type == 0) return (a->integer > b->integer) - (a->integer < b->integer);
    if (a->type == 0) return compare_mixed(a->integer, b->number);
    if (b->type == 0) return -compare_mixed(b->integer, a->number);
    return (a->number > b->number) - (a->number < b->number);
}

/// The key on top of the stack, which stays there: what sorts it.
static sort_key key_on_top(lua_State *L) {
    sort_key key = {0};
    switch (lua_type(L, -1)) {
    case LUA_TNUMBER:
        if (lua_isinteger(L, -1)) {
            key.integer = lua_tointeger(L, -1);
        } else {
            key.type = 1;
            key.number = lua_tonumber(L, -1);
        }
        break;
    case LUA_TSTRING:
        key.type = 2;
        key.string.bytes = lua_tolstring(L, -1, &key.string.length);
        break;
    case LUA_TBOOLEAN:
        key.type = 3;
        key.boolean = lua_toboolean(L, -1);
        break;
    default: refuse(L, cl_type_name(L, -1), "the keys of a table must be numbers, strings or booleans");
    }
    return key;
}

static void push_key(lua_State *L, const sort_key *key) {
    switch (key->type) {
    case 0: lua_pushinteger(L, key->integer); break;
    case 1: lua_pushnumber(L, key->number); break;
    case 2: lua_pushlstring(L, key->string.bytes, key->string.length); break;
    default: lua_pushboolean(L, key->boolean); break;
    }
}

/// The keys of the table at an absolute index, but for the integers 1 … array: at most `room` of them into `keys`.
/// Gives how many there are.
static size_t collect_keys(lua_State *L, int index, lua_Integer array, sort_key *keys, size_t room) {
    size_t count = 0, passed = 0;
    for (lua_pushnil(L); lua_next(L, index);) {
        lua_pop(L, 1);
        if ((passed++ & 0xFFF) == 0xFFF) cl_poll(L);
        sort_key key = key_on_top(L);
        if (key.type == 0 && key.integer >= 1 && key.integer <= array) continue;
        if (count < room) keys[count] = key;
        count++;
    }
    return count;
}

static void sort_keys(sort_key *keys, size_t count) {
    if (count > FEW_KEYS) {
        qsort(keys, count, sizeof *keys, compare_keys);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        sort_key key = keys[i];
        size_t place = i;
        for (; place > 0 && compare_keys(&keys[place - 1], &key) > 0; place--) keys[place] = keys[place - 1];
        keys[place] = key;
    }
}

/// The keys of the table, but for the integers 1 … array, as a list in order: … → …, list. Numbers come first, then
/// strings by bytes, then booleans; another key is a fault.
void cl_sorted_keys(lua_State *L, int index, lua_Integer array) {
    index = lua_absindex(L, index);
    luaL_checkstack(L, 6, NULL);
    sort_key few[FEW_KEYS], *keys = few;
    size_t count = collect_keys(L, index, array, few, FEW_KEYS);
    if (count > FEW_KEYS) {
        keys = lua_newuserdatauv(L, count * sizeof *keys, 0);
        collect_keys(L, index, array, keys, count);
    }
    sort_keys(keys, count);
    lua_createtable(L, count < CL_NODES ? (int)count : CL_NODES, 0);
    for (size_t i = 0; i < count; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    if (keys != few) lua_remove(L, -2);
}

static void append_class(lua_State *L, int index) {
    if (!lua_getmetatable(L, index)) {
        append_u32(L, 0);
        return;
    }
    lua_pushliteral(L, "__name");
    size_t length = 0;
    const char *name = lua_rawget(L, -2) == LUA_TSTRING ? lua_tolstring(L, -1, &length) : "";
    append_string(L, name, length);
    lua_pop(L, 2);
}

/// The values 1 … count of the table, by raw reads.
static void encode_items(lua_State *L, int table, lua_Integer count, encoder *e) {
    append_u32(L, (size_t)count);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, table, i);
        encode(L, -1, e);
        lua_pop(L, 1);
    }
}

static void encode_key(lua_State *L, int index, encoder *e, bool string_only) {
    if (!string_only) return encode(L, index, e);
    size_t length;
    const char *bytes = lua_tolstring(L, index, &length);
    append_string(L, bytes, length);
}

/// The fields of the table at an absolute index, but for the values 1 … array, in the order of their keys.
static void encode_fields(lua_State *L, int table, lua_Integer array, encoder *e, bool strings_only) {
    luaL_checkstack(L, 6, NULL);
    sort_key few[FEW_KEYS];
    size_t count = collect_keys(L, table, array, few, FEW_KEYS);
    append_u32(L, count);
    if (count <= FEW_KEYS) {
        sort_keys(few, count);
    } else {
        cl_sorted_keys(L, table, array);
    }
    for (size_t i = 0; i < count; i++) {
        if (count <= FEW_KEYS) {
            push_key(L, &few[i]);
        } else {
            lua_rawgeti(L, -1, (lua_Integer)i + 1);
        }
        encode_key(L, -1, e, strings_only);
        lua_rawget(L, table);
        encode(L, -1, e);
        lua_pop(L, 1);
    }
    if (count > FEW_KEYS) lua_pop(L, 1);
}

static void encode_table(lua_State *L, int index, encoder *e) {
    const void *pointer = lua_topointer(L, index);
    for (int i = 0; i < e->depth; i++) {
        if (e->path[i] == pointer) refuse(L, "cycle", "a table may not contain itself");
    }
    if (e->depth == CL_DEPTH) refuse(L, "depth", "tables nest too deeply");
    e->path[e->depth++] = pointer;
    lua_Unsigned length = lua_rawlen(L, index);
    if (length > CL_NODES) refuse(L, "size", "a table has too many values");
    append_tag(L, CLUA_TABLE);
    encode_items(L, index, (lua_Integer)length, e);
    encode_fields(L, index, (lua_Integer)length, e, false);
    append_class(L, index);
    e->depth--;
}

static void encode_set(lua_State *L, int index) {
    lua_getiuservalue(L, index, 1);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    append_tag(L, CLUA_SET);
    append_u32(L, (size_t)count);
    for (lua_Integer i = 1; i <= count; i++) {
        size_t length;
        lua_rawgeti(L, -1, i);
        const char *name = lua_tolstring(L, -1, &length);
        append_string(L, name, length);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void encode_wrapper(lua_State *L, int index, encoder *e, cl_kind kind) {
    lua_getiuservalue(L, index, 1);
    int table = lua_absindex(L, -1);
    if (e->depth == CL_DEPTH) refuse(L, "depth", "tables nest too deeply");
    e->path[e->depth++] = lua_topointer(L, index);
    append_tag(L, kind == CL_ROW ? CLUA_ROW : CLUA_LIST);
    if (kind == CL_ROW) {
        encode_fields(L, table, 0, e, true);
    } else {
        encode_items(L, table, (lua_Integer)lua_rawlen(L, table), e);
    }
    e->depth--;
    lua_pop(L, 1);
}

static void encode_function(lua_State *L, int index) {
    int32_t id = cl_function_id(L, index);
    lua_Debug function;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &function);
    bool script = function.source[0] == '@';
    append_pair(L, CLUA_FUNCTION, id, script ? function.linedefined : 0);
    int32_t last = script ? function.lastlinedefined : 0;
    cl_append(L, &cl_state(L)->out, &last, sizeof last);
    append_string(L, script ? function.source + 1 : "", script ? strlen(function.source + 1) : 0);
}

static void encode_userdata(lua_State *L, int index, encoder *e) {
    void *block = lua_touserdata(L, index);
    switch (*(uint32_t *)block) {
    case CL_RECORD: {
        const cl_record *record = block;
        append_pair(L, CLUA_RECORD, record->set, record->row);
        break;
    }
    case CL_ROSTER: {
        const cl_roster *roster = block;
        append_pair(L, CLUA_ROSTER, roster->set, roster->parent_row);
        break;
    }
    case CL_DATE: {
        const cl_date *date = block;
        uint8_t has_time = date->has_time != 0;
        append_tag(L, CLUA_DATE);
        cl_append(L, &cl_state(L)->out, &date->days, sizeof date->days);
        cl_append(L, &cl_state(L)->out, &has_time, sizeof has_time);
        break;
    }
    case CL_OBJECT: {
        int32_t id = ((const cl_object *)block)->id;
        append_tag(L, CLUA_OBJECT);
        cl_append(L, &cl_state(L)->out, &id, sizeof id);
        break;
    }
    case CL_SET: encode_set(L, index); break;
    case CL_ROW: encode_wrapper(L, index, e, CL_ROW); break;
    case CL_LIST: encode_wrapper(L, index, e, CL_LIST); break;
    default: refuse(L, "userdata", "this value cannot be given to the host");
    }
}

static void encode(lua_State *L, int index, encoder *e) {
    index = lua_absindex(L, index);
    luaL_checkstack(L, 8, NULL);
    if (++e->nodes > CL_NODES) refuse(L, "size", "a table has too many values");
    if ((e->nodes & 0xFFF) == 0) cl_poll(L);
    switch (lua_type(L, index)) {
    case LUA_TNIL: append_tag(L, CLUA_NIL); break;
    case LUA_TBOOLEAN: append_tag(L, lua_toboolean(L, index) ? CLUA_TRUE : CLUA_FALSE); break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            lua_Integer integer = lua_tointeger(L, index);
            append_tag(L, CLUA_INTEGER);
            cl_append(L, &cl_state(L)->out, &integer, sizeof integer);
        } else {
            lua_Number number = lua_tonumber(L, index);
            append_tag(L, CLUA_NUMBER);
            cl_append(L, &cl_state(L)->out, &number, sizeof number);
        }
        break;
    case LUA_TSTRING: {
        size_t length;
        const char *bytes = lua_tolstring(L, index, &length);
        append_tag(L, CLUA_STRING);
        append_string(L, bytes, length);
        break;
    }
    case LUA_TTABLE: encode_table(L, index, e); break;
    case LUA_TFUNCTION: encode_function(L, index); break;
    case LUA_TUSERDATA: encode_userdata(L, index, e); break;
    default: refuse(L, luaL_typename(L, index), "this value cannot be given to the host");
    }
}

/// Writes one value into the output buffer, from its start.
void cl_encode(lua_State *L, int index) {
    encoder e = {0};
    cl_state(L)->out.length = 0;
    encode(L, index, &e);
}

/// Writes the arguments `first` … as u32 count, values.
void cl_encode_arguments(lua_State *L, int first, int count) {
    encoder e = {0};
    cl_state(L)->out.length = 0;
    append_u32(L, (size_t)count);
    for (int i = 0; i < count; i++) encode(L, first + i, &e);
}

/// Writes one more value behind what the output buffer holds.
void cl_encode_more(lua_State *L, int index) {
    encoder e = {0};
    encode(L, index, &e);
}
