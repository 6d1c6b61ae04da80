// What a function is: its name in the library, its upvalues with their values, and whether a piece of source is its own.

#include "internal.h"

#include <string.h>

static void append_text(lua_State *L, const char *text) {
    uint32_t length = (uint32_t)strlen(text);
    cl_append(L, &cl_state(L)->out, &length, sizeof length);
    cl_append(L, &cl_state(L)->out, text, length);
}

/// Whether the table on top (which stays) holds the function at 1; its name is written, behind the prefix and a dot.
static bool find_name(lua_State *L, const char *prefix) {
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        if (!lua_rawequal(L, -1, 1)) continue;
        if (prefix) {
            lua_pushfstring(L, "%s.%s", prefix, lua_tostring(L, -2));
            append_text(L, lua_tostring(L, -1));
        } else {
            append_text(L, lua_tostring(L, -2));
        }
        return true;
    }
    return false;
}

/// Writes the name by which scripts reach the library's function at 1, or an empty one.
static void append_name(lua_State *L) {
    int top = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, cl_state(L)->script_names);
    bool found = find_name(L, NULL);
    lua_settop(L, top + 1);
    // A library is an empty view; its members stand behind its metatable.
    for (lua_pushnil(L); !found && lua_next(L, top + 1); lua_settop(L, top + 2)) {
        if (lua_istable(L, -1) && luaL_getmetafield(L, -1, "__index") == LUA_TTABLE) {
            found = find_name(L, lua_tostring(L, top + 2));
        }
        if (found) break;
    }
    lua_settop(L, top);
    if (!found) append_text(L, "");
}

static int encode_one(lua_State *L) {
    cl_encode_more(L, 1);
    return 0;
}

static int inspect(lua_State *L) {
    int32_t id = *(const int32_t *)lua_touserdata(L, 1);
    clua_state *S = cl_state(L);
    lua_settop(L, 0);
    S->out.length = 0;
    cl_push_function(L, id); // 1
    lua_Debug function;
    lua_pushvalue(L, 1);
    lua_getinfo(L, ">Su", &function);
    if (function.source[0] == '@') {
        append_text(L, "");
    } else {
        append_name(L);
    }
    uint8_t parameters = function.nparams, varargs = function.isvararg != 0;
    cl_append(L, &S->out, &parameters, sizeof parameters);
    cl_append(L, &S->out, &varargs, sizeof varargs);
    uint32_t count = 0;
    size_t place = S->out.length;
    cl_append(L, &S->out, &count, sizeof count);
    if (function.source[0] != '@') return 0;
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, 1, i)); i++) {
        if (strcmp(name, "_ENV") == 0) {
            lua_pop(L, 1);
            continue;
        }
        append_text(L, name);
        uint8_t known = 1;
        size_t before = S->out.length;
        cl_append(L, &S->out, &known, sizeof known);
        lua_pushcfunction(L, encode_one);
        lua_insert(L, -2);
        int status = lua_pcall(L, 1, 0, 0);
        if (status != LUA_OK) {
            cl_note_status(S, status);
            if (S->stop) cl_raise_again(L);
            S->signal = CL_SIGNAL_NONE;
            S->out.length = before;
            known = 0;
            cl_append(L, &S->out, &known, sizeof known);
            uint8_t nil = CLUA_NIL;
            cl_append(L, &S->out, &nil, sizeof nil);
            lua_pop(L, 1);
        }
        count++;
    }
    memcpy(S->out.bytes + place, &count, sizeof count);
    return 0;
}

clua_outcome clua_inspect(clua_state *S, int32_t function) {
    return cl_enter(S, inspect, &function, UINT64_MAX / 2);
}

// MARK: Code

typedef struct {
    int32_t function;
    const char *source;
    size_t length;
    bool *same;
} same_code_arguments;

typedef struct {
    bool begun;
    luaL_Buffer text;
} code_buffer;

