// Faults: what is raised is always one sentinel; what it means lies in the state, in fixed memory. Lua's English error
// texts are never parsed to tell one kind from another.

#include "internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/// Frames looked at in search of a script.
#define FRAMES 400

static const char sentinel = 0;

/// Copies a string, cut to fit. Does not raise.
void cl_copy(char *target, size_t size, const char *source) {
    size_t length = source ? strnlen(source, size - 1) : 0;
    if (length) memcpy(target, source, length);
    target[length] = 0;
}

static void set_fault(clua_state *S, clua_fault_kind kind, const char *name, const char *of, const char *format,
                      va_list arguments) {
    clua_fault *fault = &S->fault;
    fault->kind = kind;
    fault->line = 0;
    fault->personal = S->read_personal;
    fault->file[0] = 0;
    fault->function[0] = 0;
    fault->got[0] = 0;
    fault->candidates_length = 0;
    cl_copy(fault->name, sizeof fault->name, name);
    cl_copy(fault->of, sizeof fault->of, of);
    vsnprintf(fault->message, sizeof fault->message, format, arguments);
    S->placed = false;
    S->fault_level = 1;
    S->signal = CL_SIGNAL_FAULT;
}

/// Keeps a text of any bytes as the fault's message: a zero byte is written out, and what does not fit ends in "…" after
/// a whole character. Does not raise.
void cl_set_message(clua_state *S, const char *bytes, size_t length) {
    char *target = S->fault.message;
    const size_t room = sizeof S->fault.message - sizeof "…";
    size_t used = 0, i = 0;
    for (; i < length; i++) {
        size_t needed = bytes[i] ? 1 : 2;
        if (used + needed > room) break;
        if (!bytes[i]) target[used++] = '\\';
        target[used++] = bytes[i] ? bytes[i] : '0';
    }
    if (i < length) {
        while (used > 0 && ((unsigned char)bytes[i] & 0xC0) == 0x80) {
            i--;
            used--;
        }
        memcpy(target + used, "…", sizeof "…" - 1);
        used += sizeof "…" - 1;
    }
    target[used] = 0;
}

/// Records a fault without raising it. Does not raise.
void cl_set_fault(clua_state *S, clua_fault_kind kind, const char *name, const char *of, const char *format,
                  ...) {
    va_list arguments;
    va_start(arguments, format);
    set_fault(S, kind, name, of, format, arguments);
    va_end(arguments);
}

/// Adds a name that would have been right to the recorded fault. Does not raise.
void cl_add_candidate(clua_state *S, const char *name) {
    clua_fault *fault = &S->fault;
    size_t length = strlen(name) + 1;
    if (length > sizeof fault->candidates - (size_t)fault->candidates_length) return;
    memcpy(fault->candidates + fault->candidates_length, name, length);
    fault->candidates_length += (int32_t)length;
}

/// Raises what is recorded. Needs one slot of the stack, no memory. The stack is left as it is: in a hook its slots
/// are the locals of the function that runs.
void cl_raise_again(lua_State *L) {
    lua_pushlightuserdata(L, (void *)&sentinel);
    lua_error(L);
    __builtin_unreachable();
}

/// Records a fault and raises it.
void cl_raise(lua_State *L, clua_fault_kind kind, const char *name, const char *of, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    set_fault(cl_state(L), kind, name, of, format, arguments);
    va_end(arguments);
    cl_raise_again(L);
}

/// Ends the evaluation as missing.
void cl_raise_missing(lua_State *L, uint8_t reason) {
    clua_state *S = cl_state(L);
    S->signal = CL_SIGNAL_MISSING;
    S->reason = reason;
    cl_raise_again(L);
}

/// Ends the evaluation as not ready.
void cl_raise_not_ready(lua_State *L, uint32_t token) {
    clua_state *S = cl_state(L);
    S->signal = CL_SIGNAL_NOT_READY;
    S->token = token;
    cl_raise_again(L);
}

/// The fault of a function that gave the wrong type of value.
void cl_raise_result(lua_State *L, const char *function, const char *needs, int index) {
    const char *type = cl_type_name(L, index);
    clua_state *S = cl_state(L);
    cl_set_fault(S, CLUA_FAULT_RESULT_TYPE, function, needs, "%s needs %s, but was given a %s", function, needs, type);
    cl_copy(S->fault.got, sizeof S->fault.got, type);
    cl_raise_again(L);
}

/// Makes sure that a status other than LUA_OK has its signal. Does not raise.
void cl_note_status(clua_state *S, int status) {
    if (status == LUA_ERRMEM) {
        bool deep = S->refused_deep;
        cl_set_fault(S, deep ? CLUA_FAULT_STACK_DEPTH : CLUA_FAULT_MEMORY, NULL, NULL,
                     deep ? "functions call each other too deeply" : "not enough memory");
        if (S->refused.line > 0) {
            cl_copy(S->fault.file, sizeof S->fault.file, S->refused.file);
            S->fault.line = S->refused.line;
            S->placed = true;
        }
    } else if (status == LUA_ERRERR || S->signal == CL_SIGNAL_NONE) {
        cl_set_fault(S, CLUA_FAULT_STACK_DEPTH, NULL, NULL, "functions call each other too deeply");
    }
}

/// Raises again what a protected call ended in.
void cl_raise_status(lua_State *L, int status) {
    cl_note_status(cl_state(L), status);
    cl_raise_again(L);
}

