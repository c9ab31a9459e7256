using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Counting;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>How far detections are trusted, and who is excepted from them.</summary>
internal static class DetectionKeys
{
    private static readonly ListSchema Ids = new("a list of detections", Formats.Name);

    private static readonly MapSchema Exception = new(
        "detection_exception", "an exception",
        new KeySchema("detection", Formats.Name, "The detection's id.") { IsRequired = true },
        new KeySchema(
            "principal", Formats.ArnPattern, "Who is excepted: the ARN of a user or role, in which * stands for any characters.")
        {
            IsRequired = true,
        },
        new KeySchema("until", Formats.Until, "When it ends: no exception is for ever.") { IsRequired = true },
        new KeySchema("reason", Formats.Name, "Why, in one line."));

    private static readonly TextSchema Window = new(
        "a duration in whole minutes from 1m to 1d",
        text => Formats.PositiveDuration.Refuse(text) ?? (DurationText.Parse(text) is { } time
            && time.Ticks % TimeSpan.TicksPerMinute == 0 && time <= TimeSpan.FromMinutes(Threshold.MaxMinutes)
                ? null
                : $"is «{text}»: it must be in whole minutes, from 1m to 1d"));

    private static readonly MapSchema Limit = new(
        "detection_threshold", "a threshold",
        new KeySchema("count", new NumberSchema(2, Threshold.MaxCount), "How many calls open an incident.") { IsRequired = true },
        new KeySchema("within", Window, "Within which time."));

    private static readonly TextSchema Place = new(
        "a file or folder",
        text => text.Contains('*', StringComparison.Ordinal)
            ? $"is «{text}»: patterns are not read; name the folder, and every file in it is read"
            : null);

    /// <summary>The map.</summary>
    public static MapSchema Map { get; } = new(
        "detections", "settings of detections",
        new KeySchema("off", Ids, "Detections that are not evaluated."),
        new KeySchema("staged", Ids, "Detections that are counted, and open no incident."),
        new KeySchema("on", Ids, "Detections that are on, though they come staged."),
        new KeySchema("exceptions", new ListSchema("a list of exceptions", Exception), "Principals whose calls are expected."),
        new KeySchema(
            "thresholds", new DictionarySchema("a map of detections and their thresholds", Limit),
            "Other thresholds of counting detections."),
        new KeySchema(
            "files", new ListSchema("a list of files or folders", Place) { MinItems = 1 },
            "Your own detections, relative to this file. They take the place of those that «detections apply» put in force."));
}
