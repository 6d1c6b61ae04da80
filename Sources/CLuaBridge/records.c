// Records and rosters: read-only userdata over the bound columns, or over what the host answers. Reading a field of a
// bound column is the hot path of every evaluation.

#include "internal.h"

#include <string.h>

/// Pushes a record.
void cl_push_record(lua_State *L, int32_t set, int32_t row) {
    clua_state *S = cl_state(L);
    if (set < 0 || set >= S->set_count) cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "there is no such record set");
    cl_record *record = lua_newuserdatauv(L, sizeof *record, 0);
    record->kind = CL_RECORD;
    record->set = set;
    record->row = row;
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->sets[set]->meta);
    lua_setmetatable(L, -2);
}

/// Pushes a roster whose rows are looked up when they are needed.
void cl_push_roster(lua_State *L, int32_t set, int32_t parent_row) {
    clua_state *S = cl_state(L);
    if (set < 0 || set >= S->set_count || S->sets[set]->parent < 0) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "there is no such roster");
    }
    cl_roster *roster = lua_newuserdatauv(L, sizeof *roster, 1);
    *roster = (cl_roster){CL_ROSTER, set, parent_row, -1, 0, false};
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->roster_meta);
    lua_setmetatable(L, -2);
}

/// What a reply that is no value means; nothing is pushed.
static cl_read read_reply(clua_state *S, const clua_reply *reply) {
    switch (reply->status) {
    case CLUA_REPLY_MISSING: S->reason = reply->reason; return CL_READ_MISSING;
    case CLUA_REPLY_NOT_READY: S->token = reply->token; return CL_READ_NOT_READY;
    default: {
        int length = reply->status == CLUA_REPLY_FAULT && reply->length < 1000 ? (int)reply->length : 0;
        cl_set_fault(S, CLUA_FAULT_HOST, NULL, NULL, "%.*s", length, (const char *)S->in.bytes);
        S->signal = CL_SIGNAL_NONE;
        return CL_READ_FAULT;
    }
    }
}

/// Raises a read that gave no value.
void cl_raise_read(lua_State *L, cl_read read) {
    clua_state *S = cl_state(L);
    switch (read) {
    case CL_READ_MISSING: cl_raise_missing(L, S->reason);
    case CL_READ_NOT_READY: cl_raise_not_ready(L, S->token);
    default: S->signal = CL_SIGNAL_FAULT; cl_raise_again(L);
    }
}

static cl_read ask_host(lua_State *L, cl_set *set, int32_t row, int32_t field) {
    clua_state *S = set->state;
    cl_check_stack(L, "read");
    clua_reply reply = {0};
    cl_host_begin(S);
    S->host.read(S->host.context, set->id, row, field, &reply);
    cl_host_end(S);
    if (reply.status != CLUA_REPLY_VALUE) return read_reply(S, &reply);
    cl_push_reply(L, &reply);
    if (field >= 0 && cl_test(L, -1, CL_SET)) cl_set_choices(L, set, field);
    return CL_READ_VALUE;
}

/// Pushes a string of the pool, made once.
static void push_pooled(lua_State *L, const cl_set *set, int32_t code) {
    if (code < 0 || code >= set->pool_count) {
        cl_raise(L, CLUA_FAULT_VALUE, NULL, NULL, "a column holds a string code that is not in its pool");
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, set->pool);
    if (lua_rawgeti(L, -1, code + 1) == LUA_TNIL) {
        lua_pop(L, 1);
        uint32_t start = set->pool_starts[code];
        lua_pushlstring(L, set->pool_bytes + start, set->pool_starts[code + 1] - start);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, code + 1);
    }
    lua_remove(L, -2);
}

/// Pushes the set that a code of the pool stands for, made once for each field.
static void push_pooled_set(lua_State *L, const cl_set *set, int32_t field, int32_t code) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, set->pool_sets);
    if (lua_rawgeti(L, -1, field + 1) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, field + 1);
    }
    if (lua_rawgeti(L, -1, code + 1) == LUA_TNIL) {
        lua_pop(L, 1);
        push_pooled(L, set, code);
        size_t length;
        const char *names = lua_tolstring(L, -1, &length);
        cl_push_set(L, names, length);
        cl_set_choices(L, set, field);
        lua_remove(L, -2);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, code + 1);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

