// The ways in: each runs a C function under lua_pcall, watched.

#include "internal.h"

#include <string.h>

/// Buffers larger than this are given back when an entry ends.
#define KEPT_BUFFER ((size_t)1 << 20)
/// A batch is stopped after this many records that ran out of memory: each may have taken long.
#define MEMORY_FAULTS 20

static void trim(clua_state *S, cl_buffer *buffer) {
    if (buffer->capacity > KEPT_BUFFER) cl_buffer_free(S, buffer);
}

static int collect(lua_State *L) {
    lua_gc(L, LUA_GCCOLLECT);
    return 0;
}

static clua_outcome refuse(clua_state *S, clua_fault_kind kind, const char *message) {
    // A refused entry must not touch the signal of the entry that runs.
    cl_signal signal = S->signal;
    bool placed = S->placed;
    cl_set_fault(S, kind, NULL, NULL, "%s", message);
    S->signal = signal;
    S->placed = placed;
    return CLUA_FAULT;
}

static clua_outcome outcome_of(clua_state *S, int status) {
    if (S->stop && !(S->signal == CL_SIGNAL_FAULT && S->fault.kind == CLUA_FAULT_TIME)) {
        cl_set_fault(S, CLUA_FAULT_TIME, NULL, NULL, "the script took longer than its time limit");
        status = LUA_ERRRUN;
    }
    if (status == LUA_OK) return CLUA_VALUE;
    cl_note_status(S, status);
    if (S->signal == CL_SIGNAL_MISSING) return CLUA_MISSING;
    if (S->signal == CL_SIGNAL_NOT_READY) return CLUA_NOT_READY;
    if (S->fault.line == 0) {
        cl_copy(S->fault.file, sizeof S->fault.file, S->entry_file);
        S->fault.line = S->entry_line;
    }
    return CLUA_FAULT;
}

/// Runs `body` with `argument` as a light userdata under lua_pcall. Never raises.
clua_outcome cl_enter(clua_state *S, lua_CFunction body, void *argument, uint64_t limit_ns) {
    if (S->entered) return refuse(S, CLUA_FAULT_REENTRY, "a callback may not run the scripts that called it");
    if (!cl_watch_begin(S, limit_ns)) return refuse(S, CLUA_FAULT_STACK_DEPTH, "too many scripts run each other");
    char *here = __builtin_frame_address(0);
    if ((size_t)(here - S->stack_end) < CL_STACK_NEEDED) {
        cl_watch_end(S);
        return refuse(S, CLUA_FAULT_STACK_DEPTH, "scripts run each other too deeply");
    }
    lua_State *L = S->L;
    S->entered = true;
    S->signal = CL_SIGNAL_NONE;
    S->read_personal = false;
    S->loading_line = 0;
    S->out.length = 0;
    S->refused.line = 0;
    S->refused_deep = false;
    lua_pushcfunction(L, cl_handler);
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, argument);
    int status = lua_pcall(L, 1, 0, 1);
    cl_watch_end(S);
    clua_outcome outcome = outcome_of(S, status);
    S->stop = 0;
    lua_settop(L, 0);
    if (outcome == CLUA_FAULT && (S->fault.kind == CLUA_FAULT_MEMORY || S->fault.kind == CLUA_FAULT_STACK_DEPTH)) {
        trim(S, &S->out);
        lua_pushcfunction(L, collect);
        if (lua_pcall(L, 0, 0, 0) != LUA_OK) lua_settop(L, 0);
    }
    trim(S, &S->in);
    S->loading_line = 0;
    S->entered = false;
    return outcome;
}

/// Raises "stack depth" where a callback would leave too little of the thread's stack.
void cl_check_stack(lua_State *L, const char *function) {
    char *here = __builtin_frame_address(0);
    if ((size_t)(here - cl_state(L)->stack_end) < CL_STACK_RESERVE) {
        cl_raise(L, CLUA_FAULT_STACK_DEPTH, function, NULL, "functions call each other too deeply");
    }
    luaL_checkstack(L, LUA_MINSTACK, function);
}

