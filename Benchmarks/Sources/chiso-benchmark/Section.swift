import ArgumentParser

/// What can be measured by itself: a section of the page.
enum Section: String, CaseIterable, ExpressibleByArgument {
    case start, commune, interview, alerts, population, growth, lua

    /// Takes the section's figures.
    func measure(on bench: Bench) throws -> PageSection {
        switch self {
        case .start: try bench.start()
        case .commune: try bench.commune()
        case .interview: try bench.interview()
        case .alerts: try bench.alerts()
        case .population: try bench.population()
        case .growth: try bench.growth()
        case .lua: try bench.lua()
        }
    }
}
