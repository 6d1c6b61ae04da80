// The one way into Lua. No Lua type appears here, so that Swift never holds a lua_State; every entry runs in a C
// function under lua_pcall, so that no Lua error ever unwinds through a Swift frame. A Swift callback fills a
// clua_reply and returns; the bridge raises afterwards.
//
// A state belongs to one thread at a time. Entries of different states may nest on one thread.

#ifndef CLUABRIDGE_H
#define CLUABRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One sandboxed Lua state.
typedef struct clua_state clua_state;

/// What a state may use.
typedef struct {
    size_t memory;          ///< bytes of Lua memory and bridge buffers together
    size_t source_bytes;    ///< bytes of one source file
    size_t string_bytes;    ///< bytes of one string made by string.rep
    uint64_t pattern_steps; ///< steps of one call of a pattern function, besides 20 for each byte of the subject
    uint64_t grace_ns;      ///< processor time past a limit after which the process ends with code 65
} clua_limits;

/// How an entry ended.
typedef enum {
    CLUA_VALUE = 0,     ///< a value; encoded in clua_output
    CLUA_MISSING = 1,   ///< a field without a value was read: clua_reason
    CLUA_NOT_READY = 2, ///< the host could not answer yet: clua_token
    CLUA_FAULT = 3,     ///< clua_last_fault
} clua_outcome;

/// The kinds of faults. The comment says what `name`, `of` and `got` hold.
typedef enum {
    CLUA_FAULT_SYNTAX = 1,
    CLUA_FAULT_RAISED,           ///< the script's own error() or assert()
    CLUA_FAULT_RUNTIME,          ///< an error that Lua itself raised
    CLUA_FAULT_NIL_OPERAND,      ///< name: the operation
    CLUA_FAULT_UNKNOWN_FIELD,    ///< name: the field; of: the record set, row, library …
    CLUA_FAULT_UNKNOWN_GLOBAL,   ///< name
    CLUA_FAULT_READ_ONLY,        ///< name: the key written; of: what was written to
    CLUA_FAULT_ASSIGN_GLOBAL,    ///< name
    CLUA_FAULT_MEMORY,
    CLUA_FAULT_TIME,
    CLUA_FAULT_STACK_DEPTH,
    CLUA_FAULT_TOO_LARGE,        ///< name: the function
    CLUA_FAULT_PATTERN,          ///< name: the function
    CLUA_FAULT_REENTRY,
    CLUA_FAULT_BYTECODE,
    CLUA_FAULT_SOURCE_SIZE,
    CLUA_FAULT_HOST,             ///< the host keeps code and facts
    CLUA_FAULT_RESULT_TYPE,      ///< name: the function; of: what it needs; got: what it was given
    CLUA_FAULT_OVERFLOW,         ///< name: the function
    CLUA_FAULT_UNKNOWN_MODULE,   ///< name
    CLUA_FAULT_MODULE_CYCLE,     ///< name
    CLUA_FAULT_VALUE,            ///< got: the type that cannot cross, or "cycle"
    CLUA_FAULT_LIBRARY,          ///< name: a listed name that nothing defines
    CLUA_FAULT_PERSONAL,         ///< name: the personal field that may not be read here; of: the record set
} clua_fault_kind;

/// A fault, in fixed memory: recording one never allocates.
typedef struct {
    clua_fault_kind kind;
    int32_t line;           ///< 0 where no script is on the stack
    int32_t candidates_length;
    bool personal;          ///< a personal field had been read: texts may hold what stands in it
    char message[1024];
    char file[1024];
    char function[128];     ///< what was called, if known
    char name[256];
    char of[128];
    char got[64];
    char candidates[2048];  ///< names, each ended by a zero byte
} clua_fault;

/// The tags of values, in replies, in encoded buffers and in batch results.
typedef enum {
    CLUA_NIL = 0,
    CLUA_FALSE = 1,
    CLUA_TRUE = 2,
    CLUA_INTEGER = 3,
    CLUA_NUMBER = 4,
    CLUA_STRING = 5,   ///< u32 length, bytes
    CLUA_DATE = 6,     ///< double days since 1970-01-01, u8 has a time
    CLUA_SET = 7,      ///< u32 count, strings
    CLUA_ROW = 8,      ///< u32 count, (string, value) …
    CLUA_TABLE = 9,    ///< u32 count, values; u32 count, (key value, value) …; string: class name, empty if none
    CLUA_FUNCTION = 10, ///< i32 id; outwards also i32 first line, i32 last line, string: file
    CLUA_RECORD = 11,  ///< i32 set, i32 row
    CLUA_ROSTER = 12,  ///< i32 set, i32 parent row
    CLUA_OBJECT = 13,  ///< i32 id
    CLUA_LIST = 14,    ///< u32 count, values; read-only
    CLUA_ENCODED = 15, ///< replies only: the input buffer holds one encoded value
} clua_tag;

