// What the bridge's own files share. Every function that takes a lua_State runs under lua_pcall and may raise a Lua
// error unless its comment says that it does not.

#ifndef CLUA_INTERNAL_H
#define CLUA_INTERNAL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "CLuaBridge.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <signal.h>
#include <stdatomic.h>

/// Values nest no deeper than this when they cross.
#define CL_DEPTH 64
/// One crossing holds at most this many values.
#define CL_NODES 1000000
/// table.unpack, string.byte and the like give at most this many values (the probe for stack overflow relies on it).
#define CL_UNPACK 10000
/// Loops over a table's elements go no further.
#define CL_ELEMENTS 10000000
/// A callback is refused where less of the thread's C stack than this is left: Lua's own recursion needs it.
#define CL_STACK_RESERVE ((size_t)176 * 1024)
/// An entry is refused where less of the thread's C stack than this is left.
#define CL_STACK_NEEDED ((size_t)256 * 1024)

/// A place in a script; `line` 0 for none.
typedef struct {
    int32_t line;
    char file[1024];
} cl_place;

/// A growing byte buffer whose bytes count against the state's memory.
typedef struct {
    uint8_t *bytes;
    size_t length;
    size_t capacity;
} cl_buffer;

/// Why the sentinel was raised.
typedef enum { CL_SIGNAL_NONE, CL_SIGNAL_MISSING, CL_SIGNAL_NOT_READY, CL_SIGNAL_FAULT } cl_signal;

/// A name by the address of its interned string, which the table of names keeps alive.
typedef struct {
    const void *name;
    int32_t code;
} cl_name;

/// What a personal field is while personal fields are guarded.
enum { CL_PERSONAL = 1, CL_ALLOWED = 2 };

/// A record set: its layout and, while bound, its data.
typedef struct cl_set {
    clua_state *state;
    int32_t id;
    char *name;
    int32_t field_count;
    int32_t parent;
    int32_t parent_roster;   ///< which roster of the parent this is
    int32_t roster_count;
    int32_t roster_capacity;
    int32_t *rosters;        ///< the sets of its rosters
    uint8_t *personal;       ///< by field: 0, CL_PERSONAL or CL_ALLOWED; NULL where no field is personal
    int meta;                ///< registry: the metatable of its records
    int names;               ///< registry: name → code
    cl_name *quick_names;    ///< the same names, hashed by address
    uint32_t quick_mask;
    int choices;             ///< registry: field + 1 → table of choice names
    bool bound;
    int32_t row_count;
    int32_t column_count;
    clua_column *columns;
    const int32_t *parent_rows;
    const int32_t **roster_starts; ///< by roster; entries may be NULL
    const char *pool_bytes;
    const uint32_t *pool_starts;
    int32_t pool_count;
    int pool;                ///< registry: code + 1 → string
    int pool_sets;           ///< registry: field + 1 → (code + 1 → set)
} cl_set;

/// A slot of the watchdog: one running entry. Only atomics, so that the watchdog and the signal's handler may look.
typedef struct {
    _Atomic uint64_t serial;
    _Atomic uint64_t stop;     ///< the serial that is to stop
    _Atomic uint64_t limit;
    _Atomic uint64_t grace;
    _Atomic int hosted;        ///< in a callback of the host
    _Atomic int excused;       ///< in work of the host that is not the script's own
    _Atomic(clua_state *) state;
    uint64_t seen;             ///< the watchdog's own notes
    uint64_t stood;
} cl_slot;

struct clua_state {
    lua_State *L;
    uint32_t *probes;    ///< the host's: two counts a probe; NULL where nothing is counted
    size_t probe_count;
    clua_limits limits;
    clua_callbacks host;
    size_t used;
    clua_fault fault;
    bool placed;              ///< the fault has its place
    int fault_level;          ///< where the search for its place begins
    cl_signal signal;
    uint8_t reason;
    uint32_t token;
    volatile sig_atomic_t stop;
    size_t collected;         ///< bytes in use after the last forced collection
    uint32_t refusals;        ///< allocations refused
    cl_place refused;         ///< where the last one was
    bool refused_deep;        ///< in a very deep recursion
    bool entered;
    bool guarded;             ///< personal fields are guarded
    bool read_personal;       ///< a personal field was read
    bool batch_personal;      ///< in a record of the batch
    bool in_handler;
    int32_t loading_line;     ///< the line the parser has got to; 0 while not parsing
    const char *loading_file;
    char entry_file[1024];
    int32_t entry_line;
    cl_slot *slot;
    char *stack_end;          ///< the lowest address of the running thread's stack
    cl_buffer in;
    cl_buffer out;
    cl_buffer strings;
    int32_t string_count;
    cl_set **sets;
    int32_t set_count;
    int32_t set_capacity;
    int32_t function_count;
    int functions;            ///< registry: id → function and function → id
    int script_names;         ///< registry: name → value
    int module_names;
    int reason_names;         ///< registry: reason + 1 → name
    int roster_meta, set_meta, date_meta, row_meta, list_meta, object_meta;
};

