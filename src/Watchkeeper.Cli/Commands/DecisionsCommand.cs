using System.Collections.Immutable;
using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>decisions</c>: lists what was decided about each event of a day.</summary>
internal sealed class DecisionsCommand
{
    private readonly Option<string?> day = new("--day")
    {
        Description = "The day, such as 2026-11-17; events are kept for 8 days. Default: today.",
    };

    private readonly Option<string> zone = new("--zone")
    {
        Description = "The time zone of the day, such as Europe/Berlin.",
        DefaultValueFactory = _ => "UTC",
    };

    private readonly Option<string[]> decision = new("--decision")
    {
        Description = "Only events with this decision, such as opened, repeated, duplicate, stale, rejected. May be repeated.",
    };

    private readonly Option<int> limit =
        NumberOption.Create("--limit", "Maximum number of lines, the newest first.", 50, 1, 10_000_000);

    private readonly Option<string> output = new Option<string>("--output")
    {
        Description = "The output format: text, json with one object per line, or csv.",
        DefaultValueFactory = _ => "text",
    }.OneOf("text", "json", "csv");

    public static Command Create() => new DecisionsCommand().CreateCommand();

    private Command CreateCommand()
    {
        var command = new Command(
            "decisions", "List what was decided about each event of a day, with its end; why EVENT-ID explains one.")
        {
            day, zone, decision, limit, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, store.Read(parsed), cancellationToken));
        return command;
    }

    // The clock of a run's data decides which day is today.
    private Task<int> RunAsync(ParseResult parsed, StoreOptions options, CancellationToken cancellationToken)
    {
        var screen = Asked.Screen();
        return Asked.RunAsync(
            options,
            screen,
            (asked, time, cancellation) => new DecisionsRun(asked, screen).RunAsync(
                parsed.GetValue(day) is { } text
                    ? DayRange.Parse(text, parsed.GetRequiredValue(zone))
                    : DayRange.At(time.GetUtcNow(), parsed.GetRequiredValue(zone)),
                (parsed.GetValue(decision) ?? []).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
                parsed.GetValue(limit),
                KebabCase.Parse<AnswerFormat>(parsed.GetRequiredValue(output))!.Value,
                cancellation),
            isAction: false,
            cancellationToken);
    }
}
