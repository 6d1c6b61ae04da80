import FormModel
import LuaRuntime

extension Workspace {
    /// Runs functions whose results are printed, such as dimensions: personal fields are none of theirs, but for those
    /// that the declaration lists in `uses_personal` (`semantics.md` 6.1).
    public func guardingPersonalFields<Result, Failure: Error>(
        except names: [String], _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var allowed: [LuaField] = []
        for binding in names.isEmpty ? [] : forms {
            for (set, number) in zip(binding.layout.sets, binding.sets) {
                for field in set.fields where names.contains(field.name) || names.contains("\(set.path).\(field.name)")
                {
                    allowed.append(LuaField(set: number, field: Int32(field.index)))
                }
            }
        }
        return try state.guardingPersonalFields(except: allowed, body)
    }
}