/// What a row of a batch ended in, besides CLUA_NIL … CLUA_DATE (`bits`: the integer, the double's bits, the code of
/// the string, the days' bits).
enum {
    CLUA_ROW_DATETIME = 7,  ///< bits: the days' bits
    CLUA_ROW_MISSING = 8,   ///< bits: the reason
    CLUA_ROW_FAULT = 9,
    CLUA_ROW_NOT_READY = 10, ///< bits: the token
    CLUA_ROW_NOT_RUN = 11,  ///< the batch was stopped before it
};

/// What the host said.
typedef enum {
    CLUA_REPLY_VALUE = 0,
    CLUA_REPLY_MISSING = 1,
    CLUA_REPLY_NOT_READY = 2,
    CLUA_REPLY_FAULT = 3,   ///< the host's own fault; `message` in the input buffer, `length` bytes
    CLUA_REPLY_METHOD = 4,  ///< the name is a method of the object
    CLUA_REPLY_UNKNOWN = 5, ///< the input buffer holds of, name and candidates, each ended by a zero byte
} clua_reply_status;

/// A reply. Strings, encoded values and rows lie in the input buffer (clua_input).
typedef struct {
    uint8_t status;
    uint8_t reason;
    uint8_t tag;
    uint8_t has_time;
    uint32_t token;
    int32_t first;   ///< set, object or function
    int32_t second;  ///< row
    int64_t integer;
    double number;
    size_t length;   ///< bytes in the input buffer (rows: their number)
} clua_reply;

/// The host's callbacks. Each is called outside Lua's own frames and must return.
typedef struct {
    void *context;
    void (*call)(void *context, int32_t function, const uint8_t *arguments, size_t length, clua_reply *reply);
    void (*read)(void *context, int32_t set, int32_t row, int32_t field, clua_reply *reply);
    void (*roster_rows)(void *context, int32_t set, int32_t parent_row, clua_reply *reply);
    void (*property)(void *context, int32_t object, const char *name, size_t length, clua_reply *reply);
    void (*invoke)(void *context, int32_t object, const char *name, size_t length, const uint8_t *arguments,
                   size_t arguments_length, clua_reply *reply);
    /// The input buffer: the file's name ended by a zero byte, then the source.
    void (*module_source)(void *context, const char *name, size_t length, clua_reply *reply);
    /// A row of the running batch ended in the fault that clua_last_fault tells.
    void (*batch_fault)(void *context, int32_t row);
} clua_callbacks;

/// Names, each ended by a zero byte, one after the other.
typedef struct {
    const char *bytes;
    size_t length;
} clua_names;

/// The allow-list.
typedef struct {
    clua_names script_names;
    clua_names module_names;
    clua_names host_functions;
    clua_names reasons;
    const char *prelude;
    size_t prelude_length;
} clua_library;

/// Fields that are no questions, for the `read` callback.
enum { CLUA_FIELD_PARENT = -1, CLUA_FIELD_INDEX = -2 };

/// What the values of a column are.
typedef enum {
    CLUA_COLUMN_NONE = 0,     ///< no column: the host is asked
    CLUA_COLUMN_BOOLEAN = 1,  ///< uint8_t
    CLUA_COLUMN_INTEGER = 2,  ///< int64_t
    CLUA_COLUMN_NUMBER = 3,   ///< double
    CLUA_COLUMN_STRING = 4,   ///< int32_t, a code of the pool
    CLUA_COLUMN_DATE = 5,     ///< int32_t days
    CLUA_COLUMN_DATETIME = 6, ///< double days
    CLUA_COLUMN_SET = 7,      ///< int32_t, a code of the pool: names joined by spaces
} clua_column_kind;

/// States of a cell: a value, not asked, 2 + reason for a missing one, or "ask the host".
enum { CLUA_STATE_VALUE = 0, CLUA_STATE_NOT_ASKED = 1, CLUA_STATE_REASON = 2, CLUA_STATE_ASK = 255 };

/// One column; `states` NULL means that every cell has a value.
typedef struct {
    clua_column_kind kind;
    const uint8_t *states;
    const void *values;
} clua_column;

/// The data of a record set. All arrays stay alive until it is unbound; only `columns`, `roster_sets` and
/// `roster_starts` themselves are copied.
typedef struct {
    int32_t row_count;
    int32_t column_count;
    const clua_column *columns;
    const int32_t *parent_rows;          ///< or NULL
    int32_t roster_count;
    const int32_t *roster_sets;
    const int32_t *const *roster_starts; ///< row_count + 1 offsets each
    const char *pool_bytes;
    const uint32_t *pool_starts;         ///< pool_count + 1 offsets
    int32_t pool_count;
} clua_binding;

