import AlertStates
import FormModel
import Foundation

/// What one alert's states should be, by another way than the machine's: the whole history is read anew each time, and
/// looked through for stretches in which the condition held and stretches in which it did not.
struct HistoryModel {
    /// An evaluation: the day, and `t`, `f`, `n` or `-`.
    typealias Evaluation = (day: Int, sign: Character)

    let pendingDays: Int
    let pendingRuns: Int
    let keepDays: Int
    let maxGap: Int?
    let noData: NoDataHandling

    /// The days on which it fired and was resolved so far, and how it stands.
    struct Standing: Equatable {
        var fired: [Int] = []
        var resolved: [Int] = []
        var state: Character = "."
        var since: Int?
    }

    func standing(after history: [Evaluation]) -> Standing {
        var standing = Standing()
        var rest = counted(history)[...]
        while let first = rest.firstIndex(where: \.holds) {
            rest = rest[first...]
            guard let fires = rest.indices.first(where: { isRipe(rest, upTo: $0) }) else {
                let start = start(of: rest, at: rest.endIndex - 1)
                standing.state = start == nil ? "." : "p"
                standing.since = start.map { rest[$0].day }
                return standing
            }
            standing.since = start(of: rest, at: fires).map { rest[$0].day }
            standing.fired.append(rest[fires].day)
            rest = rest[fires...]
            guard let ends = rest.indices.first(where: { isOver(rest, at: $0) }) else {
                standing.state = rest.last?.holds == true ? "F" : "k"
                return standing
            }
            standing.resolved.append(rest[ends].day)
            standing.state = "R"
            standing.since = nil
            rest = rest[(ends + 1)...]
        }
        return standing
    }

    /// The evaluations that count.
    private func counted(_ history: [Evaluation]) -> [(day: Int, holds: Bool)] {
        history.compactMap { day, sign in
            switch (sign, noData) {
            case ("t", _), ("n", .alert), ("-", .alert): (day, true)
            case ("f", _), ("n", .resolve), ("-", .resolve): (day, false)
            default: nil
            }
        }
    }

    /// Where the stretch of truth that reaches to a place begins, if one does: no falsehood and no long gap lie
    /// between.
    private func start(of history: ArraySlice<(day: Int, holds: Bool)>, at place: Int) -> Int? {
        guard history[place].holds else { return nil }
        let earlier = (history.startIndex..<place).reversed().first { index in
            !history[index].holds || history[index + 1].day - history[index].day > maxGap ?? .max
        }
        return earlier.map { $0 + 1 } ?? history.startIndex
    }

    private func isRipe(_ history: ArraySlice<(day: Int, holds: Bool)>, upTo place: Int) -> Bool {
        guard let start = start(of: history, at: place) else { return false }
        return history[place].day - history[start].day >= pendingDays && place - start + 1 >= pendingRuns
    }

    private func isOver(_ history: ArraySlice<(day: Int, holds: Bool)>, at place: Int) -> Bool {
        guard !history[place].holds else { return false }
        let truth = history[...place].lastIndex(where: \.holds) ?? place
        return history[place].day - history[truth + 1].day >= keepDays
    }
}