/// The place of the function on top, for faults without a frame of a script. Does not raise.
static void note_entry(lua_State *L, clua_state *S) {
    lua_Debug function;
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", &function);
    bool script = function.source[0] == '@';
    cl_copy(S->entry_file, sizeof S->entry_file, script ? function.source + 1 : "");
    S->entry_line = script ? function.linedefined : 0;
}

typedef struct {
    const char *source;
    size_t length;
    const char *name;
    bool module;
} run_arguments;

static int run(lua_State *L) {
    const run_arguments *arguments = lua_touserdata(L, 1);
    lua_settop(L, 0);
    lua_newtable(L); // the instances of the modules that this script requires
    cl_load(L, arguments->source, arguments->length, arguments->name);
    cl_push_environment(L, arguments->module, 1);
    lua_setupvalue(L, -2, 1);
    lua_call(L, 0, 1);
    cl_encode(L, -1);
    return 0;
}

clua_outcome clua_run(clua_state *S, const char *source, size_t length, const char *name, bool module,
                      uint64_t limit_ns) {
    run_arguments arguments = {source, length, name, module};
    if (!S->entered) {
        cl_copy(S->entry_file, sizeof S->entry_file, name);
        S->entry_line = 0;
    }
    return cl_enter(S, run, &arguments, limit_ns);
}

typedef struct {
    int32_t function;
    size_t length;
} call_arguments;

static int call(lua_State *L) {
    const call_arguments *arguments = lua_touserdata(L, 1);
    lua_settop(L, 0);
    cl_push_function(L, arguments->function);
    note_entry(L, cl_state(L));
    int count = cl_decode_arguments(L, arguments->length);
    lua_call(L, count, 1);
    cl_encode(L, -1);
    return 0;
}

clua_outcome clua_call(clua_state *S, int32_t function, size_t arguments_length, uint64_t limit_ns) {
    call_arguments arguments = {function, arguments_length};
    return cl_enter(S, call, &arguments, limit_ns);
}

typedef struct {
    int32_t function, set, first, count;
    uint8_t *tags;
    uint64_t *bits;
    int32_t done;
} batch;

/// The code of the string on top in the batch's own list, whose table is at `codes`.
static uint64_t string_code(lua_State *L, clua_state *S, int codes) {
    lua_pushvalue(L, -1);
    if (lua_rawget(L, codes) == LUA_TNUMBER) {
        uint64_t code = (uint64_t)lua_tointeger(L, -1);
        lua_pop(L, 1);
        return code;
    }
    lua_pop(L, 1);
    size_t length;
    const char *bytes = lua_tolstring(L, -1, &length);
    uint32_t prefix = (uint32_t)length;
    cl_append(L, &S->strings, &prefix, sizeof prefix);
    cl_append(L, &S->strings, bytes, length);
    lua_pushvalue(L, -1);
    lua_pushinteger(L, S->string_count);
    lua_rawset(L, codes);
    return (uint64_t)S->string_count++;
}