/// The state of a lua_State. Does not raise.
static inline clua_state *cl_state(lua_State *L) {
    return *(clua_state **)lua_getextraspace(L);
}

// ── allocator.c ────────────────────────────────────────────────────────────────────────────────────────────────────
void *cl_allocate(void *state, void *block, size_t old_size, size_t new_size);
bool cl_buffer_reserve(clua_state *S, cl_buffer *buffer, size_t capacity);
void cl_buffer_free(clua_state *S, cl_buffer *buffer);
void cl_append(lua_State *L, cl_buffer *buffer, const void *bytes, size_t length);
void cl_make_room(lua_State *L);
void *cl_malloc(clua_state *S, size_t size);
void cl_free(clua_state *S, void *block, size_t size);

// ── watchdog.c ─────────────────────────────────────────────────────────────────────────────────────────────────────
bool cl_watch_begin(clua_state *S, uint64_t limit_ns);
void cl_watch_next(clua_state *S);
void cl_watch_end(clua_state *S);
void cl_host_begin(clua_state *S);
void cl_host_end(clua_state *S);
void cl_stop_hook(lua_State *L, lua_Debug *record);
/// Raises the fault "time" where the entry is to stop: called in the bridge's own loops.
static inline void cl_poll(lua_State *L) {
    if (cl_state(L)->stop) cl_stop_hook(L, NULL);
}

