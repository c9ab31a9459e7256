using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>incidents</c>: lists incidents, or watches them change.</summary>
internal sealed class IncidentsCommand
{
    private static readonly TimeSpan LocalWatch = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AwsWatch = TimeSpan.FromSeconds(10);

    private readonly Option<string?> day = new("--day") { Description = "What ended on this day, such as 2026-11-17." };
    private readonly Option<string?> zone = new("--zone")
    {
        Description = "The time zone of --day, such as Europe/Berlin. Default: UTC.",
    };

    private readonly Option<string?> service = new("--service") { Description = "Incidents of a service, active or ended." };
    private readonly Option<string?> resource = new("--resource") { Description = "Incidents of a resource: its ARN or id." };
    private readonly Option<string?> actor = new("--actor") { Description = "Incidents of acts by an actor." };
    private readonly Option<string?> status = new Option<string?>("--status") { Description = "Only incidents of this status." }
        .OneOf([.. Enum.GetValues<IncidentStatus>().Select(value => value.ToKebabCase())]);

    private readonly Option<string[]> filter = new("--filter")
    {
        Description = "Matchers over labels, as in Alertmanager: severity=~\"critical|high\",service!=order. May be repeated; "
            + "all must match.",
    };

    private readonly Option<int> limit =
        NumberOption.Create("--limit", "Maximum number of incidents.", 50, 1, 1_000_000);

    private readonly Option<string?> after = new("--after") { Description = "Goes on where an earlier list ended." };
    private readonly Option<bool> watch = new("--watch") { Description = "Prints what changes, until Ctrl-C." };
    private readonly Option<string> output = new Option<string>("--output")
    {
        Description = "The output format: text, json with one object per line, or csv.",
        DefaultValueFactory = _ => "text",
    }.OneOf("text", "json", "csv");

    public static Command Create() => new IncidentsCommand().CreateCommand();

    private Command CreateCommand()
    {
        var command = new Command(
            "incidents", "List incidents: what is active, or what ended on a day, or by service, resource, actor.")
        {
            day, zone, service, resource, actor, status, filter, limit, after, watch, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.Validators.Add(result =>
        {
            Option[] lists = [day, service, resource, actor];
            var chosen = lists.Where(option => result.GetResult(option) is not null).Select(option => option.Name).ToArray();
            if (chosen.Length > 1)
                result.AddError($"Give only one of {string.Join(" and ", chosen)}.");
            if (result.GetResult(zone) is not null && result.GetResult(day) is null)
                result.AddError("--zone is for --day alone.");
            if (chosen.Length == 0 && result.GetValue(status) == IncidentStatus.Resolved.ToKebabCase())
            {
                result.AddError(
                    "--status resolved needs --day, --service, --resource or --actor: without them, incidents are active.");
            }

            Option[] forLists = [day, service, resource, actor, status, after, limit];
            var other = forLists.FirstOrDefault(option => result.GetResult(option) is { Implicit: false });
            if (result.GetValue(watch) && other is not null)
                result.AddError($"{other.Name} is not for --watch, which follows what is active.");
            if (result.GetValue(watch) && result.GetValue(output) == "csv")
                result.AddError("--watch prints text or json.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, store.Read(parsed), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, StoreOptions options, CancellationToken cancellationToken)
    {
        var screen = Asked.Screen();
        ListOptions question;
        try
        {
            question = Question(parsed, screen);
        }
        catch (AskException error)
        {
            screen.Note(error.Message);
            return ExitCode.BadUsage;
        }

        return await Asked.RunAsync(
            options,
            screen,
            (asked, time, cancellation) => parsed.GetValue(watch)
                ? new WatchRun(asked, screen, time).RunAsync(
                    question.Filter,
                    options.Backend == StoreOptions.Aws ? AwsWatch : LocalWatch,
                    question.Format is AnswerFormat.Json,
                    cancellation)
                : new ListRun(asked, screen, time).RunAsync(question, cancellation),
            isAction: false,
            cancellationToken);
    }

    private ListOptions Question(ParseResult parsed, Screen screen)
    {
        var range = parsed.GetValue(day) is { } text ? DayRange.Parse(text, parsed.GetValue(zone) ?? "UTC") : null;
        var (list, words) = (range, parsed.GetValue(service), parsed.GetValue(resource), parsed.GetValue(actor)) switch
        {
            ({ } on, _, _, _) => (
                (IncidentQuestion)new IncidentQuestion.Ended(on.From, on.To), $"ended on {parsed.GetValue(day)} ({on.Zone})"),
            (_, { } of, _, _) => (new IncidentQuestion.OfService(of), $"of service {of}"),
            (_, _, { } of, _) => (new IncidentQuestion.OfResource(of), $"of resource {of}"),
            (_, _, _, { } by) => (new IncidentQuestion.OfActor(by), $"by {by}"),
            _ => (new IncidentQuestion.Active(), ""),
        };
        return new ListOptions
        {
            Question = list,
            Words = words,
            Filter = FilterText.Parse(parsed.GetValue(filter) ?? [], screen),
            Status = parsed.GetValue(status) is { } wanted ? KebabCase.Parse<IncidentStatus>(wanted) : null,
            Limit = parsed.GetValue(limit),
            After = parsed.GetValue(after),
            Format = KebabCase.Parse<AnswerFormat>(parsed.GetRequiredValue(output))!.Value,
        };
    }
}
