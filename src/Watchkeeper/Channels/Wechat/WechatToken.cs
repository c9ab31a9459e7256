using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Wecom;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Wechat;

/// <summary>The answer to «Get access_token».</summary>
internal static class WechatToken
{
    private const int RefusedSecret = 40001;

    // The document's lifetime is two hours; the answer may say less.
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(2);

    public static TokenResult Read(HttpAnswer answer)
    {
        // Some answers with a token have no code.
        if (AnswerObject.Parse(answer) is not { } json || json.Number("errcode") is not null and not 0 || !answer.IsSuccess
            || json.Text("access_token") is not { Length: > 0 } token)
        {
            return new TokenResult.Failed(Explain(answer));
        }

        var seconds = Math.Clamp(json.Number("expires_in") ?? 0, 0, (long)MaxLifetime.TotalSeconds);
        return new TokenResult.Found(token, TimeSpan.FromSeconds(seconds));
    }

    // Here the code means the secret, not a token.
    private static SendResult Explain(HttpAnswer answer) =>
        AnswerCode.Find(answer, "errcode", "errmsg") is { Code: RefusedSecret } said
            ? said.GiveUp("WeChat Work refuses the secret: look at «api_secret» and «corp_id»")
            : WecomAnswer.Read(answer) is SendResult.Sent sent
                ? new SendResult.GiveUp(AnswerStatus.With("WeChat Work gave no token", sent.MessageId))
                : WecomAnswer.Read(answer);
}
