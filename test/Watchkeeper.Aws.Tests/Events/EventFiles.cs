using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Aws.Events.Health;
using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Testing;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>The files under events/, named by their path without the extension.</summary>
internal static class EventFiles
{
    /// <summary>After the last event, and before the times that are in the future on purpose.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

    private const string ExpectedSuffix = ".expected.txt";

    private static string Folder { get; } = Repository.PathOf("events");

    /// <summary>All files except those of the monitored application and of the table's stream.</summary>
    public static IEnumerable<string> Names =>
        Files.Where(file => !file.EndsWith(ExpectedSuffix, StringComparison.Ordinal))
            .Select(file => Path.ChangeExtension(file, null))
            .Where(name => name.Split('/')[0] is not ("application" or "stream"))
            .Order(StringComparer.Ordinal);

    /// <summary>The files with an expectation.</summary>
    public static IEnumerable<string> Expected =>
        Files.Where(file => file.EndsWith(ExpectedSuffix, StringComparison.Ordinal))
            .Select(file => file[..^ExpectedSuffix.Length])
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => file != "README.md");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));

    /// <summary>
    /// The expectation of a file. It has no .json extension, because the local run takes each such file for an event.
    /// </summary>
    public static string Expectation(string name) => File.ReadAllText(Path.Combine(Folder, name + ExpectedSuffix)).TrimEnd('\n');

    public static Signal Signal(string name) => Read(name) is [SignalParseResult.Accepted accepted]
        ? accepted.Signal
        : throw new InvalidOperationException($"{name} is no single signal.");

    public static TrailEvent Happened(string name) => TrailEvents.Read(Bytes(name), Now) is TrailParseResult.Happened happened
        ? happened.Event
        : throw new InvalidOperationException($"{name} is nothing that happened.");

    /// <summary>Parses a file as the function that receives it in the local run.</summary>
    public static IReadOnlyList<SignalParseResult> Read(string name) => Read(Parser(name), Bytes(name), Now);

    public static IReadOnlyList<SignalParseResult> Read(EventParser parser, byte[] payload, DateTimeOffset now) => parser switch
    {
        EventParser.Alarm => AlarmEvents.Read(payload, now),
        EventParser.Health => [HealthEvents.Read(payload, now)],
        EventParser.Mail => [MailEvents.Read(payload, now) switch
        {
            MailParseResult.Accepted accepted => new SignalParseResult.Ignored(accepted.EventId, accepted.Feedback.Words),
            MailParseResult.Ignored ignored => new SignalParseResult.Ignored(ignored.EventId, ignored.Reason),
            MailParseResult.Rejected(var rejection) => new SignalParseResult.Rejected(rejection),
            _ => throw new InvalidOperationException(),
        }],
        _ => [TrailEvents.Read(payload, now) switch
        {
            TrailParseResult.Read read => read.Result,
            TrailParseResult.Happened happened => new SignalParseResult.Ignored(happened.Event.EventId, happened.Event.Api),
            _ => throw new InvalidOperationException(),
        }],
    };

    public static EventParser Parser(string name)
    {
        var file = name.StartsWith("bad/", StringComparison.Ordinal) ? name["bad/".Length..] : name;
        return file switch
        {
            _ when file.StartsWith("trail", StringComparison.Ordinal) || file.StartsWith("insight", StringComparison.Ordinal)
                => EventParser.Trail,
            _ when file.StartsWith("health", StringComparison.Ordinal) || file.StartsWith("advisor", StringComparison.Ordinal)
                => EventParser.Health,
            _ when file.StartsWith("mail", StringComparison.Ordinal) => EventParser.Mail,
            _ => EventParser.Alarm,
        };
    }
}

/// <summary>The parser of a payload.</summary>
public enum EventParser
{
    Alarm,
    Trail,
    Health,
    Mail,
}
