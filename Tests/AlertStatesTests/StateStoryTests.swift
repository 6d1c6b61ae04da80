import AlertStates
import FormModel
import Testing

/// The states of one alert, day by day (`semantics.md` 4.2, 4.3, 4.6), after what Prometheus documents of `for`,
/// `keep_firing_for` and resolved alerts.
@Suite("Stories of one alert")
struct StateStoryTests {
    static let pending = [
        Story("t", "F", "4.2 without pending_for it fires in the same evaluation"),
        Story("t", "F", "4.2 pending_for of 0 is none") { $0.pendingFor = Span(days: 0) },
        Story("fff", "...", "4.2 a condition that is false starts nothing"),
        Story("ttttt", "pppFF", "4.2 it fires once pending_for has passed, to the day") {
            $0.pendingFor = Span(days: 3)
        },
        Story("ttftttt", "pp.pppF", "4.2 pending and false is gone, and starts anew") { $0.pendingFor = Span(days: 3) },
        Story("t__t", "pppF", "4.3 only times of evaluation count") { $0.pendingFor = Span(days: 3) },
        Story("t____t", "pppppF", "4.4 missed runs lose nothing") { $0.pendingFor = Span(days: 3) },
        Story("ttt", "ppF", "4.2 pending_runs counts evaluations in a row") { $0.pendingRuns = 3 },
        Story("t_t_t", "ppppF", "4.2 pending_runs does not count days") { $0.pendingRuns = 3 },
        Story("ttfttt", "pp.ppF", "4.2 a false one breaks the row") { $0.pendingRuns = 3 },
        Story("ttttt", "ppppF", "4.2 both must be reached: runs later") {
            $0.pendingRuns = 5
            $0.pendingFor = Span(days: 2)
        },
        Story("t__t__t", "ppppppF", "4.2 both must be reached: time later") {
            $0.pendingRuns = 2
            $0.pendingFor = Span(days: 5)
        },
        Story("t___ttt", "ppppppF", "4.3 beyond max_gap pending starts anew") {
            $0.pendingFor = Span(days: 2)
            $0.maxGap = Span(days: 3)
        },
        Story("t__t", "pppF", "4.3 a gap of max_gap is not beyond it") {
            $0.pendingFor = Span(days: 2)
            $0.maxGap = Span(days: 3)
        },
        Story("t____t", "pppppp", "4.3 the count in a row starts anew too") {
            $0.pendingRuns = 2
            $0.maxGap = Span(days: 3)
        },
        Story("t____f", "ppppp.", "4.3 beyond max_gap and false is gone") {
            $0.pendingFor = Span(days: 2)
            $0.maxGap = Span(days: 3)
        },
        Story("t______t", "FFFFFFFF", "4.3 max_gap is about pending: what fires goes on") { $0.maxGap = Span(days: 3) },
    ]

    static let firing = [
        Story("tf", "FR", "4.2 without keep_firing_for it is resolved at once"),
        Story("tf", "FR", "4.2 keep_firing_for of 0 is none") { $0.keepFiringFor = Span(days: 0) },
        Story("tffff", "FkkkR", "4.2 kept firing while keep_firing_for has not passed") {
            $0.keepFiringFor = Span(days: 3)
        },
        Story("tfftfff", "FkkFkkk", "4.2 true again meanwhile: the misses are forgotten") {
            $0.keepFiringFor = Span(days: 3)
        },
        Story("tf___f", "FkkkkR", "4.2 resolved by an evaluation, not by time") { $0.keepFiringFor = Span(days: 3) },
        Story("tf___t", "FkkkkF", "4.2 true after a gap, before one resolved it") { $0.keepFiringFor = Span(days: 3) },
        Story("tfttt", "FRFFF", "4.2 resolved, then true, fires again"),
        Story("ttftt", "pFRpF", "4.2 resolved, then true, is pending again") { $0.pendingFor = Span(days: 1) },
        Story("tftf", "FkFk", "flapping does not resolve") { $0.keepFiringFor = Span(days: 2) },
        Story("ttfff", "pFkkR", "with both") {
            $0.pendingFor = Span(days: 1)
            $0.keepFiringFor = Span(days: 2)
        },
        Story(
            "tf" + String(repeating: "f", count: 16), "F" + String(repeating: "R", count: 16) + ".",
            "4.2 listed for 15 days"),
        Story(
            "tf" + String(repeating: "_", count: 20) + "f", "F" + String(repeating: "R", count: 21) + ".",
            "unlisted by an evaluation"),
    ]

