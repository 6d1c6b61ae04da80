/// What is written to a terminal beside text. All of it is understood since the VT100, but for what begins with "?" and
/// is ignored by terminals that do not know it.
enum Sequences {
    static let clearScreen = "\u{1B}[0m\u{1B}[H\u{1B}[2J"
    static let clearToEndOfRow = "\u{1B}[K"
    static let hideCursor = "\u{1B}[?25l"
    static let showCursor = "\u{1B}[?25h"

    /// Takes the terminal over: alternate screen, bracketed paste, no wrapping at the right edge (a sign wider than
    /// thought would push the screen up), all clear.
    static let greeting = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?7l" + clearScreen

    /// Gives the terminal back. The screen is cleared before it is left, for terminals that have no other one.
    static let farewell = "\u{1B}[?2004l\u{1B}[?7h" + showCursor + clearScreen + "\u{1B}[?1049l"

    /// Moves the cursor; rows and columns from 0.
    static func move(row: Int, column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }

    /// Turns a style on, whichever was on before.
    static func style(_ style: TextStyle, coloured: Bool) -> String {
        let parameters = style.parameters(coloured: coloured)
        return parameters.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(parameters)m"
    }
}
