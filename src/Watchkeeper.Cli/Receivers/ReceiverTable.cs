using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Receivers;

/// <summary>
/// The known receivers, their limits and their answers, as their documents say. They check what a first configuration gets wrong.
/// Of a signature they check that it is whole, because only the receiver itself knows the robot's secret.
/// </summary>
internal static class ReceiverTable
{
    private const int MaxRobotBytes = 20_000;
    private const int MaxWorkflowBytes = 28 * 1024;
    private const int MaxEventBytes = 512 * 1024;
    private const int MaxWecomMarkdown = 4096;
    private const int MaxWecomText = 2048;
    private const int MaxSlackText = 40_000;
    private const int RoutingKeyLength = 32;

    private static readonly ImmutableArray<Receiver> All =
    [
        new("open.feishu.cn", "/open-apis/bot/", Feishu),
        new("open.larksuite.com", "/open-apis/bot/", Feishu),
        new("oapi.dingtalk.com", "/robot/send", Dingtalk),
        new("qyapi.weixin.qq.com", "/cgi-bin/webhook/send", WecomRobot),
        new("qyapi.weixin.qq.com", "/cgi-bin/gettoken", WecomToken),
        new("qyapi.weixin.qq.com", "/cgi-bin/message/send", WecomMessage),
        new("hooks.slack.com", "/", Slack),
        new("logic.azure.com", "/", Teams),
        new("api.powerplatform.com", "/", Teams),
        new("events.pagerduty.com", "/v2/enqueue", Pagerduty),
        new("events.eu.pagerduty.com", "/v2/enqueue", Pagerduty),
        new("events.pagerduty.com", "/v2/change/enqueue", PagerdutyChange),
        new("events.eu.pagerduty.com", "/v2/change/enqueue", PagerdutyChange),
    ];

    /// <summary>The answer to a request. A host that is not known takes everything, as a program of one's own may.</summary>
    public static ReceiverAnswer Answer(ReceivedRequest request) =>
        All.FirstOrDefault(receiver => receiver.Takes(request))?.Answer(request) ?? ReceiverAnswer.Taken(204, "");

    private static ReceiverAnswer Feishu(ReceivedRequest request) => request switch
    {
        { IsObject: false } => Code(9499, "Bad Request"),
        { Body.Length: > MaxRobotBytes } => Code(19036, "request body too large"),
        _ when !request.Has("msg_type") => Code(9499, "Bad Request"),
        _ when request.Has("timestamp") != request.Has("sign") =>
            Code(19021, "sign match fail or timestamp is not within one hour from current time"),
        _ => Code(0, "success"),
    };

    private static ReceiverAnswer Dingtalk(ReceivedRequest request) => request switch
    {
        _ when IsMissing(request, "access_token") => Error(300001, "token is not exist"),
        { IsObject: false } => Error(40035, "缺少参数 json"),
        { Body.Length: > MaxRobotBytes } => Error(460101, "message too long"),
        _ when !request.Has("msgtype") => Error(40035, "缺少参数 msgtype"),
        _ when IsMissing(request, "timestamp") != IsMissing(request, "sign") => Error(310000, "sign not match"),
        _ => Error(0, "ok"),
    };

    private static ReceiverAnswer WecomRobot(ReceivedRequest request) =>
        IsMissing(request, "key") ? Error(93000, "invalid webhook url") : Wecom(request);

    private static ReceiverAnswer WecomToken(ReceivedRequest request) => request switch
    {
        _ when IsMissing(request, "corpid") => Error(40013, "invalid corpid"),
        _ when IsMissing(request, "corpsecret") => Error(40001, "invalid credential"),
        _ => ReceiverAnswer.Other(200, Json(
            ("errcode", 0), ("errmsg", "ok"), ("access_token", "token-of-the-local-run"), ("expires_in", 7200))),
    };

