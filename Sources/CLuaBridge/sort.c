// table.sort: a stable merge sort. Lua's own picks pivots by the clock once a list is long, so that an order function
// with ties would give a different order each time, and raises at an order function that contradicts itself.

#include "internal.h"

/// The values are at 3, the order function at 2 (or nil).
static bool comes_before(lua_State *L, int32_t left, int32_t right) {
    bool before;
    if (lua_isnil(L, 2)) {
        lua_rawgeti(L, 3, left);
        lua_rawgeti(L, 3, right);
        before = lua_compare(L, -2, -1, LUA_OPLT);
        lua_pop(L, 2);
    } else {
        lua_pushvalue(L, 2);
        lua_rawgeti(L, 3, left);
        lua_rawgeti(L, 3, right);
        lua_call(L, 2, 1);
        before = lua_toboolean(L, -1);
        lua_pop(L, 1);
    }
    return before;
}

/// Merges order[low ..< middle] and order[middle ..< high] through `spare`.
static void merge(lua_State *L, int32_t *order, int32_t *spare, int32_t low, int32_t middle, int32_t high) {
    int32_t left = low, right = middle;
    for (int32_t i = low; i < high; i++) {
        bool take_right = left == middle || (right < high && comes_before(L, order[right], order[left]));
        spare[i] = take_right ? order[right++] : order[left++];
    }
    for (int32_t i = low; i < high; i++) order[i] = spare[i];
}

/// (list, order?).
int cl_table_sort(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    int32_t count = (int32_t)cl_length(L, 1, "table.sort");
    if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    if (count < 2) return 0;
    cl_check_stack(L, "table.sort");
    lua_newtable(L); // 3: the values, safe from an order function that writes to the list
    int32_t *order = lua_newuserdatauv(L, (size_t)count * 2 * sizeof *order, 0);
    int32_t *spare = order + count;
    for (int32_t i = 0; i < count; i++) {
        if ((i & 0xFFF) == 0) cl_poll(L);
        lua_geti(L, 1, i + 1);
        lua_rawseti(L, 3, i + 1);
        order[i] = i + 1;
    }
    for (int32_t width = 1; width < count; width = width > count / 2 ? count : width * 2) {
        for (int32_t low = 0; low < count - width; low += 2 * width) {
            int32_t high = count - low < 2 * width ? count : low + 2 * width;
            cl_poll(L);
            merge(L, order, spare, low, low + width, high);
        }
    }
    for (int32_t i = 0; i < count; i++) {
        lua_rawgeti(L, 3, order[i]);
        lua_seti(L, 1, i + 1);
    }
    return 0;
}
