// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that CI spends no time on it: `swift run -c release chiso-benchmark PATH-OF-CHISO`.
let package = Package(
    name: "Benchmarks",
    targets: [.executableTarget(name: "chiso-benchmark")],
    swiftLanguageModes: [.v6]
)
