namespace Watchkeeper.Cli.Run;

/// <summary>A path as a user would type it.</summary>
internal static class ShownPath
{
    /// <summary>The path from the current folder if it lies below that folder; otherwise the path as it is.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
