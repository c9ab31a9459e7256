using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Watchkeeper.Detections;
using Watchkeeper.Patterns;

namespace Watchkeeper.Benchmarks.InProcess;

/// <summary>A call that no detection matches: most of TrailFunction's input.</summary>
[MemoryDiagnoser]
public class DetectionBenchmarks
{
    private const string Harmless =
        """
        {"version":"0","id":"6f87d04b-9f74-4f04-a780-7acf4b0a9b38","detail-type":"AWS API Call via CloudTrail","source":"aws.ec2",
        "account":"123456789012","time":"2026-11-17T08:15:00Z","region":"eu-central-1","resources":[],"detail":{"eventVersion":"1.11",
        "userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::123456789012:assumed-role/deploy/ci","accountId":"123456789012"},
        "eventTime":"2026-11-17T08:14:58Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"eu-central-1",
        "sourceIPAddress":"192.0.2.10","userAgent":"aws-cli/2","requestParameters":{"maxResults":100},"readOnly":true}}
        """;

    private readonly DetectionMatcher detections = new(DetectionCatalogue.All);
    private readonly EventPattern pattern = EventPattern.Parse(
        """{"detail":{"eventName":[{"prefix":"Delete"},{"wildcard":"Put*Policy"}],"sourceIPAddress":["""u8
            + """{"cidr":"198.51.100.0/24"}]}}"""u8).Pattern!;

    private JsonElement call;

    [GlobalSetup]
    public void Read()
    {
        using var document = JsonDocument.Parse(Harmless);
        call = document.RootElement.Clone();
    }

    [Benchmark]
    public bool OnePatternThatDoesNotMatch() => pattern.Matches(call);

    [Benchmark]
    public int AllDetectionsAndNoneMatches() => detections.Match(call).Length;
}
