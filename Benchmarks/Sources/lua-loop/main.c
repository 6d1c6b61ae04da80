// lua-loop ROWS.csv PREDICATES.lua FIELD…: how long Lua itself takes to ask every predicate about every row.
//
// What a hand-written C program would do: one table is filled again for each row, and each function is called over it,
// without a rule for missing values and without protection. Reading the file is not counted. Prints JSON: Lua's
// release, the rows, the seconds of the loop, and for each function how many rows it said true to.
//
// ROWS.csv has a header, no quotes, and a value for each FIELD in each row. PREDICATES.lua gives a table of functions.

#include <stdio.h>
#include <time.h>

#include "columns.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

enum { most_functions = 64 };

// The predicates: their names, and their places on the Lua stack.
struct predicates {
    int count;
    const char *names[most_functions];
    int places[most_functions];
    long counted[most_functions];
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// Stack: pushes the table that the file gives, then name and function of each predicate.
static struct predicates load(lua_State *state, const char *path) {
    struct predicates predicates = {0};
    if (luaL_loadfile(state, path) != LUA_OK || lua_pcall(state, 0, 1, 0) != LUA_OK) {
        stop("%s", lua_tostring(state, -1));
    }
    if (!lua_istable(state, -1)) stop("%s gives no table", path);
    int table = lua_gettop(state);
    luaL_checkstack(state, 2 * most_functions + 16, NULL);
    lua_pushnil(state);
    while (lua_next(state, table)) {
        if (predicates.count == most_functions) stop("%s gives more than %d functions", path, most_functions);
        predicates.names[predicates.count] = lua_tostring(state, -2);
        predicates.places[predicates.count] = lua_gettop(state);
        predicates.count++;
        lua_pushvalue(state, -2);
    }
    return predicates;
}

// Stack: pushes the texts of a column, each once, and gives the place of the first.
static int push_texts(lua_State *state, const struct column *column) {
    int first = lua_gettop(state) + 1;
    for (int code = 0; code < column->text_count; code++) lua_pushstring(state, column->texts[code]);
    return first;
}

// Stack: pushes the value of a column in a row.
static void push_value(lua_State *state, const struct column *column, int first_text, long row) {
    switch (column->kind) {
    case kind_integer: lua_pushinteger(state, column->integers[row]); break;
    case kind_decimal: lua_pushnumber(state, column->decimals[row]); break;
    case kind_text: lua_pushvalue(state, first_text + column->codes[row]); break;
    }
}

int main(int count, char **arguments) {
    if (count < 4) {
        fputs("usage: lua-loop ROWS.csv PREDICATES.lua FIELD…\n", stderr);
        return 64;
    }
    struct table rows = read_table(arguments[1], arguments + 3, count - 3);
    lua_State *state = luaL_newstate();
    if (state == NULL) stop("no memory for Lua");
    luaL_openlibs(state);
    struct predicates predicates = load(state, arguments[2]);
    luaL_checkstack(state, rows.column_count * most_texts + 16, NULL);
    int first_texts[most_columns] = {0};
    for (int place = 0; place < rows.column_count; place++) {
        first_texts[place] = push_texts(state, &rows.columns[place]);
    }
    lua_createtable(state, 0, rows.column_count);
    int record = lua_gettop(state);

    double begun = now();
    for (long row = 0; row < rows.row_count; row++) {
        for (int place = 0; place < rows.column_count; place++) {
            push_value(state, &rows.columns[place], first_texts[place], row);
            lua_setfield(state, record, rows.columns[place].name);
        }
        for (int place = 0; place < predicates.count; place++) {
            lua_pushvalue(state, predicates.places[place]);
            lua_pushvalue(state, record);
            lua_call(state, 1, 1);
            predicates.counted[place] += lua_toboolean(state, -1);
            lua_pop(state, 1);
        }
    }
    double seconds = now() - begun;

    printf("{\"lua\": \"" LUA_RELEASE "\", \"rows\": %ld, \"seconds\": %.6f, \"counts\": {", rows.row_count, seconds);
    for (int place = 0; place < predicates.count; place++) {
        printf("%s\"%s\": %ld", place == 0 ? "" : ", ", predicates.names[place], predicates.counted[place]);
    }
    printf("}}\n");
    lua_close(state);
    return 0;
}
