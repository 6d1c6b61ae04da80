// Lua's patterns, matched within a budget of steps. Same language and same answers as Lua 5.4's own matcher (the
// tests compare them); an exponential or quadratic search ends in the fault "pattern".

#include "internal.h"

#include <ctype.h>
#include <string.h>

/// Nested items of one pattern.
#define MATCH_DEPTH 200
/// A capture that is still open.
#define OPEN (-1)

static const char *match_here(cl_matcher *m, const char *s, const char *p);

/// Prepares a matcher: its budget is for one call of a pattern function.
void cl_match_start(cl_matcher *m, lua_State *L, const char *function, const char *subject, size_t subject_length,
                    const char *pattern, size_t pattern_length) {
    m->L = L;
    m->function = function;
    m->subject = subject;
    m->subject_end = subject + subject_length;
    m->pattern_end = pattern + pattern_length;
    m->steps = cl_state(L)->limits.pattern_steps + 20 * (uint64_t)subject_length;
    m->level = 0;
    m->depth = 0;
}

static void step(cl_matcher *m) {
    if (m->steps == 0) {
        cl_raise(m->L, CLUA_FAULT_PATTERN, m->function, NULL, "the pattern takes too many steps on this text");
    }
    if ((--m->steps & 0xFFF) == 0) cl_poll(m->L);
}

/// Past the single-character item that begins at p.
static const char *item_end(cl_matcher *m, const char *p) {
    char first = *p++;
    if (first == '%') {
        if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
        return p + 1;
    }
    if (first != '[') return p;
    if (p < m->pattern_end && *p == '^') p++;
    bool any = false; // a ']' that comes first is a member
    for (;; any = true) {
        if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
        if (any && *p == ']') return p + 1;
        // An escape takes the next character with it, even past the pattern's end: Lua's terminating zero.
        if (*p++ == '%' && p < m->pattern_end) p++;
    }
}

static bool in_class(int c, int class) {
    bool member;
    switch (tolower(class)) {
    case 'a': member = isalpha(c); break;
    case 'c': member = iscntrl(c); break;
    case 'd': member = isdigit(c); break;
    case 'g': member = isgraph(c); break;
    case 'l': member = islower(c); break;
    case 'p': member = ispunct(c); break;
    case 's': member = isspace(c); break;
    case 'u': member = isupper(c); break;
    case 'w': member = isalnum(c); break;
    case 'x': member = isxdigit(c); break;
    case 'z': member = c == 0; break;
    default: return class == c;
    }
    return isupper(class) ? !member : member;
}

/// Whether c is in the set that begins at p ('[') and whose ']' is at `last`.
static bool in_set(int c, const char *p, const char *last) {
    bool wanted = true;
    p++;
    if (*p == '^') {
        wanted = false;
        p++;
    }
    while (p < last) {
        if (*p == '%') {
            p++;
            if (in_class(c, (unsigned char)*p)) return wanted;
            p++;
        } else if (p + 2 < last && p[1] == '-') {
            if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return wanted;
            p += 3;
        } else {
            if ((unsigned char)*p == c) return wanted;
            p++;
        }
    }
    return !wanted;
}

/// Whether the character at s is what the item p ..< end stands for.
static bool is_single(cl_matcher *m, const char *s, const char *p, const char *end) {
    step(m);
    if (s >= m->subject_end) return false;
    int c = (unsigned char)*s;
    switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, end - 1);
    default: return (unsigned char)*p == c;
    }
}

/// %bxy
static const char *balanced(cl_matcher *m, const char *s, const char *p) {
    if (p + 1 >= m->pattern_end) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
    if (s >= m->subject_end || *s != p[0]) return NULL;
    for (int open = 1; ++s < m->subject_end;) {
        step(m);
        if (*s == p[1]) {
            if (--open == 0) return s + 1;
        } else if (*s == p[0]) {
            open++;
        }
    }
    return NULL;
}

static const char *longest(cl_matcher *m, const char *s, const char *p, const char *end) {
    ptrdiff_t count = 0;
    while (is_single(m, s + count, p, end)) count++;
    for (; count >= 0; count--) {
        const char *found = match_here(m, s + count, end + 1);
        if (found) return found;
    }
    return NULL;
}

static const char *shortest(cl_matcher *m, const char *s, const char *p, const char *end) {
    for (;;) {
        const char *found = match_here(m, s, end + 1);
        if (found) return found;
        if (!is_single(m, s, p, end)) return NULL;
        s++;
    }
}

static const char *open_capture(cl_matcher *m, const char *s, const char *p, ptrdiff_t kind) {
    if (m->level >= CL_CAPTURES) luaL_error(m->L, "too many captures");
    m->captures[m->level].start = s;
    m->captures[m->level].length = kind;
    m->level++;
    const char *found = match_here(m, s, p);
    if (!found) m->level--;
    return found;
}

static const char *close_capture(cl_matcher *m, const char *s, const char *p) {
    int level = m->level - 1;
    while (level >= 0 && m->captures[level].length != OPEN) level--;
    if (level < 0) luaL_error(m->L, "invalid pattern capture");
    m->captures[level].length = s - m->captures[level].start;
    const char *found = match_here(m, s, p);
    if (!found) m->captures[level].length = OPEN;
    return found;
}

