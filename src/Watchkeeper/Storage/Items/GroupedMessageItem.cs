using Watchkeeper.Grouping;
using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>What a message tells of besides its own incident, as a map.</summary>
internal static class GroupedMessageItem
{
    private const string IsOver = "o";
    private const string IsCapped = "c";

    public static ItemWriter Write(GroupedMessage message) => new ItemWriter()
        .Text("g", message.Group)
        .Count("f", message.Firing)
        .Count("e", message.Over)
        .Count(IsCapped, message.IsCapped ? 1 : 0)
        .Value("m", ItemWriter.List(message.Named.Select(member => new ItemWriter()
            .Text("i", member.Incident)
            .Text("t", member.Title)
            .Name<Severity>("s", member.Severity)
            .Count(IsOver, member.IsOver ? 1 : 0)
            .ToValue())));

    public static GroupedMessage Read(ItemReader map) => new()
    {
        Group = map.TextOrEmpty("g"),
        Firing = map.Count("f"),
        Over = map.Count("e"),
        IsCapped = map.Count(IsCapped) > 0,
        Named = map.Maps("m", member => new GroupMember(
            member.TextOrEmpty("i"), member.TextOrEmpty("t"), member.Name<Severity>("s"), member.Count(IsOver) > 0)),
    };
}
