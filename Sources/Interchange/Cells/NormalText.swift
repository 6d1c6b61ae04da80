import VietText

/// A text as records keep it: NFC, without white space around it.
func normalized(_ text: String) -> String { text.storageForm }
