using MimeKit;
using Shouldly;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>One run of the story as text, which is over when it is asked.</summary>
public sealed class FinishedRun : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("watchkeeper-finished-").FullName;

    /// <summary>What the run printed.</summary>
    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(Repository.Root, "run", "--once", "--data", data);
        exitCode.ShouldBe(0, errors);
        Output = output;
    }

    /// <summary>The HTML of its mails, in the order of sending.</summary>
    public IReadOnlyList<string> Mails() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(data, "messages"), "*.eml").Order(StringComparer.Ordinal)
            .Select(path => MimeMessage.Load(path).HtmlBody!),
    ];

    /// <summary>A copy of its data that a test may change.</summary>
    public string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("watchkeeper-asked-").FullName;
        foreach (var file in Directory.EnumerateFiles(data))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(data, recursive: true);
        return ValueTask.CompletedTask;
    }
}
