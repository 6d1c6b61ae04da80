// The bounded standard library, by name: Lua's own functions where they are safe, the bridge's where they are not.

#include "internal.h"

#include <string.h>

/// Lua's own functions that are bounded by what they are given, name no address and ask no clock.
static const char *const base_kept[] = {"select", "tonumber", "type", NULL};
static const char *const string_kept[] = {"char", "len", "lower", "reverse", "sub", "upper", NULL};
static const char *const table_kept[] = {"pack", NULL};
static const char *const math_kept[] = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
    "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL,
};
static const char *const utf8_kept[] = {"char", "charpattern", "codes", "len", "offset", NULL};

/// Copies the functions named from the raw library on top, which is popped, into the table at 2, which stays.
static void keep(lua_State *L, const char *library, const char *const *names) {
    for (; *names; names++) {
        if (library) {
            lua_pushfstring(L, "%s.%s", library, *names);
        } else {
            lua_pushstring(L, *names);
        }
        lua_getfield(L, -2, *names);
        lua_rawset(L, 2);
    }
    lua_pop(L, 1);
}

/// Opens a raw library, gives it to the prelude as a global, and leaves it on top.
static void open_raw(lua_State *L, const char *name, lua_CFunction open) {
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    lua_pushvalue(L, -1);
    lua_setglobal(L, name);
}

static void add(lua_State *L, const char *library, const luaL_Reg *functions) {
    for (; functions->name; functions++) {
        if (library) {
            lua_pushfstring(L, "%s.%s", library, functions->name);
        } else {
            lua_pushstring(L, functions->name);
        }
        lua_pushcfunction(L, functions->func);
        lua_rawset(L, 2);
    }
}

/// Wraps a raw function that may give a great many values: (string, first, last) → bounded.
static int bounded_slice(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_optinteger(L, 3, first);
    lua_Integer size = (lua_Integer)length;
    if (first < 0) first = first < -size ? 1 : size + first + 1;
    if (last < 0) last = last < -size ? 0 : size + last + 1;
    if (last > size) last = size;
    if (first <= last && last - first >= CL_UNPACK) {
        cl_raise(L, CLUA_FAULT_TOO_LARGE, lua_tostring(L, lua_upvalueindex(2)), NULL, "too many values at once");
    }
    int count = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, LUA_MULTRET);
    return lua_gettop(L);
}

/// Adds the raw library's function (library on top, which stays) behind bounded_slice.
static void add_slice(lua_State *L, const char *name, const char *member) {
    lua_pushstring(L, name);
    lua_getfield(L, -2, member);
    lua_pushstring(L, member);
    lua_pushcclosure(L, bounded_slice, 2);
    lua_rawset(L, 2);
}

/// Makes the members on top the methods of strings, without arithmetic: table → .
void cl_set_string_methods(lua_State *L) {
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, cl_read_only);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_pop(L, 2);
}

/// Gives the prelude's strings the bounded methods.
static void add_methods(lua_State *L) {
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, 2);) {
        const char *name = lua_tostring(L, -2);
        if (strncmp(name, "string.", 7) == 0) {
            lua_setfield(L, 3, name + 7);
        } else {
            lua_pop(L, 1);
        }
    }
    cl_set_string_methods(L);
}

/// Pushes the table of the bounded library, by name ("ipairs", "string.rep"), at index 2.
void cl_open_library(lua_State *L) {
    lua_settop(L, 1);
    lua_newtable(L);
    open_raw(L, "_G", luaopen_base);
    keep(L, NULL, base_kept);
    open_raw(L, "string", luaopen_string);
    add_slice(L, "string.byte", "byte");
    lua_getfield(L, -1, "format");
    lua_setfield(L, LUA_REGISTRYINDEX, "raw format");
    keep(L, "string", string_kept);
    open_raw(L, "table", luaopen_table);
    lua_getfield(L, -1, "concat");
    lua_setfield(L, LUA_REGISTRYINDEX, "raw concat");
    keep(L, "table", table_kept);
    open_raw(L, "math", luaopen_math);
    keep(L, "math", math_kept);
    open_raw(L, "utf8", luaopen_utf8);
    add_slice(L, "utf8.codepoint", "codepoint");
    keep(L, "utf8", utf8_kept);
    add(L, NULL, cl_base_functions);
    add(L, "string", cl_string_functions);
    add(L, "string", cl_pattern_functions);
    add(L, "table", cl_table_functions);
    add(L, NULL, cl_record_functions);
    add(L, NULL, cl_probe_functions);
    add_methods(L);
}

/// (anything …), upvalue 1 the operation → raises "nil operand".
static int nil_operand(lua_State *L) {
    const char *operation = lua_tostring(L, lua_upvalueindex(1));
    cl_raise(L, CLUA_FAULT_NIL_OPERAND, operation, NULL, "%s with nil (a value that was not asked)", operation);
}

/// Gives nil a metatable: ordering, arithmetic, concatenation, length and calls raise one fault with the operation.
void cl_nil_setup(lua_State *L) {
    static const char *const events[][2] = {
        {"__add", "add"},         {"__sub", "subtract"},     {"__mul", "multiply"},  {"__div", "divide"},
        {"__mod", "modulo"},      {"__pow", "power"},        {"__unm", "negate"},    {"__idiv", "divide"},
        {"__band", "bitwise and"}, {"__bor", "bitwise or"},  {"__bxor", "bitwise xor"}, {"__shl", "shift"},
        {"__shr", "shift"},       {"__bnot", "bitwise not"}, {"__lt", "compare"},    {"__le", "compare"},
        {"__concat", "concat"},   {"__len", "length"},       {"__call", "call"},
    };
    lua_pushnil(L);
    lua_newtable(L);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        lua_pushstring(L, events[i][1]);
        lua_pushcclosure(L, nil_operand, 1);
        lua_setfield(L, -2, events[i][0]);
    }
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
