-- luacheck Surveys Rules: the names a script can reach, and no others.
local strings = {
  "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper",
}
local tables = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" }
local maths = {
  "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi",
  "sqrt", "tointeger", "type", "ult", "sin", "cos", "tan", "asin", "acos", "atan", "deg", "rad",
}
local utf8s = { "char", "charpattern", "codepoint", "codes", "len", "offset" }

local function fields(names)
  local set = {}
  for _, name in ipairs(names) do set[name] = {} end
  return { fields = set }
end

stds.chiso = {
  read_globals = {
    -- of Lua
    "ipairs", "pairs", "select", "type", "tostring", "tonumber", "assert", "error", "require",
    string = fields(strings), table = fields(tables), math = fields(maths), utf8 = fields(utf8s),
    -- forms and questions
    "form", "group", "roster",
    "text", "integer", "decimal", "yes_no", "select_one", "select_multiple", "rank", "date", "time", "datetime",
    "note", "calculate", "geopoint", "barcode", "from_csv",
    -- rules
    "indicator", "dimension", "design", "report", "simulate", "validation", "alert", "test",
    -- functions
    "count", "sum", "any", "all", "any_of", "all_of", "known", "reason", "choice", "listed", "ratio", "percent",
    "number", "days_between", "years_between", "script_api", "today", "language", "upper", "lower", "length",
    "is_empty",
  },
}

std = "chiso"
max_line_length = 120