static cl_read read_column(lua_State *L, cl_set *set, int32_t row, int32_t field) {
    const clua_column *column = &set->columns[field];
    if (column->kind == CLUA_COLUMN_NONE) return ask_host(L, set, row, field);
    uint8_t state = column->states ? column->states[row] : CLUA_STATE_VALUE;
    if (state != CLUA_STATE_VALUE) {
        if (state == CLUA_STATE_ASK) return ask_host(L, set, row, field);
        if (state == CLUA_STATE_NOT_ASKED) {
            lua_pushnil(L);
            return CL_READ_VALUE;
        }
        set->state->reason = (uint8_t)(state - CLUA_STATE_REASON);
        return CL_READ_MISSING;
    }
    switch (column->kind) {
    case CLUA_COLUMN_BOOLEAN: lua_pushboolean(L, ((const uint8_t *)column->values)[row]); break;
    case CLUA_COLUMN_INTEGER: lua_pushinteger(L, ((const int64_t *)column->values)[row]); break;
    case CLUA_COLUMN_NUMBER: lua_pushnumber(L, ((const double *)column->values)[row]); break;
    case CLUA_COLUMN_STRING: push_pooled(L, set, ((const int32_t *)column->values)[row]); break;
    case CLUA_COLUMN_DATE: cl_push_date(L, ((const int32_t *)column->values)[row], false); break;
    case CLUA_COLUMN_DATETIME: cl_push_date(L, ((const double *)column->values)[row], true); break;
    case CLUA_COLUMN_SET: push_pooled_set(L, set, field, ((const int32_t *)column->values)[row]); break;
    case CLUA_COLUMN_NONE: break;
    }
    return CL_READ_VALUE;
}

static cl_read read_parent(lua_State *L, cl_set *set, int32_t row) {
    if (!set->bound || !set->parent_rows || row < 0 || row >= set->row_count) {
        return ask_host(L, set, row, CLUA_FIELD_PARENT);
    }
    cl_push_record(L, set->parent, set->parent_rows[row]);
    return CL_READ_VALUE;
}

static cl_read read_place(lua_State *L, cl_set *set, int32_t row) {
    cl_set *parent = set->state->sets[set->parent];
    const int32_t *starts = parent->bound ? parent->roster_starts[set->parent_roster] : NULL;
    if (!set->bound || !set->parent_rows || row < 0 || row >= set->row_count || !starts) {
        return ask_host(L, set, row, CLUA_FIELD_INDEX);
    }
    int32_t parent_row = set->parent_rows[row];
    if (parent_row < 0 || parent_row >= parent->row_count) return ask_host(L, set, row, CLUA_FIELD_INDEX);
    lua_pushinteger(L, row - starts[parent_row] + 1);
    return CL_READ_VALUE;
}

/// Reads what a code names: one value pushed, or nothing and the reason why in the state. That a personal field is read
/// is noted, or refused.
cl_read cl_read_code(lua_State *L, cl_set *set, int32_t row, int32_t code) {
    if (set->personal && code >= 0 && set->personal[code] && !clua_read_by_host(set->state, set->id, code)) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, set->names);
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
            if (lua_tointeger(L, -1) != code) continue;
            cl_raise(L, CLUA_FAULT_PERSONAL, lua_tostring(L, -2), set->name, "'%s' is personal", lua_tostring(L, -2));
        }
    }
    return cl_look_at_code(L, set, row, code);
}

/// As cl_read_code, for who only wants to know whether there is a value: that is not personal.
cl_read cl_look_at_code(lua_State *L, cl_set *set, int32_t row, int32_t code) {
    if (code >= 0) {
        bool here = set->bound && code < set->column_count && row >= 0 && row < set->row_count;
        return here ? read_column(L, set, row, code) : ask_host(L, set, row, code);
    }
    if (code == CLUA_FIELD_PARENT) return read_parent(L, set, row);
    if (code == CLUA_FIELD_INDEX) return read_place(L, set, row);
    cl_push_roster(L, set->rosters[CL_ROSTER_CODE - code], row);
    cl_read read = cl_resolve_roster(L, -1);
    if (read != CL_READ_VALUE) {
        lua_pop(L, 1);
    } else if (((cl_roster *)lua_touserdata(L, -1))->count < 0) {
        lua_pop(L, 1); // not asked
        lua_pushnil(L);
    }
    return read;
}

/// The code of the name at `key`; raises "unknown field".
int32_t cl_field_code(lua_State *L, const cl_set *set, int key) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, set->names);
    lua_pushvalue(L, key);
    int known;
    lua_rawget(L, -2);
    lua_Integer code = lua_tointegerx(L, -1, &known);
    if (!known) {
        lua_pop(L, 1);
        clua_state *S = cl_state(L);
        const char *name = lua_type(L, key) == LUA_TSTRING ? lua_tostring(L, key) : cl_type_name(L, key);
        cl_sorted_keys(L, -1, 0);
        cl_set_fault(S, CLUA_FAULT_UNKNOWN_FIELD, name, set->name, "'%s' has no field '%s'", set->name, name);
        for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
            cl_add_candidate(S, lua_tostring(L, -1));
            lua_pop(L, 1);
        }
        cl_raise_again(L);
    }
    lua_pop(L, 2);
    return (int32_t)code;
}

