using Watchkeeper.Channels.Http;
using Watchkeeper.Tests.Channels.Groups;

namespace Watchkeeper.Tests.Channels.Feishu;

/// <summary>The parts of a card that people read.</summary>
internal static class FeishuCard
{
    public static string Title(HttpCall call) => GroupDeliveries.Json(call).GetProperty("card").GetProperty("header")
        .GetProperty("title").GetProperty("content").GetString()!;

    public static string[] Lines(HttpCall call) => GroupDeliveries.Json(call).GetProperty("card").GetProperty("elements")[0]
        .GetProperty("text").GetProperty("content").GetString()!.Split('\n');

    public static string Note(HttpCall call) => GroupDeliveries.Json(call).GetProperty("card").GetProperty("elements")
        .EnumerateArray().Last().GetProperty("elements")[0].GetProperty("content").GetString()!;
}
