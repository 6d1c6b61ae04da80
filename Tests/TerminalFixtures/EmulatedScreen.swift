import VietText

/// A terminal in small: a grid that obeys what the renderer writes, and notes what it does not understand.
package struct EmulatedScreen {
    package struct Cell: Equatable {
        /// What stands here; empty in the second column of a wide cluster.
        package var text: String = " "
        package var style = ""

        package init(text: String = " ", style: String = "") {
            self.text = text
            self.style = style
        }
    }

    package private(set) var cells: [[Cell]]
    package private(set) var row = 0
    package private(set) var column = 0
    package private(set) var isCursorShown = true
    /// What no renderer should write.
    package private(set) var faults: [String] = []
    private var style = ""
    private var last: (row: Int, column: Int)?

    package init(columns: Int, rows: Int) {
        // What an earlier program left.
        cells = Array(repeating: Array(repeating: Cell(text: "#", style: "7"), count: columns), count: rows)
    }

    package mutating func write(_ bytes: [UInt8]) {
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if scalar == "\u{1B}" {
                obey(&scalars)
            } else if scalar.properties.generalCategory == .control {
                faults.append("control \(scalar.value)")
            } else {
                show(scalar)
            }
        }
    }

    private mutating func obey(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        guard scalars.popFirst() == "[" else { return faults.append("no control sequence") }
        var parameters = ""
        while let next = scalars.first, (0x30...0x3F).contains(next.value) {
            parameters.unicodeScalars.append(next)
            scalars.removeFirst()
        }
        last = nil
        switch (scalars.popFirst(), parameters) {
        case ("H", ""): (row, column) = (0, 0)
        case ("H", _):
            let place = parameters.split(separator: ";").compactMap { Int($0) }
            guard place.count == 2, cells.indices.contains(place[0] - 1), cells[0].indices.contains(place[1] - 1) else {
                return faults.append("moved to \(parameters)")
            }
            (row, column) = (place[0] - 1, place[1] - 1)
        case ("J", "2"): cells = cells.map { $0.map { _ in Cell() } }
        case ("K", ""):
            guard column < cells[row].count else { return faults.append("cleared at the edge") }
            clear(column..<cells[row].count)
        case ("m", _): style = parameters.hasPrefix("0;") ? String(parameters.dropFirst(2)) : ""
        case ("h", "?25"): isCursorShown = true
        case ("l", "?25"): isCursorShown = false
        case (let final, _): faults.append("unknown \(parameters)\(final.map(String.init) ?? "")")
        }
    }

    private mutating func show(_ scalar: Unicode.Scalar) {
        if let last, let joined = joined(scalar, at: last) {
            cells[last.row][last.column].text = String(joined)
            let end = last.column + joined.displayWidth
            while column < end { takeColumn() }
            return
        }
        let width = Character(scalar).displayWidth
        guard width > 0 else { return faults.append("a mark on nothing") }
        guard column + width <= cells[row].count else { return faults.append("past the edge") }
        clear(column..<column + width)
        last = (row, column)
        cells[row][column] = Cell(text: String(scalar), style: style)
        column += 1
        if width == 2 { takeColumn() }
    }

    /// The cluster that the scalar makes with the one before, if they are one.
    private func joined(_ scalar: Unicode.Scalar, at place: (row: Int, column: Int)) -> Character? {
        let text = cells[place.row][place.column].text + String(scalar)
        return text.count == 1 ? text.first : nil
    }

    private mutating func takeColumn() {
        guard column < cells[row].count else { return faults.append("past the edge") }
        clear(column..<column + 1)
        cells[row][column] = Cell(text: "", style: style)
        column += 1
    }

    /// Clears columns, and both halves of wide clusters that reach in or out.
    private mutating func clear(_ columns: Range<Int>) {
        if columns.lowerBound > 0, cells[row][columns.lowerBound].text.isEmpty, last == nil {
            cells[row][columns.lowerBound - 1] = Cell()
        }
        for index in columns { cells[row][index] = Cell() }
        var next = columns.upperBound
        while next < cells[row].count, cells[row][next].text.isEmpty {
            cells[row][next] = Cell()
            next += 1
        }
    }
}
