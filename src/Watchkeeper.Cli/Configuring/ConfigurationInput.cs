using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Configuring;

/// <summary>Reads the configuration file that a command names.</summary>
internal static class ConfigurationInput
{
    /// <summary>
    /// Reads and checks a file, or standard input for <c>-</c>, without the files of detections that it names.
    /// </summary>
    /// <exception cref="AskException">The file cannot be read.</exception>
    public static ConfigurationFile Read(string path, DateTimeOffset today) =>
        ConfigurationFile.Read(BytesOf(path).Span, today);

    /// <summary>
    /// Reads and checks a file, or standard input for <c>-</c>, and the files of detections that it names: relative to its
    /// folder, or to the current one.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="today">The time.</param>
    /// <param name="deliversAll">Whether the calls are known to arrive that no rule of the template passes.</param>
    /// <exception cref="AskException">The file cannot be read.</exception>
    public static Task<ConfigurationFile> ReadAsync(string path, DateTimeOffset today, bool deliversAll = false)
    {
        var folder = path == InputStream.Standard ? "" : Path.GetDirectoryName(path) ?? "";
        return ConfigurationFile.ReadAsync(BytesOf(path), today, folder, deliversAll);
    }

    /// <summary>How a file is named in problems.</summary>
    public static string NameOf(string path) => path == InputStream.Standard ? "standard input" : path;

    private static ReadOnlyMemory<byte> BytesOf(string path)
    {
        var file = InputFiles.ReadOne(path);
        return file.Error is { } error ? throw new AskException($"«{path}» cannot be read: {error}") : file.Bytes;
    }
}
