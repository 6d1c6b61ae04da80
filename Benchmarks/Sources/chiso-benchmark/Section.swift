import ArgumentParser

/// What can be measured by itself: a section of the page.
enum Section: String, CaseIterable, ExpressibleByArgument {
    // The largest populations come last: what they leave in the file cache would slow the others.
    case start, commune, simulation, interview, alerts, population, lua, growth

    /// Takes the section's figures.
    func measure(on bench: Bench) throws -> PageSection {
        switch self {
        case .start: try bench.start()
        case .commune: try bench.commune()
        case .simulation: try bench.simulation()
        case .interview: try bench.interview()
        case .alerts: try bench.alerts()
        case .population: try bench.population()
        case .lua: try bench.lua()
        case .growth: try bench.growth()
        }
    }
}