    static let noData = [
        Story("n-", "..", "4.6 keep: nothing comes of nothing"),
        Story("tnn-t", "FFFFF", "4.6 keep: what fires goes on"),
        Story("tnnn", "pppp", "4.6 keep: missing data make nothing fire") { $0.pendingFor = Span(days: 2) },
        Story("tnnt", "pppF", "4.6 keep: the start is unchanged") { $0.pendingFor = Span(days: 2) },
        Story("t-nf", "ppp.", "4.6 keep: pending, then false") { $0.pendingFor = Span(days: 2) },
        Story("tnnt", "pppF", "4.6 keep: no data do not add to the row, nor break it") { $0.pendingRuns = 2 },
        Story("tfnnnnn", "Fkkkkkk", "4.6 keep: missing data resolve nothing") { $0.keepFiringFor = Span(days: 2) },
        Story("tfnnnf", "FkkkkR", "4.6 keep: the first miss is remembered") { $0.keepFiringFor = Span(days: 2) },
        Story("tnnnnt", "pppppp", "4.6 keep: a gap in the data is a gap") {
            $0.pendingFor = Span(days: 2)
            $0.maxGap = Span(days: 3)
        },
        Story("tfn-f", "FRRRR", "4.6 keep: resolved stays resolved"),
        Story("tn", "FR", "4.6 resolve: resolved") { $0.noData = .resolve },
        Story("t-", "FR", "4.6 resolve: labels that vanish are resolved") { $0.noData = .resolve },
        Story("tn", "p.", "4.6 resolve: pending is gone") {
            $0.noData = .resolve
            $0.pendingFor = Span(days: 2)
        },
        Story("tnnt", "FkkF", "4.6 resolve: keep_firing_for bridges it") {
            $0.noData = .resolve
            $0.keepFiringFor = Span(days: 3)
        },
        Story("n", ".", "4.6 resolve: nothing comes of nothing") { $0.noData = .resolve },
        Story("n", "F", "4.6 alert: missing data count as true, also of the unknown") { $0.noData = .alert },
        Story("nnn", "ppF", "4.6 alert: pending as if true") {
            $0.noData = .alert
            $0.pendingFor = Span(days: 2)
        },
        Story("t-nf", "FFFR", "4.6 alert: labels that vanish go on") { $0.noData = .alert },
        Story("tfn", "FkF", "4.6 alert: firing again") {
            $0.noData = .alert
            $0.keepFiringFor = Span(days: 3)
        },
        Story("-f-", "...", "4.6 alert: labels not observed start nothing") { $0.noData = .alert },
    ]

    static let failures = [
        Story("txxt", "FFFF", "4.6 a rule that fails keeps its states"),
        Story("txt", "ppF", "4.6 failed is not evaluated, and breaks no row") { $0.pendingRuns = 2 },
        Story("txxt", "pppF", "4.6 the start is kept") { $0.pendingFor = Span(days: 3) },
        Story("txxxxt", "pppppp", "4.6 a time of failures is a gap") {
            $0.pendingFor = Span(days: 2)
            $0.maxGap = Span(days: 3)
        },
        Story("tfxxxf", "FkkkkR", "4.6 kept firing through failures") { $0.keepFiringFor = Span(days: 2) },
        Story("tr", "FR", "4.5 removed: resolved"),
        Story("tfr", "FkR", "4.5 removed: kept firing is resolved too") { $0.keepFiringFor = Span(days: 9) },
        Story("tr", "p.", "4.5 removed: pending is gone") { $0.pendingFor = Span(days: 2) },
        Story("trt", "FRF", "4.5 removed and back is a new alert"),
        Story(
            "t" + String(repeating: "r", count: 18), "F" + String(repeating: "R", count: 16) + "..",
            "4.5 removed: listed for 15 days"),
    ]

    @Test("an alert goes through its states", arguments: pending + firing + noData + failures)
    func story(_ story: Story) throws {
        #expect(try story.played() == story.states)
    }
}
