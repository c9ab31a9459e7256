using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Dingtalk;

/// <summary>
/// What DingTalk's answers mean («Custom robot access», error codes): always JSON with <c>errcode</c> and <c>errmsg</c>, nearly
/// always with status 200.
/// </summary>
internal static class DingtalkAnswer
{
    private const string Name = "DingTalk";

    // «Each robot may send 20 messages a minute to its group; beyond that it is blocked for 10 minutes.»
    private static readonly TimeSpan Blocked = TimeSpan.FromMinutes(10);

    public static SendResult Read(HttpAnswer answer) => AnswerCode.Explain(
        answer, Name, AnswerCode.Find(answer, "errcode", "errmsg"), said => Explain(said, answer.ClockAhead));

    private static SendResult? Explain(AnswerCode said, TimeSpan? clockAhead) => said.Code switch
    {
        -1 => said.Retry("DingTalk is busy"),
        130101 or 302033 or 410100 or 90018 => TooFast(said),
        _ when said.HasAny("too fast", "太快") => TooFast(said),
        90030 => said.Retry("DingTalk's limit of requests is used up", Blocked),
        310000 => SecuritySetting(said, clockAhead),
        300001 or 400101 => said.GiveUp(
            "DingTalk does not know the robot's token: copy the address of a «custom» robot from the group's settings again"),
        400013 => said.GiveUp("the DingTalk group was dissolved: add a robot to another group, and write its address"),
        400102 => said.GiveUp("the DingTalk robot is disabled: enable it in the group's settings"),
        400106 => said.GiveUp("the DingTalk robot is no longer in the group: add one, and write its address"),
        430101 => said.GiveUp("DingTalk finds a link of the message unsafe: look at the runbook's address"),
        430102 or 430103 or 430104 => said.GiveUp("DingTalk finds the message's words inappropriate: read it in the console"),
        101002 or 460101 => said.GiveUp("DingTalk finds the message too large"),
        40035 or 43004 or 400105 => said.GiveUp("DingTalk cannot read the request"),
        _ => null,
    };

    private static SendResult TooFast(AnswerCode said) => said.Retry(
        "DingTalk takes 20 messages a minute from a robot, and beyond that nothing for 10 minutes", Blocked);

    // The code is the same for the three security settings of a robot; the words say which one refused.
    private static SendResult SecuritySetting(AnswerCode said, TimeSpan? clockAhead)
    {
        if (said.HasAny("whitelist", "white list", "白名单"))
        {
            return said.GiveUp(
                "the robot's IP address segment (IP地址段) has not the address of this function: use the signature (加签) instead, "
                + "or give the function a fixed address (NAT gateway with an Elastic IP) and enter that");
        }

        if (said.HasAny("keyword", "关键词", "关键字"))
        {
            return said.GiveUp(
                "the message has none of the robot's keywords (自定义关键词): add the keyword «Watchkeeper», which each message has, "
                + "or use the signature (加签) instead");
        }

        // The next attempt is signed anew.
        if (said.HasAny("invalid timestamp", "过期", "expired"))
            return said.Retry($"the signature (加签) came more than an hour late or early{ClockWords(clockAhead)}");
        return said.GiveUp(
            "the signature (加签) is wrong: write the robot's secret (SEC…) as «secret», from the same robot as the address");
    }

    private static string ClockWords(TimeSpan? ahead) => ahead is { } known && known.Duration() > TimeSpan.FromMinutes(5)
        ? ": this machine's clock is wrong"
        : "";
}
