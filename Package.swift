// swift-tools-version: 6.2
import PackageDescription

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "Chiso",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        // From the ground up, in the order of Documentation's picture: a target names only targets above it.
        .target(name: "Leftovers"),
        .target(name: "VietText"),
        .target(name: "FormModel", dependencies: ["VietText"]),
        .target(name: "Messages", dependencies: ["FormModel", "VietText"]),
        .target(name: "Sampling", dependencies: ["FormModel"]),
        .target(name: "AlertStates", dependencies: ["FormModel"]),
        .target(name: "FieldQuality", dependencies: ["FormModel", "Sampling", "VietText"]),
        .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
        .target(name: "CLuaBridge", dependencies: ["CLua"]),
        .target(name: "LuaRuntime", dependencies: ["CLuaBridge"]),
        .target(name: "LuaSyntax"),
        .target(name: "Columns", dependencies: ["FormModel"]),
        .target(name: "Formulas", dependencies: ["Columns", "FormModel", "LuaRuntime", "LuaSyntax", "VietText"]),
        .target(
            name: "Scripting",
            dependencies: [
                "FormModel", "LuaRuntime", "LuaSyntax", "Messages", "VietText", crypto,
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        .target(
            name: "ScriptAnalysis",
            dependencies: ["FormModel", "LuaRuntime", "LuaSyntax", "Messages", "Scripting", "VietText"]),
        .target(
            name: "Storage",
            dependencies: [
                "AlertStates", "Columns", "FormModel", "Leftovers", "Sampling", crypto,
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "Interviewing",
            dependencies: ["FormModel", "LuaRuntime", "Messages", "Sampling", "Scripting", "VietText", crypto]),
        .target(name: "Estimation"),
        .target(
            name: "Evaluation",
            dependencies: [
                "Columns", "Estimation", "FormModel", "Formulas", "LuaRuntime", "Messages", "Scripting", "VietText",
            ]),
        .target(
            name: "Reporting",
            dependencies: [
                "Columns", "Evaluation", "FieldQuality", "FormModel", "LuaRuntime", "Messages", "Scripting", "VietText",
            ]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSpawn"),
        .target(name: "Delivery", dependencies: ["CCurl", "CSpawn"]),
        .target(
            name: "Alerting",
            dependencies: [
                "AlertStates", "Evaluation", "FormModel", "LuaRuntime", "Messages", "Reporting", "Scripting",
                "VietText",
            ]),
        .target(name: "Interchange", dependencies: ["FormModel", "Leftovers", "VietText"]),
        .target(
            name: "ScriptTesting",
            dependencies: [
                "AlertStates", "Alerting", "Columns", "Evaluation", "FieldQuality", "FormModel", "Interchange",
                "Interviewing",
                "LuaRuntime", "LuaSyntax", "Messages", "Reporting", "Scripting", "VietText",
            ]),
        .target(name: "Terminal", dependencies: ["FormModel", "Interviewing", "Messages", "VietText"]),
        .target(name: "Scaffolding", dependencies: ["FormModel", "VietText"]),
        .executableTarget(
            name: "chiso",
            dependencies: [
                "AlertStates", "Alerting", "Columns", "Delivery", "Evaluation", "FieldQuality", "FormModel",
                "Interchange",
                "Interviewing", "Leftovers", "LuaRuntime", "LuaSyntax",
                "Messages", "Reporting", "Sampling", "Scaffolding", "ScriptAnalysis", "ScriptTesting", "Scripting",
                "Storage", "Terminal",
                "VietText",
                crypto,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(
            name: "WorkspaceFixtures",
            dependencies: ["FormModel", "LuaRuntime", "Scripting", "VietText"],
            path: "Tests/WorkspaceFixtures"),
        .target(name: "Randomness", path: "Tests/Randomness"),
        .testTarget(name: "VietTextTests", dependencies: ["Randomness", "VietText"]),
        .testTarget(name: "SamplingTests", dependencies: ["FormModel", "Sampling"]),
        .testTarget(name: "AlertStatesTests", dependencies: ["AlertStates", "FormModel", "Randomness"]),
        .testTarget(name: "FieldQualityTests", dependencies: ["FieldQuality", "FormModel"]),
        .testTarget(name: "MessagesTests", dependencies: ["FormModel", "Messages", "VietText"]),
        .testTarget(name: "LuaRuntimeTests", dependencies: ["LuaRuntime", "CLuaBridge"]),
        .testTarget(name: "LuaSyntaxTests", dependencies: ["CLua", "LuaSyntax", "Randomness"]),
        .testTarget(
            name: "ScriptingTests",
            dependencies: [
                "Evaluation", "FormModel", "Interviewing", "LuaRuntime", "LuaSyntax", "Messages", "ScriptAnalysis",
                "Scripting", "VietText", "WorkspaceFixtures",
            ],
            exclude: ["Example", "Golden", "Wrong"]),
        .testTarget(
            name: "InterviewingTests",
            dependencies: [
                "Randomness",
                "FormModel", "Interchange", "Interviewing", "LuaRuntime", "Messages", "Scripting", "VietText",
                "WorkspaceFixtures",
            ]),
        .testTarget(
            name: "ScaffoldingTests",
            dependencies: [
                "FormModel", "Messages", "Scaffolding", "ScriptTesting", "Scripting", "VietText", "WorkspaceFixtures",
            ]),
        .testTarget(name: "EstimationTests", dependencies: ["Estimation", "Randomness"], exclude: ["Golden"]),
        .testTarget(
            name: "EvaluationTests",
            dependencies: [
                "Randomness",
                "Columns", "Estimation", "Evaluation", "FormModel", "Formulas", "Interviewing", "LuaRuntime",
                "Messages",
                "Scripting",
                "VietText", "WorkspaceFixtures",
            ]),
        .testTarget(
            name: "EndToEnd",
            dependencies: [
                "Randomness",
                "AlertStates", "chiso", "FormModel", "LoopbackServers", "Storage", "TerminalFixtures", "VietText",
            ],
            exclude: ["Independent/figures.py", "Independent/nhanes-expected.json"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Randomness",
                "AlertStates", "Columns", "FormModel", "Sampling", "Storage",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "ScriptTestingTests",
            dependencies: [
                "Evaluation", "FormModel", "Messages", "ScriptAnalysis", "ScriptTesting", "Scripting", "VietText",
                "WorkspaceFixtures",
            ]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Randomness",
                "Evaluation", "FieldQuality", "FormModel", "LuaRuntime", "Messages", "Reporting", "Scripting",
                "VietText",
                "WorkspaceFixtures",
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "AlertingTests",
            dependencies: [
                "AlertStates", "Alerting", "Evaluation", "FormModel", "LuaRuntime", "Messages", "Reporting",
                "Scripting",
                "VietText", "WorkspaceFixtures",
            ]),
        .target(name: "LoopbackServers", path: "Tests/LoopbackServers", exclude: ["Servers"]),
        .testTarget(name: "DeliveryTests", dependencies: ["Delivery", "LoopbackServers"]),
        .testTarget(name: "InterchangeTests", dependencies: ["FormModel", "Interchange", "Randomness"]),
        // A program that the tests run in a pseudo-terminal of its own.
        .executableTarget(name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
        .target(name: "TerminalFixtures", dependencies: ["VietText"], path: "Tests/TerminalFixtures"),
        .testTarget(
            name: "TerminalTests",
            dependencies: [
                "Randomness",
                "FormModel", "Interviewing", "Messages", "Scripting", "Terminal", "TerminalFixtures", "TerminalProbe",
                "VietText", "WorkspaceFixtures",
            ],
            exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)

// A warning is an error in this package's own Swift; the packages it builds on are left as they are.
for target in package.targets where target.type != .system && target.name != "CLuaBridge" {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .treatAllWarnings(as: .error),
            // A type of generic parts is asked for by its accessor, which knows the conformances it needs: by its mangled name
            // the runtime looks through all conformances of the program at first use, a twelfth of a short command's time.
            .unsafeFlags(
                ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
                .when(configuration: .release)),
        ]
}