static uint64_t bits_of(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

/// Stores the result on top for a row; false where it is of a type that a batch does not take.
static bool store(lua_State *L, clua_state *S, const batch *b, int32_t i, int codes) {
    switch (lua_type(L, -1)) {
    case LUA_TNIL: b->tags[i] = CLUA_NIL; return true;
    case LUA_TBOOLEAN: b->tags[i] = lua_toboolean(L, -1) ? CLUA_TRUE : CLUA_FALSE; return true;
    case LUA_TNUMBER:
        if (lua_isinteger(L, -1)) {
            b->tags[i] = CLUA_INTEGER;
            b->bits[i] = (uint64_t)lua_tointeger(L, -1);
        } else {
            b->tags[i] = CLUA_NUMBER;
            b->bits[i] = bits_of(lua_tonumber(L, -1));
        }
        return true;
    case LUA_TSTRING:
        b->bits[i] = string_code(L, S, codes);
        b->tags[i] = CLUA_STRING;
        return true;
    default: break;
    }
    const cl_date *date = cl_test(L, -1, CL_DATE);
    if (!date) return false;
    b->tags[i] = date->has_time ? CLUA_ROW_DATETIME : CLUA_DATE;
    b->bits[i] = bits_of(date->days);
    return true;
}

/// A row that ended in no value; true where the batch must stop.
static bool store_end(clua_state *S, const batch *b, int32_t i, int status, int *memory_faults) {
    cl_note_status(S, status);
    if (S->signal == CL_SIGNAL_MISSING) {
        b->tags[i] = CLUA_ROW_MISSING;
        b->bits[i] = S->reason;
    } else if (S->signal == CL_SIGNAL_NOT_READY) {
        b->tags[i] = CLUA_ROW_NOT_READY;
        b->bits[i] = S->token;
    } else {
        if (S->fault.line == 0) {
            cl_copy(S->fault.file, sizeof S->fault.file, S->entry_file);
            S->fault.line = S->entry_line;
        }
        b->tags[i] = CLUA_ROW_FAULT;
        S->host.batch_fault(S->host.context, b->first + i);
        if (S->fault.kind == CLUA_FAULT_TIME) return true;
        /* A stack that overflows costs about as much as memory that runs out. */
        if (S->fault.kind == CLUA_FAULT_MEMORY || S->fault.kind == CLUA_FAULT_STACK_DEPTH)
            return ++*memory_faults == MEMORY_FAULTS;
    }
    return false;
}

static int evaluate(lua_State *L) {
    batch *b = lua_touserdata(L, 1);
    clua_state *S = cl_state(L);
    lua_settop(L, 0);
    lua_pushcfunction(L, cl_handler);   // 1
    cl_push_function(L, b->function);   // 2
    note_entry(L, S);
    cl_push_record(L, b->set, b->first); // 3: one record for the whole batch
    cl_record *record = lua_touserdata(L, 3);
    lua_newtable(L);                    // 4: strings → codes
    int memory_faults = 0;
    for (int32_t i = 0; i < b->count; i++) {
        cl_watch_next(S);
        S->signal = CL_SIGNAL_NONE;
        S->read_personal = false;
        record->row = b->first + i;
        lua_pushvalue(L, 2);
        lua_pushvalue(L, 3);
        int status = lua_pcall(L, 1, 1, 1);
        if (S->read_personal) S->batch_personal = true;
        bool stop = false;
        if (S->stop && !(S->signal == CL_SIGNAL_FAULT && S->fault.kind == CLUA_FAULT_TIME)) {
            cl_set_fault(S, CLUA_FAULT_TIME, NULL, NULL, "the script took longer than its time limit");
            status = LUA_ERRRUN;
        }
        if (status != LUA_OK) {
            stop = store_end(S, b, i, status, &memory_faults);
        } else if (!store(L, S, b, i, 4)) {
            const char *type = cl_type_name(L, -1);
            cl_set_fault(S, CLUA_FAULT_RESULT_TYPE, "formula", "a plain value", "a formula may not give a %s", type);
            cl_copy(S->fault.got, sizeof S->fault.got, type);
            stop = store_end(S, b, i, LUA_ERRRUN, &memory_faults);
        }
        b->done = i + 1;
        lua_settop(L, 4);
        if (stop) break;
    }
    cl_watch_next(S);
    S->signal = CL_SIGNAL_NONE;
    return 0;
}

clua_outcome clua_evaluate(clua_state *S, int32_t function, int32_t set, int32_t first, int32_t count, uint8_t *tags,
                           uint64_t *bits, uint64_t limit_ns) {
    batch b = {function, set, first, count, tags, bits, 0};
    if (!S->entered) {
        S->batch_personal = false;
        S->strings.length = 0;
        S->string_count = 0;
    }
    clua_outcome outcome = cl_enter(S, evaluate, &b, limit_ns);
    for (int32_t i = b.done; i < count; i++) tags[i] = CLUA_ROW_NOT_RUN;
    return outcome;
}

const uint8_t *clua_strings(const clua_state *S, size_t *length, int32_t *count) {
    *length = S->strings.length;
    *count = S->string_count;
    return S->strings.bytes;
}