/// (record, name) → the value.
int cl_record_index(lua_State *L) {
    const cl_record *record = lua_touserdata(L, 1);
    cl_set *set = cl_state(L)->sets[record->set];
    const void *name = lua_topointer(L, 2);
    uint32_t place = cl_address_hash(name) & set->quick_mask;
    while (set->quick_names[place].name && set->quick_names[place].name != name) place = (place + 1) & set->quick_mask;
    int32_t code = set->quick_names[place].name ? set->quick_names[place].code : cl_field_code(L, set, 2);
    cl_read read = cl_read_code(L, set, record->row, code);
    if (read != CL_READ_VALUE) cl_raise_read(L, read);
    return 1;
}

/// Two userdata are one record if set and row agree.
int cl_record_equal(lua_State *L) {
    const cl_record *left = cl_test(L, 1, CL_RECORD), *right = cl_test(L, 2, CL_RECORD);
    lua_pushboolean(L, left && right && left->set == right->set && left->row == right->row);
    return 1;
}

/// Looks up the rows of the roster at the index, once. A roster that was not asked keeps the count −1.
cl_read cl_resolve_roster(lua_State *L, int index) {
    cl_roster *roster = lua_touserdata(L, index);
    if (roster->count >= 0) return CL_READ_VALUE;
    index = lua_absindex(L, index);
    clua_state *S = cl_state(L);
    cl_set *set = S->sets[roster->set];
    cl_set *parent = S->sets[set->parent];
    const int32_t *starts = parent->bound ? parent->roster_starts[set->parent_roster] : NULL;
    int32_t row = roster->parent_row;
    if (starts && row >= 0 && row < parent->row_count) {
        roster->first = starts[row];
        roster->count = starts[row + 1] - starts[row];
        return CL_READ_VALUE;
    }
    cl_check_stack(L, "read");
    clua_reply reply = {0};
    cl_host_begin(S);
    S->host.roster_rows(S->host.context, roster->set, row, &reply);
    cl_host_end(S);
    if (reply.status != CLUA_REPLY_VALUE) return read_reply(S, &reply);
    if (reply.tag == CLUA_NIL) return CL_READ_VALUE;
    size_t size = reply.length * sizeof(int32_t);
    int32_t *rows = lua_newuserdatauv(L, size ? size : 1, 0);
    if (size) memcpy(rows, S->in.bytes, size);
    lua_setiuservalue(L, index, 1);
    roster->listed = true;
    roster->count = (int32_t)reply.length;
    return CL_READ_VALUE;
}

/// The row at a place (1 … count) of the resolved roster at the index.
int32_t cl_roster_row(lua_State *L, int index, lua_Integer place) {
    const cl_roster *roster = lua_touserdata(L, index);
    if (!roster->listed) return roster->first + (int32_t)place - 1;
    lua_getiuservalue(L, index, 1);
    int32_t row = ((const int32_t *)lua_touserdata(L, -1))[place - 1];
    lua_pop(L, 1);
    return row;
}

/// The roster at 1, its rows known; missing and the like are raised.
static const cl_roster *resolved(lua_State *L) {
    cl_read read = cl_resolve_roster(L, 1);
    if (read != CL_READ_VALUE) cl_raise_read(L, read);
    return lua_touserdata(L, 1);
}

static int roster_index(lua_State *L) {
    const cl_roster *roster = resolved(L);
    int whole;
    lua_Integer place = lua_type(L, 2) == LUA_TNUMBER ? lua_tointegerx(L, 2, &whole) : (whole = 0);
    if (!whole) {
        clua_state *S = cl_state(L);
        const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : cl_type_name(L, 2);
        const char *set = S->sets[roster->set]->name;
        cl_raise(L, CLUA_FAULT_UNKNOWN_FIELD, name, set, "'%s' is a roster: it has places 1, 2 …, not '%s'", set, name);
    }
    if (place < 1 || place > roster->count) {
        lua_pushnil(L);
    } else {
        cl_push_record(L, roster->set, cl_roster_row(L, 1, place));
    }
    return 1;
}

static int roster_count(lua_State *L) {
    const cl_roster *roster = resolved(L);
    lua_pushinteger(L, roster->count > 0 ? roster->count : 0);
    return 1;
}

static int roster_equal(lua_State *L) {
    const cl_roster *left = cl_test(L, 1, CL_ROSTER), *right = cl_test(L, 2, CL_ROSTER);
    lua_pushboolean(L, left && right && left->set == right->set && left->parent_row == right->parent_row);
    return 1;
}

/// Makes the metatable of rosters.
void cl_record_setup(lua_State *L) {
    static const luaL_Reg events[] = {
        {"__index", roster_index}, {"__newindex", cl_read_only}, {"__len", roster_count}, {"__eq", roster_equal},
        {NULL, NULL},
    };
    cl_new_meta(L, "roster", events);
    cl_state(L)->roster_meta = luaL_ref(L, LUA_REGISTRYINDEX);
}
