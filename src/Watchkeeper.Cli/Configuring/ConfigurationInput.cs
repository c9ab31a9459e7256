using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Configuring;

/// <summary>Reads the configuration file that a command names.</summary>
internal static class ConfigurationInput
{
    /// <summary>Reads and checks a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="AskException">The file cannot be read.</exception>
    public static ConfigurationFile Read(string path, DateTimeOffset today)
    {
        var file = InputFiles.ReadOne(path);
        return file.Error is { } error
            ? throw new AskException($"«{path}» cannot be read: {error}")
            : ConfigurationFile.Read(file.Bytes.Span, today);
    }

    /// <summary>How a file is named in problems.</summary>
    public static string NameOf(string path) => path == InputStream.Standard ? "standard input" : path;
}
