// A state's life, and what Swift reads from it.

#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// Reached only by a mistake in the bridge itself: an error outside every protected call.
static int panic(lua_State *L) {
    (void)L;
    static const char line[] = "Chiso: an error in a script escaped its protected call; the process ends\n";
    ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);
    (void)written;
    _exit(70);
}

clua_state *clua_new(const clua_limits *limits, const clua_callbacks *callbacks) {
    clua_state *S = calloc(1, sizeof *S);
    if (!S) return NULL;
    S->limits = *limits;
    S->host = *callbacks;
    lua_State *L = lua_newstate(cl_allocate, S);
    if (!L) {
        free(S);
        return NULL;
    }
    S->L = L;
    *(clua_state **)lua_getextraspace(L) = S;
    lua_atpanic(L, panic);
    return S;
}

void clua_close(clua_state *S) {
    if (!S || S->entered) return;
    lua_close(S->L);
    S->L = NULL;
    for (int32_t i = 0; i < S->set_count; i++) cl_free_set(S, S->sets[i]);
    cl_free(S, S->sets, (size_t)S->set_capacity * sizeof *S->sets);
    cl_buffer_free(S, &S->in);
    cl_buffer_free(S, &S->out);
    cl_buffer_free(S, &S->strings);
    free(S);
}

uint8_t *clua_input(clua_state *S, size_t length) {
    return cl_buffer_reserve(S, &S->in, length ? length : 1) ? S->in.bytes : NULL;
}

const uint8_t *clua_output(const clua_state *S, size_t *length) {
    *length = S->out.length;
    return S->out.bytes;
}

const clua_fault *clua_last_fault(const clua_state *S) {
    return &S->fault;
}

uint8_t clua_reason(const clua_state *S) {
    return S->reason;
}

uint32_t clua_token(const clua_state *S) {
    return S->token;
}

size_t clua_memory_used(const clua_state *S) {
    return S->used;
}

bool clua_is_running(const clua_state *S) {
    return S->entered;
}

static int release(lua_State *L) {
    int32_t id = *(const int32_t *)lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, cl_state(L)->functions);
    if (lua_rawgeti(L, -1, id) != LUA_TFUNCTION) return 0;
    lua_pushnil(L);
    lua_rawset(L, -3);
    lua_pushnil(L);
    lua_rawseti(L, -2, id);
    return 0;
}

clua_outcome clua_release(clua_state *S, int32_t function) {
    return cl_enter(S, release, &function, UINT64_MAX / 2);
}
