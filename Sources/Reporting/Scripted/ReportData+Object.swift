import Evaluation
import FormModel
import LuaRuntime
import Messages
import Scripting

extension ReportData {
    /// The data as the object `data` that scripts of a workspace read, other than the body of a report: an alert rule, say.
    /// - Parameter usesPersonal: the personal fields that the script may print.
    public func object(in workspace: Workspace, usesPersonal: [String]) -> LuaValue {
        workspace.host.add(
            DataObject(excused(in: workspace.state), host: workspace.host, usesPersonal: usesPersonal))
    }

    /// The data with the time that figures take not counted as the script's own.
    func excused(in state: LuaState) -> ReportData {
        var data = self
        data.figure = { [figure] indicator, names throws(Message) in
            try state.excusing { () throws(Message) in try figure(indicator, names) }
        }
        data.earlierFigure = { [earlierFigure] indicator, period, names throws(Message) in
            try state.excusing { () throws(Message) in try earlierFigure(indicator, period, names) }
        }
        data.wholeFigure = { [wholeFigure] indicator, names throws(Message) in
            try state.excusing { () throws(Message) in try wholeFigure(indicator, names) }
        }
        data.hasNewDefinition = { [hasNewDefinition] indicator, period throws(Message) in
            try state.excusing { () throws(Message) in try hasNewDefinition(indicator, period) }
        }
        return data
    }
}
