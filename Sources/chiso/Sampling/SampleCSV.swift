import FormModel
import Interchange
import Sampling
import Storage

/// A sample as a CSV: the key fields under their names, all else under names with an underscore, as no field has one.
enum SampleCSV {
    static let columns = ["_stratum", "_role", "_order", "_probability", "_weight", "_interviewer"]

    static func bytes(_ sample: StoredSample) throws -> [UInt8] {
        let sink = MemorySink()
        var writer = CSVWriter(sink)
        try writer.write(sample.keyFields + columns)
        for unit in sample.units {
            try writer.write(
                unit.key + [
                    unit.stratum, unit.role.rawValue, "\(unit.number)", text(unit.probability), text(unit.baseWeight),
                    unit.interviewer ?? "",
                ])
        }
        try writer.close()
        return sink.bytes
    }

    private static func text(_ number: Double?) -> String { number.map { Value.decimal($0).plainText } ?? "" }
}
