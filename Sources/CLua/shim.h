// Lua 5.4 as the distribution ships it. Only CLuaBridge includes Lua's headers: no Lua type reaches Swift.
#include <lua.h>