/// The type of a value as a person reads it; never an address. Does not raise.
const char *cl_type_name(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA) return luaL_typename(L, index);
    switch (*(uint32_t *)lua_touserdata(L, index)) {
    case CL_RECORD: return "record";
    case CL_ROSTER: return "roster";
    case CL_SET: return "set";
    case CL_DATE: return "date";
    case CL_ROW: return "row";
    case CL_LIST: return "list";
    case CL_OBJECT: return "object";
    default: return "userdata";
    }
}

/// The innermost frame, from `level` on, that belongs to a script. Uses no Lua memory; does not raise.
bool cl_find_place(lua_State *L, int level, cl_place *place) {
    lua_Debug frame;
    for (int end = level + FRAMES; level < end && lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.source[0] != '@' || frame.currentline <= 0) continue;
        cl_copy(place->file, sizeof place->file, frame.source + 1);
        place->line = frame.currentline;
        return true;
    }
    return false;
}

static int nest(lua_State *L) {
    lua_Integer left = (lua_Integer)(intptr_t)lua_touserdata(L, 1);
    if (left == 0) return 0;
    lua_pushcfunction(L, nest);
    lua_pushlightuserdata(L, (void *)(intptr_t)(left - 1));
    int status = lua_pcall(L, 1, 0, 0);
    if (status != LUA_OK) lua_error(L);
    return 0;
}

/// Whether Lua's stack or its count of nested C calls is all but used up. The texts of these two errors are not looked
/// at; the probes are tried only at depths where they can be the cause. Does not raise.
static bool stack_is_exhausted(lua_State *L) {
    lua_Debug frame;
    clua_state *S = cl_state(L);
    if (!lua_getstack(L, 20, &frame)) return false;
    uint32_t refusals = S->refusals;
    if (!lua_checkstack(L, 4 * CL_UNPACK) && S->refusals == refusals) return true;
    if (!lua_getstack(L, 60, &frame)) return false;
    lua_pushcfunction(L, nest);
    lua_pushlightuserdata(L, (void *)(intptr_t)24); // past the room that Lua leaves for message handlers
    bool exhausted = lua_pcall(L, 1, 0, 0) != LUA_OK;
    lua_settop(L, 1);
    return exhausted;
}

/// The message without the "file:line: " that Lua puts before it.
static const char *without_place(lua_State *L, const char *message) {
    lua_Debug frame;
    for (int level = 1; level <= 2 && lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        char prefix[LUA_IDSIZE + 16];
        int length = snprintf(prefix, sizeof prefix, "%s:%d: ", frame.short_src, frame.currentline);
        if (strncmp(message, prefix, (size_t)length) == 0) return message + length;
    }
    return message;
}

/// Lua's string buffers raise the string that Lua itself keeps for memory errors, not a memory error.
static bool is_memory_error(lua_State *L, const clua_state *S) {
    return S->refused.line > 0 && lua_type(L, 1) == LUA_TSTRING && strcmp(lua_tostring(L, 1), "not enough memory") == 0;
}

/// Turns an error of Lua's own into a recorded fault.
static void record_error(lua_State *L, clua_state *S) {
    if (is_memory_error(L, S)) {
        cl_note_status(S, LUA_ERRMEM);
    } else if (S->loading_line > 0 || stack_is_exhausted(L)) {
        cl_set_fault(S, CLUA_FAULT_STACK_DEPTH, NULL, NULL,
                     S->loading_line > 0 ? "the script nests too deeply" : "functions call each other too deeply");
    } else if (lua_type(L, 1) == LUA_TSTRING) {
        size_t length;
        const char *whole = lua_tolstring(L, 1, &length), *message = without_place(L, whole);
        cl_set_fault(S, CLUA_FAULT_RUNTIME, NULL, NULL, "%s", "");
        cl_set_message(S, message, length - (size_t)(message - whole));
    } else {
        cl_set_fault(S, CLUA_FAULT_RAISED, NULL, NULL, "an error with a %s", cl_type_name(L, 1));
    }
}

/// Finds the place of the recorded fault and what was called.
static void place_fault(lua_State *L, clua_state *S) {
    lua_Debug frame;
    cl_place place;
    S->placed = true;
    if (lua_getstack(L, 1, &frame)) {
        lua_getinfo(L, "Sn", &frame);
        if (frame.what[0] == 'C' && frame.name && strcmp(frame.namewhat, "metamethod") != 0) {
            cl_copy(S->fault.function, sizeof S->fault.function, frame.name);
        }
    }
    if (S->loading_line > 0 && S->loading_file) {
        cl_copy(S->fault.file, sizeof S->fault.file, S->loading_file);
        S->fault.line = S->loading_line;
    } else if (cl_find_place(L, S->fault_level, &place) || cl_find_place(L, 1, &place)) {
        cl_copy(S->fault.file, sizeof S->fault.file, place.file);
        S->fault.line = place.line;
    }
}

/// The message handler: [error] → [sentinel]. Records the fault where the error was raised. Uses no Lua memory but for
/// the probe's stack; does not raise.
int cl_handler(lua_State *L) {
    clua_state *S = cl_state(L);
    if (!S->in_handler) {
        S->in_handler = true;
        bool ours = lua_touserdata(L, 1) == (void *)&sentinel && lua_type(L, 1) == LUA_TLIGHTUSERDATA;
        if (!ours) record_error(L, S);
        if (S->signal == CL_SIGNAL_FAULT && !S->placed) place_fault(L, S);
        S->in_handler = false;
    }
    lua_settop(L, 0);
    lua_pushlightuserdata(L, (void *)&sentinel);
    return 1;
}
