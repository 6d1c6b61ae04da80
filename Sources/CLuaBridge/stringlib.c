// string.rep and string.format, bounded and without addresses.

#include "internal.h"

#include <string.h>

/// (string, count, separator?) → the string repeated, up to the limit of one string.
static int string_rep(lua_State *L) {
    size_t length, between;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &between);
    if (count <= 0 || (length == 0 && between == 0)) {
        lua_pushliteral(L, "");
        return 1;
    }
    size_t limit = cl_state(L)->limits.string_bytes, total, separators;
    if (__builtin_mul_overflow(length, (size_t)count, &total)
        || __builtin_mul_overflow(between, (size_t)count - 1, &separators)
        || __builtin_add_overflow(total, separators, &total) || total > limit) {
        cl_raise(L, CLUA_FAULT_TOO_LARGE, "string.rep", NULL, "the repeated string would be too long");
    }
    cl_make_room(L);
    luaL_Buffer buffer;
    char *place = luaL_buffinitsize(L, &buffer, total);
    for (lua_Integer i = 0; i < count; i++) {
        if (length) memcpy(place, text, length);
        place += length;
        if (i + 1 == count) break;
        if (between) memcpy(place, separator, between);
        place += between;
    }
    luaL_pushresultsize(&buffer, total);
    return 1;
}

/// Raises for an argument that a conversion cannot take. Here, since Lua's own function, called from C, knows no name.
static void check_argument(lua_State *L, int argument, char conversion) {
    if (argument > lua_gettop(L)) luaL_argerror(L, argument, "no value");
    switch (conversion) {
    case 'c': case 'd': case 'i': case 'o': case 'u': case 'x': case 'X': luaL_checkinteger(L, argument); break;
    case 'a': case 'A': case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': luaL_checknumber(L, argument); break;
    case 'q': {
        int type = lua_type(L, argument);
        luaL_argcheck(L, type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TNIL || type == LUA_TBOOLEAN,
                      argument, "value has no literal form");
        break;
    }
    default: break;
    }
}

/// (format, …) → Lua's own string.format after %p is refused and the arguments of %s are made text without addresses.
static int string_format(lua_State *L) {
    int count = lua_gettop(L), argument = 1;
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
    while (format < end) {
        if (*format++ != '%') continue;
        if (format < end && *format == '%') {
            format++;
            continue;
        }
        format += strspn(format, "-+ #0123456789.");
        argument++;
        if (*format == 'p') luaL_error(L, "invalid conversion '%%p' to 'format'");
        check_argument(L, argument, *format);
        if (*format != 's') continue;
        int type = lua_type(L, argument);
        if (type == LUA_TSTRING || type == LUA_TNUMBER) continue;
        cl_to_text(L, argument);
        lua_replace(L, argument);
    }
    cl_make_room(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "raw format");
    lua_insert(L, 1);
    lua_call(L, count, 1);
    return 1;
}

const luaL_Reg cl_string_functions[] = {{"rep", string_rep}, {"format", string_format}, {NULL, NULL}};
