using Watchkeeper.Reactions;

namespace Watchkeeper.Storage.Items;

/// <summary>A reaction's call as a map.</summary>
internal static class ActionItem
{
    private const string Kind = "y";
    private const string SetDesiredCapacity = "set-desired-capacity";
    private const string MarkUnhealthy = "mark-unhealthy";

    public static ItemWriter? Write(ReactionAction? action) => action switch
    {
        null => null,
        ReactionAction.SetDesiredCapacity set => new ItemWriter()
            .Text(Kind, SetDesiredCapacity).Text("g", set.Group).Number("f", set.From).Number("t", set.To),
        ReactionAction.MarkUnhealthy mark => new ItemWriter()
            .Text(Kind, MarkUnhealthy).Text("g", mark.Group).Text("i", mark.Instance),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not a kind of action that is known here"),
    };

    public static ReactionAction Read(ItemReader map) => map.Text(Kind) switch
    {
        SetDesiredCapacity => new ReactionAction.SetDesiredCapacity(map.TextOrEmpty("g"), Whole(map, "f"), Whole(map, "t")),
        MarkUnhealthy => new ReactionAction.MarkUnhealthy(map.TextOrEmpty("g"), map.TextOrEmpty("i")),
        _ => throw map.Unreadable(Kind, $"must be one of {SetDesiredCapacity}, {MarkUnhealthy}"),
    };

    private static int Whole(ItemReader map, string name) =>
        map.Number(name) is >= int.MinValue and <= int.MaxValue and var number
        ? (int)number
        : throw map.Unreadable(name, "must be a whole number (N) of 32 bits");
}