/// %1 … %9
static const char *back_reference(cl_matcher *m, const char *s, int digit) {
    int index = digit - '1';
    if (index < 0 || index >= m->level || m->captures[index].length == OPEN) {
        luaL_error(m->L, "invalid capture index %%%d", index + 1);
    }
    // A position capture has no length of its own; Lua compares it as one that never fits.
    size_t length = (size_t)m->captures[index].length;
    if ((size_t)(m->subject_end - s) < length || memcmp(m->captures[index].start, s, length) != 0) return NULL;
    return s + length;
}

/// %f[set]
static bool at_frontier(cl_matcher *m, const char *s, const char *p, const char *end) {
    int before = s == m->subject ? 0 : (unsigned char)s[-1];
    int here = s < m->subject_end ? (unsigned char)*s : 0;
    return !in_set(before, p, end - 1) && in_set(here, p, end - 1);
}

/// One single-character item with what follows it; sets s and p to go on, or gives the end result in `result`.
static bool match_item(cl_matcher *m, const char **s, const char **p, const char **result) {
    const char *end = item_end(m, *p);
    char suffix = end < m->pattern_end ? *end : 0;
    bool single = is_single(m, *s, *p, end);
    if (!single && (suffix == '*' || suffix == '?' || suffix == '-')) {
        *p = end + 1; // matches nothing: no call, so that any number of such items may follow each other
        return true;
    }
    switch (suffix) {
    case '*': *result = longest(m, *s, *p, end); return false;
    case '-': *result = shortest(m, *s, *p, end); return false;
    case '+':
        *result = single ? longest(m, *s + 1, *p, end) : NULL;
        return false;
    case '?': {
        const char *found = match_here(m, *s + 1, end + 1);
        if (found) {
            *result = found;
            return false;
        }
        *p = end + 1;
        return true;
    }
    default:
        if (!single) {
            *result = NULL;
            return false;
        }
        *s += 1;
        *p = end;
        return true;
    }
}

static const char *match_items(cl_matcher *m, const char *s, const char *p) {
    const char *result;
    while (p < m->pattern_end) {
        step(m);
        switch (*p) {
        case '(':
            if (p + 1 < m->pattern_end && p[1] == ')') return open_capture(m, s, p + 2, CL_POSITION);
            return open_capture(m, s, p + 1, OPEN);
        case ')': return close_capture(m, s, p + 1);
        case '$':
            if (p + 1 == m->pattern_end) return s == m->subject_end ? s : NULL;
            break;
        case '%': {
            char next = p + 1 < m->pattern_end ? p[1] : 0;
            if (next == 'b') {
                s = balanced(m, s, p + 2);
                if (!s) return NULL;
                p += 4;
                continue;
            }
            if (next == 'f') {
                p += 2;
                if (p >= m->pattern_end || *p != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
                const char *end = item_end(m, p);
                if (!at_frontier(m, s, p, end)) return NULL;
                p = end;
                continue;
            }
            if (next >= '0' && next <= '9') {
                s = back_reference(m, s, next);
                if (!s) return NULL;
                p += 2;
                continue;
            }
            break;
        }
        default: break;
        }
        if (!match_item(m, &s, &p, &result)) return result;
    }
    return s;
}

static const char *match_here(cl_matcher *m, const char *s, const char *p) {
    if (++m->depth > MATCH_DEPTH) {
        cl_raise(m->L, CLUA_FAULT_PATTERN, m->function, NULL, "the pattern has too many parts");
    }
    const char *result = match_items(m, s, p);
    m->depth--;
    return result;
}

/// Matches the pattern from p on at s: the end of the match or NULL. Raises for malformed patterns.
const char *cl_match(cl_matcher *m, const char *s, const char *p) {
    m->level = 0;
    m->depth = 0;
    return match_here(m, s, p);
}

/// Pushes capture `index`; the whole match s ..< e stands for the first if there is none.
void cl_push_capture(cl_matcher *m, int index, const char *s, const char *e) {
    if (index >= m->level) {
        if (index != 0) luaL_error(m->L, "invalid capture index %%%d", index + 1);
        lua_pushlstring(m->L, s, (size_t)(e - s));
        return;
    }
    const cl_capture *capture = &m->captures[index];
    if (capture->length == CL_POSITION) {
        lua_pushinteger(m->L, capture->start - m->subject + 1);
    } else {
        if (capture->length == OPEN) luaL_error(m->L, "unfinished capture");
        lua_pushlstring(m->L, capture->start, (size_t)capture->length);
    }
}

/// Pushes all captures; the whole match where there are none and s is given.
int cl_push_captures(cl_matcher *m, const char *s, const char *e) {
    int count = m->level == 0 && s ? 1 : m->level;
    luaL_checkstack(m->L, count, "too many captures");
    for (int i = 0; i < count; i++) cl_push_capture(m, i, s, e);
    return count;
}
