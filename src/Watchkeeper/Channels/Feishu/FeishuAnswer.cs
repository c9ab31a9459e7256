using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Feishu;

/// <summary>
/// What Feishu's answers mean («Custom bot usage guide»; «Rate limits»): JSON with <c>code</c> and <c>msg</c>, or, of older
/// robots, <c>StatusCode</c> and <c>StatusMessage</c>. Where both stand, either may name an error while the other is 0.
/// </summary>
internal static class FeishuAnswer
{
    private const string Name = "Feishu";
    private const string ResetHeader = "x-ogw-ratelimit-reset";

    // The limit is 100 messages a minute.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // A signature is valid for an hour on either side.
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(55);

    public static SendResult Read(HttpAnswer answer)
    {
        var result = AnswerCode.Explain(answer, Name, Find(answer), said => Explain(said, answer));
        return result is SendResult.Retry { After: null } retry ? retry with { After = answer.Seconds(ResetHeader) } : result;
    }

    private static AnswerCode? Find(HttpAnswer answer)
    {
        var code = AnswerCode.Find(answer, "code", "msg");
        var older = AnswerCode.Find(answer, "StatusCode", "StatusMessage");
        return code is null or { Code: 0 } && older is not null and not { Code: 0 } ? older : code ?? older;
    }

    private static SendResult? Explain(AnswerCode said, HttpAnswer answer) => said.Code switch
    {
        11232 or 99991400 => TooFast(said, answer),
        _ when said.HasAny("too many request", "frequency limit") => TooFast(said, answer),
        19021 => Signature(said, answer.ClockAhead),
        19022 => said.GiveUp(
            "the robot's list of addresses (IP 白名单) has not the address of this function: use the signature (签名校验) instead, "
            + "or give the function a fixed address (NAT gateway with an Elastic IP) and enter that"),
        19024 => said.GiveUp(
            "the message has none of the robot's keywords (自定义关键词): add the keyword «Watchkeeper», which each message has, "
            + "or use the signature (签名校验) instead"),
        19001 => said.GiveUp("Feishu does not know the robot's address: copy it from the group's settings again"),
        19007 => said.GiveUp("the Feishu robot is disabled: enable it in the group's settings"),
        11246 => said.GiveUp(
            "Feishu refuses the card; often a mention is nobody in the company, or the group lets nobody mention everybody: look "
            + "at «mentions»"),
        19036 => said.GiveUp("Feishu finds the message too large"),
        9499 or 19002 => said.GiveUp("Feishu cannot read the request"),
        1500 or 2200 or 55001 => said.Retry("Feishu has an error of its own"),
        _ => null,
    };

    private static SendResult TooFast(AnswerCode said, HttpAnswer answer) => said.Retry(
        "Feishu takes 100 messages a minute and 5 a second from a robot",
        answer.Seconds(ResetHeader) ?? Minute);

    // One code for two causes; the answer's own time tells them apart.
    private static SendResult Signature(AnswerCode said, TimeSpan? clockAhead) => clockAhead switch
    {
        { } ahead when ahead.Duration() >= Valid =>
            said.Retry("this machine's clock is an hour off, so the signature is not valid"),
        { } => said.GiveUp(
            "the signature (签名校验) is wrong: write the robot's secret as «secret», from the same robot as the address"),
        null => said.GiveUp(
            "the signature (签名校验) is wrong, or this machine's clock is an hour off: write the robot's secret as «secret», from "
            + "the same robot as the address"),
    };
}
