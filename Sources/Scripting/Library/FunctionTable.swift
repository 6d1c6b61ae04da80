import FormModel
import LuaRuntime

/// The functions of a workspace's scripts, by the references that forms and indicators carry.
public final class FunctionTable {
    private var functions: [LuaFunction] = []
    private var numbers: [LuaFunction: Int32] = [:]

    /// The reference of a function; the same function has the same one.
    func reference(_ function: LuaFunction) -> FunctionReference {
        let number: Int32
        if let known = numbers[function] {
            number = known
        } else {
            number = Int32(functions.count)
            functions.append(function)
            numbers[function] = number
        }
        return FunctionReference(id: number, place: Place(file: function.file ?? "", line: function.line))
    }

    /// The function of a reference that this table gave.
    public subscript(reference: FunctionReference) -> LuaFunction { functions[Int(reference.id)] }
}
