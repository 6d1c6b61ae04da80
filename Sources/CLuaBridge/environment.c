// What a script runs in: its own copy of the allowed names behind an empty table, and the modules it requires.

#include "internal.h"

#include <stdio.h>
#include <string.h>

/// Its address stands for `require` in the lists of names, and for a module that is being loaded.
const char cl_require_key = 0;

typedef struct {
    const char *next, *end;
    int32_t line;
    clua_state *S;
} line_reader;

/// One past the end of the line that begins here: a line feed, a carriage return, or both in either order, as Lua counts.
static const char *line_end(const char *start, const char *end) {
    while (start < end && *start != '\n' && *start != '\r') start++;
    if (start == end) return end;
    const char first = *start++;
    return start < end && (*start == '\n' || *start == '\r') && *start != first ? start + 1 : start;
}

/// Hands the parser one line at a time, so that the line of an error is known without reading its text, and a stop
/// takes effect between lines.
static const char *read_line(lua_State *L, void *data, size_t *size) {
    line_reader *reader = data;
    cl_poll(L);
    if (reader->next == reader->end) return NULL;
    const char *start = reader->next;
    reader->next = line_end(start, reader->end);
    reader->S->loading_line++;
    *size = (size_t)(reader->next - start);
    return start;
}

/// The parser's message without its "file:line: ".
static const char *without_prefix(const char *message, const char *name, int32_t line) {
    char prefix[LUA_IDSIZE + 16];
    size_t length = strlen(name), kept = LUA_IDSIZE - 1;
    int size = length <= kept ? snprintf(prefix, sizeof prefix, "%s:%d: ", name, line)
                              : snprintf(prefix, sizeof prefix, "...%s:%d: ", name + length - (kept - 3), line);
    return strncmp(message, prefix, (size_t)size) == 0 ? message + size : message;
}

/// Records the fault of a source that does not load, with the place given.
static void record_load_fault(clua_state *S, clua_fault_kind kind, const char *message, const char *name,
                              int32_t line) {
    cl_set_fault(S, kind, NULL, NULL, "%s", message);
    cl_copy(S->fault.file, sizeof S->fault.file, name);
    S->fault.line = line;
    S->placed = true;
}

/// Loads a source, text only: … → …, function. Its upvalue 1 is yet to be set. Raises the fault of a source that does
/// not load.
void cl_load(lua_State *L, const char *source, size_t length, const char *name) {
    clua_state *S = cl_state(L);
    if (length > S->limits.source_bytes) {
        record_load_fault(S, CLUA_FAULT_SOURCE_SIZE, "the source is too large", name, 1);
        cl_raise_again(L);
    }
    if (length >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0) {
        source += 3;
        length -= 3;
    }
    if (length > 0 && source[0] == LUA_SIGNATURE[0]) {
        record_load_fault(S, CLUA_FAULT_BYTECODE, "compiled Lua is not accepted", name, 1);
        cl_raise_again(L);
    }
    // A first line for the system (`#!`) is left out, as luaL_loadfile does; its end stays, so that lines keep their number.
    if (length > 0 && source[0] == '#') {
        while (length > 0 && *source != '\n' && *source != '\r') {
            source++;
            length--;
        }
    }
    line_reader reader = {source, source + length, 0, S};
    lua_pushfstring(L, "@%s", name);
    S->loading_line = 0;
    S->loading_file = name;
    int status = lua_load(L, read_line, &reader, lua_tostring(L, -1), "t");
    int32_t line = S->loading_line > 0 ? S->loading_line : 1;
    S->loading_line = 0;
    S->loading_file = NULL;
    if (status == LUA_OK) {
        lua_remove(L, -2);
        return;
    }
    if (status == LUA_ERRSYNTAX) {
        record_load_fault(S, CLUA_FAULT_SYNTAX, without_prefix(lua_tostring(L, -1), name, line), name, line);
        cl_raise_again(L);
    }
    if (status == LUA_ERRMEM) {
        record_load_fault(S, CLUA_FAULT_MEMORY, "not enough memory", name, line);
        cl_raise_again(L);
    }
    cl_raise_status(L, status);
}

