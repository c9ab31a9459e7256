using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Aws.Tests.Cases;

/// <summary>Alarms from the field, each beside an operator's expectation in <c>….expected.json</c>.</summary>
public sealed class AlarmCaseTests
{
    private const string Expected = ".expected.json";

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    private static string Folder { get; } = Repository.PathOf("test/Watchkeeper.Aws.Tests/Cases");

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(Folder, $"*{Expected}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)[..^Expected.Length].Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void An_alarm_gives_what_an_operator_expects_of_it(string name)
    {
        var signal = AlarmEvents.Read(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")), Now)
            .Single().ShouldBeOfType<SignalParseResult.Accepted>().Signal;
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}{Expected}")));
        var expected = document.RootElement;

        SeverityRules.Default.Classify(signal).ToKebabCase().ShouldBe(expected.GetProperty("severity").GetString());
        signal.UnknownSeverity.ShouldBe(Text(expected, "unknown"));
        if (Text(expected, "title") is { } title)
            signal.Subject.Title.ShouldBe(title);
        if (Text(expected, "resource") is { } resource)
            signal.Subject.Resource.ShouldBe(resource);
        if (Text(expected, "threshold") is { } threshold)
            signal.Subject.Labels["threshold"].ShouldBe(threshold);
    }

    [Fact]
    public void Every_case_has_its_expectation() =>
        Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Count().ShouldBe(2 * Names().Count);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.GetString() : null;
}
