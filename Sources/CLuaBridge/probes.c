// Probes: calls that a host puts into a script's text to count what runs. Scripts reach them only where the library
// lists their names.

#include "internal.h"

static void count(lua_State *L, bool holds) {
    clua_state *S = cl_state(L);
    lua_Integer probe = lua_tointeger(L, 1);
    if (!S->probes || probe < 0 || (size_t)probe >= S->probe_count) return;
    uint32_t *counter = &S->probes[2 * (size_t)probe + (holds ? 0 : 1)];
    if (*counter < UINT32_MAX) ++*counter;
}

/// (probe) → : counts that it was passed. Does not raise.
static int passed(lua_State *L) {
    count(L, true);
    return 0;
}

/// (probe, value) → value: counts whether it was true. Does not raise.
static int tested(lua_State *L) {
    lua_settop(L, 2);
    count(L, lua_toboolean(L, 2));
    return 1;
}

const luaL_Reg cl_probe_functions[] = {{"__passed", passed}, {"__tested", tested}, {NULL, NULL}};

void clua_count(clua_state *state, uint32_t *probes, size_t count) {
    state->probes = probes;
    state->probe_count = count;
}
