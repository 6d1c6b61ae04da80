// Record sets: what their records are called and hold, and the columns bound to them.

#include "internal.h"

#include <stdlib.h>
#include <string.h>

static const char *next_name(const char *name) {
    return name + strlen(name) + 1;
}

/// Frees a set's own memory. Does not raise.
void cl_free_set(clua_state *S, cl_set *set) {
    if (!set) return;
    if (set->name) cl_free(S, set->name, strlen(set->name) + 1);
    cl_free(S, set->personal, (size_t)set->field_count);
    cl_free(S, set->rosters, (size_t)set->roster_capacity * sizeof *set->rosters);
    cl_free(S, set->columns, (size_t)set->column_count * sizeof *set->columns);
    cl_free(S, set->roster_starts, (size_t)set->roster_capacity * sizeof *set->roster_starts);
    if (set->quick_names) cl_free(S, set->quick_names, ((size_t)set->quick_mask + 1) * sizeof *set->quick_names);
    cl_free(S, set, sizeof *set);
}

static void *allocate(lua_State *L, size_t size) {
    void *block = cl_malloc(cl_state(L), size);
    if (!block) cl_raise(L, CLUA_FAULT_MEMORY, NULL, NULL, "not enough memory");
    return block;
}

/// Room for one more set.
static void grow_sets(lua_State *L, clua_state *S) {
    if (S->set_count < S->set_capacity) return;
    int32_t capacity = S->set_capacity ? S->set_capacity * 2 : 16;
    cl_set **sets = allocate(L, (size_t)capacity * sizeof *sets);
    if (S->set_count) memcpy(sets, S->sets, (size_t)S->set_count * sizeof *sets);
    cl_free(S, S->sets, (size_t)S->set_capacity * sizeof *S->sets);
    S->sets = sets;
    S->set_capacity = capacity;
}

/// Room for one more roster in the parent.
static void grow_rosters(lua_State *L, clua_state *S, cl_set *parent) {
    if (parent->roster_count < parent->roster_capacity) return;
    int32_t capacity = parent->roster_capacity ? parent->roster_capacity * 2 : 4;
    int32_t *rosters = allocate(L, (size_t)capacity * sizeof *rosters);
    if (parent->roster_count) memcpy(rosters, parent->rosters, (size_t)parent->roster_count * sizeof *rosters);
    cl_free(S, parent->rosters, (size_t)parent->roster_capacity * sizeof *parent->rosters);
    parent->rosters = rosters;
    const int32_t **starts = cl_malloc(S, (size_t)capacity * sizeof *starts);
    if (!starts) {
        cl_free(S, parent->rosters, (size_t)capacity * sizeof *rosters);
        parent->rosters = NULL;
        parent->roster_count = parent->roster_capacity = 0;
        cl_raise(L, CLUA_FAULT_MEMORY, NULL, NULL, "not enough memory");
    }
    if (parent->roster_starts) {
        memcpy(starts, parent->roster_starts, (size_t)parent->roster_count * sizeof *starts);
        cl_free(S, parent->roster_starts, (size_t)parent->roster_capacity * sizeof *starts);
    }
    parent->roster_starts = starts;
    parent->roster_capacity = capacity;
}

/// Hashes the names of a set by the addresses of their strings. Names too long to be interned stay out: they are found
/// in the table of names.
static void index_names(lua_State *L, clua_state *S, cl_set *set) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, set->names);
    uint32_t count = 0, size = 8;
    for (lua_pushnil(L); lua_next(L, -2); count++) lua_pop(L, 1);
    while (size < 2 * count) size *= 2;
    cl_name *names = allocate(L, size * sizeof *names);
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        uint32_t place = cl_address_hash(lua_topointer(L, -2)) & (size - 1);
        while (names[place].name) place = (place + 1) & (size - 1);
        names[place] = (cl_name){lua_topointer(L, -2), (int32_t)lua_tointeger(L, -1)};
    }
    lua_pop(L, 1);
    if (set->quick_names) cl_free(S, set->quick_names, ((size_t)set->quick_mask + 1) * sizeof *names);
    set->quick_names = names;
    set->quick_mask = size - 1;
}

/// The tables of a set: names → codes, choices by field, and the metatable of its records.
static void build_tables(lua_State *L, cl_set *set, const clua_layout *layout) {
    lua_newtable(L);
    const char *end = layout->fields.bytes + layout->fields.length;
    for (const char *name = layout->fields.bytes; name < end; name = next_name(name)) {
        lua_pushinteger(L, set->field_count++);
        lua_setfield(L, -2, name);
    }
    if (layout->parent >= 0) {
        lua_pushinteger(L, CLUA_FIELD_PARENT);
        lua_setfield(L, -2, layout->parent_name);
        lua_pushinteger(L, CLUA_FIELD_INDEX);
        lua_setfield(L, -2, "index");
    }
    lua_newtable(L);
    static const luaL_Reg events[] = {
        {"__index", cl_record_index}, {"__newindex", cl_read_only}, {"__eq", cl_record_equal}, {NULL, NULL},
    };
    cl_new_meta(L, layout->name, events);
    set->meta = luaL_ref(L, LUA_REGISTRYINDEX);
    end = layout->choices.bytes + layout->choices.length;
    lua_Integer field = 0;
    for (const char *name = layout->choices.bytes; name < end; name = next_name(name)) {
        field++;
        if (!*name) continue;
        lua_newtable(L);
        for (; name < end && *name; name = next_name(name)) {
            lua_pushboolean(L, 1);
            lua_setfield(L, -2, name);
        }
        lua_rawseti(L, -2, field);
    }
    set->choices = luaL_ref(L, LUA_REGISTRYINDEX);
    set->names = luaL_ref(L, LUA_REGISTRYINDEX);
}

