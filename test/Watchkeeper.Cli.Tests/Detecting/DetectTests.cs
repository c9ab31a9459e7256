using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Reporting;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>A folder of files, and what <c>detect</c> says of them on the day after the records below.</summary>
public abstract class DetectTests : IDisposable
{
    protected const string Stop =
        """
        {"eventVersion":"1.08","eventID":"r-1","eventTime":"2026-03-04T05:06:07Z","eventSource":"cloudtrail.amazonaws.com",
        "eventName":"StopLogging","awsRegion":"eu-central-1","sourceIPAddress":"203.0.113.7","eventType":"AwsApiCall",
        "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/alice","accountId":"111122223333","userName":"alice"},
        "requestParameters":{"name":"main"},"recipientAccountId":"111122223333"}
        """;

    protected const string Look =
        """
        {"eventVersion":"1.08","eventID":"r-2","eventTime":"2026-03-04T05:06:08Z","eventSource":"ec2.amazonaws.com",
        "eventName":"DescribeInstances","awsRegion":"eu-central-1","eventType":"AwsApiCall","userIdentity":{"type":"IAMUser"}}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-detect-");
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    protected string Output => output.ToString();

    protected string Errors => error.ToString();

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task<DetectResult> RunAsync(bool asJson = true, params string[] paths) => RunAsync(default, asJson, paths);

    private protected Task<DetectResult> RunAsync(CancellationToken stop, bool asJson = true, params string[] paths)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        IFindingWriter writer = asJson ? new JsonFindingWriter(output) : new TextFindingWriter(output, error);
        return new DetectRun(new DetectionMatcher(DetectionCatalogue.All), writer, error, time)
            .RunAsync(paths is [] ? [folder.FullName] : paths, stop);
    }

    protected static string OneLine(string json) => json.ReplaceLineEndings("");

    protected string PathOf(string name) => Path.Combine(folder.FullName, name);

    protected Task WriteAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text);

    protected async Task WritePackedAsync(string name, string text)
    {
        await using var packed = new GZipStream(File.Create(PathOf(name)), CompressionMode.Compress);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    protected IReadOnlyList<JsonElement> Lines() =>
        [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
}
