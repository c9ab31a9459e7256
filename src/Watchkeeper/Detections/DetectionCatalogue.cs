using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Watchkeeper.Detections;

/// <summary>Watchkeeper's built-in detections: one file each in the folder Rules, embedded in this assembly.</summary>
public static class DetectionCatalogue
{
    private const string Prefix = "Watchkeeper.Detections.Rules.";
    private const string Suffix = ".json";
    private const string IndexName = "Watchkeeper.Detections.index.json";

    private static readonly Lazy<ImmutableArray<string>> Named = new(() =>
    [
        .. typeof(DetectionCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ]);

    private static readonly Lazy<ImmutableArray<Detection>> Loaded = new(() => [.. Ids.Select(Load)]);

    private static readonly Lazy<string> Versioned =
        new(() => Convert.ToHexStringLower(SHA256.HashData(IndexFile.Span)));

    /// <summary>The ids, in ordinal order; they are also the file names.</summary>
    public static ImmutableArray<string> Ids => Named.Value;

    /// <summary>All built-in detections, parsed on first use.</summary>
    public static ImmutableArray<Detection> All => Loaded.Value;

    /// <summary>A hash of the files of all built-in detections.</summary>
    public static string Version => Versioned.Value;

    /// <summary>
    /// A matcher of all built-in detections that parses each when an event first needs it, for a process that begins with one
    /// event.
    /// </summary>
    /// <param name="ownRoles"><see cref="DetectionMatcher.OwnRoles"/>.</param>
    public static DetectionMatcher CreateMatcher(ImmutableArray<string> ownRoles) => DetectionSet.BuiltIn.CreateMatcher(ownRoles);

    /// <summary>The file with the index of all built-in detections, in the order of their ids.</summary>
    internal static ReadOnlyMemory<byte> IndexFile => Resource(IndexName);

    /// <summary>The bytes of a detection's file.</summary>
    public static ReadOnlyMemory<byte> FileOf(string id) => Resource($"{Prefix}{id}{Suffix}");

    /// <summary>Whether a built-in detection has this id.</summary>
    public static bool Has(string id)
    {
        using var stream = Open($"{Prefix}{id}{Suffix}");
        return stream is not null;
    }

    /// <summary>The bytes of the file of this id; null if no built-in detection has it.</summary>
    internal static byte[]? FindFile(string id) => FindResource($"{Prefix}{id}{Suffix}");

    private static byte[] Resource(string name) =>
        FindResource(name) ?? throw new ArgumentException($"there is no resource «{name}»", nameof(name));

    private static byte[]? FindResource(string name)
    {
        using var stream = Open(name);
        if (stream is null)
            return null;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    private static Stream? Open(string name) => typeof(DetectionCatalogue).Assembly.GetManifestResourceStream(name);

    /// <summary>Parses a built-in detection.</summary>
    internal static Detection Load(string id)
    {
        var parsed = DetectionParser.Parse(FileOf(id).Span);
        return parsed.Detection ?? throw new InvalidDataException($"detection «{id}»: {string.Join("; ", parsed.Errors)}");
    }
}
