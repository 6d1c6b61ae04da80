// find, match, gmatch, gsub over the bounded matcher.

#include "internal.h"

#include <string.h>

/// The 0-based offset of Lua's initial position; past the end where it is beyond.
static size_t offset_of(lua_Integer position, size_t length) {
    if (position > 0) return (size_t)position - 1;
    if (position == 0 || position < -(lua_Integer)length) return 0;
    return length + (size_t)position;
}

static bool is_plain(const char *pattern, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (pattern[i] && strchr("^$*+?.([%-", pattern[i])) return false;
    }
    return true;
}

static int find_or_match(lua_State *L, bool find) {
    size_t length, pattern_length;
    const char *s = luaL_checklstring(L, 1, &length);
    const char *p = luaL_checklstring(L, 2, &pattern_length);
    size_t offset = offset_of(luaL_optinteger(L, 3, 1), length);
    if (offset > length) {
        lua_pushnil(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) || is_plain(p, pattern_length))) {
        const char *found = pattern_length ? memmem(s + offset, length - offset, p, pattern_length) : s + offset;
        if (!found) {
            lua_pushnil(L);
            return 1;
        }
        lua_pushinteger(L, found - s + 1);
        lua_pushinteger(L, found - s + (lua_Integer)pattern_length);
        return 2;
    }
    cl_matcher m;
    const char *start = s + offset;
    bool anchored = pattern_length > 0 && *p == '^';
    cl_match_start(&m, L, find ? "string.find" : "string.match", s, length, p, pattern_length);
    if (anchored) p++;
    do {
        const char *end = cl_match(&m, start, p);
        if (!end) continue;
        if (!find) return cl_push_captures(&m, start, end);
        lua_pushinteger(L, start - s + 1);
        lua_pushinteger(L, end - s);
        return cl_push_captures(&m, NULL, NULL) + 2;
    } while (start++ < m.subject_end && !anchored);
    lua_pushnil(L);
    return 1;
}

/// (string, pattern, from?, plain?) → first, last, captures …, or nil.
static int string_find(lua_State *L) {
    return find_or_match(L, true);
}

/// (string, pattern, from?) → captures …, or nil.
static int string_match(lua_State *L) {
    return find_or_match(L, false);
}

/// Where a gmatch has got to, as offsets: the strings are upvalues.
typedef struct {
    uint32_t kind;
    size_t next;
    size_t last_end; ///< of the last match, + 1; 0 for none
} gmatch_state;

static int gmatch_next(lua_State *L) {
    size_t length, pattern_length;
    const char *s = lua_tolstring(L, lua_upvalueindex(1), &length);
    const char *p = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
    gmatch_state *state = lua_touserdata(L, lua_upvalueindex(3));
    cl_matcher m;
    cl_match_start(&m, L, "string.gmatch", s, length, p, pattern_length);
    for (size_t at = state->next; at <= length; at++) {
        const char *end = cl_match(&m, s + at, p);
        if (!end || (size_t)(end - s) + 1 == state->last_end) continue;
        state->next = (size_t)(end - s);
        state->last_end = state->next + 1;
        return cl_push_captures(&m, s + at, end);
    }
    return 0;
}

/// (string, pattern, from?) → an iterator.
static int string_gmatch(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    luaL_checkstring(L, 2);
    size_t offset = offset_of(luaL_optinteger(L, 3, 1), length);
    lua_settop(L, 2);
    gmatch_state *state = lua_newuserdatauv(L, sizeof *state, 0);
    state->kind = CL_SCRATCH;
    state->next = offset > length ? length + 1 : offset;
    state->last_end = 0;
    lua_pushcclosure(L, gmatch_next, 3);
    return 1;
}

/// Adds the replacement string with its %0 … %9.
static void add_template(cl_matcher *m, luaL_Buffer *buffer, const char *s, const char *e) {
    size_t length;
    const char *text = lua_tolstring(m->L, 3, &length), *end = text + length;
    while (text < end) {
        const char *escape = memchr(text, '%', (size_t)(end - text));
        if (!escape) escape = end;
        luaL_addlstring(buffer, text, (size_t)(escape - text));
        if (escape == end) return;
        text = escape + 1;
        char next = text < end ? *text : 0;
        if (next == '%') {
            luaL_addchar(buffer, '%');
        } else if (next == '0') {
            luaL_addlstring(buffer, s, (size_t)(e - s));
        } else if (next >= '1' && next <= '9') {
            cl_push_capture(m, next - '1', s, e);
            luaL_tolstring(m->L, -1, NULL);
            lua_remove(m->L, -2);
            luaL_addvalue(buffer);
        } else {
            luaL_error(m->L, "invalid use of '%%' in replacement string");
        }
        text++;
    }
}

/// Adds what stands for the match s ..< e; whether it differs from the match.
static void add_replacement(cl_matcher *m, luaL_Buffer *buffer, const char *s, const char *e, int type) {
    lua_State *L = m->L;
    switch (type) {
    case LUA_TFUNCTION: {
        lua_pushvalue(L, 3);
        int count = cl_push_captures(m, s, e);
        lua_call(L, count, 1);
        break;
    }
    case LUA_TTABLE: case LUA_TUSERDATA:
        cl_push_capture(m, 0, s, e);
        lua_gettable(L, 3);
        break;
    default: add_template(m, buffer, s, e); return;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(buffer, s, (size_t)(e - s));
    } else if (!lua_isstring(L, -1)) {
        luaL_error(L, "invalid replacement value (a %s)", cl_type_name(L, -1));
    } else {
        luaL_addvalue(buffer);
    }
}

/// (string, pattern, replacement, most?) → the new string, the number of matches.
static int string_gsub(lua_State *L) {
    size_t length, pattern_length;
    const char *s = luaL_checklstring(L, 1, &length), *from = s;
    const char *p = luaL_checklstring(L, 2, &pattern_length);
    const char *last_end = NULL;
    int type = lua_type(L, 3);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1), count = 0;
    bool anchored = pattern_length > 0 && *p == '^';
    luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE
                         || cl_test(L, 3, CL_ROW),
                     3, "string/function/table");
    cl_check_stack(L, "string.gsub");
    cl_make_room(L);
    if (type == LUA_TNUMBER) lua_tostring(L, 3);
    cl_matcher m;
    cl_match_start(&m, L, "string.gsub", s, length, p, pattern_length);
    if (anchored) p++;
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    while (count < most) {
        const char *end = cl_match(&m, from, p);
        if (end && end != last_end) {
            count++;
            add_replacement(&m, &buffer, from, end, type);
            from = last_end = end;
        } else if (from < m.subject_end) {
            luaL_addchar(&buffer, *from);
            from++;
        } else {
            break;
        }
        if (anchored) break;
    }
    luaL_addlstring(&buffer, from, (size_t)(m.subject_end - from));
    luaL_pushresult(&buffer);
    lua_pushinteger(L, count);
    return 2;
}

const luaL_Reg cl_pattern_functions[] = {
    {"find", string_find}, {"match", string_match}, {"gmatch", string_gmatch}, {"gsub", string_gsub}, {NULL, NULL},
};
