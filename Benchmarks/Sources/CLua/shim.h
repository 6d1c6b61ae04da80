// Lua 5.4 as the distribution ships it, the one that chiso is built with.
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
