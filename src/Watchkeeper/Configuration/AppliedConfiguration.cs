using System.Security.Cryptography;

namespace Watchkeeper.Configuration;

/// <summary>
/// A version of the configuration file in its checked form. Versions compare by everything but their content, for which the hash
/// stands.
/// </summary>
public sealed record AppliedConfiguration
{
    /// <summary>Number of digits of the hash that people see and type.</summary>
    public const int ShownDigits = 8;

    /// <summary>1 for the first version, and one more for each that followed.</summary>
    public required long Number { get; init; }

    /// <summary>
    /// SHA-256 of the content: 64 lower-case hexadecimal digits. Versions with the same content have the same hash.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>The checked form, UTF-8 JSON; empty where only the version's data was read.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Who applied it.</summary>
    public required string By { get; init; }

    /// <summary>When it was applied, by the clock of whoever applied it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What whoever applied it said about it; may be empty.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The number of the version whose content this one brings back; null if it brings back none.</summary>
    public long? RolledBackTo { get; init; }

    /// <summary>The hash as people see it.</summary>
    public string ShownHash => Hash.Length > ShownDigits ? Hash[..ShownDigits] : Hash;

    /// <summary>The hash of a content.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <inheritdoc/>
    public bool Equals(AppliedConfiguration? other) =>
        other is not null && Number == other.Number && Hash == other.Hash && By == other.By && At == other.At
        && Comment == other.Comment && RolledBackTo == other.RolledBackTo;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Hash);
}