/// A record set. `choices`: for each field a group of names ended by an empty name; an empty group means "any name".
typedef struct {
    const char *name;
    clua_names fields;
    clua_names choices;
    int32_t parent;          ///< a set defined before, or -1
    const char *parent_name; ///< how the record reads its parent
    const char *roster_name; ///< how the parent reads this roster
    const uint8_t *personal; ///< for each field whether it is personal; NULL: none is
} clua_layout;

/// A state without a library, or NULL where there is no memory.
clua_state *clua_new(const clua_limits *limits, const clua_callbacks *callbacks);
/// Ends the state.
void clua_close(clua_state *state);
/// Builds the library; once, before everything else.
clua_outcome clua_set_up(clua_state *state, const clua_library *library);

/// Gives the probes (`__passed`, `__tested`) their counters: for each probe how often it was passed or true, and how often
/// false. The host keeps them as long as the state lives. Does not raise.
void clua_count(clua_state *state, uint32_t *probes, size_t count);

/// Runs a source in a fresh environment; the value of the chunk is in clua_output.
clua_outcome clua_run(clua_state *state, const char *source, size_t length, const char *name, bool module,
                      uint64_t limit_ns);
/// Calls a function with the arguments in the input buffer (u32 count, encoded values).
clua_outcome clua_call(clua_state *state, int32_t function, size_t arguments_length, uint64_t limit_ns);
/// Calls a function with each of the records first ..< first + count; `tags` and `bits` have `count` places.
/// The strings of the results, by code, are in clua_strings (u32 length, bytes, …).
clua_outcome clua_evaluate(clua_state *state, int32_t function, int32_t set, int32_t first, int32_t count,
                           uint8_t *tags, uint64_t *bits, uint64_t limit_ns);

/// Defines a record set: its number in `set`.
clua_outcome clua_define(clua_state *state, const clua_layout *layout, int32_t *set);
/// Gives a set its data.
clua_outcome clua_bind(clua_state *state, int32_t set, const clua_binding *binding);
/// Takes a set's data away: the host is asked again.
clua_outcome clua_unbind(clua_state *state, int32_t set);

/// While `guarded`, reading the value of a personal field that is not allowed raises "personal".
void clua_guard(clua_state *state, bool guarded);
/// Allows a personal field to be read while guarded, or no longer.
void clua_allow(clua_state *state, int32_t set, int32_t field, bool allowed);
/// Whether a record of the last batch had a personal field read.
bool clua_batch_read_personal(const clua_state *state);
/// Notes, from within a callback, that the host read a field for the script; false where the script may not.
bool clua_read_by_host(clua_state *state, int32_t set, int32_t field);

/// Writes what the function is into clua_output: string name (of a function of the library, else empty), u8 parameters,
/// u8 whether it takes further ones, u32 count, (string name, u8 whether the value can be given, value) … of its
/// upvalues but `_ENV`.
clua_outcome clua_inspect(clua_state *state, int32_t function);
/// Whether the function was compiled from the source: `same` is whether the function that the source gives, run in an
/// empty environment, has the same code, constants and lines.
clua_outcome clua_same_code(clua_state *state, int32_t function, const char *source, size_t length, bool *same);
/// Writes what the function's upvalues hold into clua_output: u32 count, (string name, u64 hash) ….
clua_outcome clua_upvalues(clua_state *state, int32_t function);
/// Forgets a function that was given out.
clua_outcome clua_release(clua_state *state, int32_t function);

/// A buffer of `length` bytes for arguments or a reply; NULL where the limit of memory forbids it.
uint8_t *clua_input(clua_state *state, size_t length);
/// What the last entry wrote.
const uint8_t *clua_output(const clua_state *state, size_t *length);
/// The strings of the last batch.
const uint8_t *clua_strings(const clua_state *state, size_t *length, int32_t *count);
/// The last fault.
const clua_fault *clua_last_fault(const clua_state *state);
/// The reason of the last missing outcome.
uint8_t clua_reason(const clua_state *state);
/// The token of the last "not ready" outcome.
uint32_t clua_token(const clua_state *state);
/// Bytes in use.
size_t clua_memory_used(const clua_state *state);
/// Says, from within a callback, that the time from now on (or no longer) is not the script's own: it counts for an
/// eighth. Does not raise.
void clua_excuse(clua_state *state, bool excused);
/// Whether an entry of this state is running.
bool clua_is_running(const clua_state *state);

#endif
