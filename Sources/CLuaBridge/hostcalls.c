// The host's functions and objects: values go out, a reply comes back, and only then is anything raised.

#include "internal.h"

#include <string.h>

/// Raises what a reply other than a value means; `name` is what was asked.
_Noreturn static void raise_reply(lua_State *L, const clua_reply *reply, const char *name) {
    clua_state *S = cl_state(L);
    switch (reply->status) {
    case CLUA_REPLY_MISSING: cl_raise_missing(L, reply->reason);
    case CLUA_REPLY_NOT_READY: cl_raise_not_ready(L, reply->token);
    case CLUA_REPLY_UNKNOWN: {
        const char *of = (const char *)S->in.bytes, *end = of + reply->length;
        const char *asked = of + strlen(of) + 1;
        const char *candidate = asked + strlen(asked) + 1;
        cl_set_fault(S, CLUA_FAULT_UNKNOWN_FIELD, asked, of, "%s has no '%s'", of, asked);
        for (; candidate < end; candidate += strlen(candidate) + 1) cl_add_candidate(S, candidate);
        cl_raise_again(L);
    }
    case CLUA_REPLY_FAULT: {
        int length = reply->length < 1000 ? (int)reply->length : 1000;
        cl_raise(L, CLUA_FAULT_HOST, name, NULL, "%.*s", length, (const char *)S->in.bytes);
    }
    default: cl_raise(L, CLUA_FAULT_VALUE, name, NULL, "'%s' gave no value", name);
    }
}

/// (…), upvalue 1 the function's number → the host's value.
int cl_host_function(lua_State *L) {
    clua_state *S = cl_state(L);
    int32_t function = (int32_t)lua_tointeger(L, lua_upvalueindex(1));
    cl_check_stack(L, "host");
    cl_encode_arguments(L, 1, lua_gettop(L));
    clua_reply reply = {0};
    cl_host_begin(S);
    S->host.call(S->host.context, function, S->out.bytes, S->out.length, &reply);
    cl_host_end(S);
    if (reply.status != CLUA_REPLY_VALUE) raise_reply(L, &reply, "");
    cl_push_reply(L, &reply);
    return 1;
}

/// (…), upvalues the object and the name → the method's value. The object as first argument is dropped, so that `.`
/// and `:` mean the same.
static int call_method(lua_State *L) {
    clua_state *S = cl_state(L);
    const cl_object *object = lua_touserdata(L, lua_upvalueindex(1));
    const cl_object *first = cl_test(L, 1, CL_OBJECT);
    if (first && first->id == object->id) lua_remove(L, 1);
    size_t length;
    const char *name = lua_tolstring(L, lua_upvalueindex(2), &length);
    cl_check_stack(L, "host");
    cl_encode_arguments(L, 1, lua_gettop(L));
    clua_reply reply = {0};
    cl_host_begin(S);
    S->host.invoke(S->host.context, object->id, name, length, S->out.bytes, S->out.length, &reply);
    cl_host_end(S);
    if (reply.status != CLUA_REPLY_VALUE) raise_reply(L, &reply, name);
    cl_push_reply(L, &reply);
    return 1;
}

static int object_index(lua_State *L) {
    clua_state *S = cl_state(L);
    const cl_object *object = lua_touserdata(L, 1);
    if (lua_type(L, 2) != LUA_TSTRING) {
        lua_pushinteger(L, object->id);
        const char *type = cl_type_name(L, 2);
        cl_raise(L, CLUA_FAULT_UNKNOWN_FIELD, type, "object", "an object has names, not a %s", type);
    }
    size_t length;
    const char *name = lua_tolstring(L, 2, &length);
    cl_check_stack(L, "host");
    clua_reply reply = {0};
    cl_host_begin(S);
    S->host.property(S->host.context, object->id, name, length, &reply);
    cl_host_end(S);
    if (reply.status == CLUA_REPLY_METHOD) {
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_pushcclosure(L, call_method, 2);
        return 1;
    }
    if (reply.status != CLUA_REPLY_VALUE) raise_reply(L, &reply, name);
    cl_push_reply(L, &reply);
    return 1;
}

static int object_equal(lua_State *L) {
    const cl_object *left = cl_test(L, 1, CL_OBJECT), *right = cl_test(L, 2, CL_OBJECT);
    lua_pushboolean(L, left && right && left->id == right->id);
    return 1;
}

/// Pushes a host object.
void cl_push_object(lua_State *L, int32_t id) {
    cl_object *object = lua_newuserdatauv(L, sizeof *object, 0);
    object->kind = CL_OBJECT;
    object->id = id;
    lua_rawgeti(L, LUA_REGISTRYINDEX, cl_state(L)->object_meta);
    lua_setmetatable(L, -2);
}

/// Makes the metatable of host objects.
void cl_object_setup(lua_State *L) {
    static const luaL_Reg events[] = {
        {"__index", object_index}, {"__newindex", cl_read_only}, {"__eq", object_equal}, {NULL, NULL},
    };
    cl_new_meta(L, "object", events);
    cl_state(L)->object_meta = luaL_ref(L, LUA_REGISTRYINDEX);
}