// ── fault.c ────────────────────────────────────────────────────────────────────────────────────────────────────────
_Noreturn void cl_raise(lua_State *L, clua_fault_kind kind, const char *name, const char *of, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
_Noreturn void cl_raise_again(lua_State *L);
_Noreturn void cl_raise_status(lua_State *L, int status);
_Noreturn void cl_raise_missing(lua_State *L, uint8_t reason);
_Noreturn void cl_raise_not_ready(lua_State *L, uint32_t token);
_Noreturn void cl_raise_result(lua_State *L, const char *function, const char *needs, int index);
void cl_set_fault(clua_state *S, clua_fault_kind kind, const char *name, const char *of, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void cl_set_message(clua_state *S, const char *bytes, size_t length);
void cl_add_candidate(clua_state *S, const char *name);
void cl_note_status(clua_state *S, int status);
bool cl_find_place(lua_State *L, int level, cl_place *place);
int cl_handler(lua_State *L);
const char *cl_type_name(lua_State *L, int index);
void cl_copy(char *target, size_t size, const char *source);

// ── entry.c ────────────────────────────────────────────────────────────────────────────────────────────────────────
clua_outcome cl_enter(clua_state *S, lua_CFunction body, void *argument, uint64_t limit_ns);
void cl_check_stack(lua_State *L, const char *function);

// ── environment.c ──────────────────────────────────────────────────────────────────────────────────────────────────
extern const char cl_require_key;
void cl_load(lua_State *L, const char *source, size_t length, const char *name);
void cl_push_environment(lua_State *L, bool module, int loaded);
int cl_unknown_global(lua_State *L);
int cl_unknown_member(lua_State *L);
int cl_read_only(lua_State *L);

// ── encode.c, decode.c ─────────────────────────────────────────────────────────────────────────────────────────────
void cl_encode_more(lua_State *L, int index);
void cl_encode(lua_State *L, int index);
void cl_encode_arguments(lua_State *L, int first, int count);
int cl_decode_arguments(lua_State *L, size_t length);
void cl_push_reply(lua_State *L, const clua_reply *reply);
void cl_push_function(lua_State *L, int32_t id);
int32_t cl_function_id(lua_State *L, int index);
void cl_sorted_keys(lua_State *L, int index, lua_Integer array);

// ── objects ────────────────────────────────────────────────────────────────────────────────────────────────────────
typedef enum { CL_RECORD = 1, CL_ROSTER, CL_SET, CL_DATE, CL_ROW, CL_LIST, CL_OBJECT, CL_SCRATCH } cl_kind;
typedef struct { uint32_t kind; int32_t set; int32_t row; } cl_record;
/// `count` −1 until its rows are known; rows that the host gave are in the user value, else they begin at `first`.
typedef struct { uint32_t kind; int32_t set; int32_t parent_row; int32_t count; int32_t first; bool listed; } cl_roster;
typedef struct { uint32_t kind; uint32_t has_time; double days; } cl_date;
typedef struct { uint32_t kind; int32_t id; } cl_object;
typedef struct { uint32_t kind; } cl_wrapper; ///< set, row, list: the data is in the user value

/// Where an address is looked for first.
static inline uint32_t cl_address_hash(const void *address) {
    uintptr_t bits = (uintptr_t)address;
    return (uint32_t)((bits >> 4) ^ (bits >> 12));
}

/// The object at the index if it is a userdata of this kind, else NULL. Does not raise.
static inline void *cl_test(lua_State *L, int index, cl_kind kind) {
    if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
    void *block = lua_touserdata(L, index);
    return *(uint32_t *)block == (uint32_t)kind ? block : NULL;
}

void cl_push_date(lua_State *L, double days, bool has_time);
void cl_date_text(const cl_date *date, char *text, size_t size);
void cl_date_setup(lua_State *L);
void cl_push_set(lua_State *L, const char *names, size_t length);
void cl_set_choices(lua_State *L, const cl_set *set, int32_t field);
void cl_wrap(lua_State *L, cl_kind kind);
void cl_container_setup(lua_State *L);
void cl_push_object(lua_State *L, int32_t id);
void cl_object_setup(lua_State *L);
int cl_host_function(lua_State *L);
void cl_new_meta(lua_State *L, const char *name, const luaL_Reg *events);

// ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────
typedef enum { CL_READ_VALUE, CL_READ_MISSING, CL_READ_NOT_READY, CL_READ_FAULT } cl_read;
/// Codes of names besides the fields' own (0 …): CLUA_FIELD_PARENT, CLUA_FIELD_INDEX, and rosters from here down.
#define CL_ROSTER_CODE (-10)
void cl_record_setup(lua_State *L);
void cl_push_record(lua_State *L, int32_t set, int32_t row);
void cl_push_roster(lua_State *L, int32_t set, int32_t parent_row);
cl_read cl_read_code(lua_State *L, cl_set *set, int32_t row, int32_t code);
cl_read cl_look_at_code(lua_State *L, cl_set *set, int32_t row, int32_t code);
int32_t cl_field_code(lua_State *L, const cl_set *set, int key);
int cl_record_index(lua_State *L);
int cl_record_equal(lua_State *L);
cl_read cl_resolve_roster(lua_State *L, int index);
int32_t cl_roster_row(lua_State *L, int index, lua_Integer place);
_Noreturn void cl_raise_read(lua_State *L, cl_read read);
void cl_free_set(clua_state *S, cl_set *set);

// ── libraries ──────────────────────────────────────────────────────────────────────────────────────────────────────
void cl_open_library(lua_State *L);
void cl_set_string_methods(lua_State *L);
extern const luaL_Reg cl_base_functions[];
extern const luaL_Reg cl_string_functions[];
extern const luaL_Reg cl_pattern_functions[];
extern const luaL_Reg cl_table_functions[];
extern const luaL_Reg cl_record_functions[];
extern const luaL_Reg cl_probe_functions[];
int cl_table_sort(lua_State *L);
int cl_to_text(lua_State *L, int index);
void cl_nil_setup(lua_State *L);
lua_Integer cl_length(lua_State *L, int index, const char *function);

// ── pattern.c ──────────────────────────────────────────────────────────────────────────────────────────────────────
#define CL_CAPTURES 32
#define CL_POSITION (-2)
typedef struct { const char *start; ptrdiff_t length; } cl_capture;
typedef struct {
    lua_State *L;
    const char *function;
    const char *subject, *subject_end, *pattern_end;
    uint64_t steps;
    int level;
    int depth;
    cl_capture captures[CL_CAPTURES];
} cl_matcher;
void cl_match_start(cl_matcher *m, lua_State *L, const char *function, const char *subject, size_t subject_length,
                    const char *pattern, size_t pattern_length);
const char *cl_match(cl_matcher *m, const char *s, const char *p);
int cl_push_captures(cl_matcher *m, const char *s, const char *e);
void cl_push_capture(cl_matcher *m, int index, const char *s, const char *e);

#endif