    private static ReceiverAnswer WecomMessage(ReceivedRequest request) => request switch
    {
        _ when IsMissing(request, "access_token") => Error(41001, "access_token missing"),
        _ when !request.Has("touser") && !request.Has("toparty") && !request.Has("totag") =>
            Error(82001, "touser & toparty & totag all invalid"),
        _ => Wecom(request, ("msgid", StableHash.Compute(Convert.ToBase64String(request.Body.Span)))),
    };

    private static ReceiverAnswer Wecom(ReceivedRequest request, params (string, JsonNode)[] more) => request switch
    {
        { IsObject: false } => Error(47001, "data format error"),
        _ when !request.Has("msgtype") => Error(40008, "invalid message type"),
        _ when request.Length("markdown", "content") > MaxWecomMarkdown || request.Length("text", "content") > MaxWecomText =>
            Error(45002, "content size out of limit"),
        _ => Error(0, "ok", more),
    };

    private static ReceiverAnswer Slack(ReceivedRequest request) => request switch
    {
        { IsObject: false } => ReceiverAnswer.Other(400, "invalid_payload"),
        _ when !request.Has("text") && !request.Has("blocks") && !request.Has("attachments") =>
            ReceiverAnswer.Other(400, "no_text"),
        _ when request.Length("text") > MaxSlackText => ReceiverAnswer.Other(400, "msg_too_long"),
        _ => ReceiverAnswer.Taken(200, "ok"),
    };

    private static ReceiverAnswer Teams(ReceivedRequest request) => request switch
    {
        { Body.Length: > MaxWorkflowBytes } => ReceiverAnswer.Other(413, ""),
        _ when !request.Has("attachments") => ReceiverAnswer.Other(
            400, """{"error":{"code":"TriggerInputSchemaMismatch","message":"The input is no message with attachments."}}"""),
        _ => ReceiverAnswer.Taken(202, ""),
    };

    private static ReceiverAnswer Pagerduty(ReceivedRequest request) => Event(request) switch
    {
        { } refusal => refusal,
        null when request.Text("event_action") is not ("trigger" or "acknowledge" or "resolve") =>
            Invalid("'event_action' must be one of 'trigger', 'acknowledge' or 'resolve'"),
        null when request.Text("event_action") is not "trigger" && !request.Has("dedup_key") => Invalid("'dedup_key' is missing"),
        null => ReceiverAnswer.Taken(
            202, Json(("status", "success"), ("message", "Event processed"), ("dedup_key", request.Text("dedup_key")))),
    };

    private static ReceiverAnswer PagerdutyChange(ReceivedRequest request) =>
        Event(request) ?? ReceiverAnswer.Taken(202, Json(("status", "success"), ("message", "Change event processed")));

    // The refusal of an event; null for one that is sound.
    private static ReceiverAnswer? Event(ReceivedRequest request) => request switch
    {
        { Body.Length: > MaxEventBytes } => ReceiverAnswer.Other(413, ""),
        { IsObject: false } => Invalid("JSON could not be parsed"),
        _ when request.Text("routing_key").Length != RoutingKeyLength =>
            Invalid("Length of 'routing_key' is incorrect (should be 32 characters)"),
        _ when !request.Has("payload", "summary") => Invalid("'payload.summary' is missing or blank"),
        _ => null,
    };

    private static ReceiverAnswer Invalid(string error) => ReceiverAnswer.Other(
        400,
        Json(("status", "invalid event"), ("message", "Event object is invalid"), ("errors", new JsonArray(error))));

    private static ReceiverAnswer Code(int code, string words) =>
        new(200, Json(("code", code), ("msg", words), ("data", new JsonObject())), IsTaken: code == 0);

    private static ReceiverAnswer Error(int code, string words, params (string, JsonNode)[] more) =>
        new(200, Json([("errcode", code), ("errmsg", words), .. more]), IsTaken: code == 0);

    private static bool IsMissing(ReceivedRequest request, string parameter) => string.IsNullOrEmpty(request.Query[parameter]);

    private static string Json(params (string Name, JsonNode Value)[] members) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))).ToJsonString();
}
