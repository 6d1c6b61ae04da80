// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that CI spends no time on it: `swift run -c release chiso-benchmark PATH-OF-CHISO`.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        // Programs that the benchmark runs; they stand beside it once it is built.
        .executableTarget(name: "measure"),
        .executableTarget(name: "lua-loop", dependencies: ["CLua"]),
        .executableTarget(
            name: "chiso-benchmark",
            dependencies: [
                "measure", "lua-loop", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [.treatAllWarnings(as: .error)]),
    ],
    swiftLanguageModes: [.v6]
)
