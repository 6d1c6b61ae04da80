import Foundation
import Terminal

// A program for the tests of TerminalDevice: it takes the terminal over, writes what happens to the file named by its
// argument, and ends in as many ways as a program can.

struct Fault: Error {}

func note(_ text: String) {
    guard let log = fopen(CommandLine.arguments[1], "a") else { return }
    fputs(text + "\n", log)
    fclose(log)
}

func run() throws {
    let device = try TerminalDevice()
    defer { device.close() }
    var renderer = ScreenRenderer(capabilities: Capabilities(environment: ProcessInfo.processInfo.environment))
    note("size \(device.size.columns)x\(device.size.rows)")
    while true {
        device.write(renderer.render(ScreenFrame(rows: [ScreenFrame.Row("Chỉ số", .heading)]), size: device.size))
        guard let event = device.nextEvent() else { continue }
        switch event {
        case .key(.control("z")):
            device.suspend()
            continue
        case .resumed: renderer.invalidate()
        default: break
        }
        note("\(event)")
        switch event {
        case .key(.character("q")), .hangup, .terminated: return
        case .key(.character("t")): throw Fault()
        case .key(.character("e")): exit(3)
        case .key(.character("a")): abort()
        case .key(.character("h")): while true { sleep(1) }
        default: break
        }
    }
}

do {
    try run()
    note("end")
} catch {
    note("error \(error)")
    exit(1)
}
