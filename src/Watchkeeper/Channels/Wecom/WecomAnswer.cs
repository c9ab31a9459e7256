using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Wecom;

/// <summary>
/// What the answers of WeChat Work mean («Global error codes»): always JSON with <c>errcode</c> and <c>errmsg</c>, nearly always
/// with status 200. The codes are the same for robots and applications.
/// </summary>
internal static class WecomAnswer
{
    private const string Name = "WeChat Work";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static SendResult Read(HttpAnswer answer) =>
        AnswerCode.Explain(answer, Name, Find(answer), said => Explain(said) ?? ExplainApplication(said));

    /// <summary>Whether the answer refuses the token of an application: a new one may help.</summary>
    public static bool IsTokenRefused(HttpAnswer answer) => Find(answer) is { } said && IsTokenRefused(said);

    private static AnswerCode? Find(HttpAnswer answer) => AnswerCode.Find(answer, "errcode", "errmsg");

    private static bool IsTokenRefused(AnswerCode said) => said.Code is 40001 or 40014 or 41001 or 42001;

    private static SendResult? Explain(AnswerCode said) => said.Code switch
    {
        -1 => said.Retry("WeChat Work is busy"),
        45009 or 45033 => said.Retry("WeChat Work takes no more messages in this minute", Minute),
        93000 => said.GiveUp(
            "WeChat Work does not know the robot: it was removed from its group, or its address is incomplete; copy the address "
            + "again"),
        40058 or 45002 => said.GiveUp("WeChat Work finds a part of the message too long or not valid"),
        40008 or 44004 or 47001 => said.GiveUp("WeChat Work cannot read the message"),
        _ => null,
    };

    private static SendResult? ExplainApplication(AnswerCode said) => said.Code switch
    {
        _ when IsTokenRefused(said) => said.Retry("WeChat Work no longer takes the token"),
        40013 => said.GiveUp("WeChat Work does not know the company: look at «corp_id»"),
        40056 or 41011 or 301002 => said.GiveUp(
            "the secret is not that of the application: «agent_id» and «api_secret» stand together on the application's page"),
        60020 => said.GiveUp(
            "WeChat Work takes requests of this application only from addresses in its list: give the function a fixed address "
            + "(NAT gateway with an Elastic IP), and enter that at «企业可信IP» of the application"),
        60011 or 48002 => said.GiveUp("the application has no right to do that: look at its visible range (可见范围)"),
        40003 or 81013 or 82001 => said.GiveUp(
            "nobody was reached: look at «to_user», «to_party» and «to_tag», and whether the application's visible range (可见范围) "
            + "has them"),
        _ => null,
    };
}
