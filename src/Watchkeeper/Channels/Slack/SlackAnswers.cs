using System.Collections.Frozen;
using System.Globalization;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Slack;

/// <summary>
/// What Slack answers to a webhook («Sending messages using incoming webhooks», handling errors): <c>ok</c>, or one word. It says
/// how long to wait in <c>Retry-After</c> and, as JSON, in <c>retry_after</c>.
/// </summary>
internal static class SlackAnswers
{
    private const string Gone = "Slack no longer takes the webhook: make a new one and write its address into the secret";
    private const string Channel = "The webhook's channel is gone or archived: unarchive it, or make a webhook for another one";
    private const string Forbidden = "The workspace forbids the webhook to post there: an administrator must allow it";
    private const string Unreadable = "Slack cannot read the message: please report this as an error of Watchkeeper";

    // Slack takes one message a second and may disable what goes on after a refusal.
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    private static readonly FrozenSet<string> Later = new[]
    {
        "rate_limited", "ratelimited", "message_limit_exceeded", "rollup_error", "internal_error", "fatal_error",
        "service_unavailable", "request_timeout", "timeout",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Never = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["no_service"] = Gone,
        ["no_service_id"] = Gone,
        ["no_active_hooks"] = Gone,
        ["no_team"] = Gone,
        ["team_disabled"] = Gone,
        ["token_revoked"] = Gone,
        ["invalid_token"] = Gone,
        ["channel_not_found"] = Channel,
        ["channel_is_archived"] = Channel,
        ["user_not_found"] = Channel,
        ["action_prohibited"] = Forbidden,
        ["posting_to_general_channel_denied"] = Forbidden,
        ["invalid_payload"] = Unreadable,
        ["invalid_blocks"] = Unreadable,
        ["invalid_blocks_format"] = Unreadable,
        ["invalid_attachments"] = Unreadable,
        ["too_many_attachments"] = Unreadable,
        ["missing_text_or_fallback_or_attachments"] = Unreadable,
        ["no_text"] = Unreadable,
        ["msg_too_long"] = Unreadable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an answer means.</summary>
    public static SendResult Read(HttpAnswer answer)
    {
        var json = AnswerObject.Parse(answer);
        var body = answer.Body.Trim();
        if (answer.IsSuccess && (body is "ok" || json?.Flag("ok") is true))
            return new SendResult.Sent(AnswerStatus.Words(body));
        var code = json?.Text("error") ?? body;
        if (Later.Contains(code) || answer.Status == 429)
            return new SendResult.Retry(AnswerStatus.With("Slack takes nothing now", Words()), Wait(answer, json));
        if (Never.TryGetValue(code, out var reason))
            return new SendResult.GiveUp(AnswerStatus.With(reason, Words()));
        return answer.IsSuccess
            ? new SendResult.GiveUp(AnswerStatus.With("Slack does not say that it took the message", Words()))
            : AnswerStatus.Explain(answer, "Slack");

        string Words() => $"{answer.Status.ToString(CultureInfo.InvariantCulture)} {AnswerStatus.Words(answer)}".TrimEnd();
    }

    private static TimeSpan Wait(HttpAnswer answer, AnswerObject? json) => answer.RetryAfter
        ?? (json?.Number("retry_after") is { } seconds and >= 0 and <= 3600 ? TimeSpan.FromSeconds(seconds) : UsualWait);
}
