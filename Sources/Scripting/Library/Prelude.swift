/// The part of the script library that is itself Lua: trusted, run once when a state begins, out of reach of scripts.
///
/// A declaration is made in two steps, as a script writes it: `form "household"` gives a pending declaration, and calling
/// that with a table makes a node. Nodes of the top level are handed to the host; those within a form stay in its table.
enum Prelude {
    static let source = """
        local exports = {}

        -- Declarations -----------------------------------------------------------------------------------------------

        local pending_meta = { __name = "pending", __metatable = false }
        local node_meta = { __name = "node", __metatable = false }

        local top_level = {}
        for _, kind in ipairs { \(Prelude.list(ScriptLibrary.topLevelKinds)) } do top_level[kind] = true end

        -- The place of the call, and its number among those of its kind and id on that line.
        local function begin(kind, id)
          local file, line = where(1)
          local number = host_begin(kind, id, file, line)
          return { kind = kind, id = id, file = file or host_file(), line = line or 1, number = number }
        end

        local function declare(kind, id) return setmetatable(begin(kind, id), pending_meta) end

        local function finish(pending, body)
          local node = { body = body }
          for _, key in ipairs { "kind", "id", "file", "line", "number" } do node[key] = pending[key] end
          setmetatable(node, node_meta)
          host_end(pending.kind, pending.id, pending.file, pending.line, pending.number)
          if top_level[pending.kind] then host_declare(node) end
          return node
        end

        pending_meta.__call = function(pending, body)
          if type(body) ~= "table" or getmetatable(body) ~= nil then
            host_body_wrong(pending.kind, pending.id, type(body))
          end
          return finish(pending, body)
        end

        node_meta.__call = function(node) host_comma(node.kind, node.id) end

        for _, kind in ipairs { \(Prelude.list(ScriptLibrary.bracedKinds)) } do
          exports[kind] = function(id) return declare(kind, id) end
        end

        function exports.test(name, body)
          local pending = begin("test", name)
          if type(body) ~= "function" then host_body_wrong("test", name, type(body)) end
          finish(pending, body)
        end

        local source_meta = { __name = "from_csv", __metatable = false }
        source_meta.__call = function(source) host_comma("from_csv", source.name) end

        function exports.from_csv(name, column)
          host_from_csv(name, column)
          return setmetatable({ name = name, column = column }, source_meta)
        end

        -- Dates ------------------------------------------------------------------------------------------------------

        -- `date "birth" { … }` declares a question; `date "2026-05-01"` and `date(2026, 5, 1)` are dates.
        function exports.date(first, month, day)
          if month == nil and type(first) == "string" and host_loading() and not string.find(first, "^%d%d%d%d%-%d%d%-%d%d$") then
            return declare("date", first)
          end
          return host_date(first, month, day)
        end

        function exports.days_between(from, to) return to - from end

        function exports.years_between(from, to)
          local years = to.year - from.year
          if to.month < from.month or (to.month == from.month and to.day < from.day) then years = years - 1 end
          return years
        end

        -- Numbers ----------------------------------------------------------------------------------------------------

        -- A derived indicator is a percentage if it comes out of ratios. So within `derive` a ratio is an object of its
        -- own, { value, numerator, denominator }, and what is computed with one is one too, without the parts.
        local ratio_meta = { __name = "ratio" }

        local function is_ratio(value) return getmetatable(value) == ratio_meta end
        local function any_ratio(first, ...)
          return is_ratio(first) or (select("#", ...) > 0 and any_ratio(...))
        end
        local function bare(value) if is_ratio(value) then return value[1] end return value end
        local function all_bare(first, ...)
          if select("#", ...) == 0 then return bare(first) end
          return bare(first), all_bare(...)
        end
        local function made_of_ratios(value) return setmetatable({ value }, ratio_meta) end

        function ratio_meta.__add(a, b) return made_of_ratios(bare(a) + bare(b)) end
        function ratio_meta.__sub(a, b) return made_of_ratios(bare(a) - bare(b)) end
        function ratio_meta.__mul(a, b) return made_of_ratios(bare(a) * bare(b)) end
        function ratio_meta.__div(a, b) return made_of_ratios(bare(a) / bare(b)) end
        function ratio_meta.__mod(a, b) return made_of_ratios(bare(a) % bare(b)) end
        function ratio_meta.__idiv(a, b) return made_of_ratios(bare(a) // bare(b)) end
        function ratio_meta.__pow(a, b) return made_of_ratios(bare(a) ^ bare(b)) end
        function ratio_meta.__unm(a) return made_of_ratios(-bare(a)) end
        function ratio_meta.__eq(a, b) return bare(a) == bare(b) end
        function ratio_meta.__lt(a, b) return bare(a) < bare(b) end
        function ratio_meta.__le(a, b) return bare(a) <= bare(b) end

        function exports.ratio(numerator, denominator)
          numerator, denominator = bare(numerator), bare(denominator)
          if numerator == nil or denominator == nil or denominator == 0 then return nil end
          local value = numerator / denominator
          if host_deriving() then return setmetatable({ value, numerator, denominator }, ratio_meta) end
          return value
        end

        -- The functions of `math` that take a ratio, and give one then. Each calls Lua's own under its own name, which
        -- Lua's messages tell.
        \(ratioFunctions(["abs", "ceil", "floor", "max", "min", "sqrt"]))

        return exports
        """

    private static func ratioFunctions(_ names: [String]) -> String {
        names.map { name in
            """
            do
              local \(name) = library["math.\(name)"]
              exports["math.\(name)"] = function(...)
                if any_ratio(...) then return made_of_ratios(\(name)(all_bare(...))) end
                local result = \(name)(...)
                return result
              end
            end
            """
        }.joined(separator: "\n")
    }

    private static func list(_ kinds: [String]) -> String { kinds.map { "\"\($0)\"" }.joined(separator: ", ") }
}
