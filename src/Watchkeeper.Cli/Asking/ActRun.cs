using System.Text.Json;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary><c>ack</c>, <c>resolve</c> and <c>comment</c>: the result of the write is the answer.</summary>
internal sealed class ActRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    /// <summary>Carries out an action.</summary>
    /// <exception cref="AskException">The id, the name or the words cannot be used.</exception>
    public async Task<Answer> RunAsync(ActOptions options, CancellationToken cancellationToken)
    {
        var name = options.MustBeKnown ? await KnownAsync(cancellationToken) : options.Who;
        var who = Line("the operator's name", name, SubjectLimits.LabelValue);
        // The timeline holds both in one line: «who: words».
        var note = options.Note.Length == 0
            ? ""
            : Line(options.NoteName, options.Note, SubjectLimits.Description - who.Length - ": ".Length);
        var before = await IncidentFinder.FindAsync(store.Queries, options.Id, cancellationToken)
            ?? throw new AskException($"There is no incident «{IncidentFinder.Shown(options.Id)}», or it has expired.");
        var action = new OperatorAction(options.ActionId, options.Verb, who, note);
        var result = await store.Desk.ActAsync(
            before.Incident.Subject.Fingerprint, before.Incident.Id, action, cancellationToken);
        var after = await store.Queries.FindAsync(before.Incident.Id, cancellationToken);
        var now = after is IncidentLookup.Found { Snapshot: var found } ? found : before;
        var (kind, message, answer) = Describe(result, options.Verb, who, now);
        Show(options, kind, who, message, now, answer);
        if (result is OperatorResult.Done)
            await SettleAsync(cancellationToken);
        return answer;
    }

    private (string Name, string Message, Answer Answer) Describe(
        OperatorResult result, OperatorVerb verb, string who, IncidentSnapshot now) => result switch
        {
            OperatorResult.Done => (
                "done", $"{Done(verb)} by {OperatorName.Shorten(who, now.Incident.Subject.Account)}", Answer.Yes),
            OperatorResult.Taken(var incident) => (
                "taken", $"acknowledged by {Short(incident)}{Ago(incident.AcknowledgedAt)}", Answer.No),
            OperatorResult.Ended(null, _) => ("ended", EndText.Of(now, time.GetUtcNow()), Answer.No),
            OperatorResult.Ended({ } incident, var reason) => (
                "ended",
                EndText.Of(now with { Incident = incident, LastReason = reason ?? now.LastReason }, time.GetUtcNow()),
                Answer.No),
            OperatorResult.NoteMissing => (
                "reason-missing",
                "its source still reports it; say with --reason why it is resolved all the same",
                Answer.Unclear),
            _ => throw new InvalidOperationException($"{result.GetType().Name} is no known result"),
        };

    private void Show(ActOptions options, string name, string who, string message, IncidentSnapshot now, Answer answer)
    {
        var line = IncidentLine.From(now, quiet: null);
        if (options.AsJson)
        {
            screen.Raw(JsonSerializer.Serialize(
                new ActLine { Result = name, Actor = who, Message = message, Incident = line }, JsonLines.Of.ActLine));
        }

        var text = $"{line.Id}  {line.Severity.ToUpperInvariant()}  {line.Title}: {message}";
        if (answer is not Answer.Yes)
            screen.Note(text);
        else if (!options.AsJson)
            screen.Line(text);
    }

    // The action is recorded whatever comes of the messages about it.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.SettleAsync(cancellationToken);
        }
        catch (RunException error)
        {
            screen.Note($"The action is recorded, but the messages about it were not sent: {error.Message}");
        }
    }

    private async Task<string> KnownAsync(CancellationToken cancellationToken) =>
        await store.WhoAmIAsync(cancellationToken)
        ?? throw new AskException("AWS does not say who you are, and an action needs a name.");

    private static string Short(Incident incident) =>
        OperatorName.Shorten(incident.AcknowledgedBy ?? "", incident.Subject.Account);

    private string Ago(DateTimeOffset? at) => at is { } known ? $" {Moment.Ago(known, time.GetUtcNow())}" : "";

    private static string Done(OperatorVerb verb) => verb switch
    {
        OperatorVerb.Acknowledge => "acknowledged",
        OperatorVerb.Resolve => "resolved",
        _ => "commented on",
    };

    // A cut text would say something else than its author.
    private static string Line(string name, string text, int limit)
    {
        var line = InertText.Line(text);
        if (line.Length == 0)
            throw new AskException($"{name} is empty.");
        return line.Length <= limit
            ? line
            : throw new AskException($"{name} has {line.Length} characters, but at most {limit} are recorded.");
    }
}