static int write_code(lua_State *L, const void *bytes, size_t length, void *data) {
    code_buffer *buffer = data;
    // Begun here: what the buffer puts on the stack must lie above the function.
    if (!buffer->begun) luaL_buffinit(L, &buffer->text);
    buffer->begun = true;
    luaL_addlstring(&buffer->text, bytes, length);
    return 0;
}

/// A number as Lua 5.4 dumps sizes: seven bits a byte, the highest first, the last byte marked.
static bool read_size(const uint8_t *bytes, size_t length, size_t *place, size_t *size) {
    for (*size = 0; *place < length;) {
        uint8_t byte = bytes[(*place)++];
        *size = *size << 7 | (byte & 0x7F);
        if (byte & 0x80) return true;
    }
    return false;
}

/// Where the descriptions of the upvalues stand in the dump of a function, and how long they are: they tell where the
/// function around it keeps them, which is no part of the function itself.
static bool find_upvalues(const uint8_t *bytes, size_t length, size_t *place, size_t *size) {
    enum { header = 32, number = 0x13, integer = 0x03, short_string = 0x04, long_string = 0x14 };
    size_t count, at = header;
    if (length < header || memcmp(bytes, LUA_SIGNATURE "\x54", 5) != 0) return false;
    if (!read_size(bytes, length, &at, &count)) return false; // the name, left out
    if (count > 1) at += count - 1;
    if (!read_size(bytes, length, &at, &count) || !read_size(bytes, length, &at, &count)) return false; // lines
    at += 3;
    if (!read_size(bytes, length, &at, &count)) return false;
    at += count * 4;
    if (!read_size(bytes, length, &at, &count)) return false;
    for (size_t constants = count; constants > 0 && at < length; constants--) {
        switch (bytes[at++]) {
        case number: case integer: at += 8; break;
        case short_string: case long_string:
            if (!read_size(bytes, length, &at, &count)) return false;
            if (count > 1) at += count - 1;
            break;
        default: break;
        }
    }
    if (!read_size(bytes, length, &at, &count)) return false;
    *place = at;
    *size = 3 * count;
    return at + *size <= length;
}

/// Puts the code of the function on top in its place, without names and lines within.
static void to_code(lua_State *L) {
    int function = lua_gettop(L);
    code_buffer buffer = {0};
    if (lua_dump(L, write_code, &buffer, 1) == 0 && buffer.begun) {
        luaL_pushresult(&buffer.text);
    } else {
        lua_pushliteral(L, "");
    }
    lua_replace(L, function);
    lua_settop(L, function);
}

static int same_code(lua_State *L) {
    same_code_arguments *arguments = lua_touserdata(L, 1);
    lua_settop(L, 0);
    cl_push_function(L, arguments->function);
    if (lua_iscfunction(L, 1)) return 0;
    to_code(L); // 1
    if (luaL_loadbufferx(L, arguments->source, arguments->length, "=candidate", "t") != LUA_OK) return 0;
    lua_newtable(L);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    if (lua_pcall(L, 0, 1, 0) != LUA_OK || lua_type(L, -1) != LUA_TFUNCTION || lua_iscfunction(L, -1)) return 0;
    to_code(L); // 2
    size_t length, other, place, size, other_place, other_size;
    const uint8_t *code = (const uint8_t *)lua_tolstring(L, 1, &length);
    const uint8_t *candidate = (const uint8_t *)lua_tolstring(L, 2, &other);
    if (length != other || !find_upvalues(code, length, &place, &size)
        || !find_upvalues(candidate, other, &other_place, &other_size) || place != other_place || size != other_size) {
        return 0;
    }
    *arguments->same = memcmp(code, candidate, place) == 0
        && memcmp(code + place + size, candidate + place + size, length - place - size) == 0;
    return 0;
}

clua_outcome clua_same_code(clua_state *S, int32_t function, const char *source, size_t length, bool *same) {
    same_code_arguments arguments = {function, source, length, same};
    *same = false;
    return cl_enter(S, same_code, &arguments, UINT64_MAX / 2);
}
