namespace Watchkeeper.Cli.Describing;

/// <summary>The order of codes by their numbers between dots: 4.9 comes before 4.10. Names are in the order of letters.</summary>
internal sealed class CodeOrder : IComparer<string>
{
    private const int MaxDigits = 5;

    /// <summary>The order.</summary>
    public static CodeOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => string.CompareOrdinal(Padded(x), Padded(y));

    private static string Padded(string? code) => string.Join(
        '.', (code ?? "").Split('.').Select(part => part.All(char.IsAsciiDigit) ? part.PadLeft(MaxDigits) : part));
}
