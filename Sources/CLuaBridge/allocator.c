// Memory: one budget a state for Lua's own blocks and the bridge's buffers.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

/// Where memory runs out with this many frames on the stack, the recursion is to blame.
#define DEEP 20000

/// Lua's allocator. A block beyond the budget is refused, and the place remembered: Lua calls no message handler for
/// a memory error. Does not raise.
void *cl_allocate(void *state, void *block, size_t old_size, size_t new_size) {
    clua_state *S = state;
    if (!block) old_size = 0;
    if (new_size == 0) {
        free(block);
        S->used -= old_size;
        return NULL;
    }
    if (new_size > old_size && new_size - old_size > S->limits.memory - S->used) {
        S->refusals++;
        if (S->L && S->entered) {
            lua_Debug frame;
            S->refused.line = 0;
            cl_find_place(S->L, 0, &S->refused);
            S->refused_deep = lua_getstack(S->L, DEEP, &frame);
        }
        return NULL;
    }
    void *result = realloc(block, new_size);
    if (result) S->used = S->used - old_size + new_size;
    return result;
}

/// Collects garbage where memory is short. Lua's string buffers are refused memory without a collection first.
void cl_make_room(lua_State *L) {
    clua_state *S = cl_state(L);
    size_t limit = S->limits.memory;
    if (S->used < limit / 2 || S->used < S->collected + limit / 8) return;
    lua_gc(L, LUA_GCCOLLECT);
    S->collected = S->used;
}

/// Memory of the bridge's own, counted; NULL where refused. Does not raise.
void *cl_malloc(clua_state *S, size_t size) {
    if (size > S->limits.memory - S->used) return NULL;
    void *block = calloc(1, size ? size : 1);
    if (block) S->used += size;
    return block;
}

/// Gives cl_malloc's memory back. Does not raise.
void cl_free(clua_state *S, void *block, size_t size) {
    if (!block) return;
    free(block);
    S->used -= size;
}

/// Makes room; false where the budget forbids it. Does not raise.
bool cl_buffer_reserve(clua_state *S, cl_buffer *buffer, size_t capacity) {
    if (capacity <= buffer->capacity) return true;
    if (capacity < 256) capacity = 256;
    size_t doubled = buffer->capacity * 2;
    size_t spare = S->limits.memory - S->used;
    if (capacity < doubled && doubled - buffer->capacity <= spare) capacity = doubled;
    if (capacity - buffer->capacity > spare) return false;
    uint8_t *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) return false;
    S->used += capacity - buffer->capacity;
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

/// Empties a buffer and gives its memory back. Does not raise.
void cl_buffer_free(clua_state *S, cl_buffer *buffer) {
    cl_free(S, buffer->bytes, buffer->capacity);
    memset(buffer, 0, sizeof *buffer);
}

/// Adds bytes. Raises "memory" beyond the budget.
void cl_append(lua_State *L, cl_buffer *buffer, const void *bytes, size_t length) {
    clua_state *S = cl_state(L);
    if (length > buffer->capacity - buffer->length) {
        if (!cl_buffer_reserve(S, buffer, buffer->length + length)) {
            cl_raise(L, CLUA_FAULT_MEMORY, NULL, NULL, "not enough memory");
        }
    }
    if (length) memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}