typedef struct {
    const clua_layout *layout;
    int32_t set;
} definition;

static int define(lua_State *L) {
    definition *d = lua_touserdata(L, 1);
    clua_state *S = cl_state(L);
    const clua_layout *layout = d->layout;
    lua_settop(L, 0);
    if (layout->parent >= S->set_count) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "the parent's set is not defined");
    }
    grow_sets(L, S);
    cl_set *parent = layout->parent >= 0 ? S->sets[layout->parent] : NULL;
    if (parent) grow_rosters(L, S, parent);
    cl_set *set = allocate(L, sizeof *set);
    set->state = S;
    set->id = S->set_count;
    set->parent = layout->parent;
    set->pool = set->pool_sets = LUA_NOREF;
    S->sets[S->set_count++] = set; // from here on, it is freed with the state
    set->name = allocate(L, strlen(layout->name) + 1);
    memcpy(set->name, layout->name, strlen(layout->name) + 1);
    build_tables(L, set, layout);
    index_names(L, S, set);
    if (layout->personal && set->field_count > 0) {
        uint8_t *personal = allocate(L, (size_t)set->field_count);
        for (int32_t i = 0; i < set->field_count; i++) personal[i] = layout->personal[i] ? CL_PERSONAL : 0;
        set->personal = personal;
    }
    if (parent) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, parent->names);
        lua_pushinteger(L, CL_ROSTER_CODE - parent->roster_count);
        lua_setfield(L, -2, layout->roster_name);
        set->parent_roster = parent->roster_count;
        parent->roster_starts[parent->roster_count] = NULL;
        parent->rosters[parent->roster_count++] = set->id;
        index_names(L, S, parent);
    }
    d->set = set->id;
    return 0;
}

clua_outcome clua_define(clua_state *S, const clua_layout *layout, int32_t *set) {
    definition d = {layout, -1};
    clua_outcome outcome = cl_enter(S, define, &d, UINT64_MAX / 2);
    *set = d.set;
    return outcome;
}

void clua_guard(clua_state *S, bool guarded) {
    S->guarded = guarded;
}

void clua_allow(clua_state *S, int32_t id, int32_t field, bool allowed) {
    if (id < 0 || id >= S->set_count) return;
    cl_set *set = S->sets[id];
    if (!set->personal || field < 0 || field >= set->field_count || !set->personal[field]) return;
    set->personal[field] = allowed ? CL_ALLOWED : CL_PERSONAL;
}

bool clua_batch_read_personal(const clua_state *S) {
    return S->batch_personal;
}

bool clua_read_by_host(clua_state *S, int32_t id, int32_t field) {
    if (id < 0 || id >= S->set_count) return true;
    const cl_set *set = S->sets[id];
    if (!set->personal || field < 0 || field >= set->field_count || !set->personal[field]) return true;
    if (S->guarded && set->personal[field] != CL_ALLOWED) return false;
    S->read_personal = true;
    return true;
}

static void release(lua_State *L, cl_set *set) {
    clua_state *S = cl_state(L);
    set->bound = false;
    cl_free(S, set->columns, (size_t)set->column_count * sizeof *set->columns);
    set->columns = NULL;
    set->column_count = 0;
    for (int32_t i = 0; i < set->roster_count; i++) set->roster_starts[i] = NULL;
    luaL_unref(L, LUA_REGISTRYINDEX, set->pool);
    luaL_unref(L, LUA_REGISTRYINDEX, set->pool_sets);
    set->pool = set->pool_sets = LUA_NOREF;
}

typedef struct {
    int32_t set;
    const clua_binding *binding;
} bind_arguments;

static cl_set *check_set(lua_State *L, int32_t id) {
    clua_state *S = cl_state(L);
    if (id < 0 || id >= S->set_count) cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "there is no such record set");
    return S->sets[id];
}

static int bind(lua_State *L) {
    const bind_arguments *arguments = lua_touserdata(L, 1);
    const clua_binding *binding = arguments->binding;
    cl_set *set = check_set(L, arguments->set);
    release(L, set);
    if (binding->column_count > set->field_count) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "more columns than fields");
    }
    lua_newtable(L);
    set->pool = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_newtable(L);
    set->pool_sets = luaL_ref(L, LUA_REGISTRYINDEX);
    size_t size = (size_t)binding->column_count * sizeof *set->columns;
    set->columns = allocate(L, size);
    if (size) memcpy(set->columns, binding->columns, size);
    set->column_count = binding->column_count;
    set->row_count = binding->row_count;
    set->parent_rows = binding->parent_rows;
    for (int32_t i = 0; i < binding->roster_count; i++) {
        for (int32_t k = 0; k < set->roster_count; k++) {
            if (set->rosters[k] == binding->roster_sets[i]) set->roster_starts[k] = binding->roster_starts[i];
        }
    }
    set->pool_bytes = binding->pool_bytes;
    set->pool_starts = binding->pool_starts;
    set->pool_count = binding->pool_count;
    set->bound = true;
    return 0;
}

static int unbind(lua_State *L) {
    release(L, check_set(L, *(const int32_t *)lua_touserdata(L, 1)));
    return 0;
}

clua_outcome clua_bind(clua_state *S, int32_t set, const clua_binding *binding) {
    bind_arguments arguments = {set, binding};
    return cl_enter(S, bind, &arguments, UINT64_MAX / 2);
}

clua_outcome clua_unbind(clua_state *S, int32_t set) {
    return cl_enter(S, unbind, &set, UINT64_MAX / 2);
}