/// (table, key) → raises "unknown global".
int cl_unknown_global(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    cl_raise(L, CLUA_FAULT_UNKNOWN_GLOBAL, name, NULL, "nothing is called '%s' here", name);
}

/// (table, key), upvalue 1 the library's name → raises "unknown field".
int cl_unknown_member(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    const char *library = lua_tostring(L, lua_upvalueindex(1));
    cl_raise(L, CLUA_FAULT_UNKNOWN_FIELD, name, library, "'%s' has no '%s'", library, name);
}

/// (anything, key, value) → raises "read only".
int cl_read_only(lua_State *L) {
    const char *type = cl_type_name(L, 1);
    char name[64];
    if (lua_type(L, 2) == LUA_TSTRING) {
        cl_copy(name, sizeof name, lua_tostring(L, 2));
    } else if (lua_isinteger(L, 2)) {
        snprintf(name, sizeof name, "%lld", (long long)lua_tointeger(L, 2));
    } else {
        cl_copy(name, sizeof name, luaL_typename(L, 2));
    }
    cl_raise(L, CLUA_FAULT_READ_ONLY, name, type, "'%s' cannot be changed", name);
}

static int assign_global(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    cl_raise(L, CLUA_FAULT_ASSIGN_GLOBAL, name, NULL, "'%s' is not declared: use local", name);
}

/// (name), upvalue 1 the requiring script's instances → the module's value.
static int require(lua_State *L) {
    clua_state *S = cl_state(L);
    size_t length;
    const char *name = luaL_checklstring(L, 1, &length);
    int loaded = lua_upvalueindex(1);
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, loaded) != LUA_TNIL) {
        if (lua_touserdata(L, -1) == (void *)&cl_require_key) {
            cl_raise(L, CLUA_FAULT_MODULE_CYCLE, name, NULL, "the module '%s' requires itself", name);
        }
        return 1;
    }
    lua_pop(L, 1);
    clua_reply reply = {0};
    cl_host_begin(S);
    S->host.module_source(S->host.context, name, length, &reply);
    cl_host_end(S);
    if (reply.status != CLUA_REPLY_VALUE) {
        cl_raise(L, CLUA_FAULT_UNKNOWN_MODULE, name, NULL, "there is no module '%s'", name);
    }
    cl_check_stack(L, "require");
    lua_pushlstring(L, (const char *)S->in.bytes, reply.length); // 2: file, zero, source: kept while it is parsed
    lua_pushvalue(L, 1);
    lua_pushlightuserdata(L, (void *)&cl_require_key);
    lua_rawset(L, loaded);
    const char *text = lua_tostring(L, 2);
    size_t file = strlen(text);
    cl_load(L, text + file + 1, reply.length - file - 1, text);
    cl_push_environment(L, true, loaded);
    lua_setupvalue(L, -2, 1);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, loaded);
    return 1;
}

/// A fresh environment: … → …, table. `loaded` is the index of the table of module instances.
void cl_push_environment(lua_State *L, bool module, int loaded) {
    clua_state *S = cl_state(L);
    if (loaded > LUA_REGISTRYINDEX) loaded = lua_absindex(L, loaded);
    luaL_checkstack(L, 8, NULL);
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_newtable(L); // the copy of the allowed names
    lua_rawgeti(L, LUA_REGISTRYINDEX, module ? S->module_names : S->script_names);
    for (lua_pushnil(L); lua_next(L, -2);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        if (lua_touserdata(L, -1) == (void *)&cl_require_key) {
            lua_pop(L, 1);
            lua_pushvalue(L, loaded);
            lua_pushcclosure(L, require, 1);
        }
        lua_rawset(L, -5);
    }
    lua_pop(L, 1);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, cl_unknown_global);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, assign_global);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
}
