@_exported import Numerals
@_exported import WalkthroughLanguage

/// Facts about this program.
public enum LonghandVersion {
  public static let number = "0.1.0"
}
