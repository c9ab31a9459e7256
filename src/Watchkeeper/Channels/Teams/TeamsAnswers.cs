using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Teams;

/// <summary>
/// What a workflow answers (Azure Logic Apps, «Request trigger»): 202 before it posts anything, or an error with a code.
/// Connectors, its predecessors, answer 200 even for a refusal, and name the status of Teams in the text.
/// </summary>
internal static partial class TeamsAnswers
{
    private const string Accepted = "accepted; whether Teams shows it cannot be known";

    private const string Template =
        "make it anew from the template «Post to a channel when a webhook request is received», open to anyone";

    private const string Retired =
        "if the address is one of the retired connectors (webhook.office.com), make a workflow and use its address";

    // «Rate limiting for connectors»: 60 requests in 30 seconds.
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    private static readonly FrozenDictionary<string, string> Never = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TriggerInputSchemaMismatch"] = $"The workflow expects another form of message: {Template}",
        ["WorkflowTriggerIsNotEnabled"] = "The workflow is switched off: switch it on in Teams («Workflows»)",
        ["WorkflowNotFound"] = "The workflow is gone: make a new one and write its address into the secret",
        ["WorkflowTriggerNotFound"] = "The workflow is gone: make a new one and write its address into the secret",
        ["DirectApiAuthorizationRequired"] = $"The workflow takes no message from outside: {Template}",
        ["DirectApiInvalidAuthorizationScheme"] = $"The workflow takes no message from outside: {Template}",
        ["DirectApiRequestHasMoreThanOneAuthorization"] = $"The workflow takes no message from outside: {Template}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an answer means.</summary>
    public static SendResult Read(HttpAnswer answer)
    {
        if (ForwardedStatus().Match(answer.Body) is { Success: true } told)
            return ReadStatus(answer with { Status = int.Parse(told.ValueSpan[^3..], CultureInfo.InvariantCulture) });
        var json = AnswerObject.Parse(answer);
        var error = json?.Object("error");
        if (error is not null && Never.TryGetValue(error.Text("code"), out var reason))
            return new SendResult.GiveUp(AnswerStatus.With(reason, Words(answer, error)));
        if (!answer.IsSuccess)
            return ReadStatus(answer, error);
        return error is null && IsAcceptance(answer, json)
            ? new SendResult.Sent(AnswerStatus.With(Accepted, AnswerStatus.Words(answer)))
            : new SendResult.GiveUp(
                AnswerStatus.With($"The answer does not say that a workflow took the message; {Retired}", Words(answer, error)));
    }

    // A page of HTML comes from a proxy or a sign-in, not from a workflow.
    private static bool IsAcceptance(HttpAnswer answer, AnswerObject? json) =>
        json is not null || answer.Body.Trim() is "" or "1" || (answer.Status == 202 && !answer.Body.Contains('<'));

    private static SendResult ReadStatus(HttpAnswer answer, AnswerObject? error = null) => answer.Status switch
    {
        429 => new SendResult.Retry(
            AnswerStatus.With("Teams takes nothing now", Words(answer, error)), answer.RetryAfter ?? UsualWait),
        413 => new SendResult.GiveUp(AnswerStatus.With("Teams finds the message too large", Words(answer, error))),
        408 or 425 or >= 500 or (>= 300 and < 400) => AnswerStatus.Explain(answer, "Teams"),
        _ when error is null => new SendResult.GiveUp(
            AnswerStatus.With($"Teams refuses the message or the address; {Retired}", Words(answer, error))),
        _ => new SendResult.GiveUp(AnswerStatus.With("The workflow refuses the message", Words(answer, error))),
    };

    private static string Words(HttpAnswer answer, AnswerObject? error)
    {
        var words = error is null ? AnswerStatus.Words(answer) : $"{error.Words("code")} {error.Words("message")}".Trim();
        return $"{answer.Status.ToString(CultureInfo.InvariantCulture)} {words}".TrimEnd();
    }

    [GeneratedRegex("Microsoft Teams endpoint returned HTTP error [1-5][0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex ForwardedStatus();
}
